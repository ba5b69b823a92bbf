// A sink that insists on what every import promises: records that the catalogue can store.
#ifndef MUSTER_FUZZ_CHECKING_SINK_H_
#define MUSTER_FUZZ_CHECKING_SINK_H_

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/import/record/sink.h"
#include "engine/model/record/dictionary.h"

namespace muster::import {

/// Not assert(), which may be compiled out.
inline void Check(bool holds) {
  if (!holds) std::abort();
}

/// Parents before children, fields of their entity, extras that are JSON, and the same after encoding and decoding.
class CheckingSink : public Sink {
 public:
  model::Symbol Intern(std::string_view text, std::string_view label) override {
    return dictionary_.Intern(text, label);
  }

  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    *taken = {};
    Check(!record.id.empty() && !record.rows.empty());
    for (size_t i = 0; i < record.rows.size(); ++i) CheckRow(record, i);
    Check(record.extras.empty() || nlohmann::json::accept(record.extras));
    const absl::StatusOr<model::Record> decoded = model::DecodeRecord(model::EncodeRecord(record));
    Check(decoded.ok() && *decoded == record);
    return absl::OkStatus();
  }

  absl::Status AddCollection(model::Collection collection) override {
    const auto again = model::DecodeCollection(model::EncodeCollection(collection));
    if (!again.ok() || *again != collection) __builtin_trap();
    return absl::OkStatus();
  }
  void AddLabels(std::vector<LabelOfCode> labels) override {
    for (const LabelOfCode& label : labels) Check(!label.code.empty() && !label.label.empty() && label.times > 0);
  }
  const model::Dictionary& symbols() const override { return dictionary_; }
  absl::Status AddOntology(ontology::OntologyPtr) override { return absl::OkStatus(); }

 private:
  void CheckRow(const model::Record& record, size_t index) {
    const model::Row& row = record.rows[index];
    Check(index == 0 ? row.parent == 0 : row.parent < index);
    Check(record.rows[row.parent].entity == model::Info(row.entity).parent);
    for (const model::FieldValue& value : row.values) {
      Check(model::IsField(value.field));
      const model::Field& field = model::Info(value.field);
      Check(field.entity == row.entity);
      Check(model::IsValueOf(value.field, value.value));
      if (const auto* symbol = std::get_if<model::Symbol>(&value.value)) Check(*symbol < dictionary_.size());
      if (const auto* number = std::get_if<double>(&value.value)) Check(*number == *number);  // not NaN
      if (const auto* bounds = std::get_if<model::NumberBounds>(&value.value)) Check(bounds->low <= bounds->high);
    }
  }

  model::Dictionary dictionary_;
};

}  // namespace muster::import

#endif  // MUSTER_FUZZ_CHECKING_SINK_H_
