#include "shell/report/reached_terms.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "shell/report/derived_questions.h"
#include "shell/report/statement_text.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxTerms = 500;  // each is asked for by itself

bool TakeFront(std::string_view* text, std::string_view front) {
  if (!text->starts_with(front)) return false;
  text->remove_prefix(front.size());
  return true;
}

bool TakeBack(std::string_view* text, std::string_view back) {
  if (!text->ends_with(back)) return false;
  text->remove_suffix(back.size());
  return true;
}

std::string_view WordAt(std::string_view text, size_t at) {
  return text.substr(at, std::min(text.find(' ', at), text.size()) - at);
}

/// Whether a term begins here: a code, perhaps behind `exactly`.
bool BeginsTerm(std::string_view text) {
  TakeFront(&text, "exactly ");
  return IsCode(WordAt(text, 0));
}

/// 4 for "... (4)", which abbreviates the rest of a list; 0 for other texts.
size_t AllOfRest(std::string_view text) {
  size_t all = 0;
  if (TakeFront(&text, "... (")) std::from_chars(text.data(), text.data() + text.size(), all);
  return all;
}

ReachedTerm TermOf(std::string_view text, std::string_view what) {
  ReachedTerm term;
  term.what = what;
  if (TakeFront(&text, "exactly ")) term.what += " exactly";
  term.code = WordAt(text, 0);
  text.remove_prefix(std::min(term.code.size() + 1, text.size()));
  for (const std::string_view how : {"and below", "and above"}) {
    if (TakeBack(&text, Concat(" ", how))) term.reach = how;
  }
  term.label = text;
  return term;
}

}  // namespace

std::optional<TermLine> TermLineOf(std::string_view line) {
  constexpr std::string_view kInUse = " in use)";
  TermLine out;
  size_t open = line.rfind(" is ") == std::string_view::npos ? std::string_view::npos : line.size();
  if (const size_t in_use = line.rfind(kInUse); in_use != std::string_view::npos) {
    line = line.substr(0, in_use + kInUse.size());  // behind it stand `the last` and names
    open = line.rfind(" (");
    if (open != std::string_view::npos) out.reach = line.substr(open + 2, line.size() - open - 3);
  }
  if (open == std::string_view::npos) return std::nullopt;
  std::string_view rest = line.substr(0, open);
  if (const size_t colon = rest.find(": "); colon != std::string_view::npos) {
    out.space = rest.substr(0, colon);
    out.space.erase(0, std::min(out.space.find_first_not_of(' '), out.space.size()));
    rest.remove_prefix(colon + 2);
  }
  size_t begin = 0;
  while (begin < rest.size() && !BeginsTerm(rest.substr(begin)))
    begin = std::min(rest.find(' ', begin), rest.size()) + 1;
  if (begin >= rest.size()) return std::nullopt;
  out.what = rest.substr(0, begin > 0 ? begin - 1 : 0);
  constexpr std::string_view kNone = "exactly 0 ";
  if (out.what.starts_with(kNone)) out.what.replace(0, kNone.size(), "no ");
  rest.remove_prefix(begin);
  while (!rest.empty()) {
    size_t end = rest.find(", ");
    while (end != std::string_view::npos && !BeginsTerm(rest.substr(end + 2)) && AllOfRest(rest.substr(end + 2)) == 0) {
      end = rest.find(", ", end + 2);  // a label with a comma
    }
    const std::string_view part = rest.substr(0, end);
    if (const size_t all = AllOfRest(part); all > 0) {
      out.all = all;
    } else {
      out.terms.push_back(TermOf(part, out.what));
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
  }
  out.all = std::max(out.all, out.terms.size());
  return out;
}

namespace {

/// The values of the list in parentheses whose first is at `begin`: `"asthma", exactly MONDO:0008903 "lung cancer"`.
std::vector<std::string> ListAt(std::string_view text, size_t begin) {
  std::vector<std::string> values(1);
  for (size_t i = begin; i < text.size() && text[i] != ')';) {
    const size_t end = text[i] == '"' ? EndOfQuotation(text, i) : i + 1;
    if (text.substr(i).starts_with(", ")) {
      values.emplace_back();
      i += 2;
      continue;
    }
    values.back() += text.substr(i, end - i);
    i = end;
  }
  return values;
}

}  // namespace

std::vector<std::vector<std::string>> ListsIn(std::string_view canonical) {
  constexpr std::string_view kIn = " in (";
  std::vector<std::vector<std::string>> lists;
  for (size_t i = 0; i < canonical.size();) {
    if (canonical[i] == '"') {
      i = EndOfQuotation(canonical, i);
    } else if (canonical.substr(i).starts_with(kIn)) {
      lists.push_back(ListAt(canonical, i + kIn.size()));
      i += kIn.size();
    } else {
      ++i;
    }
  }
  return lists;
}

std::string ValueOf(const ReachedTerm& term) {
  return Concat(term.what.ends_with(" exactly") ? "exactly " : "", term.code);
}

namespace {

constexpr std::string_view kCountWhere = "count individuals where ";

class TermsReader {
 public:
  TermsReader(CatalogueHandle& catalogue, const std::string& canonical, const QueryOptions& options)
      : catalogue_(catalogue), canonical_(canonical), options_(options) {}

  void Add(const TermLine& line) {
    if (line.terms.size() == 1 && line.all == 1) {
      ReachedTerm term = line.terms[0];
      term.reach = Concat(term.reach, term.reach.empty() || line.reach.empty() ? "" : ": ", line.reach);
      return Keep(std::move(term), Criterion(line, ValueOf(line.terms[0])));
    }
    for (const ReachedTerm& term : line.terms) AddOneOf(line, ValueOf(term), &term);
    if (line.all > line.terms.size()) AddRest(line);
  }

  /// The terms behind an entity outside of criteria: `value of measurement LOINC:4548-4 in %`.
  void AddMeasured(std::string_view clause) {
    constexpr std::string_view kOf = " of ";
    for (size_t at = clause.find(kOf); at != std::string_view::npos; at = clause.find(kOf, at + 1)) {
      std::string_view rest = clause.substr(at + kOf.size());
      TakeFront(&rest, "excluded ");
      const std::string entity(WordAt(rest, 0));
      rest.remove_prefix(std::min(entity.size() + 1, rest.size()));
      std::vector<std::string> values;
      if (TakeFront(&rest, "in (")) {
        values = ListAt(rest, 0);
      } else if (rest.starts_with('"')) {
        values.emplace_back(rest.substr(0, EndOfQuotation(rest, 0)));
      } else if (BeginsTerm(rest)) {
        const size_t code = rest.starts_with("exactly ") ? 8 : 0;
        std::string_view word = WordAt(rest, code);
        TakeBack(&word, ",");
        values.emplace_back(rest.substr(0, code + word.size()));
      }
      const size_t field = clause.rfind(", ", at);
      TermLine line;
      line.what = Concat("any ", entity);
      for (const std::string& value : values) {
        const size_t begin = field == std::string_view::npos ? 0 : field + 2;
        AddOneOf(line, value, nullptr, Concat(clause.substr(begin, at - begin), " of ", entity));
      }
    }
  }

  std::vector<ReachedTerm> Take() { return std::move(terms_); }

 private:
  static bool IsField(const TermLine& line) { return line.what.ends_with(" is"); }

  /// A criterion for this value alone.
  static std::string Criterion(const TermLine& line, std::string_view value) {
    if (IsField(line)) {
      const std::string criterion = Concat(line.what, " ", value);
      return line.space == "individual" ? criterion : Concat("has ", line.space, " with ", criterion);
    }
    const size_t blank = line.what.rfind(' ');
    const std::string_view entity = std::string_view(line.what).substr(blank == std::string::npos ? 0 : blank + 1);
    const bool excluded = line.what.find(" excluded ") != std::string::npos;
    return Concat("has ", excluded ? "excluded " : "", entity, " ", value);
  }

  /// One of several, or one whose reach is not known yet; `known` is what the line says of it.
  void AddOneOf(const TermLine& line, std::string_view value, const ReachedTerm* known, std::string what = "") {
    if (terms_.size() >= kMaxTerms) return;
    const std::string criterion = Criterion(line, value);
    std::optional<ReachedTerm> term;
    if (known == nullptr || !line.reach.empty()) {
      for (const std::string& bound : BoundLines(catalogue_, Concat(kCountWhere, criterion), options_)) {
        const std::optional<TermLine> alone = TermLineOf(bound);
        if (!alone.has_value() || alone->terms.size() != 1 || alone->all != 1) continue;
        term = alone->terms[0];
        term->reach = Concat(term->reach, term->reach.empty() || alone->reach.empty() ? "" : ": ", alone->reach);
        break;
      }
    }
    if (!term.has_value() && known == nullptr) return;
    if (!term.has_value()) term = *known;
    term->what = !what.empty() ? what : Concat(line.what, value.starts_with("exactly ") ? " exactly" : "");
    Keep(*std::move(term), criterion);
  }

  /// The terms of a long list that its line does not name: they are in the statement, unless it is of a saved cohort.
  void AddRest(const TermLine& line) {
    const size_t before = terms_.size();
    for (const std::vector<std::string>& list : ListsIn(canonical_)) {
      if (list.size() != line.all || !BeginsWith(list, line)) continue;
      for (size_t i = line.terms.size(); i < list.size(); ++i) AddOneOf(line, list[i], nullptr);
      break;
    }
    const size_t told = line.terms.size() + terms_.size() - before;
    if (told >= line.all) return;
    ReachedTerm rest;
    rest.what = line.what;
    rest.label = Concat("and ", line.all - told, " more, of ", line.all);
    rest.reach = Concat(line.reach, line.reach.empty() ? "" : ", all of them together");
    terms_.push_back(std::move(rest));
  }

  /// Whether the first value of `list` is the first term of `line`.
  bool BeginsWith(const std::vector<std::string>& list, const TermLine& line) {
    if (list[0].find(line.terms[0].code) != std::string::npos) return true;
    for (const std::string& bound : BoundLines(catalogue_, Concat(kCountWhere, Criterion(line, list[0])), options_)) {
      const std::optional<TermLine> alone = TermLineOf(bound);
      if (alone.has_value()) return alone->terms[0].code == line.terms[0].code;
    }
    return false;
  }

  void Keep(ReachedTerm term, const std::string& criterion) {
    if (!seen_.insert(term.what + term.code + term.reach).second) return;
    const std::optional<Table> counted = AskDerived(catalogue_, Concat(kCountWhere, criterion), options_);
    if (counted.has_value() && counted->rows.size() == 1) {
      if (const int64_t* people = IntegerAt(counted->rows[0], 0)) term.people = static_cast<uint64_t>(*people);
    }
    terms_.push_back(std::move(term));
  }

  CatalogueHandle& catalogue_;
  const std::string& canonical_;
  const QueryOptions& options_;
  std::vector<ReachedTerm> terms_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<ReachedTerm> TermsOf(CatalogueHandle& catalogue, const std::string& canonical,
                                 const std::vector<std::string>& lines, const QueryOptions& options) {
  TermsReader reader(catalogue, canonical, options);
  for (const std::string& line : lines) {
    if (const std::optional<TermLine> of_terms = TermLineOf(line); of_terms.has_value()) reader.Add(*of_terms);
  }
  for (const std::string& clause : MeasuredClauses(canonical)) reader.AddMeasured(clause);
  return reader.Take();
}

}  // namespace muster::shell
