// Time elements of Phenopackets: ages, ranges, dates and terms, in one value.
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/draft/time_text.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/words/time_word.h"
#include "engine/model/time/onset.h"

namespace muster::import {
namespace {

constexpr RemarkKind kBackwards{ImportProblem::Kind::kKeptOnly, "the range runs backwards",
                                "see whether start and end are exchanged in the source"};
constexpr RemarkKind kNoEnds{ImportProblem::Kind::kKeptOnly, "range of times without a start and an end",
                             "write {\"start\": ..., \"end\": ...}, each as an age or as a date"};
constexpr RemarkKind kNoGestation{ImportProblem::Kind::kKeptOnly,
                                  "not a gestational age in weeks and days, of 44 weeks at most",
                                  "write {\"weeks\": 33, \"days\": 2}; an age after birth is an \"age\""};

constexpr RemarkKind kNoDuration{ImportProblem::Kind::kKeptOnly, "age that is no ISO 8601 duration",
                                 "write it as one: 34 years are \"P34Y\", 18 months \"P18M\""};

constexpr RemarkKind kMinutes{
    ImportProblem::Kind::kNote,
    "age in minutes by its letters, which may be one in months: compared as somewhere between",
    "write months without a T: P6M; who means minutes, of the first hours of life, writes PT0H6M, which is birth"};

using model::Interval;
using model::TimeValue;

bool IsFormOfTime(std::string_view key) {
  for (const std::string_view form :
       {"age", "ontologyClass", "timestamp", "gestationalAge", "ageRange", "interval", "iso8601duration"}) {
    if (key == form) return true;
  }
  return false;
}

// {"id": "HP:0003577", "label": "Congenital onset"}
bool IsClassAlone(Element value) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return false;
  bool id = false;
  for (const auto field : object) {
    if (field.key != "id" && field.key != "label") return false;
    id = id || (field.key == "id" && IsString(field.value) && !IsEmpty(field.value));
  }
  return id;
}

// Both ends together; one may be unknown. Nullopt when the range runs backwards or has no end at all.
std::optional<Interval> Range(const std::optional<Interval>& start, const std::optional<Interval>& end) {
  if (!start.has_value() && !end.has_value()) return std::nullopt;
  const Interval range{start.has_value() ? start->low : model::kBeginning, end.has_value() ? end->high : model::kEnd};
  if (range.empty()) return std::nullopt;
  return range;
}

}  // namespace

void RecordDraft::Complete(TimeValue& time, const std::optional<Interval>& onset) const {
  if (!time.age.empty()) return;
  if (!time.date.empty() && !birth_.empty()) {
    time.age = model::AgeAtEvent(birth_, time.date);
  } else if (onset.has_value()) {
    time.age = *onset;
  }
}

void RecordDraft::NoteMinutes(const JsonPath& at, std::string_view text) {
  reporter_.ReportOfEach(kMinutes, {}, text, [&] {
    return std::pair(at.Pointer(), model::Concat({"by the letter \"", Shown(text), "\" is an age in minutes"}));
  });
}

void RecordDraft::NoteOnsetInWords(const JsonPath& at, std::string_view text) {
  const std::string_view term = model::OnsetCalled(text);
  if (term.empty()) return;
  reporter_.ReportOfEach(kOnsetInWords, {}, text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" is taken as ", term}));
  });
}

void RecordDraft::ReportNoTime(const JsonPath& at, Element value, const RemarkKind& kind) {
  reporter_.Report(kind, at.Pointer(), ShownText(value), {});
}

std::optional<TimeValue> RecordDraft::ReadTime(const JsonPath& at, Element value) {
  TimeValue time;
  std::optional<Interval> onset;
  if (IsString(value)) {
    const std::string_view text = StringOf(value);
    if (DurationOfText(text, MinutesOf(time_of_)).has_value()) {
      time.age = ReadAge(at, value).value_or(time.age);
    } else if (DateOfText(text).has_value()) {
      time.date = ReadDate(at, value).value_or(time.date);
    } else if (const std::string_view named = TakesOnsets(time_of_) ? model::OnsetCalled(text) : std::string_view();
               !named.empty()) {
      time.term = InternCode(at, named, {}, /*needs_system=*/false, &onset).value_or(time.term);
      NoteOnsetInWords(at, text);
    } else if (!text.empty()) {
      KeepUnreadable(at, value, kNoTime);
    }
    if (time == TimeValue{}) return std::nullopt;
    Complete(time, onset);
    return time;
  }
  if (IsClassAlone(value)) {  // without the member that names the form
    time.term = ReadCode(at, value, &onset).value_or(time.term);
    if (time == TimeValue{}) return std::nullopt;
    Complete(time, onset);
    return time;
  }
  bool known = false, unknown = false;
  ForEachMember(*this, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (IsEmpty(member)) return;
    (IsFormOfTime(key) ? known : unknown) = true;
    if (key == "age") {
      time.age = ReadAge(place, member).value_or(time.age);
    } else if (key == "ontologyClass") {
      time.term = ReadCode(place, member, &onset).value_or(time.term);
    } else if (key == "timestamp") {
      time.date = ReadDate(place, member).value_or(time.date);
    } else if (key == "gestationalAge") {
      time.age = ReadGestationalAge(place, member).value_or(time.age);
    } else if (key == "ageRange") {
      time.age = ReadAgeRange(place, member).value_or(time.age);
    } else if (key == "interval") {
      time.date = ReadDateRange(place, member).value_or(time.date);
    } else if (key == "iso8601duration") {
      time.age = ReadAge(place, member).value_or(time.age);
    } else {
      Keep(place, member);
    }
  });
  if (unknown && !known) ReportNoTime(at, value, kNoTime);
  if (time == TimeValue{}) return std::nullopt;
  Complete(time, onset);
  return time;
}

std::optional<TimeValue> RecordDraft::ReadTimeOf(model::FieldId field, const JsonPath& at, Element value) {
  time_of_ = field;
  const std::optional<TimeValue> time = ReadTime(at, value);
  time_of_ = 0;
  return time;
}

std::optional<TimeValue> RecordDraft::ReadBeaconTimeOf(model::FieldId field, const JsonPath& at, Element value) {
  time_of_ = field;
  const std::optional<TimeValue> time = ReadBeaconTime(at, value);
  time_of_ = 0;
  return time;
}

std::optional<TimeValue> RecordDraft::ReadBeaconTime(const JsonPath& at, Element value) {
  const auto has = [&](std::string_view name) {
    const std::optional<Element> member = Member(value, name);
    return member.has_value() && !IsEmpty(*member);
  };
  TimeValue time;
  std::optional<Interval> onset;
  if (has("id") || (has("ageGroup") && !has("age"))) {
    const bool bare = has("id");
    const std::optional<model::Symbol> term =
        bare ? ReadCode(at, value, &onset) : ReadCode(JsonPath(at, "ageGroup"), *Member(value, "ageGroup"), &onset);
    if (!term.has_value()) return std::nullopt;
    time.term = *term;
    ForEachMember(*this, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
      if (!bare && key != "ageGroup") Keep(place, member);
    });
  } else if (has("weeks") || has("days")) {
    const std::optional<Interval> age = ReadGestationalAge(at, value);
    if (!age.has_value()) return std::nullopt;
    time.age = *age;
  } else if (has("start") || has("end")) {
    const Element one = *Member(value, has("start") ? "start" : "end");
    const bool ages = IsObject(one) || StringOf(one).starts_with('P');
    const std::optional<Interval> range = ages ? ReadAgeRange(at, value) : ReadDateRange(at, value);
    if (!range.has_value()) return std::nullopt;
    (ages ? time.age : time.date) = *range;
  } else {
    return ReadTime(at, value);
  }
  Complete(time, onset);
  return time;
}

std::optional<Interval> RecordDraft::ReadAge(const JsonPath& at, Element value) {
  if (IsString(value)) {
    const std::optional<Interval> age = DurationOfText(StringOf(value), MinutesOf(time_of_));
    if (!age.has_value()) {
      if (!IsEmpty(value)) KeepUnreadable(at, value, kNoIsoDuration);
    } else if (const std::string_view why = model::WhyNoAge(age->low); plausibility_.ages && !why.empty()) {
      KeepImplausible(at, value, why);
      return std::nullopt;
    } else if (MinutesOf(time_of_) == Minutes::kPerhapsMonths && MayMeanMonths(StringOf(value))) {
      NoteMinutes(at, StringOf(value));
    }
    return age;
  }
  std::optional<Interval> age;
  bool known = false, unknown = false;
  ForEachMember(*this, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    const bool duration = key == "iso8601duration" || key == "age";  // "age" in version 1
    (duration ? known : unknown) |= !IsEmpty(member);
    if (duration && IsString(member)) {
      age = ReadAge(place, member);
    } else if (duration) {
      KeepUnreadable(place, member, kNoDuration);
    } else {
      Keep(place, member);
    }
  });
  if (unknown && !known) ReportNoTime(at, value, kNoIsoDuration);
  return age;
}

std::optional<Interval> RecordDraft::ReadRange(const JsonPath& at, Element value, ReadEnd read,
                                               std::string_view backwards) {
  std::optional<Interval> start;
  std::optional<Interval> end;
  bool known = false, unknown = false;
  ForEachMember(*this, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    (key == "start" || key == "end" ? known : unknown) |= !IsEmpty(member);
    if (key == "start") {
      start = (this->*read)(place, member);
    } else if (key == "end") {
      end = (this->*read)(place, member);
    } else {
      Keep(place, member);
    }
  });
  const std::optional<Interval> range = Range(start, end);
  if (!range.has_value() && (start.has_value() || end.has_value())) KeepUnreadable(at, value, kBackwards, backwards);
  if (unknown && !known) ReportNoTime(at, value, kNoEnds);
  return range;
}

std::optional<Interval> RecordDraft::ReadAgeRange(const JsonPath& at, Element value) {
  return ReadRange(at, value, &RecordDraft::ReadAge, "");
}

std::optional<Interval> RecordDraft::ReadDateRange(const JsonPath& at, Element value) {
  return ReadRange(at, value, &RecordDraft::ReadDate, "the interval runs backwards");
}

std::optional<Interval> RecordDraft::ReadGestationalAge(const JsonPath& at, Element value) {
  std::optional<double> weeks;
  double days = 0;
  bool any = false, readable = true;
  const bool is_object =
      ForEachMember(*this, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
        any = any || key == "weeks" || key == "days";
        if (key == "weeks") {
          weeks = NumberOf(member);
          readable = readable && weeks.has_value();
        } else if (key == "days") {
          const std::optional<double> number = NumberOf(member);
          readable = readable && number.has_value();
          days = number.value_or(0);
        } else {
          Keep(place, member);
        }
      });
  if (!is_object) return std::nullopt;
  if (!any) {
    ReportNoTime(at, value, kNoGestation);
    return std::nullopt;
  }
  const double total = weeks.value_or(0) * 7 + days;
  const absl::StatusOr<model::HalfHours> age = model::AgeOfGestation(readable ? total : -1);
  if (!age.ok()) {
    KeepUnreadable(at, value, kNoGestation);
    return std::nullopt;
  }
  return Interval{*age, *age};
}

std::optional<Interval> RecordDraft::ReadDate(const JsonPath& at, Element value) {
  const std::optional<Interval> date = DateOfText(StringOf(value));
  if (!date.has_value()) {
    if (!IsEmpty(value)) KeepUnreadable(at, value, kNoIsoDate);
  } else if (const std::string_view why = WhyNoDateOf(StringOf(value), *date); plausibility_.dates && !why.empty()) {
    KeepImplausible(at, value, why);
    return std::nullopt;
  }
  return date;
}

}  // namespace muster::import
