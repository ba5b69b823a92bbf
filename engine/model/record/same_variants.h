// Variants that an individual has twice, in different spellings.
#ifndef MUSTER_ENGINE_MODEL_RECORD_SAME_VARIANTS_H_
#define MUSTER_ENGINE_MODEL_RECORD_SAME_VARIANTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::model {

/// Two variants of a record that may be one.
struct VariantTwice {
  uint32_t first = 0;  ///< their rows
  uint32_t second = 0;
  bool other_assembly = false;
};

/// Each variant of the record that may be the same as an earlier one, with that one: with the same position, id or HGVS
/// expression (other than of proteins), or the same gene and change in another assembly. Equal rows of one
/// interpretation are not included: literal repetitions are reported for all entities in the same way.
std::vector<VariantTwice> FindVariantsTwice(const Record& record);

/// Name, gene, place and change of a variant, for people.
std::string ShowVariant(const Row& variant, const Dictionary& dictionary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_SAME_VARIANTS_H_
