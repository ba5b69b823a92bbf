// The ontologies of an import, several of which may be editions of one.
#ifndef MUSTER_ENGINE_IMPORT_EDITIONS_H_
#define MUSTER_ENGINE_IMPORT_EDITIONS_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/ontology/ontology.h"

namespace muster::import {

/// Gathers them, so that the order of the files does not decide which edition is used.
class Editions {
 public:
  void Add(ontology::OntologyPtr ontology) { ontologies_.push_back(std::move(ontology)); }
  /// Passes them on, the edition that is to be used last. If there are several, reports which one is used; of the same
  /// version, drops those with fewer terms.
  absl::Status AddTo(Sink& sink, Reporter& reporter);

 private:
  std::vector<ontology::OntologyPtr> ontologies_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_EDITIONS_H_
