// Ages and dates by their texts.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_TIME_TEXT_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_TIME_TEXT_H_

#include <optional>
#include <string_view>

#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"

namespace muster::import {

/// What minutes behind a T are.
enum class Minutes {
  kMinutes,        ///< of a measurement, a procedure or a sample: one minute after birth, as of Apgar
  kPerhapsMonths,  ///< of an age that nobody knows to the minute
};

/// What minutes are of the times of `field`: perhaps months of an onset, a diagnosis and the last contact.
Minutes MinutesOf(model::FieldId field);

/// An ISO 8601 duration, with a comparator in front or without: ">P89Y" is later than that, until the end of time.
/// Of one whose months may stand behind a T by mistake (MayMeanMonths) either may be true: "PT6M" is 0 to 6 months.
std::optional<model::Interval> DurationOfText(std::string_view text, Minutes minutes);

/// Whether an age is one of up to 11 minutes by the letter, and may be meant in months: "PT6M", "P1YT6M". One with a
/// sign or a comparator is not.
bool MayMeanMonths(std::string_view text);

/// A date or a time of ISO 8601, or as SQL writes it.
std::optional<model::Interval> DateOfText(std::string_view text);

/// Why `date`, which `text` says, is none of a record; "" when it may be one. A default is one also on a clock that is
/// not that of UTC.
std::string_view WhyNoDateOf(std::string_view text, const model::Interval& date);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_TIME_TEXT_H_
