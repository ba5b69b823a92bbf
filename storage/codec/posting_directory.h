// Which values of a field have a posting, and on which page it is.
//
//   +-------+----------------------------
//   | count | count * (distance, begins)
//   +-------+----------------------------
//
// count: varint. Then one varint for each value: twice the distance, and one more where a page begins. distance: by how
// much the value is greater than the one before, less one; the first one's is the value.
#ifndef MUSTER_STORAGE_CODEC_POSTING_DIRECTORY_H_
#define MUSTER_STORAGE_CODEC_POSTING_DIRECTORY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::storage {

class PostingDirectory {
 public:
  /// `value` is greater than all before; the first begins a page.
  void Add(uint32_t value, bool begins_page);
  std::string Encode() const;
  /// DataLoss when `bytes` are not a directory.
  static absl::StatusOr<PostingDirectory> Parse(std::string_view bytes);

  /// Ascending.
  const std::vector<uint32_t>& values() const { return values_; }
  /// The first value of each page, ascending.
  const std::vector<uint32_t>& pages() const { return pages_; }
  bool Contains(uint32_t value) const;
  /// Which of the pages has `value`, if any has.
  size_t PageOf(uint32_t value) const;
  size_t SizeInBytes() const { return sizeof(*this) + (values_.capacity() + pages_.capacity()) * sizeof(uint32_t); }

 private:
  std::vector<uint32_t> values_;
  std::vector<uint32_t> pages_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_POSTING_DIRECTORY_H_
