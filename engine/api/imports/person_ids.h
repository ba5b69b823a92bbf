// Private to api/: person ids that are given to two persons.
#ifndef MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_
#define MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_

#include <string>

#include "containers/hash_table.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::api {

/// Remembers who has which person id in one import. What sources write where a person has no number ("0", "N/K") would
/// make one person of many, whom `distinct individuals` counts once.
class PersonIds {
 public:
  /// When an earlier individual with the same person id contradicts `record`, takes the id out of it and says why.
  /// Within a dataset another sex or another date of birth is a contradiction; between datasets both together are.
  std::string TakeContradicting(model::Record& record, const model::Dictionary& dictionary);

 private:
  struct First {
    std::string dataset;
    std::string id;
    model::Symbol sex = model::kNoSymbol;
    model::Interval birth;
  };
  HashMap<model::Symbol, First> first_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_PERSON_IDS_H_
