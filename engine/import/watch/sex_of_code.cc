#include "engine/import/watch/sex_of_code.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Codes from one head to another, with what is below them.
struct Heads {
  std::string_view first;
  std::string_view last;
  SexOfCode sex;
};
constexpr Heads kIcd10[] = {{"C51", "C58", SexOfCode::kWomen},         {"C60", "C63", SexOfCode::kMen},
                            {"D06", "D06", SexOfCode::kWomen},         {"D25", "D28", SexOfCode::kWomen},
                            {"D29", "D29", SexOfCode::kMen},           {"D39", "D39", SexOfCode::kWomen},
                            {"D40", "D40", SexOfCode::kMen},           {"E28", "E28", SexOfCode::kWomen},
                            {"N40", "N51", SexOfCode::kMen},           {"N70", "N98", SexOfCode::kWomen},
                            {"O00", "O99", SexOfCode::kWomen},         {"Q50", "Q52", SexOfCode::kWomen},
                            {"Q53", "Q55", SexOfCode::kMen},           {"Q56", "Q56", SexOfCode::kMayDiffer},
                            {"E25", "E25", SexOfCode::kMayDiffer},     {"E34.5", "E34.5", SexOfCode::kMayDiffer},
                            {"F64", "F64", SexOfCode::kMayDiffer},     {"Q97.3", "Q97.3", SexOfCode::kMayDiffer},
                            {"Q98.2", "Q98.3", SexOfCode::kMayDiffer}, {"Q99.0", "Q99.1", SexOfCode::kMayDiffer}};
constexpr Heads kPlaces[] = {{"C51", "C58", SexOfCode::kWomen}, {"C60", "C63", SexOfCode::kMen}};
constexpr Heads kIcd9[] = {{"179", "184", SexOfCode::kWomen},         {"185", "187", SexOfCode::kMen},
                           {"218", "221", SexOfCode::kWomen},         {"222", "222", SexOfCode::kMen},
                           {"600", "608", SexOfCode::kMen},           {"614", "679", SexOfCode::kWomen},
                           {"259.5", "259.5", SexOfCode::kMayDiffer}, {"752.7", "752.7", SexOfCode::kMayDiffer}};
constexpr Heads kOpcs[] = {{"M61", "M68", SexOfCode::kMen},
                           {"N01", "N34", SexOfCode::kMen},
                           {"P01", "P32", SexOfCode::kWomen},
                           {"Q01", "Q56", SexOfCode::kWomen},
                           {"R01", "R43", SexOfCode::kWomen}};
constexpr Heads kOps[] = {{"5-60", "5-64", SexOfCode::kMen}, {"5-65", "5-75", SexOfCode::kWomen}};

struct Known {
  std::string_view code;
  SexOfCode sex;
};
constexpr Known kTerms[] = {{"SNOMED:399068003", SexOfCode::kMen},   {"SNOMED:266569009", SexOfCode::kMen},
                            {"SNOMED:363443007", SexOfCode::kWomen}, {"SNOMED:363354003", SexOfCode::kWomen},
                            {"SNOMED:77386006", SexOfCode::kWomen},  {"SNOMED:129103003", SexOfCode::kWomen},
                            {"MONDO:0008315", SexOfCode::kMen},      {"MONDO:0005159", SexOfCode::kMen},
                            {"MONDO:0008170", SexOfCode::kWomen},    {"MONDO:0005140", SexOfCode::kWomen},
                            {"MONDO:0002974", SexOfCode::kWomen},    {"MONDO:0011962", SexOfCode::kWomen},
                            {"MONDO:0005133", SexOfCode::kWomen},    {"NCIT:C7378", SexOfCode::kMen},
                            {"NCIT:C2919", SexOfCode::kMen},         {"NCIT:C4863", SexOfCode::kMen},
                            {"NCIT:C7431", SexOfCode::kWomen},       {"NCIT:C4908", SexOfCode::kWomen},
                            {"NCIT:C9039", SexOfCode::kWomen},       {"NCIT:C7558", SexOfCode::kWomen},
                            {"HP:0012125", SexOfCode::kMen},         {"HP:0000028", SexOfCode::kMen},
                            {"HP:0000047", SexOfCode::kMen},         {"HP:0100615", SexOfCode::kWomen},
                            {"HP:0030127", SexOfCode::kWomen},       {"HP:0000147", SexOfCode::kWomen}};
// Differences of sex development.
constexpr std::string_view kMayDiffer[] = {
    "ORPHA:99429", "ORPHA:90797", "ORPHA:754",   "ORPHA:242",   "ORPHA:251510",  "ORPHA:2138",
    "ORPHA:393",   "ORPHA:752",   "ORPHA:753",   "ORPHA:91",    "OMIM:300068",   "OMIM:312300",
    "OMIM:264600", "OMIM:264300", "OMIM:400044", "OMIM:400045", "MONDO:0019154", "MONDO:0010720",
    "HP:0012245",  "HP:0000062",  "HP:0000037",  "HP:0010458"};

template <size_t kSize>
SexOfCode In(const Heads (&list)[kSize], std::string_view local) {
  const auto* found = std::find_if(std::begin(list), std::end(list), [&](const Heads& heads) {
    const std::string_view head = local.substr(0, heads.first.size());
    return head.size() == heads.first.size() && head >= heads.first && head <= heads.last;
  });
  return found == std::end(list) ? SexOfCode::kAny : found->sex;
}

// A letter and two digits: no code of procedures, in which letters follow.
bool IsHead(std::string_view local) {
  return local.size() >= 3 && model::IsAsciiDigit(local[1]) && model::IsAsciiDigit(local[2]);
}

}  // namespace

SexOfCode FindSexOfCode(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == code.npos) return SexOfCode::kAny;
  const std::string_view system = code.substr(0, colon);
  const std::string_view local = code.substr(colon + 1);
  if (system == "ICD10PCS" || system == "ICD9PROC") return SexOfCode::kAny;
  if (system.starts_with("ICD10")) return IsHead(local) ? In(kIcd10, local) : SexOfCode::kAny;
  if (system.starts_with("ICDO")) return IsHead(local) ? In(kPlaces, local) : SexOfCode::kAny;
  if (system == "ICD9" || system == "ICD9CM") {
    const bool whole = local.size() == 3 || (local.size() > 3 && local[3] == '.');
    return whole ? In(kIcd9, local) : SexOfCode::kAny;
  }
  if (system == "OPCS4") return IsHead(local) ? In(kOpcs, local) : SexOfCode::kAny;
  if (system == "OPS") return In(kOps, local);
  const auto* known =
      std::find_if(std::begin(kTerms), std::end(kTerms), [&](const Known& term) { return term.code == code; });
  if (known != std::end(kTerms)) return known->sex;
  const bool may_differ = std::find(std::begin(kMayDiffer), std::end(kMayDiffer), code) != std::end(kMayDiffer);
  return may_differ ? SexOfCode::kMayDiffer : SexOfCode::kAny;
}

}  // namespace muster::import
