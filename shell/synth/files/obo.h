// The ontologies that synthetic records refer to, as OBO 1.2 text.
#ifndef MUSTER_SHELL_SYNTH_FILES_OBO_H_
#define MUSTER_SHELL_SYNTH_FILES_OBO_H_

#include <string>

namespace muster::synth {

/// The phenotypes.
std::string PhenotypeObo();
/// The diseases, with `xref: … {source="MONDO:equivalentTo"}` to OMIM and Orphanet.
std::string DiseaseObo();

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_OBO_H_
