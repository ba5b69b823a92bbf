#include "engine/api/pipeline/nobody_left.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grammar/another.h"
#include "grammar/clone.h"
#include "grammar/exactly.h"
#include "grammar/parse.h"

namespace muster::api {

std::optional<Diagnostic> NobodyLeft(const grammar::Statement& statement, const Table& counts) {
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr || count->where == nullptr || count->with || !count->having.empty()) {
    return std::nullopt;
  }
  const auto* all = std::get_if<grammar::And>(&count->where->node);
  if (all == nullptr || grammar::ExactlyOf(*all) != nullptr) return std::nullopt;
  if (count->by.empty()) {
    if (counts.rows.size() != 1) return std::nullopt;
    const auto* number = std::get_if<int64_t>(&counts.rows[0][0]);
    if (number == nullptr || *number != 0) return std::nullopt;
  } else if (!counts.rows.empty()) {  // groups of nobody are none
    return std::nullopt;
  }
  grammar::Statement funnel;
  grammar::Steps steps;
  steps.entities = count->entities;
  steps.where = grammar::Clone(count->where);
  grammar::WriteAnother(steps.where.get());
  funnel.query = std::move(steps);
  constexpr size_t kMaxRead = 240;  // bytes: a longer statement is not shown again
  std::string written = grammar::Print(funnel);
  if (written.size() > kMaxRead) {
    written = absl::StrCat("funnel in place of count", count->by.empty() ? "" : ", and nothing behind by");
  }
  std::vector<std::string> hints = {absl::StrCat("to see at which of them none are left, write ", written)};
  return Diagnostic{Severity::kNote,
                    "nobody-left",
                    absl::StrCat("no ", count->entities[0].entity.text, " meet all of these criteria"),
                    count->where->span.begin,
                    count->where->span.end,
                    std::move(hints)};
}

}  // namespace muster::api
