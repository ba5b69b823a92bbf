// Bytes as one phenopacket document, read without and with a mapping. What is taken must be a record that the catalogue
// can store: parents before children, fields of their entity, extras that are JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/phenopacket_reader.h"
#include "engine/model/dictionary.h"

namespace muster::import {
namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

class CheckingSink : public Sink {
 public:
  model::Symbol Intern(std::string_view text, std::string_view label) override {
    return dictionary_.Intern(text, label);
  }

  absl::Status AddRecord(model::Record&& record, bool* replaced) override {
    *replaced = false;
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
      switch (field.kind) {
        case model::Kind::kCode:
        case model::Kind::kKeyword:
          Check(std::get<model::Symbol>(value.value) < dictionary_.size());
          break;
        case model::Kind::kNumber:
          Check(std::get<double>(value.value) == std::get<double>(value.value));  // not NaN
          break;
        case model::Kind::kTime:
          Check(std::holds_alternative<model::TimeValue>(value.value));
          break;
        case model::Kind::kText:
          Check(std::holds_alternative<std::string>(value.value));
          break;
      }
    }
  }

  model::Dictionary dictionary_;
};

constexpr std::string_view kMapping = R"({
  "identity": "/subject/id",
  "individual": {"cohort": "/cohorts/*", "country": "/country", "birth date": "/born", "survival": "/days"},
  "samples": {"from": "/specimens/*", "fields": {"id": "/id", "tissue": "/tissue"}},
  "runs": [{"from": "/biosamples/*/files/*", "fields": {"id": "/fileAttributes/runId", "assay": "/fileAttributes/libraryStrategy",
            "depth": "/fileAttributes/coverage"}},
           {"from": "/runs/*", "sample": "/biosampleId", "fields": {"id": "/id", "date": "/date"}}],
  "analyses": {"from": "/biosamples/*/files/*", "fields": {"pipeline": "/pipeline"}},
  "exposures": {"from": "/exposures/*", "fields": {"agent": "/agent", "excluded": "/never", "unit": {"const": "UCUM:a"}}}})";

void ReadOnce(std::string_view bytes, const Mapping& mapping) {
  CheckingSink sink;
  Reporter reporter(20);
  PhenopacketReader reader("fuzz", mapping, sink, reporter);
  const std::string padded = std::string(bytes) + std::string(kJsonPadding, ' ');
  Check(reader.Read(std::string_view(padded).substr(0, bytes.size())).ok());
  const ImportReport report = std::move(reporter).Finish();
  Check(report.records == report.individuals + report.rejected);
}

}  // namespace
}  // namespace muster::import

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using muster::import::Mapping;
  static const Mapping& none = *new Mapping();
  static const Mapping& mapping = *new Mapping(*Mapping::Parse(muster::import::kMapping));
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  muster::import::ReadOnce(bytes, none);
  muster::import::ReadOnce(bytes, mapping);
  return 0;
}
