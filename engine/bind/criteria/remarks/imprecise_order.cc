#include "engine/bind/criteria/remarks/imprecise_order.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/remarks/recorded_times.h"

namespace muster::bind {
namespace {

using model::Entity;
using storage::Bitmap;
using Segment = storage::SegmentReader;

// The rows whose times are compared: the person's own, or those that have a name.
struct Side {
  Slot slot = kThisRow;
  Entity entity = Entity::kIndividual;
  const model::SymbolList* symbols = nullptr;
  model::FieldId field = 0;
};

std::optional<Side> SideOf(const EventScope::Event* named, model::FieldId field) {
  if (named == nullptr) {
    if (model::Info(field).entity != Entity::kIndividual) return std::nullopt;
    return Side{kThisRow, Entity::kIndividual, nullptr, field};
  }
  const Condition& exists = *named->exists;
  if (exists.polarity == Polarity::kExcluded || exists.order != Order::kAny || !exists.operands.empty() ||
      model::Info(field).entity != named->entity) {
    return std::nullopt;
  }
  return Side{named->slot, named->entity, exists.symbols.get(), field};
}

struct RowOfPerson {
  uint32_t person;
  uint32_t row;
};

absl::StatusOr<std::vector<RowOfPerson>> RowsOf(const Segment& segment, const Side& side) {
  const auto rows = LiveRowsOf(segment, side.entity, side.symbols);
  if (!rows.ok()) return rows.status();
  std::vector<RowOfPerson> found;
  if (rows->Empty()) return found;
  const auto above = RowsAbove::Of(segment, side.entity, Entity::kIndividual);
  if (!above.ok()) return above.status();
  rows->ForEach([&](uint32_t row) { found.push_back({(*above)(row), row}); });
  return found;
}

// The people of one segment for whom `not` holds, and would not if what is possible were enough. `around`: the `not`
// is around the criteria that name the rows, too, so that it holds where no pair is certainly in this order; else it
// holds where some pair is not.
absl::StatusOr<Bitmap> Depending(const Segment& segment, const Condition& compared, const Side& left, const Side& right,
                                 bool around) {
  const auto left_times = RecordedTimes::Of(segment, left.field);
  if (!left_times.ok()) return left_times.status();
  const auto right_times = RecordedTimes::Of(segment, right.field);
  if (!right_times.ok()) return right_times.status();
  if (left_times->IsExact() && right_times->IsExact()) return Bitmap();
  const auto lefts = RowsOf(segment, left);
  if (!lefts.ok()) return lefts.status();
  const auto rights = RowsOf(segment, right);
  if (!rights.ok()) return rights.status();
  std::vector<uint32_t> people;
  auto other = rights->begin();
  for (auto one = lefts->begin(); one != lefts->end();) {
    const uint32_t person = one->person;
    while (other != rights->end() && other->person < person) ++other;
    // Where one pair certainly is in another order, `not` holds in any case; `around`: where one is in this order, it
    // does not hold.
    bool any = false, settled = false;
    for (; one != lefts->end() && one->person == person; ++one) {
      for (auto to = other; to != rights->end() && to->person == person && !settled; ++to) {
        const bool same_row = left.entity == right.entity && left.entity != Entity::kIndividual && one->row == to->row;
        if (same_row != (left.slot == right.slot && left.slot != kThisRow)) continue;
        const auto holds = [&](bool possibly) {
          return model::Holds(compared.time_relation, (*left_times)(one->row), (*right_times)(to->row),
                              compared.distance, possibly);
        };
        const bool possible = holds(true), certain = holds(false);
        if (around ? certain : !possible) {
          settled = true;
        } else if (possible && !certain) {
          any = true;
        }
      }
    }
    if (any && !settled) people.push_back(person);
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
  }
  if (!std::is_sorted(people.begin(), people.end())) return Bitmap();  // damaged: whatever reads the rows says so
  return Bitmap::FromSorted(people);
}

PeopleKey KeyOf(const Condition& compared, const Side& left, const Side& right, bool around) {
  PeopleKey key("imprecise order");
  for (const Side* side : {&left, &right}) key.Add({side->entity, side->symbols}).Add(side->field);
  key.Add(around ? 1 : 0).Add(left.slot == right.slot ? 1 : 0).Add(static_cast<uint64_t>(compared.time_relation));
  key.Add(static_cast<uint64_t>(compared.distance.months)).Add(static_cast<uint64_t>(compared.distance.rest));
  return key.Add(compared.distance.by_hours ? 1 : 0);
}

}  // namespace

void NoteImpreciseOrder(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& compared,
                        const EventScope::Event* named, const EventScope& events) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  if (compared.kind != Condition::Kind::kTimes || compared.possibly || compared.unknown || compared.right.constant) {
    return;
  }
  const EventScope::Event* other = compared.right.slot == kThisRow ? nullptr : events.FindSlot(compared.right.slot);
  if (compared.right.slot != kThisRow && other == nullptr) return;
  // A time of the same row, of which the criterion is, has no name.
  if (other == nullptr && model::Info(compared.right.field).entity != Entity::kIndividual) other = named;
  // (Of one row named within the `not`, and one outside, it depends on all pairs of the outer one.)
  if (named != nullptr && other != nullptr && named->negated != other->negated) return;
  const bool around = (named != nullptr && named->negated) || (other != nullptr && other->negated);
  const std::optional<Side> left = SideOf(named, compared.left.field);
  const std::optional<Side> right = SideOf(other, compared.right.field);
  if (!left || !right) return;
  const TimeForNotes time(reporter);
  const auto people = view.people().Count({}, KeyOf(compared, *left, *right, around), [&](const Segment& segment) {
    return Depending(segment, compared, *left, *right, around);
  });
  if (!people.ok()) return reporter->Fail(people.status());
  if (people->with == 0) return;
  const bool one = people->with == 1;
  reporter->Note(
      span, "imprecise-times",
      absl::StrCat(people->with, one ? " individual has " : " individuals have ",
                   "times that may be so and may not, as they are known within bounds only: `not` holds for ",
                   one ? "it" : "them", " as well (of all individuals, whatever else is asked)"),
      {"to leave them out as well, write possibly before what is compared"});
}

}  // namespace muster::bind
