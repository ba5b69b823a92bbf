#include "engine/index/catalogue_writer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::index {

using storage::Bitmap;
using storage::Location;

namespace {

// Segments of fewer individuals are of one size.
constexpr uint64_t kSmallest = 64;

Bitmap FromUnsorted(const absl::flat_hash_set<uint32_t>& rows) {
  std::vector<uint32_t> sorted(rows.begin(), rows.end());
  std::sort(sorted.begin(), sorted.end());
  return Bitmap::FromSorted(sorted);
}

}  // namespace

CatalogueWriter::CatalogueWriter(storage::Store& store, model::DictionaryPtr dictionary, const WriterOptions& options)
    : store_(store),
      options_(options),
      base_(store.snapshot()),
      dictionary_(std::make_shared<model::Dictionary>(*dictionary)),
      first_new_symbol_(dictionary_->size()) {}

absl::Status CatalogueWriter::AddRecord(const model::Record& record, bool* replaced) {
  absl::StatusOr<bool> killed = Kill(record.dataset, record.id);
  if (!killed.ok()) return killed.status();
  *replaced = *killed;
  absl::StatusOr<Location> location = Append(record);
  if (!location.ok()) return location.status();
  added_[storage::IdPrefix(record.dataset, record.id)] = *location;
  for (const model::Row& row : record.rows) ++rows_added_[static_cast<size_t>(row.entity)];
  return absl::OkStatus();
}

absl::StatusOr<Location> CatalogueWriter::Append(const model::Record& record) {
  if (open_.writer == nullptr) {
    absl::StatusOr<std::unique_ptr<storage::SegmentWriter>> writer = store_.NewSegment();
    if (!writer.ok()) return writer.status();
    open_ = {*std::move(writer), SegmentBuilder()};
  }
  const uint32_t segment = open_.writer->id();
  absl::StatusOr<uint32_t> row = open_.builder.Add(record);
  if (!row.ok()) return row.status();
  absl::Status status = open_.writer->PutRecord(*row, record.dataset, record.id, model::EncodeRecord(record));
  if (!status.ok()) return status;
  // The size is a sum over all postings: look now and then.
  const bool full = open_.builder.size() >= options_.max_individuals ||
                    (open_.builder.size() % 1024 == 0 && open_.builder.SizeInBytes() >= options_.max_bytes);
  if (full) status = CloseSegment();
  if (!status.ok()) return status;
  return Location{segment, *row};
}

absl::Status CatalogueWriter::CloseSegment() {
  if (open_.writer == nullptr) return absl::OkStatus();
  absl::StatusOr<storage::SegmentInfo> info = open_.builder.WriteTo(*open_.writer);
  if (!info.ok()) return info.status();
  closed_.push_back(*std::move(info));
  open_ = {};
  return absl::OkStatus();
}

absl::StatusOr<bool> CatalogueWriter::Kill(std::string_view dataset, std::string_view id) {
  if (const auto it = added_.find(storage::IdPrefix(dataset, id)); it != added_.end()) {
    dead_[it->second.segment].insert(it->second.row);
    added_.erase(it);
    return true;
  }
  if (base_->segments.empty()) return false;
  absl::StatusOr<std::optional<Location>> location = store_.Find(*base_, dataset, id);
  if (!location.ok()) return location.status();
  if (!location->has_value()) return false;
  // Not so when this commit has replaced it and then removed the replacement.
  return dead_[(*location)->segment].insert((*location)->row).second;
}

absl::StatusOr<bool> CatalogueWriter::Remove(std::string_view dataset, std::string_view id) {
  return Kill(dataset, id);
}

void CatalogueWriter::AddOntology(const ontology::Ontology& ontology) {
  has_ontologies_ = true;
  ontologies_.emplace_back(
      storage::OntologyInfo{ontology.id(), ontology.version(), ontology.size(), ontology.obsolete_count()},
      ontology.Encode());
}

absl::StatusOr<Bitmap> CatalogueWriter::LiveAfter(size_t segment_index) const {
  const storage::SegmentReader& segment = *base_->segments[segment_index];
  absl::StatusOr<storage::BitmapPtr> live = segment.Live();
  if (!live.ok()) return live.status();
  Bitmap after = *live == nullptr ? Bitmap::Range(0, segment.rows(0)) : **live;
  if (const auto it = dead_.find(segment.info().id); it != dead_.end()) {
    after -= FromUnsorted(it->second);
  }
  return after;
}

size_t CatalogueWriter::SizeClass(uint64_t individuals) const {
  size_t number = 0;
  for (uint64_t end = kSmallest; individuals >= end; end *= std::max<size_t>(options_.merge_at, 2)) ++number;
  return number;
}

std::vector<const storage::SegmentInfo*> CatalogueWriter::SegmentsToRewrite() const {
  std::vector<const storage::SegmentInfo*> rewrite;
  struct Small {
    size_t size_class;
    uint64_t live;
    const storage::SegmentInfo* info;
  };
  std::vector<Small> small;
  for (const storage::SegmentInfo& info : base_->manifest.segments) {
    const auto it = dead_.find(info.id);
    const uint64_t live = info.live - (it == dead_.end() ? 0 : it->second.size());
    if (live == 0) continue;  // dropped without rewriting
    if (live < options_.small_segment) {
      small.push_back({SizeClass(live), live, &info});
    } else if (live * 2 < info.rows[0]) {
      rewrite.push_back(&info);
    }
  }
  std::ranges::stable_sort(small, {}, &Small::size_class);
  // What this commit adds is one more segment of its size, and so is what becomes of the smaller ones.
  uint64_t gathered = open_.builder.size();
  size_t merged = 0;
  for (size_t begin = 0, end = 0; begin < small.size(); begin = end) {
    const size_t size_class = small[begin].size_class;
    while (end < small.size() && small[end].size_class == size_class) ++end;
    const bool with_gathered = gathered > 0 && SizeClass(gathered) >= size_class;
    if (end - begin + (with_gathered ? 1 : 0) < options_.merge_at) continue;
    for (; merged < end; ++merged) gathered += small[merged].live;
  }
  for (size_t i = 0; i < merged; ++i) rewrite.push_back(small[i].info);
  return rewrite;
}

// Moves what is live in segments that are small or mostly dead into the open one, and closes it.
absl::Status CatalogueWriter::Compact(storage::Commit* commit) {
  for (const storage::SegmentInfo* info : SegmentsToRewrite()) {
    const size_t index = static_cast<size_t>(info - base_->manifest.segments.data());
    absl::StatusOr<Bitmap> live = LiveAfter(index);
    if (!live.ok()) return live.status();
    absl::Status failure;
    absl::Status status = base_->segments[index]->ForEachRecord([&](uint32_t row, std::string_view bytes) {
      if (!live->Contains(row)) return true;
      absl::StatusOr<model::Record> record = model::DecodeRecord(bytes);
      if (record.ok())
        failure = Append(*record).status();
      else
        failure = record.status();
      return failure.ok();
    });
    if (!status.ok()) return status;
    if (!failure.ok()) return failure;
    commit->drop_segments.push_back(info->id);
    dead_.erase(info->id);
  }
  return CloseSegment();
}

absl::Status CatalogueWriter::Commit() {
  storage::Commit commit;
  if (open_.writer == nullptr && closed_.empty() && dead_.empty() && ontologies_.empty() && documents_.empty())
    return absl::OkStatus();
  if (absl::Status status = Compact(&commit); !status.ok()) return status;
  for (size_t i = 0; i < base_->segments.size(); ++i) {
    const uint32_t id = base_->manifest.segments[i].id;
    if (!dead_.contains(id)) continue;
    absl::StatusOr<Bitmap> live = LiveAfter(i);
    if (!live.ok()) return live.status();
    dead_.erase(id);
    if (live->Empty()) {
      commit.drop_segments.push_back(id);
    } else {
      commit.live.emplace_back(id, *std::move(live));
    }
  }
  // What is left are individuals that this commit added and replaced or removed again.
  for (auto& [id, rows] : dead_) {
    const auto info = std::find_if(closed_.begin(), closed_.end(), [&id = id](const auto& s) { return s.id == id; });
    if (info == closed_.end()) return absl::InternalError(absl::StrCat("segment ", id, " is not known"));
    Bitmap live = Bitmap::Range(0, info->rows[0]);
    live -= FromUnsorted(rows);
    commit.live.emplace_back(id, std::move(live));
  }
  commit.add_segments = closed_;
  commit.ontologies = std::move(ontologies_);
  commit.documents = std::move(documents_);
  if (dictionary_->size() > first_new_symbol_) commit.dictionary_block = dictionary_->EncodeBlock(first_new_symbol_);
  return store_.Apply(std::move(commit));
}

}  // namespace muster::index
