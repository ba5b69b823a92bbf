// Private to api/: the individuals who meet criteria, counted for notes on an answer.
#ifndef MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_
#define MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/execute/execute.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Those who meet `criteria`, and how many there are where one of these is another. Not thread-safe.
class FoundPeople {
 public:
  /// `criteria` are about individuals, and were bound without mistakes. `found`: how many meet them, if that is known.
  /// All must outlive this.
  FoundPeople(const grammar::Expr& criteria, std::optional<int64_t> found, const execute::Context& context)
      : criteria_(criteria), found_(found), context_(context) {}

  const grammar::Expr& criteria() const { return criteria_; }
  const bind::CatalogueView& view() const { return *context_.view; }

  /// How many meet the criteria. Nullopt where that cannot be counted, here and below.
  std::optional<int64_t> Count();
  /// How many meet them, with others in place of some of them, and `also` besides: bound, planned and executed as a
  /// question of its own.
  std::optional<int64_t> CountWith(const grammar::Rewriting& instead, std::vector<grammar::ExprPtr> also = {});
  /// How many individuals of the catalogue meet other criteria.
  std::optional<int64_t> CountOf(grammar::ExprPtr criteria);

  /// Why something could not be counted, where that is neither a mistake nor left out.
  const absl::Status& status() const { return status_; }

 private:
  const grammar::Expr& criteria_;
  std::optional<int64_t> found_;
  const execute::Context& context_;
  absl::Status status_;
};

/// Whether `some` are at least one in `one_in` of `all`, and anybody.
inline bool AreMany(int64_t some, int64_t all, int64_t one_in) { return some > 0 && some * one_in >= all; }

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_
