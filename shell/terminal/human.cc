#include "shell/terminal/human.h"

#include <cmath>
#include <iterator>

#include "absl/strings/str_format.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

/// Three significant digits of a number below 1000.
std::string ThreeDigits(double number) {
  if (number < 9.995) return absl::StrFormat("%.2f", number);
  if (number < 99.95) return absl::StrFormat("%.1f", number);
  return absl::StrFormat("%.0f", number);
}

}  // namespace

std::string Grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string Counted(uint64_t number, std::string_view singular, std::string_view plural) {
  if (number == 1) return Concat("1 ", singular);
  return plural.empty() ? Concat(Grouped(number), " ", singular, "s") : Concat(Grouped(number), " ", plural);
}

std::string HumanSeconds(double seconds) {
  if (!(seconds > 0)) return "0 ms";
  if (seconds < 0.9995) return Concat(ThreeDigits(seconds * 1000), " ms");
  if (seconds < 99.95) return Concat(ThreeDigits(seconds), " s");
  const auto whole = static_cast<uint64_t>(std::llround(seconds));
  return Concat(Grouped(whole / 60), " min ", whole % 60, " s");
}

std::string HumanBytes(uint64_t bytes) {
  if (bytes < 1000) return Concat(bytes, " B");
  static constexpr const char* kUnits[] = {"KB", "MB", "GB", "TB", "PB", "EB"};
  double number = static_cast<double>(bytes) / 1000;
  size_t unit = 0;
  while (number >= 999.95 && unit + 1 < std::size(kUnits)) {
    number /= 1000;
    ++unit;
  }
  return Concat(absl::StrFormat("%.*f", number < 99.95 ? 1 : 0, number), " ", kUnits[unit]);
}

std::string Clock(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds > 0 ? std::ceil(seconds) : 0);
  if (whole < 3600) return absl::StrFormat("%d:%02d", whole / 60, whole % 60);
  return absl::StrFormat("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace muster::shell
