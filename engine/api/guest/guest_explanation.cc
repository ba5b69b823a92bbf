#include "engine/api/guest/guest_explanation.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/bound.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

// Terms that an ontology has, with how many it has at and below them.
void CollectOntologyTerms(const bind::Condition& condition, std::vector<std::string>* lines,
                          std::set<std::string>* seen) {
  if (condition.terms > 0) {
    std::string line = absl::StrCat("  ", condition.label, ": ", condition.terms,
                                    condition.terms == 1 ? " term" : " terms", " of the ontologies");
    if (seen->insert(line).second) lines->push_back(std::move(line));
  }
  for (const bind::ConditionPtr& operand : condition.operands) CollectOntologyTerms(*operand, lines, seen);
}

}  // namespace

absl::StatusOr<Table> ExplainToGuest(const std::vector<Question>& questions, const bind::CatalogueView& view) {
  Table table;
  table.columns = {Column::Text("explanation")};
  std::vector<std::string> lines = {"bound:"};
  std::vector<std::string> terms;
  std::set<std::string> seen;
  for (const Question& question : questions) {
    grammar::Statement statement;
    statement.query = grammar::Clone(question.count);
    lines.push_back(absl::StrCat("  ", question.label.empty() ? "" : absl::StrCat(question.label, ": "),
                                 grammar::Print(statement)));
    const absl::StatusOr<std::optional<bind::Query>> query =
        BindQuestion(question, question.count.where.get(), question.count.by, view);
    if (!query.ok()) return query.status();
    if (query->has_value() && (*query)->where != nullptr) CollectOntologyTerms(*(*query)->where, &terms, &seen);
  }
  if (!terms.empty()) lines.emplace_back("terms:");
  lines.insert(lines.end(), terms.begin(), terms.end());
  for (std::string& line : lines) table.rows.push_back({std::move(line)});
  return table;
}

}  // namespace muster::api
