#include "engine/model/codes/code_prefix.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "containers/hash_table.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

/// By the prefix in upper case, without '-', '_' and blanks.
const HashMap<std::string_view, CodePrefix>& Prefixes() {
  static const auto& prefixes = *new HashMap<std::string_view, CodePrefix>{
      {"HP", {"HP", CodeStyle::kSevenDigits}},
      {"MONDO", {"MONDO", CodeStyle::kSevenDigits}},
      {"DUO", {"DUO", CodeStyle::kSevenDigits}},
      {"UO", {"UO", CodeStyle::kSevenDigits}},
      {"UBERON", {"UBERON", CodeStyle::kSevenDigits}},
      {"CL", {"CL", CodeStyle::kSevenDigits}},
      {"PATO", {"PATO", CodeStyle::kSevenDigits}},
      {"OBI", {"OBI", CodeStyle::kSevenDigits}},
      {"GENO", {"GENO", CodeStyle::kSevenDigits}},
      {"SO", {"SO", CodeStyle::kSevenDigits}},
      {"ECO", {"ECO", CodeStyle::kSevenDigits}},
      {"GO", {"GO", CodeStyle::kSevenDigits}},
      {"EFO", {"EFO", CodeStyle::kSevenDigits}},
      {"MP", {"MP", CodeStyle::kSevenDigits}},
      {"MAXO", {"MAXO", CodeStyle::kSevenDigits}},
      {"BTO", {"BTO", CodeStyle::kSevenDigits}},
      {"ENVO", {"ENVO", CodeStyle::kSevenDigits}},
      {"IAO", {"IAO", CodeStyle::kSevenDigits}},
      {"RO", {"RO", CodeStyle::kSevenDigits}},
      {"BFO", {"BFO", CodeStyle::kSevenDigits}},
      {"HPO", {"HP", CodeStyle::kSevenDigits}},
      {"HSAPDV", {"HsapDv", CodeStyle::kSevenDigits}},
      {"GAZ", {"GAZ", CodeStyle::kAny}},
      {"HANCESTRO", {"HANCESTRO", CodeStyle::kAny}},
      {"DOID", {"DOID", CodeStyle::kAny}},
      {"CHEBI", {"CHEBI", CodeStyle::kAny}},
      {"NCBITAXON", {"NCBITaxon", CodeStyle::kAny}},
      {"NCIT", {"NCIT", CodeStyle::kConcept}},
      {"NCITHESAURUS", {"NCIT", CodeStyle::kConcept}},
      {"UMLS", {"UMLS", CodeStyle::kConcept}},
      {"UMLSCUI", {"UMLS", CodeStyle::kConcept}},
      {"MESH", {"MESH", CodeStyle::kAny}},
      {"MEDGEN", {"MEDGEN", CodeStyle::kAny}},
      {"ICD11F", {"ICD11", CodeStyle::kAny}},
      {"ICD11.FOUNDATION", {"ICD11", CodeStyle::kAny}},
      {"MSH", {"MESH", CodeStyle::kAny}},
      {"MEDDRA", {"MedDRA", CodeStyle::kAny}},
      {"MDR", {"MedDRA", CodeStyle::kAny}},
      {"LOINC", {"LOINC", CodeStyle::kAny}},
      {"LNC", {"LOINC", CodeStyle::kAny}},
      {"SNOMED", {"SNOMED", CodeStyle::kAny}},
      {"SCTID", {"SNOMED", CodeStyle::kAny}},
      {"SCT", {"SNOMED", CodeStyle::kAny}},
      {"ORPHA", {"ORPHA", CodeStyle::kAny}},
      {"ORPHANET", {"ORPHA", CodeStyle::kAny}},
      {"ORDO", {"ORPHA", CodeStyle::kAny}},
      {"ORPHACODE", {"ORPHA", CodeStyle::kAny}},
      {"GARD", {"GARD", CodeStyle::kAny}},
      {"OMIM", {"OMIM", CodeStyle::kAny}},
      {"MIM", {"OMIM", CodeStyle::kAny}},
      {"OMIMPS", {"OMIMPS", CodeStyle::kAny}},
      {"HGNC", {"HGNC", CodeStyle::kAny}},
      {"NCBIGENE", {"NCBIGene", CodeStyle::kAny}},
      {"ENTREZ", {"NCBIGene", CodeStyle::kAny}},
      {"ENTREZGENE", {"NCBIGene", CodeStyle::kAny}},
      {"GENEID", {"NCBIGene", CodeStyle::kAny}},
      {"ENSEMBL", {"ENSEMBL", CodeStyle::kAny}},
      {"PMID", {"PMID", CodeStyle::kAny}},
      {"RXNORM", {"RxNorm", CodeStyle::kAny}},
      {"RXCUI", {"RxNorm", CodeStyle::kAny}},
      {"ATC", {"ATC", CodeStyle::kUpper}},
      {"UATC", {"ATC", CodeStyle::kUpper}},
      {"WHOATC", {"ATC", CodeStyle::kUpper}},
      {"ATCVET", {"ATCVET", CodeStyle::kUpper}},
      {"DRUGBANK", {"DRUGBANK", CodeStyle::kDrugBank}},
      {"UCUM", {"UCUM", CodeStyle::kAny}},
      {"ICD10", {"ICD10", CodeStyle::kIcd10}},
      {"CIM10", {"ICD10", CodeStyle::kIcd10}},
      {"CIE10", {"ICD10", CodeStyle::kIcd10}},
      {"ICD10PCS", {"ICD10PCS", CodeStyle::kUpper}},
      {"ICD10FR", {"ICD10FR", CodeStyle::kIcd10}},
      {"CIM10FR", {"ICD10FR", CodeStyle::kIcd10}},
      {"ICD8", {"ICD8", CodeStyle::kIcd9}},
      {"ICDA8", {"ICDA8", CodeStyle::kIcd9}},
      {"ICD9", {"ICD9", CodeStyle::kIcd9}},
      {"ICD9CM", {"ICD9CM", CodeStyle::kIcd9}},
      {"ICD9PROC", {"ICD9PROC", CodeStyle::kAny}},
      {"ICD11", {"ICD11", CodeStyle::kAny}},
      {"ICDO3", {"ICDO3", CodeStyle::kIcdO}},
      {"ICDO", {"ICDO3", CodeStyle::kIcdO}},
      {"ICDO2", {"ICDO2", CodeStyle::kIcdO}},
      {"OPCS4", {"OPCS4", CodeStyle::kOpcs}},
      {"OPCS", {"OPCS4", CodeStyle::kOpcs}},
      {"OPS", {"OPS", CodeStyle::kUpper}},
      {"PHECODE", {"PHECODE", CodeStyle::kAny}},
      {"SKS", {"SKS", CodeStyle::kUpper}},
      {"NDC", {"NDC", CodeStyle::kNdc}},
      {"PZN", {"PZN", CodeStyle::kEightDigits}},
      {"DIN", {"DIN", CodeStyle::kEightDigits}},
      {"CCAM", {"CCAM", CodeStyle::kCcam}},
      {"NCSP", {"NCSP", CodeStyle::kNcsp}},
      {"ICPC2", {"ICPC2", CodeStyle::kIcpc}},
      {"READ", {"READ", CodeStyle::kRead}},
  };
  return prefixes;
}

/// Prefixes that come with years, editions and countries behind them: "SNOMEDCT_US_2020_09_01", "ICD10GM2023".
struct PrefixFamily {
  std::string_view start;  // upper case, without '-', '_' and blanks
  CodePrefix prefix;
};
constexpr PrefixFamily kFamilies[] = {
    {"SNOMEDCT", {"SNOMED", CodeStyle::kAny}},   {"SCTID", {"SNOMED", CodeStyle::kAny}},
    {"ICD10CM", {"ICD10CM", CodeStyle::kIcd10}}, {"ICD10GM", {"ICD10GM", CodeStyle::kIcd10}},
    {"ICD10WHO", {"ICD10", CodeStyle::kIcd10}},  {"ICD10AM", {"ICD10AM", CodeStyle::kIcd10}},
    {"ICD10CA", {"ICD10CA", CodeStyle::kIcd10}}, {"ICD10SE", {"ICD10SE", CodeStyle::kIcd10}},
    {"ICD10FI", {"ICD10FI", CodeStyle::kIcd10}}, {"ICD9CM", {"ICD9CM", CodeStyle::kIcd9}},
    {"ICD10", {"ICD10", CodeStyle::kIcd10}},     {"ICDO3", {"ICDO3", CodeStyle::kIcdO}},
    {"OPCS4", {"OPCS4", CodeStyle::kOpcs}},      {"OPS", {"OPS", CodeStyle::kUpper}},
};

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
    "DrugCentral",
    "ECTO",
    "EDAM",
    "ERO",
    "ExO",
    "FMA",
    "FOODON",
    "GCST",
    "GEO",
    "GSSO",
    "HCPCS",
    "HGMD",
    "ICHI",
    "IDO",
    "ISO3166",
    "KEGG",
    "MedGen",
    "MGI",
    "MOD",
    "NBO",
    "NCBITaxon",
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

}  // namespace

const CodePrefix* FindCodePrefix(std::string_view text) {
  constexpr size_t kMaxLength = 32;
  if (text.empty() || text.size() > kMaxLength) return nullptr;
  if (text.front() == '-') return nullptr;  // "-HP:0001250" may say that it is not there
  char upper[kMaxLength];
  size_t size = 0;
  for (const char c : text) {
    if (c != '-' && c != '_' && c != ' ') upper[size++] = AsciiUpper(c);
  }
  const std::string_view name(upper, size);
  const auto found = Prefixes().find(name);
  if (found != Prefixes().end()) return &found->second;
  const auto* family = std::find_if(std::begin(kFamilies), std::end(kFamilies), [&](const PrefixFamily& known) {
    return name.starts_with(known.start) &&
           std::none_of(name.begin() + static_cast<ptrdiff_t>(known.start.size()), name.end(),
                        [&](char c) { return IsAsciiAlpha(c) && known.prefix.spelling != "SNOMED"; });
  });
  return family == std::end(kFamilies) ? nullptr : &family->prefix;
}

std::string_view SpellingOfOtherSystem(std::string_view prefix) {
  const std::string lower = ToLower(prefix);
  const auto* const found = std::find_if(std::begin(kOtherSystems), std::end(kOtherSystems),
                                         [&](std::string_view known) { return ToLower(known) == lower; });
  return found == std::end(kOtherSystems) ? std::string_view() : *found;
}

std::vector<std::string_view> KnownPrefixes() {
  std::vector<std::string_view> known(std::begin(kOtherSystems), std::end(kOtherSystems));
  for (const auto& [name, prefix] : Prefixes()) known.push_back(name);
  for (const PrefixFamily& family : kFamilies) known.push_back(family.start);
  std::sort(known.begin(), known.end());
  return known;
}

bool IsSameSystem(const CodePrefix* a, const CodePrefix* b) {
  return a != nullptr && b != nullptr && a->spelling == b->spelling;
}

bool HasKnownPrefix(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos || colon + 1 == code.size()) return false;
  // What goes on behind the code is an expression, or several codes in one.
  if (code.find_first_of(" ,;|=\"") != code.npos) return false;
  const std::string_view name = code.substr(0, colon);
  const CodePrefix* prefix = FindCodePrefix(name);
  return (prefix != nullptr && prefix->spelling == name) ||
         std::find(std::begin(kOtherSystems), std::end(kOtherSystems), name) != std::end(kOtherSystems);
}

}  // namespace muster::model
