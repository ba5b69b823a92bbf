// Labels that say of their code that it was not there: "No seizures", "Suspected diabetes", "Family history of cancer".
#ifndef MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_
#define MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_

#include <string_view>

namespace muster::model {

enum class LabelSays {
  kNothing,   ///< it is a name
  kDenied,    ///< that it was not there
  kDoubted,   ///< that it is suspected
  kPast,      ///< that it was once: what was done, was done
  kOfOthers,  ///< that a relative has it
};

/// What the words of a label say. `is_known`: the names of the code are known, and the label is not one of them. If
/// they are not known, words with which names may begin are ignored: HPO has "Absent speech" and "No social
/// interaction".
LabelSays WhatLabelSays(std::string_view label, bool is_known);

/// The same where no ontology is at hand, of a label beside `code`, which is normalised or no code but a name. Of HPO
/// it is known which names begin with a no; systems of diseases have no names such as "History of stroke" and "Diabetes
/// in sister".
LabelSays WhatLabelSaysOf(std::string_view code, std::string_view label);

/// Whether `code` (normalised) is an ICD-10 code of circumstances, some of which are about something past or about a
/// relative: Z94.0 is called "Zustand nach Nierentransplantation".
bool IsOfCircumstances(std::string_view code);

/// What stands around a code in the text that has it: "!HP:0001250", "NOT HP:0001250", "HP:0001250 (excluded)",
/// "HP:0001250=0", "HP:0001250?".
LabelSays WhatIsSaidAroundCode(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABEL_WORDS_H_
