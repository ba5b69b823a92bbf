#include "engine/model/schema/schema.h"

#include <array>
#include <bit>

#include "engine/model/schema/panel.h"

namespace muster::model {
namespace {

using enum Entity;
using enum Kind;
using namespace field;

constexpr EntityInfo kEntities[] = {
    {kIndividual, "individual", "individuals", kIndividual, -1, false,
     "person|people|subject|subjects|patient|patients", "a person, known by dataset and id"},
    {kPhenotype, "phenotype", "phenotypes", kIndividual, kPhenotypeTerm, true,
     "phenotypic feature|phenotypic features|feature|features", "a phenotypic feature, observed or excluded"},
    {kDisease, "disease", "diseases", kIndividual, kDiseaseTerm, true, "diagnosis|diagnoses|condition|conditions",
     "a disease, diagnosed or excluded"},
    {kMeasurement, "measurement", "measurements", kIndividual, kMeasurementAssay, false, "measure|measures",
     "the result of an assay"},
    {kTreatment, "treatment", "treatments", kIndividual, kTreatmentAgent, true, "medication|medications|drug|drugs",
     "an agent or regimen given"},
    {kProcedure, "procedure", "procedures", kIndividual, kProcedureCode, true, "intervention|interventions",
     "a procedure or radiotherapy"},
    {kExposure, "exposure", "exposures", kIndividual, kExposureAgent, true, "", "an exposure, such as to tobacco"},
    {kSample, "sample", "samples", kIndividual, kSampleTissue, false, "biosample|biosamples|specimen|specimens",
     "a biosample"},
    {kRun, "run", "runs", kSample, -1, false, "sequencing run|sequencing runs",
     "a sequencing or array run of a sample"},
    {kAnalysis, "analysis", "analyses", kRun, -1, false, "", "an analysis of a run"},
    {kInterpretation, "interpretation", "interpretations", kIndividual, kInterpretationDisease, false, "",
     "a molecular diagnosis being worked out"},
    {kVariant, "variant", "variants", kInterpretation, kVariantGene, false, "genomic interpretation",
     "a variant or gene in an interpretation"},
    {kFile, "file", "files", kIndividual, -1, false, "", "a data file"},
    {kPedigree, "pedigree", "pedigrees", kIndividual, -1, false, "family membership|family memberships",
     "the person's place in a family"},
    {kConsent, "consent", "consents", kIndividual, -1, false, "permission|permissions",
     "what the person permits, or does not"},
    {kSampleRelation, "sample relation", "sample relations", kSample, -1, false, "",
     "how the sample is related to another"},
};

constexpr Field kFields[] = {
    {kIndividualId, kIndividual, "id", kText, false, "individual id", "the id, unique within its dataset"},
    {kDataset, kIndividual, "dataset", kKeyword, false, "", "the dataset imported into"},
    {kSex, kIndividual, "sex", kKeyword, false, "", "female, male, other or unknown"},
    {kKaryotypicSex, kIndividual, "karyotypic sex", kKeyword, false, "karyotype", "xx, xy, xo, ..."},
    {kGender, kIndividual, "gender", kCode, false, "", "self-identified gender"},
    {kBirth, kIndividual, "birth date", kTime, false, "date of birth|birth|born",
     "date of birth, perhaps only the year"},
    {kLastContact, kIndividual, "age at last contact", kTime, false,
     "last contact|age at last encounter|last encounter|date of last contact", "when the person was last seen"},
    {kEnrolment, kIndividual, "age at enrolment", kTime, false, "enrolment|age at enrollment|enrollment|enrolled",
     "when the person joined the cohort"},
    {kVitalStatus, kIndividual, "vital status", kKeyword, false, "", "alive, deceased or unknown"},
    {kDeath, kIndividual, "age at death", kTime, false, "death|time of death|date of death|died",
     "when the person died"},
    {kCauseOfDeath, kIndividual, "cause of death", kCode, false, "", "the code of the cause of death"},
    {kSurvival, kIndividual, "survival", kNumber, false, "survival days", "days lived after the primary diagnosis"},
    {kCountry, kIndividual, "country", kKeyword, false, "", "country of the collection, ISO 3166"},
    {kOrigin, kIndividual, "country of origin", kCode, false, "geographic origin|origin",
     "where the person comes from"},
    {kEthnicity, kIndividual, "ethnicity", kCode, false, "", "ethnic background"},
    {kCohort, kIndividual, "cohort", kKeyword, true, "cohorts", "cohorts that the person belongs to"},
    {kTaxonomy, kIndividual, "species", kCode, false, "taxonomy|organism", "species, usually NCBITaxon:9606"},
    {kSubjectId, kIndividual, "subject id", kText, false, "", "the subject's id inside the record"},
    {kAlternateId, kIndividual, "alternate id", kText, true, "", "other ids"},
    {kEthnicityLabel, kIndividual, "ethnicity label", kKeyword, false, "",
     "ethnic background in the words of the source"},
    {kPerson, kIndividual, "person id", kKeyword, false, "linked id", "the person's id where datasets share one"},
    {kOriginLabel, kIndividual, "origin label", kKeyword, false, "", "country of origin in the words of the source"},

    {kPhenotypeTerm, kPhenotype, "term", kCode, false, "type|code|phenotype", "what was observed or excluded"},
    {kPhenotypeOnset, kPhenotype, "onset", kTime, false, "age at onset|age of onset", "when it began"},
    {kPhenotypeResolution, kPhenotype, "resolution", kTime, false, "age at resolution|resolved", "when it ended"},
    {kPhenotypeSeverity, kPhenotype, "severity", kCode, false, "", "how severe"},
    {kPhenotypeModifier, kPhenotype, "modifier", kCode, true, "modifiers", "laterality, pattern and the like"},
    {kPhenotypeEvidence, kPhenotype, "evidence", kCode, true, "", "evidence codes"},
    {kPhenotypeSample, kPhenotype, "sample id", kText, false, "", "the sample it was seen in, if not the person"},

    {kDiseaseTerm, kDisease, "term", kCode, false, "code|disease|type", "the disease"},
    {kDiseaseOnset, kDisease, "onset", kTime, false, "age at onset|age of onset", "when it began"},
    {kDiseaseResolution, kDisease, "resolution", kTime, false, "age at resolution|resolved", "when it ended"},
    {kDiseaseDiagnosis, kDisease, "age at diagnosis", kTime, false, "diagnosis|diagnosed|time of diagnosis",
     "when it was diagnosed"},
    {kDiseaseStage, kDisease, "stage", kCode, true, "disease stage", "stages"},
    {kDiseaseTnm, kDisease, "tnm", kCode, true, "tnm finding", "clinical TNM findings"},
    {kDiseaseSite, kDisease, "primary site", kCode, false, "site", "where it began"},
    {kDiseaseLaterality, kDisease, "laterality", kCode, false, "side", "left, right, bilateral"},
    {kDiseaseStatus, kDisease, "status", kKeyword, false, "", "provisional or confirmed"},
    {kDiseaseSeverity, kDisease, "severity", kCode, false, "", "how severe"},
    {kDiseaseFamilyHistory, kDisease, "family history", kKeyword, false, "", "yes or no: does the family have it"},

    {kMeasurementAssay, kMeasurement, "assay", kCode, false, "code|term|type|measurement", "what was measured"},
    {kMeasurementValue, kMeasurement, "value", kNumber, false, "result", "the number, in its unit"},
    {kMeasurementUnit, kMeasurement, "unit", kCode, false, "", "the unit as recorded"},
    {kMeasurementCode, kMeasurement, "coded value", kCode, false, "coded result|finding",
     "the result where it is a code"},
    {kMeasurementTime, kMeasurement, "time", kTime, false, "measured|age at measurement", "when it was measured"},
    {kMeasurementLow, kMeasurement, "reference low", kNumber, false, "", "lower end of the reference range"},
    {kMeasurementHigh, kMeasurement, "reference high", kNumber, false, "", "upper end of the reference range"},
    {kMeasurementComponent, kMeasurement, "component", kCode, false, "", "which part of a complex measurement"},
    {kMeasurementPart, kMeasurement, "part", kNumber, false, "", "the place of the component in its panel, from 1"},
    {kMeasurementPanel, kMeasurement, "panel", kText, false, "panel id",
     "what tells panels of one assay apart, as the source writes it"},
    {kMeasurementProcedure, kMeasurement, "procedure", kCode, false, "", "how it was obtained"},
    {kMeasurementSample, kMeasurement, "sample id", kText, false, "", "the sample it was made on"},

    {kTreatmentAgent, kTreatment, "agent", kCode, false, "code|term|type|treatment", "the drug or regimen"},
    {kTreatmentRoute, kTreatment, "route", kCode, false, "route of administration", "how it is given"},
    {kTreatmentStart, kTreatment, "start", kTime, false, "started|age at start", "when it began"},
    {kTreatmentEnd, kTreatment, "end", kTime, false, "ended|age at end", "when it ended"},
    {kTreatmentIntent, kTreatment, "intent", kCode, false, "", "curative, palliative and the like"},
    {kTreatmentTarget, kTreatment, "target", kCode, false, "", "the disease it is for"},
    {kTreatmentResponse, kTreatment, "response", kCode, false, "", "how the disease responded"},
    {kTreatmentTermination, kTreatment, "termination reason", kCode, false, "", "why it was stopped"},
    {kTreatmentAdverse, kTreatment, "adverse event", kCode, true, "adverse events", "adverse events"},
    {kTreatmentKind, kTreatment, "kind", kKeyword, false, "drug type", "prescription, regimen, ..."},
    {kTreatmentStatus, kTreatment, "status", kKeyword, false, "", "status of a regimen"},

    {kProcedureCode, kProcedure, "code", kCode, false, "term|type|procedure|modality", "the procedure"},
    {kProcedureSite, kProcedure, "site", kCode, false, "body site", "where on the body"},
    {kProcedurePerformed, kProcedure, "performed", kTime, false, "time|age at procedure", "when it was done"},
    {kProcedureIntent, kProcedure, "intent", kCode, false, "", "curative, palliative and the like"},
    {kProcedureTarget, kProcedure, "target", kCode, false, "", "the disease it is for"},
    {kProcedureResponse, kProcedure, "response", kCode, false, "", "how the disease responded"},
    {kProcedureDosage, kProcedure, "dosage", kNumber, false, "", "total dose of radiotherapy, Gy"},
    {kProcedureFractions, kProcedure, "fractions", kNumber, false, "", "number of fractions"},
    {kProcedureAdverse, kProcedure, "adverse event", kCode, true, "adverse events", "adverse events"},
    {kProcedureTermination, kProcedure, "termination reason", kCode, false, "", "why it was stopped"},

    {kExposureAgent, kExposure, "agent", kCode, false, "code|term|type|exposure", "what to"},
    {kExposureStart, kExposure, "start", kTime, false, "started|age at exposure", "when it began"},
    {kExposureValue, kExposure, "value", kNumber, false, "quantity", "how much, in its unit"},
    {kExposureUnit, kExposure, "unit", kCode, false, "", "the unit as recorded"},
    {kExposureDuration, kExposure, "duration", kNumber, false, "", "how long, in days"},

    {kSampleId, kSample, "id", kText, false, "sample id", "the sample's id"},
    {kSampleTissue, kSample, "tissue", kCode, false, "sampled tissue|term|origin", "where it was taken from"},
    {kSampleType, kSample, "type", kKeyword, false, "sample type", "tumour, reference or abnormal"},
    {kSampleMaterial, kSample, "material", kCode, false, "material sample|status",
     "the status code, such as EFO:0009655"},
    {kSampleKind, kSample, "kind", kCode, false, "", "what it consists of, such as RNA"},
    {kSampleHistology, kSample, "histology", kCode, false, "histological diagnosis", "histological diagnosis"},
    {kSampleProgression, kSample, "tumour progression", kCode, false, "tumor progression|progression",
     "primary, metastatic, recurrent"},
    {kSampleGrade, kSample, "tumour grade", kCode, false, "tumor grade|grade", "grade"},
    {kSampleStage, kSample, "stage", kCode, false, "pathological stage", "pathological stage"},
    {kSampleTnm, kSample, "tnm", kCode, true, "pathological tnm", "pathological TNM findings"},
    {kSampleMarker, kSample, "marker", kCode, true, "diagnostic marker", "diagnostic markers"},
    {kSampleCollected, kSample, "collected", kTime, false, "age at collection|collection|collection date",
     "when it was taken"},
    {kSampleOrganism, kSample, "organism", kCode, false, "species|taxonomy", "species"},
    {kSampleDerivedFrom, kSample, "derived from", kText, false, "", "id of the sample it was made from"},
    {kSampleProcedure, kSample, "procedure", kCode, false, "", "how it was taken"},
    {kSampleProcessing, kSample, "processing", kCode, false, "", "how it was processed"},
    {kSampleStorage, kSample, "storage", kCode, false, "", "how it is kept"},
    {kSampleOriginType, kSample, "origin type", kCode, false, "sample origin type",
     "what kind of thing it was taken from"},

    {kRunId, kRun, "id", kText, false, "run id", "the run's id"},
    {kRunAssay, kRun, "assay", kKeyword, false, "", "wgs, wes, panel, array, rna-seq (normalised)"},
    {kRunStrategy, kRun, "strategy", kKeyword, false, "library strategy", "the assay as it was written"},
    {kRunDepth, kRun, "depth", kNumber, false, "mean depth|coverage", "mean depth, fold"},
    {kRunBreadth, kRun, "breadth", kNumber, false, "", "share of the target that is covered, percent"},
    {kRunPlatform, kRun, "platform", kKeyword, false, "", "sequencing platform"},
    {kRunModel, kRun, "platform model", kCode, false, "instrument", "instrument model"},
    {kRunReference, kRun, "reference", kKeyword, false, "reference genome|genome assembly|assembly",
     "reference genome"},
    {kRunLayout, kRun, "layout", kKeyword, false, "library layout", "paired or single"},
    {kRunSelection, kRun, "selection", kKeyword, false, "library selection", "library selection"},
    {kRunSource, kRun, "source", kCode, false, "library source", "library source"},
    {kRunDate, kRun, "date", kTime, false, "run date", "when it was run"},

    {kAnalysisId, kAnalysis, "id", kText, false, "analysis id", "the analysis' id"},
    {kAnalysisPipeline, kAnalysis, "pipeline", kKeyword, false, "", "pipeline"},
    {kAnalysisAligner, kAnalysis, "aligner", kKeyword, false, "", "aligner"},
    {kAnalysisCaller, kAnalysis, "caller", kKeyword, false, "variant caller", "variant caller"},
    {kAnalysisDate, kAnalysis, "date", kTime, false, "analysis date", "when it was made"},

    {kInterpretationDisease, kInterpretation, "disease", kCode, false, "term", "the disease considered"},
    {kInterpretationStatus, kInterpretation, "status", kKeyword, false, "progress status", "solved, unsolved, ..."},
    {kInterpretationId, kInterpretation, "id", kText, false, "", "the interpretation's id"},

    {kVariantGene, kVariant, "gene", kCode, false, "term", "the gene"},
    {kVariantId, kVariant, "id", kText, false, "", "the variant's id"},
    {kVariantLabel, kVariant, "label", kText, false, "", "the variant's label"},
    {kVariantAllelicState, kVariant, "allelic state", kCode, false, "zygosity|genotype",
     "heterozygous, homozygous, ..."},
    {kVariantPathogenicity, kVariant, "pathogenicity", kKeyword, false, "acmg", "ACMG class"},
    {kVariantStatus, kVariant, "status", kKeyword, false, "interpretation status", "causative, candidate, ..."},
    {kVariantStructuralType, kVariant, "structural type", kCode, false, "", "kind of structural variant"},
    {kVariantChromosome, kVariant, "chromosome", kKeyword, false, "", "chromosome of the VCF record"},
    {kVariantPosition, kVariant, "position", kNumber, false, "", "position of the VCF record, 1-based"},
    {kVariantReference, kVariant, "ref", kText, false, "", "reference bases"},
    {kVariantAlternate, kVariant, "alt", kText, false, "", "alternate bases"},
    {kVariantAssembly, kVariant, "assembly", kKeyword, false, "genome assembly", "genome assembly of the VCF record"},
    {kVariantActionability, kVariant, "actionability", kKeyword, false, "", "therapeutic actionability"},
    {kVariantHgvs, kVariant, "hgvs", kText, true, "", "HGVS expressions"},
    {kVariantMolecule, kVariant, "molecule", kKeyword, false, "molecule context", "genomic, transcript or protein"},

    {kFileUri, kFile, "uri", kText, false, "", "where the file is"},
    {kFileFormat, kFile, "format", kKeyword, false, "file format", "vcf, bam, cram, ..."},
    {kFileAssembly, kFile, "assembly", kKeyword, false, "genome assembly", "genome assembly"},
    {kFileSample, kFile, "sample id", kText, false, "", "the sample it is about"},
    {kFileDescription, kFile, "description", kText, false, "", "description"},

    {kPedigreeFamily, kPedigree, "family", kKeyword, false, "family id", "the family's id, unique within the dataset"},
    {kPedigreeMember, kPedigree, "member", kKeyword, false, "member id", "the person's id within the family"},
    {kPedigreeMother, kPedigree, "mother", kKeyword, false, "maternal id", "the mother's id within the family"},
    {kPedigreeFather, kPedigree, "father", kKeyword, false, "paternal id", "the father's id within the family"},
    {kPedigreeRole, kPedigree, "role", kKeyword, false, "", "proband, mother, father, sibling, ..."},
    {kPedigreeAffected, kPedigree, "affected status", kKeyword, false, "affected|status", "affected or unaffected"},
    {kPedigreeDisease, kPedigree, "disease", kCode, false, "", "the disease that the pedigree is about"},

    {kConsentPermission, kConsent, "permission", kKeyword, false, "type|scope",
     "aggregate query, subject-level query, secondary use, ..."},
    {kConsentStatus, kConsent, "status", kKeyword, false, "", "granted, refused, withdrawn or unknown"},
    {kConsentDate, kConsent, "date", kTime, false, "given", "since when"},
    {kConsentUse, kConsent, "data use", kCode, false, "use", "the use permitted, a DUO term"},

    {kRelationType, kSampleRelation, "type", kKeyword, false, "relation", "aliquot, matched, longitudinal or derived"},
    {kRelationSample, kSampleRelation, "other sample", kText, false, "", "the other sample's id"},
};

constexpr uint8_t kNoField = 0xFF;

// Field id -> index in kFields.
constexpr std::array<uint8_t, 256> MakeIndex() {
  std::array<uint8_t, 256> index{};
  index.fill(kNoField);
  for (size_t i = 0; i < std::size(kFields); ++i) index[kFields[i].id] = static_cast<uint8_t>(i);
  return index;
}
constexpr std::array<uint8_t, 256> kIndex = MakeIndex();

// Of two fields with one number, the indexes of one would be read as the other's.
constexpr bool NumbersAreDistinct() {
  for (size_t i = 0; i < std::size(kFields); ++i) {
    if (kIndex[kFields[i].id] != i || kFields[i].id >= kFirstChildColumn) return false;
  }
  return true;
}
static_assert(NumbersAreDistinct(), "two fields have one number: append new ones");

}  // namespace

const EntityInfo& Info(Entity entity) { return kEntities[static_cast<size_t>(entity)]; }

const Field& Info(FieldId field) { return kFields[kIndex[field]]; }

bool IsField(uint8_t field) { return kIndex[field] != kNoField; }

std::span<const EntityInfo> Entities() { return kEntities; }

std::span<const Field> Fields() { return kFields; }

std::vector<FieldId> FieldsOf(Entity entity) {
  std::vector<FieldId> ids;
  for (const Field& f : kFields) {
    if (f.entity == entity) ids.push_back(f.id);
  }
  return ids;
}

bool IsAncestorOrSelf(Entity ancestor, Entity entity) {
  while (entity != ancestor && entity != kIndividual) entity = Info(entity).parent;
  return entity == ancestor;
}

int64_t OrderedBits(double value) {
  if (value == 0) value = 0;  // -0.0 and 0.0 are one value
  const auto bits = std::bit_cast<int64_t>(value);
  return bits >= 0 ? bits : static_cast<int64_t>(0x8000000000000000ull - static_cast<uint64_t>(bits));
}

double FromOrderedBits(int64_t bits) {
  return std::bit_cast<double>(bits >= 0 ? bits
                                         : static_cast<int64_t>(0x8000000000000000ull - static_cast<uint64_t>(bits)));
}

}  // namespace muster::model
