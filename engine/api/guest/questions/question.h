// Private to api/: one question of a guest's statement, as it can be asked again with other criteria.
#ifndef MUSTER_ENGINE_API_GUEST_QUESTIONS_QUESTION_H_
#define MUSTER_ENGINE_API_GUEST_QUESTIONS_QUESTION_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::api {

/// A count: the whole statement, a row of a funnel, a column of a comparison, or one of three numbers of certainty.
struct Question {
  std::string label;  ///< of its row or column, where it is not the whole statement
  grammar::Count count;
  /// Of the rows that match certainly (0), possibly (1), or for which it is not known (2); nothing for a plain count.
  std::optional<size_t> certainty = {};
};

/// The question with these criteria in place of its own. Nullopt if that is not a question.
absl::StatusOr<std::optional<bind::Query>> BindQuestion(const Question& question, const grammar::Expr* where,
                                                        const std::vector<grammar::Dimension>& by,
                                                        const bind::CatalogueView& view);

/// The questions of a statement, which is a count, a funnel, an impact or a comparison; in the order in which they are
/// decided. `pairs`: impact asks without pairs of criteria as well. Nothing where it cannot be taken apart.
std::optional<std::vector<Question>> QuestionsOf(const grammar::Statement& statement, bool pairs);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_QUESTIONS_QUESTION_H_
