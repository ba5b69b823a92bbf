#include "engine/model/codes/neoplasm.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// What names of tumours have in them, and few other words.
constexpr std::string_view kStems[] = {
    "carcino",   "sarcom",          "lymphom",      "leukem",           "leukaem",    "leucem",
    "melanom",   "blastom",         "gliom",        "myelom",           "adenom",     "neoplas",
    "tumor",     "tumour",          "cancer",       "malignan",         "metasta",    "seminom",
    "teratom",   "germinom",        "meningiom",    "mesotheliom",      "astrocytom", "ependymom",
    "thymom",    "schwannom",       "chordom",      "karzinom",         "krebs",      "tumeur",
    "insulinom", "pheochromocytom", "myelodysplas", "craniopharyngiom",
};
// What denies one or doubts it, and what only sounds like one.
constexpr std::string_view kDenials[] = {
    "no ",           "not ",           "non-neoplas",      "non neoplas", "nonneoplas",
    "non-malig",     "nonmalig",       "non-tumo",         "nontumo",     "non-cancer",
    "without",       "negative",       "absence",          "absent",      "free of",
    "normal tissue", "normal sample",  "normal control",   "healthy",     "excluded",
    "ruled out",     "remission",      "pseudotumo",       "at risk",     "risk of",
    "risk for",      "history of",     "family history",   "suspect",     "suspic",
    "rule out",      "tumor-free",     "tumour-free",      "tumor free",  "tumour free",
    "possible",      "susceptibility", "predisposition",   "screening",   "premalig",
    "pre-malig",     "precancer",      "pre-cancer",       "tumor-like",  "tumour-like",
    "tumor like",    "tumour like",    "tumor necrosis",   "adenomyo",    "adenomegal",
    "sarcomer",      "myelomening",    "myelomalac",       "blastomyc",   "leukemoid",
    "leukaemoid",    "krebs cycle",    "carcinoembryonic",
};

bool HasAny(std::string_view text, const std::string_view* begin, const std::string_view* end) {
  return std::any_of(begin, end, [&](std::string_view part) { return text.find(part) != text.npos; });
}

// The number at the beginning, or -1.
int NumberAt(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? number : -1;
}

bool IsIcd10Neoplasm(std::string_view local) {
  if (local.size() < 3 || !IsAsciiDigit(local[1]) || !IsAsciiDigit(local[2])) return false;
  return local[0] == 'C' || (local[0] == 'D' && NumberAt(local.substr(1, 2)) <= 48);
}

// Morphologies have four digits and a behaviour behind a slash, perhaps with a grade; topographies are codes of a
// place.
bool IsMorphology(std::string_view local) {
  const int number = NumberAt(local);
  return number >= 8000 && number <= 9999 && (local.size() == 6 || local.size() == 7) && local[4] == '/';
}

}  // namespace

bool DeniesTumour(std::string_view label) {
  std::string text = ToLower(label);
  text.push_back(' ');
  for (const std::string_view phrase : {"not otherwise specified", "not elsewhere classified"}) {
    if (const size_t at = text.find(phrase); at != text.npos) text.erase(at, phrase.size());
  }
  if (HasAny(text, std::begin(kDenials), std::end(kDenials))) return true;
  const std::string_view word = Trim(text);
  return word.starts_with("normal") || word == "benign" || word == "none" || word == "negative" ||
         word == "complete response";
}

bool IsNeoplasm(std::string_view code, std::string_view label) {
  const size_t colon = code.find(':');
  const std::string_view system = code.substr(0, std::min(colon, code.size()));
  const std::string_view local = colon == code.npos ? std::string_view() : code.substr(colon + 1);
  if (system.starts_with("ICD10") && system != "ICD10PCS") return IsIcd10Neoplasm(local);
  if (system == "ICD9" || system == "ICD9CM") return NumberAt(local) >= 140 && NumberAt(local) <= 239;
  if (system == "ICDO3" && IsMorphology(local)) return true;
  if (label.empty() || DeniesTumour(label)) return false;
  const std::string text = ToLower(label);
  return HasAny(text, std::begin(kStems), std::end(kStems));
}

}  // namespace muster::model
