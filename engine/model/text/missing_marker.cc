#include "engine/model/text/missing_marker.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "containers/hash_table.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Null flavours first: they are words as well.
constexpr size_t kFlavours = 12;
constexpr std::string_view kMarkers[] = {
    "unknown",
    "not provided",
    "not asked",
    "asked but unknown",
    "not available",
    "not applicable",
    "not collected",
    "not recorded",
    "missing",
    "masked",
    "no information",
    "unknown karyotype",
    // R, pandas, databases
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "n/d",
    "nan",
    "none",
    "null",
    "nil",
    "nat",
    "undefined",
    // spreadsheets
    "#n/a",
    "#na",
    "#null!",
    "#value!",
    "#ref!",
    "#name?",
    "#div/0!",
    "#num!",
    // words of people and registries
    "no info",
    "no data",
    "no value",
    "not known",
    "not reported",
    "not specified",
    "not stated",
    "not done",
    "not determined",
    "not assessed",
    "not evaluated",
    "not tested",
    "unspecified",
    "unk",
    "asku",
    "nask",
    "nav",
    "navu",
    "msk",
    "empty",
    "blank",
    "no matching concept",
    "unknown/not reported",
    "missing data",
    "not documented",
    "do not know",
    "don't know",
    "prefer not to say",
    "prefer not to answer",
    "restricted access",
    "withheld",
    "redacted",
    "tbd",
    "to be determined",
    "na character",
    "na integer",
    "na real",
    // German, and its spreadsheets
    "unbekannt",
    "nicht bekannt",
    "nicht erhoben",
    "keine angabe",
    "k.a.",
    "#nv",
    "#wert!",
    "#bezug!",
    "entfällt",
    "entfaellt",
    "fehlt",
    "liegt nicht vor",
    "n.b.",
    "ohne angabe",
    // French, Spanish, Italian, Hungarian, and their spreadsheets (capitals with accents stay)
    "inconnu",
    "inconnue",
    "non renseigné",
    "non renseigne",
    "desconocido",
    "desconocida",
    "no consta",
    "sin datos",
    "s/d",
    "ismeretlen",
    "nincs adat",
    "sconosciuto",
    "#n/d",
    "#nom?",
    "#valeur!",
    "#¡valor!",
    "#valor!",
    "#ÉrtÉk!",
    "#hiÁnyzik",
    // dumps of databases
    "\\n",
    "'--",
    // words of FHIR's data-absent-reason
    "not-asked",
    "not-applicable",
    "not-performed",
    "not-permitted",
    "asked-unknown",
    "temp-unknown",
    "asked-declined",
    "not-a-number",
    "asked declined",
    "asked but declined",
    "asked unknown",
    "temp unknown",
    "not performed",
    "not permitted",
    "not a number",
    "unsupported",
    "error",
    "as-text",
    // marks
    "-",
    "--",
    "---",
    "\xe2\x80\x93",  // en dash
    "\xe2\x80\x94",  // em dash
    ".",
    "..",
    "...",
    "?",
    "??",
    "???",
};

constexpr std::string_view kMissingCodes[] = {
    "NCIT:C17998",       // Unknown
    "NCIT:C48660",       // Not Applicable
    "NCIT:C126101",      // Not Available
    "NCIT:C43234",       // Not Reported
    "NCIT:C53269",       // No Information
    "SNOMED:261665006",  // Unknown
    "SNOMED:385432009",  // Not applicable
};

constexpr std::string_view kSystemsOfMissing[] = {
    "data-absent-reason", "DataAbsentReason", "v3-NullFlavor",
    "NullFlavor",         "HL7-NullFlavor",   "2.16.840.1.113883.5.1008",
};

// In small letters, without hyphens and underscores, and as Americans spell it.
std::string SystemName(std::string_view text) {
  std::string name = ToLower(TrimAll(text));
  std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == ' '; });
  if (name.ends_with("flavour")) name.erase(name.size() - 2, 1);
  return name;
}

// INSDC's reasons for a missing value, which archives of sequences have behind it: "missing: control sample".
bool IsMissingWithReason(std::string_view text) {
  constexpr std::string_view kReported[] = {"missing", "not applicable", "not collected", "not provided",
                                            "restricted access"};
  constexpr std::string_view kReasons[] = {"control sample",      "sample group",
                                           "synthetic construct", "lab stock",
                                           "third party data",    "data agreement established pre-2023",
                                           "endangered species",  "human-identifiable",
                                           "not applicable",      "not collected",
                                           "not provided",        "restricted access",
                                           "not available",       "unknown"};
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < kReported[0].size()) return false;
  const std::string before = NormalizeMarker(text.substr(0, colon));
  const std::string reason = NormalizeMarker(text.substr(colon + 1));
  const auto is_in = [](std::span<const std::string_view> list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  return is_in(kReported, before) && is_in(kReasons, reason);
}

}  // namespace

std::span<const std::string_view> SystemsOfMissing() { return kSystemsOfMissing; }

bool IsOfSystemOfMissing(std::string_view code) {
  static const auto& names = *[] {
    auto* all = new HashSet<std::string>();
    for (const std::string_view system : kSystemsOfMissing) all->insert(SystemName(system));
    return all;
  }();
  // "system|token", "system|version|token", "system/token", "prefix:token".
  const size_t bar = code.find('|');
  const size_t end = bar != std::string_view::npos ? bar : code.find_last_of(":/#");
  if (end == std::string_view::npos) return false;
  std::string_view system = code.substr(0, end);
  system = system.substr(system.find_last_of(":/") + 1);  // npos + 1: all of it
  return names.contains(SystemName(system));
}

std::span<const std::string_view> MissingCodes() { return kMissingCodes; }

bool IsMissingCode(std::string_view code) {
  return std::find(std::begin(kMissingCodes), std::end(kMissingCodes), code) != std::end(kMissingCodes);
}

bool IsPlaceholderCode(std::string_view code) {
  const size_t colon = code.find(':');
  if (colon == std::string_view::npos) return false;
  std::string_view local = code.substr(colon + 1);
  if (local == "*") return true;  // any code of the system
  if (local.starts_with("NA")) local.remove_prefix(2);
  const bool zeros = !local.empty() && local.find_first_not_of("0.") == std::string_view::npos;
  return zeros && local.find('0') != std::string_view::npos;
}

std::span<const std::string_view> MissingMarkers() { return kMarkers; }

std::string NormalizeMarker(std::string_view text) {
  text = TrimAll(text);
  constexpr std::string_view kBrackets[] = {"[]", "<>", "()", "{}"};
  for (const std::string_view pair : kBrackets) {
    if (text.size() < 2 || text.front() != pair[0] || text.back() != pair[1]) continue;
    text = TrimAll(text.substr(1, text.size() - 2));
    break;
  }
  std::string out = ToLower(text);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

bool IsMissingMarker(std::string_view text) {
  constexpr size_t kMaxLength = 32;
  static const auto& markers = *new HashSet<std::string_view>(std::begin(kMarkers), std::end(kMarkers));
  // The beginning of most texts shows that they are no markers; those that begin with a letter have neither digits nor
  // colons, but for INSDC's.
  static constexpr std::array<bool, 256> kMayBegin = [] {
    std::array<bool, 256> may{};
    for (const char c : std::string_view("unamebtkdowprflis")) may[static_cast<unsigned char>(c)] = true;
    return may;
  }();
  if (!text.empty() && IsAsciiAlnum(text.front()) &&
      (!kMayBegin[static_cast<unsigned char>(AsciiLower(text.front()))] ||
       std::any_of(text.begin(), text.end(), [](char c) { return c == ':' || IsAsciiDigit(c); }))) {
    const char first = AsciiLower(text.front());
    return (first == 'm' || first == 'n' || first == 'r') && IsMissingWithReason(text);
  }
  if (text.size() > kMaxLength && TrimAll(text).size() > kMaxLength) return false;
  const std::string normal = NormalizeMarker(text);
  return normal.empty() || markers.contains(normal);
}

bool IsNullFlavour(std::string_view keyword) {
  return std::find(kMarkers, kMarkers + kFlavours, keyword) != kMarkers + kFlavours;
}

}  // namespace muster::model
