// Individuals of another species than human, such as a mouse of a model.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_OTHER_SPECIES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_OTHER_SPECIES_H_

#include <cstdint>
#include <map>
#include <string>

#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Counts the individuals of an import by species. Where all are of one, that is what the catalogue is about.
class OtherSpecies {
 public:
  void Look(const model::Record& record);
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  struct Individuals {
    uint64_t count = 0;
    std::string first;
  };
  uint64_t all_ = 0;
  std::map<model::Symbol, Individuals> species_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_OTHER_SPECIES_H_
