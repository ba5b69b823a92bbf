// Names that begin as a denial does: "Sin Nombre virus infection", "No light perception", "No-Spa".
#ifndef MUSTER_ENGINE_MODEL_CODES_LABELS_NAMES_LIKE_DENIALS_H_
#define MUSTER_ENGINE_MODEL_CODES_LABELS_NAMES_LIKE_DENIALS_H_

#include <string_view>

namespace muster::model {

/// True where what the label begins with is a name of a disease, a finding, a treatment or a procedure, in whatever
/// language, though its first word denies elsewhere. Whoever finds such a word asks this before calling it a denial.
bool IsNameLikeDenial(std::string_view label);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABELS_NAMES_LIKE_DENIALS_H_
