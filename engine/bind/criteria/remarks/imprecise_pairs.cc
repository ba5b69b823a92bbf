#include "engine/bind/criteria/remarks/imprecise_pairs.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/remarks/recorded_times.h"
#include "engine/bind/values/remarks/rows_that_meet.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::TimeBounds;
using storage::Bitmap;
using Segment = storage::SegmentReader;

// Rows of a person that are compared: of the `has`, or those that another criterion may have named.
struct Rows {
  const Condition* exists = nullptr;
  std::vector<const Condition*> criteria;  // what is asked of them beside the comparisons
};

// What is asked of the rows of one `has`.
struct Asked {
  Rows rows;
  std::optional<Rows> named;  // nothing: the person's own times, or one that the text gives
  std::vector<const Condition*> comparisons;
  int most = 0;
  bool other_rows = false;  // a row is not compared with itself
};

// Nullopt where it is more than can be said here.
std::optional<Asked> AskedOf(const Condition& exists, const EventScope& events, int most) {
  Asked asked;
  asked.rows.exists = &exists;
  asked.most = most;
  std::vector<const Condition*> left = {exists.operands[0].get()};
  std::optional<Slot> slot;
  while (!left.empty()) {
    const Condition* one = left.back();
    left.pop_back();
    if (one->kind == Condition::Kind::kAnd) {
      for (const ConditionPtr& operand : one->operands) left.push_back(operand.get());
      continue;
    }
    if (one->kind != Condition::Kind::kTimes) {
      asked.rows.criteria.push_back(one);
      continue;
    }
    const Entity of_right = model::Info(one->right.field).entity;
    if (one->possibly || one->unknown || one->left.slot != kThisRow ||
        model::Info(one->left.field).entity != exists.child) {
      return std::nullopt;
    }
    asked.comparisons.push_back(one);
    if (one->right.constant) continue;
    if (one->right.slot == kThisRow) {
      if (of_right != exists.child && of_right != Entity::kIndividual) return std::nullopt;
      continue;
    }
    if (of_right != one->right.entity || (slot && *slot != one->right.slot)) return std::nullopt;
    slot = one->right.slot;
  }
  if (asked.comparisons.empty()) return std::nullopt;
  if (!slot) return asked;
  const EventScope::Event* event = events.FindSlot(*slot);
  if (event == nullptr || event->exists->polarity == Polarity::kExcluded) return std::nullopt;
  asked.named.emplace();
  asked.named->exists = event->exists;
  if (!event->exists->operands.empty()) asked.named->criteria.push_back(event->exists->operands[0].get());
  asked.other_rows = event->entity == exists.child;
  return asked;
}

PeopleKey KeyOf(const Asked& asked) {
  PeopleKey key("imprecise pairs");
  const auto add = [&](const Rows& rows) {
    key.Add({rows.exists->child, rows.exists->symbols.get()}).Add(static_cast<uint64_t>(rows.exists->order));
    key.Add(rows.criteria.size());
    for (const Condition* criterion : rows.criteria) AddCondition(*criterion, &key);
  };
  add(asked.rows);
  key.Add(asked.named ? 1 : 0).Add(static_cast<uint64_t>(asked.most)).Add(asked.comparisons.size());
  if (asked.named) add(*asked.named);
  for (const Condition* compared : asked.comparisons) {
    key.Add(compared->left.field).Add(compared->right.field).Add(compared->right.slot == kThisRow ? 0 : 1);
    key.Add(static_cast<uint64_t>(compared->time_relation)).Add(static_cast<uint64_t>(compared->distance.months));
    key.Add(static_cast<uint64_t>(compared->distance.rest)).Add(compared->distance.by_hours ? 1 : 0);
    key.Add(compared->right.constant ? 1 : 0);
    const TimeBounds constant = compared->right.constant.value_or(TimeBounds());
    for (const model::Interval& of : {constant.age, constant.date}) {
      key.Add(static_cast<uint64_t>(of.low)).Add(static_cast<uint64_t>(of.high));
    }
  }
  return key;
}

struct RowOfPerson {
  uint32_t person;
  uint32_t row;
};

// Of each person's rows with a time the first (or last), or several of one time; of dates where all have one.
absl::Status KeepPicked(const Segment& segment, const Condition& exists, std::vector<RowOfPerson>* rows) {
  const auto times = RecordedTimes::Of(segment, exists.left.field);
  if (!times.ok()) return times.status();
  std::erase_if(*rows, [&](const RowOfPerson& one) {
    const TimeBounds time = (*times)(one.row);
    return time.age.empty() && time.date.empty();
  });
  std::vector<RowOfPerson> picked;
  for (auto first = rows->begin(); first != rows->end();) {
    const auto end =
        std::find_if(first, rows->end(), [&](const RowOfPerson& one) { return one.person != first->person; });
    const bool dates = std::all_of(first, end, [&](const RowOfPerson& one) { return !(*times)(one.row).date.empty(); });
    const auto key = [&](const RowOfPerson& one) {
      const TimeBounds time = (*times)(one.row);
      const model::Interval& of = dates ? time.date : time.age;
      return of.empty() ? INT64_MAX : exists.order == Order::kLast ? -of.high : of.low;
    };
    int64_t least = INT64_MAX;
    for (auto one = first; one != end; ++one) least = std::min(least, key(*one));
    std::copy_if(first, end, std::back_inserter(picked), [&](const RowOfPerson& one) { return key(one) == least; });
    first = end;
  }
  *rows = std::move(picked);
  return absl::OkStatus();
}

// Rows that satisfy the criteria, if that can be decided here, by person.
absl::StatusOr<std::vector<RowOfPerson>> Find(const Segment& segment, const Rows& of) {
  const auto rows = LiveRowsOf(segment, of.exists->child, of.exists->symbols.get());
  if (!rows.ok()) return rows.status();
  std::vector<RowOfPerson> found;
  if (rows->Empty()) return found;
  const auto above = RowsAbove::Of(segment, of.exists->child, Entity::kIndividual);
  if (!above.ok()) return above.status();
  rows->ForEach([&](uint32_t row) { found.push_back({(*above)(row), row}); });
  if (of.exists->order != Order::kAny) {
    if (absl::Status status = KeepPicked(segment, *of.exists, &found); !status.ok()) return status;
  }
  for (const Condition* criterion : of.criteria) {
    const auto meet = RowsThatMeet(segment, *criterion);
    if (!meet.ok()) return meet.status();
    if (*meet) std::erase_if(found, [&](const RowOfPerson& one) { return !(*meet)->Contains(one.row); });
  }
  return found;
}

// The people of one segment who are not excluded, but would be with `possibly`.
class PeopleOfSegment {
 public:
  PeopleOfSegment(const Segment& segment, const Asked& asked) : segment_(segment), asked_(asked) {}

  absl::StatusOr<Bitmap> Find() {
    bool exact = true;
    for (const Condition* compared : asked_.comparisons) {
      Times times;
      auto left = RecordedTimes::Of(segment_, compared->left.field);
      if (!left.ok()) return left.status();
      exact = exact && left->IsExact();
      times.left = *std::move(left);
      if (!compared->right.constant) {
        auto right = RecordedTimes::Of(segment_, compared->right.field);
        if (!right.ok()) return right.status();
        exact = exact && right->IsExact();
        times.right = *std::move(right);
      }
      times_.push_back(std::move(times));
    }
    if (exact) return Bitmap();
    const auto rows = bind::Find(segment_, asked_.rows);
    if (!rows.ok()) return rows.status();
    auto named = asked_.named ? bind::Find(segment_, *asked_.named) : std::vector<RowOfPerson>();
    if (!named.ok()) return named.status();
    std::vector<uint32_t> people;
    auto other = named->begin();
    for (auto first = rows->begin(); first != rows->end();) {
      const uint32_t person = first->person;
      auto end = first;
      while (end != rows->end() && end->person == person) ++end;
      while (other != named->end() && other->person < person) ++other;
      auto other_end = other;
      while (other_end != named->end() && other_end->person == person) ++other_end;
      if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
      if (Depends({first, end}, {other, other_end}, person)) people.push_back(person);
      first = end;
      other = other_end;
    }
    if (!std::is_sorted(people.begin(), people.end())) return Bitmap();  // damaged: whatever reads the rows says so
    return Bitmap::FromSorted(people);
  }

 private:
  struct Times {
    RecordedTimes left, right;
  };
  using Some = std::span<const RowOfPerson>;

  bool Depends(Some rows, Some named, uint32_t person) const {
    if (!asked_.named) return DependsOn(rows, person, person).value_or(false);
    bool any = false;
    for (const RowOfPerson& one : named) {
      const auto depends = DependsOn(rows, one.row, person);
      if (!depends) return false;  // this one lets the person pass in any case
      any = any || *depends;
    }
    return any;
  }

  // Whether as many rows as leave out the person meet the comparisons only possibly; nullopt where not even that many.
  std::optional<bool> DependsOn(Some rows, uint32_t other, uint32_t person) const {
    int certain = 0, possible = 0;
    for (const RowOfPerson& one : rows) {
      if (asked_.other_rows && one.row == other) continue;
      if (Meets(one.row, other, person, /*possibly=*/false)) ++certain;
      if (Meets(one.row, other, person, /*possibly=*/true)) ++possible;
    }
    if (possible <= asked_.most) return std::nullopt;
    return certain <= asked_.most;
  }

  bool Meets(uint32_t row, uint32_t other, uint32_t person, bool possibly) const {
    for (size_t i = 0; i < times_.size(); ++i) {
      const Condition& compared = *asked_.comparisons[i];
      const bool own =
          compared.right.slot == kThisRow && model::Info(compared.right.field).entity != Entity::kIndividual;
      const uint32_t of = compared.right.slot != kThisRow ? other : own ? row : person;
      const TimeBounds right = compared.right.constant ? *compared.right.constant : times_[i].right(of);
      if (!model::Holds(compared.time_relation, times_[i].left(row), right, compared.distance, possibly)) return false;
    }
    return true;
  }

  const Segment& segment_;
  const Asked& asked_;
  std::vector<Times> times_;
};

}  // namespace

void NoteImprecisePairs(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists,
                        const EventScope& events, int most) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || exists.operands.empty()) return;
  if (exists.entity != Entity::kIndividual || exists.order != Order::kAny || exists.count.distinct) return;
  const std::optional<Asked> asked = AskedOf(exists, events, most);
  if (!asked) return;
  const TimeForNotes time(reporter);
  const auto people = view.people().Count(
      {}, KeyOf(*asked), [&](const Segment& segment) { return PeopleOfSegment(segment, *asked).Find(); });
  if (!people.ok()) return reporter->Fail(people.status());
  if (people->with == 0) return;
  const bool one = people->with == 1;
  reporter->Note(span, "imprecise-times",
                 absl::StrCat(people->with, one ? " individual has " : " individuals have ",
                              std::string(model::Info(exists.child).plural), exists.symbols == nullptr ? "" : " of ",
                              exists.symbols == nullptr ? "" : exists.label,
                              " that may meet this and may not, as times are known within bounds only, and ",
                              one ? "is" : "are", " not left out by this (of all individuals, whatever else is asked)"),
                 {"to leave them out as well, write possibly before what is compared"});
}

}  // namespace muster::bind
