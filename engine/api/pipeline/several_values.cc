#include "engine/api/pipeline/several_values.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

int64_t NumberAt(const std::vector<Cell>& row, size_t column) {
  const auto* number = column < row.size() ? std::get_if<int64_t>(&row[column]) : nullptr;
  return number == nullptr ? 0 : *number;
}

}  // namespace

std::vector<Diagnostic> SeveralValues(const grammar::Statement& statement, const bind::Query& query,
                                      const Table& summary, const bind::CatalogueView& view) {
  constexpr size_t kWith = 2, kValues = 5;  // columns
  std::vector<Diagnostic> said;
  const auto* summarise = std::get_if<grammar::Summarise>(&statement.query);
  if (summarise == nullptr || view.listed() != nullptr || query.counted.size() != 1) return said;
  const model::EntityInfo& counted = model::Info(query.counted[0].entity);
  for (size_t i = 0; i < std::min(summary.rows.size(), summarise->measured.size()); ++i) {
    const int64_t with = NumberAt(summary.rows[i], kWith), values = NumberAt(summary.rows[i], kValues);
    if (values <= with) continue;
    const grammar::Measured& measured = summarise->measured[i];
    said.push_back(
        {Severity::kNote,
         "several-values",
         absl::StrCat(with, " ", std::string(with == 1 ? counted.name : counted.plural), with == 1 ? " has " : " have ",
                      values, " values, and each counts: the mean is of values, not of ", std::string(counted.plural)),
         measured.span.begin,
         measured.span.end,
         {}});
  }
  return said;
}

}  // namespace muster::api
