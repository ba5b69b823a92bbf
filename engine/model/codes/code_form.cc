#include "engine/model/codes/code_form.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool OnlyDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit); }

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

// E11, E11.9, M80.08XA; blocks and chapters have other forms, which records seldom use.
bool IsIcd10(std::string_view local) {
  if (local.size() < 3 || !IsUpper(local[0]) || !IsAsciiDigit(local[1]) || !IsAsciiAlnum(local[2])) return false;
  if (local.size() == 3) return true;
  return local[3] == '.' && local.size() >= 5 && local.size() <= 8 &&
         std::all_of(local.begin() + 4, local.end(), IsAsciiAlnum);
}

// 250, 250.00, V10.1, E880.9
bool IsIcd9(std::string_view local) {
  if (!local.empty() && (local[0] == 'V' || local[0] == 'E')) local.remove_prefix(1);
  const size_t dot = local.find('.');
  return IsDigits(local.substr(0, dot), 2, 3) && (dot == local.npos || IsDigits(local.substr(dot + 1), 1, 2));
}

// C50.9 of topography, 8500/3 of morphology.
bool IsIcdO(std::string_view local) {
  if (local.starts_with('C')) {
    const size_t dot = local.find('.');
    return IsDigits(local.substr(1, dot == local.npos ? dot : dot - 1), 2, 2) &&
           (dot == local.npos || IsDigits(local.substr(dot + 1), 1, 1));
  }
  const size_t slash = local.find('/');
  return IsDigits(local.substr(0, slash), 4, 4) && (slash == local.npos || IsDigits(local.substr(slash + 1), 1, 1));
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
    {"CHEBI", IsAnyNumber},
    {"CL", IsSevenDigits},
    {"DOID", IsAnyNumber},
    {"EFO", IsSevenDigits},
    {"GO", IsSevenDigits},
    {"HGNC", IsAnyNumber},
    {"HP", IsSevenDigits},
    {"ICD-10", IsIcd10},
    {"ICD-10-CM", IsIcd10},
    {"ICD-O-3", IsIcdO},
    {"ICD10", IsIcd10},
    {"ICD10CM", IsIcd10},
    {"ICD10GM", IsIcd10},
    {"ICD10WHO", IsIcd10},
    {"ICD9", IsIcd9},
    {"ICD9CM", IsIcd9},
    {"ICDO3", IsIcdO},
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
    {"OBI", IsSevenDigits},
    {"OMIM", IsSixDigits},
    {"OMIMPS", IsSixDigits},
    {"ORPHA", IsAnyNumber},
    {"PATO", IsSevenDigits},
    {"RxNorm", IsAnyNumber},
    {"SNOMED", IsSnomed},
    {"SO", IsSevenDigits},
    {"UBERON", IsSevenDigits},
    {"UMLS", IsUmls},
};

// By Luhn: of the digits from the right, every second one counts twice.
bool HasLoincCheckDigit(std::string_view local) {
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
  return CodeForm::kWellFormed;
}

}  // namespace muster::model
