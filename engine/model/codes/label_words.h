// Labels that say of their code that it was not there: "No seizures", "Suspected diabetes", "Family history of cancer".
#ifndef MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_
#define MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_

#include <string_view>

namespace muster::model {

enum class LabelSays {
  kNothing,   ///< it is a name
  kDenied,    ///< that it was not there
  kDoubted,   ///< that it is suspected, or past
  kOfOthers,  ///< that a relative has it
};

/// What the words of a label say. `is_known`: the names of the code are known, and this is none of them. Of others only
/// words are heeded that names do not begin with: HPO has "Absent speech" and "No social interaction".
LabelSays WhatLabelSays(std::string_view label, bool is_known);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_
