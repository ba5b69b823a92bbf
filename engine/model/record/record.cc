#include "engine/model/record/record.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "engine/model/record/field_form.h"
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

// Makes the bytes of a record. There is room from the beginning for the most that they may be.
class Encoder {
 public:
  explicit Encoder(size_t most)
      : more_(most > sizeof few_ ? std::make_unique_for_overwrite<char[]>(most) : nullptr),
        begin_(more_ != nullptr ? more_.get() : few_),
        end_(begin_) {}

  void Byte(uint8_t byte) { *end_++ = static_cast<char>(byte); }
  void Varint(uint64_t number) {
    for (; number >= 0x80; number >>= 7) Byte(static_cast<uint8_t>(number) | 0x80);
    Byte(static_cast<uint8_t>(number));
  }
  void Zigzag(int64_t number) { Varint((static_cast<uint64_t>(number) << 1) ^ static_cast<uint64_t>(number >> 63)); }
  void Double(double number) {
    const auto bits = std::bit_cast<uint64_t>(number);
    for (int i = 0; i < 8; ++i) Byte(static_cast<uint8_t>(bits >> (8 * i)));
  }
  void Text(std::string_view text) {
    Varint(text.size());
    end_ = std::copy(text.begin(), text.end(), end_);
  }
  std::string Bytes() const { return {begin_, end_}; }

 private:
  char few_[8192];
  std::unique_ptr<char[]> more_;
  char* begin_;
  char* end_;
};

constexpr size_t kMostOfNumber = 10;                    // a varint
constexpr size_t kMostOfValue = 3 + 5 * kMostOfNumber;  // a time: field, tag, flags, two intervals and a term
constexpr size_t kMostOfRow = 1 + 2 * kMostOfNumber;    // without its values

size_t MostBytes(const Record& record) {
  size_t most = 1 + 4 * kMostOfNumber + record.id.size() + record.dataset.size() + record.extras.size();
  for (const Row& row : record.rows) {
    most += kMostOfRow + row.values.size() * kMostOfValue;
    for (const FieldValue& value : row.values) {
      if (const auto* text = std::get_if<std::string>(&value.value)) most += text->size();
    }
  }
  return most;
}

void PutInterval(Interval interval, Encoder& out) {
  const HalfHours low = std::clamp(interval.low, kBeginning, kEnd);
  const HalfHours high = std::clamp(interval.high, kBeginning, kEnd);
  out.Zigzag(low);
  if (low != high) out.Varint(static_cast<uint64_t>(high - low));
}

bool IsCertain(Interval interval) {
  return std::clamp(interval.low, kBeginning, kEnd) == std::clamp(interval.high, kBeginning, kEnd);
}

void PutTime(const TimeValue& time, Encoder& out) {
  uint8_t flags = 0;
  if (!time.age.empty()) flags |= kHasAge | (IsCertain(time.age) ? kAgeIsCertain : 0);
  if (!time.date.empty()) flags |= kHasDate | (IsCertain(time.date) ? kDateIsCertain : 0);
  if (time.term != kNoSymbol) flags |= kHasTerm;
  out.Byte(flags);
  if (flags & kHasAge) PutInterval(time.age, out);
  if (flags & kHasDate) PutInterval(time.date, out);
  if (flags & kHasTerm) out.Varint(time.term);
}

void PutValue(const Value& value, Encoder& out) {
  if (const auto* symbol = std::get_if<Symbol>(&value)) {
    out.Byte(kSymbolTag);
    out.Varint(*symbol);
  } else if (const auto* number = std::get_if<double>(&value)) {
    const bool negative_zero = *number == 0 && std::signbit(*number);
    if (std::trunc(*number) == *number && std::abs(*number) < kExactIntegers && !negative_zero) {
      out.Byte(kIntegerTag);
      out.Zigzag(static_cast<int64_t>(*number));
    } else {
      out.Byte(kDoubleTag);
      out.Double(*number);
    }
  } else if (const auto* time = std::get_if<TimeValue>(&value)) {
    out.Byte(kTimeTag);
    PutTime(*time, out);
  } else if (const auto* bounds = std::get_if<NumberBounds>(&value)) {
    out.Byte(kBoundsTag);
    out.Double(bounds->low);
    out.Double(bounds->high);
  } else {
    out.Byte(kTextTag);
    out.Text(std::get<std::string>(value));
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

bool IsValueOf(FieldId field, const Value& value) { return FieldForms()[field].Fits(field, value); }

std::string EncodeRecord(const Record& record) {
  Encoder out(MostBytes(record));
  out.Byte(kRecordVersion);
  out.Text(record.id);
  out.Text(record.dataset);
  out.Varint(record.rows.size());
  for (const Row& row : record.rows) {
    out.Byte(static_cast<uint8_t>(static_cast<int>(row.entity) << 1 | (row.excluded ? 1 : 0)));
    out.Varint(row.parent);
    out.Varint(row.values.size());
    for (const FieldValue& value : row.values) {
      out.Byte(value.field);
      PutValue(value.value, out);
    }
  }
  out.Text(record.extras);
  return out.Bytes();
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
