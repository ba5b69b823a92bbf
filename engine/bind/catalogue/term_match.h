// What the terms of a criterion match.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_TERM_MATCH_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_TERM_MATCH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/ontology/terminology.h"

namespace muster::bind {

/// What one or several terms match together.
struct TermMatch {
  ontology::SymbolSet symbols;
  size_t terms = 0;   ///< ontology terms they come from
  std::string label;  ///< "HP:0001250 Seizure and descendants"

  /// Bytes that it refers to, shared or not.
  size_t bytes() const { return label.size() + (symbols == nullptr ? 0 : symbols->size() * sizeof(model::Symbol)); }
};

/// What remarks on codes need to know about a term.
struct NamedCode {
  std::string code;
  ontology::SymbolSet called;    ///< recorded values that are called so, or as what lies below, and that it does not
                                 ///< reach; null: none
  bool below = false;            ///< some of these are called as what lies below only
  bool lacks_hierarchy = false;  ///< its code system may have a hierarchy, of which nothing is known

  size_t bytes() const { return code.size() + (called == nullptr ? 0 : called->size() * sizeof(model::Symbol)); }
};

/// Codes of another entity with the same name as a term, or one that says the same, and the recorded values at and
/// below them.
struct NamesakeCodes {
  std::vector<std::string> codes;
  ontology::SymbolSet symbols;
  bool in_other_words = false;  ///< no code has the name itself

  size_t bytes() const {
    size_t bytes = symbols->size() * sizeof(model::Symbol);
    for (const std::string& code : codes) bytes += sizeof code + code.size();
    return bytes;
  }
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_TERM_MATCH_H_
