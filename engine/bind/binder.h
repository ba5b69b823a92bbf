// From syntax tree to bound query: every name, value, unit and term resolved, every problem reported.
#ifndef MUSTER_ENGINE_BIND_BINDER_H_
#define MUSTER_ENGINE_BIND_BINDER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::bind {

/// Binds `statement` against `view`. All mistakes are added to `diagnostics`; the result is nullopt if any of them is
/// an error. A status is a failure to read the catalogue. `earlier`: cohorts that statements before this one in the
/// same text define, and that are not saved yet. If nobody reads the diagnostics, leave out the remarks.
absl::StatusOr<std::optional<Query>> Bind(const grammar::Statement& statement, const CatalogueView& view,
                                          std::vector<Diagnostic>* diagnostics, const SavedTexts* earlier = nullptr,
                                          Reporter::Remarks remarks = Reporter::Remarks::kAll);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BINDER_H_
