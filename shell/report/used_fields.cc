#include "shell/report/used_fields.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <variant>

#include "shell/report/ask_beside.h"
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
bool IsNamed(const std::string& words, const std::string& name, const std::string* also) {
  if (HasWord(words, name)) return true;
  if (also == nullptr) return false;
  for (size_t begin = 0; begin < also->size();) {
    const size_t end = std::min(also->find(", ", begin), also->size());
    if (HasWord(words, std::string_view(*also).substr(begin, end - begin))) return true;
    begin = end + 2;
  }
  return false;
}

/// What somebody found, did or asked: who has none of it may not have been looked at.
bool IsFound(std::string_view singular) {
  constexpr std::string_view kFound[] = {"phenotype", "disease",  "measurement",    "treatment",
                                         "procedure", "exposure", "interpretation", "variant"};
  return std::find(std::begin(kFound), std::end(kFound), singular) != std::end(kFound);
}

std::string ListOf(const std::vector<std::string>& terms) {
  std::string list;
  for (const std::string& term : terms) Append(list, list.empty() ? "" : ", ", term);
  return list;
}

std::vector<BoundLine> LinesOf(const std::vector<std::string>& bound) {
  std::vector<BoundLine> lines;
  for (const std::string& text : bound) {
    const size_t colon = text.find(": ");
    const size_t begin = text.find_first_not_of(' ');
    if (colon == std::string::npos || begin >= colon) continue;
    lines.push_back({text.substr(begin, colon - begin), text.substr(colon + 2)});
  }
  return lines;
}

/// "#0" of the rows that are named so, by entity.
std::map<std::string, std::string> NamedRows(const std::vector<BoundLine>& lines) {
  constexpr std::string_view kNamed = ", named ";
  std::map<std::string, std::string> rows;
  for (const BoundLine& line : lines) {
    const size_t named = line.says.find(kNamed);
    if (named == std::string::npos) continue;
    std::string entity;  // the last word before the term
    for (size_t begin = 0; begin < named;) {
      const size_t end = std::min(line.says.find(' ', begin), named);
      const std::string word = line.says.substr(begin, end - begin);
      if (word == "exactly" ? !entity.empty() && entity != "any" : IsCode(word)) break;
      entity = word;
      begin = end + 1;
    }
    const std::string_view name = std::string_view(line.says).substr(named + kNamed.size());
    rows[std::string(name.substr(0, name.find_first_of(", ")))] = entity;
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
  std::string beside_words;  ///< of what stands beside its criteria; of all where there are no lines
  std::vector<BoundLine> lines;
  std::map<std::string, std::string> rows;

  bool Names(const std::string& entity, const std::string& field) const {
    return std::any_of(lines.begin(), lines.end(), [&](const BoundLine& line) {
      const bool two_rows = line.says.find('#') != std::string::npos;
      // A date and an age are compared over the birth date.
      if (entity == "individual" && field == "birth date" && two_rows &&
          line.says.find(", named ") == std::string::npos) {
        return IsOfTimes(line.says);
      }
      for (const auto& [row, of] : rows) {
        const std::string moment = Concat(row, ".", field);
        if (of == entity && (BeginsWithWords(line.says, moment) || EndsWithWords(line.says, moment))) return true;
      }
      const std::string_view before_values = std::string_view(line.says).substr(0, line.says.find(" is "));
      if (line.space == entity && BeginsWithWords(before_values, field)) return true;
      return (line.space == entity || entity == "individual") && IsOfTimes(line.says) &&
             EndsWithWords(line.says, field);
    });
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
  asked.beside_words = lines.empty() ? asked.words : WordsOf(WithoutCriteria(canonical));
  asked.lines = LinesOf(lines);
  asked.rows = NamedRows(asked.lines);
  std::vector<FieldUse> uses;
  for (const CatalogueInfo::Entity& entity : info_.entities) {
    const bool person = entity.name == "individuals";
    if (!person && !HasWord(asked.words, entity.name) && !HasWord(asked.words, Singular(entity.name))) continue;
    const AskedTerms terms = TermsBehind(canonical, Singular(entity.name));
    AddUses(entity, asked, terms, &uses);
    AddPeople(Singular(entity.name), terms, &uses);
  }
  return uses;
}

/// Those that are named, and those that decide without being named: what a record is of, its time where the first or
/// last is asked for, and the birth date that an age is counted from.
void FieldTables::AddUses(const CatalogueInfo::Entity& entity, const Asked& asked, const AskedTerms& terms,
                          std::vector<FieldUse>* uses) {
  auto [found, is_new] = tables_.try_emplace(entity.name);
  if (is_new) found->second = AskBeside(catalogue_, "describe " + entity.name, options_);
  if (!found->second.has_value()) return;
  const Table& table = *found->second;
  const std::string singular = Singular(entity.name);
  const bool is_beside =
      entity.name == "individuals" || HasWord(asked.beside_words, entity.name) || HasWord(asked.beside_words, singular);
  const std::string beside = is_beside ? asked.beside_words : " ";
  const auto column = [&](std::string_view name) {
    size_t at = 0;
    while (at < table.columns.size() && table.columns[at].name != name) ++at;
    return at;
  };
  const size_t recorded = column("recorded"), also = column("also"), kind = column("kind");
  const bool ordered = HasWord(asked.words, Concat("first ", Singular(entity.name))) ||
                       HasWord(asked.words, Concat("last ", Singular(entity.name)));
  bool time_is_used = !ordered;
  for (const std::vector<Cell>& row : table.rows) {
    const std::string* field = row.empty() ? nullptr : std::get_if<std::string>(&row[0]);
    const int64_t* count = IntegerAt(row, recorded);
    if (field == nullptr || count == nullptr) continue;
    const auto text = [&](size_t i) { return i < row.size() ? std::get_if<std::string>(&row[i]) : nullptr; };
    const std::string* kind_of = text(kind);
    const bool is_time = !time_is_used && kind_of != nullptr && *kind_of == "time";
    time_is_used = time_is_used || is_time;
    const bool of_age = entity.name == "individuals" && *field == "birth date" && HasWord(asked.words, "age as of");
    if (!is_time && !of_age && !(!terms.terms.empty() && *field == "term") && !IsNamed(beside, *field, text(also)) &&
        !asked.Names(singular, *field)) {
      continue;
    }
    uses->push_back({entity.name, "", *field, static_cast<uint64_t>(*count), RowsOf(entity)});
    if (terms.everywhere && !IsNamed(" term ", *field, text(also))) CountOfTerms(terms.terms, &uses->back());
  }
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

/// Of what is measured, those with the terms: nobody has them by nature. Of other records, those with any.
void FieldTables::AddPeople(const std::string& singular, const AskedTerms& terms, std::vector<FieldUse>* uses) {
  if (!IsFound(singular) || info_.entities.empty() || info_.entities[0].name != "individuals") return;
  const bool measured = singular == "measurement" || singular == "exposure";
  const std::string list = measured && terms.everywhere ? ListOf(terms.terms) : "";
  const int64_t people =
      CountOf(Concat("count individuals where has ", singular, list.empty() ? "" : Concat(" in (", list, ")")));
  const uint64_t all = info_.entities[0].rows;
  if (people < 0 || static_cast<uint64_t>(people) > all) return;
  uses->push_back({"individuals", "", Concat("any ", singular, list.empty() ? "" : " ", list),
                   static_cast<uint64_t>(people), all, /*of_people=*/true});
}

int64_t FieldTables::CountOf(const std::string& statement) {
  const std::optional<Table> counted = AskBeside(catalogue_, statement, options_);
  const int64_t* number = counted.has_value() && counted->rows.size() == 1 ? IntegerAt(counted->rows[0], 0) : nullptr;
  return number == nullptr ? -1 : *number;
}

void FieldTables::CountOfTerms(const std::vector<std::string>& terms, FieldUse* use) {
  if (terms.empty()) return;
  const std::string list = ListOf(terms);
  const std::string all = Concat("count ", use->entity, " where term in (", list, ")");
  const int64_t rows = CountOf(all);
  const int64_t recorded = rows > 0 ? CountOf(Concat(all, " and not ", use->field, " is missing")) : -1;
  if (recorded < 0 || recorded > rows) return;
  use->terms = list;
  use->recorded = static_cast<uint64_t>(recorded);
  use->rows = static_cast<uint64_t>(rows);
}

}  // namespace muster::shell
