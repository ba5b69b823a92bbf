// What the words of a label assert beside its code: "No seizures", "Suspected diabetes", "Family history of cancer".
#ifndef MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_WORDS_H_
#define MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_WORDS_H_

#include <string_view>

#include "engine/model/text/label_assertion.h"

namespace muster::model {

/// What the words of a label assert. `is_known`: the names of the code are known, and the label is not one of them. If
/// they are not known, words with which names may begin are ignored: HPO has "Absent speech" and "No social
/// interaction".
LabelAssertion AssertionOfLabel(std::string_view label, bool is_known);

/// The same without an ontology, for a label beside `code`, which is normalised, or a name instead of a code. Which
/// names of HPO begin with "no" is known here; code systems of diseases have no names such as "History of stroke" and
/// "Diabetes in sister", but for codes that mean this by themselves.
LabelAssertion AssertionOfCodeLabel(std::string_view code, std::string_view label);

/// Whether `code` (normalised) is an ICD-10 code of circumstances, some of which are about something past or about a
/// relative: Z94.0 is called "Zustand nach Nierentransplantation".
bool IsOfCircumstances(std::string_view code);

/// Whether the label, which `says` that, is a name of what `code` (normalised) means by itself: of circumstances, of
/// observation for what was suspected and ruled out (Z03), of what is past ("Zustand nach Myokardinfarkt", I25.2), and
/// of pregnancies and newborns what is the mother's ("Mère diabétique").
bool MeansByItself(std::string_view code, std::string_view label, LabelAssertion says);

/// What the signs and words around a code assert: "!HP:0001250", "NOT HP:0001250", "HP:0001250 (excluded)",
/// "HP:0001250=0", "HP:0001250?".
LabelAssertion AssertionAroundCode(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABELS_LABEL_WORDS_H_
