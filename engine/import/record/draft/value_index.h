// Looks up values of a record that has very many.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_VALUE_INDEX_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_VALUE_INDEX_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "containers/hash_table.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Whether rows have a value, and which row has an id: in a time that does not grow with the record, where searching it
/// again and again would take the square of its size. Of one record at a time.
class ValueIndex {
 public:
  /// For a new record.
  void Clear();

  /// Whether `row`, which is number `index` of the record, has the value. Values are only ever added to the row, or
  /// replaced in fields that have one.
  bool Has(const model::Row& row, uint32_t index, model::FieldId field, const model::Value& value);

  /// Row number `index` is no longer there.
  void Forget(uint32_t index) { rows_.erase(index); }

  /// The first row of the record whose value of `field`, the id of its entity, is `id`.
  std::optional<uint32_t> RowOf(const model::Record& record, model::FieldId field, std::string_view id);
  /// A row got a value in one of its fields, or another one.
  void Note(uint32_t index, model::FieldId field, const model::Value& value) {
    if (ids_known_) NoteId(index, field, value);
  }

 private:
  void NoteId(uint32_t index, model::FieldId field, const model::Value& value);

  struct Row {
    size_t seen = 0;  // of its values
    HashSet<std::pair<model::FieldId, std::string>> values;
  };

  HashMap<uint32_t, Row> rows_;  // those with many values
  bool ids_known_ = false;       // from the first question on
  HashMap<std::pair<model::FieldId, std::string>, std::set<uint32_t>> ids_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_VALUE_INDEX_H_
