#include "engine/import/table/units/unit_columns.h"

#include <algorithm>
#include <span>

#include "engine/import/record/polarity_word.h"
#include "engine/import/table/units/named_units.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Age = TableColumn::Age;

struct TimeCell {
  std::string_view word;
  Age unit;
};
// Besides what names of columns end with. By their ASCII letters: "année" is "anne".
constexpr TimeCell kWords[] = {
    {"yrsold", Age::kYears},    {"yearsold", Age::kYears},   {"jahr", Age::kYears},    {"an", Age::kYears},
    {"annes", Age::kYears},     {"anne", Age::kYears},       {"annee", Age::kYears},   {"aos", Age::kYears},
    {"ao", Age::kYears},        {"ano", Age::kYears},        {"anno", Age::kYears},    {"jaar", Age::kYears},
    {"jaren", Age::kYears},     {"monat", Age::kMonths},     {"mes", Age::kMonths},    {"mese", Age::kMonths},
    {"maand", Age::kMonths},    {"monthsold", Age::kMonths}, {"woche", Age::kWeeks},   {"semaine", Age::kWeeks},
    {"semaines", Age::kWeeks},  {"semana", Age::kWeeks},     {"semanas", Age::kWeeks}, {"settimane", Age::kWeeks},
    {"settimana", Age::kWeeks}, {"weken", Age::kWeeks},      {"tag", Age::kDays},      {"jour", Age::kDays},
    {"dia", Age::kDays},        {"das", Age::kDays},         {"da", Age::kDays},       {"giorno", Age::kDays},
    {"dag", Age::kDays},        {"daysold", Age::kDays},     {"hour", Age::kNone},     {"hours", Age::kNone},
    {"hrs", Age::kNone},        {"hr", Age::kNone},          {"stunden", Age::kNone},  {"stunde", Age::kNone},
    {"heures", Age::kNone},     {"horas", Age::kNone},       {"decades", Age::kNone},  {"decade", Age::kNone},
    {"minutes", Age::kNone}};
constexpr TimeCell kLetters[] = {{"y", Age::kYears}, {"a", Age::kYears}, {"j", Age::kYears}, {"m", Age::kMonths},
                                 {"w", Age::kWeeks}, {"d", Age::kDays},  {"t", Age::kDays},  {"h", Age::kNone}};
constexpr TimeCell kOfOtherAlphabets[] = {{"岁", Age::kYears},   {"歳", Age::kYears},    {"年", Age::kYears},
                                          {"月", Age::kMonths},  {"个月", Age::kMonths}, {"ヶ月", Age::kMonths},
                                          {"周", Age::kWeeks},   {"週", Age::kWeeks},    {"天", Age::kDays},
                                          {"日", Age::kDays},    {"лет", Age::kYears},   {"год", Age::kYears},
                                          {"года", Age::kYears}, {"мес", Age::kMonths},  {"месяцев", Age::kMonths},
                                          {"дней", Age::kDays},  {"세", Age::kYears},    {"개월", Age::kMonths}};

// Words for a unit, in front of the name of what it is of, or behind it; longer ones first.
constexpr std::string_view kUnitWords[] = {"unitconceptid", "unitofmeasure", "unitsofmeasure", "unitcode", "unitscd",
                                           "unitcd",        "einheiten",     "einheit",        "unidades", "unidad",
                                           "unitof",        "unites",        "units",          "unite",    "unit",
                                           "eenheid",       "jednostka",     "enhet",          "unita",    "uom"};

std::optional<Age> In(std::span<const TimeCell> list, std::string_view word) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const TimeCell& cell) { return cell.word == word; });
  return found == list.end() ? std::nullopt : std::optional(found->unit);
}

std::string LettersOf(std::string_view name) { return std::string(Letters(name).text()); }

// What the unit is of by the name of its column, such as "age" of "age_unit"; "" of "unit", or if it says nothing.
std::string_view StemOf(std::string_view letters) {
  for (const std::string_view word : kUnitWords) {
    if (letters.ends_with(word)) return letters.substr(0, letters.size() - word.size());
    if (letters.starts_with(word)) return letters.substr(word.size());
  }
  return {};
}

// "1", "8753", "YR2": what stands for a unit.
bool IsCode(std::string_view cell) {
  constexpr size_t kLongest = 10;
  return cell.size() <= kLongest && std::all_of(cell.begin(), cell.end(), model::IsAsciiAlnum);
}

bool IsConcept(std::string_view cell) { return cell.size() > 3 && model::OnlyDigits(cell); }

// Of whose durations there are units, beside those of people.
bool IsOfSomethingElse(std::string_view letters) {
  constexpr std::string_view kOthers[] = {"dose",  "dosi",   "dosa",  "freq",  "interv", "drug",  "treat", "therap",
                                          "medic", "admin",  "expos", "sched", "cycle",  "smok",  "visit", "recall",
                                          "pack",  "supply", "drink", "alcoh", "repeat", "every", "rate",  "shelf"};
  constexpr std::string_view kOfPeople[] = {"onset", "alter", "edad", "idade", "surv", "aetas", "leeftijd"};
  const bool of_age = letters.starts_with("age") || letters.ends_with("age");
  return (HasOneOf(letters, kOthers) || letters == "per") && !of_age && !HasOneOf(letters, kOfPeople);
}

// Wards are units, and have codes, too.
bool IsOfHospital(std::string_view letters) {
  constexpr std::string_view kOfHospitals[] = {"care",  "hosp", "ward",  "org", "icu",  "nurs",   "admin",   "dept",
                                               "admit", "adm",  "disch", "bed", "stay", "clinic", "research"};
  return HasOneOf(letters, kOfHospitals);
}

bool IsOfDays(model::FieldId field) {
  return field == model::field::kSurvival || field == model::field::kExposureDuration;
}

}  // namespace

std::optional<Age> TimeUnitOfCell(std::string_view cell, bool letters) {
  if (const std::optional<Age> other = In(kOfOtherAlphabets, model::Trim(cell))) return other;
  const Letters word(cell);
  if (const std::optional<Age> unit = TimeUnitOfWord(word.text())) return unit;
  if (const std::optional<Age> unit = In(kWords, word.text())) return unit;
  return letters ? In(kLetters, word.text()) : std::nullopt;
}

bool IsNameOfUnits(std::string_view name) {
  constexpr std::string_view kNames[] = {"unit",       "units",         "uom",       "einheit",    "einheiten",
                                         "unidad",     "unite",         "unites",    "jednostka",  "valueunit",
                                         "resultunit", "unitofmeasure", "maeinheit", "masseinheit"};
  return IsIn(kNames, Letters(name).text());
}

bool MayBeNameOfUnits(std::string_view name) {
  constexpr std::string_view kStems[] = {"unit", "uom", "einheit", "unidad"};
  const Letters letters(name);
  constexpr std::string_view kSdtm[] = {"resu", "dosu", "doseu"};  // LBORRESU, EXDOSU
  return std::any_of(std::begin(kSdtm), std::end(kSdtm),
                     [&](std::string_view end) { return letters.text().ends_with(end); }) ||
         std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return letters.text().find(stem) != std::string_view::npos; });
}

bool MayHaveCodesOfUnits(std::string_view name) {
  constexpr std::string_view kEnds[] = {"unitconceptid", "unitscd", "unitcd", "unitcode", "resu", "dosu", "doseu"};
  constexpr std::string_view kNames[] = {"vunit",      "vunits",     "resultunit",       "resultunits",
                                         "valueunit",  "valueunits", "conventionalunit", "conventionalunits",
                                         "labunit",    "labunits",   "testunit",         "testunits",
                                         "reportunit", "masseinheit"};
  const std::string letters = LettersOf(name);
  if (IsIn(kNames, letters)) return true;
  if (letters == "unitcd" || letters == "unitcode" || IsOfHospital(letters)) return false;
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return letters.ends_with(end); });
}

UnitColumns::UnitColumns(const Mapping& mapping, size_t table, const MappingNode* rows, const TableHeader& header) {
  const auto column_of = [&](const Steps& steps) {
    const size_t column = steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
    return column == kNoColumn ? nullptr : &header.columns()[column];
  };
  const auto add = [&](const HeaderColumn* column, std::optional<Age> time, std::string_view unit) {
    if (column != nullptr) numbers_.push_back({column->name, time, std::string(unit)});
  };
  for (const HeaderColumn& column : header.columns()) {
    if (column.used && column.settings != nullptr && column.settings->age != Age::kNone) {
      add(&column, column.settings->age, "");
    }
  }
  for (const FieldRule& field : mapping.individual_of(table)) {
    if (!field.constant && IsOfDays(field.field)) add(column_of(field.steps), Age::kDays, "");
  }
  if (rows != nullptr) {
    for (const RowRule* rule : rows->rows()) {
      const FieldRule* value = nullptr;
      std::string_view unit;
      bool read = false;  // the unit, from a column
      for (const FieldRule& field : rule->fields) {
        if (field.comparator || field.excluded) continue;
        const bool is_value =
            field.field == model::field::kMeasurementValue || field.field == model::field::kExposureValue;
        const bool is_unit =
            field.field == model::field::kMeasurementUnit || field.field == model::field::kExposureUnit;
        if (is_value && !field.constant) value = &field;
        if (is_unit && field.constant) unit = field.text;
        if (is_unit && !field.constant) read = true;
        if (!field.constant && IsOfDays(field.field)) add(column_of(field.steps), Age::kDays, "");
      }
      if (value != nullptr && !read) add(column_of(value->steps), std::nullopt, unit);
    }
  }
  for (const HeaderColumn& column : header.columns()) {
    const std::string letters = LettersOf(column.name);
    if (letters.empty() || IsNameOfUnits(column.name) || !StemOf(letters).empty()) continue;
    if (std::none_of(numbers_.begin(), numbers_.end(), [&](const Numbers& n) { return n.column == column.name; })) {
      others_.push_back(letters);
    }
  }
}

// The numbers that have their units in a column of this name: AGEU and age_unit of age, EXDOSU of EXDOSE.
const UnitColumns::Numbers* UnitColumns::OwnerOf(std::string_view letters) const {
  if (letters.empty()) return nullptr;
  const std::string_view stem = StemOf(letters);
  const auto find = [&](auto owns) -> const Numbers* {
    const auto found = std::find_if(numbers_.begin(), numbers_.end(),
                                    [&](const Numbers& numbers) { return owns(LettersOf(numbers.column)); });
    return found == numbers_.end() ? nullptr : &*found;
  };
  if (stem.empty()) {
    if (!letters.ends_with('u')) return nullptr;
    const std::string_view before = letters.substr(0, letters.size() - 1);
    return find([&](std::string_view name) {
      if (name.empty()) return false;
      return before == name || (name.size() > 3 && name.ends_with('e') && before == name.substr(0, name.size() - 1));
    });
  }
  // "Alterseinheit" of Alter.
  const auto is_it = [&](std::string_view name) {
    return name == stem || (stem.ends_with('s') && name == stem.substr(0, stem.size() - 1));
  };
  if (const Numbers* owner = find(is_it)) return owner;
  if (std::any_of(others_.begin(), others_.end(), is_it)) return nullptr;
  // "age_unit" of age_at_onset.
  constexpr size_t kShortest = 3;
  if (stem.size() < kShortest || IsOfHospital(letters)) return nullptr;
  return find([&](std::string_view name) { return name.starts_with(stem); });
}

// Whether the units are those of a column that no rule reads as a number.
bool UnitColumns::IsOfAnother(std::string_view letters) const {
  const std::string_view stem = StemOf(letters);
  return !stem.empty() &&
         std::any_of(others_.begin(), others_.end(), [&](std::string_view other) { return other.starts_with(stem); });
}

UnitColumns::Found UnitColumns::OfTimes(std::string_view name, const std::vector<Age>& units,
                                        const Numbers* owner) const {
  const Letters letters(name);
  const bool several = std::any_of(units.begin(), units.end(), [&](Age unit) { return unit != units.front(); });
  const Numbers* of = nullptr;
  size_t times = 0;
  for (const Numbers& numbers : numbers_) {
    if (!numbers.time.has_value() || (owner != nullptr && owner != &numbers)) continue;
    if (!several && *numbers.time == units.front()) return {Kind::kTaken, numbers.column};
    of = &numbers;
    ++times;
  }
  if (of == nullptr) return {};
  // Of values, too, there may be units of time.
  const auto is_value = [](const Numbers& numbers) { return !numbers.time.has_value(); };
  if (owner == nullptr && IsNameOfUnits(name) && std::any_of(numbers_.begin(), numbers_.end(), is_value)) return {};
  if (owner == nullptr && (IsOfAnother(letters.text()) || IsOfSomethingElse(letters.text()))) return {};
  // One other unit in all rows may be of anything.
  if (owner == nullptr && !several && !IsNameOfUnits(name) && StemOf(letters.text()).empty()) return {};
  return {Kind::kOfTimes, times == 1 ? of->column : ""};
}

// Whether numbers are taken in the unit that the cell says, and none in another one of its kind.
bool UnitColumns::AreTaken(std::string_view cell) const {
  bool taken = false;
  for (const Numbers& numbers : numbers_) {
    if (numbers.time.has_value()) continue;
    const UnitsAlike alike = AreUnitsAlike(cell, numbers.unit);
    if (alike == UnitsAlike::kOthers) return false;
    taken = taken || alike == UnitsAlike::kSame;
  }
  return taken;
}

UnitColumns::Found UnitColumns::Find(std::string_view name, const std::vector<std::string>& cells) const {
  if (cells.empty() || numbers_.empty()) return {};
  const Letters letters(name);
  const Numbers* owner = OwnerOf(letters.text());
  const bool of_time = owner != nullptr && owner->time.has_value();
  std::vector<Age> units;
  for (const std::string& cell : cells) {
    if (const std::optional<Age> unit = TimeUnitOfCell(cell, of_time)) units.push_back(*unit);
  }
  if (units.size() == cells.size() && (owner == nullptr || of_time)) {
    if (const Found found = OfTimes(name, units, owner); found.kind != Kind::kUnknown) return found;
  }
  if (cells.size() == 1) return AreTaken(cells.front()) ? Found{Kind::kTaken, ""} : Found();
  constexpr size_t kMostCodes = 8;
  if (cells.size() > kMostCodes || !std::all_of(cells.begin(), cells.end(), IsCode)) return {};
  if (owner != nullptr) return {of_time ? Kind::kOfTimes : Kind::kOfCodes, owner->column};
  // (Of a column that is only called "unit": concepts of OMOP, and no wards.)
  const bool named =
      IsNameOfUnits(name) ? std::all_of(cells.begin(), cells.end(), IsConcept) : MayHaveCodesOfUnits(name);
  const auto is_value = [](const Numbers& numbers) { return !numbers.time.has_value(); };
  const bool values = std::any_of(numbers_.begin(), numbers_.end(), is_value);
  return values && named && !IsOfAnother(letters.text()) ? Found{Kind::kOfCodes, ""} : Found();
}

}  // namespace muster::import
