// Private to api/: what a guest asks about the catalogue itself (describe, show, terms like): a table of what he may
// know, and the questions whose numbers go into it.
#ifndef MUSTER_ENGINE_API_GUEST_CATALOGUE_QUESTIONS_H_
#define MUSTER_ENGINE_API_GUEST_CATALOGUE_QUESTIONS_H_

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/guest/questions/own_cohorts.h"
#include "engine/api/guest/questions/question.h"
#include "engine/api/guest/view/guest_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

struct CatalogueQuestions {
  struct Asked {
    size_t row = 0;
    size_t column = 0;
    Question question;
  };
  Table table;  ///< withheld where a number is asked
  std::vector<Asked> asked;
  std::vector<std::pair<size_t, size_t>> nobody;  ///< rows and columns of what is suppressed without a question
  /// The rows are put in the order of the numbers in this column, by what is shown; those that have none come last, by
  /// their first cell.
  std::optional<size_t> order_by;
};

/// Of `statement`, which is about the catalogue. What the table says without a question is decided on listed values, on
/// ontologies and on what the host says of datasets; nothing that is not listed is asked for. Nothing: a mistake, which
/// `diagnostics` says.
absl::StatusOr<std::optional<CatalogueQuestions>> AskAboutCatalogue(const grammar::Statement& statement,
                                                                    const GuestView& guest, const OwnCohorts& cohorts,
                                                                    std::vector<Diagnostic>* diagnostics);

/// Puts the rows in their order, once the numbers are decided.
void OrderRows(const CatalogueQuestions& questions, Table* table);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_CATALOGUE_QUESTIONS_H_
