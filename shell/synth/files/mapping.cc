#include "shell/synth/files/collections.h"
#include "shell/synth/files/generate.h"
#include "shell/synth/files/json_text.h"

namespace muster::synth {
namespace {

constexpr char kPhenopackets[] = R"({
  "individual": {
    "cohort": "/cohort", "country": "/country", "enrolment": "/enrolment",
    "ethnicity": "/ethnicity", "ethnicity label": "/ethnicity/label"
  },
  "diseases": {
    "from": "/diseases/*",
    "fields": {"age at diagnosis": "/diagnosed", "status": "/status", "family history": "/familyHistory"}
  },
  "exposures": {
    "from": "/exposures/*",
    "fields": {
      "agent": "/agent", "excluded": "/excluded", "start": "/start", "duration": "/days", "value": "/value",
      "unit": "/unit"
    }
  },
  "samples": {"from": "/biosamples/*", "fields": {"origin type": "/sampledTissue"}},
  "sample relations": {
    "from": "/biosamples/*/relations/*",
    "sample": "parent",
    "fields": {"type": "/type", "other sample": "/sampleId"}
  },
  "runs": {
    "from": "/biosamples/*/files/*",
    "sample": "parent",
    "fields": {
      "id": "/fileAttributes/runId",
      "assay": "/fileAttributes/libraryStrategy",
      "layout": "/fileAttributes/libraryLayout",
      "selection": "/fileAttributes/librarySelection",
      "depth": "/fileAttributes/coverage",
      "breadth": "/fileAttributes/breadth",
      "platform": "/fileAttributes/platform",
      "platform model": "/platformModel",
      "reference": "/fileAttributes/genomeAssembly",
      "date": "/fileAttributes/runDate"
    }
  },
  "analyses": {
    "from": "/biosamples/*/files/*/analysis",
    "run": "parent",
    "fields": {"id": "/id", "pipeline": "/pipeline", "aligner": "/aligner", "caller": "/caller", "date": "/date"}
  },
  "pedigrees": {
    "from": "/pedigree",
    "fields": {
      "family": "/family", "member": "/member", "mother": "/mother", "father": "/father", "role": "/role",
      "affected status": "/affected", "disease": "/disease"
    }
  },
  "consents": {
    "from": "/consents/*",
    "fields": {"permission": "/permission", "status": "/status", "date": "/date", "data use": "/dataUse"}
  },
)";

constexpr char kBeacon[] = R"({
  "individual": {
    "subject id": "/info/subjectId", "country": "/info/country", "species": "/info/taxonomy",
    "birth date": "/info/dateOfBirth", "age at last contact": "/info/timeAtLastEncounter",
    "enrolment": "/info/enrolment",
    "vital status": "/info/vitalStatus/status", "age at death": "/info/vitalStatus/timeOfDeath",
    "cause of death": "/info/vitalStatus/causeOfDeath", "survival": "/info/vitalStatus/survivalTimeInDays"
  },
  "diseases": {"from": "/diseases/*", "fields": {"age at diagnosis": "/diagnosed", "status": "/status"}},
  "treatments": {
    "from": "/treatments/*",
    "fields": {"target": "/treatmentTarget", "intent": "/treatmentIntent", "response": "/responseToTreatment"}
  },
  "interpretations": {
    "from": "/info/interpretations/*",
    "fields": {"id": "/id", "status": "/status", "disease": "/disease"}
  },
  "variants": {
    "from": "/info/interpretations/*/variants/*",
    "interpretation": "parent",
    "fields": {
      "id": "/id", "status": "/status", "gene": "/gene", "pathogenicity": "/pathogenicity", "molecule": "/molecule",
      "assembly": "/assembly", "chromosome": "/chromosome", "position": "/position", "ref": "/ref", "alt": "/alt",
      "allelic state": "/allelicState"
    }
  },
  "files": {
    "from": "/info/files/*",
    "fields": {"uri": "/uri", "format": "/format", "assembly": "/assembly", "sample id": "/sampleId"}
  },
  "consents": {
    "from": "/info/consents/*",
    "fields": {"permission": "/permission", "status": "/status", "date": "/date", "data use": "/dataUse"}
  },
  "samples": {
    "from": "/biosamples/*",
    "fields": {"kind": "/info/sampleType", "derived from": "/info/derivedFromId"}
  },
  "sample relations": {
    "from": "/biosamples/*/info/relations/*",
    "sample": "parent",
    "fields": {"type": "/type", "other sample": "/sampleId"}
  },
  "runs": {
    "from": "/runs/*",
    "fields": {"depth": "/info/coverage", "breadth": "/info/breadth", "reference": "/info/genomeAssembly"}
  }
}
)";

}  // namespace

std::string Mapping(uint64_t seed, Format format) {
  // Beacon's datasets and cohorts speak for themselves.
  if (format == Format::kBeacon) return kBeacon;
  std::string out = kPhenopackets;
  out.append("  \"datasets\": [\n    {\"id\": \"").append(kDatasetId).append("\", \"name\": \"").append(kDatasetName);
  out.append("\", \"synthetic\": true, \"dataUse\": ");
  AppendDatasetUses(out);
  out.append("}\n  ],\n  \"cohorts\": [");
  const World world(seed);
  size_t number = 0;
  for (const Cohort& cohort : world.cohorts()) {
    AppendComma(out);
    out.append("\n    {\"id\": \"").append(cohort.name).append("\", \"name\": \"").append(cohort.name);
    out.append("\", \"type\": \"study-defined\", \"countries\": [\"").append(cohort.country);
    out.append("\"], \"synthetic\": true, \"dataUse\": ");
    AppendCohortUses(out, world, number++);
    out.push_back('}');
  }
  out.append("\n  ]\n}\n");
  return out;
}

}  // namespace muster::synth
