#include "shell/synth/generate.h"

namespace muster::synth {

std::string Mapping() {
  return R"({
  "individual": {"cohort": "/cohort", "country": "/country"},
  "runs": {
    "from": "/biosamples/*/files/*/fileAttributes",
    "sample": "parent",
    "fields": {
      "id": "/runId",
      "assay": "/libraryStrategy",
      "depth": "/coverage",
      "platform": "/platform",
      "reference": "/genomeAssembly"
    }
  }
}
)";
}

}  // namespace muster::synth
