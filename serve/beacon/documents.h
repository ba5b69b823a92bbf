// The documents in which a Beacon describes itself.
#ifndef MUSTER_SERVE_BEACON_DOCUMENTS_H_
#define MUSTER_SERVE_BEACON_DOCUMENTS_H_

#include <string>
#include <string_view>

#include "muster/schema.h"
#include "serve/config/settings.h"
#include "serve/json/json.h"

namespace muster::serve {

/// `base` is the public URL of the Beacon, which links begin with: it ends with /beacon/v2.
Json InfoDocument(const Settings& settings, std::string_view base);
Json ServiceInfoDocument(const Settings& settings, std::string_view base);
Json ConfigurationDocument(const Settings& settings);
Json EntryTypesDocument(const Settings& settings);
/// `cohorts`: whether there are any. Links to the records of one entry are not in it, as they are not given.
Json MapDocument(const Settings& settings, std::string_view base, bool cohorts);

/// A dataset or cohort as an entry. No numbers: how many people it has is asked for.
Json CollectionDocument(const Collection& collection);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_DOCUMENTS_H_
