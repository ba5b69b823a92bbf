#include "tests/property/naive/naive_breakdown.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/keyword.h"
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

Value BandNumbered(int64_t band, const Dimension& dimension) {
  const double width = dimension.band->number;
  std::string label = absl::StrCat(static_cast<double>(band) * width, " to <", static_cast<double>(band + 1) * width);
  if (!dimension.band->unit.empty()) absl::StrAppend(&label, " ", dimension.band->unit);
  return {label, band};
}

Value BandOf(std::optional<int64_t> low, std::optional<int64_t> high, const Dimension& dimension) {
  if (!low || !high || *low != *high) return {"uncertain", std::nullopt};
  return BandNumbered(*low, dimension);
}

absl::StatusOr<std::set<Value>> BandsOfAge(const model::TimeValue& time, const Dimension& dimension) {
  const absl::StatusOr<model::HalfHours> width = ReadAge(*dimension.band, "");
  if (!width.ok()) return width.status();
  if (time.age.empty()) return std::set<Value>();
  std::optional<int64_t> low, high;
  if (time.age.low > model::kBeginning) low = FloorDivide(time.age.low, *width);
  if (time.age.high < model::kEnd) high = FloorDivide(time.age.high, *width);
  return std::set<Value>{BandOf(low, high, dimension)};
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
  const absl::StatusOr<int> months = ReadMonths(*dimension.band, "");
  if (!date.ok() || !months.ok()) return Meaningless("age as of what");
  if (birth.empty()) return std::set<Value>();
  const int64_t as_of = DayOf(date->low);
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

/// The group that a recorded code or keyword is in; those in none are together.
absl::StatusOr<Value> GroupOf(model::Symbol symbol, model::FieldId field, const Dimension& dimension,
                              const NaiveEvaluator& evaluator) {
  const std::string text(evaluator.dictionary().Text(symbol));
  for (size_t g = 0; g < dimension.groups.size(); ++g) {
    for (const grammar::Literal& literal : dimension.groups[g].values) {
      bool is_in = false;
      if (model::Info(field).kind == model::Kind::kKeyword) {
        is_in = ComparedWord(field, literal.text) == text;
      } else {
        const auto wanted = evaluator.meaning().Find(literal);
        if (!wanted) return Meaningless("an ambiguous label");
        is_in = evaluator.meaning().Reaches(text, *wanted, literal.exactly ? Reach::kExactly : Reach::kBelow);
      }
      if (is_in) return Value{dimension.groups[g].name, std::nullopt};
    }
  }
  return Value{std::string("other"), std::nullopt};
}

/// The distinct values that one row has of the field.
absl::StatusOr<std::set<Value>> ValuesOf(const model::Row& row, model::FieldId field, const Dimension& dimension,
                                         const NaiveEvaluator& evaluator) {
  const model::Dictionary& dictionary = evaluator.dictionary();
  std::set<Value> values;
  for (const model::FieldValue& fv : row.values) {
    if (fv.field != field) continue;
    if (const auto* time = std::get_if<model::TimeValue>(&fv.value)) {
      if (dimension.as_of) return BandsAsOf(time->date, dimension);
      if (!dimension.band) return Meaningless("times without bands");
      return BandsOfAge(*time, dimension);
    }
    const auto* symbol = std::get_if<model::Symbol>(&fv.value);
    if (symbol != nullptr && !dimension.groups.empty()) {
      const absl::StatusOr<Value> group = GroupOf(*symbol, field, dimension, evaluator);
      if (!group.ok()) return group.status();
      values.insert(*group);
    } else if (symbol != nullptr) {
      values.insert(SymbolValue(*symbol, model::Info(field).kind, dictionary));
    } else if (const auto* number = std::get_if<double>(&fv.value)) {
      if (!dimension.band) return Meaningless("numbers without bands");
      values.insert(BandNumbered(static_cast<int64_t>(std::floor(*number / dimension.band->number)), dimension));
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
    for (const RowRef below : evaluator.Below(owner, ref)) {
      if (!evaluator.RowAt(below).excluded) rows.push_back(below);
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

/// The groups that one counted row is in.
absl::StatusOr<std::vector<Group>> GroupsOf(const NaiveEvaluator& evaluator, RowRef ref,
                                            const std::vector<Dimension>& by) {
  std::map<Entity, std::vector<size_t>> owners;
  std::vector<model::FieldId> fields;
  for (size_t d = 0; d < by.size(); ++d) {
    const std::optional<model::FieldId> field =
        by[d].as_of ? model::field::kBirth : ResolveDimension(evaluator.RowAt(ref).entity, by[d].field.text);
    if (!field) return Meaningless("unknown dimension");
    fields.push_back(*field);
    owners[model::Info(*field).entity].push_back(d);
  }
  std::vector<Group> groups = {Group(by.size())};
  for (const auto& [owner, dimensions] : owners) {
    std::vector<std::pair<model::FieldId, Dimension>> wanted;
    for (const size_t d : dimensions) wanted.emplace_back(fields[d], by[d]);
    const absl::StatusOr<std::set<Group>> combinations = CombinationsOf(evaluator, ref, owner, wanted);
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

/// Adds the bands between the lowest and the highest of each leading group.
void FillBands(const Dimension& last, std::map<Group, RowSet>* groups) {
  std::map<Group, std::set<int64_t>> present;
  for (const auto& [group, members] : *groups) {
    if (group.back().band) present[{group.begin(), group.end() - 1}].insert(*group.back().band);
  }
  for (const auto& [leading, bands] : present) {
    for (int64_t band = *bands.begin(); band <= *bands.rbegin(); ++band) {
      Group group = leading;
      group.push_back(BandNumbered(band, last));
      (*groups)[group];
    }
  }
}

}  // namespace

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
  if (by.back().band && !by.back().top) FillBands(by.back(), &groups);

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
