#include "engine/api/versions/other_ontologies.h"

#include <utility>

#include "engine/api/versions/load_view.h"

namespace muster::api {

absl::StatusOr<bind::CatalogueViewPtr> OtherOntologies::With(const storage::Store& store,
                                                             const bind::CatalogueViewPtr& view,
                                                             const std::map<std::string, std::string>& versions) {
  absl::MutexLock lock(&mutex_);
  if (of_ != view || versions_ != versions) {
    absl::StatusOr<bind::CatalogueViewPtr> made = WithOntologies(store, *view, versions);
    if (!made.ok()) return made.status();
    made_ = *std::move(made);
    of_ = view;
    versions_ = versions;
  }
  return made_;
}

void OtherOntologies::Forget() {
  absl::MutexLock lock(&mutex_);
  of_ = nullptr;
  made_ = nullptr;
  versions_.clear();
}

}  // namespace muster::api
