#include "engine/api/hosting/epoch.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "absl/hash/hash.h"
#include "engine/api/versions/load_view.h"
#include "engine/model/record/record.h"

namespace muster::api {
namespace {

bool HasSameOntologies(const storage::Manifest& a, const storage::Manifest& b) {
  return std::ranges::equal(a.ontologies, b.ontologies,
                            [](const auto& x, const auto& y) { return x.id == y.id && x.version == y.version; });
}

using Segments = std::map<uint32_t, storage::SegmentReaderPtr>;

Segments ById(const storage::Snapshot& snapshot) {
  Segments segments;
  for (const storage::SegmentReaderPtr& segment : snapshot.segments) segments.emplace(segment->info().id, segment);
  return segments;
}

absl::StatusOr<storage::Bitmap> LiveOf(const storage::SegmentReader& segment) {
  const absl::StatusOr<storage::BitmapPtr> live = segment.Live();
  if (!live.ok()) return live.status();
  return *live == nullptr ? storage::Bitmap::Range(0, segment.rows(0)) : **live;
}

// Hashes of the records of rows.
absl::Status AddRecords(const storage::SegmentReader& segment, const storage::Bitmap& rows,
                        std::vector<uint64_t>* records) {
  if (rows.Empty()) return absl::OkStatus();
  return segment.ForEachRecord([&](uint32_t row, std::string_view record) {
    if (rows.Contains(row)) records->push_back(absl::HashOf(record));
    return true;
  });
}

// The records that the segments of `of` have and those of `other` have not, as far as segments are the same in both:
// in common segments by their live rows, else all.
absl::StatusOr<std::vector<uint64_t>> RecordsNotIn(const Segments& of, const Segments& other) {
  std::vector<uint64_t> records;
  for (const auto& [id, segment] : of) {
    absl::StatusOr<storage::Bitmap> rows = LiveOf(*segment);
    if (!rows.ok()) return rows.status();
    if (const auto same = other.find(id); same != other.end()) {
      const absl::StatusOr<storage::Bitmap> common = LiveOf(*same->second);
      if (!common.ok()) return common.status();
      *rows -= *common;
    }
    if (absl::Status status = AddRecords(*segment, *rows, &records); !status.ok()) return status;
  }
  std::ranges::sort(records);
  return records;
}

}  // namespace

absl::StatusOr<bind::CatalogueViewPtr> EpochView(const storage::Store& store, const bind::CatalogueView& present) {
  absl::StatusOr<storage::SnapshotPtr> pinned = store.PinnedSnapshot(present.snapshot());
  if (!pinned.ok()) return pinned.status();
  const bool same = HasSameOntologies((*pinned)->manifest, present.snapshot().manifest);
  auto view = std::make_shared<const bind::CatalogueView>(*std::move(pinned), present.dictionary_ptr(),
                                                          present.terminology_ptr(), nullptr, present.collections_ptr(),
                                                          present.workers());
  if (same) return view;
  return WithOntologies(store, *view, {});
}

absl::StatusOr<uint64_t> DifferingPeople(const storage::Snapshot& a, const storage::Snapshot& b) {
  const Segments of_a = ById(a);
  const Segments of_b = ById(b);
  const absl::StatusOr<std::vector<uint64_t>> only_a = RecordsNotIn(of_a, of_b);
  if (!only_a.ok()) return only_a.status();
  const absl::StatusOr<std::vector<uint64_t>> only_b = RecordsNotIn(of_b, of_a);
  if (!only_b.ok()) return only_b.status();
  // Who was only moved to another segment has the same record in both.
  std::vector<uint64_t> gone;
  std::vector<uint64_t> come;
  std::ranges::set_difference(*only_a, *only_b, std::back_inserter(gone));
  std::ranges::set_difference(*only_b, *only_a, std::back_inserter(come));
  return std::max(gone.size(), come.size());
}

absl::StatusOr<bool> ShowTheSame(const storage::Snapshot& a, const storage::Snapshot& b) {
  if (!HasSameOntologies(a.manifest, b.manifest)) return false;
  const absl::StatusOr<uint64_t> differing = DifferingPeople(a, b);
  if (!differing.ok()) return differing.status();
  return *differing == 0;
}

absl::StatusOr<bool> HasDeletedPeople(const storage::Store& store, const storage::Snapshot& seen,
                                      const storage::Snapshot& present) {
  const Segments now = ById(present);
  for (const auto& [id, segment] : ById(seen)) {
    absl::StatusOr<storage::Bitmap> rows = LiveOf(*segment);
    if (!rows.ok()) return rows.status();
    if (const auto same = now.find(id); same != now.end()) {
      const absl::StatusOr<storage::Bitmap> common = LiveOf(*same->second);
      if (!common.ok()) return common.status();
      *rows -= *common;
    }
    if (rows->Empty()) continue;
    bool deleted = false;
    absl::Status failure;
    const absl::Status read = segment->ForEachRecord([&](uint32_t row, std::string_view bytes) {
      if (!rows->Contains(row)) return true;
      const absl::StatusOr<model::Record> record = model::DecodeRecord(bytes);
      failure = record.status();
      if (!failure.ok()) return false;
      const auto found = store.Find(present, record->dataset, record->id);
      failure = found.status();
      deleted = failure.ok() && !found->has_value();
      return failure.ok() && !deleted;
    });
    if (!read.ok()) return read;
    if (!failure.ok()) return failure;
    if (deleted) return true;
  }
  return false;
}

}  // namespace muster::api
