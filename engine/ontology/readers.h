// Readers of ontology files. Hostile input gives an error or notes; no crash, no hang, memory bounded by the input.
#ifndef MUSTER_ENGINE_ONTOLOGY_READERS_H_
#define MUSTER_ENGINE_ONTOLOGY_READERS_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/ontology/ontology.h"

namespace muster::ontology {

/// OBO flat file format 1.2 and 1.4, as found in the wild
/// (https://owlcollab.github.io/oboformat/doc/obo-syntax.html): escapes, trailing modifiers {source="..."}, comments,
/// quoted cross-references, unknown tags, [Typedef] and [Instance] stanzas, CRLF, a byte-order mark.
/// InvalidArgument with the line when it is not OBO; lines that cannot be read become notes.
absl::StatusOr<OntologyDraft> ReadObo(std::string_view text);

/// OBO Graphs JSON (https://github.com/geneontology/obographs). All graphs that have nodes, those of one ontology
/// united; never none.
absl::StatusOr<std::vector<OntologyDraft>> ReadOboGraphs(std::string_view text);

}  // namespace muster::ontology

#endif  // MUSTER_ENGINE_ONTOLOGY_READERS_H_
