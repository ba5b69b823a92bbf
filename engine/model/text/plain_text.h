// Replaces typographic characters of word processors by the typed ones.
#ifndef MUSTER_ENGINE_MODEL_TEXT_PLAIN_TEXT_H_
#define MUSTER_ENGINE_MODEL_TEXT_PLAIN_TEXT_H_

#include <string>
#include <string_view>

namespace muster::model {

/// No-break and other wide or narrow blanks as blanks, hyphens and dashes as '-', curved apostrophes as ', and without
/// characters of no width.
std::string PlainText(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_PLAIN_TEXT_H_
