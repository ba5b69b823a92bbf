// Variants that an individual has twice, in other words.
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

/// Each variant of the record that an earlier one may be, with that one: of one place, id or HGVS expression (of
/// proteins aside), or of one gene and change in another assembly. Rows of one interpretation that are equal are left
/// out: what comes twice in the same words is told of all entities alike.
std::vector<VariantTwice> FindVariantsTwice(const Record& record);

/// Name, gene, place and change of a variant, for people.
std::string ShowVariant(const Row& variant, const Dictionary& dictionary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_SAME_VARIANTS_H_
