#include "engine/import/table/units/named_units.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"
#include "engine/model/units/units.h"

namespace muster::import {
namespace {

using model::Concat;
using Age = TableColumn::Age;

constexpr RemarkKind kOtherUnit{
    ImportProblem::Kind::kNote, "column whose name says another unit than the mapping gives its numbers",
    "nothing, if the mapping is right; else correct its unit (\"unit\": {\"const\": \"mmol/mol\"}, \"age\": "
    "\"months\"), or convert the column: numbers are taken as the mapping says"};

struct Word {
  std::string_view word;
  std::string_view unit;  // of UCUM
};
constexpr Word kNumerators[] = {{"mg", "mg"},   {"g", "g"},       {"ug", "ug"},     {"mcg", "ug"},    {"ng", "ng"},
                                {"pg", "pg"},   {"mmol", "mmol"}, {"umol", "umol"}, {"nmol", "nmol"}, {"pmol", "pmol"},
                                {"iu", "[iU]"}, {"miu", "m[iU]"}, {"u", "U"}};
constexpr Word kDenominators[] = {{"dl", "dL"}, {"l", "L"}, {"ml", "mL"}, {"mol", "mol"}, {"ul", "uL"}};
// Amounts of substance alone are concentrations, too: "glucose_mmol".
constexpr Word kAmounts[] = {{"mmol", "mmol/L"}, {"umol", "umol/L"}, {"nmol", "nmol/L"}, {"pmol", "pmol/L"}};
constexpr Word kWords[] = {{"percent", "%"},
                           {"pct", "%"},
                           {"kg", "kg"},
                           {"lb", "[lb_av]"},
                           {"lbs", "[lb_av]"},
                           {"cm", "cm"},
                           {"inch", "[in_i]"},
                           {"inches", "[in_i]"},
                           {"mgdl", "mg/dL"},
                           {"mmoll", "mmol/L"},
                           {"umoll", "umol/L"},
                           {"gdl", "g/dL"},
                           {"mmolmol", "mmol/mol"},
                           {"mgl", "mg/L"},
                           {"ugl", "ug/L"},
                           {"ngl", "ng/L"},
                           {"ngml", "ng/mL"},
                           {"pgml", "pg/mL"},
                           {"ugdl", "ug/dL"},
                           {"ngdl", "ng/dL"},
                           {"nmoll", "nmol/L"},
                           {"pmoll", "pmol/L"},
                           {"ifcc", "mmol/mol"},
                           {"ngsp", "%"},
                           {"fraction", "1"},
                           {"fahrenheit", "[degF]"},
                           {"degf", "[degF]"},
                           {"celsius", "Cel"},
                           {"degc", "Cel"}};
// They may mean something else ("bp_m" is measured in the morning), so they count only as units of the same kind as the
// mapping's.
constexpr Word kLetters[] = {{"m", "m"},    {"g", "g"},   {"f", "[degF]"}, {"c", "Cel"},  {"in", "[in_i]"},
                             {"gl", "g/L"}, {"mg", "mg"}, {"ug", "ug"},    {"mcg", "ug"}, {"ng", "ng"}};

struct TimeWord {
  std::string_view word;
  Age unit;
};
constexpr TimeWord kTimes[] = {
    {"years", Age::kYears},   {"year", Age::kYears},     {"yrs", Age::kYears},    {"jahre", Age::kYears},
    {"jahren", Age::kYears},  {"ans", Age::kYears},      {"annees", Age::kYears}, {"anos", Age::kYears},
    {"anni", Age::kYears},    {"months", Age::kMonths},  {"month", Age::kMonths}, {"mos", Age::kMonths},
    {"monate", Age::kMonths}, {"monaten", Age::kMonths}, {"mois", Age::kMonths},  {"meses", Age::kMonths},
    {"mesi", Age::kMonths},   {"weeks", Age::kWeeks},    {"week", Age::kWeeks},   {"wochen", Age::kWeeks},
    {"days", Age::kDays},     {"day", Age::kDays},       {"tage", Age::kDays},    {"tagen", Age::kDays},
    {"jours", Age::kDays},    {"dias", Age::kDays},      {"giorni", Age::kDays},  {"yr", Age::kYears},
    {"mo", Age::kMonths},     {"mon", Age::kMonths},     {"mth", Age::kMonths},   {"mths", Age::kMonths},
    {"mnths", Age::kMonths},  {"wk", Age::kWeeks},       {"wks", Age::kWeeks},    {"kk", Age::kMonths},
    {"dagar", Age::kDays},    {"dager", Age::kDays},     {"dagen", Age::kDays},   {"maanden", Age::kMonths},
    {"mnd", Age::kMonths},    {"mdr", Age::kMonths},     {"mies", Age::kMonths},  {"miesiace", Age::kMonths},
    {"dage", Age::kDays},     {"dni", Age::kDays},       {"jaar", Age::kYears},
};
// Behind nothing but the word for age: "age_m" are months, but in "visit_m" they may be anything.
constexpr TimeWord kTimesOfAge[] = {{"y", Age::kYears}, {"m", Age::kMonths}, {"w", Age::kWeeks}, {"d", Age::kDays}};
constexpr std::string_view kAgeWords[] = {"age",   "alter", "edad",     "eta",   "ika",
                                          "idade", "onset", "leeftijd", "alder", "wiek"};

std::optional<Age> UnitOf(std::span<const TimeWord> times, std::string_view word) {
  const auto found = std::find_if(times.begin(), times.end(), [&](const TimeWord& time) { return time.word == word; });
  return found == times.end() ? std::nullopt : std::optional(found->unit);
}

std::string_view UnitOf(const Word* begin, const Word* end, std::string_view word) {
  const Word* found = std::find_if(begin, end, [&](const Word& w) { return w.word == word; });
  return found == end ? std::string_view() : found->unit;
}

// Its words, small: "HbA1c (mmol/mol)" is hba1c, mmol, mol, and "kreatinin_µmol" has umol. `camel`: a capital behind a
// small letter begins a word, as in "AgeInMonths".
std::vector<std::string> WordsOf(std::string_view name, bool camel) {
  std::vector<std::string> words(1);
  bool behind_small = false;
  for (size_t i = 0; i < name.size(); ++i) {
    const std::string_view rest = name.substr(i);
    const bool micro = rest.starts_with("\xc2\xb5") || rest.starts_with("\xce\xbc");
    const char c = micro ? 'u' : name[i];
    if (!model::IsAsciiAlnum(c) && c != '%') {
      if (!words.back().empty()) words.emplace_back();
      behind_small = false;
      continue;
    }
    if (micro) ++i;
    const bool capital = c >= 'A' && c <= 'Z';
    if (camel && capital && behind_small) words.emplace_back();
    words.back().push_back(model::AsciiLower(c));
    behind_small = !capital && model::IsAsciiAlpha(c);
  }
  if (words.back().empty()) words.pop_back();
  std::erase(words, "per");
  return words;
}

bool IsSame(const model::Unit& a, const model::Unit& b) {
  return model::Convertible(a, b) && std::abs(a.factor / b.factor - 1) < 1e-6 && std::abs(a.offset - b.offset) < 1e-6;
}

// For enzymes, the unit is the international one; a text in braces is about what was measured.
std::string Plain(std::string_view unit) {
  std::string plain;
  for (size_t i = 0; i < unit.size(); ++i) {
    if (unit[i] == '{') {
      const size_t end = unit.find('}', i);
      if (end == unit.npos) return std::string(unit);
      i = end;
    } else if (unit.substr(i).starts_with("IU")) {
      plain.push_back('U');
      ++i;
    } else if (unit.substr(i).starts_with("[iU]") || unit.substr(i).starts_with("[IU]")) {
      plain.push_back('U');
      i += 3;
    } else {
      plain.push_back(unit[i]);
    }
  }
  return plain;
}

// "Leukozyten (G/l)" has thousands of millions in a litre.
bool IsCount(const model::Unit& unit) {
  const absl::StatusOr<model::Unit> count = model::ParseUnit("10*9/L");
  return count.ok() && model::Convertible(unit, *count);
}

bool IsSameButForWords(std::string_view said, std::string_view given) {
  const absl::StatusOr<model::Unit> named = model::ParseUnit(Plain(said));
  const absl::StatusOr<model::Unit> plain = model::ParseUnit(Plain(model::UnitLabel(given)));
  return named.ok() && plain.ok() && (IsSame(*named, *plain) || (said == "g/L" && IsCount(*plain)));
}

// At the end of a name, or "" where nothing there is a unit.
std::string UnitAtEnd(const std::vector<std::string>& words, bool* letter) {
  *letter = false;
  if (words.size() < 2) return "";
  const std::string& last = words.back();
  if (words.size() > 2) {
    const std::string_view above = UnitOf(std::begin(kNumerators), std::end(kNumerators), words[words.size() - 2]);
    const std::string_view below = UnitOf(std::begin(kDenominators), std::end(kDenominators), last);
    if (!above.empty() && !below.empty()) return Concat({above, "/", below});
  }
  if (last == "ul" && words.size() > 1) return "/uL";
  if (last == "%") return "%";
  for (const std::span<const Word> units : {std::span<const Word>(kWords), std::span<const Word>(kAmounts)}) {
    const std::string_view unit = UnitOf(units.data(), units.data() + units.size(), last);
    if (!unit.empty()) return std::string(unit);
  }
  *letter = true;
  return std::string(UnitOf(std::begin(kLetters), std::end(kLetters), last));
}

// "Alter-in-Tagen-am-Aufnahmetag", "age_in_m": behind a word for "in".
std::optional<Age> TimeUnitBehindIn(const std::vector<std::string>& words) {
  constexpr std::string_view kIn[] = {"in", "en", "em", "i"};
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (!IsIn(kIn, words[i])) continue;
    if (const std::optional<Age> unit = UnitOf(kTimes, words[i + 1])) return unit;
    const std::optional<Age> letter = UnitOf(kTimesOfAge, words[i + 1]);
    if (letter.has_value() && i > 0 && IsIn(kAgeWords, words[i - 1])) return letter;
  }
  return std::nullopt;
}

// "years_smoked", but not "year_quit": more than one of them.
std::optional<Age> TimeUnitAtFront(std::string_view name) {
  constexpr std::string_view kSeveral[] = {"years", "yrs",    "months", "weeks", "days", "jahre", "monate", "wochen",
                                           "tage",  "annees", "mois",   "anos",  "anni", "meses", "mesi",   "jours"};
  const std::vector<std::string> words = WordsOf(name, /*camel=*/true);
  const bool several =
      words.size() > 1 && std::find(std::begin(kSeveral), std::end(kSeveral), words.front()) != std::end(kSeveral);
  return several ? UnitOf(kTimes, words.front()) : std::nullopt;
}

// "pct_20x" and "total_reads" are no depths.
std::string_view OtherThanDepth(std::string_view name) {
  for (const std::string& word : WordsOf(name, /*camel=*/true)) {
    if (word == "pct" || word == "percent" || word == "perc" || word == "fraction" || word == "%") return "a share";
    if (word == "reads" || word == "yield" || word == "bases") return "an amount";
  }
  return "";
}

std::string_view NameOf(Age unit) {
  switch (unit) {
    case Age::kYears:
      return "years";
    case Age::kMonths:
      return "months";
    case Age::kWeeks:
      return "weeks";
    case Age::kDays:
      return "days";
    default:
      return "";
  }
}

// Of a rule that reads numbers of the column into a field.
class Columns {
 public:
  Columns(const Mapping& mapping, size_t table, const TableHeader& header, Reporter& reporter)
      : table_(mapping.tables()[table].name), header_(header), reporter_(reporter) {}

  const HeaderColumn* Find(const Steps& steps) const {
    const size_t column = steps.size() == 1 ? header_.Find(steps[0]) : kNoColumn;
    return column == kNoColumn ? nullptr : &header_.columns()[column];
  }
  // The name says `said`, and the mapping `given`.
  void Report(const HeaderColumn& column, std::string_view said, std::string_view given) {
    if (std::find(told_.begin(), told_.end(), &column) != told_.end()) return;
    told_.push_back(&column);
    reporter_.Report(
        kOtherUnit, Concat({"/", table_, "/", column.name}), column.name,
        Concat({"\"", Shown(column.name, 80), "\" names ", said, ", and its numbers are taken in ", given}));
  }
  // The numbers are in `unit`. Of a length of time, `length`, the first word may say it: "years_smoked".
  void CheckTime(const HeaderColumn* column, Age unit, bool length = false) {
    std::optional<Age> said = column == nullptr ? std::nullopt : TimeUnitInName(column->name);
    if (column != nullptr && !said.has_value() && length) said = TimeUnitAtFront(column->name);
    if (said.has_value() && *said != unit) Report(*column, NameOf(*said), NameOf(unit));
  }

 private:
  const std::string& table_;
  const TableHeader& header_;
  Reporter& reporter_;
  std::vector<const HeaderColumn*> told_;
};

bool IsOfDays(model::FieldId field) {
  return field == model::field::kSurvival || field == model::field::kExposureDuration;
}

}  // namespace

std::string OtherUnitInName(std::string_view name, std::string_view unit) {
  bool letter = false;
  std::string said = UnitAtEnd(WordsOf(name, false), &letter);
  if (said.empty()) said = UnitAtEnd(WordsOf(name, true), &letter);
  if (said.empty() || unit.empty()) return "";
  const absl::StatusOr<model::Unit> named = model::ParseUnit(said);
  const absl::StatusOr<model::Unit> given = model::ParseUnit(unit);
  if (!named.ok() || !given.ok() || IsSame(*named, *given)) return "";
  if (IsSameButForWords(said, unit)) return "";
  return letter && !model::Convertible(*named, *given) ? "" : said;
}

std::optional<Age> TimeUnitOfWord(std::string_view word) { return UnitOf(kTimes, word); }

UnitsAlike AreUnitsAlike(std::string_view unit, std::string_view other) {
  const absl::StatusOr<model::Unit> one = model::ParseUnit(unit);
  const absl::StatusOr<model::Unit> two = model::ParseUnit(other);
  if (unit.empty() || other.empty() || !one.ok() || !two.ok()) return UnitsAlike::kUnknown;
  if (IsSame(*one, *two) || IsSameButForWords(unit, other)) return UnitsAlike::kSame;
  return model::Convertible(*one, *two) ? UnitsAlike::kOthers : UnitsAlike::kUnknown;
}

std::optional<Age> TimeUnitInName(std::string_view name) {
  for (const bool camel : {false, true}) {
    const std::vector<std::string> words = WordsOf(name, camel);
    if (words.size() < 2) continue;
    if (const std::optional<Age> unit = UnitOf(kTimes, words.back())) return unit;
    if (const std::optional<Age> unit = TimeUnitBehindIn(words)) return unit;
    if (words.size() == 2 && IsIn(kAgeWords, words[0])) {
      if (const std::optional<Age> unit = UnitOf(kTimesOfAge, words[1])) return unit;
    }
  }
  return std::nullopt;
}

void ReportNamedUnits(const Mapping& mapping, size_t table, const MappingNode* rows, const TableHeader& header,
                      Reporter& reporter) {
  Columns columns(mapping, table, header, reporter);
  for (const HeaderColumn& column : header.columns()) {
    if (column.used && column.settings != nullptr && column.settings->age != Age::kNone) {
      columns.CheckTime(&column, column.settings->age);
    }
  }
  for (const FieldRule& field : mapping.individual_of(table)) {
    if (!field.constant && IsOfDays(field.field))
      columns.CheckTime(columns.Find(field.steps), Age::kDays, /*length=*/true);
  }
  if (rows == nullptr) return;
  for (const RowRule* rule : rows->rows()) {
    const FieldRule* value = nullptr;
    const FieldRule* unit = nullptr;
    for (const FieldRule& field : rule->fields) {
      if (field.comparator || field.excluded) continue;
      const bool is_value =
          field.field == model::field::kMeasurementValue || field.field == model::field::kExposureValue;
      if (is_value && !field.constant) value = &field;
      const bool is_unit = field.field == model::field::kMeasurementUnit || field.field == model::field::kExposureUnit;
      if (is_unit && field.constant) unit = &field;
      if (!field.constant && IsOfDays(field.field)) {
        columns.CheckTime(columns.Find(field.steps), Age::kDays, /*length=*/true);
      }
    }
    for (const FieldRule& field : rule->fields) {
      const HeaderColumn* depth =
          field.constant || field.field != model::field::kRunDepth ? nullptr : columns.Find(field.steps);
      const std::string_view said = depth == nullptr ? std::string_view() : OtherThanDepth(depth->name);
      if (!said.empty()) columns.Report(*depth, said, "reads at a place");
    }
    const HeaderColumn* column = value == nullptr || unit == nullptr ? nullptr : columns.Find(value->steps);
    if (column == nullptr) continue;
    const std::string said = OtherUnitInName(column->name, unit->text);
    if (!said.empty()) columns.Report(*column, said, model::UnitLabel(unit->text));
  }
}

}  // namespace muster::import
