#include "engine/import/record/draft/time_text.h"

#include <algorithm>
#include <string>

#include "engine/import/input/json_value.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"
#include "engine/model/time/clock.h"

namespace muster::import {

using model::Interval;

namespace {

// The age with its minutes taken for months: 6 months of "PT6M". Nullopt where nothing speaks for that: hours, seconds,
// days or weeks stand beside them, or there are none.
std::optional<model::HalfHours> MonthsOfMinutes(std::string_view duration) {
  const size_t time = duration.find('T');
  if (time == duration.npos || !duration.ends_with('M')) return std::nullopt;
  const std::string_view minutes = duration.substr(time + 1, duration.size() - time - 2);
  const bool whole = model::OnlyDigits(minutes);
  if (!whole || minutes.find_first_not_of('0') == minutes.npos) return std::nullopt;
  if (minutes.size() > 2 || (minutes.size() == 2 && minutes > "11")) return std::nullopt;
  if (!duration.starts_with('P')) return std::nullopt;
  if (duration.substr(0, time).find_first_of("DW") != duration.npos) return std::nullopt;
  const absl::StatusOr<model::HalfHours> age =
      model::ParseIsoDuration(model::Concat({duration.substr(0, time), duration.substr(time + 1)}));
  return age.ok() ? std::optional(*age) : std::nullopt;
}

// What is known of a date in ISO's order whose month or day is not: "1974" of "1974---15" (SDTM), "1970-01" of
// "1970-01-UN", "1980" of "1980-00-00" and "1980-99-99". "" of others.
std::string KnownPartOf(std::string_view text) {
  constexpr size_t kYear = 4;
  if (text.size() < kYear + 2 || text.size() > 12 || text[kYear] != '-') return "";
  const std::string_view year = text.substr(0, kYear);
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), model::IsAsciiDigit);
  };
  if (!digits(year)) return "";
  std::string_view rest = text.substr(kYear + 1);
  const auto take = [&]() {
    const size_t end = std::min(rest.find('-', rest.starts_with('-') ? 1 : 0), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
  };
  constexpr std::string_view kUnknown[] = {"un", "unk", "xx", "xxx", "nk", "--", "-", "00", "99"};
  const auto unknown = [&](std::string_view part) {
    const std::string plain = model::ToLower(part);
    return std::find(std::begin(kUnknown), std::end(kUnknown), plain) != std::end(kUnknown);
  };
  const std::string_view month = take();
  const std::string_view day = take();
  if (!rest.empty()) return "";
  const bool day_known = day.size() == 2 && digits(day) && !unknown(day);
  if (month == "99" && day.empty()) return "";  // from 1980 to 1999, perhaps
  if (unknown(month) && (day.empty() || day_known || unknown(day))) return std::string(year);
  if (month.size() != 2 || !digits(month) || !unknown(day)) return "";
  return model::Concat({year, "-", month});
}

}  // namespace

bool MayMeanMonths(std::string_view text) { return MonthsOfMinutes(model::Trim(text)).has_value(); }

Minutes MinutesOf(model::FieldId field) {
  using namespace model::field;
  const bool of_life =
      field == kPhenotypeOnset || field == kDiseaseOnset || field == kDiseaseDiagnosis || field == kLastContact;
  return of_life ? Minutes::kPerhapsMonths : Minutes::kMinutes;
}

std::optional<Interval> DurationOfText(std::string_view text, Minutes minutes) {
  text = model::Trim(text);
  const std::string_view comparator = TakeComparator(text);
  text = model::Trim(text);
  // A date is none, and costs no error that says so.
  const bool sign = text.starts_with('-') || text.starts_with('+');
  if (!text.substr(sign ? 1 : 0).starts_with('P')) return std::nullopt;
  const absl::StatusOr<model::HalfHours> age = model::ParseIsoDuration(text);
  if (!age.ok()) return std::nullopt;
  if (comparator.empty()) {
    const bool months = minutes == Minutes::kPerhapsMonths;
    return Interval{*age, months ? std::max(*age, MonthsOfMinutes(text).value_or(*age)) : *age};
  }
  if (comparator.front() == '>') return Interval{*age + (comparator == ">" ? 1 : 0), model::kEnd};
  // Who writes so, of an age after birth, means nothing before it.
  return Interval{std::min<model::HalfHours>(0, *age), *age - (comparator == "<" ? 1 : 0)};
}

std::optional<Interval> DateOfText(std::string_view text) {
  constexpr size_t kDateSize = 10;
  text = model::TrimAll(text);
  std::string iso;
  if (text.size() > kDateSize && text[kDateSize] == ' ' && text[4] == '-') {  // as SQL writes times
    iso = text;
    iso[kDateSize] = 'T';
    text = iso;
  }
  absl::StatusOr<Interval> date = model::ParseIsoDate(text);
  if (!date.ok()) {
    const std::string known = KnownPartOf(text);
    if (known.empty()) return std::nullopt;
    date = model::ParseIsoDate(known);
  }
  if (!date.ok()) return std::nullopt;
  return *date;
}

std::string_view WhyNoDateOf(std::string_view text, const Interval& date) {
  if (const std::string_view why = model::WhyNoDate(date); !why.empty()) return why;
  const model::HalfHours ahead = model::ClockAheadOfUtc(model::TrimAll(text));
  return ahead == 0 ? std::string_view() : model::WhyNoDate({date.low - ahead, date.high - ahead});
}

}  // namespace muster::import
