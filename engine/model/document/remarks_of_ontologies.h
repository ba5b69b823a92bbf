// Remarks of an import that are about ontologies and quote no record.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_ONTOLOGIES_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_ONTOLOGIES_H_

#include <string_view>

namespace muster::model {

/// What it is called (`what`). Of its values the path is the ontology, and the value is the version. They stay when
/// people are deleted, as the catalogue says by them which ontologies are not what they were.
inline constexpr std::string_view kContentsReplaced = "ontology replaced by another file of the same version";

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_ONTOLOGIES_H_
