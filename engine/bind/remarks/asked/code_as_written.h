// Codes of records as terms of a question that is proposed.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_CODE_AS_WRITTEN_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_CODE_AS_WRITTEN_H_

#include <string>
#include <string_view>

#include "grammar/syntax.h"

namespace muster::bind {

/// The term that means `code`: as it stands where the language reads it as a code, with its system and a colon, and in
/// quotation marks otherwise, as a source's own "C50 left".
grammar::Literal LiteralOfCode(std::string_view code);
/// The same as text.
std::string CodeAsWritten(std::string_view code);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_CODE_AS_WRITTEN_H_
