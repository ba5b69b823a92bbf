#include "engine/bind/values/remarks/longer_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"

namespace muster::bind {
namespace {

constexpr size_t kMostAsked = 8;  // a longer list is a deliberate choice
constexpr size_t kMostNamed = 4;
constexpr size_t kMostInHint = 10;

// "hg38+decoy" goes on after GRCh38, as hg38 is that: what stands before the first sign counts as the word that it
// means.
bool GoesOnAfterWhatItMeans(model::FieldId field, std::string_view word, std::string_view value) {
  if (model::GoesOnAfter(word, value)) return true;
  const size_t end = value.find_first_of(" _-+.,;/()");
  if (end == value.npos || end == 0) return false;
  const std::string_view first = value.substr(0, end);
  return model::NormalizeWord(field, model::StandardWord(field, first)) == word;
}

}  // namespace

void NoteLongerWords(const CatalogueView& view, Reporter* reporter, const std::vector<grammar::Literal>& literals,
                     const std::vector<std::string>& words, model::FieldId field, const model::SymbolList& matched,
                     const model::SymbolList& values) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || !model::IgnoresSeparators(field)) return;
  if (words.size() > kMostAsked) return;
  for (size_t i = 0; i < words.size(); ++i) {
    std::vector<model::Symbol> longer;
    std::vector<std::string> named;
    for (const model::Symbol value : values) {
      const std::string_view text = view.dictionary().Text(value);
      if (matched.Contains(value) || !GoesOnAfterWhatItMeans(field, words[i], text)) continue;
      longer.push_back(value);
      named.push_back(absl::StrCat("\"", std::string(text), "\""));
    }
    if (longer.empty()) continue;
    const auto rows = view.counts().WithValue(field, model::SymbolList(longer));
    if (!rows.ok()) return reporter->Fail(rows.status());
    if (*rows == 0) continue;
    std::sort(named.begin(), named.end());
    const model::Field& info = model::Info(field);
    const model::EntityInfo& entity = model::Info(info.entity);
    const std::string name(info.name);
    std::vector<std::string> hints;
    if (named.size() <= kMostInHint) {
      hints.push_back(absl::StrCat("to mean them as well, write ", name, " in (\"", words[i], "\", ",
                                   absl::StrJoin(named, ", "), ")"));
    }
    const size_t more = named.size() > kMostNamed ? named.size() - kMostNamed : 0;
    named.resize(named.size() - more);
    reporter->Note(literals[i].span, "longer-words",
                   absl::StrCat(*rows, " ", std::string(*rows == 1 ? entity.name : entity.plural), " of the catalogue ",
                                *rows == 1 ? "has " : "have ", WithArticle(name), " that says more than '",
                                literals[i].text, "', which does not mean it: ", absl::StrJoin(named, ", "),
                                more > 0 ? absl::StrCat(", and ", more, " more") : ""),
                   std::move(hints));
  }
}

}  // namespace muster::bind
