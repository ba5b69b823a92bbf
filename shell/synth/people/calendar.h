// Days, counted from 1900-01-01, and ages in months.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_CALENDAR_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_CALENDAR_H_

namespace muster::synth {

inline constexpr int kDaysTo2025 = 45656;
/// The last visits were in the twelve years before 2025.
inline constexpr int kDaysOfVisits = 12 * 365;

constexpr int DaysOfMonths(int months) { return months * 30 + months * 7 / 16; }

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_CALENDAR_H_
