// The behaviour of tumours: benign, in situ, metastatic.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_BEHAVIOUR_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_BEHAVIOUR_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// Whether a column or member of this name may have the behaviour of a tumour: "behaviour", "icdo3_behavior",
/// "Dignität". Its values tell.
bool IsNameOfBehaviour(std::string_view name);

/// Whether `word`, in a column or member of such a name, is the behaviour of a tumour and not a person's: it is neither
/// 0 nor 1, or the name says that it is about tumours ("icdo3_behavior", "Dignität").
bool TellsBehaviour(std::string_view name, std::string_view word);

/// Of tumours that are not malignant, by a digit or a word, in a column called so.
CodedDenial FindBehaviour(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_BEHAVIOUR_H_
