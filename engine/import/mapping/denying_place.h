// Places of the input whose names say that what stands there was not there, is not certain, or is a relative's:
// "hpo_absent", "suspected_diagnosis", "family_history_icd".
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_DENYING_PLACE_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_DENYING_PLACE_H_

#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::import {

/// Whether codes of `entity` under this name, as it is written, are hardly what was observed of the person. Doubt and
/// kinship are asked of features and diseases only: a suspected drug was taken.
bool IsDenyingName(std::string_view name, model::Entity entity);

/// Whether what stands under the name, a table say, is mothers or women: what is called maternal is then their own.
bool IsNameOfMothers(std::string_view name);

/// The last step of a JSON pointer, as it is written, that has such a name, or "".
std::string DenyingStep(std::string_view pointer, model::Entity entity);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_DENYING_PLACE_H_
