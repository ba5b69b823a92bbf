// Private to api/: the sink of an import, which passes its records to the writer.
#ifndef MUSTER_ENGINE_API_IMPORTS_WRITER_SINK_H_
#define MUSTER_ENGINE_API_IMPORTS_WRITER_SINK_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/api/imports/new_people.h"
#include "engine/api/imports/person_ids.h"
#include "engine/api/imports/repeated_people.h"
#include "engine/import/importer.h"
#include "engine/import/record/label_counts.h"
#include "engine/index/catalogue_writer.h"
#include "storage/store.h"

namespace muster::api {

/// Hands what an import reads to the writer of its commit, and remembers what remarks need.
class WriterSink final : public import::Sink {
 public:
  /// `before`: the version that the writer changes, of whose symbols there are `symbols_before`.
  /// `dataset`: whose individuals are counted; outlives the sink.
  WriterSink(index::CatalogueWriter& writer, storage::SnapshotPtr before, size_t symbols_before,
             std::string_view dataset)
      : writer_(writer),
        has_earlier_(!before->segments.empty()),
        dataset_(dataset),
        persons_(std::move(before), symbols_before) {}
  /// Records of that dataset that were taken.
  uint64_t of_dataset() const { return of_dataset_; }
  /// Individuals that were added and not there before. Empty if the catalogue was empty, as they are for comparison
  /// with earlier ones.
  const NewPeople& new_people() const { return new_people_; }
  const RepeatedPeople& people() const { return people_; }
  PersonIds& persons() { return persons_; }
  model::Symbol Intern(std::string_view text, std::string_view label) override { return writer_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override;
  void set_united_rules(const model::UnitedRules* rules) override { writer_.set_united_rules(rules); }
  const model::Dictionary& symbols() const override { return *writer_.dictionary(); }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override;
  void AddLabels(std::vector<import::LabelOfCode> labels) override { labels_ = std::move(labels); }
  const std::vector<import::LabelOfCode>& labels() const { return labels_; }
  absl::Status AddCollection(model::Collection collection) override;

 private:
  index::CatalogueWriter& writer_;
  const bool has_earlier_;
  const std::string_view dataset_;
  uint64_t of_dataset_ = 0;
  NewPeople new_people_;
  RepeatedPeople people_;
  std::vector<import::LabelOfCode> labels_;
  PersonIds persons_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_WRITER_SINK_H_
