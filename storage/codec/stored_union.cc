#include "storage/codec/stored_union.h"

#include <utility>

#include "absl/status/status.h"
#include "storage/codec/elias_fano.h"
#include "storage/codec/posting_codec.h"
#include "storage/codec/varint.h"

namespace muster::storage {
namespace {

// Reads the list of values and moves `bytes` behind it; false if there is none.
bool TakeValues(std::string_view* bytes, std::string_view* values) {
  const char* at = bytes->data();
  const char* const end = at + bytes->size();
  uint64_t size = 0;
  if (!ReadVarint(&at, end, &size) || size > static_cast<size_t>(end - at)) return false;
  *values = std::string_view(at, size);
  *bytes = std::string_view(at + size, static_cast<size_t>(end - at) - size);
  return true;
}

}  // namespace

std::string EncodeUnion(const StoredUnion& stored) {
  std::string values;
  AppendEliasFano(stored.values, &values);
  std::string bytes;
  AppendVarint(values.size(), &bytes);
  return bytes + values + EncodePosting(stored.rows, PostingFor::kSize);
}

absl::StatusOr<StoredUnion> ParseUnion(std::string_view bytes) {
  std::string_view values;
  StoredUnion stored;
  if (!TakeValues(&bytes, &values) || !EliasFano(values).ForEach([&](uint32_t value) {
        stored.values.push_back(value);
        return true;
      })) {
    return absl::DataLossError("a union of postings is not one");
  }
  absl::StatusOr<Bitmap> rows = ParsePosting(bytes);
  if (!rows.ok()) return rows.status();
  stored.rows = *std::move(rows);
  return stored;
}

std::string_view PostingOfUnion(std::string_view bytes, std::span<const uint32_t> values) {
  std::string_view stored;
  if (!TakeValues(&bytes, &stored)) return {};
  size_t same = 0;
  const bool good = EliasFano(stored).ForEach([&](uint32_t value) {
    if (same == values.size() || values[same] != value) return false;
    ++same;
    return true;
  });
  return good && same == values.size() ? bytes : std::string_view();
}

}  // namespace muster::storage
