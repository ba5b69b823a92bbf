#include "tests/property/door/plain_door.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/schema/schema.h"
#include "engine/secret/record_key.h"
#include "tests/property/door/plain_rule.h"

namespace muster::property {
namespace {

constexpr size_t kFlatten = 4;  // nobody has more rows in a number than the person of this rank

int64_t WidestOf(const std::vector<PlainTier>& tiers) {
  return std::ranges::max_element(tiers, {}, &PlainTier::people)->people;
}

std::vector<int64_t> VariancesOf(const std::vector<PlainTier>& tiers) {
  std::set<int64_t> variances;
  for (const PlainTier& tier : tiers) variances.insert(tier.variance);
  return {variances.begin(), variances.end()};
}

// What is told of a part is not more than what is told of the whole.
Number CutTo(Number part, const Number& whole) {
  if (!whole.value) return whole;
  if (part.value) part.value = std::min(*part.value, *whole.value);
  part.high = std::min(*part.high, *whole.high);
  if (part.value) part.low = std::min(*part.low, *part.value);
  return part;
}

void AddSteps(const Criteria& criteria, std::vector<Criteria>* steps) {
  if (criteria.kind != Criteria::Kind::kAnd) return steps->push_back(criteria);
  for (const Criteria& one : criteria.inner) AddSteps(one, steps);
}

std::string TextOf(const Number& number) {
  const auto text = [](const std::optional<int64_t>& one) { return one ? absl::StrCat(*one) : "-"; };
  return absl::StrCat(text(number.value), " (kind ", static_cast<int>(number.kind), ", ", text(number.low), " to ",
                      text(number.high), ", typical ", text(number.typical), ")");
}

}  // namespace

std::string Text(const Asked& asked) {
  if (asked.kind == Asked::Kind::kFunnel) return absl::StrCat("funnel individuals where ", Text(asked.criteria[0]));
  if (asked.kind == Asked::Kind::kCompare) {
    return absl::StrCat("compare a as individuals where (", Text(asked.criteria[0]), "), b as individuals where (",
                        Text(asked.criteria[1]), ")");
  }
  std::string text =
      absl::StrCat("count individuals", asked.samples ? ", samples" : "", " where ", Text(asked.criteria[0]));
  if (!asked.by.empty()) absl::StrAppend(&text, " by ", absl::StrJoin(asked.by, ", "));
  if (asked.top) absl::StrAppend(&text, " top ", *asked.top);
  if (asked.least) absl::StrAppend(&text, " having individuals >= ", *asked.least);
  return text;
}

std::string Describe(const Told& told) {
  std::string text;
  const auto append = [](std::string* out, const Number& number) { absl::StrAppend(out, TextOf(number)); };
  for (const ToldRow& row : told.rows) {
    absl::StrAppend(&text, absl::StrJoin(row.values, " | "), ": ", absl::StrJoin(row.numbers, "; ", append), "\n");
  }
  if (!told.total.empty()) absl::StrAppend(&text, "total: ", absl::StrJoin(told.total, "; ", append), "\n");
  return text;
}

PlainDoor::PlainDoor(const InventedPeople& people, const secret::SecretKeys& keys, const std::vector<PlainTier>& tiers)
    : people_(people),
      widest_(WidestOf(tiers)),
      memory_(keys.noise, VariancesOf(tiers), static_cast<size_t>(4 * WidestOf(tiers))) {
  for (size_t i = 0; i < kInvented; ++i) {
    keys_.push_back(secret::RecordKey(keys.record, InventedPeople::kDataset, InventedPeople::IdOf(i)));
  }
}

Told PlainDoor::Answer(const Asked& asked, const PlainTier& tier) {
  if (asked.kind == Asked::Kind::kFunnel) return Funnel(asked, tier);
  if (asked.kind == Asked::Kind::kCompare) return Compare(asked, tier);
  return asked.by.empty() ? Count(asked, tier) : Table(asked, tier);
}

PlainDoor::Sets PlainDoor::SetsOf(const std::optional<Criteria>& criteria, const PlainTier& tier) {
  const People everybody = Everybody(kInvented);
  if (!criteria) return {everybody, everybody};
  Sets sets;
  sets.asked = WhoMeets(*criteria, people_.people, kInvented);
  const std::optional<Criteria> left =
      WithoutLowEffects(*criteria, static_cast<uint64_t>(tier.people), people_.people, kInvented);
  sets.effective = left ? WhoMeets(*left, people_.people, kInvented) : everybody;
  reduced_ += sets.asked == sets.effective ? 0 : 1;
  return sets;
}

PlainSet PlainDoor::SetOf(const People& people, bool samples) const {
  PlainSet set;
  std::vector<size_t> amounts;
  for (size_t i = 0; i < kInvented; ++i) {
    if (!people[i]) continue;
    set.people.insert(keys_[i]);
    if (people_.samples[i] > 0) amounts.push_back(people_.samples[i]);
  }
  set.sum = static_cast<int64_t>(set.people.size());
  if (!samples) return set;
  set.kind = static_cast<uint16_t>(model::Entity::kSample);
  std::ranges::sort(amounts, std::greater<>());
  const size_t most = amounts.empty() ? 0 : amounts[std::min(kFlatten, amounts.size()) - 1];
  set.sum = 0;
  set.largest = std::max<int64_t>(1, static_cast<int64_t>(most));
  for (size_t i = 0; i < kInvented; ++i) {
    if (!people[i] || people_.samples[i] == 0) continue;
    const size_t cut = std::min(people_.samples[i], most);
    set.sum += static_cast<int64_t>(cut);
    set.rows.insert(secret::RowsKey(keys_[i], cut));
  }
  return set;
}

PlainDoor::Decided PlainDoor::Decide(const Sets& sets, bool samples, const PlainTier& tier) {
  Decided decided;
  decided.people = memory_.Decide(SetOf(sets.asked, false), SetOf(sets.effective, false), tier);
  if (!samples) return decided;
  decided.samples = memory_.Decide(SetOf(sets.asked, true), SetOf(sets.effective, true), tier);
  if (!decided.people) decided.samples.reset();
  return decided;
}

Number PlainDoor::ShowPeople(const std::optional<int64_t>& value, const PlainTier& tier) const {
  const int64_t reach = memory_.Reach(tier.variance) + 3 * widest_ - 1;
  if (!value) return {std::nullopt, Number::Kind::kSuppressed, 0, tier.shown_from - 1 + reach, std::nullopt};
  const int64_t off = reach + tier.round / 2;
  const auto k = static_cast<double>(tier.people);
  const auto b = static_cast<double>(tier.round);
  const int64_t typical = std::llround(2 * std::sqrt(static_cast<double>(tier.variance) + b * b / 12 + 3 * k * k / 8));
  return {*value, Number::Kind::kPerturbed, std::max(*value - off, tier.people), *value + off, typical};
}

std::vector<Number> PlainDoor::Numbers(const Decided& decided, bool samples, const PlainTier& tier) const {
  std::vector<Number> numbers = {ShowPeople(decided.people, tier)};
  if (!samples) return numbers;
  if (decided.samples) {
    numbers.push_back({*decided.samples, Number::Kind::kPerturbed, std::nullopt, std::nullopt, std::nullopt});
  } else {
    numbers.push_back({std::nullopt, Number::Kind::kSuppressed, 0, std::nullopt, std::nullopt});
  }
  return numbers;
}

Told PlainDoor::Count(const Asked& asked, const PlainTier& tier) {
  const Decided decided = Decide(SetsOf(asked.criteria[0], tier), asked.samples, tier);
  return {{{{}, Numbers(decided, asked.samples, tier)}}, {}};
}

std::vector<std::string> PlainDoor::ValuesOf(size_t person, const std::vector<std::string>& by) const {
  std::vector<std::string> values;
  for (const std::string& field : by) {
    values.push_back(field == "sex" ? (people_.female[person] ? "female" : "male") : people_.country[person]);
  }
  return values;
}

Told PlainDoor::Table(const Asked& asked, const PlainTier& tier) {
  const Sets all = SetsOf(asked.criteria[0], tier);
  std::map<std::vector<std::string>, Sets> cells;
  for (size_t i = 0; i < kInvented; ++i) {
    if (all.asked[i]) cells[ValuesOf(i, asked.by)].asked.set(i);
  }
  for (size_t i = 0; i < kInvented; ++i) {
    const auto cell = cells.find(ValuesOf(i, asked.by));
    if (all.effective[i] && cell != cells.end()) cell->second.effective.set(i);
  }
  Told told;
  std::vector<std::pair<int64_t, ToldRow>> rows;  // shown ones, with the number of people
  int64_t least = 0;                              // of those who are in no row that is shown
  int64_t most = 0;
  for (const auto& [values, sets] : cells) {
    const Decided decided = Decide(sets, asked.samples, tier);
    if (!decided.people) continue;
    std::vector<Number> numbers = Numbers(decided, asked.samples, tier);
    least -= *numbers[0].high;
    most -= *numbers[0].low;
    rows.emplace_back(*decided.people, ToldRow{values, std::move(numbers)});
  }
  const Decided total = Decide(all, asked.samples, tier);
  told.total = Numbers(total, asked.samples, tier);
  // Where it follows that somebody is in no row, or how few at most, there is no total.
  if (total.people && (least + *told.total[0].low > 0 || most + *told.total[0].high < tier.people - 1)) {
    told.total.assign(told.total.size(), Number());
  }
  if (asked.least) std::erase_if(rows, [&](const auto& row) { return row.first < *asked.least; });
  if (asked.top) {
    std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.first > b.first; });
    // Those that tie with the last of them stay.
    while (rows.size() > *asked.top && rows.back().first < rows[*asked.top - 1].first) rows.pop_back();
  }
  for (auto& [people, row] : rows) told.rows.push_back(std::move(row));
  std::vector<std::string> not_shown(asked.by.size());
  not_shown[0] = "(not shown)";
  told.rows.push_back({std::move(not_shown), std::vector<Number>(told.total.size())});
  return told;
}

Number PlainDoor::OneNumber(const std::optional<Criteria>& criteria, const PlainTier& tier) {
  return Numbers(Decide(SetsOf(criteria, tier), false, tier), false, tier)[0];
}

Told PlainDoor::Funnel(const Asked& asked, const PlainTier& tier) {
  std::vector<Criteria> steps;
  AddSteps(asked.criteria[0], &steps);
  Told told = {{{{}, {OneNumber(std::nullopt, tier)}}}, {}};
  for (size_t n = 1; n <= steps.size(); ++n) {
    const std::vector<Criteria> first(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(n));
    const Criteria all = n == 1 ? first[0] : Criteria{Criteria::Kind::kAnd, 0, first, {}};
    told.rows.push_back({{}, {CutTo(OneNumber(all, tier), told.rows.back().numbers[0])}});
  }
  return told;
}

Told PlainDoor::Compare(const Asked& asked, const PlainTier& tier) {
  const Number a = OneNumber(asked.criteria[0], tier);
  const Number b = OneNumber(asked.criteria[1], tier);
  const Number both = OneNumber(Criteria{Criteria::Kind::kAnd, 0, asked.criteria, {}}, tier);
  return {{{{}, {a, b, CutTo(CutTo(both, a), b)}}}, {}};
}

}  // namespace muster::property
