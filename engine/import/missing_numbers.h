// Numbers such as 999 among the values of measurements, which stand for missing ones in many sources.
#ifndef MUSTER_ENGINE_IMPORT_MISSING_NUMBERS_H_
#define MUSTER_ENGINE_IMPORT_MISSING_NUMBERS_H_

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"

namespace muster::import {

/// Passes everything on to another sink, and remembers the values of measurements that go by.
class MissingNumbers : public Sink {
 public:
  explicit MissingNumbers(Sink& sink) : sink_(sink) {}

  /// Reports what lies outside all other values of its assay and unit, and is a number that people write for a missing
  /// one.
  void Report(Reporter& reporter) const;

  model::Symbol Intern(std::string_view text, std::string_view label) override { return sink_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override;
  const model::Dictionary& symbols() const override { return sink_.symbols(); }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override { return sink_.AddOntology(std::move(ontology)); }
  absl::Status AddCollection(model::Collection collection) override {
    return sink_.AddCollection(std::move(collection));
  }
  void AddLabels(std::vector<LabelOfCode> labels) override { sink_.AddLabels(std::move(labels)); }

 private:
  struct Suspect {
    double number = 0;
    uint64_t times = 0;
    std::string id;  // of the first individual
  };
  // Of one assay in one unit.
  struct Values {
    uint64_t others = 0;  // values that are no suspects
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    std::vector<Suspect> suspects;
  };
  void Look(const model::Record& record);

  Sink& sink_;
  HashMap<uint64_t, Values> values_;  // by the symbols of assay and unit
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MISSING_NUMBERS_H_
