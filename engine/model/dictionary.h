// The dictionary: every code and keyword of the catalogue, numbered.
#ifndef MUSTER_ENGINE_MODEL_DICTIONARY_H_
#define MUSTER_ENGINE_MODEL_DICTIONARY_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/record.h"
#include "engine/model/text_index.h"

namespace muster::model {

/// Numbers strings from 0 in order of arrival; numbers are never reused or changed. A symbol has the text that is
/// matched (a normalised CURIE, or a keyword in lower case) and the first label seen with it. Not thread-safe while
/// being added to; const methods are. A copy shares the texts with the original and is cheap; both go on by themselves.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(const Dictionary& other);
  Dictionary(Dictionary&& other) = default;
  Dictionary& operator=(const Dictionary& other) { return *this = Dictionary(other); }
  Dictionary& operator=(Dictionary&& other) = default;

  size_t size() const { return entries_.size(); }
  /// The number of `text`, added if new. `label` is kept when none is kept yet.
  Symbol Intern(std::string_view text, std::string_view label = {});
  std::optional<Symbol> Find(std::string_view text) const;
  /// Symbols out of range are a programming error; check data from disk against size().
  std::string_view Text(Symbol symbol) const;
  std::string_view Label(Symbol symbol) const;

  /// The entries from number `first` on, as one block; DecodeBlock appends a block to a dictionary.
  std::string EncodeBlock(size_t first) const;
  /// Keeps the bytes: the entries stay where they are in them. DataLoss when `bytes` are not a block, or repeat a text;
  /// the dictionary is then as it was.
  absl::Status DecodeBlock(std::string bytes);

 private:
  struct Entry {
    std::string_view text;
    std::string_view label;
  };
  /// A copy of `text` that lives as long as this dictionary and its copies.
  std::string_view Hold(std::string_view text);
  auto TextOf() const {
    return [this](Symbol symbol) { return entries_[symbol].text; };
  }

  std::vector<Entry> entries_;
  TextIndex index_;
  std::vector<std::shared_ptr<const std::string>> bytes_;  // what the entries point into
  std::shared_ptr<std::string> open_;                      // the last of them, if there is room in it for us
};

using DictionaryPtr = std::shared_ptr<const Dictionary>;

/// Writes a code as CURIE in the spelling by which the catalogue knows it: IRIs of OBO, LOINC, SNOMED and ORDO become
/// CURIEs, '_' after a known prefix becomes ':', prefixes take their usual case (hp -> HP, Orphanet -> ORPHA,
/// SNOMEDCT -> SNOMED, ICD10CM and ICD-10 keep their own), ICD-10 codes get their dot (ICD10:C180 -> ICD10:C18.0),
/// numbers of OBO ontologies with superfluous zeros lose them (DUO:00000044 -> DUO:0000044), blanks at the ends go.
/// Anything else stays as it is.
std::string NormalizeCode(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DICTIONARY_H_
