// Private to api/: statements about the catalogue itself: describe, show, terms like.
#ifndef MUSTER_ENGINE_API_STATEMENTS_CATALOGUE_STATEMENTS_H_
#define MUSTER_ENGINE_API_STATEMENTS_CATALOGUE_STATEMENTS_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/statements/count_rows.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/release/release.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

struct CatalogueStatementContext {
  const bind::CatalogueView& view;
  const Ask& ask;
  const model::SavedCohorts& cohorts;  ///< those of the view, with what this text has changed
  std::vector<Diagnostic>* diagnostics;
};

/// Whether `statement` is one of these.
bool IsCatalogueStatement(const grammar::Statement& statement);
/// The answer; nullopt when the statement has a mistake, which `context.diagnostics` says.
absl::StatusOr<std::optional<release::Unreleased>> AnswerCatalogueStatement(const grammar::Statement& statement,
                                                                            const CatalogueStatementContext& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_CATALOGUE_STATEMENTS_H_
