// A sink that keeps everything in memory, and words for what is in it.
#ifndef MUSTER_TESTS_UNIT_IMPORT_RECORD_MEMORY_SINK_H_
#define MUSTER_TESTS_UNIT_IMPORT_RECORD_MEMORY_SINK_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/record/sink.h"
#include "engine/model/record/dictionary.h"

namespace muster::import {

class MemorySink : public Sink {
 public:
  model::Symbol Intern(std::string_view text, std::string_view label) override {
    return dictionary.Intern(text, label);
  }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    *taken = {};
    if (by_id.count(record.id) > 0) taken->how = model::Taken::How::kReplaced;
    by_id[record.id] = records.size();
    records.push_back(std::move(record));
    return absl::OkStatus();
  }
  const model::Dictionary& symbols() const override { return dictionary; }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override {
    ontologies.push_back(std::move(ontology));
    return absl::OkStatus();
  }
  absl::Status AddCollection(model::Collection collection) override {
    collections.push_back(std::move(collection));
    return absl::OkStatus();
  }
  void AddLabels(std::vector<LabelOfCode> added) override { labels = std::move(added); }

  std::vector<LabelOfCode> labels;
  std::vector<model::Collection> collections;
  model::Dictionary dictionary;
  std::vector<model::Record> records;
  std::map<std::string, size_t> by_id;
  std::vector<ontology::OntologyPtr> ontologies;
};

}  // namespace muster::import

#endif  // MUSTER_TESTS_UNIT_IMPORT_RECORD_MEMORY_SINK_H_
