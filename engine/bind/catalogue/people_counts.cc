#include "engine/bind/catalogue/people_counts.h"

#include <array>
#include <cstddef>
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

// What `find` finds in one segment: it is called when somebody asks for the first time.
class FoundInSegment {
 public:
  FoundInSegment(const storage::SegmentReader& segment, FindPeople find) : segment_(segment), find_(find) {}

  absl::StatusOr<const Bitmap*> Get() {
    if (!found_) {
      auto found = find_(segment_);
      if (!found.ok()) return found.status();
      found_ = *std::move(found);
    }
    return &*found_;
  }

 private:
  const storage::SegmentReader& segment_;
  FindPeople find_;
  std::optional<Bitmap> found_;
};

absl::Status AddShare(const storage::SegmentReader& segment, const std::vector<CodesOfEntity>& asked,
                      FoundInSegment& people_found, PeopleCounts::Share* share) {
  const auto people = PeopleWithEach(segment, asked);
  if (!people.ok()) return people.status();
  const auto all = *people ? CountLive(segment, Entity::kIndividual, **people) : CountLiveIndividuals(segment);
  if (!all.ok()) return all.status();
  share->all += *all;
  if (*all == 0) return absl::OkStatus();
  const auto found = people_found.Get();
  if (!found.ok()) return found.status();
  const auto with = *people ? CountLive(segment, Entity::kIndividual, Bitmap::And(**people, **found))
                            : CountLive(segment, Entity::kIndividual, **found);
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

std::optional<PeopleCounts::Share> PeopleCounts::Known(const PeopleKey& key) const {
  const QuickLock lock(&mutex_);
  const auto it = counted_.find(key.bytes());
  return it == counted_.end() ? std::nullopt : std::optional(it->second);
}

void PeopleCounts::Remember(const PeopleKey& key, const Share& share) const {
  const QuickLock lock(&mutex_);
  if (counted_.size() >= kMaxRemembered) counted_.clear();
  counted_.emplace(key.bytes(), share);
}

absl::StatusOr<PeopleCounts::Share> PeopleCounts::Count(const std::vector<CodesOfEntity>& asked, PeopleKey key,
                                                        FindPeople find) const {
  for (const CodesOfEntity& of : asked) key.Add(of);
  if (const auto known = Known(key)) return *known;
  Share share;
  for (const auto& segment : snapshot_.segments) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    FoundInSegment found(*segment, find);
    if (absl::Status status = AddShare(*segment, asked, found, &share); !status.ok()) return status;
  }
  Remember(key, share);
  return share;
}

absl::StatusOr<std::vector<PeopleCounts::Share>> PeopleCounts::CountOfEach(const std::vector<model::Symbol>& datasets,
                                                                           const PeopleKey& key,
                                                                           FindPeople find) const {
  struct Uncounted {
    size_t number;  // among `datasets`
    PeopleKey key;
  };
  std::vector<Share> shares(datasets.size());
  std::vector<Uncounted> uncounted;
  for (size_t i = 0; i < datasets.size(); ++i) {
    const model::SymbolList dataset({datasets[i]});
    PeopleKey of_dataset = key;
    of_dataset.Add({Entity::kIndividual, &dataset});
    if (const auto known = Known(of_dataset)) {
      shares[i] = *known;
    } else {
      uncounted.push_back({i, std::move(of_dataset)});
    }
  }
  if (uncounted.empty()) return shares;
  for (const auto& segment : snapshot_.segments) {
    FoundInSegment found(*segment, find);
    for (const Uncounted& one : uncounted) {
      if (absl::Status check = CheckStop(); !check.ok()) return check;
      const model::SymbolList dataset({datasets[one.number]});
      absl::Status status = AddShare(*segment, {{Entity::kIndividual, &dataset}}, found, &shares[one.number]);
      if (!status.ok()) return status;
    }
  }
  for (const Uncounted& one : uncounted) Remember(one.key, shares[one.number]);
  return shares;
}

}  // namespace muster::bind
