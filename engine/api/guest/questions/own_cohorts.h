// Private to api/: the cohorts that a guest has defined for himself, as the statements of one text see them.
#ifndef MUSTER_ENGINE_API_GUEST_QUESTIONS_OWN_COHORTS_H_
#define MUSTER_ENGINE_API_GUEST_QUESTIONS_OWN_COHORTS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/guest/questions/question.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/release/ledger/own_cohorts.h"
#include "grammar/syntax.h"

namespace muster::api {

class OwnCohorts {
 public:
  OwnCohorts() = default;
  explicit OwnCohorts(model::SavedCohorts saved) : saved_(std::move(saved)) {}

  const model::SavedCohorts& saved() const { return saved_; }
  /// Null: none is called so.
  const model::SavedCohort* Find(const std::string& name) const;
  /// What statements behind a definition see.
  void Apply(const release::CohortChange& change);
  /// Their last definitions, for the binder.
  bind::SavedTexts Texts() const;

  /// `questions` with the criteria of own cohorts in place of their names. Returns whether any is named.
  /// InvalidArgument where that cannot be done: with other rows than individuals, or in the condition of a row,
  /// criteria would be about the row; definitions that lead to each other too often.
  absl::StatusOr<bool> Expand(std::vector<Question>* questions) const;

 private:
  model::SavedCohorts saved_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_QUESTIONS_OWN_COHORTS_H_
