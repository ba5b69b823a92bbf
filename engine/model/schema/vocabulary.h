// Fields whose words are a fixed vocabulary, and what sources write for those words.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_VOCABULARY_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_VOCABULARY_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// What a source may write for a word of a vocabulary; both in the form of NormalizeVocabulary.
struct VocabularySynonym {
  std::string_view written;
  std::string_view word;
};

struct Vocabulary {
  FieldId field;
  std::span<const std::string_view> words;
  std::span<const VocabularySynonym> synonyms;  ///< what is certain for this field only
};

std::span<const Vocabulary> Vocabularies();
/// Null for a field that takes any word.
const Vocabulary* VocabularyOf(FieldId field);

/// In small letters, those with accents as well, '_' and '-' as blanks: "LIKELY_PATHOGENIC" -> "likely pathogenic".
std::string NormalizeVocabulary(std::string_view word);

/// The word of the vocabulary that `word` means, or nullopt.
std::optional<std::string_view> WordOf(const Vocabulary& vocabulary, std::string_view word);

/// The words of a vocabulary for people: "unknown, female, male, other".
std::string WordsOf(const Vocabulary& vocabulary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_VOCABULARY_H_
