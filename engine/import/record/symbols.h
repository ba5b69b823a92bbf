// Codes and keywords of the input as symbols of the catalogue.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_SYMBOLS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_SYMBOLS_H_

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/words.h"
#include "engine/import/record/label_counts.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {

/// Remembers each spelling that has occurred, so that a code is normalised and interned once, however often it occurs.
class Symbols {
 public:
  /// `rules` must outlive this.
  explicit Symbols(Sink& sink, const WordRules& rules = WordRules::Standard()) : sink_(sink), rules_(rules) {}
  const WordRules& rules() const { return rules_; }
  /// Of the symbols that this gives.
  const model::Dictionary& dictionary() const { return sink_.symbols(); }

  struct Code {
    model::Symbol symbol = model::kNoSymbol;
    bool corrected = false;    ///< the catalogue spells it otherwise
    bool prefixed = true;      ///< it names its code system
    bool wrong_digit = false;  ///< its check digit does not fit
    bool description = false;  ///< a term of a concept of SNOMED CT (model::IsDescriptionOfSnomed)
    bool several = false;      ///< it is several codes (model::HasSeveralCodes)
    bool words = false;        ///< there are words around it (model::HasWordsAroundCode)
    bool missing = false;      ///< a marker of a missing value, which has no symbol
    char doubtful = 0;         ///< a mark of certainty (model::DoubtfulMark), which has no symbol
    const std::optional<model::Interval>* onset =
        nullptr;             ///< the ages that it means as an onset; valid until the next call
    bool new_label = false;  ///< the first time with this label: labels() wants the place
  };
  /// `id` not blank.
  Code OfCode(std::string_view id, std::string_view label);
  struct AssayNames {
    model::Symbol assay = model::kNoSymbol;     ///< normalised (NormalizeAssay)
    model::Symbol strategy = model::kNoSymbol;  ///< as written
    bool known = false;
  };
  AssayNames OfAssay(std::string_view text);
  /// In lower case; the word as it was becomes the label.
  model::Symbol OfKeyword(std::string_view word);
  struct Word {
    WordRules::Meaning meaning = WordRules::Meaning::kWord;
    model::Symbol symbol = model::kNoSymbol;  ///< of a word
  };
  /// The same for a word of `field`, by what the rules say of it.
  Word OfWord(model::FieldId field, std::string_view word);
  /// Whether the code and the label of a unit are two units.
  bool AreDifferentUnits(std::string_view code, std::string_view label);
  /// Which labels came with which codes.
  LabelCounter& labels() { return labels_; }
  /// From now on the vocabulary of `field` does not have `word`: this input may mean something else by it.
  void Doubt(model::FieldId field, std::string_view word);
  /// An id, as it stands.
  model::Symbol OfId(std::string_view id) { return sink_.Intern(model::Trim(id), {}); }

 private:
  struct Entry {
    model::Symbol symbol = model::kNoSymbol;
    bool labelled = false;
    bool corrected = false;
    bool missing = false;
    bool prefixed = true;
    bool wrong_digit = false;
    bool description = false;
    bool several = false;
    bool words = false;
    char doubtful = 0;
    std::optional<model::Interval> onset;
    uint32_t number = 0;  // in labels_, once labelled
  };
  Sink& sink_;
  const WordRules& rules_;
  TextMap<Entry> codes_;
  TextMap<bool> units_;  // by code and label: whether these differ
  std::string key_;      // looked up last
  std::string label_;    // in one form
  std::string keyword_;  // the same
  LabelCounter labels_;
  TextMap<model::Symbol> keywords_;
  std::array<std::unique_ptr<TextMap<Word>>, 256> words_;        // by field
  std::vector<std::pair<model::FieldId, std::string>> doubted_;  // normalised
  TextMap<AssayNames> assays_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_SYMBOLS_H_
