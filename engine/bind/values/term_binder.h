// Codes and labels in a query: which symbols they stand for.
#ifndef MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/term_match.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/code_claims.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

class TermBinder {
 public:
  TermBinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

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
  // What a name may stand for: what records of the field may have, or any term at all.
  enum class Meant { kRecorded, kAnything };

  std::optional<ontology::Concept> FindConcept(const grammar::Literal& literal, model::FieldId field, Meant meant);
  // Says nothing, but that reading failed.
  std::optional<ontology::Concept> FindSilently(const grammar::Literal& literal, model::FieldId field);
  std::optional<ontology::Concept> FindByCode(const grammar::Literal& literal, const model::SymbolList& values);
  std::optional<ontology::Concept> FindByName(const grammar::Literal& literal, model::FieldId field, Meant meant);
  std::optional<ontology::Concept> CodeAsWritten(const grammar::Literal& literal,
                                                 const std::vector<ontology::Concept>& found);
  std::vector<ontology::Concept> OfUse(std::vector<ontology::Concept> found, const model::SymbolList& values);
  ontology::SymbolSet Values(model::FieldId field);

  // The values of the field whose label or code is `name`, ascending.
  std::vector<model::Symbol> CalledSo(std::string_view name, model::FieldId field, const model::SymbolList& values);

  struct Names {
    int asked = 0;
    HashMap<std::string, std::vector<model::Symbol>> symbols;  // made for those who ask often
  };

  const CatalogueView& view_;
  Reporter* reporter_;
  HashMap<model::FieldId, Names> names_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TERM_BINDER_H_
