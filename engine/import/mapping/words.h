// The meaning of texts of the input: whether they mean a missing value, and which word of a vocabulary.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_WORDS_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_WORDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/input/text_map.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// "-99.0" -> "-99": how programs that keep columns as floating-point numbers write whole ones. Other texts unchanged.
std::string_view WithoutZeroFraction(std::string_view number);

/// The model's markers and vocabularies, with what a mapping adds to them and takes from them. Immutable once the
/// mapping is parsed.
class WordRules {
 public:
  /// Without a mapping.
  static const WordRules& Standard();

  /// True for a marker of a missing value.
  bool IsMissing(std::string_view text) const;
  /// The same for a code: also a prefix with a marker or nothing behind it ("MONDO:NA", "MONDO:").
  bool IsMissingCode(std::string_view code) const;
  /// Whether the mapping declares the number to mean a missing value, such as -99.
  bool IsMissing(double number) const;

  enum class Meaning { kWord, kMissing, kUnknown };
  struct Word {
    Meaning meaning = Meaning::kWord;
    std::string text;  ///< of a word
  };
  /// The meaning of `text` in a keyword field. Unknown: the field has a vocabulary without it.
  Word WordOf(model::FieldId field, std::string_view text) const;

  /// True when the mapping says what `text` is in the field.
  bool IsMapped(model::FieldId field, std::string_view text) const;

  void AddMissing(std::string_view text);
  void RemoveMissing(std::string_view text);
  /// `word` must be one of the field's vocabulary, if it has one; nullopt: missing.
  void AddWord(model::FieldId field, std::string_view written, std::optional<std::string> word);

 private:
  // Whether it is a code that says that nothing is known, or why.
  bool IsCodeOfMissing(std::string_view code) const;

  HashSet<std::string> missing_;      // normalised
  HashSet<std::string> not_missing_;  // normalised
  std::vector<double> missing_numbers_;
  HashMap<model::FieldId, TextMap<std::optional<std::string>>> words_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_WORDS_H_
