// Resolves words in a query, and beginnings of words and codes, to symbols.
#ifndef MUSTER_ENGINE_BIND_VALUES_KEYWORD_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_KEYWORD_BINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

class KeywordBinder {
 public:
  KeywordBinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// The symbols of keywords of `field`. Nullopt after an error.
  std::optional<TermMatch> Bind(const std::vector<grammar::Literal>& literals, model::FieldId field);

  /// The values of `field` (codes or keywords) that start with `literal`. Nullopt after an error.
  std::optional<TermMatch> BindPrefix(const grammar::Literal& literal, model::FieldId field);

 private:
  // The same, without the cache.
  std::optional<TermMatch> BindUncached(const std::vector<grammar::Literal>& literals, model::FieldId field);
  ontology::SymbolSet Values(model::FieldId field);
  // The values of the field by what they are but for separators, and by their standard words.
  HashMap<std::string, std::vector<model::Symbol>> BySpelling(model::FieldId field, const model::SymbolList& values);
  // `word`: the normalised form of `literal`, which no record has in the field.
  void ReportUnknownWord(const grammar::Literal& literal, model::FieldId field, const std::string& word,
                         const model::SymbolList& values);
  void WarnOfUnusedWord(const grammar::Literal& literal, model::FieldId field, const model::SymbolList& values);

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_KEYWORD_BINDER_H_
