// Cohorts that guests have defined for themselves, as they are kept with the ledger.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_OWN_COHORTS_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_OWN_COHORTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/document/saved_cohort.h"

namespace muster::release {

/// A definition that is saved, or dropped where there is none. Of a saved one's versions only texts and, as
/// `catalogue_version`, epochs are kept: no numbers, no codes.
struct CohortChange {
  std::string name;  ///< as written
  std::optional<model::SavedCohort> saved;
};

/// The first bytes of the journal's keys for the cohorts of a principal. Nobody else's begin so: each part is preceded
/// by its length.
std::string KeysOfCohorts(std::string_view tier, std::string_view principal);
/// The key of one of them: names are distinguished without regard to case.
std::string KeyOfCohort(std::string_view tier, std::string_view principal, std::string_view name);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_OWN_COHORTS_H_
