// Answers of Beacon as JSON: their frame, sets with numbers, errors.
#ifndef MUSTER_SERVE_BEACON_ANSWER_H_
#define MUSTER_SERVE_BEACON_ANSWER_H_

#include <string>
#include <string_view>
#include <vector>

#include "serve/beacon/counting.h"
#include "serve/beacon/entry_type.h"
#include "serve/beacon/request.h"
#include "serve/json/json.h"

namespace muster::serve {

/// `meta` of answers about entries.
Json AnswerMeta(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Granularity returned);

/// `meta` of answers about the Beacon itself.
Json InformationMeta(std::string_view beacon_id, std::string_view schema);

/// Whether there is anybody.
Json BooleanAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, const Counted& counted);

/// The number of results, and in which of `datasets` they are; sets without a row in `counted` are added. `exact`: such
/// a set has no results.
Json CountAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, const Counted& counted,
                 const std::vector<Collection>& datasets, bool exact);

/// Datasets or cohorts; `items` are those of this page, `total` is how many there are.
Json CollectionsAnswer(std::string_view beacon_id, Entry entry, const BeaconRequest& request, Json items, size_t total);

Json ErrorAnswer(std::string_view beacon_id, int status, std::string_view message);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_ANSWER_H_
