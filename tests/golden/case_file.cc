#include "tests/golden/case_file.h"

#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/golden/world.h"

namespace muster::golden {
namespace {

std::string WithoutTrailingBlankLines(std::string text) {
  while (text.size() >= 2 && text.ends_with("\n\n")) text.pop_back();
  return text == "\n" ? "" : text;
}

void ReadSettings(const std::string& line, Case* out) {
  std::istringstream words(line.substr(2));
  std::string word;
  while (words >> word) {
    const size_t equal = word.find('=');
    out->settings[word.substr(0, equal)] = equal == std::string::npos ? "" : word.substr(equal + 1);
  }
}

std::vector<Case> ReadCases(const std::string& text) {
  enum class Part { kComment, kQuery, kExpected };
  std::vector<Case> cases;
  Case current;
  Part part = Part::kComment;
  int number = 0;
  for (const std::string& line : SplitLines(text)) {
    ++number;
    if (line == "==") {
      cases.push_back(std::move(current));
      current = {};
      part = Part::kComment;
    } else if (part == Part::kExpected) {
      current.expected += line + "\n";
    } else if (line == "--") {
      part = Part::kExpected;
    } else if (part == Part::kComment && (line.empty() || line.front() == '#')) {
      current.comment += line + "\n";
      if (line.starts_with("#!")) ReadSettings(line, &current);
    } else {
      if (part == Part::kComment) current.line = number;
      part = Part::kQuery;
      current.query += (current.query.empty() ? "" : "\n") + line;
    }
  }
  EXPECT_TRUE(current.query.empty()) << "the last case does not end with ==";
  return cases;
}

// A message, or a hint below one; lines of the query, and carets, have a bar behind the blanks.
bool IsOfMessage(const std::string& line) {
  return line.starts_with("error: ") || line.starts_with("warning: ") || line.starts_with("note: ") ||
         (line.starts_with("    ") && line.size() > 4 && line[4] != ' ' && line[4] != '|');
}

// Long messages in lines, as a terminal as wide as Markdown has them. Tables stay as they are.
std::string Wrapped(const std::string& text) {
  constexpr size_t kWidth = 120;
  std::string out;
  for (const std::string& line : SplitLines(text)) {
    if (line.size() <= kWidth || !IsOfMessage(line)) {
      out += line + "\n";
      continue;
    }
    std::string margin(line.find_first_not_of(' '), ' ');
    const size_t room = kWidth - margin.size() - 2;
    std::string piece;
    for (const std::string& word : std::vector<std::string>(absl::StrSplit(line.substr(margin.size()), ' '))) {
      if (!piece.empty() && piece.size() + 1 + word.size() > room) {
        absl::StrAppend(&out, margin, piece, "\n");
        margin.resize(kWidth - room, ' ');
        piece.clear();
      }
      absl::StrAppend(&piece, piece.empty() ? "" : " ", word);
    }
    absl::StrAppend(&out, margin, piece, "\n");
  }
  return out;
}

void Compare(const std::string& path, const Case& c, const std::string& actual) {
  EXPECT_EQ(c.expected, actual) << path << ":" << c.line << ": " << c.query;
}

}  // namespace

std::vector<std::string> SplitLines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  std::string line;
  while (std::getline(in, line)) lines.push_back(line);
  return lines;
}

void RunCaseFile(const std::string& path, const Answerer& answer) {
  std::string updated;
  const std::vector<Case> cases = ReadCases(ReadText(path));
  EXPECT_FALSE(cases.empty()) << path;
  for (const Case& c : cases) {
    const std::string actual = WithoutTrailingBlankLines(answer(c));
    if (!Updating()) Compare(path, c, actual);
    updated += c.comment + c.query + "\n--\n" + actual + "==\n";
  }
  if (Updating()) WriteText(path, updated);
}

void RunDocument(const std::string& path, const Answerer& answer) {
  const std::vector<std::string> lines = SplitLines(ReadText(path));
  std::string updated;
  size_t examples = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    updated += lines[i] + "\n";
    if (lines[i] != "```muster") continue;
    Case c;
    c.line = static_cast<int>(i) + 2;
    for (++i; i < lines.size() && lines[i] != "```"; ++i) {
      c.query += (c.query.empty() ? "" : "\n") + lines[i];
      updated += lines[i] + "\n";
    }
    updated += "```\n";
    if (i + 1 >= lines.size() || lines[i + 1] != "```text") {
      ADD_FAILURE() << path << ":" << c.line << ": no ```text block with the output follows the example";
      continue;
    }
    for (i += 2; i < lines.size() && lines[i] != "```"; ++i) c.expected += lines[i] + "\n";
    c.expected = Wrapped(c.expected);
    const std::string actual = Wrapped(WithoutTrailingBlankLines(answer(c)));
    if (!Updating()) Compare(path, c, actual);
    updated += "```text\n" + actual + "```\n";
    ++examples;
  }
  EXPECT_GT(examples, 0u) << path;
  if (Updating() && !testing::Test::HasFailure()) WriteText(path, updated);
}

std::vector<std::string> QueriesIn(const std::string& path) {
  std::vector<std::string> queries;
  if (!path.ends_with(".md")) {
    for (const Case& c : ReadCases(ReadText(path))) {
      if (!c.settings.contains("bytes")) queries.push_back(c.query);
    }
    return queries;
  }
  bool inside = false;
  for (const std::string& line : SplitLines(ReadText(path))) {
    if (line == "```muster") {
      queries.emplace_back();
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      absl::StrAppend(&queries.back(), queries.back().empty() ? "" : "\n", line);
    }
  }
  return queries;
}

void ExpectSection(const std::string& path, const std::string& name, const std::string& expected) {
  const std::string begin = absl::StrCat("<!-- BEGIN ", name, " -->\n");
  const std::string text = ReadText(path);
  const size_t from = text.find(begin);
  const size_t to = text.find(absl::StrCat("<!-- END ", name, " -->"));
  ASSERT_TRUE(from != std::string::npos && to != std::string::npos && from < to) << path << " has no section " << name;
  const size_t start = from + begin.size();
  if (Updating()) {
    WriteText(path, text.substr(0, start) + expected + text.substr(to));
  } else {
    EXPECT_EQ(text.substr(start, to - start), expected);
  }
}

}  // namespace muster::golden
