// Private to api/: a version of the catalogue without the people of some datasets.
#ifndef MUSTER_ENGINE_API_GUEST_VIEW_RESTRICTED_VIEW_H_
#define MUSTER_ENGINE_API_GUEST_VIEW_RESTRICTED_VIEW_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::api {

/// `view` as if the people of the datasets in `hidden`, and where `only` is not empty of all that are not in it, were
/// not there: they are not live, and their datasets are not described. Names of datasets as of queries, in any case.
absl::StatusOr<bind::CatalogueViewPtr> RestrictTo(const bind::CatalogueViewPtr& view,
                                                  const std::vector<std::string>& only,
                                                  const std::set<std::string>& hidden);

/// `view` without the labels that came with records. The label of a code is from the first record that had one, which
/// may be one that a guest may not see.
bind::CatalogueViewPtr WithoutLabelsOfRecords(const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_VIEW_RESTRICTED_VIEW_H_
