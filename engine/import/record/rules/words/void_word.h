// Words of a status that say that something was abandoned or does not count: "failed", "withdrawn".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_VOID_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_VOID_WORD_H_

#include <string_view>

namespace muster::import {

/// Whether `word` says so about a sample, a result or somebody's participation in a study: "failed", "screen failure",
/// "storniert". About a treatment, such a word describes its outcome, not that there was none.
bool IsVoidWord(std::string_view word);

/// Whether a member or column named `key` may have such words: "status", "order_state", "qc", "qualityFlag".
bool IsNameOfStatus(std::string_view key);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_VOID_WORD_H_
