// The relation of two times: before, after, within N days, at least N months apart.
#ifndef MUSTER_ENGINE_MODEL_TIME_MOMENT_H_
#define MUSTER_ENGINE_MODEL_TIME_MOMENT_H_

#include <limits>
#include <optional>

#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"

namespace muster::model {

/// When something was: its age and its date, each perhaps with two bounds, each perhaps not recorded (empty).
struct TimeBounds {
  Interval age;
  Interval date;
};

/// A length of time. Between dates whole months are counted by the calendar, between ages by their length.
struct Distance {
  int months = 0;
  HalfHours rest = 0;
  bool by_hours = false;  ///< as it is written: of dates, times of day count
};

enum class TimeRelation {
  kBefore,        ///< a < b
  kNotAfter,      ///< a <= b; on the same day as well
  kAfter,         ///< a > b
  kNotBefore,     ///< a >= b; on the same day as well
  kSame,          ///< on the same day, at the same age
  kWithin,        ///< at most `distance` apart
  kWithinBefore,  ///< a at most `distance` before b, or at it
  kWithinAfter,   ///< a at most `distance` after b, or at it
  kLongBefore,    ///< a at least `distance` before b
  kLongAfter,     ///< a at least `distance` after b
};

/// Whether `a` stands to `b` so, wherever in their bounds both lie (or, with `possibly`, somewhere in them). Dates are
/// compared where both have one, else ages; `unknown` when neither can be. Dates are taken by the day, but for kBefore
/// and kAfter, and for distances in hours, where times of day count: a date without one is any time of its day.
bool Holds(TimeRelation relation, const TimeBounds& a, const TimeBounds& b, const Distance& distance, bool possibly,
           bool unknown = false);

/// The ages in this relation to an anchor, if not both have a date: those within [from, to]; with `possibly`, those
/// that overlap it.
struct AgeWindow {
  HalfHours from = 0;
  HalfHours to = 0;
};
/// How these windows follow from their anchors. Of ages with bounds, the window says what Holds says with the anchor as
/// `b`, or as `a` with `anchor_first`.
class AgeWindows {
 public:
  /// Nothing for relations that bounds which only depend on the anchor do not decide.
  static std::optional<AgeWindows> Of(TimeRelation relation, bool anchor_first, const Distance& distance,
                                      bool possibly);
  /// `anchor` is not empty.
  AgeWindow operator()(const Interval& anchor) const {
    return {from_.Of(possibly_ ? anchor.low : anchor.high, std::numeric_limits<HalfHours>::min()),
            to_.Of(possibly_ ? anchor.high : anchor.low, std::numeric_limits<HalfHours>::max())};
  }
  /// Whether they all begin with the first of times, or all end with the last.
  bool one_sided() const { return (from_.bounded & to_.bounded) == 0; }

 private:
  // A bound of the windows, as far from a bound of the anchor. In numbers instead of branches, for loops over many.
  struct End {
    HalfHours bounded = 0;     // all bits, or none
    HalfHours moves_open = 0;  // the same: whether open bounds are moved like others
    HalfHours by = 0;

    HalfHours Of(HalfHours bound, HalfHours otherwise) const {
      const HalfHours closed = -static_cast<HalfHours>((bound != kBeginning) & (bound != kEnd));
      return ((bound + (by & (closed | moves_open))) & bounded) | (otherwise & ~bounded);
    }
  };

  AgeWindows(End from, End to, bool possibly) : from_(from), to_(to), possibly_(possibly) {}

  End from_, to_;
  bool possibly_;
};

/// Whether the periods [a_start, a_end] and [b_start, b_end] overlap. An end that is not recorded may be any time from
/// the start on: such a period certainly includes only its start. `unknown` if the times cannot be compared.
bool Overlap(const TimeBounds& a_start, const TimeBounds& a_end, const TimeBounds& b_start, const TimeBounds& b_end,
             bool possibly, bool unknown = false);

/// The field that says when a row was, where a query names only the row: onset, start, time, collected ...
std::optional<FieldId> MomentOf(Entity entity);

struct Period {
  FieldId start;
  FieldId end;
};
/// The fields between which a row lasted; nullopt for entities that are moments.
std::optional<Period> PeriodOf(Entity entity);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TIME_MOMENT_H_
