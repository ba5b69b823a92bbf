// Lists of codes that deny, and the first cell of a column that has one of them.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENYING_CODE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENYING_CODE_H_

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"
#include "engine/model/text/text.h"

namespace muster::import {

/// A code, and what it says of its row: {"X", "cancelled"}.
struct DenyingCode {
  std::string_view code;
  std::string_view meaning;
};

/// Null if `code` is none of `codes`.
inline const DenyingCode* FindCode(std::span<const DenyingCode> codes, std::string_view code) {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const DenyingCode& one) { return one.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

/// The first of `words` for which `code_of` returns a code: it gets each word without blanks around it, and returns
/// null for one that denies nothing.
template <typename CodeOf>
CodedDenial FirstDenial(std::span<const std::string> words, CodedDenial::Kind kind, const CodeOf& code_of) {
  for (const std::string& word : words) {
    if (const DenyingCode* code = code_of(model::Trim(word))) return {kind, word, code->meaning};
  }
  return {};
}

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENYING_CODE_H_
