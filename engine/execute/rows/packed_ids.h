// An array of ids with one, two or four bytes each, as the greatest needs.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_PACKED_IDS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_PACKED_IDS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace muster::execute {

/// A list of numbers of 1, 2 or 4 bytes each, in one piece. Immutable once made; any number of threads may read it.
class PackedIds {
 public:
  /// Bytes behind the last number, so that a loop may copy that many from wherever a number begins.
  static constexpr size_t kBehind = 16;

  PackedIds() = default;
  explicit PackedIds(std::span<const uint32_t> ids);

  size_t size() const { return size_; }
  /// Bytes of one number.
  size_t width() const { return width_; }
  uint32_t greatest() const { return greatest_; }
  /// The array of the ids, each of which must have the width of T.
  template <typename T>
  const T* data() const {
    return static_cast<const T*>(static_cast<const void*>(bytes_.get()));
  }
  /// Calls f(first number) with a pointer to an unsigned type of width(): for loops over many of them.
  template <typename F>
  auto With(F&& f) const {
    if (width_ == 1) return f(data<uint8_t>());
    if (width_ == 2) return f(data<uint16_t>());
    return f(data<uint32_t>());
  }
  /// numbers[i] becomes that of rows[i]; these ascend and do not repeat.
  void Gather(std::span<const uint32_t> rows, uint32_t* ids) const;
  size_t SizeInBytes() const { return size_ * width_ + kBehind; }

 private:
  std::unique_ptr<std::byte[]> bytes_;
  size_t size_ = 0;
  size_t width_ = 1;
  uint32_t greatest_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_PACKED_IDS_H_
