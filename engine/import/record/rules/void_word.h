// Words of a status that say that what it stands beside was given up or does not count: "failed", "withdrawn".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_VOID_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_VOID_WORD_H_

#include <string_view>

namespace muster::import {

/// Whether `word` says so of a sample, a result or somebody's part in a study: "failed", "screen failure", "storniert".
/// Of a treatment such a word says how it went, and not that there was none.
bool IsVoidWord(std::string_view word);

/// Whether a member or column called `key` may have such words: "status", "order_state", "qc", "qualityFlag".
bool IsNameOfStatus(std::string_view key);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_VOID_WORD_H_
