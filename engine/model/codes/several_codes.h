// Texts that have several codes where one is expected, or a code with words around it.
#ifndef MUSTER_ENGINE_MODEL_CODES_SEVERAL_CODES_H_
#define MUSTER_ENGINE_MODEL_CODES_SEVERAL_CODES_H_

#include <string_view>

namespace muster::model {

/// Whether `text` has two codes or more, as a cell of a table may: "HP:0001250;HP:0001263", "OMIM:125853, OMIM:222100",
/// "E11.9 I10", "E11.30+ H36.0*", "125853/222100". Ranges and codes with a label are one.
bool HasSeveralCodes(std::string_view text);

/// Whether `text` has one code that says its system, or one of ICD-10, with other words around it: "HP:0001250
/// Seizure", "Type 2 diabetes (E11.9)".
bool HasWordsAroundCode(std::string_view text);

/// Whether it is written as codes of ICD-10 are, perhaps with a mark behind it: "E11.9", "E11", "H36.0*".
bool LooksLikeIcd10(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_SEVERAL_CODES_H_
