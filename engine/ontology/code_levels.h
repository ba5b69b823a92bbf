// Codes whose hierarchy is in the code itself (C50.1 is below C50), among those that records have.
#ifndef MUSTER_ENGINE_ONTOLOGY_CODE_LEVELS_H_
#define MUSTER_ENGINE_ONTOLOGY_CODE_LEVELS_H_

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "engine/model/codes/code_hierarchy.h"
#include "engine/model/record/dictionary.h"
#include "engine/ontology/loaded_ontologies.h"

namespace muster::ontology {

/// What lies below or above a code by the code, unless a loaded ontology gives it another place. Both arguments outlive
/// this. Thread-safe.
class CodeLevels {
 public:
  CodeLevels(const LoadedOntologies& ontologies, const model::Dictionary& dictionary)
      : ontologies_(ontologies), dictionary_(dictionary) {}

  /// Whether `code` lies below `level` by the code.
  bool IsBelow(std::string_view code, std::string_view level) const {
    return model::IsBelowByCode(code, level) && !(ontologies_.KnowsPrefix(code) && IsPlacedElsewhere(code, level));
  }
  /// Calls `visit(symbol)` with the codes below `level`, in their order, until it returns false.
  void ForEachBelow(std::string_view level, absl::FunctionRef<bool(model::Symbol)> visit) const;
  /// Appends the codes above `code`.
  void AddAbove(std::string_view code, std::vector<model::Symbol>* symbols) const;
  /// At most `limit` codes that begin with `code` and for which `is_in_use` is true.
  std::vector<std::string> Beginning(std::string_view code, size_t limit,
                                     absl::FunctionRef<bool(model::Symbol)> is_in_use) const;

 private:
  // Whether a loaded ontology has `code` below other codes of its system, none of which is at or below `level` by the
  // code, or has retired it.
  bool IsPlacedElsewhere(std::string_view code, std::string_view level) const;
  // Symbols of codes whose hierarchy is in the code, by text. Made when it is first needed.
  const std::vector<model::Symbol>& ByCode() const;

  const LoadedOntologies& ontologies_;
  const model::Dictionary& dictionary_;
  // (Not Abseil's, which waits for ever after an exception, for want of memory.)
  mutable std::once_flag by_code_once_;
  mutable std::vector<model::Symbol> by_code_;
};

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_CODE_LEVELS_H_
