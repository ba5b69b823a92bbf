// Reading and writing the fixed-width integers of keys (big-endian) and values (little-endian).
#ifndef MUSTER_STORAGE_CODEC_BYTES_H_
#define MUSTER_STORAGE_CODEC_BYTES_H_

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace muster::storage {

// Bitmaps and columns are read in place, so the machine has to be what the values are.
static_assert(std::endian::native == std::endian::little, "Muster needs a little-endian machine");

template <std::unsigned_integral T>
T ByteSwap(T value) {
  T result = 0;
  for (size_t i = 0; i < sizeof(T); ++i) {
    result = static_cast<T>((result << 8) | (value & 0xFF));
    value = static_cast<T>(value >> 8);
  }
  return result;
}

template <std::unsigned_integral T>
void AppendLittleEndian(T value, std::string* out) {
  out->append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <>
inline void AppendLittleEndian(uint8_t value, std::string* out) {
  out->push_back(static_cast<char>(value));
}

/// `bytes` has at least sizeof(T) bytes.
template <std::unsigned_integral T>
T LoadLittleEndian(const char* bytes) {
  T value;
  std::memcpy(&value, bytes, sizeof(value));
  return value;
}

template <std::unsigned_integral T>
void AppendBigEndian(T value, std::string* out) {
  if constexpr (sizeof(T) > 1) value = ByteSwap(value);
  out->append(reinterpret_cast<const char*>(&value), sizeof(value));
}

/// `bytes` has at least sizeof(T) bytes.
template <std::unsigned_integral T>
T LoadBigEndian(const char* bytes) {
  T value = LoadLittleEndian<T>(bytes);
  if constexpr (sizeof(T) > 1) value = ByteSwap(value);
  return value;
}

/// Takes little-endian integers and strings from the front of hostile bytes. Once something was missing, ok() stays
/// false and everything read is 0 or empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <std::unsigned_integral T>
  T Read() {
    if (rest_.size() < sizeof(T)) return Fail<T>();
    const T value = LoadLittleEndian<T>(rest_.data());
    rest_.remove_prefix(sizeof(T));
    return value;
  }

  /// A string after its length in 4 bytes.
  std::string_view ReadString() {
    const auto size = Read<uint32_t>();
    if (rest_.size() < size) return Fail<std::string_view>();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

  std::string_view ReadBytes(size_t size) {
    if (rest_.size() < size) return Fail<std::string_view>();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

  bool ok() const { return ok_; }
  size_t remaining() const { return rest_.size(); }

 private:
  template <typename T>
  T Fail() {
    ok_ = false;
    rest_ = {};
    return T{};
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_BYTES_H_
