// The canonical record of an individual: its rows, entity by entity, as the catalogue keeps them.
#ifndef MUSTER_ENGINE_MODEL_RECORD_RECORD_H_
#define MUSTER_ENGINE_MODEL_RECORD_RECORD_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"

namespace muster::model {

/// A code or keyword, interned in the catalogue's dictionary.
using Symbol = uint32_t;
inline constexpr Symbol kNoSymbol = 0xFFFFFFFE;

/// When something was. What the source did not say is empty; what follows from it (the age from a date and the date of
/// birth, the bounds of an onset term) is filled in at import.
struct TimeValue {
  Interval age;
  Interval date;
  Symbol term = kNoSymbol;  ///< e.g. HP:0003621 Juvenile onset
  friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

/// A number that is known only within bounds: "<0.5", ">200", "5-10". Both ends are included; a missing bound is
/// infinite.
struct NumberBounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  friend bool operator==(const NumberBounds&, const NumberBounds&) = default;
};

/// Fields whose numbers may be bounds: the results that are recorded with a unit.
constexpr bool MayHaveBounds(FieldId id) { return id == field::kMeasurementValue || id == field::kExposureValue; }

/// kCode and kKeyword: Symbol. kNumber: double, or NumberBounds where MayHaveBounds. kTime: TimeValue. kText: string.
using Value = std::variant<Symbol, double, TimeValue, std::string, NumberBounds>;

struct FieldValue {
  FieldId field = 0;
  Value value;
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

struct Row {
  Entity entity = Entity::kIndividual;
  /// Index in Record::rows of the row it belongs to; a parent comes before its children.
  uint32_t parent = 0;
  /// Recorded as absent: looked for and not there.
  bool excluded = false;
  std::vector<FieldValue> values;
  friend bool operator==(const Row&, const Row&) = default;

  /// The first value of `field`, or null.
  const Value* Find(FieldId field) const;
};

struct Record {
  std::string dataset;
  std::string id;  ///< unique within the dataset
  /// rows[0] is the individual itself.
  std::vector<Row> rows;
  /// What the source had and the model lacks: one JSON object from JSON pointer to value, or empty.
  std::string extras;
  friend bool operator==(const Record&, const Record&) = default;
};

/// Whether a value of `field` may be of that alternative.
bool IsValueOf(FieldId field, const Value& value);

/// A compact binary form (docs/storage-format.md).
std::string EncodeRecord(const Record& record);
/// DataLoss when `bytes` are not a record; never reads out of bounds, and memory is bounded by a multiple of the input.
absl::StatusOr<Record> DecodeRecord(std::string_view bytes);
/// The id alone, without decoding the rest.
absl::StatusOr<std::string> DecodeRecordId(std::string_view bytes);
/// Whose record it is.
struct RecordName {
  std::string dataset;
  std::string id;
};
/// The same for dataset and id.
absl::StatusOr<RecordName> DecodeRecordName(std::string_view bytes);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_RECORD_H_
