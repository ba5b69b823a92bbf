// The documents in which a Beacon describes itself.
#ifndef MUSTER_SERVE_BEACON_DOCUMENTS_H_
#define MUSTER_SERVE_BEACON_DOCUMENTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/schema.h"
#include "serve/config/settings.h"
#include "serve/json/json.h"

namespace muster::serve {

/// "info", "service-info", "configuration", "entry_types" or "map"; nullopt: another name. `base` is the public URL of
/// the Beacon, which links begin with: it ends with /beacon/v2. `cohorts`: whether there are any. `query`: parameters
/// of the address; where `requestedSchema` is that of GA4GH's service-info, "info" is answered in that form.
std::optional<Json> DocumentNamed(std::string_view name, const Settings& settings, std::string_view base, bool cohorts,
                                  const std::vector<std::pair<std::string, std::string>>& query);

/// A dataset or cohort as an entry. No numbers: how many people it has is asked for.
Json CollectionDocument(const Collection& collection);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_DOCUMENTS_H_
