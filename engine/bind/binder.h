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

/// Binds `statement` against `view`. Mistakes go to `diagnostics`, all of them; the result is nullopt when one is an
/// error. A status is a failure to read the catalogue. `earlier` are definitions of cohorts that stand before the
/// statement in its text and are not saved yet. Where nobody reads the diagnostics, leave out the remarks.
absl::StatusOr<std::optional<Query>> Bind(const grammar::Statement& statement, const CatalogueView& view,
                                          std::vector<Diagnostic>* diagnostics, const SavedTexts* earlier = nullptr,
                                          Reporter::Remarks remarks = Reporter::Remarks::kAll);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BINDER_H_
