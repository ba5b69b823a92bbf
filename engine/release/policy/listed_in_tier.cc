#include "engine/release/policy/listed_in_tier.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/release/policy/hidden_names.h"

namespace muster::release {

using model::Entity;
using model::Family;
using storage::Bitmap;

bool ListedInTier::Tells(uint64_t people, std::string_view what) const {
  const int64_t noise = rules_.noise == nullptr ? 0 : rules_.noise(what);
  const int64_t from = static_cast<int64_t>(rules_.shown_from) + noise;
  return people > 0 && static_cast<int64_t>(people) >= from;
}

absl::StatusOr<Bitmap> ListedInTier::Visible(const storage::SegmentReader& segment) const {
  const auto live = segment.Live();
  if (!live.ok()) return live.status();
  const uint32_t size = segment.rows(0);
  Bitmap visible = *live == nullptr ? Bitmap::Range(0, size) : **live;
  if (rules_.datasets == nullptr) return visible;
  const auto of_datasets = segment.Union({static_cast<uint8_t>(Family::kRows), 0, model::field::kDataset, 0},
                                         rules_.datasets->symbols(), size);
  if (!of_datasets.ok()) return of_datasets.status();
  visible &= of_datasets->rows;
  return visible;
}

absl::Status ListedInTier::CountPeople(Family family, model::FieldId field, std::vector<uint64_t>* people) const {
  const Entity entity = model::Info(field).entity;
  const Entity rows_of = model::RowsOf(family, entity);
  for (const storage::SegmentReaderPtr& segment : view_->snapshot().segments) {
    const absl::StatusOr<Bitmap> visible = Visible(*segment);
    if (!visible.ok()) return visible.status();
    if (visible->Empty()) continue;
    absl::Status failure;
    const absl::Status read = segment->ForEachPosting(static_cast<uint8_t>(family), static_cast<uint8_t>(entity), field,
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

absl::StatusOr<ontology::SymbolSet> ListedInTier::Listed(model::FieldId field,
                                                         const ontology::SymbolSet& values) const {
  std::vector<model::Symbol> listed;
  if (IsHidden(field, rules_.hidden)) return std::make_shared<const model::SymbolList>();
  const model::Dictionary& dictionary = view_->dictionary();
  const bool primary = model::Info(model::Info(field).entity).primary == static_cast<int>(field);
  std::vector<uint64_t> people(dictionary.size());
  std::vector<uint64_t> excluded(primary ? dictionary.size() : 0);
  const Family family = primary ? Family::kObservedIndividuals : Family::kRows;
  if (absl::Status status = CountPeople(family, field, &people); !status.ok()) return status;
  if (primary) {
    if (absl::Status status = CountPeople(Family::kExcludedIndividuals, field, &excluded); !status.ok()) return status;
  }
  for (const model::Symbol value : *values) {
    const std::string_view text = dictionary.Text(value);
    bool tells = false;
    if (field == model::field::kDataset) {
      tells = rules_.datasets == nullptr || rules_.datasets->Contains(value);
    } else {
      const uint64_t most = primary ? std::max(people[value], excluded[value]) : people[value];
      tells = Tells(most, absl::StrCat(std::string(model::Info(model::Info(field).entity).name), "\n",
                                       std::string(model::Info(field).name), "\n", std::string(text)));
    }
    if (tells) listed.push_back(value);
  }
  return std::make_shared<const model::SymbolList>(std::move(listed));
}

absl::StatusOr<bool> ListedInTier::IsRecorded(model::FieldId field, model::Part part) const {
  if (IsHidden(field, rules_.hidden)) return false;
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
  return Tells(people, absl::StrCat(std::string(model::Info(entity).name), "\n", std::string(model::Info(field).name),
                                    "\npart ", int{part}));
}

}  // namespace muster::release
