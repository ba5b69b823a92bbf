#include "shell/synth/generate.h"

namespace muster::synth {

std::string Mapping() {
  return R"({
  "individual": {"cohort": "/cohort", "country": "/country"},
  "runs": {
    "from": "/biosamples/*/files/*",
    "sample": "parent",
    "fields": {
      "id": "/fileAttributes/runId",
      "assay": "/fileAttributes/libraryStrategy",
      "depth": "/fileAttributes/coverage",
      "platform": "/fileAttributes/platform",
      "reference": "/fileAttributes/genomeAssembly"
    }
  }
}
)";
}

}  // namespace muster::synth
