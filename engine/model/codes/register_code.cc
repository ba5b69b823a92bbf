#include "engine/model/codes/register_code.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

bool HasDigitsAlone(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit);
}

std::string Filled(std::string_view digits, size_t size) {
  return digits.size() >= size ? std::string(digits) : Concat({std::string(size - digits.size(), '0'), digits});
}

// As long as `pattern`: 'A' stands for a letter, '0' for a digit.
bool HasForm(std::string_view text, std::string_view pattern) {
  return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char form) {
           return form == 'A' ? IsAsciiAlpha(c) : IsAsciiDigit(c);
         });
}

std::string InCapitals(std::string_view text) {
  std::string capitals;
  for (const char c : text) {
    if (c != ' ') capitals.push_back(AsciiUpper(c));
  }
  return capitals;
}

// The number of a term behind a Read code: 00 of the preferred one, 11 and more of others.
bool IsTermOfRead(std::string_view digits) {
  return digits == "00" || (digits >= "11" && digits <= "29" && HasForm(digits, "00"));
}

// Labeler, product and package, between hyphens.
std::string OfThreeParts(std::string_view local) {
  constexpr std::array<size_t, 3> kSizes = {5, 4, 2};
  std::string digits;
  size_t lacking = 0;
  for (size_t i = 0; i < kSizes.size(); ++i) {
    const size_t end = i == 2 ? local.size() : local.find('-');
    if (end == local.npos) return "";
    const std::string_view part = local.substr(0, end);
    if (!HasDigitsAlone(part) || part.size() > kSizes[i] || part.size() + 1 < kSizes[i]) return "";
    lacking += kSizes[i] - part.size();
    digits.append(Filled(part, kSizes[i]));
    local.remove_prefix(std::min(end + 1, local.size()));
  }
  return lacking <= 1 ? digits : "";
}

}  // namespace

std::string NormalizeNdc(std::string_view local) {
  constexpr size_t kDigits = 11;
  if (local.find('-') != local.npos) {
    std::string digits = OfThreeParts(local);
    return digits.empty() ? std::string(local) : digits;
  }
  if (local.ends_with(".0")) local.remove_suffix(2);
  // (Labelers of five digits begin at 10000: of ten digits the one that is left out is before a 0. Of fewer nobody
  // knows whether zeros are lost, or whether they are a labeler and a product without the package.)
  const bool lacks_first = HasDigitsAlone(local) && local.size() + 1 == kDigits && local.front() == '0';
  return lacks_first ? Filled(local, kDigits) : std::string(local);
}

std::string NormalizeEightDigits(std::string_view local) {
  constexpr size_t kSize = 8;
  constexpr size_t kAtLeast = 4;
  if (local.ends_with(".0")) local.remove_suffix(2);
  for (const std::string_view before : {"PZN-", "PZN"}) {
    if (ConsumePrefix(local, before)) break;
  }
  local = Trim(local);
  const bool plain = HasDigitsAlone(local) && local.size() >= kAtLeast && local.size() < kSize;
  return plain ? Filled(local, kSize) : std::string(local);
}

std::string NormalizeCcam(std::string_view local) {
  constexpr size_t kAct = 7;
  std::string code = InCapitals(local.substr(0, std::min(kAct, local.size())));
  if (!HasForm(code, "AAAA000")) return std::string(local);
  const std::string_view rest = local.substr(kAct);
  const bool activity = rest.size() <= 6 && std::all_of(rest.begin(), rest.end(), [](char c) {
                          return IsAsciiDigit(c) || c == '-' || c == '/' || c == ' ';
                        });
  // Not digits at once behind it: these may be another code's.
  return activity && (rest.empty() || !IsAsciiDigit(rest.front())) ? code : Concat({code, rest});
}

std::string NormalizeNcsp(std::string_view local) {
  std::string code = InCapitals(local);
  // (Chapter K, of urinary organs, has five characters as all others.)
  if (code.starts_with('K') && (HasForm(code, "AAAA00") || HasForm(code, "AAAA00A"))) code.erase(0, 1);
  if (HasForm(code, "AAA00") || HasForm(code, "AAA00A")) return code;
  std::string capitals(local);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), AsciiUpper);
  return capitals;
}

std::string NormalizeIcpc(std::string_view local) {
  std::string code = InCapitals(local);
  if (HasForm(code, "A0000")) code.insert(3, ".");
  const bool goes_on = code.size() == 6 || HasForm(code.substr(std::min<size_t>(4, code.size())), "0");
  const bool known = HasForm(code, "A00") || (goes_on && HasForm(code.substr(0, 3), "A00") && code[3] == '.');
  return known ? code : std::string(local);
}

std::string NormalizeRead(std::string_view local) {
  constexpr size_t kSize = 5;
  constexpr size_t kWithTerm = 7;
  const size_t stem = std::min(local.find('.'), local.size());
  const bool plain =
      stem > 0 && std::all_of(local.begin(), local.begin() + static_cast<std::ptrdiff_t>(stem), IsAsciiAlnum);
  const std::string_view code = local.substr(0, kSize);
  const bool dotted = stem >= code.size() || code.find_first_not_of('.', stem) == code.npos;
  if (!plain || !dotted) return std::string(local);
  if (local.size() == kWithTerm) {
    // Codes of programs (EGTON12, EMISQ12) are numbered in another way.
    const bool of_letters = stem >= 4 && std::all_of(code.begin(), code.end(), [](char c) { return !IsAsciiDigit(c); });
    return std::string(!of_letters && IsTermOfRead(local.substr(kSize)) ? code : local);
  }
  if (local.size() < 2 || local.size() >= kSize) return std::string(local);
  return Concat({local, std::string(kSize - local.size(), '.')});
}

std::string_view GeneOfEnsembl(std::string_view text) {
  constexpr std::string_view kBefore = "ENSG";
  constexpr size_t kSize = 15;
  if (text.size() < kSize || !text.starts_with(kBefore)) return {};
  const std::string_view gene = text.substr(0, kSize);
  if (!HasDigitsAlone(gene.substr(kBefore.size()))) return {};
  const std::string_view version = text.substr(kSize);
  return version.empty() || (version.front() == '.' && HasDigitsAlone(version.substr(1))) ? gene : std::string_view();
}

bool IsNoCauseOfDeath(std::string_view text) {
  if (const size_t colon = text.find(':'); colon != text.npos) {
    std::string system;
    for (const char c : text.substr(0, colon)) {
      if (c != '-' && c != '_' && c != ' ') system.push_back(AsciiUpper(c));
    }
    if (!system.starts_with("ICD10")) return false;
    text.remove_prefix(colon + 1);
  }
  return text == "0000" || text == "7777" || text == "7797";
}

}  // namespace muster::model
