// Words that stand in place of a time: "At birth", "undetermined", "refused".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_TIME_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_TIME_WORD_H_

#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::import {

enum class TimeWord {
  kNone,          ///< no such word
  kOnset,         ///< an age that is the same everywhere (model::OnsetCalled), where TakesOnsets
  kVagueOnset,    ///< one that is not (model::IsVagueOnset)
  kUndetermined,  ///< that nobody knows when
  kNotDone,       ///< that it did not take place, or not yet: "refused", "planned"
  kNever,         ///< that it was not there: "never", "excluded"
};
TimeWord TimeWordOf(std::string_view text);

/// Whether `field`, a time, takes names of onsets: those of a disease or feature are the person's own. "Birth" and
/// "antenatal" beside a measurement, a treatment or a sample may be those of a woman's child.
bool TakesOnsets(model::FieldId field);

/// Whether `word` in place of `field`, a time, says that what its row would be of was not there: a treatment that was
/// refused, a disease that was ruled out. The end of something may be planned.
bool DeniesInPlaceOf(model::FieldId field, TimeWord word);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_TIME_WORD_H_
