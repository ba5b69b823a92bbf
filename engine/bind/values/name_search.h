// Names by words anywhere in them: what somebody may mean who writes "HbA1c", "blood pressure" or "COPD".
#ifndef MUSTER_ENGINE_BIND_VALUES_NAME_SEARCH_H_
#define MUSTER_ENGINE_BIND_VALUES_NAME_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Names of those who described a disease stand with and without the 's of the possessive: Crohn disease of Crohn's
/// disease.
std::string WithoutPossessives(std::string_view text);

/// How well `text` names what is called `name`: 0 the same, greater is worse; nothing when it does not. Each word of
/// `text` has to be a word of the name, the beginning of one, part of one (from four letters on), or the initials of
/// several ("COPD" of chronic obstructive pulmonary disease). Case, accents of spelling (haemoglobin, tumour) and the
/// order of words do not matter; a common abbreviation stands for what it is short for (Abbreviations()).
std::optional<int> MatchName(std::string_view text, std::string_view name);

/// The same of many names, for one text.
class NameMatcher {
 public:
  explicit NameMatcher(std::string_view text);
  std::optional<int> Match(std::string_view name) const;

 private:
  std::vector<std::vector<std::string>> readings_;
};

/// An abbreviation, or another common name, that is understood in names, and what it stands for; both in lower case.
struct Abbreviation {
  std::string_view written;
  std::string_view meant;
};
const std::vector<Abbreviation>& Abbreviations();

/// Whether the names say contrary things, however alike they look: hemizygous and homozygous, left and right, type 1
/// and type 2. One of them is no slip for the other.
bool AreContrary(std::string_view a, std::string_view b);

/// Whether `text` may be a slip for `name`: each of its words is nearly one of the name, and they are not contrary.
bool IsSlip(std::string_view text, std::string_view name);

struct FoundName {
  std::string code;
  std::string label;
  int rank = 0;  ///< as of MatchName
  uint64_t rows =
      0;  ///< rows of the field with the code or one below it, dead ones included; 0 where it may not be told
};

/// In the order of their texts. For whom values are listed they have to be in no other: that of the dictionary is the
/// one in which records came, whoever they are of.
std::vector<model::Symbol> ByText(const model::SymbolList& symbols, const model::Dictionary& dictionary);

/// The codes that records have in `field`, and terms above them, of which a label or synonym matches `text`: best
/// first, of these the most frequent first; at most `limit`. An empty text matches every code that records have.
std::vector<FoundName> FindNames(const CatalogueView& view, std::string_view text, model::FieldId field, size_t limit);

/// The first of those that stand for one term: codes of several systems find the same records.
std::vector<FoundName> OneForEachTerm(const CatalogueView& view, std::vector<FoundName> names);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAME_SEARCH_H_
