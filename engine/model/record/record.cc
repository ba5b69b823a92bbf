#include "engine/model/record/record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/model/text/codec.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

constexpr uint8_t kRecordVersion = 1;

// What follows a field's number. Stored: append only.
enum Tag : uint8_t {
  kSymbolTag = 0,
  kDoubleTag = 1,
  kTimeTag = 2,
  kTextTag = 3,
  kIntegerTag = 4,  // a double without fraction, as a varint
  kBoundsTag = 5,   // two doubles
};

// The flags of a TimeValue. Stored: append only.
enum TimeFlag : uint8_t {
  kHasAge = 1,
  kAgeIsCertain = 2,
  kHasDate = 4,
  kDateIsCertain = 8,
  kHasTerm = 16,
};
constexpr uint8_t kAllTimeFlags = 31;

/// Doubles up to here are exact integers.
constexpr double kExactIntegers = 9007199254740992.0;  // 2^53

void PutInterval(Interval interval, std::string& out) {
  const HalfHours low = std::clamp(interval.low, kBeginning, kEnd);
  const HalfHours high = std::clamp(interval.high, kBeginning, kEnd);
  PutZigzag(low, out);
  if (low != high) PutVarint(static_cast<uint64_t>(high - low), out);
}

bool IsCertain(Interval interval) {
  return std::clamp(interval.low, kBeginning, kEnd) == std::clamp(interval.high, kBeginning, kEnd);
}

void PutTime(const TimeValue& time, std::string& out) {
  uint8_t flags = 0;
  if (!time.age.empty()) flags |= kHasAge | (IsCertain(time.age) ? kAgeIsCertain : 0);
  if (!time.date.empty()) flags |= kHasDate | (IsCertain(time.date) ? kDateIsCertain : 0);
  if (time.term != kNoSymbol) flags |= kHasTerm;
  PutByte(flags, out);
  if (flags & kHasAge) PutInterval(time.age, out);
  if (flags & kHasDate) PutInterval(time.date, out);
  if (flags & kHasTerm) PutVarint(time.term, out);
}

void PutValue(const Value& value, std::string& out) {
  if (const auto* symbol = std::get_if<Symbol>(&value)) {
    PutByte(kSymbolTag, out);
    PutVarint(*symbol, out);
  } else if (const auto* number = std::get_if<double>(&value)) {
    const bool negative_zero = *number == 0 && std::signbit(*number);
    if (std::trunc(*number) == *number && std::abs(*number) < kExactIntegers && !negative_zero) {
      PutByte(kIntegerTag, out);
      PutZigzag(static_cast<int64_t>(*number), out);
    } else {
      PutByte(kDoubleTag, out);
      PutDouble(*number, out);
    }
  } else if (const auto* time = std::get_if<TimeValue>(&value)) {
    PutByte(kTimeTag, out);
    PutTime(*time, out);
  } else if (const auto* bounds = std::get_if<NumberBounds>(&value)) {
    PutByte(kBoundsTag, out);
    PutDouble(bounds->low, out);
    PutDouble(bounds->high, out);
  } else {
    PutByte(kTextTag, out);
    PutString(std::get<std::string>(value), out);
  }
}

bool ReadInterval(ByteReader& reader, bool certain, Interval& out) {
  if (!reader.Zigzag(out.low) || out.low < kBeginning || out.low > kEnd) return false;
  uint64_t length = 0;
  if (!certain && !reader.Varint(length)) return false;
  if (length > static_cast<uint64_t>(kEnd - out.low)) return false;
  out.high = out.low + static_cast<HalfHours>(length);
  return true;
}

bool ReadTime(ByteReader& reader, TimeValue& out) {
  uint8_t flags;
  if (!reader.Byte(flags) || (flags & ~kAllTimeFlags) != 0) return false;
  if ((flags & kHasAge) && !ReadInterval(reader, flags & kAgeIsCertain, out.age)) return false;
  if ((flags & kHasDate) && !ReadInterval(reader, flags & kDateIsCertain, out.date)) return false;
  return !(flags & kHasTerm) || reader.Varint32(out.term);
}

bool ReadValue(ByteReader& reader, Value& out) {
  uint8_t tag;
  if (!reader.Byte(tag)) return false;
  switch (tag) {
    case kSymbolTag:
      return reader.Varint32(out.emplace<Symbol>());
    case kDoubleTag:
      return reader.Double(out.emplace<double>());
    case kTimeTag:
      return ReadTime(reader, out.emplace<TimeValue>());
    case kTextTag:
      return reader.String(out.emplace<std::string>());
    case kIntegerTag: {
      int64_t number;
      if (!reader.Zigzag(number)) return false;
      out = static_cast<double>(number);
      return true;
    }
    case kBoundsTag: {
      auto& bounds = out.emplace<NumberBounds>();
      return reader.Double(bounds.low) && reader.Double(bounds.high) && bounds.low <= bounds.high;
    }
    default:
      return false;
  }
}

/// For each field number, the alternative of Value that its kind calls for, or -1: the readers of a record then need
/// not ask again.
const std::array<int8_t, 256>& Alternatives() {
  static const std::array<int8_t, 256> alternatives = [] {
    std::array<int8_t, 256> result;
    result.fill(-1);
    for (const Field& field : Fields()) {
      switch (field.kind) {
        case Kind::kCode:
        case Kind::kKeyword:
          result[field.id] = 0;
          break;
        case Kind::kNumber:
          result[field.id] = 1;
          break;
        case Kind::kTime:
          result[field.id] = 2;
          break;
        case Kind::kText:
          result[field.id] = 3;
          break;
      }
    }
    return result;
  }();
  return alternatives;
}

absl::Status Damaged(std::string_view what) { return absl::DataLossError(Concat({"record: ", what})); }

absl::Status ReadRow(ByteReader& reader, size_t index, Row& row) {
  uint8_t head;
  size_t count;
  if (!reader.Byte(head) || !reader.Varint32(row.parent) || !reader.Count(3, count)) return Damaged("a row is cut off");
  if ((head >> 1) >= kEntityCount) return Damaged("a row of an unknown entity");
  row.entity = static_cast<Entity>(head >> 1);
  row.excluded = (head & 1) != 0;
  if ((row.entity == Entity::kIndividual) != (index == 0)) return Damaged("the first row alone is the individual");
  if (index == 0 ? row.parent != 0 : row.parent >= index) return Damaged("a row stands before its parent");
  row.values.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    FieldValue& value = row.values.emplace_back();
    if (!reader.Byte(value.field) || !ReadValue(reader, value.value)) return Damaged("a value is cut off or unknown");
    if (!IsValueOf(value.field, value.value)) {
      return Damaged(Concat({"field ", std::to_string(value.field), " is unknown or of another kind"}));
    }
  }
  return absl::OkStatus();
}

absl::Status ReadStart(ByteReader& reader, std::string& id) {
  uint8_t version;
  if (!reader.Byte(version)) return Damaged("empty");
  if (version != kRecordVersion) return Damaged(Concat({"unknown version ", std::to_string(version)}));
  if (!reader.String(id)) return Damaged("the id is cut off");
  return absl::OkStatus();
}

}  // namespace

const Value* Row::Find(FieldId field) const {
  for (const FieldValue& value : values) {
    if (value.field == field) return &value.value;
  }
  return nullptr;
}

bool IsValueOf(FieldId field, const Value& value) {
  const auto index = static_cast<int>(value.index());
  return Alternatives()[field] == index || (std::holds_alternative<NumberBounds>(value) && MayHaveBounds(field));
}

std::string EncodeRecord(const Record& record) {
  std::string bytes;
  PutByte(kRecordVersion, bytes);
  PutString(record.id, bytes);
  PutString(record.dataset, bytes);
  PutVarint(record.rows.size(), bytes);
  for (const Row& row : record.rows) {
    PutByte(static_cast<uint8_t>(static_cast<int>(row.entity) << 1 | (row.excluded ? 1 : 0)), bytes);
    PutVarint(row.parent, bytes);
    PutVarint(row.values.size(), bytes);
    for (const FieldValue& value : row.values) {
      PutByte(value.field, bytes);
      PutValue(value.value, bytes);
    }
  }
  PutString(record.extras, bytes);
  return bytes;
}

absl::StatusOr<Record> DecodeRecord(std::string_view bytes) {
  ByteReader reader(bytes);
  Record record;
  if (absl::Status status = ReadStart(reader, record.id); !status.ok()) return status;
  size_t rows;
  if (!reader.String(record.dataset) || !reader.Count(3, rows)) return Damaged("cut off");
  if (rows == 0) return Damaged("without an individual");
  record.rows.reserve(rows);
  for (size_t i = 0; i < rows; ++i) {
    if (absl::Status status = ReadRow(reader, i, record.rows.emplace_back()); !status.ok()) return status;
  }
  if (!reader.String(record.extras)) return Damaged("cut off");
  if (reader.remaining() != 0) return Damaged("bytes after the end");
  return record;
}

absl::StatusOr<std::string> DecodeRecordId(std::string_view bytes) {
  ByteReader reader(bytes);
  std::string id;
  if (absl::Status status = ReadStart(reader, id); !status.ok()) return status;
  return id;
}

absl::StatusOr<RecordName> DecodeRecordName(std::string_view bytes) {
  ByteReader reader(bytes);
  RecordName name;
  if (absl::Status status = ReadStart(reader, name.id); !status.ok()) return status;
  if (!reader.String(name.dataset)) return Damaged("cut off");
  return name;
}

}  // namespace muster::model
