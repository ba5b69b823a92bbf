#include "tests/property/naive/naive_breakdown.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/units/units.h"
#include "tests/property/naive/calendar.h"
#include "tests/property/naive/naive_time.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Dimension;
using model::Entity;
using model::Interval;

namespace {

/// One value of a dimension: its cell, and the number of its band if it has one.
struct Value {
  Cell cell;
  std::optional<int64_t> band;
  friend bool operator<(const Value& a, const Value& b) { return a.cell < b.cell; }
};
using Group = std::vector<Value>;

/// Values that have a next one: bands, years, months, numbers of rows.
bool HasOrder(const Dimension& dimension) {
  return dimension.band || !dimension.edges.empty() || dimension.number_of ||
         dimension.calendar != Dimension::Calendar::kNone;
}

/// Of the last number, whose unit all have.
std::string UnitOf(const Dimension& dimension, const char* otherwise) {
  const std::string unit = dimension.band ? dimension.band->unit : dimension.edges.back().unit;
  return unit.empty() && !dimension.edges.empty() ? otherwise : unit;
}

// 100002.5, not 100002: with six digits the end of a band would be another number than the next one's beginning.
std::string InFull(double number) { return absl::StrFormat("%.12g", number); }

std::string LabelOf(int64_t band, const Dimension& dimension, const char* unit_otherwise) {
  if (dimension.calendar == Dimension::Calendar::kYear) return absl::StrFormat("%04d", band);
  if (dimension.calendar == Dimension::Calendar::kMonth) {
    return absl::StrFormat("%04d-%02d", FloorDivide(band, 12), band - 12 * FloorDivide(band, 12) + 1);
  }
  if (!dimension.band && dimension.edges.empty()) return absl::StrCat(band);
  std::string unit = UnitOf(dimension, unit_otherwise);
  if (!unit.empty()) unit = " " + unit;
  if (dimension.band) {
    const double width = dimension.band->number;
    return absl::StrCat(InFull(static_cast<double>(band) * width), " to <",
                        InFull(static_cast<double>(band + 1) * width), unit);
  }
  if (band == 0) return absl::StrCat("under ", InFull(dimension.edges[0].number), unit);
  const auto begin = static_cast<size_t>(band) - 1;
  if (begin + 1 == dimension.edges.size())
    return absl::StrCat(InFull(dimension.edges[begin].number), unit, " and over");
  return absl::StrCat(InFull(dimension.edges[begin].number), " to <", InFull(dimension.edges[begin + 1].number), unit);
}

Value BandNumbered(int64_t band, const Dimension& dimension, const char* unit_otherwise = "") {
  return {LabelOf(band, dimension, unit_otherwise), band};
}

Value BandOf(std::optional<int64_t> low, std::optional<int64_t> high, const Dimension& dimension,
             const char* unit_otherwise = "years") {
  if (!low || !high || *low != *high) return {"uncertain", std::nullopt};
  return BandNumbered(*low, dimension, unit_otherwise);
}

/// How many of the edges the value has reached.
int64_t Reached(double value, const Dimension& dimension) {
  int64_t reached = 0;
  for (const grammar::Literal& edge : dimension.edges) reached += edge.number <= value ? 1 : 0;
  return reached;
}

/// The number of the band, of even or uneven width.
int64_t BandOfNumber(double value, const Dimension& dimension) {
  if (!dimension.edges.empty()) return Reached(value, dimension);
  const double width = dimension.band->number;
  auto band = static_cast<int64_t>(std::floor(value / width));
  // What has been reached but for rounding has been reached.
  const double next = static_cast<double>(band + 1) * width;
  if (std::fabs(next - value) < std::fabs(value) * 1e-12) ++band;
  return band;
}

absl::StatusOr<std::set<Value>> BandsOfAge(const model::TimeValue& time, const Dimension& dimension) {
  if (time.age.empty()) return std::set<Value>();
  if (!dimension.edges.empty()) {
    int64_t low = 0, high = 0;
    for (const grammar::Literal& edge : dimension.edges) {
      const absl::StatusOr<model::HalfHours> begin = ReadAge(edge, UnitOf(dimension, "years"));
      if (!begin.ok()) return begin.status();
      low += *begin <= time.age.low ? 1 : 0;
      high += *begin <= time.age.high ? 1 : 0;
    }
    return std::set<Value>{BandOf(low, high, dimension)};
  }
  const absl::StatusOr<model::HalfHours> width = ReadAge(*dimension.band, "");
  if (!width.ok()) return width.status();
  std::optional<int64_t> low, high;
  if (time.age.low > model::kBeginning) low = FloorDivide(time.age.low, *width);
  if (time.age.high < model::kEnd) high = FloorDivide(time.age.high, *width);
  return std::set<Value>{BandOf(low, high, dimension)};
}

/// The year or month of a day, counted from the year 0.
int64_t PeriodOf(int64_t day, const Dimension& dimension) {
  const model::CivilDate date = model::CivilFromDays(day);
  return dimension.calendar == Dimension::Calendar::kYear ? date.year : date.year * 12 + date.month - 1;
}

std::set<Value> PeriodsOf(Interval date, const Dimension& dimension) {
  if (date.empty()) return {};
  std::optional<int64_t> low, high;
  if (date.low > model::kBeginning) low = PeriodOf(DayOf(date.low), dimension);
  if (date.high < model::kEnd) high = PeriodOf(DayOf(date.high), dimension);
  return {BandOf(low, high, dimension)};
}

/// The band of months that someone born on that day has completed. Before birth, days are counted.
int64_t BandAsOf(int64_t birth, int64_t as_of, int months) {
  if (birth > as_of) return FloorDivide((as_of - birth) * model::kDay, months * model::kMonth);
  int64_t band = 0;
  while (MonthsAfter(birth, static_cast<int>(band + 1) * months) <= as_of) ++band;
  return band;
}

absl::StatusOr<std::set<Value>> BandsAsOf(Interval birth, const Dimension& dimension) {
  const absl::StatusOr<Interval> date = ReadDate(*dimension.as_of);
  if (!date.ok()) return Meaningless("age as of what");
  if (birth.empty()) return std::set<Value>();
  const int64_t as_of = DayOf(date->low);
  if (!dimension.edges.empty()) {
    int64_t low = 0, high = 0;
    for (const grammar::Literal& edge : dimension.edges) {
      const absl::StatusOr<int> begin = ReadMonths(edge, UnitOf(dimension, "years"));
      if (!begin.ok()) return begin.status();
      low += MonthsAfter(DayOf(birth.high), *begin) <= as_of ? 1 : 0;
      high += MonthsAfter(DayOf(birth.low), *begin) <= as_of ? 1 : 0;
    }
    return std::set<Value>{BandOf(low, high, dimension)};
  }
  const absl::StatusOr<int> months = ReadMonths(*dimension.band, "");
  if (!months.ok()) return Meaningless("age as of what");
  std::optional<int64_t> low, high;
  if (birth.high < model::kEnd) low = BandAsOf(DayOf(birth.high), as_of, *months);
  if (birth.low > model::kBeginning) high = BandAsOf(DayOf(birth.low), as_of, *months);
  return std::set<Value>{BandOf(low, high, dimension)};
}

Value SymbolValue(model::Symbol symbol, model::Kind kind, const model::Dictionary& dictionary) {
  const std::string label(dictionary.Label(symbol));
  if (kind == model::Kind::kKeyword && !label.empty()) return {label, std::nullopt};
  return {std::string(dictionary.Text(symbol)), std::nullopt};
}

constexpr std::string_view kTimeTerm = " term";

/// by onset term: whether the term for a time is meant, not a field called so.
bool SpeaksOfTimeTerm(const Dimension& dimension) {
  const std::string& name = dimension.field.text;
  return name.size() > kTimeTerm.size() && name.ends_with(kTimeTerm) && !dimension.as_of && !dimension.number_of;
}

/// The name of the field of any record, where that of the first or last is meant.
std::string WithoutOrder(const Dimension& dimension, Entity counted) {
  const auto split = SplitOrder(counted, dimension.field.text);
  return split ? split->name : dimension.field.text;
}

/// The name of the field, or of the time whose term is meant.
std::string WithoutTimeTerm(const Dimension& dimension, Entity counted) {
  const std::string name = WithoutOrder(dimension, counted);
  if (!SpeaksOfTimeTerm(dimension)) return name;
  const std::string time = name.substr(0, name.size() - kTimeTerm.size());
  const auto field = ResolveDimension(counted, time);
  return field && model::Info(*field).kind == model::Kind::kTime ? time : name;
}

/// The groups that a recorded code or keyword is in; those in none are together.
absl::StatusOr<std::set<Value>> GroupsOfSymbol(model::Symbol symbol, model::FieldId field, const Dimension& dimension,
                                               const NaiveEvaluator& evaluator) {
  std::set<Value> groups;
  const std::string text(evaluator.dictionary().Text(symbol));
  for (size_t g = 0; g < dimension.groups.size(); ++g) {
    for (const grammar::Literal& literal : dimension.groups[g].values) {
      bool is_in = false;
      if (model::Info(field).kind == model::Kind::kKeyword) {
        is_in = KeywordWithBlanks(field, ComparedWord(field, literal.text)) == KeywordWithBlanks(field, text);
      } else {
        const auto wanted = evaluator.meaning().Find(literal);
        if (!wanted) return Meaningless("an ambiguous label");
        is_in = evaluator.meaning().Reaches(text, *wanted, literal.exactly ? Reach::kExactly : Reach::kBelow);
      }
      if (is_in) groups.insert(Value{dimension.groups[g].name, std::nullopt});
    }
  }
  if (groups.empty()) groups.insert(Value{std::string("other"), std::nullopt});
  return groups;
}

/// The number of a row in the unit of the bands; nothing when it does not convert.
std::set<Value> BandsOfQuantity(const model::Row& row, model::FieldId field, const model::Value& value,
                                const Dimension& dimension, const model::Dictionary& dictionary) {
  model::NumberBounds bounds;
  if (const auto* number = std::get_if<double>(&value)) {
    bounds = {*number, *number};
  } else {
    bounds = std::get<model::NumberBounds>(value);
  }
  const auto in_unit = InWrittenUnit(bounds, row, field, UnitOf(dimension, ""), dictionary);
  if (!in_unit) return {};
  std::optional<int64_t> low, high;
  if (std::isfinite(in_unit->low) || !dimension.edges.empty()) low = BandOfNumber(in_unit->low, dimension);
  if (std::isfinite(in_unit->high) || !dimension.edges.empty()) high = BandOfNumber(in_unit->high, dimension);
  return {BandOf(low, high, dimension, "")};
}

/// The distinct values that one row has of the field.
absl::StatusOr<std::set<Value>> ValuesOf(const model::Row& row, model::FieldId field, const Dimension& dimension,
                                         const NaiveEvaluator& evaluator) {
  const model::Dictionary& dictionary = evaluator.dictionary();
  std::set<Value> values;
  for (const model::FieldValue& fv : row.values) {
    if (fv.field != field) continue;
    if (const auto* time = std::get_if<model::TimeValue>(&fv.value)) {
      if (SpeaksOfTimeTerm(dimension)) {
        if (time->term != model::kNoSymbol) values.insert(SymbolValue(time->term, model::Kind::kCode, dictionary));
        continue;
      }
      if (dimension.calendar != Dimension::Calendar::kNone) return PeriodsOf(time->date, dimension);
      if (dimension.as_of) return BandsAsOf(time->date, dimension);
      if (!dimension.band && dimension.edges.empty()) return Meaningless("times without bands");
      return BandsOfAge(*time, dimension);
    }
    if (CompanionUnit(field)) {
      if (!dimension.band && dimension.edges.empty()) return Meaningless("numbers without bands");
      return BandsOfQuantity(row, field, fv.value, dimension, dictionary);
    }
    const auto* symbol = std::get_if<model::Symbol>(&fv.value);
    if (symbol != nullptr && !dimension.groups.empty()) {
      const absl::StatusOr<std::set<Value>> of = GroupsOfSymbol(*symbol, field, dimension, evaluator);
      if (!of.ok()) return of.status();
      values.insert(of->begin(), of->end());
    } else if (symbol != nullptr) {
      values.insert(SymbolValue(*symbol, model::Info(field).kind, dictionary));
    } else if (const auto* number = std::get_if<double>(&fv.value)) {
      if (!dimension.band && dimension.edges.empty()) return Meaningless("numbers without bands");
      values.insert(BandNumbered(BandOfNumber(*number, dimension), dimension));
    } else {
      return Meaningless("texts as groups");
    }
  }
  return values;
}

/// Longer by one value: what `row` has of the dimension, or nothing.
absl::StatusOr<std::vector<Group>> Extend(const std::vector<Group>& groups, const model::Row& row, model::FieldId field,
                                          const Dimension& dimension, const NaiveEvaluator& evaluator) {
  absl::StatusOr<std::set<Value>> values = ValuesOf(row, field, dimension, evaluator);
  if (!values.ok()) return values.status();
  if (values->empty()) values->insert(Value());
  std::vector<Group> longer;
  for (const Group& group : groups) {
    for (const Value& value : *values) {
      longer.push_back(group);
      longer.back().push_back(value);
    }
  }
  return longer;
}

/// Whether the row counts where only some terms are asked for.
absl::StatusOr<bool> HasOneOf(const model::Row& row, const std::vector<grammar::Literal>& terms,
                              const NaiveEvaluator& evaluator) {
  if (terms.empty()) return true;
  const int primary = model::Info(row.entity).primary;
  if (primary < 0) return Meaningless("terms of what has none");
  std::vector<model::FieldId> codes = {static_cast<model::FieldId>(primary)};
  // A component of a panel is found by its own code, too.
  if (row.entity == Entity::kMeasurement) codes.push_back(model::field::kMeasurementComponent);
  for (const grammar::Literal& term : terms) {
    const auto wanted = evaluator.meaning().Find(term);
    if (!wanted) return Meaningless("an ambiguous label");
    for (const model::FieldId field : codes) {
      const model::Value* code = row.Find(field);
      if (code == nullptr) continue;
      const std::string text(evaluator.dictionary().Text(std::get<model::Symbol>(*code)));
      if (evaluator.meaning().Reaches(text, *wanted, term.exactly ? Reach::kExactly : Reach::kBelow)) return true;
    }
  }
  return false;
}

/// Dimensions whose fields belong to one entity are read from the same row of it: the combinations that the rows of
/// `owner` above or below `ref` have, each once; rows that have nothing of any do not count, unless there are no
/// others.
absl::StatusOr<std::set<Group>> CombinationsOf(const NaiveEvaluator& evaluator, RowRef ref, Entity owner,
                                               const std::vector<std::pair<model::FieldId, Dimension>>& dimensions) {
  const Entity counted = evaluator.RowAt(ref).entity;
  std::vector<RowRef> rows;
  if (model::IsAncestorOrSelf(owner, counted)) {
    rows = {evaluator.Above(owner, ref)};
  } else {
    const Dimension& first = dimensions[0].second;
    for (const RowRef below : evaluator.Below(owner, ref)) {
      const model::Row& row = evaluator.RowAt(below);
      if (row.excluded != (first.polarity == grammar::Polarity::kExcluded)) continue;
      const absl::StatusOr<bool> wanted = HasOneOf(row, first.terms, evaluator);
      if (!wanted.ok()) return wanted.status();
      if (*wanted) rows.push_back(below);
    }
    if (const auto split = SplitOrder(counted, first.field.text); split && !first.as_of) {
      const auto moment = MomentOf(owner);
      if (!moment) return Meaningless("first of what has no time");
      rows = evaluator.FirstOf(rows, *moment, split->last);
    }
  }
  const Group nothing(dimensions.size());
  std::set<Group> combinations;
  for (const RowRef row : rows) {
    std::vector<Group> groups = {{}};
    for (const auto& [field, dimension] : dimensions) {
      absl::StatusOr<std::vector<Group>> longer = Extend(groups, evaluator.RowAt(row), field, dimension, evaluator);
      if (!longer.ok()) return longer.status();
      groups = *std::move(longer);
    }
    combinations.insert(groups.begin(), groups.end());
  }
  combinations.erase(nothing);
  if (combinations.empty()) combinations.insert(nothing);
  return combinations;
}

/// How many rows of the entity lie under the one counted.
absl::StatusOr<Value> NumberOfRows(const NaiveEvaluator& evaluator, RowRef ref, const Dimension& dimension) {
  const std::optional<Entity> entity = EntityNamed(dimension.field.text);
  const Entity counted = evaluator.RowAt(ref).entity;
  if (!entity || *entity == counted || !model::IsAncestorOrSelf(counted, *entity)) return Meaningless("rows of what");
  double number = 0;
  for (const RowRef below : evaluator.Below(*entity, ref)) {
    if (*entity == Entity::kMeasurement && evaluator.FirstOfPanel(below) != below) continue;
    number += evaluator.RowAt(below).excluded == (dimension.polarity == grammar::Polarity::kExcluded) ? 1 : 0;
  }
  if (!dimension.band && dimension.edges.empty()) return BandNumbered(static_cast<int64_t>(number), dimension);
  return BandNumbered(BandOfNumber(number, dimension), dimension);
}

/// The groups that one counted row is in.
absl::StatusOr<std::vector<Group>> GroupsOf(const NaiveEvaluator& evaluator, RowRef ref,
                                            const std::vector<Dimension>& by) {
  // Read from the same rows: those of an entity, observed or excluded. Dimensions of some terms stand alone, and those
  // of the first or last.
  std::map<std::tuple<Entity, bool, size_t>, std::vector<size_t>> together;
  std::vector<Group> groups = {Group(by.size())};
  std::vector<model::FieldId> fields(by.size());
  for (size_t d = 0; d < by.size(); ++d) {
    if (by[d].number_of) {
      const absl::StatusOr<Value> number = NumberOfRows(evaluator, ref, by[d]);
      if (!number.ok()) return number.status();
      for (Group& group : groups) group[d] = *number;
      continue;
    }
    const Entity counted = evaluator.RowAt(ref).entity;
    const std::optional<model::FieldId> field = by[d].as_of ? model::field::kBirth
                                                : by[d].calendar != Dimension::Calendar::kNone
                                                    ? ResolveTime(counted, WithoutOrder(by[d], counted))
                                                    : ResolveDimension(counted, WithoutTimeTerm(by[d], counted));
    if (!field) return Meaningless("unknown dimension");
    fields[d] = *field;
    const bool excluded = by[d].polarity == grammar::Polarity::kExcluded;
    const bool alone = !by[d].terms.empty() || (!by[d].as_of && SplitOrder(counted, by[d].field.text));
    together[{model::Info(*field).entity, excluded, alone ? d + 1 : 0}].push_back(d);
  }
  for (const auto& [owner, dimensions] : together) {
    std::vector<std::pair<model::FieldId, Dimension>> wanted;
    for (const size_t d : dimensions) wanted.emplace_back(fields[d], by[d]);
    const absl::StatusOr<std::set<Group>> combinations = CombinationsOf(evaluator, ref, std::get<0>(owner), wanted);
    if (!combinations.ok()) return combinations.status();
    std::vector<Group> fuller;
    for (const Group& group : groups) {
      for (const Group& combination : *combinations) {
        fuller.push_back(group);
        for (size_t i = 0; i < dimensions.size(); ++i) fuller.back()[dimensions[i]] = combination[i];
      }
    }
    groups = fuller;
  }
  return groups;
}

/// Drops the groups whose value of dimension `d` is not among the most frequent.
void KeepTop(size_t d, int top, std::map<Group, RowSet>* groups) {
  std::map<Value, RowSet> rows;
  for (const auto& [group, members] : *groups) {
    if (std::holds_alternative<std::monostate>(group[d].cell)) continue;
    rows[group[d]].insert(members.begin(), members.end());
  }
  std::vector<size_t> sizes;
  for (const auto& [value, members] : rows) sizes.push_back(members.size());
  std::sort(sizes.rbegin(), sizes.rend());
  const size_t least = static_cast<size_t>(top) < sizes.size() ? sizes[static_cast<size_t>(top) - 1] : 0;
  std::erase_if(*groups, [&](const auto& entry) {
    const auto it = rows.find(entry.first[d]);
    return it == rows.end() || it->second.size() < least;
  });
}

/// Adds the bands between the lowest and the highest of each leading group, unless they are too many to be looked at.
void FillBands(const Dimension& last, const char* unit, std::map<Group, RowSet>* groups) {
  std::map<Group, std::set<int64_t>> present;
  for (const auto& [group, members] : *groups) {
    if (group.back().band) present[{group.begin(), group.end() - 1}].insert(*group.back().band);
  }
  constexpr int64_t kMaxEmpty = 10'000;
  int64_t empty = 0;
  for (const auto& [leading, bands] : present) {
    empty += *bands.rbegin() - *bands.begin() + 1 - static_cast<int64_t>(bands.size());
    if (empty > kMaxEmpty) return;
  }
  for (const auto& [leading, bands] : present) {
    for (int64_t band = *bands.begin(); band <= *bands.rbegin(); ++band) {
      Group group = leading;
      group.push_back(BandNumbered(band, last, unit));
      (*groups)[group];
    }
  }
}

}  // namespace

std::optional<model::NumberBounds> InWrittenUnit(model::NumberBounds bounds, const model::Row& row,
                                                 model::FieldId field, const std::string& unit,
                                                 const model::Dictionary& dictionary) {
  const model::Value* recorded = row.Find(*CompanionUnit(field));
  const auto to = model::ParseUnit(unit);
  if (recorded == nullptr) return to.ok() && *to == model::Unit{} ? std::optional(bounds) : std::nullopt;
  const std::string spelling(dictionary.Text(std::get<model::Symbol>(*recorded)));
  if (!to.ok()) return spelling == unit ? std::optional(bounds) : std::nullopt;
  const auto from = model::ParseUnit(spelling);
  if (!from.ok() || !model::Convertible(*from, *to)) return std::nullopt;
  for (double* end : {&bounds.low, &bounds.high}) {
    if (std::isfinite(*end)) *end = *model::Convert(*end, *from, *to);
  }
  return bounds;
}

absl::StatusOr<NaiveAnswer> BreakDown(const NaiveEvaluator& evaluator, const std::vector<Counted>& counted,
                                      const std::vector<Dimension>& by, const RowSet& matching) {
  std::map<Group, RowSet> groups;
  for (const RowRef ref : matching) {
    const absl::StatusOr<std::vector<Group>> combinations = GroupsOf(evaluator, ref, by);
    if (!combinations.ok()) return combinations.status();
    for (const Group& group : *combinations) groups[group].insert(ref);
  }
  for (size_t d = 0; d < by.size(); ++d) {
    if (by[d].top) KeepTop(d, *by[d].top, &groups);
  }
  // Where only the most frequent bands are asked for, none without rows is among them.
  if (HasOrder(by.back()) && !by.back().top) {
    const auto field = ResolveDimension(counted[0].entity, WithoutOrder(by.back(), counted[0].entity));
    const bool age = by.back().as_of || (field && model::Info(*field).kind == model::Kind::kTime);
    FillBands(by.back(), age ? "years" : "", &groups);
  }

  NaiveAnswer answer;
  for (const auto& [group, members] : groups) {
    std::vector<Cell>& row = answer.rows.emplace_back();
    for (const Value& value : group) row.push_back(value.cell);
    std::vector<RowSet>& behind = answer.behind.emplace_back();
    for (const Counted& what : counted) {
      row.push_back(evaluator.CountOf(what, members));
      behind.push_back(evaluator.RowsCounted(what, members));
    }
    behind.push_back(members);
  }
  for (const Counted& what : counted) {
    answer.total.push_back(evaluator.CountOf(what, matching));
    answer.behind_total.push_back(evaluator.RowsCounted(what, matching));
  }
  answer.behind_total.push_back(matching);
  return answer;
}

}  // namespace muster::property
