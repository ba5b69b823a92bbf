// Ontologies among the files of an import.
#ifndef MUSTER_ENGINE_IMPORT_ONTOLOGY_FILES_H_
#define MUSTER_ENGINE_IMPORT_ONTOLOGY_FILES_H_

#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/import/editions.h"
#include "engine/import/input/window.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/ontology/ontology.h"
#include "engine/ontology/readers.h"

namespace muster::import {

/// Reads them, one after another, and gathers them.
class OntologyFiles {
 public:
  explicit OntologyFiles(Reporter& reporter) : reporter_(reporter) {}

  /// The ontology in the OBO file of `window`. InvalidArgument, with the file's name, if it is not one, or too large.
  absl::Status ReadObo(Window& window);
  /// A document of OBO Graphs, which is where the reporter is.
  absl::Status ReadGraphs(std::string_view json);
  /// After the last file: hands them over.
  absl::Status AddTo(Sink& sink) { return editions_.AddTo(sink, reporter_); }

 private:
  absl::Status Add(absl::StatusOr<ontology::OntologyDraft> draft, std::string_view file);

  Reporter& reporter_;
  Editions editions_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_ONTOLOGY_FILES_H_
