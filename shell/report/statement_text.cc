#include "shell/report/statement_text.h"

#include <algorithm>
#include <cctype>

#include "shell/report/derived_questions.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

std::string WithoutBlanksAround(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// Where ` word ` is outside quotation marks and parentheses, from `begin` on; npos: nowhere.
size_t FindWord(std::string_view text, std::string_view word, size_t begin) {
  int depth = 0;
  for (size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = EndOfQuotation(text, i) - 1;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (depth == 0 && c == ' ' && text.substr(i + 1).starts_with(word) &&
               (i + 1 + word.size() == text.size() || text[i + 1 + word.size()] == ' ')) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// Where the breakdown begins: ` by `, but not that of `usable for ... by commercial`.
size_t FindBreakdown(std::string_view text) {
  size_t at = FindWord(text, "by", 0);
  while (at != std::string_view::npos) {
    const std::string_view behind = text.substr(at + 3);
    if (!behind.starts_with(" commercial") && !behind.starts_with(" non-commercial")) return at;
    at = FindWord(text, "by", at + 3);
  }
  return at;
}

/// The end of the term that begins at `begin`, including the label behind its code; `begin` if there is none.
size_t EndOfTerm(std::string_view text, size_t begin) {
  constexpr std::string_view kExactly = "exactly ";
  const size_t at = begin + (text.substr(begin).starts_with(kExactly) ? kExactly.size() : 0);
  if (at < text.size() && text[at] == '"') return EndOfQuotation(text, at);
  const size_t end = std::min(text.find_first_of(" ,)", at), text.size());
  if (!IsCode(text.substr(at, end - at))) return begin;
  return text.substr(end).starts_with(" \"") ? EndOfQuotation(text, end + 1) : end;
}

/// Adds the term or the list of terms at `begin`; false if there is neither.
bool AddTerms(std::string_view text, size_t begin, std::vector<std::string>* terms) {
  constexpr std::string_view kIn = "in (";
  const bool list = text.substr(begin).starts_with(kIn);
  size_t at = begin + (list ? kIn.size() : 0);
  bool any = false;
  for (size_t end = EndOfTerm(text, at); end > at; end = EndOfTerm(text, at)) {
    any = true;
    std::string term(text.substr(at, end - at));
    if (std::find(terms->begin(), terms->end(), term) == terms->end()) terms->push_back(std::move(term));
    if (!list || !text.substr(end).starts_with(", ")) break;
    at = end + 2;
  }
  return any;
}

}  // namespace

size_t EndOfQuotation(std::string_view text, size_t begin) {
  size_t i = begin + 1;
  while (i < text.size() && text[i] != text[begin]) i += text[i] == '\\' ? 2 : 1;
  return std::min(i + 1, text.size());
}

std::vector<StatementText> SplitStatements(std::string_view text) {
  std::vector<StatementText> statements;
  StatementText now;
  const auto end = [&] {
    now.text = WithoutBlanksAround(now.text);
    now.comment = WithoutBlanksAround(now.comment);
    if (!now.text.empty()) statements.push_back(std::move(now));
    now = {};
  };
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '"' || text[i] == '\'') {
      const size_t behind = EndOfQuotation(text, i);
      now.text += text.substr(i, behind - i);
      i = behind;
    } else if (text.substr(i).starts_with("--")) {
      const size_t line_end = std::min(text.find('\n', i), text.size());
      now.comment += WithoutBlanksAround(text.substr(i + 2, line_end - i - 2)) + "\n";
      i = line_end;
    } else if (text[i] == ';') {
      end();
      ++i;
    } else {
      now.text += text[i++];
    }
  }
  end();
  return statements;
}

bool IsStudyDate(const StatementText& statement) {
  constexpr std::string_view kWords = "study date";
  std::string plain;  // in lower case, with single blanks
  for (const char c : statement.text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank) plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (blank && !plain.empty() && plain.back() != ' ') plain += ' ';
  }
  return plain.starts_with(kWords) && (plain.size() == kWords.size() || plain[kWords.size()] == ' ');
}

std::string StudyDateIn(const StatementText& statement) {
  const size_t blank = statement.text.find_first_of(" \t\r\n");
  const size_t behind = statement.text.find_first_not_of(" \t\r\n", blank);
  return behind == std::string::npos || behind + 4 > statement.text.size()
             ? ""
             : WithoutBlanksAround(std::string_view(statement.text).substr(behind + 4));
}

std::optional<CountClauses> SplitCount(std::string_view canonical) {
  constexpr std::string_view kCount = "count ";
  if (!canonical.starts_with(kCount) || FindWord(canonical, "with certainty", 0) != std::string_view::npos ||
      FindWord(canonical, "with not recorded", 0) != std::string_view::npos) {
    return std::nullopt;
  }
  CountClauses clauses;
  const size_t by = FindBreakdown(canonical);
  std::string_view head = canonical.substr(0, by);
  if (by != std::string_view::npos) clauses.breakdown = WithoutBlanksAround(canonical.substr(by));
  const size_t where = FindWord(head, "where", 0);
  if (where != std::string_view::npos) {
    clauses.criteria = WithoutBlanksAround(head.substr(where + 6));
    head = head.substr(0, where);
  }
  clauses.counted = WithoutBlanksAround(head.substr(kCount.size()));
  return clauses;
}

std::string WordsOf(std::string_view text) {
  std::string words = " ";
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') {
      quote = c;
      continue;
    }
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':' || c == '_';
    if (letter) {
      words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words + " ";
}

std::vector<std::string> MeasuredClauses(std::string_view canonical) {
  std::vector<std::string> clauses;
  const size_t by = FindBreakdown(canonical);
  const std::string_view head = canonical.substr(0, by);
  const size_t of = FindWord(head, "of", 0);
  if (canonical.starts_with("summarise ") && of != std::string_view::npos) {
    const size_t where = FindWord(head, "where", 0);
    clauses.push_back(
        WithoutBlanksAround(head.substr(of + 3, where == std::string_view::npos ? where : where - of - 3)));
  }
  if (by != std::string_view::npos) clauses.push_back(WithoutBlanksAround(canonical.substr(by + 3)));
  return clauses;
}

std::string WithoutCriteria(std::string_view canonical) {
  const size_t by = FindBreakdown(canonical);
  const std::string_view head = canonical.substr(0, by);
  return Concat(head.substr(0, FindWord(head, "where", 0)), by == std::string_view::npos ? "" : canonical.substr(by));
}

AskedTerms TermsBehind(std::string_view canonical, std::string_view entity) {
  AskedTerms asked;
  for (size_t i = 0; i < canonical.size(); ++i) {
    if (canonical[i] == '"') {
      i = EndOfQuotation(canonical, i) - 1;
      continue;
    }
    const bool begins = i == 0 || canonical[i - 1] == ' ' || canonical[i - 1] == '(';
    if (!begins || !canonical.substr(i).starts_with(entity)) continue;
    size_t behind = i + entity.size();
    if (behind < canonical.size() && canonical[behind] == 's') ++behind;
    const bool whole =
        behind == canonical.size() || std::string_view(" ,)").find(canonical[behind]) != std::string::npos;
    if (!whole) continue;
    const bool there =
        behind < canonical.size() && canonical[behind] == ' ' && AddTerms(canonical, behind + 1, &asked.terms);
    if (!there || canonical.substr(0, i).ends_with(" excluded ")) asked.everywhere = false;
  }
  return asked;
}

namespace {

/// Where the parenthesis that opens at `open` is closed, quotations apart; npos if it is not.
size_t EndOfParentheses(std::string_view text, size_t open) {
  int depth = 0;
  for (size_t i = open; i < text.size(); ++i) {
    if (text[i] == '"') {
      i = EndOfQuotation(text, i) - 1;
    } else if (text[i] == '(') {
      ++depth;
    } else if (text[i] == ')' && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string WithExcept(std::string criterion) {
  constexpr std::string_view kWith = " with ", kNotIn = "term not in (", kAnd = " and ";
  for (size_t at = criterion.find(kNotIn); at != std::string::npos; at = criterion.find(kNotIn, at + 1)) {
    const bool grouped = at > 0 && criterion[at - 1] == '(';
    const size_t with = at - (grouped ? 1 : 0);
    if (with < kWith.size() || criterion.compare(with - kWith.size(), kWith.size(), kWith) != 0) continue;
    // Only behind terms: a record of any kind is none of an exception.
    const char before = criterion[with - kWith.size() - 1];
    const size_t name = criterion.rfind(' ', with - kWith.size() - 1) + 1;
    const bool code = criterion.find(':', name) < with - kWith.size();
    if (before != '"' && before != ')' && !code) continue;
    const size_t open = at + kNotIn.size() - 1;
    const size_t close = EndOfParentheses(criterion, open);
    if (close == std::string::npos) continue;
    const std::string except = Concat(" except ", criterion.substr(open + 1, close - open - 1));
    size_t end = close + 1;
    std::string rest;
    if (grouped) {
      const size_t outer = EndOfParentheses(criterion, with);
      if (outer == std::string::npos) continue;
      rest = criterion.substr(end, outer - end);
      if (!rest.starts_with(kAnd)) continue;
      rest.erase(0, kAnd.size());
      const bool several = rest.find(kAnd) != std::string::npos || rest.find(" or ") != std::string::npos;
      rest = Concat(kWith, several ? "(" : "", rest, several ? ")" : "");
      end = outer + 1;
    }
    criterion.replace(with - kWith.size(), end - (with - kWith.size()), Concat(except, rest));
  }
  return criterion;
}

std::optional<std::string> WithoutName(const std::string& criterion, const std::vector<std::string>& others) {
  constexpr std::string_view kAs = " as ", kAsOf = " as of ";  // the last is of an age
  std::string plain = criterion;
  std::vector<std::string> names;
  for (size_t at = 0; at < plain.size();) {
    if (plain[at] == '"') {
      at = std::max(at + 1, EndOfQuotation(plain, at));
      continue;
    }
    const bool named = plain.compare(at, kAs.size(), kAs) == 0 && plain.compare(at, kAsOf.size(), kAsOf) != 0;
    if (!named) {
      ++at;
      continue;
    }
    size_t end = at + kAs.size();
    const size_t begin = end;
    while (end < plain.size() && (std::isalnum(static_cast<unsigned char>(plain[end])) != 0 || plain[end] == '_'))
      ++end;
    if (end == begin || (end < plain.size() && plain[end] != ' ' && plain[end] != ')')) return std::nullopt;
    names.push_back(plain.substr(begin, end - begin));
    plain.erase(at, end - at);
  }
  for (const std::string& name : names) {
    std::vector<std::string> texts = others;
    texts.push_back(plain);
    for (const std::string& text : texts) {
      const std::string words = WordsOf(text);
      if (words.find(Concat(" ", name, " ")) != std::string::npos || text.find(name + ".") != std::string::npos) {
        return std::nullopt;
      }
    }
  }
  return plain;
}

}  // namespace muster::shell
