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
  std::vector<std::string> counted;
  if (asked.individuals) counted.emplace_back("individuals");
  if (asked.samples) counted.emplace_back("samples");
  if (asked.families) counted.emplace_back("families");
  if (asked.persons) counted.emplace_back("distinct individuals");
  std::string text = absl::StrCat("count ", absl::StrJoin(counted, ", "), " where ", Text(asked.criteria[0]));
  if (!asked.by.empty()) absl::StrAppend(&text, " by ", absl::StrJoin(asked.by, ", "));
  if (!asked.groups.empty()) absl::StrAppend(&text, " in groups (", Text(asked.groups), ")");
  if (asked.top) absl::StrAppend(&text, " top ", *asked.top);
  if (asked.least) absl::StrAppend(&text, " having individuals >= ", *asked.least);
  return text;
}

std::string Describe(const PlainAnswer& told) {
  std::string text;
  const auto append = [](std::string* out, const Number& number) { absl::StrAppend(out, TextOf(number)); };
  for (const PlainRow& row : told.rows) {
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
  for (const std::string& family : people_.family) {
    if (!family.empty()) family_keys_[family] = secret::FamilyKey(keys.record, InventedPeople::kDataset, family);
  }
  MakePersons();
  person_keys_.resize(person_facts_.size);
  for (size_t i = 0; i < kInvented; ++i) {
    const std::string& person = people_.person[i];
    person_keys_[person_of_[i]] = person.empty() ? keys_[i] : secret::PersonKey(keys.record, person);
  }
}

void PlainDoor::MakePersons() {
  std::map<std::string, size_t> numbers;
  for (size_t i = 0; i < kInvented; ++i) {
    const std::string& person = people_.person[i];
    // Whose record has no such id is a person by himself.
    const auto known = person.empty() ? numbers.end() : numbers.find(person);
    person_of_.push_back(known == numbers.end() ? person_facts_.size++ : known->second);
    if (!person.empty()) numbers.emplace(person, person_of_.back());
  }
  for (const auto& [text, who] : people_.facts.people) {
    People& persons = person_facts_.people[text];
    for (size_t i = 0; i < kInvented; ++i) {
      if (who[i]) persons.set(person_of_[i]);
    }
  }
  for (const size_t owner : people_.facts.owners) person_facts_.owners.push_back(person_of_[owner]);
  person_facts_.samples = people_.facts.samples;
}

PlainAnswer PlainDoor::Answer(const Asked& asked, const PlainTier& tier) {
  if (asked.kind == Asked::Kind::kFunnel) return Funnel(asked, tier);
  if (asked.kind == Asked::Kind::kCompare) return Compare(asked, tier);
  return asked.by.empty() ? Count(asked, tier) : Table(asked, tier);
}

std::optional<Criteria> PlainDoor::LeftOf(const Criteria& criteria, const Facts& facts, const People& all,
                                          const PlainTier& tier) const {
  return WithoutLowEffects(criteria, static_cast<uint64_t>(tier.people), facts, all);
}

PlainDoor::Sets PlainDoor::SetsOf(const Criteria& asked, const std::optional<Criteria>& left, const Facts& facts,
                                  const People& all) {
  return {WhoMeets(asked, facts) & all, left ? WhoMeets(*left, facts) & all : all};
}

PlainDoor::Sets PlainDoor::SetsOf(const std::optional<Criteria>& criteria, const People& all, const PlainTier& tier) {
  if (!criteria) return {all, all};
  const Sets sets = SetsOf(*criteria, LeftOf(*criteria, people_.facts, all, tier), people_.facts, all);
  reduced_ += sets.asked == sets.effective ? 0 : 1;
  return sets;
}

PlainSet PlainDoor::PeopleOf(const People& people) const {
  PlainSet set;
  for (size_t i = 0; i < kInvented; ++i) {
    if (people[i]) set.people.insert(keys_[i]);
  }
  set.sum = static_cast<int64_t>(set.people.size());
  return set;
}

PlainSet PlainDoor::SamplesOf(const People& people) const {
  PlainSet set = PeopleOf(people);
  set.kind = static_cast<uint16_t>(model::Entity::kSample);
  std::vector<size_t> amounts;
  for (size_t i = 0; i < kInvented; ++i) {
    if (people[i] && people_.samples[i] > 0) amounts.push_back(people_.samples[i]);
  }
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

PlainSet PlainDoor::FamiliesOf(const People& people) const {
  PlainSet set = PeopleOf(people);
  set.kind = static_cast<uint16_t>(static_cast<int>(model::Entity::kPedigree) + 256);
  for (size_t i = 0; i < kInvented; ++i) {
    if (people[i] && !people_.family[i].empty()) set.rows.insert(family_keys_.at(people_.family[i]));
  }
  set.sum = static_cast<int64_t>(set.rows.size());
  return set;
}

PlainSet PlainDoor::PersonsOf(const People& persons) const {
  PlainSet set;
  // Of persons the people are they, however many records there are of each.
  set.kind = 2 * 256;
  for (size_t i = 0; i < person_keys_.size(); ++i) {
    if (persons[i]) set.people.insert(person_keys_[i]);
  }
  set.rows = set.people;
  set.sum = static_cast<int64_t>(set.people.size());
  return set;
}

People PlainDoor::RecordsOf(const People& persons) const {
  People records;
  for (size_t i = 0; i < kInvented; ++i) records[i] = persons[person_of_[i]];
  return records;
}

PlainDoor::Decided PlainDoor::Decide(const Sets& sets, const Asked& asked, const PlainTier& tier) {
  Decided decided;
  decided.people = memory_.Decide(PeopleOf(sets.asked), PeopleOf(sets.effective), tier);
  if (asked.samples) decided.samples = memory_.Decide(SamplesOf(sets.asked), SamplesOf(sets.effective), tier);
  if (asked.families) decided.families = memory_.Decide(FamiliesOf(sets.asked), FamiliesOf(sets.effective), tier);
  if (!decided.people) decided.samples = decided.families = std::nullopt;
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

std::vector<Number> PlainDoor::Numbers(const Decided& decided, const Asked& asked, const PlainTier& tier) const {
  std::vector<Number> numbers;
  if (asked.individuals) numbers.push_back(ShowPeople(decided.people, tier));
  const auto add = [&](const std::optional<int64_t>& value) {
    if (value) {
      numbers.push_back({*value, Number::Kind::kPerturbed, std::nullopt, std::nullopt, std::nullopt});
    } else {
      numbers.push_back({std::nullopt, Number::Kind::kSuppressed, 0, std::nullopt, std::nullopt});
    }
  };
  if (asked.samples) add(decided.samples);
  if (asked.families) add(decided.families);
  if (asked.persons) add(decided.persons);
  return numbers;
}

// Where they are counted alone, criteria are about them, and the rule is; beside individuals it is about these.
PlainAnswer PlainDoor::CountPersons(const Asked& asked, const PlainTier& tier) {
  const Criteria& criteria = asked.criteria[0];
  const Facts& facts = asked.individuals ? people_.facts : person_facts_;
  const std::optional<Criteria> left = LeftOf(criteria, facts, Everybody(facts.size), tier);
  const Sets persons = SetsOf(criteria, left, person_facts_, Everybody(person_facts_.size));
  const Sets records = asked.individuals ? SetsOf(criteria, left, people_.facts, Everybody(kInvented))
                                         : Sets{RecordsOf(persons.asked), RecordsOf(persons.effective)};
  reduced_ += persons.asked == persons.effective ? 0 : 1;
  Decided decided = Decide(records, asked, tier);
  const auto of_persons = memory_.Decide(PersonsOf(persons.asked), PersonsOf(persons.effective), tier);
  if (decided.people) decided.persons = of_persons;
  return {{{{}, Numbers(decided, asked, tier)}}, {}};
}

PlainAnswer PlainDoor::Count(const Asked& asked, const PlainTier& tier) {
  if (asked.persons) return CountPersons(asked, tier);
  People all = Everybody(kInvented);
  if (!asked.individuals) {  // then it is asked of places in families
    for (size_t i = 0; i < kInvented; ++i) all[i] = !people_.family[i].empty();
  }
  const Decided decided = Decide(SetsOf(asked.criteria[0], all, tier), asked, tier);
  return {{{{}, Numbers(decided, asked, tier)}}, {}};
}

ValuesOfPeople PlainDoor::ValuesOfField(const std::string& field) const {
  ValuesOfPeople values;
  for (size_t i = 0; i < kInvented; ++i) {
    if (field == "phenotype") {
      values.push_back(people_.phenotypes[i]);
    } else {
      values.push_back({field == "sex" ? (people_.female[i] ? "female" : "male") : people_.country[i]});
    }
  }
  return values;
}

std::vector<PlainDoor::Place> PlainDoor::PlacesOf(const std::vector<ValuesOfPeople>& values, size_t person,
                                                  const PlainGroups& groups) const {
  constexpr size_t kMissing = SIZE_MAX;  // stands last
  std::vector<Place> places = {{}};
  for (size_t d = 0; d < values.size(); ++d) {
    Place of_dimension;
    const std::vector<std::string>& own = values[d][person];
    if (own.empty()) {
      of_dimension.emplace_back(kMissing, "-");
    } else if (d + 1 < values.size() || groups.empty()) {
      for (const std::string& value : own) of_dimension.emplace_back(0, value);
    } else {
      // In the order in which they are written, and the rest behind them.
      for (const std::string& name : GroupsOf(own, groups)) {
        const auto at = std::ranges::find(groups, name, &PlainGroups::value_type::first);
        of_dimension.emplace_back(at - groups.begin(), name);
      }
    }
    std::vector<Place> longer;
    for (const Place& place : places) {
      for (const auto& value : of_dimension) {
        longer.push_back(place);
        longer.back().push_back(value);
      }
    }
    places = std::move(longer);
  }
  return places;
}

PlainAnswer PlainDoor::Table(const Asked& asked, const PlainTier& tier) {
  const Sets all = SetsOf(asked.criteria[0], Everybody(kInvented), tier);
  std::vector<ValuesOfPeople> values;
  for (const std::string& field : asked.by) values.push_back(ValuesOfField(field));
  const PlainGroups left =
      WithoutLowEffects(asked.groups, static_cast<uint64_t>(tier.people), all.effective, values.back());
  std::map<Place, Sets> cells;
  for (size_t i = 0; i < kInvented; ++i) {
    if (!all.asked[i]) continue;
    for (const Place& place : PlacesOf(values, i, asked.groups)) cells[place].asked.set(i);
  }
  for (size_t i = 0; i < kInvented; ++i) {
    if (!all.effective[i]) continue;
    for (const Place& place : PlacesOf(values, i, left)) {
      if (const auto cell = cells.find(place); cell != cells.end()) cell->second.effective.set(i);
    }
  }
  const bool has_several = std::ranges::find(asked.by, "phenotype") != asked.by.end();
  PlainAnswer told;
  std::vector<std::pair<int64_t, PlainRow>> rows;  // shown ones, with the number of people
  int64_t least = 0;                               // of those who are in no row that is shown
  int64_t most = 0;
  for (const auto& [place, sets] : cells) {
    const Decided decided = Decide(sets, asked, tier);
    if (!decided.people) continue;
    std::vector<Number> numbers = Numbers(decided, asked, tier);
    least -= *numbers[0].high;
    most -= *numbers[0].low;
    PlainRow row;
    for (const auto& [rank, value] : place) row.values.push_back(value);
    row.numbers = std::move(numbers);
    rows.emplace_back(*decided.people, std::move(row));
  }
  const Decided total = Decide(all, asked, tier);
  told.total = Numbers(total, asked, tier);
  // Where it follows that somebody is in no row, or how few at most, there is no total. Who has several values is in
  // several rows, so that the latter follows from nothing.
  const bool few_follow = !has_several && most + told.total[0].high.value_or(0) < tier.people - 1;
  if (total.people && (least + *told.total[0].low > 0 || few_follow)) {
    told.total.assign(told.total.size(), Number());
  }
  if (asked.top) {
    // Those that tie with the last of them stay; a missing value is none of them.
    std::erase_if(rows, [](const auto& row) { return row.second.values[0] == "-"; });
    std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.first > b.first; });
    while (rows.size() > *asked.top && rows.back().first < rows[*asked.top - 1].first) rows.pop_back();
  }
  if (asked.least) std::erase_if(rows, [&](const auto& row) { return row.first < *asked.least; });
  for (auto& [people, row] : rows) told.rows.push_back(std::move(row));
  AddHiddenGroups(asked, tier, &told.rows);
  std::vector<std::string> not_shown(asked.by.size());
  not_shown[0] = "(not shown)";
  told.rows.push_back({std::move(not_shown), std::vector<Number>(told.total.size())});
  return told;
}

// Groups that somebody has written are rows of his table, whoever is in them.
void PlainDoor::AddHiddenGroups(const Asked& asked, const PlainTier& tier, std::vector<PlainRow>* rows) const {
  if (asked.groups.empty() || asked.by.size() > 1 || asked.top || asked.least) return;
  std::vector<PlainRow> all;
  for (const auto& [name, values] : asked.groups) {
    const auto shown = std::ranges::find_if(*rows, [&of = name](const PlainRow& row) { return row.values[0] == of; });
    all.push_back(shown == rows->end() ? PlainRow{{name}, Numbers({}, asked, tier)} : *shown);
    if (shown != rows->end()) rows->erase(shown);
  }
  all.insert(all.end(), rows->begin(), rows->end());
  *rows = std::move(all);
}

Number PlainDoor::OneNumber(const std::optional<Criteria>& criteria, const PlainTier& tier) {
  return Numbers(Decide(SetsOf(criteria, Everybody(kInvented), tier), {}, tier), {}, tier)[0];
}

PlainAnswer PlainDoor::Funnel(const Asked& asked, const PlainTier& tier) {
  std::vector<Criteria> steps;
  AddSteps(asked.criteria[0], &steps);
  PlainAnswer told = {{{{}, {OneNumber(std::nullopt, tier)}}}, {}};
  for (size_t n = 1; n <= steps.size(); ++n) {
    const std::vector<Criteria> first(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(n));
    const Criteria all = n == 1 ? first[0] : Criteria{Criteria::Kind::kAnd, 0, first, {}};
    told.rows.push_back({{}, {CutTo(OneNumber(all, tier), told.rows.back().numbers[0])}});
  }
  return told;
}

PlainAnswer PlainDoor::Compare(const Asked& asked, const PlainTier& tier) {
  const Number a = OneNumber(asked.criteria[0], tier);
  const Number b = OneNumber(asked.criteria[1], tier);
  const Number both = OneNumber(Criteria{Criteria::Kind::kAnd, 0, asked.criteria, {}}, tier);
  return {{{{}, {a, b, CutTo(CutTo(both, a), b)}}}, {}};
}

}  // namespace muster::property
