#include "engine/execute/aggregate/counter.h"

#include <utility>

#include "engine/execute/rows/child_count.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;
using Distinct = bind::Counted::Distinct;

namespace {

// People without an id over all datasets count one each.
absl::Status AddPersons(const storage::SegmentReader& segment, const storage::Bitmap& rows, int64_t* count,
                        HashSet<int64_t>* seen) {
  auto persons =
      segment.FindColumn({model::EntityNumber(Entity::kIndividual), model::field::kPerson, model::kValuePart});
  if (!persons.ok()) return persons.status();
  if (*persons == nullptr) {
    *count += static_cast<int64_t>(rows.Cardinality());
    return absl::OkStatus();
  }
  rows.ForEach([&](uint32_t row) {
    const int64_t person = (**persons)[row];
    person == storage::kNull ? static_cast<void>(++*count) : static_cast<void>(seen->insert(person));
  });
  return absl::OkStatus();
}

}  // namespace

Counter::Counter(const bind::Query& query, LazyFamilies* families)
    : query_(query), families_(families), sums_(query.counted.size()) {}

absl::Status Counter::Add(size_t s, const storage::SegmentReader& segment, const RowSet& rows,
                          SegmentExecutor& executor) {
  for (size_t e = 0; e < query_.counted.size(); ++e) {
    const bind::Counted& counted = query_.counted[e];
    if (counted.distinct == Distinct::kNo && e == 0) {
      sums_[e].count += static_cast<int64_t>(rows.Cardinality());
      continue;
    }
    const Entity space = query_.counted[0].entity;
    if (counted.distinct == Distinct::kNo && !model::IsAncestorOrSelf(counted.entity, space)) {
      auto below = ChildCount::Make(segment, space, counted.entity, counted.polarity, rows.Cardinality());
      if (!below.ok()) return below.status();
      sums_[e].count += below->Total(*rows.bitmap());
      continue;
    }
    absl::StatusOr<RowSet> related = executor.Related(rows, space, counted.entity);
    if (!related.ok()) return related.status();
    absl::Status status = absl::OkStatus();
    switch (counted.distinct) {
      case Distinct::kNo: {
        absl::StatusOr<storage::BitmapPtr> polar = executor.OfPolarity(counted.entity, counted.polarity);
        if (!polar.ok()) return polar.status();
        sums_[e].count += static_cast<int64_t>(*polar == nullptr ? related->Cardinality()
                                                                 : RowSet::And(*related, RowSet(*polar)).Cardinality());
        break;
      }
      case Distinct::kFamilies:
        status = AddFamilies(s, *related->bitmap(), &sums_[e].seen);
        break;
      case Distinct::kPersons:
        status = AddPersons(segment, *related->bitmap(), &sums_[e].count, &sums_[e].seen);
        break;
    }
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status Counter::AddFamilies(size_t s, const storage::Bitmap& rows, HashSet<int64_t>* seen) {
  absl::StatusOr<const Families*> families = families_->Get();
  if (!families.ok()) return families.status();
  for (const uint32_t family : (*families)->FamiliesOf(s, rows)) seen->insert(family);
  return absl::OkStatus();
}

void Counter::Merge(const Counter& other) {
  for (size_t e = 0; e < sums_.size(); ++e) {
    sums_[e].count += other.sums_[e].count;
    sums_[e].seen.insert(other.sums_[e].seen.begin(), other.sums_[e].seen.end());
  }
}

std::vector<Cell> Counter::Cells() const {
  std::vector<Cell> cells;
  cells.reserve(sums_.size());
  for (const Sum& sum : sums_) cells.emplace_back(sum.count + static_cast<int64_t>(sum.seen.size()));
  return cells;
}

}  // namespace muster::execute
