// The dictionary: every code and keyword of the catalogue, numbered.
#ifndef MUSTER_ENGINE_MODEL_RECORD_DICTIONARY_H_
#define MUSTER_ENGINE_MODEL_RECORD_DICTIONARY_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/record/record.h"
#include "engine/model/text/text_index.h"

namespace muster::model {

/// Numbers strings from 0 in order of arrival; numbers are never reused or changed. Texts that nothing has any more can
/// be taken out (WithOnly). A symbol has the text that is
/// matched (a normalised CURIE, or a keyword in lower case) and the first label seen with it. Not thread-safe while
/// being added to; const methods are. A copy shares the texts with the original and is cheap; both go on by themselves.
class Dictionary {
 public:
  Dictionary() = default;

  size_t size() const { return entries_.size(); }
  /// The number of `text`, added if new. `label` is stored if the text has none yet, and no block has the text.
  Symbol Intern(std::string_view text, std::string_view label = {});
  std::optional<Symbol> Find(std::string_view text) const;
  /// Symbols out of range are a programming error; check data from disk against size().
  std::string_view Text(Symbol symbol) const;
  std::string_view Label(Symbol symbol) const;

  /// This dictionary with the texts and labels of `used` symbols only; the others keep their numbers and are found by
  /// no text. Its next block has all of it. The texts that it has lost are not in memory that it holds.
  Dictionary WithOnly(const std::vector<bool>& used) const;
  /// This dictionary with those labels only that are another spelling of their text. The others are what some record
  /// had beside a code.
  Dictionary WithSpellingsOnly() const;
  /// Whether WithOnly has taken its text.
  bool IsDropped(Symbol symbol) const;

  /// The entries that no block has yet, as one block; from now on this one has them. DecodeBlock appends a block to a
  /// dictionary. A block says how many symbols come before it and which, so that it cannot follow others.
  std::string TakeBlock();
  /// Keeps the bytes: the entries stay where they are in them. DataLoss when `bytes` are not a block, or one that
  /// follows another dictionary, or repeat a text; the dictionary is then as it was.
  absl::Status DecodeBlock(std::string bytes);
  /// How many symbols the blocks have that were taken and decoded, and the checksum of all of them.
  size_t size_in_blocks() const { return in_blocks_; }
  uint32_t checksum_of_blocks() const { return checksum_; }

 private:
  /// Bytes that entries point into, which grow at the end. A dictionary and its copies share them: each takes a part of
  /// its own.
  struct Room {
    explicit Room(size_t room) : bytes(new char[room]), size(room) {}
    const std::unique_ptr<char[]> bytes;
    const size_t size;
    std::atomic<size_t> used = 0;
  };
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
  std::vector<std::shared_ptr<const void>> held_;  // what the entries point into
  std::shared_ptr<Room> room_;                     // the last of it that grows
  size_t in_blocks_ = 0;
  uint32_t checksum_ = 0;
};

using DictionaryPtr = std::shared_ptr<const Dictionary>;

/// Writes a code as CURIE in the spelling by which the catalogue knows it: addresses of OBO, FHIR, LOINC, SNOMED and
/// others become CURIEs, '_' after a known prefix becomes ':', prefixes take their usual spelling (hp -> HP, Orphanet
/// -> ORPHA, SNOMEDCT_US -> SNOMED, ICD-10-GM -> ICD10GM), codes of ICD get their dot and lose their marks (ICD10:C180+
/// -> ICD10:C18.0), numbers of OBO ontologies with superfluous zeros lose them (DUO:00000044 -> DUO:0000044), blanks
/// that do not belong there and labels between bars go. Anything else stays as it is. docs/data-model.md has the list.
std::string NormalizeCode(std::string_view code);

/// True for a normalised code whose prefix is one that NormalizeCode knows: a code of a known system.
bool HasKnownPrefix(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_DICTIONARY_H_
