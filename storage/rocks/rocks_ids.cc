#include "storage/rocks/rocks_ids.h"

#include <string>
#include <utility>

#include "storage/codec/bytes.h"
#include "storage/keys.h"

namespace muster::storage {
namespace {

class IdPrefixSlice final : public rocksdb::SliceTransform {
 public:
  // Stored in the files; a change makes their filters useless.
  const char* Name() const override { return "muster.IdPrefix"; }
  bool InDomain(const rocksdb::Slice& key) const override { return IdPrefixLength(key.ToStringView()) != 0; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), IdPrefixLength(key.ToStringView())};
  }
};

class IdFilter final : public rocksdb::CompactionFilter {
 public:
  explicit IdFilter(std::shared_ptr<const DeadSegments> dead) : dead_(std::move(dead)) {}
  const char* Name() const override { return "muster.IdFilter"; }
  bool Filter(int /*level*/, const rocksdb::Slice& key, const rocksdb::Slice& /*value*/, std::string* /*new_value*/,
              bool* /*value_changed*/) const override {
    const size_t prefix = IdPrefixLength(key.ToStringView());
    // Anything else than an id entry is damage: leave it for examination.
    if (prefix == 0 || key.size() != prefix + sizeof(uint32_t)) return false;
    return dead_->Contains(LoadBigEndian<uint32_t>(key.data() + prefix));
  }

 private:
  const std::shared_ptr<const DeadSegments> dead_;
};

class FilterFactory final : public rocksdb::CompactionFilterFactory {
 public:
  explicit FilterFactory(std::shared_ptr<const DeadSegments> dead) : dead_(std::move(dead)) {}
  const char* Name() const override { return "muster.IdFilterFactory"; }
  std::unique_ptr<rocksdb::CompactionFilter> CreateCompactionFilter(
      const rocksdb::CompactionFilter::Context& /*context*/) override {
    return std::make_unique<IdFilter>(dead_);
  }

 private:
  const std::shared_ptr<const DeadSegments> dead_;
};

}  // namespace

std::shared_ptr<const rocksdb::SliceTransform> IdPrefixTransform() { return std::make_shared<const IdPrefixSlice>(); }

void DeadSegments::Reset(uint32_t floor, HashSet<uint32_t> living) {
  absl::MutexLock lock(&mutex_);
  floor_ = floor;
  living_ = std::move(living);
  dead_.clear();
}

void DeadSegments::Add(uint32_t segment) {
  absl::MutexLock lock(&mutex_);
  if (segment < floor_) {
    living_.erase(segment);
  } else {
    dead_.insert(segment);
  }
}

bool DeadSegments::Contains(uint32_t segment) const {
  absl::ReaderMutexLock lock(&mutex_);
  return segment < floor_ ? !living_.contains(segment) : dead_.contains(segment);
}

std::shared_ptr<rocksdb::CompactionFilterFactory> IdFilterFactory(std::shared_ptr<const DeadSegments> dead) {
  return std::make_shared<FilterFactory>(std::move(dead));
}

}  // namespace muster::storage
