#include "shell/report/used_fields.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string_view>
#include <variant>

#include "shell/report/derived_questions.h"
#include "shell/report/reached_terms.h"
#include "shell/report/statement_text.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

bool HasWord(const std::string& words, std::string_view name) {
  return words.find(Concat(" ", name, " ")) != std::string::npos;
}

/// "individuals" of "individual": what `describe` and CatalogueInfo call entities, without its plural.
std::string Singular(const std::string& plural) {
  if (plural == "analyses") return "analysis";
  return plural.ends_with('s') ? plural.substr(0, plural.size() - 1) : plural;
}

/// The names of `field`, which are in the cells `name` and `also` ("last contact, age at last encounter").
std::vector<std::string> NamesOf(const std::string& name, const std::string* also) {
  std::vector<std::string> names = {name};
  for (size_t begin = 0; also != nullptr && begin < also->size();) {
    const size_t end = std::min(also->find(", ", begin), also->size());
    names.push_back(also->substr(begin, end - begin));
    begin = end + 2;
  }
  return names;
}

bool IsNamed(const std::string& words, const std::string& name, const std::string* also) {
  const std::vector<std::string> names = NamesOf(name, also);
  return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return HasWord(words, one); });
}

/// Findings, actions and examinations: people without any may not have been examined.
bool IsFound(std::string_view singular) {
  constexpr std::string_view kFound[] = {"phenotype", "disease",        "measurement", "treatment", "procedure",
                                         "exposure",  "interpretation", "variant",     "consent"};
  return std::find(std::begin(kFound), std::end(kFound), singular) != std::end(kFound);
}

std::string ListOf(const std::vector<std::string>& terms) {
  std::string list;
  for (const std::string& term : terms) Append(list, list.empty() ? "" : ", ", term);
  return list;
}

/// The terms that a line is about. Of a long list, which is cut off there, those of the statement, where one fits.
std::string TermsIn(const TermLine& line, const std::string& canonical) {
  std::vector<std::string> terms;
  if (line.all == line.terms.size()) {
    for (const ReachedTerm& term : line.terms) terms.push_back(ValueOf(term));
    return ListOf(terms);
  }
  std::set<std::string> lists;
  for (const std::vector<std::string>& list : ListsIn(canonical)) {
    if (list.size() == line.all) lists.insert(ListOf(list));
  }
  return lists.size() == 1 ? *lists.begin() : "";
}

/// "disease" of "any observed disease M:1 asthma (1 code in use), named #0".
void ReadWhatItLooksFor(const std::string& text, const std::string& canonical, BoundLine* line) {
  constexpr std::string_view kBegin[] = {"any ", "exactly ", "at least ", "at most "};
  const auto begins = [&](std::string_view begin) { return line->says.starts_with(begin); };
  if (std::none_of(std::begin(kBegin), std::end(kBegin), begins)) return;
  std::string_view words = std::string_view(line->says).substr(0, line->says.find(','));
  const std::optional<TermLine> of_terms = TermLineOf(text);
  if (of_terms.has_value()) {
    words = of_terms->what;
    if (words.find(" excluded ") == std::string_view::npos) line->terms = TermsIn(*of_terms, canonical);
  }
  line->looks_for = words.substr(words.rfind(' ') + 1);
}

std::vector<BoundLine> LinesOf(const std::vector<std::string>& bound, const std::string& canonical) {
  std::vector<BoundLine> lines;
  for (const std::string& text : bound) {
    const size_t colon = text.find(": ");
    const size_t begin = text.find_first_not_of(' ');
    if (colon == std::string::npos || begin >= colon) continue;
    lines.push_back({begin, text.substr(begin, colon - begin), text.substr(colon + 2), "", ""});
    ReadWhatItLooksFor(text, canonical, &lines.back());
  }
  return lines;
}

/// "#0": the line of the rows that are named so.
std::map<std::string, const BoundLine*> NamedRows(const std::vector<BoundLine>& lines) {
  constexpr std::string_view kNamed = ", named ";
  std::map<std::string, const BoundLine*> rows;
  for (const BoundLine& line : lines) {
    const size_t named = line.says.find(kNamed);
    if (named == std::string::npos) continue;
    const std::string_view name = std::string_view(line.says).substr(named + kNamed.size());
    rows[std::string(name.substr(0, name.find_first_of(", ")))] = &line;
  }
  return rows;
}

/// Whether `text` begins (or, else, ends) with the words of `name`.
bool BeginsWithWords(std::string_view text, std::string_view name) {
  return text.starts_with(name) && (text.size() == name.size() || text[name.size()] == ' ');
}
bool EndsWithWords(std::string_view text, std::string_view name) {
  constexpr std::string_view kUnknown = ", or not known";
  if (text.ends_with(kUnknown)) text.remove_suffix(kUnknown.size());
  return text.ends_with(Concat(" ", name));
}

}  // namespace

/// What a statement asks.
struct FieldTables::Asked {
  std::string words;         ///< of all of it
  std::string beside;        ///< the text beside its criteria; all if there are no lines
  std::string beside_words;  ///< of this
  std::vector<BoundLine> lines;
  std::map<std::string, const BoundLine*> rows;

  /// Of which records the lines name a field: lists of terms, or empty for all records.
  std::set<std::string> TermsNaming(const std::string& entity, const std::string& field) const {
    std::set<std::string> terms;
    for (size_t i = 0; i < lines.size(); ++i) {
      const BoundLine& line = lines[i];
      const bool two_rows = line.says.find('#') != std::string::npos;
      // A date and an age are compared over the birth date.
      if (entity == "individual" && field == "birth date" && two_rows &&
          line.says.find(", named ") == std::string::npos) {
        if (IsOfTimes(line.says)) terms.insert("");
        continue;
      }
      for (const auto& [row, of] : rows) {
        const std::string moment = Concat(row, ".", field);
        const bool named = BeginsWithWords(line.says, moment) || EndsWithWords(line.says, moment);
        if (of->looks_for == entity && named) terms.insert(of->terms);
      }
      const std::string_view before_values = std::string_view(line.says).substr(0, line.says.find(" is "));
      if ((line.space == entity && BeginsWithWords(before_values, field)) ||
          ((line.space == entity || entity == "individual") && IsOfTimes(line.says) &&
           EndsWithWords(line.says, field))) {
        terms.insert(line.space == entity ? TermsAround(i) : "");
      }
    }
    return terms;
  }

  /// The terms of the records that the line is about.
  std::string TermsAround(size_t i) const {
    const std::string& entity = lines[i].space;
    size_t depth = lines[i].depth;
    while (i-- > 0) {
      if (lines[i].depth >= depth) continue;
      if (lines[i].looks_for == entity) return lines[i].terms;
      depth = lines[i].depth;
    }
    return "";
  }

  /// Of the records that are looked for, those whose line says one of `parts`.
  std::set<std::string> TermsOf(const std::string& entity, std::initializer_list<std::string_view> parts) const {
    std::set<std::string> terms;
    for (const BoundLine& line : lines) {
      const auto says = [&](std::string_view part) { return line.says.find(part) != std::string::npos; };
      if (line.looks_for == entity && std::any_of(parts.begin(), parts.end(), says)) terms.insert(line.terms);
    }
    return terms;
  }

  /// Beside the criteria.
  std::string TermsBeside(const std::string& entity) const {
    const AskedTerms terms = TermsBehind(beside, entity);
    return terms.everywhere ? ListOf(terms.terms) : "";
  }

  /// The same for a field with these names: by disease stage "melanoma", by age at diagnosis "melanoma".
  std::string TermsBeside(const std::string& entity, const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      const AskedTerms terms = TermsBehind(beside, name);
      if (terms.everywhere && !terms.terms.empty()) return ListOf(terms.terms);
      if (!terms.terms.empty()) return "";  // of some, and of all
    }
    return TermsBeside(entity);
  }

  bool HasTerms(const std::string& entity) const {
    const auto has = [&](const BoundLine& line) { return line.looks_for == entity && !line.terms.empty(); };
    return !TermsBehind(beside, entity).terms.empty() || std::any_of(lines.begin(), lines.end(), has);
  }

  bool IsBeside(const std::string& plural, const std::string& singular) const {
    return plural == "individuals" || HasWord(beside_words, plural) || HasWord(beside_words, singular);
  }

 private:
  static bool IsOfTimes(const std::string& says) {
    return says.find(" before ") != std::string::npos || says.find(" after ") != std::string::npos ||
           says.find(" of ") != std::string::npos;
  }
};

std::vector<FieldUse> FieldTables::UsedBy(const std::string& canonical, const std::vector<std::string>& lines) {
  Asked asked;
  asked.words = WordsOf(canonical);
  asked.beside = lines.empty() ? canonical : WithoutCriteria(canonical);
  asked.beside_words = WordsOf(asked.beside);
  asked.lines = LinesOf(lines, canonical);
  asked.rows = NamedRows(asked.lines);
  std::vector<FieldUse> uses;
  for (const CatalogueInfo::Entity& entity : info_.entities) {
    const bool person = entity.name == "individuals";
    // What somebody's data may be used for, by consents, without that these are named.
    if (entity.name == "consents" && HasWord(asked.words, "usable") && !HasWord(asked.words, "consent") &&
        !HasWord(asked.words, "consents")) {
      AddPeople("consent", asked, &uses);
      continue;
    }
    if (!person && !HasWord(asked.words, entity.name) && !HasWord(asked.words, Singular(entity.name))) continue;
    AddUses(entity, asked, &uses);
    AddPeople(Singular(entity.name), asked, &uses);
  }
  return uses;
}

/// Those that are named, and those that decide without being named: what a record is of, its time where the first or
/// last is asked for, and the birth date that an age is counted from.
void FieldTables::AddUses(const CatalogueInfo::Entity& entity, const Asked& asked, std::vector<FieldUse>* uses) {
  auto [found, is_new] = tables_.try_emplace(entity.name);
  if (is_new) found->second = AskDerived(catalogue_, "describe " + entity.name, options_);
  if (!found->second.has_value()) return;
  const Table& table = *found->second;
  const std::string singular = Singular(entity.name);
  const std::string beside = asked.IsBeside(entity.name, singular) ? asked.beside_words : " ";
  const auto column = [&](std::string_view name) {
    size_t at = 0;
    while (at < table.columns.size() && table.columns[at].name != name) ++at;
    return at;
  };
  const size_t recorded = column("recorded"), also = column("also"), kind = column("kind");
  const bool ordered =
      HasWord(asked.words, Concat("first ", singular)) || HasWord(asked.words, Concat("last ", singular));
  bool time_is_used = !ordered;
  for (const std::vector<Cell>& row : table.rows) {
    const std::string* field = row.empty() ? nullptr : std::get_if<std::string>(&row[0]);
    const int64_t* count = IntegerAt(row, recorded);
    if (field == nullptr || count == nullptr) continue;
    const auto text = [&](size_t i) { return i < row.size() ? std::get_if<std::string>(&row[i]) : nullptr; };
    const std::string* kind_of = text(kind);
    std::set<std::string> terms = asked.TermsNaming(singular, *field);
    if (IsNamed(beside, *field, text(also))) terms.insert(asked.TermsBeside(singular, NamesOf(*field, text(also))));
    if (!time_is_used && kind_of != nullptr && *kind_of == "time") {
      time_is_used = true;
      const std::set<std::string> picked = asked.TermsOf(singular, {", the first", ", the last"});
      terms.insert(picked.begin(), picked.end());
      if (picked.empty()) terms.insert(asked.TermsBeside(singular));
    }
    if (entity.name == "individuals" && *field == "birth date" && HasWord(asked.words, "age as of")) terms.insert("");
    const bool is_term = IsNamed(" term ", *field, text(also));
    if (is_term && (!terms.empty() || (*field == "term" && asked.HasTerms(singular)))) terms = {""};
    for (const std::string& of : terms) AddUse(entity, *field, static_cast<uint64_t>(*count), of, uses);
  }
}

void FieldTables::AddUse(const CatalogueInfo::Entity& entity, const std::string& field, uint64_t recorded,
                         const std::string& terms, std::vector<FieldUse>* uses) {
  uses->push_back({entity.name, "", field, recorded, RowsOf(entity)});
  if (!terms.empty()) CountOfTerms(terms, &uses->back());
  if (entity.name != "individuals" || (field != "age at death" && field != "cause of death")) return;
  // Nobody misses these of the living.
  const int64_t dead = CountOf(Concat("count individuals where vital status is deceased or ", field, " is recorded"));
  if (dead < static_cast<int64_t>(recorded)) return;
  uses->back().entity = "individuals who are recorded as deceased";
  uses->back().rows = static_cast<uint64_t>(dead);
}

/// As `describe` counts them: a panel is one measurement, however many rows its components have.
uint64_t FieldTables::RowsOf(const CatalogueInfo::Entity& entity) {
  if (entity.name != "measurements") return entity.rows;
  if (!measurements_.has_value()) {
    const int64_t counted = CountOf("count measurements");
    measurements_ = counted < 0 ? entity.rows : static_cast<uint64_t>(counted);
  }
  return *measurements_;
}

/// For measurements, records with the terms, each list by itself, as a measurement has to be made; for other entities,
/// any records.
void FieldTables::AddPeople(const std::string& singular, const Asked& asked, std::vector<FieldUse>* uses) {
  if (!IsFound(singular) || info_.entities.empty() || info_.entities[0].name != "individuals") return;
  std::set<std::string> lists;
  if (singular == "measurement" || singular == "exposure") {
    lists = asked.TermsOf(singular, {""});
    if (asked.IsBeside(Concat(singular, "s"), singular)) lists.insert(asked.TermsBeside(singular));
  }
  if (lists.empty()) lists.insert("");
  const uint64_t all = info_.entities[0].rows;
  for (const std::string& list : lists) {
    // Of consents, those that are refused or withdrawn, too, which `has` alone does not look at.
    const std::string_view status = singular == "consent" ? " with (status is recorded or status is missing)" : "";
    const int64_t people = CountOf(
        Concat("count individuals where has ", singular, list.empty() ? "" : Concat(" in (", list, ")"), status));
    if (people < 0 || static_cast<uint64_t>(people) > all) continue;
    uses->push_back({"individuals", "", Concat("any ", singular, list.empty() ? "" : " ", list),
                     static_cast<uint64_t>(people), all, /*of_people=*/true});
  }
}

int64_t FieldTables::CountOf(const std::string& statement) {
  const std::optional<Table> counted = AskDerived(catalogue_, statement, options_);
  const int64_t* number = counted.has_value() && counted->rows.size() == 1 ? IntegerAt(counted->rows[0], 0) : nullptr;
  return number == nullptr ? -1 : *number;
}

void FieldTables::CountOfTerms(const std::string& list, FieldUse* use) {
  const std::string all = Concat("count ", use->entity, " where term in (", list, ")");
  const int64_t rows = CountOf(all);
  const int64_t recorded = rows > 0 ? CountOf(Concat(all, " and not ", use->field, " is missing")) : -1;
  if (recorded < 0 || recorded > rows) return;
  use->terms = list;
  use->recorded = static_cast<uint64_t>(recorded);
  use->rows = static_cast<uint64_t>(rows);
}

}  // namespace muster::shell
