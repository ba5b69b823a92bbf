// Private to api/: remarks on the codes of an import.
#ifndef MUSTER_ENGINE_API_IMPORTS_CODE_REMARKS_H_
#define MUSTER_ENGINE_API_IMPORTS_CODE_REMARKS_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/import/record/label_counts.h"
#include "engine/index/catalogue_writer.h"
#include "engine/model/record/dictionary.h"
#include "muster/import.h"

namespace muster::api {

/// What labels say of their codes, with the ontologies that `writer` adds. Before the commit: has
/// `writer` remember the labels of codes that come with several.
absl::Status AddLabelRemarks(const std::vector<import::LabelOfCode>& labels, const bind::CatalogueView& before,
                             index::CatalogueWriter& writer, ImportReport* report);

/// After the commit: remarks on values of code fields that are not codes, or are unknown to the loaded ontologies.
/// `before`: the first symbol that is new. A small import checks only its new codes, as checking the earlier ones takes
/// time in proportion to the catalogue.
absl::Status AddUnknownCodes(const bind::CatalogueView& now, model::Symbol before, ImportReport* report);

/// After the commit: each edition of a classification is a system of its own, and what is asked of one misses the
/// others.
absl::Status AddMixedEditions(const bind::CatalogueView& now, model::Symbol before, ImportReport* report);

/// After the commit: HPO has terms of inheritance, onset and severity as well, which converters put among the features.
absl::Status AddNoPhenotypes(const bind::CatalogueView& now, model::Symbol before, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_CODE_REMARKS_H_
