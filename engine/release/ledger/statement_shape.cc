#include "engine/release/ledger/statement_shape.h"

#include <variant>

#include "absl/strings/str_cat.h"

namespace muster::release {

std::string ShapeOf(const grammar::Statement& statement) {
  if (const auto* steps = std::get_if<grammar::Steps>(&statement.query)) return steps->impact ? "impact" : "funnel";
  if (const auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query)) {
    return absl::StrCat("compare ", compare->cohorts.size(), " by ", compare->by.size());
  }
  if (std::holds_alternative<grammar::Define>(statement.query)) return "define cohort";
  if (std::holds_alternative<grammar::Drop>(statement.query)) return "drop cohort";
  if (std::holds_alternative<grammar::Describe>(statement.query)) return "describe";
  if (std::holds_alternative<grammar::Show>(statement.query)) return "show";
  if (std::holds_alternative<grammar::Terms>(statement.query)) return "terms like";
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr) return "other";
  if (count->with.has_value()) return "certainty";
  return count->by.empty() ? absl::StrCat("count ", count->entities.size())
                           : absl::StrCat("count ", count->entities.size(), " by ", count->by.size());
}

}  // namespace muster::release
