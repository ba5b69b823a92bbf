// Which kinds of codes a field has: a name that only terms of other kinds have cannot be meant there.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_KINDS_IN_USE_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_KINDS_IN_USE_H_

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {

/// The kind of a code: its prefix, such as "HP:". Empty for a text that is not a code.
std::string_view KindOf(std::string_view code);

/// Refers to its arguments, which must outlive it.
class KindsInUse {
 public:
  /// `values`: the symbols that records have in a field.
  KindsInUse(const ontology::Terminology& terminology, const model::SymbolList& values);

  /// Whether terms of the kind of `code` may lead to a value: some value is of this kind, or lies at or below a term
  /// that is, equivalences between loaded ontologies included.
  bool Reach(std::string_view code);
  /// The kinds of the values themselves.
  const std::set<std::string, std::less<>>& recorded() const { return recorded_; }

 private:
  const ontology::Terminology& terminology_;
  const model::SymbolList& values_;
  std::set<std::string, std::less<>> recorded_;
  std::map<std::string, bool, std::less<>> reached_;  // kinds that were asked for and are not recorded
};

/// Whether two ascending lists share a symbol. Stops at the first one.
bool Meet(const model::SymbolList& a, const model::SymbolList& b);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_KINDS_IN_USE_H_
