// Words of many languages around a name that say that it was not there, not certain, past or another's.
#ifndef MUSTER_ENGINE_MODEL_TEXT_DENYING_PHRASE_H_
#define MUSTER_ENGINE_MODEL_TEXT_DENYING_PHRASE_H_

#include <string_view>

#include "engine/model/text/label_assertion.h"

namespace muster::model {

struct DenyingPhrase {
  /// Of which codes no name begins or ends so.
  enum class NoNameOf {
    kAny,
    kDiseases,       ///< names of features do: "bez" (without), "antecedentes de"
    kAcquired,       ///< names of malformations and signs do: "absence de"
    kAbbreviations,  ///< of few: "AF" is a family history, and atrial fibrillation
  };
  LabelAssertion assertion = LabelAssertion::kNothing;
  NoNameOf no_name_of = NoNameOf::kAny;
};

/// What the words of a label say, in languages other than those of label_words.cc as well: "Podejrzenie cukrzycy",
/// "DM2 descartada", "Ei diabetesta". `lower` is in small letters of ASCII.
DenyingPhrase FindDenyingPhrase(std::string_view lower);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_DENYING_PHRASE_H_
