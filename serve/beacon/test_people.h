// Twenty invented people with samples, runs and analyses, for validators, which need records.
#ifndef MUSTER_SERVE_BEACON_TEST_PEOPLE_H_
#define MUSTER_SERVE_BEACON_TEST_PEOPLE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/beacon/entry_type.h"
#include "serve/beacon/filtering_terms.h"
#include "serve/beacon/request.h"
#include "serve/json/json.h"

namespace muster::serve {

/// The filters that these people know.
std::vector<FilteringTerm> TestTerms();

/// The answer to a request in test mode. `of` and `id`: only what belongs to this entry; `id` empty: everything.
/// InvalidArgument: filters other than codes of a sex, which are all that the invented people know.
absl::StatusOr<Json> TestAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Entry of,
                                const std::string& id);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_TEST_PEOPLE_H_
