// How codes of ICD and of procedure classifications are written: with dots, and without the marks that some editions
// add.
#ifndef MUSTER_ENGINE_MODEL_CODES_ICD_CODE_H_
#define MUSTER_ENGINE_MODEL_CODES_ICD_CODE_H_

#include <string>
#include <string_view>

namespace muster::model {

/// For a code without its prefix. Other texts are unchanged.

/// "c180" -> "C18.0". Without the marks of ICD-10: "E11.9-", "E11.-" (digits are missing), "H36.0*", "E11.30+",
/// "U69.00!", and without the filler of codes that have no fourth character: "I10X". Blocks ("C18-C20") stay, and so do
/// two codes with a blank between them.
std::string NormalizeIcd10(std::string_view local);

/// The same where marks of certainty and sides may follow the code, as in German records: "E11.90 G", "C50.9AL",
/// "E11.9 (V)", or precede it: "ZN E11.9". What says "certain", and the side, go; one of A (excluded), V (suspected)
/// and Z (past) stays behind the code.
std::string NormalizeGermanIcd10(std::string_view local);

/// Whether a code, normalised, is one of ICD-9 with fewer than three digits before the point. Diagnoses have three: as
/// numbers, spreadsheets take their zeros off (042 HIV becomes 42). So have external causes, behind their E: in E88.59
/// the point stands where ICD-10 has it. Procedures have two.
bool LacksZerosOfDiagnosis(std::string_view code);

/// Whether a code, normalised, of ICD-10 is V with two digits before the point and two behind it, as ICD-9 has them
/// ("V58.67", long-term use of insulin). ICD-10's V is transport accidents, with one digit behind the point, or with
/// more signs; V00 and V92 to V99 are not in ICD-9.
bool LooksLikeIcd9V(std::string_view code);

/// Whether a code, normalised, of ICD-10 is one that no edition has, and that the external causes of ICD-9 make where
/// the point is set as in ICD-10: E81.x and E82.x are traffic accidents (E812, E829), E88.5 to E88.7 falls, E91.x to
/// E99.x others. E88.0 is of both.
bool LooksLikeIcd9E(std::string_view code);

/// Whether a code, normalised, of ICD-10 is about something past by itself: an old infarction (I25.2), a scar of a
/// caesarean (O34), sequelae (B90 to B94, I69), what follows an operation (K91).
bool IsIcd10OfThePast(std::string_view code);

/// Whether a code, normalised, of ICD-10 is of a pregnancy or of a newborn (chapters O and P).
bool IsIcd10OfPregnancyOrNewborn(std::string_view code);

/// Whether a code, normalised, of ICD-10 or ICD-9 is of a tuberculosis, or of what one does to an organ.
bool IsIcdOfTuberculosis(std::string_view code);

/// The mark of certainty A, V or Z of a normalised code of ICD-10 or ICD-10-GM; 0 where it has none.
char DoubtfulMark(std::string_view code);
/// "25000" -> "250.00", "V1005" -> "V10.05", "E8120" -> "E812.0".
std::string NormalizeIcd9(std::string_view local);
/// "C181" -> "C18.1"; "M-8140/3", "81403" -> "8140/3".
std::string NormalizeIcdO(std::string_view local);
/// "k401" -> "K40.1".
std::string NormalizeOpcs(std::string_view local);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_ICD_CODE_H_
