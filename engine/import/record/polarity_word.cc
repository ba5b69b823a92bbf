#include "engine/import/record/polarity_word.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/import/mapping/words.h"

namespace muster::import {
namespace {

// A tick of a checkbox is a yes. Of Postgres ("t"), of REDCap ("checked"), of Excel in German ("wahr").
constexpr std::string_view kYes[] = {"true", "yes", "y", "1", "t", "ja", "oui", "si", "x", "checked", "wahr", "vrai"};
constexpr std::string_view kNo[] = {"false", "no", "n", "0", "f", "nein", "non", "unchecked", "falsch", "faux"};
constexpr std::string_view kObserved[] = {"observed", "present", "affected", "confirmed", "diagnosed", "positive"};
constexpr std::string_view kExcluded[] = {
    "excluded", "absent",      "negated",    "negative",   "refuted",     "ruledout",
    "denied",   "notobserved", "notpresent", "unaffected", "notdetected", "ausgeschlossen",
};

// Letters have no sign, and no decimal point: -1 is no yes, and 0.0 is a no.
Polarity PolarityOf(std::string_view written, Polarity yes, Polarity no) {
  const std::string_view value = WithoutZeroFraction(model::Trim(written));
  if (value.size() > 1 && value[0] == '-' && value[1] >= '0' && value[1] <= '9') return Polarity::kUnclear;
  const Letters letters(value);
  const std::string_view word = letters.text();
  if (IsIn(kYes, word)) return yes;
  if (IsIn(kNo, word)) return no;
  if (IsIn(kObserved, word)) return Polarity::kObserved;
  if (IsIn(kExcluded, word)) return Polarity::kExcluded;
  return Polarity::kUnclear;
}

}  // namespace

Polarity PolarityOfExclusion(std::string_view word) {
  return PolarityOf(word, Polarity::kExcluded, Polarity::kObserved);
}

Polarity PolarityOfPresence(std::string_view word) {
  return PolarityOf(word, Polarity::kObserved, Polarity::kExcluded);
}

}  // namespace muster::import
