// What the terms of a criterion stand for.
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
  size_t terms = 0;   ///< ontology terms behind them
  std::string label;  ///< "HP:0001250 Seizure and descendants"

  /// What it holds beside itself, shared or not.
  size_t bytes() const { return label.size() + (symbols == nullptr ? 0 : symbols->size() * sizeof(model::Symbol)); }
};

/// What remarks on codes need to know of a term.
struct NamedCode {
  std::string code;
  ontology::SymbolSet called;    ///< recorded values that are called as it is, itself among them; null: none
  bool lacks_hierarchy = false;  ///< codes of its system lie below each other, and no ontology is there that tells how

  size_t bytes() const { return code.size() + (called == nullptr ? 0 : called->size() * sizeof(model::Symbol)); }
};

/// What another entity has that is called as a term is: codes, and what is recorded of them and below.
struct CalledSo {
  std::vector<std::string> codes;
  ontology::SymbolSet symbols;

  size_t bytes() const {
    size_t bytes = symbols->size() * sizeof(model::Symbol);
    for (const std::string& code : codes) bytes += sizeof code + code.size();
    return bytes;
  }
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_TERM_MATCH_H_
