// Codes and labels in a query: which symbols they stand for.
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

  /// The symbols that `literals` (any of them) stand for in `field`, each with what lies below it (`reach`) unless it
  /// says `exactly`. Nullopt after an error.
  std::optional<TermMatch> Bind(const std::vector<grammar::Literal>& literals, model::FieldId field,
                                ontology::Reach reach);

  /// Whether what `literal` stands for, or lies below it, may be what one of `others` stands for, or below that: one is
  /// above the other, or records have codes of both, or, for whom values are listed, may have. All were bound without
  /// error before; says nothing.
  bool HaveInCommon(const grammar::Literal& literal, const std::vector<grammar::Literal>& others, model::FieldId field);

  /// Claims for `owner` what `literal` stands for, with what lies below it unless it says `exactly`, and gives another
  /// owner who has claimed some of it before. It was bound without error before; says nothing.
  std::optional<size_t> Claim(const grammar::Literal& literal, model::FieldId field, size_t owner,
                              ontology::CodeClaims* claims);

  /// The code that `literal` stands for. It was bound without error before; says nothing. Nullopt after a failure.
  std::optional<std::string> CodeOf(const grammar::Literal& literal, model::FieldId field);

  /// The concept that `literal`, a disease, stands for. Nullopt after an error.
  std::optional<ontology::Concept> BindDisease(const grammar::Literal& literal);

 private:
  // The same, whatever was found before.
  std::optional<TermMatch> BindAnew(const std::vector<grammar::Literal>& literals, model::FieldId field,
                                    ontology::Reach reach);

  struct OneTerm {
    std::string id;
    ontology::Reached reached;
  };
  std::optional<OneTerm> BindOne(const grammar::Literal& literal, model::FieldId field, ontology::Reach reach,
                                 const model::SymbolList& values);
  // Says nothing, but that reading failed.
  std::optional<ontology::Concept> FindSilently(const grammar::Literal& literal, model::FieldId field);
  const CatalogueView& view_;
  Reporter* reporter_;
  ConceptFinder finder_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_
