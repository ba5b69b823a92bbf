#include "engine/api/pipeline/equivalent_groups.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/catalogue/equivalent_codes.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

constexpr size_t kMostRows = 20'000;

// Whether the dimension has a row for each code as it was recorded.
bool IsByCode(const bind::Dimension& dimension) {
  return model::Info(dimension.field).kind == model::Kind::kCode && dimension.groups.empty() && !dimension.IsOrdered();
}

std::vector<std::string> CodesIn(const Table& counts, size_t column) {
  std::vector<std::string> codes;
  for (const std::vector<Cell>& row : counts.rows) {
    const auto* code = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
    if (code != nullptr) codes.push_back(*code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace

std::vector<Diagnostic> EquivalentGroups(const grammar::Statement& statement, const bind::Query& query,
                                         const Table& counts, const bind::CatalogueView& view) {
  std::vector<Diagnostic> notes;
  const auto* count = std::get_if<grammar::Count>(&statement.query);
  if (count == nullptr || view.listed() != nullptr || query.kind != bind::Query::Kind::kCount ||
      counts.rows.size() < 2 || counts.rows.size() > kMostRows) {
    return notes;
  }
  for (size_t d = 0; d < std::min(query.by.size(), count->by.size()); ++d) {
    if (!IsByCode(query.by[d])) continue;
    const std::vector<std::string> codes = CodesIn(counts, d);
    const std::vector<bind::CodesOfOneMeaning> groups = bind::EquivalentCodes(view.terminology(), codes);
    if (groups.empty()) continue;
    std::set<std::string> equivalent;
    for (const bind::CodesOfOneMeaning& group : groups) equivalent.insert(group.begin(), group.end());
    const std::string& first = groups.front().front();
    notes.push_back(
        {Severity::kNote,
         "equivalent-groups",
         absl::StrCat(equivalent.size(), " of the ", codes.size(), " codes mean ",
                      groups.size() == 1 ? "one thing" : "only ",
                      groups.size() == 1 ? "" : absl::StrCat(groups.size(), " things"), ": ", bind::ShowGroups(groups)),
         count->by[d].span.begin,
         count->by[d].span.end,
         {absl::StrCat("codes are counted as they were recorded; to count those of one meaning together, write in "
                       "groups (\"",
                       first, "\" = (exactly ", first, "), ...)")}});
  }
  return notes;
}

}  // namespace muster::api
