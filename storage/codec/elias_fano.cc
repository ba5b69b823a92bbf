#include "storage/codec/elias_fano.h"

#include "storage/codec/varint.h"

namespace muster::storage {
namespace {

// As many low bits as make the upper part about two bits for each number.
uint8_t LowBitsOf(std::span<const uint32_t> numbers) {
  if (numbers.empty()) return 0;
  const uint64_t mean = (uint64_t{numbers.back()} + 1) / numbers.size();
  return mean == 0 ? 0 : static_cast<uint8_t>(std::bit_width(mean) - 1);
}

void SetBit(uint64_t bit, char* bytes) { bytes[bit / 8] = static_cast<char>(bytes[bit / 8] | 1 << bit % 8); }

}  // namespace

void AppendEliasFano(std::span<const uint32_t> numbers, std::string* out) {
  const uint8_t low_bits = LowBitsOf(numbers);
  AppendVarint(numbers.size(), out);
  out->push_back(static_cast<char>(low_bits));
  const size_t low_bytes = (numbers.size() * low_bits + 7) / 8;
  const size_t upper_bits = numbers.empty() ? 0 : (uint64_t{numbers.back()} >> low_bits) + numbers.size();
  const size_t begin = out->size();
  out->resize(begin + low_bytes + (upper_bits + 7) / 8);
  char* const low = out->data() + begin;
  char* const upper = low + low_bytes;
  uint64_t waiting = 0;  // low bits that do not fill a byte yet
  unsigned waiting_bits = 0;
  char* next = low;
  for (size_t i = 0; i < numbers.size(); ++i) {
    SetBit((uint64_t{numbers[i]} >> low_bits) + i, upper);
    waiting |= (numbers[i] & ((uint64_t{1} << low_bits) - 1)) << waiting_bits;
    for (waiting_bits += low_bits; waiting_bits >= 8; waiting_bits -= 8, waiting >>= 8) {
      *next++ = static_cast<char>(waiting);
    }
  }
  if (waiting_bits > 0) *next = static_cast<char>(waiting);
}

EliasFano::EliasFano(std::string_view bytes) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  uint64_t count = 0;
  if (!ReadVarint(&at, end, &count) || at == end) return;
  low_bits_ = static_cast<uint8_t>(*at++);
  const auto rest = static_cast<size_t>(end - at);
  // Each number has its own bit, so there are at most as many numbers as bits.
  if (low_bits_ > kMaxLowBits || count > rest * 8) return;
  const size_t low_bytes = (count * low_bits_ + 7) / 8;
  if (low_bytes > rest) return;
  low_ = at;
  upper_ = at + low_bytes;
  end_ = end;
  uint64_t ones = 0;
  uint64_t last_place = 0;
  for (const char* word_at = upper_; word_at < end_; word_at += sizeof(uint64_t)) {
    const uint64_t word = LoadWord(word_at);
    if (word == 0) continue;
    ones += static_cast<uint64_t>(std::popcount(word));
    last_place = static_cast<uint64_t>(word_at - upper_) * 8 + 63 - static_cast<uint64_t>(std::countl_zero(word));
  }
  if (ones != count) return;
  if (count > 0) {
    const uint64_t low_bit = (count - 1) * low_bits_;
    const uint64_t low = (LoadWord(low_ + low_bit / 8) >> (low_bit % 8)) & ((uint64_t{1} << low_bits_) - 1);
    const uint64_t high = last_place - (count - 1);
    if (high > uint64_t{0xFFFFFFFF} >> low_bits_) return;
    last_ = static_cast<uint32_t>(high << low_bits_ | low);
  }
  count_ = count;
  good_ = true;
}

}  // namespace muster::storage
