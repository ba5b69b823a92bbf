// Codes in the spelling by which the catalogue knows them.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "containers/hash_table.h"
#include "engine/model/codes/icd_code.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

/// How the part after the prefix is written.
enum class Form {
  kAny,
  kSevenDigits,  // numbers of OBO ontologies
  kIcd10,
  kIcd9,
  kIcdO,
  kOpcs,
  kUpper,    // letters in upper case, as of ATC
  kConcept,  // a letter and digits, as of NCIT and UMLS
};

struct Prefix {
  std::string_view spelling;
  Form form;
};

/// By the prefix in upper case, without '-', '_' and blanks.
const HashMap<std::string_view, Prefix>& Prefixes() {
  static const auto& prefixes = *new HashMap<std::string_view, Prefix>{
      {"HP", {"HP", Form::kSevenDigits}},
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
      {"HPO", {"HP", Form::kSevenDigits}},
      {"HSAPDV", {"HsapDv", Form::kSevenDigits}},
      {"GAZ", {"GAZ", Form::kAny}},
      {"HANCESTRO", {"HANCESTRO", Form::kAny}},
      {"DOID", {"DOID", Form::kAny}},
      {"CHEBI", {"CHEBI", Form::kAny}},
      {"NCBITAXON", {"NCBITaxon", Form::kAny}},
      {"NCIT", {"NCIT", Form::kConcept}},
      {"NCITHESAURUS", {"NCIT", Form::kConcept}},
      {"UMLS", {"UMLS", Form::kConcept}},
      {"UMLSCUI", {"UMLS", Form::kConcept}},
      {"MESH", {"MESH", Form::kAny}},
      {"MEDGEN", {"MEDGEN", Form::kAny}},
      {"ICD11F", {"ICD11", Form::kAny}},
      {"ICD11.FOUNDATION", {"ICD11", Form::kAny}},
      {"MSH", {"MESH", Form::kAny}},
      {"MEDDRA", {"MedDRA", Form::kAny}},
      {"MDR", {"MedDRA", Form::kAny}},
      {"LOINC", {"LOINC", Form::kAny}},
      {"LNC", {"LOINC", Form::kAny}},
      {"SNOMED", {"SNOMED", Form::kAny}},
      {"SCTID", {"SNOMED", Form::kAny}},
      {"SCT", {"SNOMED", Form::kAny}},
      {"ORPHA", {"ORPHA", Form::kAny}},
      {"ORPHANET", {"ORPHA", Form::kAny}},
      {"ORDO", {"ORPHA", Form::kAny}},
      {"ORPHACODE", {"ORPHA", Form::kAny}},
      {"OMIM", {"OMIM", Form::kAny}},
      {"MIM", {"OMIM", Form::kAny}},
      {"OMIMPS", {"OMIMPS", Form::kAny}},
      {"HGNC", {"HGNC", Form::kAny}},
      {"NCBIGENE", {"NCBIGene", Form::kAny}},
      {"ENSEMBL", {"ENSEMBL", Form::kAny}},
      {"PMID", {"PMID", Form::kAny}},
      {"RXNORM", {"RxNorm", Form::kAny}},
      {"RXCUI", {"RxNorm", Form::kAny}},
      {"ATC", {"ATC", Form::kUpper}},
      {"ATCVET", {"ATCVET", Form::kUpper}},
      {"UCUM", {"UCUM", Form::kAny}},
      {"ICD10", {"ICD10", Form::kIcd10}},
      {"CIM10", {"ICD10", Form::kIcd10}},
      {"CIE10", {"ICD10", Form::kIcd10}},
      {"ICD10PCS", {"ICD10PCS", Form::kUpper}},
      {"ICD9", {"ICD9", Form::kIcd9}},
      {"ICD9CM", {"ICD9CM", Form::kIcd9}},
      {"ICD9PROC", {"ICD9PROC", Form::kAny}},
      {"ICD11", {"ICD11", Form::kAny}},
      {"ICDO3", {"ICDO3", Form::kIcdO}},
      {"ICDO", {"ICDO3", Form::kIcdO}},
      {"OPCS4", {"OPCS4", Form::kOpcs}},
      {"OPCS", {"OPCS4", Form::kOpcs}},
      {"OPS", {"OPS", Form::kUpper}},
  };
  return prefixes;
}

/// Prefixes that come with years, editions and countries behind them: "SNOMEDCT_US_2020_09_01", "ICD10GM2023".
struct Family {
  std::string_view start;  // upper case, without '-', '_' and blanks
  Prefix prefix;
};
constexpr Family kFamilies[] = {
    {"SNOMEDCT", {"SNOMED", Form::kAny}},   {"SCTID", {"SNOMED", Form::kAny}},
    {"ICD10CM", {"ICD10CM", Form::kIcd10}}, {"ICD10GM", {"ICD10GM", Form::kIcd10}},
    {"ICD10WHO", {"ICD10", Form::kIcd10}},  {"ICD10AM", {"ICD10AM", Form::kIcd10}},
    {"ICD10CA", {"ICD10CA", Form::kIcd10}}, {"ICD10SE", {"ICD10SE", Form::kIcd10}},
    {"ICD10FI", {"ICD10FI", Form::kIcd10}}, {"ICD9CM", {"ICD9CM", Form::kIcd9}},
};

const Prefix* FindPrefix(std::string_view text) {
  constexpr size_t kLongest = 32;
  if (text.empty() || text.size() > kLongest) return nullptr;
  if (text.front() == '-') return nullptr;  // "-HP:0001250" may say that it is not there
  char upper[kLongest];
  size_t size = 0;
  for (const char c : text) {
    if (c != '-' && c != '_' && c != ' ') upper[size++] = AsciiUpper(c);
  }
  const std::string_view name(upper, size);
  const auto found = Prefixes().find(name);
  if (found != Prefixes().end()) return &found->second;
  const auto* family = std::find_if(std::begin(kFamilies), std::end(kFamilies), [&](const Family& known) {
    return name.starts_with(known.start) &&
           std::none_of(name.begin() + static_cast<ptrdiff_t>(known.start.size()), name.end(),
                        [&](char c) { return IsAsciiAlpha(c) && known.prefix.spelling != "SNOMED"; });
  });
  return family == std::end(kFamilies) ? nullptr : &family->prefix;
}

/// Prefixes of systems whose codes have one spelling only.
constexpr std::string_view kOtherSystems[] = {
    "AFO",
    "BFO",
    "CAS",
    "CDNO",
    "CHEMBL.COMPOUND",
    "CIViC",
    "CLO",
    "CLINVAR",
    "COSMIC",
    "CPT",
    "CTV3",
    "CVCL",
    "CVX",
    "DBSNP",
    "DECIPHER",
    "DOI",
    "DRUGBANK",
    "DrugBank",
    "DrugCentral",
    "ECTO",
    "EDAM",
    "ERO",
    "ExO",
    "FMA",
    "FOODON",
    "GARD",
    "GCST",
    "GEO",
    "GSSO",
    "HCPCS",
    "HGMD",
    "ICHI",
    "ICPC2",
    "IDO",
    "ISO3166",
    "KEGG",
    "MedGen",
    "MGI",
    "MOD",
    "NBO",
    "NCBITaxon",
    "NDC",
    "NDFRT",
    "OAE",
    "OBA",
    "OBIB",
    "OGMS",
    "OMIT",
    "OOSTT",
    "PR",
    "PUBCHEM.COMPOUND",
    "PW",
    "READ",
    "SIO",
    "STATO",
    "SYMP",
    "UNII",
    "VO",
    "WIKIDATA",
    "XAO",
    "XCO",
    "XPO",
    "ZFA",
};

bool SamePrefix(const Prefix* a, const Prefix* b) { return a != nullptr && b != nullptr && a->spelling == b->spelling; }

bool AllDigits(std::string_view text) {
  if (text.empty()) return false;
  for (char c : text) {
    if (!IsAsciiDigit(c)) return false;
  }
  return true;
}

/// Whether the codes are whole numbers: with ".0" behind it, one went through a spreadsheet or a table of numbers.
bool HasNumbers(const Prefix& prefix) {
  constexpr std::string_view kNumbered[] = {"SNOMED", "OMIM", "OMIMPS",   "ORPHA",  "RxNorm", "MedDRA", "NCBITaxon",
                                            "HGNC",   "PMID", "NCBIGene", "MEDGEN", "CHEBI",  "DOID"};
  return prefix.form == Form::kSevenDigits ||
         std::find(std::begin(kNumbered), std::end(kNumbered), prefix.spelling) != std::end(kNumbered);
}

/// In a code that says of which system it is, dashes and full-width characters as the system writes them: editors of
/// texts change them.
std::string WithPlainMarks(std::string code) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"\xe2\x80\x90", "-"}, {"\xe2\x80\x91", "-"}, {"\xe2\x80\x92", "-"}, {"\xe2\x80\x93", "-"}, {"\xe2\x80\x94", "-"},
      {"\xe2\x88\x92", "-"}, {"\xef\xbc\x8e", "."}, {"\xef\xbc\x8d", "-"}, {"\xef\xbc\x8f", "/"},
  };
  const size_t colon = code.find(':');
  if (colon == code.npos || FindPrefix(TrimAll(std::string_view(code).substr(0, colon))) == nullptr) return code;
  for (const auto& [mark, plain] : kMarks) {
    for (size_t at = code.find(mark, colon); at != code.npos; at = code.find(mark, at)) {
      code.replace(at, mark.size(), plain);
    }
  }
  return code;
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

std::string Compose(const Prefix& prefix, std::string_view local) {
  // Some sources repeat the prefix: "HGNC:HGNC:1100".
  if (const size_t colon = local.find(':');
      colon != local.npos && SamePrefix(FindPrefix(local.substr(0, colon)), &prefix)) {
    local.remove_prefix(colon + 1);
  } else if (const size_t bar = local.find('_');
             bar != local.npos && SamePrefix(FindPrefix(local.substr(0, bar)), &prefix)) {
    local.remove_prefix(bar + 1);  // "ORDO:Orphanet_558"
  }
  local = TrimAll(local);
  if (local.ends_with(".0") && AllDigits(local.substr(0, local.size() - 2)) && HasNumbers(prefix)) {
    local.remove_suffix(2);
  }
  switch (prefix.form) {
    case Form::kSevenDigits:
      if (AllDigits(local)) {
        while (local.size() > 7 && local.front() == '0') local.remove_prefix(1);
      }
      break;
    case Form::kIcd10: {
      const bool german = prefix.spelling == "ICD10GM" || prefix.spelling == "ICD10";
      return Concat({prefix.spelling, ":", german ? NormalizeGermanIcd10(local) : NormalizeIcd10(local)});
    }
    case Form::kIcd9:
      return Concat({prefix.spelling, ":", NormalizeIcd9(local)});
    case Form::kIcdO:
      return Concat({prefix.spelling, ":", NormalizeIcdO(local)});
    case Form::kOpcs:
      return Concat({prefix.spelling, ":", NormalizeOpcs(local)});
    case Form::kUpper: {
      std::string upper(local);
      for (char& c : upper) c = AsciiUpper(c);
      return Concat({prefix.spelling, ":", upper});
    }
    case Form::kConcept:
      if (local.size() > 1 && local.front() == 'c' && AllDigits(local.substr(1))) {
        return Concat({prefix.spelling, ":C", local.substr(1)});
      }
      break;
    case Form::kAny:
      // OMIM's books mark what is known of an entry: "#154700".
      if (prefix.spelling == "OMIM" && local.size() > 1 &&
          std::string_view("#*+%^").find(local.front()) != local.npos && AllDigits(local.substr(1))) {
        local.remove_prefix(1);
      }
      // "ORPHA:ORPHA558", "ORPHA:0558"
      if (prefix.spelling == "ORPHA") {
        size_t letters = 0;
        while (letters < local.size() && IsAsciiAlpha(local[letters])) ++letters;
        const std::string_view number = local.substr(letters);
        const bool repeated = letters == 0 || SamePrefix(FindPrefix(local.substr(0, letters)), &prefix);
        if (repeated && !number.empty() && AllDigits(number)) {
          local = number;
          while (local.size() > 1 && local.front() == '0') local.remove_prefix(1);
        }
      }
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

/// Addresses after which a code of a known prefix follows; "" where address and prefix are one. Of two that begin alike
/// the longer comes first.
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
    {"id.who.int/icd/release/10/", "ICD10"},
    {"fhir.de/CodeSystem/bfarm/icd-10-gm/", "ICD10GM"},
    {"fhir.de/CodeSystem/dimdi/icd-10-gm/", "ICD10GM"},
    {"fhir.de/CodeSystem/bfarm/ops/", "OPS"},
    {"fhir.de/CodeSystem/dimdi/ops/", "OPS"},
    {"fhir.de/CodeSystem/bfarm/atc/", "ATC"},
    {"fhir.de/CodeSystem/dimdi/atc/", "ATC"},
    {"fhir.hl7.org.uk/CodeSystem/OPCS-4/", "OPCS4"},
    {"whocc.no/atc_ddd_index/?code=", "ATC"},
    {"whocc.no/atc/", "ATC"},
    {"nlm.nih.gov/research/umls/rxnorm/", "RxNorm"},
    {"unitsofmeasure.org/", "UCUM"},
    {"id.nlm.nih.gov/mesh/", "MESH"},
    {"meshb.nlm.nih.gov/record/ui?ui=", "MESH"},
    {"purl.obolibrary.org/obo/", ""},
    {"orpha.net/ORDO/", ""},
    {"ebi.ac.uk/efo/", ""},
    {"identifiers.org/", ""},
    {"purl.bioontology.org/ontology/", ""},
    {"bioregistry.io/", ""},
};

/// HL7's object identifiers of code systems.
constexpr Address kOids[] = {
    {"2.16.840.1.113883.6.96", "SNOMED"}, {"2.16.840.1.113883.6.1", "LOINC"},    {"2.16.840.1.113883.6.90", "ICD10CM"},
    {"2.16.840.1.113883.6.3", "ICD10"},   {"2.16.840.1.113883.6.103", "ICD9CM"}, {"2.16.840.1.113883.6.73", "ATC"},
    {"2.16.840.1.113883.6.88", "RxNorm"}, {"2.16.840.1.113883.6.43.1", "ICDO3"}, {"2.16.840.1.113883.6.4", "ICD10PCS"},
    {"2.16.840.1.113883.6.8", "UCUM"},
};

std::string_view WithoutScheme(std::string_view iri) {
  if (!ConsumePrefix(iri, "http://")) ConsumePrefix(iri, "https://");
  ConsumePrefix(iri, "www.");
  return iri;
}

std::string NormalizeIri(std::string_view iri);

/// FHIR's token "SYSTEM|CODE", also with a version or two between them. "" where the system is not known.
std::string NormalizeToken(std::string_view token) {
  const size_t first = token.find('|');
  if (first == token.npos) return "";
  std::string_view system = token.substr(0, first);
  const std::string_view code = TrimAll(token.substr(token.rfind('|') + 1));
  std::string_view prefix;
  if (ConsumePrefix(system, "urn:oid:")) {
    for (const Address& oid : kOids) {
      if (oid.start == system) prefix = oid.prefix;
    }
  } else {
    const std::string with_end = Concat({WithoutScheme(system), system.ends_with("/") ? "" : "/"});
    for (const Address& address : kAddresses) {
      if (!prefix.empty() || !with_end.starts_with(address.start)) continue;
      // SNOMED's edition and version belong to the system; behind other systems stands a code, and then its version.
      if (with_end != address.start && address.start != "snomed.info/sct/") return NormalizeIri(token.substr(0, first));
      prefix = address.prefix;
    }
    // A code of an OBO ontology names its ontology.
    if (prefix.empty() && code.find(':') != code.npos && FindPrefix(code.substr(0, code.find(':'))) != nullptr) {
      return NormalizeCode(code);
    }
  }
  if (prefix.empty() || code.empty()) return "";
  return Compose(*FindPrefix(prefix), code);
}

std::string NormalizeIri(std::string_view iri) {
  std::string_view rest = WithoutScheme(iri);
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
      if (const size_t colon = local.find(':');
          colon != local.npos && SamePrefix(FindPrefix(local.substr(0, colon)), prefix)) {
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

/// SNOMED's "73211009 |Diabetes mellitus|" without the label. Expressions, which go on behind it, stay.
std::string_view WithoutLabel(std::string_view code) {
  if (!code.ends_with('|')) return code;
  const size_t first = code.find('|');
  if (first == 0 || first + 1 == code.size() || code.find('|', first + 1) != code.size() - 1) return code;
  return TrimAll(code.substr(0, first));
}

}  // namespace

std::string NormalizeCode(std::string_view code) {
  code = TrimAll(code);
  std::string visible;
  if (std::any_of(code.begin(), code.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    visible = WithPlainMarks(WithHiddenBlanksPlain(code));
    code = visible;
  }
  if (code.size() > 2 && code.front() == '<' && code.back() == '>') code = code.substr(1, code.size() - 2);  // RDF
  const bool address = code.starts_with("http://") || code.starts_with("https://");
  if (address || code.starts_with("urn:oid:")) {
    std::string token = NormalizeToken(code);
    if (!token.empty()) return token;
    return address ? NormalizeIri(code) : std::string(code);
  }
  code = WithoutLabel(code);
  if (const size_t colon = code.find(':'); colon != code.npos) {
    const Prefix* prefix = FindPrefix(TrimAll(code.substr(0, colon)));
    const std::string_view local = TrimAll(code.substr(colon + 1));
    if (prefix == nullptr || local.empty()) return std::string(code);
    return Compose(*prefix, local);
  }
  std::string_view local;
  if (const Prefix* prefix = SplitUnderscore(code, local)) return Compose(*prefix, local);
  // "ICD10 E11.9"
  if (const size_t blank = code.rfind(' '); blank != code.npos) {
    const Prefix* prefix = FindPrefix(TrimAll(code.substr(0, blank)));
    if (prefix != nullptr && LooksLikeLocalId(code.substr(blank + 1))) return Compose(*prefix, code.substr(blank + 1));
  }
  return std::string(code);
}

bool HasKnownPrefix(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos || colon + 1 == code.size()) return false;
  // What goes on behind the code is an expression, or several codes in one.
  if (code.find_first_of(" ,;|=\"") != code.npos) return false;
  const std::string_view name = code.substr(0, colon);
  const Prefix* prefix = FindPrefix(name);
  return (prefix != nullptr && prefix->spelling == name) ||
         std::find(std::begin(kOtherSystems), std::end(kOtherSystems), name) != std::end(kOtherSystems);
}

}  // namespace muster::model
