// The catalogue's model: which entities there are, how they nest, and which fields they have.
//
// This table drives everything: import fills these fields, the index builder makes postings and columns of them, the
// binder offers their names, `check` compares them. A new field is a number here, a line in schema.cc, and a line in
// the table of members of its reader (docs/architecture.md).
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_SCHEMA_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_SCHEMA_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace muster::model {

/// Kinds of record. The numbers are stored: append only.
enum class Entity : uint8_t {
  kIndividual = 0,
  kPhenotype = 1,
  kDisease = 2,
  kMeasurement = 3,
  kTreatment = 4,
  kProcedure = 5,
  kExposure = 6,
  kSample = 7,
  kRun = 8,
  kAnalysis = 9,
  kInterpretation = 10,
  kVariant = 11,
  kFile = 12,
  kPedigree = 13,
  kConsent = 14,
  kSampleRelation = 15,
};
inline constexpr int kEntityCount = 16;

/// How the values of a field are to be understood.
enum class Kind : uint8_t {
  kCode,     ///< a code of a code system (CURIE), interned; matched with descendants and equivalents
  kKeyword,  ///< a word of a small vocabulary, interned in lower case; matched as it stands
  kNumber,   ///< a double
  kTime,     ///< a TimeValue: when, as an age, as a date, as an ontology term, or several of these
  kText,     ///< stored in the record and listed, not searched
};

constexpr std::string_view NameOf(Kind kind) {
  switch (kind) {
    case Kind::kCode:
      return "code";
    case Kind::kKeyword:
      return "keyword";
    case Kind::kNumber:
      return "number";
    case Kind::kTime:
      return "time";
    case Kind::kText:
      break;
  }
  return "text";
}

/// Fields are numbered within the whole model. The numbers are stored: append only.
using FieldId = uint8_t;

struct Field {
  FieldId id;
  Entity entity;
  std::string_view name;  ///< lower case, as in a query; may have blanks
  Kind kind;
  bool multiple;  ///< a record may have several values
  /// Other names a query may use, separated by '|'.
  std::string_view aliases;
  std::string_view doc;  ///< one line for people
};

struct EntityInfo {
  Entity entity;
  std::string_view name;  ///< singular, as in a query
  std::string_view plural;
  Entity parent;             ///< itself for the individual
  int primary;               ///< the field that `has ENTITY TERM` matches, or -1
  bool polar;                ///< rows may say "excluded": looked for and not there
  std::string_view aliases;  ///< separated by '|'
  std::string_view doc;
};

const EntityInfo& Info(Entity entity);
/// `field` must be one of the model's: check a number from outside with IsField.
const Field& Info(FieldId field);
bool IsField(uint8_t field);
std::span<const EntityInfo> Entities();
/// All fields, by id.
std::span<const Field> Fields();
/// Ids of the fields of `entity`, in the order of the model.
std::vector<FieldId> FieldsOf(Entity entity);
/// True when `ancestor` is `entity` or a parent of it at any distance.
bool IsAncestorOrSelf(Entity ancestor, Entity entity);

// Field ids by name, for code about a particular field.
namespace field {
inline constexpr FieldId kIndividualId = 0;  ///< kText; indexed by the store's ids
inline constexpr FieldId kDataset = 1;
inline constexpr FieldId kSex = 2;
inline constexpr FieldId kKaryotypicSex = 3;
inline constexpr FieldId kGender = 4;
inline constexpr FieldId kBirth = 5;
inline constexpr FieldId kLastContact = 6;
inline constexpr FieldId kEnrolment = 7;
inline constexpr FieldId kVitalStatus = 8;
inline constexpr FieldId kDeath = 9;
inline constexpr FieldId kCauseOfDeath = 10;
inline constexpr FieldId kSurvival = 11;  ///< days after primary diagnosis
inline constexpr FieldId kCountry = 12;
inline constexpr FieldId kOrigin = 13;
inline constexpr FieldId kEthnicity = 14;
inline constexpr FieldId kCohort = 15;
inline constexpr FieldId kTaxonomy = 16;
inline constexpr FieldId kSubjectId = 17;
inline constexpr FieldId kAlternateId = 18;
inline constexpr FieldId kEthnicityLabel = 19;  ///< as recorded: one code may mean several
inline constexpr FieldId kOriginLabel = 27;
inline constexpr FieldId kPerson = 28;  ///< the same in every dataset that has the person

inline constexpr FieldId kPhenotypeTerm = 20;
inline constexpr FieldId kPhenotypeOnset = 21;
inline constexpr FieldId kPhenotypeResolution = 22;
inline constexpr FieldId kPhenotypeSeverity = 23;
inline constexpr FieldId kPhenotypeModifier = 24;
inline constexpr FieldId kPhenotypeEvidence = 25;
inline constexpr FieldId kPhenotypeSample = 26;

inline constexpr FieldId kDiseaseTerm = 30;
inline constexpr FieldId kDiseaseOnset = 31;
inline constexpr FieldId kDiseaseResolution = 32;
inline constexpr FieldId kDiseaseDiagnosis = 33;
inline constexpr FieldId kDiseaseStage = 34;
inline constexpr FieldId kDiseaseTnm = 35;
inline constexpr FieldId kDiseaseSite = 36;
inline constexpr FieldId kDiseaseLaterality = 37;
inline constexpr FieldId kDiseaseStatus = 38;
inline constexpr FieldId kDiseaseSeverity = 39;
inline constexpr FieldId kDiseaseFamilyHistory = 40;

inline constexpr FieldId kMeasurementAssay = 50;
inline constexpr FieldId kMeasurementValue = 51;
inline constexpr FieldId kMeasurementUnit = 52;
inline constexpr FieldId kMeasurementCode = 53;
inline constexpr FieldId kMeasurementTime = 54;
inline constexpr FieldId kMeasurementLow = 55;
inline constexpr FieldId kMeasurementHigh = 56;
inline constexpr FieldId kMeasurementComponent = 57;
inline constexpr FieldId kMeasurementProcedure = 58;
inline constexpr FieldId kMeasurementSample = 59;
/// The place of a component within its panel, from 1; the rows of a panel are adjacent, in this order.
inline constexpr FieldId kMeasurementPart = 60;
/// Distinguishes panels of one assay, if the source has a name for them, such as the visit.
inline constexpr FieldId kMeasurementPanel = 61;

inline constexpr FieldId kTreatmentAgent = 70;
inline constexpr FieldId kTreatmentRoute = 71;
inline constexpr FieldId kTreatmentStart = 72;
inline constexpr FieldId kTreatmentEnd = 73;
inline constexpr FieldId kTreatmentIntent = 74;
inline constexpr FieldId kTreatmentTarget = 75;
inline constexpr FieldId kTreatmentResponse = 76;
inline constexpr FieldId kTreatmentTermination = 77;
inline constexpr FieldId kTreatmentAdverse = 78;
inline constexpr FieldId kTreatmentKind = 79;
inline constexpr FieldId kTreatmentStatus = 80;

inline constexpr FieldId kProcedureCode = 90;
inline constexpr FieldId kProcedureSite = 91;
inline constexpr FieldId kProcedurePerformed = 92;
inline constexpr FieldId kProcedureIntent = 93;
inline constexpr FieldId kProcedureTarget = 94;
inline constexpr FieldId kProcedureResponse = 95;
inline constexpr FieldId kProcedureDosage = 96;
inline constexpr FieldId kProcedureFractions = 97;
inline constexpr FieldId kProcedureAdverse = 98;
inline constexpr FieldId kProcedureTermination = 99;

inline constexpr FieldId kExposureAgent = 105;
inline constexpr FieldId kExposureStart = 106;
inline constexpr FieldId kExposureValue = 107;
inline constexpr FieldId kExposureUnit = 108;
inline constexpr FieldId kExposureDuration = 109;

inline constexpr FieldId kSampleId = 120;
inline constexpr FieldId kSampleTissue = 121;
inline constexpr FieldId kSampleType = 122;
inline constexpr FieldId kSampleMaterial = 123;
inline constexpr FieldId kSampleKind = 124;
inline constexpr FieldId kSampleHistology = 125;
inline constexpr FieldId kSampleProgression = 126;
inline constexpr FieldId kSampleGrade = 127;
inline constexpr FieldId kSampleStage = 128;
inline constexpr FieldId kSampleTnm = 129;
inline constexpr FieldId kSampleMarker = 130;
inline constexpr FieldId kSampleCollected = 131;
inline constexpr FieldId kSampleOrganism = 132;
inline constexpr FieldId kSampleDerivedFrom = 133;
inline constexpr FieldId kSampleProcedure = 134;
inline constexpr FieldId kSampleProcessing = 135;
inline constexpr FieldId kSampleStorage = 136;
inline constexpr FieldId kSampleOriginType = 137;

inline constexpr FieldId kRunId = 150;
inline constexpr FieldId kRunAssay = 151;
inline constexpr FieldId kRunStrategy = 152;
inline constexpr FieldId kRunDepth = 153;
inline constexpr FieldId kRunBreadth = 154;
inline constexpr FieldId kRunPlatform = 155;
inline constexpr FieldId kRunModel = 156;
inline constexpr FieldId kRunReference = 157;
inline constexpr FieldId kRunLayout = 158;
inline constexpr FieldId kRunSelection = 159;
inline constexpr FieldId kRunSource = 160;
inline constexpr FieldId kRunDate = 161;

inline constexpr FieldId kAnalysisId = 170;
inline constexpr FieldId kAnalysisPipeline = 171;
inline constexpr FieldId kAnalysisAligner = 172;
inline constexpr FieldId kAnalysisCaller = 173;
inline constexpr FieldId kAnalysisDate = 174;

inline constexpr FieldId kInterpretationDisease = 180;
inline constexpr FieldId kInterpretationStatus = 181;
inline constexpr FieldId kInterpretationId = 182;

inline constexpr FieldId kVariantGene = 190;
inline constexpr FieldId kVariantId = 191;
inline constexpr FieldId kVariantLabel = 192;
inline constexpr FieldId kVariantAllelicState = 193;
inline constexpr FieldId kVariantPathogenicity = 194;
inline constexpr FieldId kVariantStatus = 195;
inline constexpr FieldId kVariantStructuralType = 196;
inline constexpr FieldId kVariantChromosome = 197;
inline constexpr FieldId kVariantPosition = 198;
inline constexpr FieldId kVariantReference = 199;
inline constexpr FieldId kVariantAlternate = 200;
inline constexpr FieldId kVariantAssembly = 201;
inline constexpr FieldId kVariantActionability = 202;
inline constexpr FieldId kVariantHgvs = 203;
inline constexpr FieldId kVariantMolecule = 204;

inline constexpr FieldId kFileUri = 220;
inline constexpr FieldId kFileFormat = 221;
inline constexpr FieldId kFileAssembly = 222;
inline constexpr FieldId kFileSample = 223;
inline constexpr FieldId kFileDescription = 224;

// The four ids are interned unchanged: persons and families are looked up by them within one dataset.
inline constexpr FieldId kPedigreeFamily = 230;
inline constexpr FieldId kPedigreeMember = 231;
inline constexpr FieldId kPedigreeMother = 232;
inline constexpr FieldId kPedigreeFather = 233;
inline constexpr FieldId kPedigreeRole = 234;
inline constexpr FieldId kPedigreeAffected = 235;
inline constexpr FieldId kPedigreeDisease = 236;

inline constexpr FieldId kConsentPermission = 240;
inline constexpr FieldId kConsentStatus = 241;
inline constexpr FieldId kConsentDate = 242;
inline constexpr FieldId kConsentUse = 243;

inline constexpr FieldId kRelationType = 246;
inline constexpr FieldId kRelationSample = 247;
}  // namespace field

/// Not a field: the row numbers that tie an entity to its parent, stored as columns.
inline constexpr FieldId kParentColumn = 254;      ///< of the child: its parent's row
inline constexpr FieldId kFirstChildColumn = 253;  ///< of the parent, `part` = child entity: its first child's row

/// What a posting says about its rows. The numbers are stored.
enum class PostingKind : uint8_t {
  kRows = 0,                 ///< rows whose field has the value; no dead-row or polarity filter
  kObservedRows = 1,         ///< the same for the primary field, rows not excluded
  kExcludedRows = 2,         ///< the same for the primary field, rows excluded
  kObservedIndividuals = 3,  ///< individuals with at least one such row
  kExcludedIndividuals = 4,
};

/// Of which entity the rows are of a posting of a field of `entity`.
constexpr Entity RowsOf(PostingKind kind, Entity entity) {
  return kind == PostingKind::kObservedIndividuals || kind == PostingKind::kExcludedIndividuals ? Entity::kIndividual
                                                                                                : entity;
}

/// The posting value for "any value": rows in which the field is recorded. Under kObservedRows and kExcludedRows of the
/// primary field it is all rows of that polarity (also those without a primary value).
inline constexpr uint32_t kAnyValue = 0xFFFFFFFF;

/// Columns of a field. Codes and keywords: kValuePart holds the symbol of the first value. Numbers: kValuePart holds
/// the number as OrderedBits, or kNumberLow and kNumberHigh its bounds. Times: four bounds and the term.
enum Part : uint8_t {
  kValuePart = 0,
  kAgeLow = 1,
  kAgeHigh = 2,
  kDateLow = 3,
  kDateHigh = 4,
  kTermPart = 5,
  kNumberLow = 6,
  kNumberHigh = 7,
};

/// Maps a double to an integer with the same order, so that ranges of numbers are ranges of integers. NaN is not a
/// value of the model. Never storage::kNull.
int64_t OrderedBits(double value);
double FromOrderedBits(int64_t bits);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_SCHEMA_H_
