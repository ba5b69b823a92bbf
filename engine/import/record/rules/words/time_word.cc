#include "engine/import/record/rules/words/time_word.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/text/never_word.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"

namespace muster::import {
namespace {

constexpr size_t kLongestTimeWord = 40;

constexpr std::string_view kUndetermined[] = {"undetermined",  "indeterminate", "notdefined",    "unclear",
                                              "unsure",        "notsure",       "cannotrecall",  "doesnotremember",
                                              "unbestimmt",    "unklar",        "indtermin",     "indetermine",
                                              "indeterminado", "indeterminada", "indeterminato", "onbepaald"};
// As sentences say it: "not affected".
constexpr std::string_view kNeverHad[] = {"notaffected", "neverhad", "neveroccurred"};

// "excluded", "ruled out", "unaffected": no yes and no, which may say whether the time is known.
bool SaysExcluded(std::string_view text) {
  return PolarityOfPresence(text) == Polarity::kExcluded && PolarityOfExclusion(text) == Polarity::kExcluded;
}

}  // namespace

TimeWord TimeWordOf(std::string_view text) {
  if (text.size() > kLongestTimeWord || std::any_of(text.begin(), text.end(), model::IsAsciiDigit))
    return TimeWord::kNone;
  const Letters letters(text);
  if (letters.text().size() < 3) return TimeWord::kNone;
  if (!model::OnsetCalled(text).empty()) return TimeWord::kOnset;
  if (model::IsVagueOnset(text)) return TimeWord::kVagueOnset;
  if (IsWordOfNotDone(letters.text())) return TimeWord::kNotDone;
  if (model::IsWordOfNever(letters.text()) || IsIn(kNeverHad, letters.text()) || SaysExcluded(text)) {
    return TimeWord::kNever;
  }
  return IsIn(kUndetermined, letters.text()) ? TimeWord::kUndetermined : TimeWord::kNone;
}

bool TakesOnsets(model::FieldId field) {
  return field == model::field::kDiseaseOnset || field == model::field::kDiseaseDiagnosis ||
         field == model::field::kPhenotypeOnset;
}

bool DeniesInPlaceOf(model::FieldId field, TimeWord word) {
  switch (field) {
    case model::field::kTreatmentStart:
    case model::field::kProcedurePerformed:
    case model::field::kExposureStart:
      return word == TimeWord::kNotDone || word == TimeWord::kNever;
    case model::field::kDiseaseOnset:
    case model::field::kDiseaseDiagnosis:
    case model::field::kPhenotypeOnset:
      return word == TimeWord::kNever;
    default:
      return false;
  }
}

}  // namespace muster::import
