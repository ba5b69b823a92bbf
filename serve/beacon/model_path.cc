#include "serve/beacon/model_path.h"

#include "serve/text/text.h"

namespace muster::serve {
namespace {

using enum FieldKind;
using enum Entry;

constexpr ModelPath kModelPaths[] = {
    {"sex", kIndividual, "", "sex", kSex, "sex"},
    {"sex.id", kIndividual, "", "sex", kSex, "sex"},
    {"sex.label", kIndividual, "", "sex", kSex, "sex"},
    {"karyotypicSex", kIndividual, "", "karyotypic sex", kKeyword, "karyotypic sex"},
    {"ethnicity", kIndividual, "", "ethnicity", kCode, "ethnicity"},
    {"ethnicity.id", kIndividual, "", "ethnicity", kCode, "ethnicity"},
    {"ethnicity.label", kIndividual, "", "ethnicity label", kKeyword, "ethnicity in words"},
    {"geographicOrigin", kIndividual, "", "country of origin", kCode, "country of origin"},
    {"geographicOrigin.id", kIndividual, "", "country of origin", kCode, "country of origin"},
    {"geographicOrigin.label", kIndividual, "", "origin label", kKeyword, "country of origin in words"},
    {"country", kIndividual, "", "country", kKeyword, "country of the collection"},
    {"vitalStatus.status", kIndividual, "", "vital status", kKeyword, "vital status"},
    {"vitalStatus.causeOfDeath.id", kIndividual, "", "cause of death", kCode, "cause of death"},
    {"timeAtLastEncounter", kIndividual, "", "age at last contact", kAge, "age at last encounter"},
    {"EFO:0005056", kIndividual, "", "age at death", kAge, "age at death"},
    {"diseases.diseaseCode.id", kIndividual, "disease", "term", kCode, "disease"},
    {"diseases.ageOfOnset", kIndividual, "disease", "onset", kAge, "age of onset of a disease"},
    {"EFO:0004847", kIndividual, "disease", "onset", kAge, "age of onset of a disease"},
    {"diseases.stage.id", kIndividual, "disease", "stage", kCode, "stage of a disease"},
    {"diseases.severity.id", kIndividual, "disease", "severity", kCode, "severity of a disease"},
    {"diseases.clinicalTnmFinding.id", kIndividual, "disease", "tnm", kCode, "TNM finding of a disease"},
    {"phenotypicFeatures.featureType.id", kIndividual, "phenotype", "term", kCode, "phenotypic feature"},
    {"phenotypicFeatures.onset", kIndividual, "phenotype", "onset", kAge, "onset of a phenotypic feature"},
    {"phenotypicFeatures.resolution", kIndividual, "phenotype", "resolution", kAge, "when a feature was resolved"},
    {"phenotypicFeatures.severity.id", kIndividual, "phenotype", "severity", kCode, "severity of a feature"},
    {"phenotypicFeatures.modifiers.id", kIndividual, "phenotype", "modifier", kCode, "modifier of a feature"},
    {"measures.assayCode.id", kIndividual, "measurement", "assay", kCode, "measurement"},
    {"measures.observationMoment", kIndividual, "measurement", "time", kAge, "age at a measurement"},
    {"measures.date", kIndividual, "measurement", "time", kDate, "date of a measurement"},
    {"treatments.treatmentCode.id", kIndividual, "treatment", "agent", kCode, "treatment"},
    {"treatments.routeOfAdministration.id", kIndividual, "treatment", "route", kCode, "how a treatment is given"},
    {"treatments.ageAtOnset", kIndividual, "treatment", "start", kAge, "age at the start of a treatment"},
    {"interventionsOrProcedures.procedureCode.id", kIndividual, "procedure", "code", kCode, "procedure"},
    {"interventionsOrProcedures.bodySite.id", kIndividual, "procedure", "site", kCode, "where a procedure was done"},
    {"interventionsOrProcedures.ageAtProcedure", kIndividual, "procedure", "performed", kAge, "age at a procedure"},
    {"interventionsOrProcedures.dateOfProcedure", kIndividual, "procedure", "performed", kDate, "date of a procedure"},
    {"exposures.exposureCode.id", kIndividual, "exposure", "agent", kCode, "exposure"},
    {"exposures.ageAtExposure", kIndividual, "exposure", "start", kAge, "age at an exposure"},
    {"exposures.date", kIndividual, "exposure", "start", kDate, "date of an exposure"},
    {"sampleOriginType.id", kBiosample, "", "origin type", kCode, "what the sample was taken from"},
    {"sampleOriginDetail.id", kBiosample, "", "tissue", kCode, "tissue of the sample"},
    {"biosampleStatus.id", kBiosample, "", "material", kCode, "status of the sample"},
    {"histologicalDiagnosis.id", kBiosample, "", "histology", kCode, "histological diagnosis"},
    {"tumorProgression.id", kBiosample, "", "tumour progression", kCode, "tumour progression"},
    {"tumorGrade.id", kBiosample, "", "tumour grade", kCode, "tumour grade"},
    {"pathologicalStage.id", kBiosample, "", "stage", kCode, "pathological stage"},
    {"pathologicalTnmFinding.id", kBiosample, "", "tnm", kCode, "pathological TNM finding"},
    {"diagnosticMarkers.id", kBiosample, "", "marker", kCode, "diagnostic marker"},
    {"obtentionProcedure.procedureCode.id", kBiosample, "", "procedure", kCode, "how the sample was obtained"},
    {"sampleProcessing.id", kBiosample, "", "processing", kCode, "how the sample was processed"},
    {"sampleStorage.id", kBiosample, "", "storage", kCode, "how the sample is stored"},
    {"collectionMoment", kBiosample, "", "collected", kAge, "age at collection of the sample"},
    {"collectionDate", kBiosample, "", "collected", kDate, "date of collection of the sample"},
    {"libraryLayout", kRun, "", "layout", kKeyword, "library layout"},
    {"libraryStrategy", kRun, "", "strategy", kKeyword, "library strategy"},
    {"librarySelection", kRun, "", "selection", kKeyword, "library selection"},
    {"librarySource.id", kRun, "", "source", kCode, "library source"},
    {"platform", kRun, "", "platform", kKeyword, "sequencing platform"},
    {"platformModel.id", kRun, "", "platform model", kCode, "instrument model"},
    {"depth", kRun, "", "depth", kNumber, "mean depth"},
    {"breadth", kRun, "", "breadth", kNumber, "share of the target that is covered, percent"},
    {"runDate", kRun, "", "run date", kDate, "date of the run"},
    {"aligner", kAnalysis, "", "aligner", kKeyword, "aligner"},
    {"pipelineName", kAnalysis, "", "pipeline", kKeyword, "pipeline"},
    {"variantCaller", kAnalysis, "", "caller", kKeyword, "variant caller"},
    {"analysisDate", kAnalysis, "", "analysis date", kDate, "date of the analysis"},
};

// Where a code by itself is looked for.
constexpr CodeField kCodeFields[] = {
    {kIndividual, "phenotype", "term", true},
    {kIndividual, "disease", "term", true},
    {kIndividual, "measurement", "assay", true},
    {kIndividual, "treatment", "agent", true},
    {kIndividual, "procedure", "code", true},
    {kIndividual, "exposure", "agent", true},
    {kIndividual, "", "country of origin"},
    {kIndividual, "", "ethnicity"},
    {kIndividual, "", "gender"},
    {kIndividual, "", "cause of death"},
    {kIndividual, "variant", "allelic state"},
    {kIndividual, "variant", "gene", true},
    {kBiosample, "", "tissue"},
    {kBiosample, "", "origin type"},
    {kBiosample, "", "material"},
    {kBiosample, "", "histology"},
    {kBiosample, "", "tumour progression"},
    {kBiosample, "", "tumour grade"},
    {kBiosample, "", "marker"},
    {kRun, "", "platform model"},
    {kRun, "", "source"},
};

/// Where codes of a system usually stand; the last is for all others.
struct UsualFields {
  std::string_view prefixes;  ///< between blanks
  std::string_view fields;    ///< RECORD.FIELD between commas
};
constexpr UsualFields kUsualFields[] = {
    {" HP MP ", ",phenotype.term,disease.term,"},
    {" MONDO ORPHA OMIM OMIMPS DOID ICD10 ICD10GM ICD10CM ICD9 ICD9CM ICD11 ",
     ",disease.term,phenotype.term,.cause of death,.histology,"},
    {" ICDO ICDO3 ", ",disease.term,.histology,.tissue,"},
    {" LOINC ", ",measurement.assay,"},
    {" ATC RXNORM CHEBI DRUGBANK DRON ", ",treatment.agent,exposure.agent,"},
    {" CHV OPS OPCS4 ICD10PCS CPT ", ",procedure.code,"},
    {" UBERON BTO CL ", ",.tissue,.origin type,"},
    {" GENO ", ",variant.allelic state,"},
    {" HGNC ENSEMBL NCBIGENE ", ",variant.gene,"},
    {" GAZ ISO3166 ", ",.country of origin,"},
    {" HANCESTRO ", ",.ethnicity,"},
    {" OBI ", ",.platform model,.material,"},
    {" GENEPIO ", ",.source,"},
    {"", ",phenotype.term,disease.term,measurement.assay,treatment.agent,procedure.code,"},
};

/// `type`: a field of this entry type; null: of any. A term without its member `id` is that of its code.
const ModelPath* PathNamed(std::string_view name, const EntryType* type) {
  const std::string code = Concat(name, ".id");
  for (const ModelPath& path : kModelPaths) {
    if (type != nullptr && path.entry != type->entry) continue;
    if (EqualsIgnoreCase(path.name, name) || EqualsIgnoreCase(path.name, code)) return &path;
  }
  return nullptr;
}

}  // namespace

std::span<const ModelPath> ModelPaths() { return kModelPaths; }
std::span<const CodeField> CodeFields() { return kCodeFields; }

bool IsUsualFor(std::string_view prefix, const CodeField& field) {
  const std::string system = Concat(" ", ToUpper(prefix), " ");
  const std::string name = Concat(",", field.record, ".", field.field, ",");
  for (const UsualFields& usual : kUsualFields) {
    if (!usual.prefixes.empty() && usual.prefixes.find(system) == std::string_view::npos) continue;
    return usual.fields.find(name) != std::string_view::npos;
  }
  return false;
}

std::string_view EntityOf(const CodeField& field) {
  return field.record.empty() ? TypeOf(field.entry).entity : field.record;
}

const ModelPath* FindModelPath(std::string_view name) {
  if (const ModelPath* path = PathNamed(name, nullptr); path != nullptr) return path;
  const size_t dot = name.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const EntryType* type = FindEntryType(ToLower(name.substr(0, dot)));
  return type == nullptr ? nullptr : PathNamed(name.substr(dot + 1), type);
}

std::string_view SexOfCode(std::string_view code) {
  if (code == "NCIT:C16576" || code == "PATO:0000383") return "female";
  if (code == "NCIT:C20197" || code == "PATO:0000384") return "male";
  if (code == "NCIT:C17998") return "unknown";
  return {};
}

}  // namespace muster::serve
