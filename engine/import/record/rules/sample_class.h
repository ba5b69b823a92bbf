// What a code and its label say of a sample: of its material, its tumour's progression, its diagnosis or its grade.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_SAMPLE_CLASS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_SAMPLE_CLASS_H_

#include <string_view>

#include "engine/import/mapping/words.h"

namespace muster::import {

struct SampleClass {
  bool is_given = false;        ///< there is a text that is no marker of a missing value
  std::string_view type;        ///< of a material: that of its samples, or "". A text that stays
  bool no_progression = false;  ///< a progression that says that there is no tumour
  bool benign = false;          ///< the same: that it is benign
  bool neoplasm = false;        ///< of a diagnosis: that it is one of a tumour
  bool label_denies = false;    ///< the label says that there is no tumour
};

/// Both texts are trimmed. `is_class`: false for a text in place of a class, which is then both id and label.
SampleClass SampleClassOf(const WordRules& rules, std::string_view id, std::string_view label, bool is_class);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_SAMPLE_CLASS_H_
