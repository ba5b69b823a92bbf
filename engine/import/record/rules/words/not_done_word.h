// Words for the state of a treatment or procedure that did not take place, or not yet.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_NOT_DONE_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_NOT_DONE_WORD_H_

#include <string_view>

namespace muster::import {

/// `letters` as Letters gives them.
bool IsWordOfNotDone(std::string_view letters);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_NOT_DONE_WORD_H_
