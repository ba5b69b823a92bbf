// Bytes on disk, read and written piece by piece: numbers as varints (LEB128), strings with their length before them.
#ifndef MUSTER_ENGINE_MODEL_TEXT_CODEC_H_
#define MUSTER_ENGINE_MODEL_TEXT_CODEC_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace muster::model {

inline void PutByte(uint8_t byte, std::string& out) { out.push_back(static_cast<char>(byte)); }

inline void PutVarint(uint64_t number, std::string& out) {
  for (; number >= 0x80; number >>= 7) PutByte(static_cast<uint8_t>(number) | 0x80, out);
  PutByte(static_cast<uint8_t>(number), out);
}

/// Small numbers of either sign in few bytes: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
inline void PutZigzag(int64_t number, std::string& out) {
  PutVarint((static_cast<uint64_t>(number) << 1) ^ static_cast<uint64_t>(number >> 63), out);
}

inline void PutString(std::string_view text, std::string& out) {
  PutVarint(text.size(), out);
  out.append(text);
}

/// The eight bytes of an IEEE 754 double, least significant first.
inline void PutDouble(double number, std::string& out) {
  uint64_t bits;
  std::memcpy(&bits, &number, sizeof bits);
  for (int i = 0; i < 8; ++i) PutByte(static_cast<uint8_t>(bits >> (8 * i)), out);
}

/// Reads what the functions above wrote. Each method returns false, for good, when the bytes end too early or are not
/// of that form; nothing outside of the bytes is read. Strings point into the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  size_t remaining() const { return bytes_.size(); }

  bool Byte(uint8_t& out) {
    if (bytes_.empty()) return false;
    out = static_cast<uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return true;
  }

  bool Varint(uint64_t& out) {
    out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      uint8_t byte;
      if (!Byte(byte)) return false;
      if (shift == 63 && byte > 1) return Fail();
      out |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return true;
    }
    return Fail();
  }

  bool Varint32(uint32_t& out) {
    uint64_t number;
    if (!Varint(number)) return false;
    if (number > 0xFFFFFFFF) return Fail();
    out = static_cast<uint32_t>(number);
    return true;
  }

  /// A number of things of at least `least_bytes` each that follow: more than could follow is an error, so that the
  /// number is safe to reserve.
  bool Count(size_t least_bytes, size_t& out) {
    uint64_t number;
    if (!Varint(number)) return false;
    if (number > bytes_.size() / least_bytes) return Fail();
    out = static_cast<size_t>(number);
    return true;
  }

  bool Zigzag(int64_t& out) {
    uint64_t number;
    if (!Varint(number)) return false;
    out = static_cast<int64_t>(number >> 1) ^ -static_cast<int64_t>(number & 1);
    return true;
  }

  bool String(std::string_view& out) {
    size_t size;
    if (!Count(1, size)) return false;
    out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return true;
  }

  bool String(std::string& out) {
    std::string_view text;
    if (!String(text)) return false;
    out.assign(text);
    return true;
  }

  bool Double(double& out) {
    if (bytes_.size() < 8) return Fail();
    uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits |= static_cast<uint64_t>(static_cast<uint8_t>(bytes_[i])) << (8 * i);
    std::memcpy(&out, &bits, sizeof out);
    bytes_.remove_prefix(8);
    return true;
  }

 private:
  bool Fail() {
    bytes_ = {};
    return false;
  }

  std::string_view bytes_;
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_CODEC_H_
