#include <iterator>

#include "shell/synth/generate.h"
#include "shell/synth/json_text.h"
#include "shell/synth/world.h"

namespace muster::synth {
namespace {

// What cohorts permit, in turn: general or health research, with or without conditions.
constexpr Code kGeneral{"DUO:0000042", "general research use"};
constexpr Code kHealth{"DUO:0000006", "health or medical or biomedical research"};
constexpr Code kEthics{"DUO:0000021", "ethics approval required"};
constexpr Code kNotForProfit{"DUO:0000018", "not for profit, non commercial use only"};
constexpr Code kCollaboration{"DUO:0000020", "collaboration required"};
constexpr Code kUses[][2] = {{kGeneral, kEthics}, {kHealth, kNotForProfit}, {kHealth, kCollaboration}, {kGeneral, {}}};

}  // namespace

std::string Mapping(uint64_t seed) {
  std::string out = R"({
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
  },
  "cohorts": [)";
  const World world(seed);
  size_t number = 0;
  for (const Cohort& cohort : world.cohorts()) {
    AppendComma(out);
    out.append("\n    {\"id\": \"").append(cohort.name).append("\", \"countries\": [\"").append(cohort.country);
    out.append("\"], \"synthetic\": true, \"dataUse\": [");
    for (const Code& use : kUses[number++ % std::size(kUses)]) {
      if (use.id.empty()) continue;
      AppendComma(out);
      AppendCode(out, use);
    }
    out.append("]}");
  }
  out.append("\n  ]\n}\n");
  return out;
}

}  // namespace muster::synth
