// Which concept a code or a label of a query is: found by its code, by a name of the ontologies, or by a label that
// came with the data.
#ifndef MUSTER_ENGINE_BIND_VALUES_TERMS_CONCEPT_FINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_TERMS_CONCEPT_FINDER_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Reports what is unknown, ambiguous or retired. Not thread-safe.
class ConceptFinder {
 public:
  ConceptFinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// What a name may mean: terms that records of the field may have, or any term.
  enum class Meant { kRecorded, kAnything };

  /// The concept that `literal` means in `field`. Nullopt after an error.
  std::optional<ontology::Concept> Find(const grammar::Literal& literal, model::FieldId field, Meant meant);

  /// Codes without a system that are spelt or called like the one that was found, which was written literally.
  struct Alike {
    grammar::Span span;
    std::string code;
    std::vector<std::string> others;
  };
  /// Those of what was found since this was called before.
  std::vector<Alike> TakeAlike() { return std::exchange(alike_, {}); }

  /// The values that records have in `field`. Empty after a failure, which is reported.
  ontology::SymbolSet Values(model::FieldId field);

 private:
  std::optional<ontology::Concept> FindByCode(const grammar::Literal& literal, const model::SymbolList& values);
  std::optional<ontology::Concept> FindByName(const grammar::Literal& literal, model::FieldId field, Meant meant);
  std::optional<ontology::Concept> CodeInQuotes(const grammar::Literal& literal, const model::SymbolList& values) const;
  std::optional<ontology::Concept> CodeAsWritten(const grammar::Literal& literal,
                                                 const std::vector<ontology::Concept>& found);
  std::vector<ontology::Concept> KeepUsed(std::vector<ontology::Concept> found, const model::SymbolList& values);

  // The values of the field whose label or code is `name`, ascending.
  std::vector<model::Symbol> ValuesOfName(std::string_view name, model::FieldId field, const model::SymbolList& values);

  struct Names {
    int lookups = 0;
    HashMap<std::string, std::vector<model::Symbol>> symbols;  // by normalised text; built when there are many lookups
  };

  const CatalogueView& view_;
  Reporter* reporter_;
  HashMap<model::FieldId, Names> names_;
  std::vector<Alike> alike_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TERMS_CONCEPT_FINDER_H_
