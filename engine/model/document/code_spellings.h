// Which spellings of codes a catalogue has: those by which questions look for them, or those of an earlier version.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_CODE_SPELLINGS_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_CODE_SPELLINGS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace muster::model {

/// The number of the spellings that NormalizeCode and NormalizeKeyword give. One more whenever a code or a keyword gets
/// another one: catalogues of earlier numbers are then brought to the new spellings when they are opened for writing.
inline constexpr uint32_t kCodeSpellings = 3;

/// What the document of the store says.
struct CodeSpellings {
  uint32_t number = kCodeSpellings;  ///< 0: of before there were numbers
  uint64_t since = 0;                ///< the version of the catalogue whose commit has changed codes; 0: none has

  bool are_present() const { return number == kCodeSpellings; }
};

inline constexpr std::string_view kCodeSpellingsDocument = "code spellings";

std::string EncodeSpellings(const CodeSpellings& spellings);
CodeSpellings SpellingsIn(const std::map<std::string, std::string>& documents);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_CODE_SPELLINGS_H_
