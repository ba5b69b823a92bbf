// Search of names by words anywhere in them: what "HbA1c", "blood pressure" or "COPD" may mean.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_SEARCH_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_SEARCH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Eponyms are written with and without a possessive 's: "Crohn disease" for "Crohn's disease".
std::string WithoutPossessives(std::string_view text);

/// Letters and digits, in lower case, spelt as Americans do, and without possessives.
std::vector<std::string> WordsOfName(std::string_view text);

/// The same, with abbreviations in their long forms, each word once.
std::vector<std::string> WordsWrittenOut(std::string_view text);

/// How well `text` matches `name`: 0 is equal, greater is worse; nullopt if it does not match. Each word of `text` has
/// to be a word of the name, the beginning of one, part of one (from four letters on), or the initials of several
/// ("COPD" of chronic obstructive pulmonary disease). Case, British or American spelling (haemoglobin, tumour) and the
/// order of words do not matter; common abbreviations match their long forms (Abbreviations()), and
/// written in capitals nothing but these and themselves.
std::optional<int> MatchName(std::string_view text, std::string_view name);

/// One of the texts that a text may mean.
struct NameReading {
  std::vector<std::string> words;
  std::set<std::string> whole;  ///< those that are not the beginning of another word: abbreviations in capitals
};

/// The same for one text and many names.
class NameMatcher {
 public:
  explicit NameMatcher(std::string_view text);
  std::optional<int> Match(std::string_view name) const;
  /// Whether it matches the label or a synonym of a term.
  bool MatchesAny(std::string_view label, const auto& synonyms) const {
    return Match(label) || std::any_of(synonyms.begin(), synonyms.end(),
                                       [this](const auto& synonym) { return Match(synonym.text).has_value(); });
  }

 private:
  std::vector<NameReading> readings_;
};

/// Whether `text` is one abbreviation, in capitals, which is looked for by its long form and not as the beginning of a
/// word: SLE, not sle.
bool IsAbbreviationInCapitals(std::string_view text);

/// An abbreviation, or another common name, and its long form; both in lower case.
struct Abbreviation {
  std::string_view written;
  std::string_view meant;
};
const std::vector<Abbreviation>& Abbreviations();

/// Whether similar names have contrary meanings: hemizygous and homozygous, left and right, type 1 and type 2. One of
/// them is not a typing error for the other.
bool AreContrary(std::string_view a, std::string_view b);

/// Whether `text` may be `name` with typing errors: each of its words is similar to one of the name, and they are not
/// contrary.
bool IsSlip(std::string_view text, std::string_view name);

struct FoundName {
  std::string code;
  std::string label;
  int rank = 0;  ///< as of MatchName
  uint64_t rows =
      0;  ///< rows of the field with the code or one below it, including deleted ones; 0 if it may not be shown
};

/// Sorts by text. Guests must not see another order: that of the dictionary is the order in which records were
/// imported.
std::vector<model::Symbol> ByText(const model::SymbolList& symbols, const model::Dictionary& dictionary);

/// The codes that records have in `field`, and the terms above them, with a label or synonym that matches `text`: by
/// rank, then most frequent first; at most `limit`. An empty text matches every code that records have.
std::vector<FoundName> FindNames(const CatalogueView& view, std::string_view text, model::FieldId field, size_t limit);

/// Keeps only the first of several codes for one term: codes of several systems find the same records.
std::vector<FoundName> OneForEachTerm(const CatalogueView& view, std::vector<FoundName> names);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_NAME_SEARCH_H_
