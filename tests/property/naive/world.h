// A small catalogue in memory: what both the engine and the naive evaluator are given.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_WORLD_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_WORLD_H_

#include <map>
#include <string>
#include <vector>

#include "engine/model/document/collection.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/ontology/ontology.h"

namespace muster::property {

struct World {
  model::Dictionary dictionary;
  std::vector<ontology::OntologyPtr> ontologies;
  std::vector<model::Record> records;
  std::vector<model::Collection> collections;  ///< what datasets and cohorts say of the use of their data
  std::map<std::string, std::string> cohorts;  ///< saved: the statement that defines it, by its name in lower case
};

/// The records' contents and the ontologies' terms, for a person to read.
std::string Describe(const World& world);
std::string Describe(const model::Record& record, const model::Dictionary& dictionary);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_WORLD_H_
