// The phrases by which labels assert more than a name, in several languages; label_words.h reads labels by them.
#ifndef MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_PHRASES_H_
#define MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_PHRASES_H_

#include <span>
#include <string_view>

#include "engine/model/text/label_assertion.h"

namespace muster::model {

struct LabelPhrase {
  std::string_view text;  ///< in lower case, with the blanks that part it from other words
  LabelAssertion assertion;
  bool certain;  ///< no name begins or ends with it
};

/// With which a label may begin.
std::span<const LabelPhrase> PhrasesBefore();
/// With which it may end. ("Ausgeschlossen" is read by FindDenyingPhrase, which looks at what stands around it.)
std::span<const LabelPhrase> PhrasesBehind();

/// The same for a text in place of a code, and for codes of systems without such names: other systems have names that
/// begin or end with these. (FH alone is familial hypercholesterolaemia, and DD developmental delay.)
std::span<const LabelPhrase> PhrasesBeforeTexts();
std::span<const LabelPhrase> PhrasesBehindTexts();

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_PHRASES_H_
