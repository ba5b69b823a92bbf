// The destination of imported records.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_SINK_H_
#define MUSTER_ENGINE_IMPORT_RECORD_SINK_H_

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/record/label_counts.h"
#include "engine/model/document/collection.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"
#include "engine/model/record/united_rules.h"
#include "engine/ontology/ontology.h"

namespace muster::import {

/// Takes records and ontologies, one after another, from one thread. An error of any method ends the import.
class Sink {
 public:
  virtual ~Sink() = default;
  /// The symbol of a code or keyword (already normalised); `label` may be empty.
  virtual model::Symbol Intern(std::string_view text, std::string_view label) = 0;
  /// Takes a whole individual, in place of what the catalogue had of the same dataset and id, or together with what
  /// came earlier in this import. What is left of `record` is the caller's to clear away.
  virtual absl::Status AddRecord(model::Record&& record, model::Taken* taken) = 0;
  /// For records that are put together with earlier ones, until they are set again; null: none. Outlive their use.
  virtual void set_united_rules(const model::UnitedRules* /*rules*/) {}
  /// Of the symbols that it has given out.
  virtual const model::Dictionary& symbols() const = 0;
  virtual absl::Status AddOntology(ontology::OntologyPtr ontology) = 0;
  /// Sets the description of a dataset or cohort, replacing an earlier one.
  virtual absl::Status AddCollection(model::Collection collection) = 0;
  /// Takes which labels stood beside which codes, once all is read: by code, and of a code the most frequent first.
  virtual void AddLabels(std::vector<LabelOfCode> labels) = 0;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_SINK_H_
