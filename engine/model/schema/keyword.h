// Keywords: words of small vocabularies.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_

#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// The form in which a keyword is stored and matched: lower case (ASCII), blanks at the ends gone.
std::string NormalizeKeyword(std::string_view word);

/// True for a field that holds ids of persons or families: these are compared unchanged, in their case.
bool IsId(FieldId field);
/// The form in which a word of the field is stored and matched.
std::string NormalizeWord(FieldId field, std::string_view word);

/// Whether `word`, in place of the id of a person or family, says that there is none: everybody whose id is "unknown"
/// would be one person.
bool IsAbsentId(FieldId field, std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_
