#include "engine/import/record/rules/scale_of_none.h"

#include <algorithm>

#include "engine/import/mapping/words.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/never_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

bool IsWordOfNone(std::string_view letters) {
  constexpr std::string_view kNone[] = {"none",  "no",     "nil",     "absent",  "notpresent", "kein",    "keine",
                                        "aucun", "aucune", "ninguno", "ninguna", "nessuno",    "nessuna", "mai",
                                        "geen",  "ingen",  "nenhum",  "nenhuma", "ausente",    "assente"};
  return model::IsWordOfNever(letters) || IsIn(kNone, letters);
}

}  // namespace

ScaleName ScaleNameOf(std::string_view name) {
  constexpr std::string_view kOfFinding[] = {
      "severity", "severitygrade", "severitylevel", "schweregrad", "auspraegung", "ausprgung",
      "gravite",  "gravit",        "gravedad",      "intensity",   "intensitaet", "intensitt",
      "grade",    "ctcae",         "ctcgrade",      "ctcaegrade",  "toxgrade",    "toxicitygrade",
      "aetoxgr",  "aegrade",       "aesev",         "count",       "anzahl",      "occurrences"};
  constexpr std::string_view kOfFrequency[] = {"frequency", "freq",       "howoften",  "haeufigkeit",
                                               "hufigkeit", "frecuencia", "frequence", "frquence"};
  const Letters letters(name);
  if (IsIn(kOfFinding, letters.text())) return ScaleName::kOfFinding;
  return IsIn(kOfFrequency, letters.text()) ? ScaleName::kOfFrequency : ScaleName::kNone;
}

void ScaleOfNone::Add(std::string_view cell) {
  ++cells_;
  if (words_.size() > kMostWords || std::find(words_.begin(), words_.end(), cell) != words_.end()) return;
  words_.push_back(Shown(cell, 80));
  const std::string_view number = WithoutZeroFraction(model::Trim(cell));
  const Letters letters(cell);
  if (number == "0") {
    zero_ = words_.back();
  } else if (IsWordOfNone(letters.text())) {
    none_ = words_.back();
  } else if (!model::IsMissingMarker(cell)) {
    // Beside a yes and a no, a 0 and a 1 the column is one of answers.
    if (some_.empty() && PolarityOfLetters(cell) == Polarity::kUnclear) some_ = words_.back();
    const bool whole = number.find_first_not_of("0123456789") == number.npos;
    numbers_ = numbers_ && whole;
  }
}

const std::string& ScaleOfNone::None() const {
  static const std::string& nothing = *new std::string();
  if (words_.size() > kMostWords || some_.empty()) return nothing;
  return none_.empty() && numbers_ ? zero_ : none_;
}

}  // namespace muster::import
