#include "engine/model/codes/code_address.h"

namespace muster::model {
namespace {

constexpr CodeAddress kAddresses[] = {
    {"loinc.org/rdf/", "LOINC"},
    {"loinc.org/", "LOINC"},
    {"snomed.info/id/", "SNOMED"},
    {"snomed.info/sct/", "SNOMED"},
    {"rarediseases.info.nih.gov/diseases/", "GARD"},
    {"omim.org/entry/", "OMIM"},
    {"omim.org/phenotypicSeries/", "OMIM"},
    {"ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#", "NCIT"},
    {"ncithesaurus-stage.nci.nih.gov/", "NCIT"},
    {"hl7.org/fhir/sid/icd-10-cm/", "ICD10CM"},
    {"hl7.org/fhir/sid/icd-10-pcs/", "ICD10PCS"},
    {"hl7.org/fhir/sid/icd-10-gm/", "ICD10GM"},
    {"hl7.org/fhir/sid/icd-10-de/", "ICD10GM"},
    {"hl7.org/fhir/sid/icd-10/", "ICD10"},
    {"linkedlifedata.com/resource/umls/id/", "UMLS"},
    {"linkedlifedata.com/resource/umls-concept/", "UMLS"},
    {"ncbi.nlm.nih.gov/medgen/", "MEDGEN"},
    {"id.who.int/icd/entity/", "ICD11"},
    {"id.who.int/icd/release/11/foundation/", "ICD11"},
    {"uts.nlm.nih.gov/uts/umls/concept/", "UMLS"},
    {"hl7.org/fhir/sid/icd-9-cm/", "ICD9CM"},
    {"hl7.org/fhir/sid/icd-9/", "ICD9"},
    {"hl7.org/fhir/sid/icd-o-3/", "ICDO3"},
    {"hl7.org/fhir/sid/icd-o/", "ICDO3"},
    {"terminology.hl7.org/CodeSystem/icd-o-3/", "ICDO3"},
    {"terminology.hl7.org/CodeSystem/icd10-cm/", "ICD10CM"},
    {"terminology.hl7.org/CodeSystem/icd9cm/", "ICD9CM"},
    {"id.who.int/icd/release/10/", "ICD10"},
    {"fhir.de/CodeSystem/bfarm/icd-10-gm/", "ICD10GM"},
    {"fhir.de/CodeSystem/dimdi/icd-10-gm/", "ICD10GM"},
    {"fhir.de/CodeSystem/bfarm/ops/", "OPS"},
    {"fhir.de/CodeSystem/dimdi/ops/", "OPS"},
    {"fhir.de/CodeSystem/bfarm/atc/", "ATC"},
    {"fhir.de/CodeSystem/dimdi/atc/", "ATC"},
    {"fhir.hl7.org.uk/CodeSystem/OPCS-4/", "OPCS4"},
    {"fhir.hl7.org.uk/Id/opcs-4/", "OPCS4"},
    {"whocc.no/atc_ddd_index/?code=", "ATC"},
    {"whocc.no/atc/", "ATC"},
    {"nlm.nih.gov/research/umls/rxnorm/", "RxNorm"},
    {"unitsofmeasure.org/", "UCUM"},
    {"id.nlm.nih.gov/mesh/", "MESH"},
    {"meshb.nlm.nih.gov/record/ui?ui=", "MESH"},
    {"purl.obolibrary.org/obo/", ""},
    {"orpha.net/ORDO/", ""},
    {"orpha.net/", "ORPHA"},
    {"ebi.ac.uk/efo/", ""},
    {"identifiers.org/", ""},
    {"purl.bioontology.org/ontology/", ""},
    {"bioregistry.io/", ""},
};

/// HL7's object identifiers of code systems.
constexpr CodeAddress kOids[] = {
    {"2.16.840.1.113883.6.96", "SNOMED"}, {"2.16.840.1.113883.6.1", "LOINC"},    {"2.16.840.1.113883.6.90", "ICD10CM"},
    {"2.16.840.1.113883.6.3", "ICD10"},   {"2.16.840.1.113883.6.103", "ICD9CM"}, {"2.16.840.1.113883.6.73", "ATC"},
    {"2.16.840.1.113883.6.88", "RxNorm"}, {"2.16.840.1.113883.6.43.1", "ICDO3"}, {"2.16.840.1.113883.6.4", "ICD10PCS"},
    {"2.16.840.1.113883.6.8", "UCUM"},    {"2.16.840.1.113883.6.174", "OMIM"},
};

}  // namespace

std::span<const CodeAddress> CodeAddresses() { return kAddresses; }

std::string_view PrefixOfOid(std::string_view oid) {
  for (const CodeAddress& known : kOids) {
    if (known.start == oid) return known.prefix;
  }
  return {};
}

}  // namespace muster::model
