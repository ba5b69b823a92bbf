#include "storage/codec/posting_directory.h"

#include <algorithm>

#include "absl/status/status.h"
#include "storage/codec/varint.h"

namespace muster::storage {

void PostingDirectory::Add(uint32_t value, bool begins_page) {
  values_.push_back(value);
  if (begins_page) pages_.push_back(value);
}

std::string PostingDirectory::Encode() const {
  std::string bytes;
  AppendVarint(values_.size(), &bytes);
  uint64_t least = 0;
  auto page = pages_.begin();
  for (const uint32_t value : values_) {
    const bool begins = page != pages_.end() && *page == value;
    if (begins) ++page;
    AppendVarint((value - least) << 1 | (begins ? 1 : 0), &bytes);
    least = uint64_t{value} + 1;
  }
  return bytes;
}

absl::StatusOr<PostingDirectory> PostingDirectory::Parse(std::string_view bytes) {
  const auto bad = [] { return absl::DataLossError("a directory of postings is not one"); };
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  uint64_t count = 0;
  if (!ReadVarint(&at, end, &count) || count > static_cast<size_t>(end - at)) return bad();
  PostingDirectory directory;
  directory.values_.reserve(count);
  uint64_t least = 0;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t item = 0;
    if (!ReadVarint(&at, end, &item) || item >> 1 > 0xFFFFFFFF) return bad();
    least += item >> 1;
    const bool begins = (item & 1) != 0;
    if (least > 0xFFFFFFFF || (i == 0 && !begins)) return bad();
    directory.Add(static_cast<uint32_t>(least), begins);
    ++least;
  }
  if (at != end) return bad();
  return directory;
}

bool PostingDirectory::Contains(uint32_t value) const { return std::ranges::binary_search(values_, value); }

size_t PostingDirectory::PageOf(uint32_t value) const {
  return static_cast<size_t>(std::ranges::upper_bound(pages_, value) - pages_.begin()) - 1;
}

}  // namespace muster::storage
