#include "engine/import/watch/shared_values.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSharedPerson{
    ImportProblem::Kind::kNote, "person id that many individuals have: distinct individuals counts them once",
    "nothing, if they are records of one person; else it is what the source writes for no number: let the mapping name "
    "it, \"missing\": [\"...\"] of the column"};
constexpr RemarkKind kSharedBirth{
    ImportProblem::Kind::kNote, "date of birth that more than a third of the individuals have",
    "nothing, if they were born on one day; else it is the source's default for a missing date, and all ages of these "
    "people are wrong: let the mapping name it, \"missing\": [\"...\"] of the column"};
constexpr RemarkKind kSharedAge{
    ImportProblem::Kind::kNote, "age at last contact of 0 or 99 years that more than a third of the individuals have",
    "nothing, if all are so old; else it is the source's default for a missing age: let the mapping name it, "
    "\"missing\": [\"...\"] of the column"};

constexpr RemarkKind kSharedBirthday{
    ImportProblem::Kind::kNote,
    "births on one day of the year, in several years: the day may stand for a year of which no more is known",
    "nothing, if these are the days of birth; else ages are wrong by up to a year without a word: let the table's "
    "column make years of them, as \"date\": \"YYYY-01-01\", or [\"YYYY-01-01\", \"YYYY-MM-DD\"] where others have "
    "a day"};
constexpr RemarkKind kSharedDayOfMonth{
    ImportProblem::Kind::kNote,
    "births on one day of the month, in several months: the day may stand for a month of which no more is known",
    "nothing, if these are the days of birth; else ages are wrong by up to a month without a word: let the table's "
    "column make months of them, as \"date\": \"YYYY-MM-15\", or [\"YYYY-MM-15\", \"YYYY-MM-DD\"] where others have "
    "a day"};

constexpr uint64_t kFewestPeople = 20;
constexpr uint64_t kMostAlike = 3;    // of an id that looks like a default
constexpr uint64_t kMostShared = 10;  // of any other
// A default comes early and often: later ids of very many are not counted.
constexpr size_t kMostPersons = size_t{1} << 20;

bool HasDigit(std::string_view id) { return std::any_of(id.begin(), id.end(), model::IsAsciiDigit); }

// "0000000001", "000-00-0001", "TBD1", "see chart": hardly a number that was given to somebody. Where `names`, people
// are called by names, and a text without digits is one.
bool LooksLikeDefault(std::string_view id, bool names) {
  std::array<size_t, 128> times{};
  size_t all = 0;
  size_t digits = 0;
  for (const char c : id) {
    if (!model::IsAsciiAlnum(c)) continue;
    ++all;
    if (model::IsAsciiDigit(c)) ++digits;
    ++times[static_cast<unsigned char>(model::AsciiLower(c))];
  }
  if (digits == 0) return !names;
  return all >= 8 && *std::max_element(times.begin(), times.end()) + 1 >= all;
}

// P1..P99 are a small study's, and TBD1 is a default: only how many have it tells which.
bool IsShort(std::string_view id) {
  const auto digits = std::count_if(id.begin(), id.end(), [](char c) { return model::IsAsciiDigit(c); });
  return digits == 1 || digits == 2;
}

std::string Counted(uint64_t count, uint64_t all, std::string_view what) {
  return model::Concat({std::to_string(count), " of ", std::to_string(all), " individuals ", what});
}

std::string TwoDigits(size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// People born on one day of the year, or of the month.
struct Birthday {
  uint64_t people = 0;
  uint64_t most = 0;       // of them born on one and the same day
  std::vector<int> parts;  // the years or months, in order

  void Add(uint64_t count, int part) {
    people += count;
    most = std::max(most, count);
    if (parts.empty() || parts.back() != part) parts.push_back(part);
  }
  // Those who have not all one date of birth, which is told by itself.
  uint64_t of_several_days() const { return people - most; }
};

template <size_t kSize>
size_t Commonest(const std::array<Birthday, kSize>& days) {
  const auto most = std::max_element(days.begin(), days.end(), [](const Birthday& a, const Birthday& b) {
    return a.of_several_days() < b.of_several_days();
  });
  return static_cast<size_t>(most - days.begin());
}

}  // namespace

void SharedValues::Look(const model::Record& record) {
  const model::Row& self = record.rows.front();
  if (const model::Value* person = self.Find(model::field::kPerson)) {
    const auto symbol = std::get<model::Symbol>(*person);
    auto found = persons_.find(symbol);
    if (found == persons_.end() && persons_.size() < kMostPersons) found = persons_.emplace(symbol, People()).first;
    if (found != persons_.end()) {
      const size_t id = std::hash<std::string_view>()(record.id);
      if (found->second.count == 0 || found->second.last != id) ++found->second.count;
      found->second.last = id;
    }
  }
  if (const model::Value* birth = self.Find(model::field::kBirth)) {
    const model::Interval& date = std::get<model::TimeValue>(*birth).date;
    if (!date.empty()) {
      ++births_.all;
      if (date.high - date.low < model::kDay) ++births_.people[date.low];
    }
  }
  if (const model::Value* seen = self.Find(model::field::kLastContact)) {
    const auto& time = std::get<model::TimeValue>(*seen);
    if (!time.age.empty() && time.date.empty()) {
      ++ages_.all;
      if (time.age.low == 0 || time.age.low == 99 * model::kYear) ++ages_.people[time.age.low];
    }
  }
}

void SharedValues::ReportPersons(const model::Dictionary& dictionary, Reporter& reporter) const {
  std::vector<uint64_t> counts;
  for (const auto& [person, people] : persons_) counts.push_back(people.count);
  const auto middle = counts.begin() + static_cast<ptrdiff_t>(counts.size() / 2);
  if (!counts.empty()) std::nth_element(counts.begin(), middle, counts.end());
  constexpr uint64_t kFarMore = 10;
  // Family names, say: defaults are a few texts among numbers.
  size_t without_digit = 0;
  for (const auto& [person, people] : persons_) without_digit += HasDigit(dictionary.Text(person)) ? 0 : 1;
  const bool names = without_digit > 1 && without_digit * 2 >= persons_.size();
  std::vector<std::pair<std::string_view, uint64_t>> shared;
  for (const auto& [person, people] : persons_) {
    if (people.count <= kMostAlike) continue;
    const std::string_view id = dictionary.Text(person);
    const bool often = IsShort(id) || (names && !HasDigit(id));
    if (often && people.count <= kFarMore * *middle) continue;
    if (people.count > kMostShared || LooksLikeDefault(id, names)) shared.emplace_back(id, people.count);
  }
  std::sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  for (const auto& [id, count] : shared) {
    reporter.Report(kSharedPerson, "/individual/person id", id,
                    model::Concat({std::to_string(count), " individuals have the person id \"", Shown(id, 40), "\""}));
  }
}

void SharedValues::ReportTimes(const Times& times, model::FieldId field, Reporter& reporter) {
  const bool birth = field == model::field::kBirth;
  if (times.all < kFewestPeople) return;
  std::vector<std::pair<int64_t, uint64_t>> shared(times.people.begin(), times.people.end());
  std::sort(shared.begin(), shared.end());
  for (const auto& [low, count] : shared) {
    // (A cohort of newborns has one age, and nothing is wrong with it.)
    if (count * 3 <= times.all || (!birth && count == times.all)) continue;
    if (birth) {
      const std::string day = model::FormatDate({low, low + model::kDay - 1});
      reporter.Report(kSharedBirth, "/individual/birth date", day,
                      Counted(count, times.all, model::Concat({"were born on ", day})));
    } else {
      const std::string age = model::Concat({std::to_string(low / model::kYear), " years"});
      reporter.Report(kSharedAge, "/individual/age at last contact", age,
                      Counted(count, times.all, model::Concat({"were ", age, " old"})));
    }
  }
}

// By chance no day of the year is that of a third of the births, and no day of the month that of a half.
void SharedValues::ReportBirthdays(const Times& births, Reporter& reporter) {
  constexpr size_t kDays = 32;  // of a month, from 1
  std::array<Birthday, 13 * kDays> of_year;
  std::array<Birthday, kDays> of_month;
  uint64_t all = 0;
  std::vector<std::pair<int64_t, uint64_t>> days(births.people.begin(), births.people.end());
  std::sort(days.begin(), days.end());
  for (const auto& [low, count] : days) {
    const model::CivilDate date = model::CivilFromDays(model::DayOf(low));
    const auto day = static_cast<size_t>(date.day);
    of_year[static_cast<size_t>(date.month) * kDays + day].Add(count, date.year);
    of_month[day].Add(count, date.year * 12 + date.month);
    all += count;
  }
  if (all < kFewestPeople) return;
  constexpr size_t kSeveral = 3;
  const size_t day_of_year = Commonest(of_year);
  if (const Birthday& day = of_year[day_of_year]; day.of_several_days() * 3 > all && day.parts.size() >= kSeveral) {
    const std::string text = TwoDigits(day_of_year / kDays) + "-" + TwoDigits(day_of_year % kDays);
    return reporter.Report(kSharedBirthday, "/individual/birth date", text,
                           Counted(day.people, all,
                                   model::Concat({"were born on a ", text, " (month and day), in ",
                                                  std::to_string(day.parts.size()), " years"})));
  }
  const size_t day_of_month = Commonest(of_month);
  if (const Birthday& day = of_month[day_of_month]; day.of_several_days() * 2 > all && day.parts.size() >= kSeveral) {
    const std::string text = TwoDigits(day_of_month);
    reporter.Report(kSharedDayOfMonth, "/individual/birth date", text,
                    Counted(day.people, all,
                            model::Concat({"were born on the ", text, " of a month, in ",
                                           std::to_string(day.parts.size()), " months"})));
  }
}

void SharedValues::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  reporter.SetId({});
  ReportPersons(dictionary, reporter);
  ReportTimes(births_, model::field::kBirth, reporter);
  ReportBirthdays(births_, reporter);
  ReportTimes(ages_, model::field::kLastContact, reporter);
}

}  // namespace muster::import
