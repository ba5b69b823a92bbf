// Cohorts that guests have defined for themselves, stored with the ledger.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_OWN_COHORTS_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_OWN_COHORTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/document/saved_cohort.h"

namespace muster::release {

/// A definition to be saved, or if absent, dropped. Of the versions of a saved one, only texts and (as
/// `catalogue_version`) epochs are stored: no numbers, no codes.
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
