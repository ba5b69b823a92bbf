#include "engine/import/table/beside/parted_ages.h"

#include <cmath>

#include "engine/import/input/json_value.h"
#include "engine/import/table/beside/columns_of_rules.h"
#include "engine/import/table/rows/row_text.h"
#include "engine/import/table/units/named_units.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Age = TableColumn::Age;
using model::Concat;

constexpr RemarkKind kParted{
    ImportProblem::Kind::kNote,
    "column with the rest of an age in a smaller unit, which no rule of the mapping reads: 2 years and 6 months are 2 "
    "years",
    "nothing, if it is of something else; else put both together in the source, as P2Y6M or as months, and let the "
    "rule read that",
    RemarkPlace::kFirst};

std::vector<std::string> WordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  bool small = false;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!model::IsAsciiAlnum(c) && static_cast<unsigned char>(c) < 0x80) {
      if (!words.back().empty()) words.emplace_back();
      small = false;
      continue;
    }
    if (capital && small && !words.back().empty()) words.emplace_back();
    words.back().push_back(model::AsciiLower(c));
    small = c >= 'a' && c <= 'z';
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::optional<Age> UnitOfLetter(std::string_view word) {
  if (word == "y") return Age::kYears;
  if (word == "m") return Age::kMonths;
  if (word == "w") return Age::kWeeks;
  if (word == "d") return Age::kDays;
  return std::nullopt;
}

// How many of `small` are less than one of `large`; 0 where it is no smaller one.
int MostWithin(Age small, Age large) {
  switch (large) {
    case Age::kYears:
      return small == Age::kMonths ? 11 : small == Age::kWeeks ? 52 : small == Age::kDays ? 365 : 0;
    case Age::kMonths:
      return small == Age::kWeeks ? 4 : small == Age::kDays ? 31 : 0;
    case Age::kWeeks:
      return small == Age::kDays ? 6 : 0;
    default:
      return 0;
  }
}

}  // namespace

std::optional<TimeName> TimeNameOf(std::string_view name) {
  TimeName found;
  for (const std::string& word : WordsOf(name)) {
    std::optional<Age> unit = TimeUnitOfWord(word);
    if (!unit.has_value()) unit = UnitOfLetter(word);
    if (!unit.has_value()) {
      found.of.append(found.of.empty() ? "" : " ").append(word);
    } else if (found.unit != Age::kNone) {
      return std::nullopt;
    } else {
      found.unit = *unit;
    }
  }
  return found.unit == Age::kNone || found.of.empty() ? std::nullopt : std::optional(found);
}

void PartedAges::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                       const TableHeader& header) {
  table_ = mapping.tables()[table].name;
  const std::vector<size_t> read = ColumnsOf(mapping, table, header, [](const FieldRule& rule) {
    const model::Kind kind = model::Info(rule.field).kind;
    return !rule.excluded && !rule.comparator && (kind == model::Kind::kTime || kind == model::Kind::kNumber);
  });
  std::vector<std::optional<TimeName>> names;
  for (const size_t column : read) names.push_back(TimeNameOf(header.columns()[column].name));
  const auto is_read = [&](const TimeName& name) {
    for (const std::optional<TimeName>& other : names) {
      if (other.has_value() && other->of == name.of && other->unit == name.unit) return true;
    }
    return false;
  };
  for (const size_t column : UnreadColumns(mapping, table, of_file, header)) {
    const std::optional<TimeName> name = TimeNameOf(header.columns()[column].name);
    if (!name.has_value() || is_read(*name)) continue;
    for (size_t i = 0; i < read.size(); ++i) {
      if (!names[i].has_value() || names[i]->of != name->of) continue;
      const int most = MostWithin(name->unit, names[i]->unit);
      if (most > 0) parts_.push_back({read[i], column, most});
    }
  }
}

void PartedAges::Look(Parts& parts, const CsvRow& row) {
  const std::string& smaller = row.cells[parts.unread];
  const std::string& larger = row.cells[parts.read];
  if (smaller.empty() || larger.empty()) return;
  const std::optional<double> rest = NumberOf(model::Trim(smaller));
  const std::optional<double> whole = NumberOf(model::Trim(larger));
  if (!rest.has_value() || !whole.has_value() || *rest < 0 || *whole < 0) return;  // a marker, say
  // (A year of the calendar has a month, too.)
  constexpr double kMostYears = 130;
  if (*rest > parts.most || std::trunc(*whole) != *whole || *whole > kMostYears) {
    parts.others = true;
    return;
  }
  if (*rest == 0) return;
  ++parts.cells;
  if (parts.example.empty()) parts.example = Concat({"\"", Shown(larger, 20), "\" and \"", Shown(smaller, 20), "\""});
}

void PartedAges::Report(const TableHeader& header, Reporter& reporter) const {
  for (const Parts& parts : parts_) {
    if (parts.others || parts.cells == 0) continue;
    const std::string& name = header.columns()[parts.unread].name;
    reporter.BeginRecord(0, 0);
    reporter.Report(kParted, Concat({"/", table_, "/", name}), name,
                    Concat({CountedCells(parts.cells), " of \"", Shown(name, 80), "\" are not 0 beside \"",
                            Shown(header.columns()[parts.read].name, 80), "\", such as ", parts.example,
                            ", and a rule reads the latter alone"}));
  }
}

}  // namespace muster::import
