#include "engine/import/record/rules/derived_rows.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"

namespace muster::import {
namespace {

struct Derivation {
  std::string_view word;
  std::string_view meaning;
};

// CDISC's terms of DTYPE. In other columns these are hardly anything else.
constexpr Derivation kAnywhere[] = {{"locf", "the last one carried forward"},
                                    {"lastobservationcarriedforward", "the last one carried forward"},
                                    {"carriedforward", "the last one carried forward"},
                                    {"bocf", "that of the baseline carried forward"},
                                    {"wocf", "the worst one carried forward"},
                                    {"nocb", "the next one carried backward"},
                                    {"pocf", "a former one carried forward"},
                                    {"socf", "that of the screening carried forward"},
                                    {"interpolated", "interpolated"},
                                    {"interpolation", "interpolated"},
                                    {"extrapolated", "extrapolated"}};

// Those that may be anything elsewhere. (A DTYPE of others is the type of a diagnosis, a drug or a donor.)
constexpr std::string_view kOfType[] = {"average",  "mean",    "median", "maximum",    "minimum", "sum",      "wov",
                                        "bov",      "mov",     "lov",    "woc",        "wc",      "bc",       "mc",
                                        "ml",       "phantom", "interp", "extrap",     "blocf",   "bclocf",   "wtocf",
                                        "endpoint", "imputed", "copy",   "calculated", "derived", "computed", "lvpd"};

// Without the letters of the domain: "VSDRVFL", "drvfl", "is_derived".
bool IsFlagOfDerived(std::string_view name) {
  constexpr std::string_view kNames[] = {"derived", "isderived", "derivedflag", "derivedfl", "drvfl", "calculatedflag"};
  return IsIn(kNames, name) || (name.size() == 7 && name.ends_with("drvfl"));
}

}  // namespace

DerivedRow FindDerivedRow(std::string_view name, std::span<const std::string> words) {
  const Letters of_name(name);
  const bool type = of_name.text() == "dtype";
  const bool flag = IsFlagOfDerived(of_name.text());
  for (const std::string& word : words) {
    const Letters letters(word);
    const auto* known = std::find_if(std::begin(kAnywhere), std::end(kAnywhere),
                                     [&](const Derivation& one) { return one.word == letters.text(); });
    if (known != std::end(kAnywhere)) return {word, known->meaning};
    if (type && IsIn(kOfType, letters.text())) return {word, "derived"};
    if (flag && PolarityOfLetters(word) == Polarity::kObserved) return {word, "derived"};
    if (of_name.text() == "paramtyp" && letters.text() == "derived") return {word, "derived"};
  }
  return {};
}

}  // namespace muster::import
