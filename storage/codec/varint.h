// Numbers in as few bytes as they need: seven bits to a byte, the lowest first (LEB128).
#ifndef MUSTER_STORAGE_CODEC_VARINT_H_
#define MUSTER_STORAGE_CODEC_VARINT_H_

#include <cstdint>
#include <string>

namespace muster::storage {

inline void AppendVarint(uint64_t number, std::string* out) {
  for (; number >= 0x80; number >>= 7) out->push_back(static_cast<char>(number | 0x80));
  out->push_back(static_cast<char>(number));
}

/// Reads one number of at most 63 bits and moves `at` behind it; false if there is none before `end`.
inline bool ReadVarint(const char** at, const char* end, uint64_t* number) {
  *number = 0;
  for (int shift = 0; shift < 63 && *at != end; shift += 7) {
    const auto byte = static_cast<uint8_t>(*(*at)++);
    *number |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_VARINT_H_
