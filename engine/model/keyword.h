// Keywords: words of small vocabularies, and which of them say that nothing is known.
#ifndef MUSTER_ENGINE_MODEL_KEYWORD_H_
#define MUSTER_ENGINE_MODEL_KEYWORD_H_

#include <string>
#include <string_view>

#include "engine/model/schema.h"

namespace muster::model {

/// The form in which a keyword is stored and matched: lower case (ASCII), blanks at the ends gone.
std::string NormalizeKeyword(std::string_view word);

/// True for a normalised keyword that records the lack of a value: "unknown", "not provided", "not asked" and the like
/// (HL7 null flavours). Such a field is `missing`, though `is unknown` finds it.
bool IsNullFlavour(std::string_view keyword);
/// True where `word` stands for the id of a person or family and says that there is none: everybody whose id is
/// "unknown" would be one person.
bool IsAbsentId(FieldId field, std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_KEYWORD_H_
