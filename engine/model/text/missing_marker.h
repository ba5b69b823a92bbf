// Markers of missing values: "NA", "None", "-", "not applicable".
#ifndef MUSTER_ENGINE_MODEL_TEXT_MISSING_MARKER_H_
#define MUSTER_ENGINE_MODEL_TEXT_MISSING_MARKER_H_

#include <span>
#include <string>
#include <string_view>

namespace muster::model {

/// The one list of markers, in the form that NormalizeMarker gives (docs/data-model.md shows it).
std::span<const std::string_view> MissingMarkers();

/// `text` trimmed (also of invisible blanks of Unicode), without brackets around it, in lower case, '_' as a blank:
/// "[Not_Available]" -> "not available".
std::string NormalizeMarker(std::string_view text);

/// True for a marker in any spelling. Texts without anything to see are markers as well.
bool IsMissingMarker(std::string_view text);

/// Codes that mean no more than that a value is not known, not there or does not apply.
std::span<const std::string_view> MissingCodes();
/// True for one of them, normalised.
bool IsMissingCode(std::string_view code);
/// True for a normalised code that a source writes where it has none: "NCIT:NA0000", "SNOMED:0", "ICD10:*".
bool IsPlaceholderCode(std::string_view code);

/// Code systems of nothing but reasons for missing values, by the last part of their address or by their prefix, in the
/// form of docs/data-model.md: FHIR's data-absent-reason, HL7's NullFlavor.
std::span<const std::string_view> SystemsOfMissing();
/// True for a code of one of them, as it is written: "v3-NullFlavor:UNK", "http://.../data-absent-reason|not-asked".
bool IsOfSystemOfMissing(std::string_view code);

/// Whether a normalised keyword says why there is no value: "unknown", "not asked" and the like (HL7 null flavours).
/// These are markers of missing values that a keyword field keeps: `is unknown` finds them, and the field is still
/// `missing`.
bool IsNullFlavour(std::string_view keyword);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_MISSING_MARKER_H_
