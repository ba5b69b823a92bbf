// Codes and labels in place of a disease that say that there is none.
#ifndef MUSTER_ENGINE_MODEL_CODES_LABELS_NO_DISEASE_H_
#define MUSTER_ENGINE_MODEL_CODES_LABELS_NO_DISEASE_H_

#include <span>
#include <string_view>

namespace muster::model {

/// The codes: "PATO:0000461" normal, "NCIT:C115935" Healthy (docs/data-model.md shows them).
std::span<const std::string_view> CodesOfNoDisease();

/// True for such a code, normalised; for a text in place of a code, such as "healthy"; and for a label that begins with
/// a negation: "no diabetes", "keine", "sin diabetes".
bool SaysNoDisease(std::string_view code, std::string_view label);
/// The same for the label alone.
bool SaysNoDisease(std::string_view label);

/// True for a text that is given in place of a code and says that there was none: "no diagnosis", "keine", "o.B.".
bool IsTextOfNone(std::string_view text);

/// True for a text in place of a disease that calls the person healthy or a control: "healthy donor", "Ctrl",
/// "HC (control)", "non-diabetic".
bool IsTextOfControl(std::string_view text);
/// The same for an abbreviation that may be something else: "HC", "NC".
bool MayBeTextOfControl(std::string_view text);

/// True for a label of a treatment or procedure that says that there was none: "None", "No treatment".
bool SaysNone(std::string_view label);
/// The same for an exposure: "Never smoked", "non-smoker".
bool SaysNoExposureByLabel(std::string_view label);

/// True for codes that are given in place of an exposure, and say that there was none: Never Smoker.
bool SaysNoExposure(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_LABELS_NO_DISEASE_H_
