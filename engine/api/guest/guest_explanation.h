// Private to api/: `explain` for a guest: the meaning of the words of the question, without numbers of records.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_EXPLANATION_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_EXPLANATION_H_

#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/guest/questions/question.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/table.h"

namespace muster::api {

/// Each question in its canonical form, with the criteria of own cohorts in place of their names, and how many ontology
/// terms each of its terms includes. Shows neither how many codes records use, nor the plan, as its order depends on
/// numbers of people.
absl::StatusOr<Table> ExplainToGuest(const std::vector<Question>& questions, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_EXPLANATION_H_
