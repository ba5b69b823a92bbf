// Private to api/: the present version, asked with other versions of ontologies than those loaded last.
#ifndef MUSTER_ENGINE_API_VERSIONS_OTHER_ONTOLOGIES_H_
#define MUSTER_ENGINE_API_VERSIONS_OTHER_ONTOLOGIES_H_

#include <map>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "storage/store.h"

namespace muster::api {

/// A cache of the last view with other versions of ontologies, as reading an ontology takes long and comparisons of two
/// versions ask often. Thread-safe.
class OtherOntologies {
 public:
  /// `view` with these versions, by id. NotFound: the catalogue does not have one.
  absl::StatusOr<bind::CatalogueViewPtr> With(const storage::Store& store, const bind::CatalogueViewPtr& view,
                                              const std::map<std::string, std::string>& versions);
  /// Clears the cache.
  void Forget();

 private:
  absl::Mutex mutex_;
  std::map<std::string, std::string> versions_ ABSL_GUARDED_BY(mutex_);
  bind::CatalogueViewPtr of_ ABSL_GUARDED_BY(mutex_);
  bind::CatalogueViewPtr made_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_OTHER_ONTOLOGIES_H_
