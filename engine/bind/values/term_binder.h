// Resolves codes and labels in a query to the symbols that they match.
#ifndef MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/term_match.h"
#include "engine/bind/values/terms/concept_finder.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/code_claims.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

class TermBinder {
 public:
  TermBinder(const CatalogueView& view, Reporter* reporter)
      : view_(view), reporter_(reporter), finder_(view, reporter) {}

  /// The symbols in `field` that any of `literals` matches: with the terms below it, according to `reach`, unless it is
  /// written with `exactly`. Nullopt after an error.
  std::optional<TermMatch> Bind(const std::vector<grammar::Literal>& literals, model::FieldId field,
                                ontology::Reach reach);

  /// Whether `literal` and one of `others`, each with the terms below it, may overlap: one is above the other, or
  /// records have codes of both (for guests: may have). All must have been bound without error; reports nothing.
  bool HaveInCommon(const grammar::Literal& literal, const std::vector<grammar::Literal>& others, model::FieldId field);

  /// Claims the codes that `literal` matches for `owner`, and returns another owner that has claimed some of them
  /// before. The literal must have been bound without error; reports nothing.
  std::optional<size_t> Claim(const grammar::Literal& literal, model::FieldId field, size_t owner,
                              ontology::CodeClaims* claims);

  /// The code of the term of `literal`, which must have been bound without error; reports nothing. Nullopt after a
  /// failure.
  std::optional<std::string> CodeOf(const grammar::Literal& literal, model::FieldId field);

  /// The concept of `literal`, a disease. Nullopt after an error.
  std::optional<ontology::Concept> BindDisease(const grammar::Literal& literal);

 private:
  // The same, without the cache.
  std::optional<TermMatch> BindUncached(const std::vector<grammar::Literal>& literals, model::FieldId field,
                                        ontology::Reach reach);

  struct OneTerm {
    std::string id;
    ontology::Reached reached;
  };
  std::optional<OneTerm> BindOne(const grammar::Literal& literal, model::FieldId field, ontology::Reach reach,
                                 const model::SymbolList& values);
  // Says what is spelt or called alike and is not among what was asked for.
  void NoteAlike(const model::SymbolList& reached);
  // Reports nothing but a failure to read.
  std::optional<ontology::Concept> FindSilently(const grammar::Literal& literal, model::FieldId field);
  const CatalogueView& view_;
  Reporter* reporter_;
  ConceptFinder finder_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_
