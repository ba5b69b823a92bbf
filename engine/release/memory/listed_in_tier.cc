#include "engine/release/memory/listed_in_tier.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/release/policy/hidden_names.h"

namespace muster::release {

using model::Entity;
using model::PostingKind;
using storage::Bitmap;

namespace {

// How much further than the first time it may take until something is listed that was not.
constexpr uint64_t kUpwards = 20;

// From how many people on something is listed that was not decided before.
uint64_t ShownFrom(const ListingRules& rules, uint64_t least, std::string_view named) {
  const int64_t noise = rules.noise == nullptr ? 0 : rules.noise(named);
  return static_cast<uint64_t>(std::max(static_cast<int64_t>(least), static_cast<int64_t>(rules.shown_from) + noise));
}

}  // namespace

bool ListedInTier::Decide(uint64_t people, std::string_view named,
                          std::vector<ListingMemory::Decision>* decided) const {
  const uint64_t least = std::max<uint64_t>(1, rules_.people);
  const bool enough = people >= least;
  if (rules_.memory == nullptr) return enough && people >= ShownFrom(rules_, least, named);
  const uint64_t name = rules_.bits(absl::StrCat("listed\n", rules_.scope, "\n", std::string(named)));
  const std::optional<bool> before = rules_.memory->Find(name);
  if (!enough) {
    if (before == true) decided->push_back({name, false});
    return false;
  }
  uint64_t from = ShownFrom(rules_, least, named);
  if (before.has_value()) {
    const uint64_t edges = rules_.bits(absl::StrCat("edges\n", rules_.scope, "\n", std::string(named)));
    const uint64_t below = least + (edges >> 32) % std::max<uint64_t>(1, from - least);
    from = *before ? below : from + 1 + (edges & UINT32_MAX) % kUpwards;
  }
  const bool listed = people >= from;
  if (before != listed) decided->push_back({name, listed});
  return listed;
}

bool ListedInTier::Remember(const std::vector<ListingMemory::Decision>& decided) const {
  return decided.empty() || rules_.memory->Keep(decided);
}

bool ListedInTier::Tells(uint64_t people, std::string_view what) const {
  std::vector<ListingMemory::Decision> decided;
  const bool tells = Decide(people, what, &decided);
  return Remember(decided) && tells;
}

absl::StatusOr<Bitmap> ListedInTier::Visible(const storage::SegmentReader& segment) const {
  const auto live = segment.Live();
  if (!live.ok()) return live.status();
  const uint32_t size = segment.rows(0);
  Bitmap visible = *live == nullptr ? Bitmap::Range(0, size) : **live;
  if (rules_.datasets == nullptr) return visible;
  const auto of_datasets = segment.Union({static_cast<uint8_t>(PostingKind::kRows), 0, model::field::kDataset, 0},
                                         rules_.datasets->symbols(), size);
  if (!of_datasets.ok()) return of_datasets.status();
  visible &= of_datasets->rows;
  return visible;
}

absl::Status ListedInTier::CountPeople(PostingKind kind, model::FieldId field, std::vector<uint64_t>* people) const {
  const Entity entity = model::Info(field).entity;
  const Entity rows_of = model::RowsOf(kind, entity);
  for (const storage::SegmentReaderPtr& segment : view_->snapshot().segments) {
    const absl::StatusOr<Bitmap> visible = Visible(*segment);
    if (!visible.ok()) return visible.status();
    if (visible->Empty()) continue;
    absl::Status failure;
    const absl::Status read = segment->ForEachPosting(static_cast<uint8_t>(kind), static_cast<uint8_t>(entity), field,
                                                      [&](const storage::PostingKey& key, const Bitmap& rows) {
                                                        if (key.value >= people->size()) return true;  // kAnyValue
                                                        const absl::StatusOr<Bitmap> having =
                                                            bind::IndividualsOf(*segment, rows_of, rows);
                                                        failure = having.status();
                                                        if (failure.ok())
                                                          (*people)[key.value] += Bitmap::AndCount(*having, *visible);
                                                        return failure.ok();
                                                      });
    if (!failure.ok()) return failure;
    if (!read.ok()) return read;
  }
  return absl::OkStatus();
}

bool ListedInTier::IsHidden(model::FieldId field) const { return release::IsHidden(field, rules_.hidden); }

absl::StatusOr<ontology::SymbolSet> ListedInTier::Listed(model::FieldId field,
                                                         const ontology::SymbolSet& values) const {
  std::vector<model::Symbol> listed;
  if (IsHidden(field)) return std::make_shared<const model::SymbolList>();
  const model::Dictionary& dictionary = view_->dictionary();
  const bool primary = model::Info(model::Info(field).entity).primary == static_cast<int>(field);
  std::vector<uint64_t> people(dictionary.size());
  std::vector<uint64_t> excluded(primary ? dictionary.size() : 0);
  const PostingKind kind = primary ? PostingKind::kObservedIndividuals : PostingKind::kRows;
  if (absl::Status status = CountPeople(kind, field, &people); !status.ok()) return status;
  if (primary) {
    if (absl::Status status = CountPeople(PostingKind::kExcludedIndividuals, field, &excluded); !status.ok())
      return status;
  }
  std::vector<ListingMemory::Decision> decided;
  for (const model::Symbol value : *values) {
    const std::string_view text = dictionary.Text(value);
    bool tells = false;
    if (field == model::field::kDataset) {
      tells = rules_.datasets == nullptr || rules_.datasets->Contains(value);
    } else {
      const uint64_t most = primary ? std::max(people[value], excluded[value]) : people[value];
      tells = Decide(most,
                     absl::StrCat(std::string(model::Info(model::Info(field).entity).name), "\n",
                                  std::string(model::Info(field).name), "\n", std::string(text)),
                     &decided);
    }
    if (tells) listed.push_back(value);
  }
  if (!Remember(decided)) return absl::UnavailableError("what is listed could not be written to the ledger");
  return std::make_shared<const model::SymbolList>(std::move(listed));
}

absl::StatusOr<uint64_t> ListedInTier::CountRecorded(model::FieldId field, model::Part part) const {
  const Entity entity = model::Info(field).entity;
  uint64_t people = 0;
  for (const storage::SegmentReaderPtr& segment : view_->snapshot().segments) {
    const auto column = segment->GetColumn({static_cast<uint8_t>(entity), field, part});
    if (absl::IsNotFound(column.status())) continue;
    if (!column.ok()) return column.status();
    const storage::Bits recorded = (*column)->FindRange(storage::kNull + 1, INT64_MAX);
    const absl::StatusOr<Bitmap> having = bind::IndividualsOf(*segment, entity, Bitmap::FromBits(recorded.words()));
    if (!having.ok()) return having.status();
    const absl::StatusOr<Bitmap> visible = Visible(*segment);
    if (!visible.ok()) return visible.status();
    people += Bitmap::AndCount(*having, *visible);
  }
  return people;
}

absl::StatusOr<bool> ListedInTier::IsRecorded(model::FieldId field, model::Part part) const {
  if (IsHidden(field)) return false;
  {
    absl::MutexLock lock(&mutex_);
    if (const auto known = recorded_.find({field, part}); known != recorded_.end()) return known->second;
  }
  const absl::StatusOr<uint64_t> people = CountRecorded(field, part);
  if (!people.ok()) return people.status();
  std::vector<ListingMemory::Decision> decided;
  const bool tells = Decide(*people,
                            absl::StrCat(std::string(model::Info(model::Info(field).entity).name), "\n",
                                         std::string(model::Info(field).name), "\npart ", int{part}),
                            &decided);
  if (!Remember(decided)) return false;
  absl::MutexLock lock(&mutex_);
  recorded_[{field, part}] = tells;
  return tells;
}

}  // namespace muster::release
