// Whether terms can be behind the same code of a record: decided by the ontologies and the codes alone.
#ifndef MUSTER_ENGINE_ONTOLOGY_CODE_CLAIMS_H_
#define MUSTER_ENGINE_ONTOLOGY_CODE_CLAIMS_H_

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ontology/terminology.h"

namespace muster::ontology {

/// Detects codes that several owners claim. Independent of records, so that a reported conflict reveals nothing about
/// people. Not thread-safe.
class CodeClaims {
 public:
  explicit CodeClaims(const Terminology& terminology) : terminology_(terminology) {}

  /// Claims all codes that `of` reaches for `owner`. Returns another owner that has claimed one of them before, or one
  /// that is below or above it by the code; nullopt if there is none.
  std::optional<size_t> Claim(const Concept& of, Reach reach, size_t owner);

 private:
  std::optional<size_t> ClaimCode(std::string_view code, bool with_below, size_t owner);

  const Terminology& terminology_;
  std::map<std::string, size_t, std::less<>> codes_;
  // Levels whose codes below are claimed as well, by what all of these begin with.
  std::map<std::string, std::vector<std::pair<std::string, size_t>>, std::less<>> levels_;
};

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_CODE_CLAIMS_H_
