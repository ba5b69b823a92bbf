// Private to api/: codes that an earlier version has stored in another spelling than that by which questions look for
// them.
#ifndef MUSTER_ENGINE_API_VERSIONS_OLD_SPELLINGS_H_
#define MUSTER_ENGINE_API_VERSIONS_OLD_SPELLINGS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/ontology/ontology.h"
#include "storage/store.h"

namespace muster::api {

struct OldSpellings {
  std::map<model::Symbol, std::string> codes;     ///< that records have, with their present spelling
  std::vector<uint32_t> segments;                 ///< that have such codes
  std::vector<ontology::OntologyPtr> ontologies;  ///< all that are loaded, respelled; empty if none has such a code
  bool empty() const { return codes.empty() && ontologies.empty(); }
};

/// Nothing is read of a catalogue whose codes are known to have the present spellings. FailedPrecondition if a later
/// version has written it.
absl::StatusOr<OldSpellings> FindOldSpellings(const storage::Store& store, const bind::CatalogueView& view);

/// The error on a catalogue with such codes that is open read-only.
absl::Status OldSpellingsError(const std::string& path, const model::Dictionary& dictionary, const OldSpellings& old);

/// Brings records, ontologies and what is kept of codes to the present spellings, in one commit.
absl::Status Respell(LiveCatalogue& live, const OldSpellings& old);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_OLD_SPELLINGS_H_
