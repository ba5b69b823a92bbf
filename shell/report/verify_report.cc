#include "shell/report/verify_report.h"

#include <algorithm>
#include <utility>

#include "shell/report/sha256.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBegin = "<meta name=\"muster-report\" content=\"";
constexpr int kMaxValueWidth = 60;

std::string Unescaped(std::string_view text) {
  constexpr std::pair<std::string_view, char> kNames[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  while (!text.empty()) {
    size_t length = 1;
    char c = text[0];
    for (const auto& [name, character] : kNames) {
      if (!text.starts_with(name)) continue;
      length = name.size();
      c = character;
    }
    out += c;
    text.remove_prefix(length);
  }
  return out;
}

std::string TextMember(const Json& json, const char* name) {
  const auto at = json.find(name);
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

std::map<std::string, std::string> TextMembers(const Json& json, const char* name) {
  std::map<std::string, std::string> members;
  if (const auto at = json.find(name); at != json.end() && at->is_object()) {
    for (const auto& [key, value] : at->items()) {
      if (value.is_string()) members[key] = value.get<std::string>();
    }
  }
  return members;
}

std::string ShownValue(const Json& value) {
  if (value.is_null()) return "nothing";
  return Shortened(Printable(value.is_string() ? value.get<std::string>() : value.dump()), kMaxValueWidth);
}

std::string Described(const Json& before, const Json& now) {
  return Concat(ShownValue(before), " then, ", ShownValue(now), " now");
}

const Json& MemberOrNull(const Json& json, const std::string& name) {
  static const Json null = nullptr;
  const auto at = json.find(name);
  return at == json.end() ? null : *at;
}

void CompareMembers(const Json& before, const Json& now, std::string_view what, std::vector<std::string>* out) {
  for (const auto& [name, value] : before.items()) {
    const Json& other = MemberOrNull(now, name);
    if (value != other) out->push_back(Concat(what, name, ": ", Described(value, other)));
  }
  for (const auto& [name, value] : now.items()) {
    if (!before.contains(name)) out->push_back(Concat(what, name, ": ", Described(nullptr, value)));
  }
}

/// The rows of two tables of one statement, cell by cell where they have as many.
void CompareTables(const Json& before, const Json& now, const std::string& what, std::vector<std::string>* out) {
  if (before == now) return;
  const Json& rows = MemberOrNull(before, "rows");
  const Json& rows_now = MemberOrNull(now, "rows");
  const Json& columns = MemberOrNull(before, "columns");
  if (!rows.is_array() || !rows_now.is_array() || rows.size() != rows_now.size() ||
      columns != MemberOrNull(now, "columns")) {
    out->push_back(Concat(what, " has other rows or columns: ", rows.size(), " rows then, ", rows_now.size(), " now"));
    return;
  }
  const size_t known = out->size();
  for (size_t row = 0; row < rows.size(); ++row) {
    if (!rows[row].is_array() || !rows_now[row].is_array() || rows[row].size() != rows_now[row].size()) continue;
    for (size_t cell = 0; cell < rows[row].size(); ++cell) {
      if (rows[row][cell] == rows_now[row][cell]) continue;
      const std::string column = cell < columns.size() ? ShownValue(columns[cell]) : "";
      out->push_back(
          Concat(what, ", row ", row + 1, ", ", column, ": ", Described(rows[row][cell], rows_now[row][cell])));
    }
  }
  const Json& total = MemberOrNull(before, "total");
  const Json& total_now = MemberOrNull(now, "total");
  if (total != total_now) out->push_back(Concat(what, ", total: ", Described(total, total_now)));
  if (out->size() == known) out->push_back(what + " is not the same");
}

// One thing that a list says of another: "term HP:1 (Seizure)", "500 individuals".
struct Said {
  std::string of;
  std::string what;
  friend bool operator==(const Said&, const Said&) = default;
};

std::string TextAt(const Json& row, size_t i) {
  if (!row.is_array() || i >= row.size()) return "";
  return row[i].is_string() ? row[i].get<std::string>() : row[i].dump();
}

// Behind a blank, in parentheses; nothing where there is nothing.
std::string InParentheses(const std::string& text) { return text.empty() ? "" : Concat(" (", text, ")"); }

void AddTermsOf(const Json& row, std::vector<Said>* said) {
  const std::string of = Concat("term ", TextAt(row, 0), InParentheses(TextAt(row, 1)));
  said->push_back({of + ", reach", TextAt(row, 2)});
  if (row.is_array() && row.size() > 3) said->push_back({of + ", individuals", TextAt(row, 3)});
}

void AddFieldsOf(const Json& row, std::vector<Said>* said) {
  said->push_back({Concat("field ", TextAt(row, 2), " of ", TextAt(row, 0), InParentheses(TextAt(row, 1))),
                   Concat("recorded in ", TextAt(row, 3), " of ", TextAt(row, 4))});
}

void AddDataUseOf(const Json& condition, std::vector<Said>* said) {
  if (condition.is_string()) said->push_back({"data use", condition.get<std::string>()});
}

void AddRemarksOf(const Json& row, std::vector<Said>* said) {
  const std::string of = Concat("remark", row.is_array() && !TextAt(row, 0).empty() ? " on " : "", TextAt(row, 0));
  said->push_back({of, TextAt(row, 1)});
  if (!row.is_array() || row.size() < 3 || !row[2].is_array()) return;
  for (size_t i = 0; i < row[2].size(); ++i) said->push_back({of + ", hint", TextAt(row[2], i)});
}

struct List {
  const char* name;
  void (*add)(const Json&, std::vector<Said>*);
};
constexpr List kLists[] = {
    {"terms", AddTermsOf}, {"fields", AddFieldsOf}, {"data_use", AddDataUseOf}, {"remarks", AddRemarksOf}};

const Json& ListOf(const Json& question, const char* name) {
  static const Json none = Json::array();
  const auto at = question.find(name);
  return at != question.end() && at->is_array() ? *at : none;
}

std::vector<Said> SaidBy(const Json& question, const List& list) {
  std::vector<Said> said;
  for (const Json& row : ListOf(question, list.name)) list.add(row, &said);
  return said;
}

// Takes away what both say.
void DropSame(std::vector<Said>* before, std::vector<Said>* now) {
  std::erase_if(*before, [now](const Said& one) {
    const auto same = std::find(now->begin(), now->end(), one);
    if (same == now->end()) return false;
    now->erase(same);
    return true;
  });
}

std::string ShownText(const std::string& text) {
  constexpr int kMostColumns = 300;  // a remark has its numbers anywhere
  return Shortened(Printable(text), kMostColumns);
}

/// The lists of a question, both as QuestionJson has them: "question 1, term HP:1 (Seizure), individuals: 500 then, 480
/// now".
void CompareListsOfQuestion(const Json& before, const Json& now, std::string_view question,
                            std::vector<std::string>* out) {
  for (const List& list : kLists) {
    if (ListOf(before, list.name) == ListOf(now, list.name)) continue;
    std::vector<Said> then = SaidBy(before, list), present = SaidBy(now, list);
    DropSame(&then, &present);
    if (then.empty() && present.empty()) {
      out->push_back(Concat(question, ", ", list.name, " are in another order or form"));
    }
    for (const Said& one : then) {
      const auto other =
          std::find_if(present.begin(), present.end(), [&](const Said& said) { return said.of == one.of; });
      const bool still = other != present.end();
      out->push_back(Concat(question, ", ", ShownText(one.of), ": ", ShownText(one.what), " then, ",
                            still ? ShownText(other->what) : "nothing", " now"));
      if (still) present.erase(other);
    }
    for (const Said& one : present) {
      out->push_back(Concat(question, ", ", ShownText(one.of), ": nothing then, ", ShownText(one.what), " now"));
    }
  }
}

}  // namespace

std::optional<WrittenReport> ReadReport(std::string_view page) {
  const size_t begin = page.find(kBegin);
  const size_t body = page.find("<body>\n");
  if (begin == std::string_view::npos || body == std::string_view::npos) return std::nullopt;
  const size_t end = page.find('"', begin + kBegin.size());
  if (end == std::string_view::npos) return std::nullopt;
  const Json json =
      Json::parse(Unescaped(page.substr(begin + kBegin.size(), end - begin - kBegin.size())), nullptr, false);
  if (!json.is_object() || MemberOrNull(json, "report") != 1 || !MemberOrNull(json, "content").is_object()) {
    return std::nullopt;
  }
  WrittenReport report;
  report.frame = {.title = TextMember(json, "title"),
                  .catalogue = TextMember(json, "catalogue"),
                  .date = TextMember(json, "date"),
                  .text = TextMember(json, "text"),
                  .parameters = TextMembers(json, "parameters"),
                  .ontologies = TextMembers(json, "ontologies"),
                  .guest = TextMember(json, "guest")};
  report.id = TextMember(json, "id");
  report.engine = TextMember(json, "engine");
  report.content = json["content"];
  report.body = page.substr(body);
  if (ReportId(report.content) != report.id)
    report.damages.emplace_back("the content does not have the id that is written");
  if (Sha256Hex(report.body) != TextMember(json, "shown")) {
    report.damages.emplace_back("what the page shows was changed after it was written");
  }
  return report;
}

std::vector<std::string> CompareReports(const WrittenReport& written, const ReportContent& now) {
  const Json current = ContentJson(now);
  std::vector<std::string> differences;
  if (current == written.content) {
    // The same program renders the same content as the same bytes, so a page whose hashes were replaced is detected.
    if (written.engine == now.engine && RenderReportBody(now, written.frame) != written.body) {
      differences.push_back("the page shows something else than its content");
    }
    return differences;
  }
  CompareMembers(MemberOrNull(written.content, "catalogue"), current["catalogue"], "catalogue, ", &differences);
  CompareMembers(MemberOrNull(written.content, "ontologies"), current["ontologies"], "ontology ", &differences);
  const Json& release = MemberOrNull(written.content, "release");
  if (release != current["release"]) {
    differences.push_back(Concat("release policy: ", Described(release, current["release"])));
  }
  const Json& questions = MemberOrNull(written.content, "questions");
  const Json& questions_now = current["questions"];
  for (size_t i = 0; i < std::max(questions.size(), questions_now.size()); ++i) {
    const std::string what = Concat("question ", i + 1);
    if (i >= questions.size() || i >= questions_now.size()) {
      differences.push_back(what + " is on one side only");
      continue;
    }
    const Json& statement = MemberOrNull(questions[i], "statement");
    const Json& statement_now = questions_now[i]["statement"];
    if (statement != statement_now) {
      differences.push_back(Concat(what, ", statement: ", Described(statement, statement_now)));
    }
    for (const char* part : {"answer", "flow", "certainty"}) {
      CompareTables(MemberOrNull(questions[i], part), MemberOrNull(questions_now[i], part), Concat(what, ", ", part),
                    &differences);
    }
    CompareListsOfQuestion(questions[i], questions_now[i], what, &differences);
  }
  if (differences.empty()) differences.push_back("the content is not the same");
  return differences;
}

}  // namespace muster::shell
