#include "engine/api/statements/cohorts.h"

#include <utility>
#include <variant>
#include <vector>

#include "grammar/parse.h"

namespace muster::api {
namespace {

// What each term in `condition` reached.
void CollectTerms(const bind::Condition& condition, const model::Dictionary& dictionary,
                  const model::SymbolList& in_use, model::CohortVersion* version) {
  if (condition.symbols != nullptr && condition.terms > 0) {
    std::vector<std::string> codes;
    for (const model::Symbol symbol : *condition.symbols) {
      if (in_use.Contains(symbol)) codes.emplace_back(dictionary.Text(symbol));
    }
    version->terms.emplace_back(condition.label, std::move(codes));
  }
  for (const bind::ConditionPtr& operand : condition.operands) CollectTerms(*operand, dictionary, in_use, version);
}

}  // namespace

bool CountsDistinct(const model::CohortVersion& version) {
  const grammar::ParseResult parsed = grammar::Parse(version.text);
  const auto* define =
      parsed.statements.size() == 1 ? std::get_if<grammar::Define>(&parsed.statements[0].query) : nullptr;
  return define != nullptr && define->counted.distinct;
}

absl::StatusOr<model::CohortVersion> NewVersion(const bind::Query& query, int64_t individuals,
                                                const bind::CatalogueView& view) {
  const auto in_use = view.InUse(bind::CatalogueView::Which::kSymbols);
  if (!in_use.ok()) return in_use.status();
  model::CohortVersion version;
  version.text = query.text;
  version.catalogue_version = view.snapshot().manifest.version;
  version.individuals = static_cast<uint64_t>(individuals);
  for (const ontology::OntologyPtr& ontology : view.terminology().ontologies()) {
    version.ontologies.emplace_back(ontology->id(), ontology->version());
  }
  CollectTerms(*query.where, view.dictionary(), **in_use, &version);
  return version;
}

release::Unreleased DefinitionTable(const model::SavedCohort& cohort) {
  const std::vector<model::CohortVersion>& versions = cohort.versions;
  const bool distinct = CountsDistinct(versions.back());
  Table table;
  table.columns = {Column::Key("cohort"), Column::Number("version"),
                   Column::People(distinct ? "distinct individuals" : "individuals"), Column::People("before"),
                   Column::Difference("change")};
  table.rows.push_back({cohort.name, static_cast<int64_t>(versions.size()),
                        static_cast<int64_t>(versions.back().individuals), Cell(), Cell()});
  if (versions.size() > 1 && CountsDistinct(versions[versions.size() - 2]) == distinct) {
    table.rows[0][3] = static_cast<int64_t>(versions[versions.size() - 2].individuals);
  }
  return {std::move(table), {{.at = {0, 4}, .of = {0, 2}, .less = {0, 3}}}};
}

}  // namespace muster::api
