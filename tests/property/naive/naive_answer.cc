// What each kind of statement answers, by NaiveEvaluator.
#include <algorithm>
#include <string>

#include "engine/model/schema/panel.h"
#include "grammar/parse.h"
#include "tests/property/naive/naive_breakdown.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/naive_names.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using model::Entity;

namespace {

bool Admits(grammar::Polarity polarity, const model::Row& row) {
  return (polarity == grammar::Polarity::kExcluded) == row.excluded;
}

bool IsWanted(const grammar::HavingCondition& bound, int64_t count) {
  using Op = grammar::Compare::Op;
  const auto number = static_cast<double>(count);
  switch (bound.op) {
    case Op::kIs:
      return number == bound.number;
    case Op::kIsNot:
      return number != bound.number;
    case Op::kLess:
      return number < bound.number;
    case Op::kLessEqual:
      return number <= bound.number;
    case Op::kGreater:
      return number > bound.number;
    default:
      return number >= bound.number;
  }
}

}  // namespace

RowSet NaiveEvaluator::RowsCounted(Counted what, const RowSet& rows) const {
  RowSet counted;
  for (const RowRef ref : rows) {
    if (model::IsAncestorOrSelf(what.entity, RowAt(ref).entity)) {
      const RowRef above = Above(what.entity, ref);
      if (Admits(what.polarity, RowAt(above))) counted.insert(above);
    } else {
      for (const RowRef below : Below(what.entity, ref)) {
        if (what.entity == Entity::kMeasurement && FirstOfPanel(below) != below) continue;
        if (Admits(what.polarity, RowAt(below))) counted.insert(below);
      }
    }
  }
  if (what.what == Counted::What::kFamilies) {
    std::erase_if(counted, [&](RowRef ref) { return !families_.FamilyOf(ref); });
  }
  return counted;
}

int64_t NaiveEvaluator::CountOf(Counted what, const RowSet& rows) const {
  const RowSet counted = RowsCounted(what, rows);
  if (what.what == Counted::What::kRows) return static_cast<int64_t>(counted.size());
  std::set<Family> families;
  std::set<model::Symbol> persons;
  int64_t unlinked = 0;
  for (const RowRef ref : counted) {
    if (what.what == Counted::What::kFamilies) {
      if (const auto family = families_.FamilyOf(ref)) families.insert(*family);
      continue;
    }
    const model::Value* person = RowAt(ref).Find(model::field::kPerson);
    person == nullptr ? static_cast<void>(++unlinked)
                      : static_cast<void>(persons.insert(std::get<model::Symbol>(*person)));
  }
  return static_cast<int64_t>(families.size() + persons.size()) + unlinked;
}

absl::StatusOr<RowSet> NaiveEvaluator::Matches(Counted what, const Criteria& criteria, Reading reading,
                                               bool silence) const {
  RowSet matching;
  Place place;
  place.reading = reading;
  place.silence = silence;
  place.persons = what.what == Counted::What::kPersons;
  for (size_t record = 0; record < world_.records.size(); ++record) {
    for (const RowRef ref : Below(what.entity, {record, 0})) {
      if (!Admits(what.polarity, RowAt(ref))) continue;
      // Of a person, any record may meet criteria on rows that have names, as they do together.
      const auto all_hold = [&](RowRef one) { return AllHold(criteria, 0, what.entity, one, place); };
      const Result holds = place.persons ? OfAnyRecord(ref, place, all_hold) : all_hold(ref);
      if (!holds.ok()) return holds.status();
      if (*holds) matching.insert(ref);
    }
  }
  return matching;
}

absl::StatusOr<RowSet> NaiveEvaluator::Counting(Counted what, const Criteria& criteria, Reading reading,
                                                const std::vector<grammar::Dimension>& by) const {
  absl::StatusOr<RowSet> matching = Matches(what, criteria, reading);
  if (!matching.ok() || what.entity != Entity::kMeasurement) return matching;
  for (const grammar::Dimension& dimension : by) {
    const auto field = ResolveDimension(what.entity, dimension.field.text);
    if (!dimension.number_of && field && model::DiffersWithinPanel(*field)) return matching;
  }
  return OnePerPanel(CodesOf(criteria), *matching);
}

// Persons beside individuals are asked for by themselves: they meet criteria by any of their records.
absl::StatusOr<std::vector<RowSet>> NaiveEvaluator::CountedOf(const std::vector<Counted>& counted,
                                                              const Criteria& criteria) const {
  std::vector<RowSet> sets;
  for (const Counted& what : counted) {
    const bool themselves = what.what == Counted::What::kPersons && counted.front().entity == Entity::kIndividual;
    const absl::StatusOr<RowSet> matching = Counting(themselves ? what : counted.front(), criteria);
    if (!matching.ok()) return matching.status();
    sets.push_back(RowsCounted(what, *matching));
  }
  return sets;
}

absl::StatusOr<std::vector<Cell>> NaiveEvaluator::CountsOf(const std::vector<Counted>& counted,
                                                           const Criteria& criteria) const {
  const absl::StatusOr<std::vector<RowSet>> sets = CountedOf(counted, criteria);
  if (!sets.ok()) return sets.status();
  std::vector<Cell> counts;
  for (size_t i = 0; i < counted.size(); ++i) counts.emplace_back(CountOf(counted[i], (*sets)[i]));
  return counts;
}

absl::StatusOr<Counted> NaiveEvaluator::Resolve(const grammar::Counted& written) {
  if (written.entity.text == "family" || written.entity.text == "families") {
    if (written.distinct || written.polarity != grammar::Polarity::kDefault) return Meaningless("families of a kind");
    return Counted{Entity::kPedigree, grammar::Polarity::kDefault, Counted::What::kFamilies};
  }
  const std::optional<Entity> entity = EntityNamed(written.entity.text);
  if (!entity) return Meaningless("unknown entity");
  if (!model::Info(*entity).polar && written.polarity != grammar::Polarity::kDefault) return Meaningless("no polarity");
  if (written.distinct && *entity != Entity::kIndividual) return Meaningless("distinct what");
  return Counted{*entity, written.polarity, written.distinct ? Counted::What::kPersons : Counted::What::kRows};
}

absl::StatusOr<std::vector<Counted>> NaiveEvaluator::Resolve(const std::vector<grammar::Counted>& written) {
  std::vector<Counted> counted;
  for (const grammar::Counted& one : written) {
    const absl::StatusOr<Counted> what = Resolve(one);
    if (!what.ok()) return what.status();
    counted.push_back(*what);
    if (!OnOneLine(counted[0].entity, what->entity)) return Meaningless("entities side by side");
  }
  return counted;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::AnswerBounds(const grammar::Count& count, Counted what) const {
  Criteria criteria;
  if (count.where != nullptr) Flatten(*count.where, &criteria);
  NaiveAnswer answer;
  answer.rows.emplace_back();
  int64_t before = 0;
  for (const Reading reading : {Reading::kCertain, Reading::kPossible, Reading::kOpen}) {
    const absl::StatusOr<RowSet> matching = Counting(what, criteria, reading);
    if (!matching.ok()) return matching.status();
    const int64_t rows = CountOf(what, *matching);
    answer.rows[0].emplace_back(rows - before);
    before = rows;
  }
  return answer;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::AnswerNotRecorded(const grammar::Count& count, Counted what) const {
  Criteria criteria, closed;
  if (count.where != nullptr) Flatten(*count.where, &criteria);
  std::vector<RowSet> open;
  for (size_t i = 0; i < criteria.size(); ++i) {
    absl::StatusOr<std::optional<RowSet>> rows = OpenTo(what, criteria, i);
    if (!rows.ok()) return rows.status();
    if (rows->has_value()) {
      open.push_back(**std::move(rows));
    } else if (Compares(*criteria[i])) {
      return absl::InvalidArgumentError("of named records it cannot be said for whom too little is recorded");
    } else {
      closed.push_back(criteria[i]);
    }
  }
  const absl::StatusOr<RowSet> kept = Counting(what, criteria);
  const absl::StatusOr<RowSet> may = Matches(what, closed);
  if (!kept.ok() || !may.ok()) return kept.ok() ? may.status() : kept.status();
  RowSet besides;
  for (const RowRef ref : *may) {
    const bool denied = std::any_of(open.begin(), open.end(), [&](const RowSet& rows) { return !rows.contains(ref); });
    if (!denied) besides.insert(ref);
  }
  const absl::StatusOr<RowSet> counting = OnePerPanel(CodesOf(criteria), besides);
  if (!counting.ok()) return counting.status();
  NaiveAnswer answer;
  answer.rows.emplace_back();
  answer.rows[0].emplace_back(CountOf(what, *kept));
  answer.rows[0].emplace_back(CountOf(what, *counting) - CountOf(what, *kept));
  return answer;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::Count& count) const {
  const absl::StatusOr<std::vector<Counted>> counted = Resolve(count.entities);
  if (!counted.ok()) return counted.status();
  if (count.with && count.with->text == "not recorded") return AnswerNotRecorded(count, counted->front());
  if (count.with) return AnswerBounds(count, counted->front());
  Criteria criteria;
  if (count.where != nullptr) Flatten(*count.where, &criteria);
  const absl::StatusOr<RowSet> matching = Counting(counted->front(), criteria, Reading::kAsWritten, count.by);
  if (!matching.ok()) return matching.status();
  if (!count.by.empty()) {
    absl::StatusOr<NaiveAnswer> answer = BreakDown(*this, *counted, count.by, *matching);
    if (!answer.ok()) return answer;
    for (const grammar::HavingCondition& bound : count.having) {
      const std::optional<Entity> entity = EntityNamed(bound.counted.text);
      size_t column = 0;
      while (column < counted->size() && (*counted)[column].entity != entity) ++column;
      if (column == counted->size()) return Meaningless("having what is not counted");
      std::erase_if(answer->rows, [&](const std::vector<Cell>& row) {
        return !IsWanted(bound, std::get<int64_t>(row[count.by.size() + column]));
      });
    }
    return answer;
  }
  NaiveAnswer answer;
  answer.rows.emplace_back();
  absl::StatusOr<std::vector<RowSet>> sets = CountedOf(*counted, criteria);
  if (!sets.ok()) return sets.status();
  for (size_t i = 0; i < counted->size(); ++i) answer.rows[0].emplace_back(CountOf((*counted)[i], (*sets)[i]));
  sets->push_back(*matching);
  answer.behind = {*std::move(sets)};
  return answer;
}

Cell NaiveEvaluator::NameOf(const model::Row& row) const {
  if (const std::optional<model::FieldId> id = FieldNamed(row.entity, "id")) {
    const model::Value* value = row.Find(*id);
    if (value != nullptr) return std::get<std::string>(*value);
    return std::monostate();
  }
  const model::Value* code = row.Find(static_cast<model::FieldId>(model::Info(row.entity).primary));
  if (code != nullptr) return std::string(world_.dictionary.Text(std::get<model::Symbol>(*code)));
  return std::monostate();
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::List& list) const {
  const absl::StatusOr<Counted> what = Resolve(list.entity);
  if (!what.ok()) return what.status();
  Criteria criteria;
  if (list.where != nullptr) Flatten(*list.where, &criteria);
  const absl::StatusOr<RowSet> matching = Matches(*what, criteria);
  if (!matching.ok()) return matching.status();
  NaiveAnswer answer;
  answer.limit = list.limit;
  for (const RowRef ref : *matching) {
    const model::Record& record = world_.records[ref.record];
    std::vector<Cell>& row = answer.rows.emplace_back();
    if (what->entity != Entity::kIndividual) row.push_back(NameOf(RowAt(ref)));
    row.push_back(record.id);
    row.push_back(record.dataset);
  }
  return answer;
}

// The criteria one after the other, each counted with those before it; or all but one, and all but two.
absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::Steps& steps) const {
  const absl::StatusOr<std::vector<Counted>> counted = Resolve(steps.entities);
  if (!counted.ok()) return counted.status();
  Criteria all;
  Flatten(*steps.where, &all);
  NaiveAnswer answer;
  std::vector<int64_t> compared;
  const auto add = [&](std::string label, const Criteria& criteria) -> absl::Status {
    const absl::StatusOr<std::vector<Cell>> cells = CountsOf(*counted, criteria);
    if (!cells.ok()) return cells.status();
    std::vector<int64_t> counts;
    for (const Cell& cell : *cells) counts.push_back(std::get<int64_t>(cell));
    std::vector<Cell>& row = answer.rows.emplace_back();
    row.emplace_back(std::move(label));
    for (const int64_t count : counts) row.emplace_back(count);
    for (size_t i = 0; i < counts.size(); ++i) {
      if (compared.empty()) {
        row.emplace_back();
      } else {
        row.emplace_back(steps.impact ? counts[i] - compared[i] : compared[i] - counts[i]);
      }
    }
    if (compared.empty() || !steps.impact) compared = counts;
    return absl::OkStatus();
  };
  absl::Status status;
  if (!steps.impact) {
    const grammar::Counted& first = steps.entities[0];
    std::string name = first.entity.text;
    if (first.polarity == grammar::Polarity::kExcluded) name = "excluded " + name;
    if (first.distinct) name = "distinct " + name;
    status = add("all " + name, {});
    for (size_t n = 1; n <= all.size() && status.ok(); ++n) {
      status = add(grammar::Print(*all[n - 1]), Criteria(all.begin(), all.begin() + static_cast<ptrdiff_t>(n)));
    }
  } else {
    status = add("nothing", all);
    const auto without = [&](size_t a, size_t b) {
      const Criteria kept = Without(all, {all[a], all[b]});
      std::string label;
      for (const grammar::Expr* criterion : all) {
        if (std::find(kept.begin(), kept.end(), criterion) != kept.end()) continue;
        label += (label.empty() ? "" : "; ") + grammar::Print(*criterion);
      }
      return add(std::move(label), kept);
    };
    for (size_t i = 0; i < all.size() && status.ok(); ++i) status = without(i, i);
    for (size_t i = 0; i < all.size() && all.size() > 2; ++i) {
      for (size_t k = i + 1; k < all.size() && status.ok(); ++k) status = without(i, k);
    }
  }
  if (!status.ok()) return status;
  for (size_t n = 0; !steps.impact && n < answer.rows.size(); ++n) {
    const absl::StatusOr<Cell> cell = n == 0 ? Cell() : NotRecorded(counted->front(), all, n - 1);
    if (!cell.ok()) return cell.status();
    answer.rows[n].push_back(*cell);
  }
  return answer;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::CompareCohorts& compare) const {
  std::vector<RowSet> members(compare.cohorts.size() + 1);
  RowSet any;
  for (size_t record = 0; record < world_.records.size(); ++record) {
    bool all = true;
    for (size_t i = 0; i < compare.cohorts.size(); ++i) {
      const grammar::CompareCohorts::Compared& compared = compare.cohorts[i];
      const Result in = !compared.counted           ? InCohort(compared.cohort.name, {record, 0}, {})
                        : compared.where == nullptr ? Result(true)
                                                    : Holds(*compared.where, Entity::kIndividual, {record, 0}, {});
      if (!in.ok()) return in.status();
      if (*in) members[i].insert({record, 0});
      if (*in) any.insert({record, 0});
      all = all && *in;
    }
    if (all) members.back().insert({record, 0});
  }
  const Counted individuals;
  NaiveAnswer answer;
  if (compare.by.empty()) {
    answer.rows.emplace_back();
    for (const RowSet& cohort : members) answer.rows[0].emplace_back(CountOf(individuals, cohort));
    return answer;
  }
  absl::StatusOr<NaiveAnswer> groups = BreakDown(*this, {individuals}, compare.by, any);
  if (!groups.ok()) return groups;
  for (std::vector<Cell>& row : groups->rows) {
    row.pop_back();
    answer.rows.push_back(row);
  }
  std::vector<grammar::Dimension> by;  // what is a row is decided over all cohorts together
  for (const grammar::Dimension& dimension : compare.by) {
    by.push_back(dimension);
    by.back().top.reset();
  }
  for (const RowSet& cohort : members) {
    const absl::StatusOr<NaiveAnswer> own = BreakDown(*this, {individuals}, by, cohort);
    if (!own.ok()) return own;
    for (std::vector<Cell>& row : answer.rows) {
      const std::vector<Cell> group(row.begin(), row.begin() + static_cast<ptrdiff_t>(by.size()));
      Cell count = int64_t{0};
      for (const std::vector<Cell>& counted : own->rows) {
        if (std::equal(group.begin(), group.end(), counted.begin())) count = counted.back();
      }
      row.push_back(count);
    }
    answer.total.push_back(CountOf(individuals, cohort));
  }
  return answer;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::Statement& statement) const {
  if (const auto* count = std::get_if<grammar::Count>(&statement.query)) return Answer(*count);
  if (const auto* list = std::get_if<grammar::List>(&statement.query)) return Answer(*list);
  if (const auto* steps = std::get_if<grammar::Steps>(&statement.query)) return Answer(*steps);
  if (const auto* summarise = std::get_if<grammar::Summarise>(&statement.query)) return Answer(*summarise);
  if (const auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query)) return Answer(*compare);
  return Meaningless("a statement about the catalogue itself");
}

}  // namespace muster::property
