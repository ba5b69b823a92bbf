// Codes in the spelling by which the catalogue knows them.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/model/codes/code_address.h"
#include "engine/model/codes/code_prefix.h"
#include "engine/model/codes/icd_code.h"
#include "engine/model/codes/register_code.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/composed.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

/// Whether the codes are whole numbers: with ".0" behind it, one went through a spreadsheet or a table of numbers.
bool HasNumbers(const CodePrefix& prefix) {
  constexpr std::string_view kNumbered[] = {"SNOMED", "OMIM", "OMIMPS",   "ORPHA",  "RxNorm", "MedDRA", "NCBITaxon",
                                            "HGNC",   "PMID", "NCBIGene", "MEDGEN", "CHEBI",  "DOID",   "GARD"};
  return prefix.style == CodeStyle::kSevenDigits ||
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
  if (colon == code.npos || FindCodePrefix(TrimAll(std::string_view(code).substr(0, colon))) == nullptr) return code;
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

std::string ComposeOmim(std::string_view local) {
  // OMIM's books mark what is known of an entry: "#154700".
  if (local.size() > 1 && std::string_view("#*+%^").find(local.front()) != local.npos && OnlyDigits(local.substr(1))) {
    local.remove_prefix(1);
  }
  // OMIM's phenotypic series are written both ways.
  if (local.starts_with("PS") && OnlyDigits(local.substr(2))) return Concat({"OMIMPS:", local.substr(2)});
  return Concat({"OMIM:", local});
}

/// "558" of "ORPHA:ORPHA558" and "ORPHA:0558".
std::string_view LocalOfOrpha(const CodePrefix& prefix, std::string_view local) {
  size_t letters = 0;
  while (letters < local.size() && IsAsciiAlpha(local[letters])) ++letters;
  std::string_view number = local.substr(letters);
  const bool repeated = letters == 0 || IsSameSystem(FindCodePrefix(local.substr(0, letters)), &prefix);
  if (!repeated || !OnlyDigits(number)) return local;
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

/// "6975" of "0006975", and of "6975/marfan-syndrome" in an address.
std::string_view LocalOfGard(std::string_view local) {
  std::string_view number = local.substr(0, local.find('/'));
  if (!OnlyDigits(number)) return local;
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

/// "D008382" of "d008382": a descriptor or a supplementary concept.
bool IsSmallMesh(std::string_view local) {
  return local.size() > 1 && (local.front() == 'd' || local.front() == 'c') && OnlyDigits(local.substr(1));
}

/// "DB00331" of "DB00331", "db00331", "331" and "00331"; others as they stand.
std::string LocalOfDrugBank(std::string_view local) {
  constexpr size_t kDigits = 5;
  std::string_view number = local;
  if (ToLower(number.substr(0, 2)) == "db") number.remove_prefix(2);
  if (!OnlyDigits(number) || number.size() > kDigits) return std::string(local);
  return Concat({"DB", std::string(kDigits - number.size(), '0'), number});
}

std::string Compose(const CodePrefix& prefix, std::string_view local) {
  // Some sources repeat the prefix: "HGNC:HGNC:1100".
  if (const size_t colon = local.find(':');
      colon != local.npos && IsSameSystem(FindCodePrefix(local.substr(0, colon)), &prefix)) {
    local.remove_prefix(colon + 1);
  } else if (const size_t bar = local.find('_');
             bar != local.npos && IsSameSystem(FindCodePrefix(local.substr(0, bar)), &prefix)) {
    local.remove_prefix(bar + 1);  // "ORDO:Orphanet_558"
  }
  local = TrimAll(local);
  if (local.ends_with(".0") && OnlyDigits(local.substr(0, local.size() - 2)) && HasNumbers(prefix)) {
    local.remove_suffix(2);
  }
  switch (prefix.style) {
    case CodeStyle::kSevenDigits:
      if (OnlyDigits(local)) {
        while (local.size() > 7 && local.front() == '0') local.remove_prefix(1);
      }
      break;
    case CodeStyle::kIcd10: {
      const bool german = prefix.spelling == "ICD10GM" || prefix.spelling == "ICD10";
      return Concat({prefix.spelling, ":", german ? NormalizeGermanIcd10(local) : NormalizeIcd10(local)});
    }
    case CodeStyle::kIcd9:
      return Concat({prefix.spelling, ":", NormalizeIcd9(local)});
    case CodeStyle::kIcdO:
      return Concat({prefix.spelling, ":", NormalizeIcdO(local)});
    case CodeStyle::kOpcs:
      return Concat({prefix.spelling, ":", NormalizeOpcs(local)});
    case CodeStyle::kUpper: {
      std::string upper(local);
      for (char& c : upper) c = AsciiUpper(c);
      return Concat({prefix.spelling, ":", upper});
    }
    case CodeStyle::kConcept:
      if (local.size() > 1 && local.front() == 'c' && OnlyDigits(local.substr(1))) {
        return Concat({prefix.spelling, ":C", local.substr(1)});
      }
      break;
    case CodeStyle::kDrugBank:
      return Concat({prefix.spelling, ":", LocalOfDrugBank(local)});
    case CodeStyle::kNdc:
      return Concat({prefix.spelling, ":", NormalizeNdc(local)});
    case CodeStyle::kEightDigits:
      return Concat({prefix.spelling, ":", NormalizeEightDigits(local)});
    case CodeStyle::kCcam:
      return Concat({prefix.spelling, ":", NormalizeCcam(local)});
    case CodeStyle::kNcsp:
      return Concat({prefix.spelling, ":", NormalizeNcsp(local)});
    case CodeStyle::kIcpc:
      return Concat({prefix.spelling, ":", NormalizeIcpc(local)});
    case CodeStyle::kRead:
      return Concat({prefix.spelling, ":", NormalizeRead(local)});
    case CodeStyle::kAny:
      if (prefix.spelling == "OMIM") return ComposeOmim(local);
      if (prefix.spelling == "ORPHA") local = LocalOfOrpha(prefix, local);
      if (prefix.spelling == "GARD") local = LocalOfGard(local);
      if (prefix.spelling == "ENSEMBL" && !GeneOfEnsembl(local).empty()) local = GeneOfEnsembl(local);
      if (prefix.spelling == "MESH" && IsSmallMesh(local)) {
        return Concat({"MESH:", std::string(1, AsciiUpper(local.front())), local.substr(1)});
      }
      // Neither has codes that begin with a zero: a program filled them up.
      if (prefix.spelling == "LOINC" || prefix.spelling == "SNOMED") {
        while (local.size() > 1 && local[0] == '0' && local[1] >= '0' && local[1] <= '9') local.remove_prefix(1);
      }
      break;
  }
  return Concat({prefix.spelling, ":", local});
}

/// "HP_0001250". Short numbers after '_' are left alone where numbers have seven digits: "SO_1" may be anything.
const CodePrefix* SplitUnderscore(std::string_view code, std::string_view& local) {
  const size_t underscore = code.rfind('_');
  if (underscore == code.npos) return nullptr;
  const CodePrefix* prefix = FindCodePrefix(code.substr(0, underscore));
  local = code.substr(underscore + 1);
  if (prefix == nullptr || !LooksLikeLocalId(local)) return nullptr;
  if (prefix->style == CodeStyle::kSevenDigits && (local.size() < 7 || !OnlyDigits(local))) return nullptr;
  return prefix;
}

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
  // A code that names its system itself, whatever the address is: that of a file of an OBO ontology, say.
  if (code.find(':') != code.npos && FindCodePrefix(code.substr(0, code.find(':'))) != nullptr) {
    return NormalizeCode(code);
  }
  std::string_view prefix;
  if (ConsumePrefix(system, "urn:oid:")) {
    prefix = PrefixOfOid(system);
  } else {
    const std::string with_end = Concat({WithoutScheme(system), system.ends_with("/") ? "" : "/"});
    for (const CodeAddress& address : CodeAddresses()) {
      if (!prefix.empty() || !with_end.starts_with(address.start)) continue;
      // SNOMED's edition and version belong to the system; behind other systems stands a code, and then its version.
      if (with_end != address.start && address.start != "snomed.info/sct/") return NormalizeIri(token.substr(0, first));
      prefix = address.prefix;
    }
  }
  if (prefix.empty() || code.empty()) return "";
  return Compose(*FindCodePrefix(prefix), code);
}

std::string NormalizeIri(std::string_view iri) {
  std::string_view rest = WithoutScheme(iri);
  for (const CodeAddress& address : CodeAddresses()) {
    if (!rest.starts_with(address.start)) continue;
    std::string_view local = rest.substr(address.start.size());
    if (local.ends_with("/")) local.remove_suffix(1);
    const CodePrefix* prefix = nullptr;
    if (!address.prefix.empty()) {
      prefix = FindCodePrefix(address.prefix);
    } else if (const size_t end = local.find_first_of("/:"); end != local.npos) {
      prefix = FindCodePrefix(local.substr(0, end));
      local.remove_prefix(end + 1);
      if (const size_t colon = local.find(':');
          colon != local.npos && IsSameSystem(FindCodePrefix(local.substr(0, colon)), prefix)) {
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

/// Also "http://hl7.org/fhir/sid/icd-10#E11.9".
std::string NormalizeAddress(std::string_view iri) {
  std::string code = NormalizeIri(iri);
  const size_t fragment = iri.find('#');
  if (code != iri || fragment == iri.npos) return code;
  std::string token(iri);
  token[fragment] = '|';
  token = NormalizeToken(token);
  return token.empty() ? code : token;
}

/// SNOMED's "73211009 |Diabetes mellitus|" without the label. Expressions, which go on behind it, stay.
std::string_view WithoutLabel(std::string_view code) {
  if (!code.ends_with('|')) return code;
  const size_t first = code.find('|');
  if (first == 0 || first + 1 == code.size() || code.find('|', first + 1) != code.size() - 1) return code;
  return TrimAll(code.substr(0, first));
}

constexpr std::string_view kMiriam = "urn:miriam:";

/// "hp:HP%3A0001250" and "orphanet.ordo:Orphanet_558", which stand behind kMiriam, as codes. In its registry icd is
/// ICD-10.
std::string CodeOfMiriam(std::string_view name) {
  std::string decoded(name);
  for (size_t at = decoded.find("%3"); at != decoded.npos; at = decoded.find("%3", at + 1)) {
    if (at + 2 < decoded.size() && AsciiUpper(decoded[at + 2]) == 'A') decoded.replace(at, 3, ":");
  }
  const size_t colon = decoded.find(':');
  if (colon == decoded.npos) return decoded;
  std::string_view collection = std::string_view(decoded).substr(0, colon);
  const std::string_view local = std::string_view(decoded).substr(colon + 1);
  if (ToLower(collection) == "icd") return Concat({"ICD10:", local});
  // A code that says of which system it is.
  const size_t inner = local.find_first_of(":_");
  if (inner != local.npos && inner + 1 < local.size() && FindCodePrefix(local.substr(0, inner)) != nullptr) {
    return Concat({local.substr(0, inner), ":", local.substr(inner + 1)});
  }
  collection = collection.substr(0, collection.find('.'));
  return Concat({collection, ":", local});
}

}  // namespace

std::string NormalizeCode(std::string_view code) {
  code = TrimAll(code);
  std::string visible;
  if (std::any_of(code.begin(), code.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    visible = WithPlainMarks(WithHiddenBlanksPlain(Composed(code)));
    code = visible;
  }
  if (code.size() > 2 && code.front() == '<' && code.back() == '>') code = code.substr(1, code.size() - 2);  // RDF
  const bool address = code.starts_with("http://") || code.starts_with("https://");
  if (address || code.starts_with("urn:oid:")) {
    std::string token = NormalizeToken(code);
    if (!token.empty()) return token;
    return address ? NormalizeAddress(code) : std::string(code);
  }
  code = WithoutLabel(code);
  std::string of_miriam;
  if (code.size() > kMiriam.size() && ToLower(code.substr(0, kMiriam.size())) == kMiriam) {
    of_miriam = CodeOfMiriam(code.substr(kMiriam.size()));
    code = of_miriam;
  }
  if (const size_t colon = code.find(':'); colon != code.npos) {
    const CodePrefix* prefix = FindCodePrefix(TrimAll(code.substr(0, colon)));
    const std::string_view local = TrimAll(code.substr(colon + 1));
    if (prefix != nullptr && !local.empty()) return Compose(*prefix, local);
    // Of other systems, the prefix in any case.
    const std::string_view other = local.empty() ? "" : SpellingOfOtherSystem(TrimAll(code.substr(0, colon)));
    return other.empty() ? std::string(code) : Concat({other, ":", local});
  }
  std::string_view local;
  if (const CodePrefix* prefix = SplitUnderscore(code, local)) return Compose(*prefix, local);
  // "ICD10 E11.9"
  if (const size_t blank = code.rfind(' '); blank != code.npos) {
    const CodePrefix* prefix = FindCodePrefix(TrimAll(code.substr(0, blank)));
    if (prefix != nullptr && LooksLikeLocalId(code.substr(blank + 1))) return Compose(*prefix, code.substr(blank + 1));
  }
  // The ids of Ensembl's genes and DrugBank's drugs say by themselves of which system they are.
  if (const std::string_view gene = GeneOfEnsembl(code); !gene.empty()) return Concat({"ENSEMBL:", gene});
  if (code.size() == 7 && code.starts_with("DB") && OnlyDigits(code.substr(2))) return Concat({"DRUGBANK:", code});
  return std::string(code);
}

}  // namespace muster::model
