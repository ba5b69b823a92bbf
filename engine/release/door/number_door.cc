#include "engine/release/door/number_door.h"

#include <algorithm>
#include <cmath>

namespace muster::release {

int64_t Rounded(int64_t number, int64_t step) { return (number + step / 2) / step * step; }

// The answer of a remembered set that is equal or near, if it may be passed on to `asked`.
std::optional<SetId> NumberDoor::Known(const ComparedSet& set, const ComparedSet& asked) {
  const Nearness nearness{tier_.protection.people, tier_.drift};
  const std::optional<FoundSet> found = memory_->Find(set, nearness);
  if (!found.has_value()) return std::nullopt;
  const bool is_asked_itself = found->equal && &set == &asked;
  if (!is_asked_itself && !memory_->IsWithinReach(asked, found->label, nearness)) return std::nullopt;
  if (!found->equal) was_near_ = true;
  if (!is_asked_itself) memory_->Add(asked, found->label, epoch_);
  return found->label;
}

std::optional<SetId> NumberDoor::LabelOf(const ComparedSet& asked, const ComparedSet& effective) {
  const auto least = static_cast<uint64_t>(tier_.protection.people);
  if (asked.people.n < least || effective.people.n < least) return std::nullopt;
  if (const auto known = Known(asked, asked)) return known;
  const bool is_reduced = &asked != &effective && !(asked == effective);
  if (is_reduced) {
    if (const auto known = Known(effective, asked)) return known;
  }
  const auto first = static_cast<SetId>(memory_->size());
  if (!is_reduced) return memory_->Add(asked, first, epoch_);
  // The number is that of the effective set, so that is where the label is.
  memory_->Add(effective, first, epoch_);
  memory_->Add(asked, first, epoch_);
  return first;
}

Decided NumberDoor::Decide(const ComparedSet& asked, const ComparedSet& effective) {
  const std::optional<SetId> label = LabelOf(asked, effective);
  if (!label.has_value()) return {};
  const ComparedSet& first = memory_->set(*label);
  const auto multiple = static_cast<int64_t>(first.largest);
  const int64_t noisy = static_cast<int64_t>(first.sum) + multiple * noise_.Of(first, tier_.protection.variance);
  if (noisy < tier_.protection.shown_from) return {};
  return {true, Rounded(noisy, tier_.protection.round)};
}

Number::Kind NumberDoor::KindOfShown() const {
  // A number without noise may still be that of a near set, so it is never called exact.
  return tier_.protection.variance == 0 ? Number::Kind::kRounded : Number::Kind::kPerturbed;
}

Number NumberDoor::ShowPeople(const Decided& decided) const {
  const Protection& protection = tier_.protection;
  const int64_t drifted = 3 * widest_people_ - 1;  // how far a label's number may be from that of a set it is given for
  const int64_t reach = noise_.Reach(protection.variance) + drifted;
  Number number;
  if (!decided.shown) {
    number.kind = Number::Kind::kSuppressed;
    number.low = 0;
    number.high = protection.shown_from - 1 + reach;
    return number;
  }
  const int64_t most = reach + protection.round / 2;
  number.value = decided.value;
  number.kind = KindOfShown();
  number.low = std::max(decided.value - most, protection.people);
  number.high = decided.value + most;
  const double variance = static_cast<double>(protection.variance) / static_cast<double>(kVarianceOne);
  const auto people = static_cast<double>(protection.people);
  const auto round = static_cast<double>(protection.round);
  number.typical = std::llround(2 * std::sqrt(variance + round * round / 12 + 3 * people * people / 8));
  return number;
}

Number NumberDoor::ShowOthers(const Decided& decided) const {
  Number number;
  number.kind = decided.shown ? KindOfShown() : Number::Kind::kSuppressed;
  if (decided.shown) {
    number.value = decided.value;
  } else {
    number.low = 0;
  }
  return number;
}

}  // namespace muster::release
