// Ids of samples that two or three people have: a sample is of one person.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SHARED_SAMPLES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SHARED_SAMPLES_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Remembers who has which sample of an import.
///
/// Some sources name the samples of each person ("tumour") or number them ("S1", 2). So an id without a digit says
/// nothing, nor does one that more than three people have, or that is written like such a one, nor a short one where
/// more than one in ten ids are shared.
class SharedSamples {
 public:
  void Look(const model::Record& record);
  void Report(Reporter& reporter) const;

 private:
  struct Sample {
    size_t last = 0;      // the hash of the person's id who had it last
    uint32_t people = 0;  // one after another
  };
  struct Shared {
    std::string id;
    std::string one;  // a person who has it, not the first
  };
  HashMap<size_t, Sample> samples_;  // by the hash of the id
  HashMap<size_t, Shared> shared_;   // of these, those of several people, as far as they are remembered
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SHARED_SAMPLES_H_
