#include "engine/model/codes/code_form.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool IsDigits(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most && OnlyDigits(text);
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

bool IsSevenDigits(std::string_view local) { return IsDigits(local, 7, 7); }
bool IsEightDigits(std::string_view local) { return IsDigits(local, 8, 8); }
bool IsSixDigits(std::string_view local) { return IsDigits(local, 6, 6); }
bool IsAnyNumber(std::string_view local) { return IsDigits(local, 1, 10); }
bool IsSnomed(std::string_view local) { return IsDigits(local, 6, 18); }
bool IsNcit(std::string_view local) { return local.starts_with('C') && IsDigits(local.substr(1), 3, 7); }
bool IsUmls(std::string_view local) { return local.starts_with('C') && IsDigits(local.substr(1), 7, 7); }
bool IsMesh(std::string_view local) {
  return (local.starts_with('D') || local.starts_with('C')) && IsDigits(local.substr(1), 6, 9);
}

// A10BA02, and the groups above it: A, A10, A10B, A10BA.
bool IsAtc(std::string_view local) {
  constexpr std::string_view kPattern = "A00AA00";
  if (local.empty() || local.size() == 2 || local.size() == 6 || local.size() > kPattern.size()) return false;
  for (size_t i = 0; i < local.size(); ++i) {
    if (kPattern[i] == 'A' ? !IsUpper(local[i]) : !IsAsciiDigit(local[i])) return false;
  }
  return true;
}

// As many characters as `pattern`: 'A' stands for a capital letter, '0' for a digit, '*' for either.
bool Fits(std::string_view local, std::string_view pattern) {
  return local.size() == pattern.size() &&
         std::equal(local.begin(), local.end(), pattern.begin(),
                    [](char c, char form) { return (form != '0' && IsUpper(c)) || (form != 'A' && IsAsciiDigit(c)); });
}

bool AreUpperAlnum(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [](char c) { return IsUpper(c) || IsAsciiDigit(c); });
}

// E11, and C7A or O9A of ICD-10-CM. T2D is none.
bool IsIcd10Category(std::string_view text) {
  return Fits(text, "A0*") && (IsAsciiDigit(text[2]) || text[2] == 'A' || text[2] == 'B');
}

// E11, E11.9, M80.08XA, and blocks of categories: C34-C39. Chapters have numbers, which records seldom use.
bool IsIcd10(std::string_view local) {
  if (!IsIcd10Category(local.substr(0, 3))) return false;
  if (local.size() == 3) return true;
  if (local[3] == '-') return IsIcd10Category(local.substr(4)) && local.substr(0, 3) < local.substr(4);
  return local[3] == '.' && local.size() >= 5 && local.size() <= 8 &&
         std::all_of(local.begin() + 4, local.end(), IsAsciiAlnum);
}

// Those of Germany end in a digit, or in a mark of certainty, which makes it no code of what was observed.
bool IsGermanIcd10(std::string_view local) {
  if (local.size() > 3 && local[3] == '-') return IsIcd10(local);
  if (local.size() > 3 && std::string_view("AVZ").find(local.back()) != std::string_view::npos) local.remove_suffix(1);
  return IsIcd10(local) && (local.size() == 3 || OnlyDigits(local.substr(4)));
}

// 250, 250.00, V10.1, E880.9, and blocks of categories: E880-E888. An E has three digits behind it, a V has two; of a
// diagnosis a spreadsheet may have taken zeros off.
bool IsIcd9(std::string_view local) {
  if (const size_t dash = local.find('-'); dash != local.npos) {
    const std::string_view first = local.substr(0, dash);
    const std::string_view last = local.substr(dash + 1);
    const bool plain = local.find('.') == local.npos && last.find('-') == last.npos;
    return plain && first.size() == last.size() && first < last && IsIcd9(first) && IsIcd9(last);
  }
  const char letter = local.empty() ? '\0' : local[0];
  const bool external = letter == 'E';
  const bool factor = letter == 'V';
  if (external || factor) local.remove_prefix(1);
  const size_t dot = local.find('.');
  return IsDigits(local.substr(0, dot), external ? 3 : 2, factor ? 2 : 3) &&
         (dot == local.npos || IsDigits(local.substr(dot + 1), 1, 2));
}

// C50.9 of topography, 8500/3 of morphology, 8500/32 with a grade behind the behaviour.
bool IsIcdO(std::string_view local) {
  if (local.starts_with('C')) {
    const size_t dot = local.find('.');
    return IsDigits(local.substr(1, dot == local.npos ? dot : dot - 1), 2, 2) &&
           (dot == local.npos || IsDigits(local.substr(dot + 1), 1, 1));
  }
  const size_t slash = local.find('/');
  return IsDigits(local.substr(0, slash), 4, 4) && (slash == local.npos || IsDigits(local.substr(slash + 1), 1, 2));
}

// 5A11, 5A11.Z, with extensions behind '&' and '/'; or the number of an entity of the foundation.
bool IsIcd11(std::string_view local) {
  if (IsDigits(local, 6, 10)) return true;
  std::string_view stem = local.substr(0, local.find_first_of("&/"));
  const size_t dot = stem.find('.');
  if (!Fits(stem.substr(0, dot), "*A0*")) return false;
  return dot == stem.npos || AreUpperAlnum(stem.substr(dot + 1), 1, 3);
}

// 5-511, 5-511.41, and the groups above them: 5-51.
bool IsOps(std::string_view local) {
  if (local.size() < 4 || !IsAsciiDigit(local[0]) || local[1] != '-') return false;
  const std::string_view rest = local.substr(2);
  const size_t dot = rest.find('.');
  return AreUpperAlnum(rest.substr(0, dot), 2, 3) && (dot == rest.npos || AreUpperAlnum(rest.substr(dot + 1), 1, 2));
}

// J18, J18.1
bool IsOpcs(std::string_view local) {
  return Fits(local.substr(0, 3), "A00") && (local.size() == 3 || (local[3] == '.' && IsDigits(local.substr(4), 1, 1)));
}

// 51, 51.2, 51.23
bool IsIcd9Procedure(std::string_view local) {
  return IsDigits(local.substr(0, 2), 2, 2) &&
         (local.size() == 2 || (local[2] == '.' && IsDigits(local.substr(3), 1, 2)));
}

// 51.23, Z51.23.11
bool IsChop(std::string_view local) {
  if (local.starts_with('Z')) local.remove_prefix(1);
  if (!IsDigits(local.substr(0, 2), 2, 2)) return false;
  for (local.remove_prefix(2); !local.empty();) {
    const size_t next = std::min(local.find('.', 1), local.size());
    if (local[0] != '.' || !AreUpperAlnum(local.substr(1, next - 1), 1, 2)) return false;
    local.remove_prefix(next);
  }
  return true;
}

// 0FT44ZZ, and what begins so; the letters O and I are none of it.
bool IsIcd10Procedure(std::string_view local) {
  return AreUpperAlnum(local, 1, 7) && local.find_first_of("OI") == local.npos;
}

// JKA21, and the groups above it: J, JK, JKA; with a letter of the country behind it.
bool IsNcsp(std::string_view local) {
  if (Fits(local, "AAA00A")) return true;
  constexpr std::string_view kPattern = "AAA00";
  return !local.empty() && local.size() != 4 && Fits(local, kPattern.substr(0, local.size()));
}

// b140, and the chapter above it: b1; a qualifier stands behind a dot.
bool IsIcf(std::string_view local) {
  if (local.empty() || std::string_view("bsdeBSDE").find(local[0]) == std::string_view::npos) return false;
  const std::string_view rest = local.substr(1, local.find('.') == local.npos ? local.npos : local.find('.') - 1);
  return rest.empty() || IsDigits(rest, 1, 5);
}

// 0212, 0212000B0AAABAB
// Chapter, section and paragraph have two digits each, and the next place one, before letters come: with a digit less,
// a spreadsheet has taken a zero away.
bool IsBnf(std::string_view local) {
  if (!AreUpperAlnum(local, 2, 15) || !IsDigits(local.substr(0, 2), 2, 2)) return false;
  const size_t digits = local.find_first_not_of("0123456789");
  return digits == local.npos ? local.size() != 3 && local.size() != 5 : digits >= 7;
}
bool IsAtcVet(std::string_view local) {
  return local.starts_with('Q') && (local.size() == 1 || IsAtc(local.substr(1)));
}
bool IsCcam(std::string_view local) { return Fits(local, "AAAA000"); }
bool IsCpt(std::string_view local) { return Fits(local, "0000*"); }
bool IsHcpcs(std::string_view local) { return Fits(local, "A0000"); }
bool IsDrugBank(std::string_view local) { return Fits(local, "AA00000"); }
// T90, the chapter above it, and T90.02, which the Netherlands have below it.
bool IsIcpc(std::string_view local) {
  if (local.size() > 3 && local[3] == '.') return Fits(local.substr(0, 3), "A00") && IsDigits(local.substr(4), 1, 2);
  return Fits(local, "A00") || Fits(local, "A");
}
bool IsNpu(std::string_view local) {
  ConsumePrefix(local, "NPU");
  return Fits(local, "00000");
}

bool LooksLikeLoinc(std::string_view local) {
  for (const std::string_view part : {"LP", "LA", "LL", "LG"}) {
    if (ConsumePrefix(local, part)) break;
  }
  const size_t dash = local.find('-');
  return dash != local.npos && IsDigits(local.substr(0, dash), 1, 7) && IsDigits(local.substr(dash + 1), 1, 1);
}

struct System {
  std::string_view prefix;
  bool (*fits)(std::string_view local);
};

constexpr System kSystems[] = {
    {"ATC", IsAtc},
    {"ATCVET", IsAtcVet},
    {"BNF", IsBnf},
    {"BTO", IsSevenDigits},
    {"CCAM", IsCcam},
    {"CHEBI", IsAnyNumber},
    {"CHOP", IsChop},
    {"CL", IsSevenDigits},
    {"CMO", IsSevenDigits},
    {"CPT", IsCpt},
    {"DOID", IsAnyNumber},
    {"DRUGBANK", IsDrugBank},
    {"ECTO", IsSevenDigits},
    {"EFO", IsSevenDigits},
    {"GARD", IsAnyNumber},
    {"GO", IsSevenDigits},
    {"HCPCS", IsHcpcs},
    {"HGNC", IsAnyNumber},
    {"HP", IsSevenDigits},
    {"ICD-10", IsIcd10},
    {"ICD-10-CM", IsIcd10},
    {"ICD-O-3", IsIcdO},
    {"ICD10", IsIcd10},
    {"ICD10AM", IsIcd10},
    {"ICD10CA", IsIcd10},
    {"ICD10CM", IsIcd10},
    {"ICD10FI", IsIcd10},
    {"ICD10GM", IsGermanIcd10},
    {"ICD10PCS", IsIcd10Procedure},
    {"ICD10SE", IsIcd10},
    {"ICD10WHO", IsIcd10},
    {"ICD11", IsIcd11},
    {"ICD9", IsIcd9},
    {"ICD9CM", IsIcd9},
    {"ICD9PROC", IsIcd9Procedure},
    {"ICDO3", IsIcdO},
    {"ICF", IsIcf},
    {"ICPC2", IsIcpc},
    {"KCD", IsIcd10},
    {"LOINC", LooksLikeLoinc},
    {"MAXO", IsSevenDigits},
    {"MEDGEN", IsAnyNumber},
    {"MESH", IsMesh},
    {"MONDO", IsSevenDigits},
    {"MP", IsSevenDigits},
    {"MedDRA", IsEightDigits},
    {"NCBIGene", IsAnyNumber},
    {"NCBITaxon", IsAnyNumber},
    {"NCIT", IsNcit},
    {"NCSP", IsNcsp},
    {"NPU", IsNpu},
    {"OBI", IsSevenDigits},
    {"OMIM", IsSixDigits},
    {"OMIMPS", IsSixDigits},
    {"OMOP", IsAnyNumber},
    {"OPCS4", IsOpcs},
    {"OPS", IsOps},
    {"ORPHA", IsAnyNumber},
    {"PATO", IsSevenDigits},
    {"RxNorm", IsAnyNumber},
    {"SNOMED", IsSnomed},
    {"SO", IsSevenDigits},
    {"UBERON", IsSevenDigits},
    {"UMLS", IsUmls},
};

// By Verhoeff: the dihedral group of the pentagon, by which each wrong digit and each exchange of two shows. The digits
// that a spreadsheet has rounded to zeros show in nine of ten ids.
bool HasSnomedCheckDigit(std::string_view local) {
  constexpr std::string_view kProduct[] = {"0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
                                           "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
  constexpr std::string_view kByPlace[] = {"0123456789", "1576283094", "5803796142", "8916043527",
                                           "9453126870", "4286573901", "2793806415", "7046913258"};
  size_t check = 0;
  for (size_t i = 0; i < local.size(); ++i) {
    const auto digit = static_cast<size_t>(local[local.size() - 1 - i] - '0');
    check = static_cast<size_t>(kProduct[check][static_cast<size_t>(kByPlace[i % 8][digit] - '0')] - '0');
  }
  return check == 0;
}

// By Luhn: of the digits from the right, every second one counts twice. (Of answers and parts, LA33-6, the letters
// count in a way that is not published.)
bool HasLoincCheckDigit(std::string_view local) {
  if (!IsAsciiDigit(local[0])) return true;
  const size_t dash = local.find('-');
  int sum = local[dash + 1] - '0';
  bool twice = true;
  for (size_t i = dash; i-- > 0 && IsAsciiDigit(local[i]); twice = !twice) {
    const int digit = (local[i] - '0') * (twice ? 2 : 1);
    sum += digit / 10 + digit % 10;
  }
  return sum % 10 == 0;
}

}  // namespace

CodeForm FormOf(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos) return CodeForm::kUnknownSystem;
  const std::string_view prefix = code.substr(0, colon);
  const std::string_view local = code.substr(colon + 1);
  const auto* const system =
      std::find_if(std::begin(kSystems), std::end(kSystems), [&](const System& s) { return s.prefix == prefix; });
  if (system == std::end(kSystems)) return CodeForm::kUnknownSystem;
  if (!system->fits(local)) return CodeForm::kMalformed;
  if (prefix == "LOINC" && !HasLoincCheckDigit(local)) return CodeForm::kBadCheckDigit;
  if (prefix == "SNOMED" && !HasSnomedCheckDigit(local)) return CodeForm::kBadCheckDigit;
  return CodeForm::kWellFormed;
}

bool IsDescriptionOfSnomed(std::string_view code) {
  if (!ConsumePrefix(code, "SNOMED:") || code.size() < 7 || !IsSnomed(code)) return false;
  const std::string_view partition = code.substr(code.size() - 3, 2);
  return (partition == "01" || partition == "11") && HasSnomedCheckDigit(code);
}

}  // namespace muster::model
