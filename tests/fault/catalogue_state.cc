#include "tests/fault/catalogue_state.h"

#include <cstdint>
#include <variant>

#include "absl/strings/str_cat.h"

namespace muster::fault {
namespace {

constexpr const char* kQuestions[] = {
    "count individuals by sex, phenotype",
    "count phenotypes by term",
    "count individuals where sex is male",
    "list individuals where sex is female limit 2000",
    "show cohorts",
    "show ontologies",
    "show datasets",
};

std::string CellText(const Cell& cell) {
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return "-";
}

}  // namespace

std::string StateOf(const Catalogue& catalogue) {
  std::string state;
  for (const std::string question : kQuestions) {
    const auto answers = catalogue.Query(question);
    if (!answers.ok()) return absl::StrCat("error: ", question, ": ", answers.status().ToString());
    absl::StrAppend(&state, question, "\n");
    if (!answers->front().table) {
      absl::StrAppend(&state, RenderDiagnostics(question, answers->front().diagnostics));
      continue;
    }
    for (const auto& row : answers->front().table->rows) {
      for (const Cell& cell : row) absl::StrAppend(&state, CellText(cell), "\t");
      absl::StrAppend(&state, "\n");
    }
  }
  return state;
}

}  // namespace muster::fault
