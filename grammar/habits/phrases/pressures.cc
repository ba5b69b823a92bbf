#include "grammar/habits/phrases/pressures.h"

#include "absl/strings/str_cat.h"

namespace muster::grammar {

std::string_view SecondPressure(std::string_view unit) {
  if (unit.size() < 3 || unit[0] != '/' || unit.find_first_not_of("0123456789", 1) != std::string_view::npos) return {};
  return unit.substr(1);
}

std::string BothPressures(std::string_view sign, std::string_view systolic, std::string_view diastolic,
                          std::string_view unit) {
  const auto one = [&](std::string_view name, std::string_view number) {
    return absl::StrCat("has measurement \"", std::string(name), "\" ", std::string(sign), " ", std::string(number),
                        " ", std::string(unit));
  };
  return absl::StrCat("(", one("Systolic blood pressure", systolic), sign.starts_with('>') ? " or " : " and ",
                      one("Diastolic blood pressure", diastolic), ")");
}

}  // namespace muster::grammar
