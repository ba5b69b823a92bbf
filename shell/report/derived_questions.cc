#include "shell/report/derived_questions.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <variant>

namespace muster::shell {

std::optional<Table> AskDerived(CatalogueHandle& catalogue, const std::string& statement, const QueryOptions& options) {
  absl::StatusOr<std::vector<Answer>> answers = catalogue.Query(statement, options);
  if (!answers.ok() || answers->size() != 1 || HasErrors((*answers)[0].diagnostics)) return std::nullopt;
  return std::move((*answers)[0].table);
}

const int64_t* IntegerAt(const std::vector<Cell>& row, size_t column) {
  return column < row.size() ? std::get_if<int64_t>(&row[column]) : nullptr;
}

std::vector<std::string> BoundLines(CatalogueHandle& catalogue, const std::string& canonical,
                                    const QueryOptions& options) {
  std::vector<std::string> bound;
  const std::optional<Table> explained = AskDerived(catalogue, "explain " + canonical, options);
  if (!explained.has_value()) return bound;
  for (const std::vector<Cell>& row : explained->rows) {
    const std::string* cell = row.empty() ? nullptr : std::get_if<std::string>(&row[0]);
    if (cell == nullptr) continue;
    std::string_view lines = *cell;
    while (!lines.empty()) {
      const size_t end = std::min(lines.find('\n'), lines.size());
      const std::string_view line = lines.substr(0, end);
      if (line.starts_with("plan")) return bound;
      bound.emplace_back(line);
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
  }
  return bound;
}

bool IsCode(std::string_view word) {
  const size_t colon = word.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < word.size() &&
         std::isalpha(static_cast<unsigned char>(word[0])) != 0;
}

}  // namespace muster::shell
