#include "engine/bind/catalogue/people_counts.h"

#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"

namespace muster::bind {
namespace {

using model::Entity;
using storage::Bitmap;

constexpr size_t kMaxRemembered = 1 << 14;

template <typename Numbers>
void Append(const Numbers& numbers, std::string* bytes) {
  static_assert(std::has_unique_object_representations_v<Numbers>);
  bytes->append(reinterpret_cast<const char*>(&numbers), sizeof numbers);
}

// Nullopt: all individuals.
absl::StatusOr<std::optional<Bitmap>> PeopleWithEach(const storage::SegmentReader& segment,
                                                     const std::vector<CodesOfEntity>& asked) {
  std::optional<Bitmap> people;
  for (const CodesOfEntity& of : asked) {
    if (people && people->Empty()) break;
    auto some = PeopleWithCodes(segment, of);
    if (!some.ok()) return some.status();
    people = people ? Bitmap::And(*people, *some) : *std::move(some);
  }
  return people;
}

absl::Status AddShare(const storage::SegmentReader& segment, const std::vector<CodesOfEntity>& asked, FindPeople find,
                      PeopleCounts::Share* share) {
  const auto people = PeopleWithEach(segment, asked);
  if (!people.ok()) return people.status();
  const auto all = *people ? CountLive(segment, Entity::kIndividual, **people) : CountLiveIndividuals(segment);
  if (!all.ok()) return all.status();
  share->all += *all;
  if (*all == 0) return absl::OkStatus();
  const auto found = find(segment);
  if (!found.ok()) return found.status();
  const auto with = CountLive(segment, Entity::kIndividual, *people ? Bitmap::And(**people, *found) : *found);
  if (!with.ok()) return with.status();
  share->with += *with;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Bitmap> PeopleWithCodes(const storage::SegmentReader& segment, const CodesOfEntity& wanted,
                                       model::PostingKind kind) {
  if (wanted.codes->empty()) return Bitmap();
  const bool of_dataset = wanted.entity == Entity::kIndividual;
  const model::FieldId field =
      of_dataset ? model::field::kDataset : static_cast<model::FieldId>(model::Info(wanted.entity).primary);
  auto people = segment.Union({static_cast<uint8_t>(of_dataset ? model::PostingKind::kRows : kind),
                               static_cast<uint8_t>(wanted.entity), field, 0},
                              wanted.codes->symbols(), segment.rows(0));
  if (!people.ok()) return people.status();
  return std::move(people->rows);
}

absl::StatusOr<Bitmap> PeopleWhoLack(const storage::SegmentReader& segment, const CodesOfEntity& observed,
                                     const CodesOfEntity& excluded) {
  auto lack = PeopleWithCodes(segment, excluded, model::PostingKind::kExcludedIndividuals);
  if (!lack.ok() || lack->Empty()) return lack;
  const auto have = PeopleWithCodes(segment, observed);
  if (!have.ok()) return have;
  return Bitmap::AndNot(*lack, *have);
}

PeopleKey& PeopleKey::Add(uint64_t number) {
  Append(number, &bytes_);
  return *this;
}

PeopleKey& PeopleKey::Add(const CodesOfEntity& of) {
  const model::Fingerprint codes = of.codes == nullptr ? model::Fingerprint{} : of.codes->fingerprint();
  const uint64_t which = static_cast<uint64_t>(of.entity) << 1 | (of.codes != nullptr ? 1 : 0);
  Append(std::array{which, codes.high, codes.low}, &bytes_);
  return *this;
}

absl::StatusOr<PeopleCounts::Share> PeopleCounts::Count(const std::vector<CodesOfEntity>& asked, PeopleKey key,
                                                        FindPeople find) const {
  for (const CodesOfEntity& of : asked) key.Add(of);
  {
    const QuickLock lock(&mutex_);
    if (const auto it = counted_.find(key.bytes()); it != counted_.end()) return it->second;
  }
  Share share;
  for (const auto& segment : snapshot_.segments) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    if (absl::Status status = AddShare(*segment, asked, find, &share); !status.ok()) return status;
  }
  const QuickLock lock(&mutex_);
  if (counted_.size() >= kMaxRemembered) counted_.clear();
  counted_.emplace(key.bytes(), share);
  return share;
}

}  // namespace muster::bind
