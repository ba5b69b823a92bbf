// Codes in the spelling by which the catalogue knows them.
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "engine/model/dictionary.h"
#include "engine/model/text.h"

namespace muster::model {
namespace {

/// How the part after the prefix is written.
enum class Form {
  kAny,
  kSevenDigits,  // numbers of OBO ontologies
  kIcd10,
  kConcept,  // a letter and digits, as of NCIT and UMLS
};

struct Prefix {
  std::string_view spelling;
  Form form;
};

/// By the prefix in upper case.
const absl::flat_hash_map<std::string_view, Prefix>& Prefixes() {
  static const auto& prefixes = *new absl::flat_hash_map<std::string_view, Prefix>{
      {"HP", {"HP", Form::kSevenDigits}},
      {"HPO", {"HP", Form::kSevenDigits}},
      {"MONDO", {"MONDO", Form::kSevenDigits}},
      {"DUO", {"DUO", Form::kSevenDigits}},
      {"UO", {"UO", Form::kSevenDigits}},
      {"UBERON", {"UBERON", Form::kSevenDigits}},
      {"CL", {"CL", Form::kSevenDigits}},
      {"PATO", {"PATO", Form::kSevenDigits}},
      {"OBI", {"OBI", Form::kSevenDigits}},
      {"GENO", {"GENO", Form::kSevenDigits}},
      {"SO", {"SO", Form::kSevenDigits}},
      {"ECO", {"ECO", Form::kSevenDigits}},
      {"GO", {"GO", Form::kSevenDigits}},
      {"EFO", {"EFO", Form::kSevenDigits}},
      {"MP", {"MP", Form::kSevenDigits}},
      {"MAXO", {"MAXO", Form::kSevenDigits}},
      {"BTO", {"BTO", Form::kSevenDigits}},
      {"ENVO", {"ENVO", Form::kSevenDigits}},
      {"IAO", {"IAO", Form::kSevenDigits}},
      {"RO", {"RO", Form::kSevenDigits}},
      {"BFO", {"BFO", Form::kSevenDigits}},
      {"HSAPDV", {"HsapDv", Form::kSevenDigits}},
      {"GAZ", {"GAZ", Form::kAny}},  // eight digits are usual here
      {"HANCESTRO", {"HANCESTRO", Form::kAny}},
      {"DOID", {"DOID", Form::kAny}},
      {"CHEBI", {"CHEBI", Form::kAny}},
      {"NCBITAXON", {"NCBITaxon", Form::kAny}},
      {"NCIT", {"NCIT", Form::kConcept}},
      {"UMLS", {"UMLS", Form::kConcept}},
      {"UMLS_CUI", {"UMLS", Form::kConcept}},
      {"MESH", {"MESH", Form::kAny}},
      {"MEDDRA", {"MedDRA", Form::kAny}},
      {"LOINC", {"LOINC", Form::kAny}},
      {"LNC", {"LOINC", Form::kAny}},
      {"SNOMED", {"SNOMED", Form::kAny}},
      {"SNOMEDCT", {"SNOMED", Form::kAny}},
      {"SNOMED_CT", {"SNOMED", Form::kAny}},
      {"SNOMED-CT", {"SNOMED", Form::kAny}},
      {"SNOMEDCT_US", {"SNOMED", Form::kAny}},
      {"SCTID", {"SNOMED", Form::kAny}},
      {"SCT", {"SNOMED", Form::kAny}},
      {"ORPHA", {"ORPHA", Form::kAny}},
      {"ORPHANET", {"ORPHA", Form::kAny}},
      {"ORDO", {"ORPHA", Form::kAny}},
      {"OMIM", {"OMIM", Form::kAny}},
      {"MIM", {"OMIM", Form::kAny}},
      {"OMIMPS", {"OMIMPS", Form::kAny}},
      {"HGNC", {"HGNC", Form::kAny}},
      {"NCBIGENE", {"NCBIGene", Form::kAny}},
      {"ENSEMBL", {"ENSEMBL", Form::kAny}},
      {"PMID", {"PMID", Form::kAny}},
      {"RXNORM", {"RxNorm", Form::kAny}},
      {"ATC", {"ATC", Form::kAny}},
      {"UCUM", {"UCUM", Form::kAny}},
      {"ICD10", {"ICD10", Form::kIcd10}},
      {"ICD-10", {"ICD-10", Form::kIcd10}},
      {"ICD10CM", {"ICD10CM", Form::kIcd10}},
      {"ICD-10-CM", {"ICD-10-CM", Form::kIcd10}},
      {"ICD10GM", {"ICD10GM", Form::kIcd10}},
      {"ICD10WHO", {"ICD10WHO", Form::kIcd10}},
      {"ICD9", {"ICD9", Form::kAny}},
      {"ICD9CM", {"ICD9CM", Form::kAny}},
      {"ICD11", {"ICD11", Form::kAny}},
      {"ICDO3", {"ICDO3", Form::kAny}},
      {"ICD-O-3", {"ICD-O-3", Form::kAny}},
  };
  return prefixes;
}

const Prefix* FindPrefix(std::string_view text) {
  if (text.empty() || text.size() > 16) return nullptr;
  char upper[16];
  for (size_t i = 0; i < text.size(); ++i) upper[i] = AsciiUpper(text[i]);
  const auto found = Prefixes().find(std::string_view(upper, text.size()));
  return found == Prefixes().end() ? nullptr : &found->second;
}

bool AllDigits(std::string_view text) {
  if (text.empty()) return false;
  for (char c : text) {
    if (!IsAsciiDigit(c)) return false;
  }
  return true;
}

/// Letters, digits, '.', '-' and '/' with a digit among them: what stands after '_' or at the end of an IRI.
bool LooksLikeLocalId(std::string_view text) {
  bool digit = false;
  for (char c : text) {
    if (!IsAsciiAlnum(c) && c != '.' && c != '-' && c != '/') return false;
    digit = digit || IsAsciiDigit(c);
  }
  return digit;
}

/// "C180" -> "C18.0". Blocks ("C18-C20") and codes with other marks stay.
std::string Icd10(std::string_view local) {
  if (local.size() < 3 || local.size() > 8 || !IsAsciiAlpha(local[0]) || !IsAsciiDigit(local[1]) ||
      !IsAsciiAlnum(local[2])) {
    return std::string(local);
  }
  bool dot = false;
  for (size_t i = 3; i < local.size(); ++i) {
    if (i == 3 && local[i] == '.') {
      dot = true;
    } else if (!IsAsciiAlnum(local[i])) {
      return std::string(local);
    }
  }
  std::string upper(local);
  for (char& c : upper) c = AsciiUpper(c);
  if (!dot && upper.size() > 3) upper.insert(3, ".");
  return upper;
}

std::string Compose(const Prefix& prefix, std::string_view local) {
  // Some sources repeat the prefix: "HGNC:HGNC:1100".
  if (const size_t colon = local.find(':'); colon != local.npos && FindPrefix(local.substr(0, colon)) == &prefix) {
    local.remove_prefix(colon + 1);
  }
  switch (prefix.form) {
    case Form::kSevenDigits:
      if (AllDigits(local)) {
        while (local.size() > 7 && local.front() == '0') local.remove_prefix(1);
      }
      break;
    case Form::kIcd10:
      return Concat({prefix.spelling, ":", Icd10(local)});
    case Form::kConcept:
      if (local.size() > 1 && local.front() == 'c' && AllDigits(local.substr(1))) {
        return Concat({prefix.spelling, ":C", local.substr(1)});
      }
      break;
    case Form::kAny:
      // OMIM's phenotypic series are written both ways.
      if (prefix.spelling == "OMIM" && local.starts_with("PS") && AllDigits(local.substr(2))) {
        return Concat({"OMIMPS:", local.substr(2)});
      }
      break;
  }
  return Concat({prefix.spelling, ":", local});
}

/// "HP_0001250". Short numbers after '_' are left alone where numbers have seven digits: "SO_1" may be anything.
const Prefix* SplitUnderscore(std::string_view code, std::string_view& local) {
  const size_t underscore = code.rfind('_');
  if (underscore == code.npos) return nullptr;
  const Prefix* prefix = FindPrefix(code.substr(0, underscore));
  local = code.substr(underscore + 1);
  if (prefix == nullptr || !LooksLikeLocalId(local)) return nullptr;
  if (prefix->form == Form::kSevenDigits && (local.size() < 7 || !AllDigits(local))) return nullptr;
  return prefix;
}

/// Addresses after which a code of a known prefix follows; "" where address and prefix are one.
struct Address {
  std::string_view start;
  std::string_view prefix;
};
constexpr Address kAddresses[] = {
    {"loinc.org/rdf/", "LOINC"},
    {"loinc.org/", "LOINC"},
    {"snomed.info/id/", "SNOMED"},
    {"snomed.info/sct/", "SNOMED"},
    {"omim.org/entry/", "OMIM"},
    {"omim.org/phenotypicSeries/", "OMIM"},
    {"ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#", "NCIT"},
    {"hl7.org/fhir/sid/icd-10/", "ICD10"},
    {"purl.obolibrary.org/obo/", ""},
    {"orpha.net/ORDO/", ""},
    {"ebi.ac.uk/efo/", ""},
    {"identifiers.org/", ""},
    {"purl.bioontology.org/ontology/", ""},
};

std::string NormalizeIri(std::string_view iri) {
  std::string_view rest = iri;
  if (!ConsumePrefix(rest, "http://")) ConsumePrefix(rest, "https://");
  ConsumePrefix(rest, "www.");
  for (const Address& address : kAddresses) {
    if (!rest.starts_with(address.start)) continue;
    std::string_view local = rest.substr(address.start.size());
    if (local.ends_with("/")) local.remove_suffix(1);
    const Prefix* prefix = nullptr;
    if (!address.prefix.empty()) {
      prefix = FindPrefix(address.prefix);
    } else if (const size_t end = local.find_first_of("/:"); end != local.npos) {
      prefix = FindPrefix(local.substr(0, end));
      local.remove_prefix(end + 1);
      if (const size_t colon = local.find(':'); colon != local.npos && FindPrefix(local.substr(0, colon)) == prefix) {
        local.remove_prefix(colon + 1);
      }
    } else {
      const std::string_view whole = local;
      prefix = SplitUnderscore(whole, local);
      if (prefix == nullptr) {
        // An OBO ontology that is not in the table: "XYZ_0001".
        const size_t underscore = whole.rfind('_');
        if (!address.start.starts_with("purl.obolibrary") || underscore == whole.npos || underscore == 0) break;
        for (char c : whole.substr(0, underscore)) {
          if (!IsAsciiAlnum(c) && c != '_') return std::string(iri);
        }
        if (!LooksLikeLocalId(whole.substr(underscore + 1))) break;
        return Concat({whole.substr(0, underscore), ":", whole.substr(underscore + 1)});
      }
    }
    if (prefix == nullptr || !LooksLikeLocalId(local)) break;
    return Compose(*prefix, local);
  }
  return std::string(iri);
}

}  // namespace

std::string NormalizeCode(std::string_view code) {
  code = Trim(code);
  if (code.starts_with("http://") || code.starts_with("https://")) return NormalizeIri(code);
  if (const size_t colon = code.find(':'); colon != code.npos) {
    const Prefix* prefix = FindPrefix(code.substr(0, colon));
    if (prefix == nullptr || colon + 1 == code.size()) return std::string(code);
    return Compose(*prefix, code.substr(colon + 1));
  }
  std::string_view local;
  if (const Prefix* prefix = SplitUnderscore(code, local)) return Compose(*prefix, local);
  return std::string(code);
}

}  // namespace muster::model
