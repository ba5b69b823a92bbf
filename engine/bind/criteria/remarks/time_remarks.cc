#include "engine/bind/criteria/remarks/time_remarks.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/remarks/recorded_times.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;

// In which ways times are recorded.
struct Ways {
  bool age = false;
  bool date = false;
};

absl::StatusOr<Ways> WaysOf(const CatalogueView& view, FieldId field) {
  const auto age = IsRecorded(view, field, model::kAgeLow);
  if (!age.ok()) return age.status();
  const auto date = IsRecorded(view, field, model::kDateLow);
  if (!date.ok()) return date.status();
  return Ways{*age || field == model::field::kBirth, *date};  // birth is the age of 0
}

absl::StatusOr<Ways> WaysOf(const CatalogueView& view, const Moment& moment) {
  if (moment.constant) return Ways{!moment.constant->age.empty(), !moment.constant->date.empty()};
  return WaysOf(view, moment.field);
}

std::string NameOf(FieldId field) {
  return absl::StrCat(std::string(model::Info(field).name), " of ",
                      WithArticle(std::string(model::Info(model::Info(field).entity).name)));
}

const char* NothingMatches(bool negated) {
  return negated ? "so nothing matches, and what is behind `no` or `not` leaves out nobody" : "so nothing matches";
}

// How many live rows have a value of the field; an empty text for guests.
absl::StatusOr<std::string> NumberRecorded(const CatalogueView& view, FieldId field, const char* as) {
  if (view.listed() != nullptr) return std::string();
  const Entity entity = model::Info(field).entity;
  const auto number = static_cast<uint8_t>(entity);
  uint64_t recorded = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto rows = segment->Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), number, field, model::kAnyValue}, segment->rows(number));
    if (!rows.ok()) return rows.status();
    const auto live = CountLive(*segment, entity, **rows);
    if (!live.ok()) return live.status();
    recorded += *live;
  }
  return absl::StrCat(" (", recorded, recorded == 1 ? " is" : " are", " recorded as ", as, ")");
}

// Whether a live observed row of the terms has the part. Mostly the first row answers.
absl::StatusOr<bool> AnyHasPart(const CatalogueView& view, Entity entity, const model::SymbolList& terms, FieldId field,
                                model::Part part) {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<FieldId>(model::Info(entity).primary);
  for (const auto& segment : view.snapshot().segments) {
    const auto column = segment->GetColumn({number, field, part});
    if (absl::IsNotFound(column.status())) continue;
    if (!column.ok()) return column.status();
    const auto live = LiveRows(*segment, entity);
    if (!live.ok()) return live.status();
    for (const model::Symbol term : terms) {
      const auto rows = segment->Posting(
          {static_cast<uint8_t>(model::PostingKind::kObservedRows), number, primary, term}, segment->rows(number));
      if (!rows.ok()) return rows.status();
      storage::Bitmap::Cursor cursor(**rows);
      uint32_t some[256];
      while (const size_t n = cursor.Next(some)) {
        for (size_t i = 0; i < n; ++i) {
          if ((**column)[some[i]] == storage::kNull) continue;
          if (*live == nullptr || (*live)->Contains(some[i])) return true;
        }
      }
    }
  }
  return false;
}

// Rows that two of the terms find, as a panel's component, count once.
absl::StatusOr<uint64_t> CountOfTerms(const CatalogueView& view, Entity entity, const model::SymbolList& terms) {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<FieldId>(model::Info(entity).primary);
  uint64_t count = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto rows = segment->Union({static_cast<uint8_t>(model::PostingKind::kObservedRows), number, primary, 0},
                                     terms.symbols(), segment->rows(number));
    if (!rows.ok()) return rows.status();
    const auto live = CountLive(*segment, entity, rows->rows);
    if (!live.ok()) return live.status();
    count += *live;
  }
  return count;
}

// The rows in question that have the time without the part. (At birth the age is 0.)
absl::StatusOr<RemarkCounts::Untimed> WithoutPart(const CatalogueView& view, const TimesOfRows& times,
                                                  model::Part part) {
  if (times.field == model::field::kBirth) return RemarkCounts::Untimed{};
  const auto some = view.counts().SomeLackPart(times.field, part);
  if (!some.ok()) return some.status();
  if (!*some) return RemarkCounts::Untimed{};
  return view.counts().WithoutTime(times.entity, times.terms, times.field, part);
}

// What a time can be compared with that is recorded as ages only, though a date was written (`date`), or the other way.
std::string ComparedOtherwise(const CatalogueView& view, FieldId field, bool date) {
  const std::string name(model::Info(field).name);
  if (!date) return absl::StrCat("compare it with a date, such as ", name, " >= 2020-01-01");
  std::string hint = absl::StrCat("compare it with an age, such as ", name, " >= 18 years");
  const FieldId last = model::field::kLastContact;
  const bool of_record = model::Info(field).entity != model::Entity::kIndividual;
  const auto seen = IsRecorded(view, last, model::kAgeLow);
  if (view.listed() == nullptr && of_record && seen.ok() && *seen) {
    absl::StrAppend(&hint, ", or with a time of the person: ", name, " within 1 year before ",
                    std::string(model::Info(last).name));
  }
  return hint;
}

// "the start of treatments of ATC:L01", "the last contact"
std::string TimesInWords(const TimesOfRows& times) {
  const std::string name = absl::StrCat("the ", std::string(model::Info(times.field).name));
  if (times.entity == Entity::kIndividual) return name;
  return absl::StrCat(name, " of ", std::string(model::Info(times.entity).plural), times.of.empty() ? "" : " of ",
                      times.of);
}

// The individuals with such a time as an age without a date (`aged`), or as a date without an age.
absl::StatusOr<storage::Bitmap> PeopleInOneWay(const storage::SegmentReader& segment, const TimesOfRows& times,
                                               bool aged) {
  const auto recorded = RecordedTimes::Of(segment, times.field);
  if (!recorded.ok()) return recorded.status();
  const auto rows = LiveRowsOf(segment, times.entity, times.terms);
  if (!rows.ok()) return rows.status();
  if (rows->Empty()) return storage::Bitmap();  // the segment may have no row of them, and no columns
  const auto above = RowsAbove::Of(segment, times.entity, Entity::kIndividual);
  if (!above.ok()) return above.status();
  std::vector<uint32_t> people;
  rows->ForEach([&](uint32_t row) {
    const model::TimeBounds time = (*recorded)(row);
    if (aged ? !time.age.empty() && time.date.empty() : time.age.empty() && !time.date.empty()) {
      people.push_back((*above)(row));
    }
  });
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  if (!std::is_sorted(people.begin(), people.end())) return storage::Bitmap();  // damaged: whatever reads rows says so
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return storage::Bitmap::FromSorted(people);
}

absl::StatusOr<storage::Bitmap> PeopleWithIncomparable(const storage::SegmentReader& segment, const TimesOfRows& left,
                                                       const TimesOfRows& right) {
  std::vector<storage::Bitmap> both;
  for (const bool aged : {true, false}) {
    const auto one = PeopleInOneWay(segment, left, aged);
    if (!one.ok()) return one.status();
    const auto other = PeopleInOneWay(segment, right, !aged);
    if (!other.ok()) return other.status();
    both.push_back(storage::Bitmap::And(*one, *other));
  }
  return storage::Bitmap::Or(both[0], both[1]);
}

}  // namespace

void WarnIfNotRecorded(const CatalogueView& view, Reporter* reporter, grammar::Span span, FieldId field, bool date,
                       bool negated) {
  const char* so = NothingMatches(negated);
  const auto known = IsRecorded(view, field, date ? model::kDateLow : model::kAgeLow);
  if (!known.ok()) return reporter->Fail(known.status());
  if (*known) return;
  const auto other = IsRecorded(view, field, date ? model::kAgeLow : model::kDateLow);
  if (!other.ok()) return reporter->Fail(other.status());
  if (!*other) {
    return reporter->Warn(span, "not-recorded", absl::StrCat("no ", NameOf(field), " is recorded, ", so));
  }
  const auto recorded = NumberRecorded(view, field, date ? "an age" : "a date");
  if (!recorded.ok()) return reporter->Fail(recorded.status());
  reporter->Warn(
      span, "not-recorded",
      absl::StrCat("no ", NameOf(field), " is recorded as ", date ? "a date" : "an age", *recorded, ", ", so),
      {ComparedOtherwise(view, field, date)});
}

void WarnIfNoNumber(const CatalogueView& view, Reporter* reporter, grammar::Span span, FieldId field, bool negated) {
  if (view.listed() != nullptr) return;
  const auto known = IsRecorded(view, field, model::kValuePart);
  if (!known.ok()) return reporter->Fail(known.status());
  if (*known) return;
  reporter->Warn(span, "not-recorded", absl::StrCat("no ", NameOf(field), " is recorded, ", NothingMatches(negated)));
}

void WarnIfNotComparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Moment& left,
                         const Moment& right, bool negated) {
  const char* so = NothingMatches(negated);
  if (right.constant) {
    return WarnIfNotRecorded(view, reporter, span, left.field, !right.constant->date.empty(), negated);
  }
  const auto a = WaysOf(view, left);
  if (!a.ok()) return reporter->Fail(a.status());
  const auto b = WaysOf(view, right);
  if (!b.ok()) return reporter->Fail(b.status());
  if ((a->age && b->age) || (a->date && b->date)) return;
  for (const auto& [moment, ways] : {std::pair{&left, *a}, {&right, *b}}) {
    if (moment->field != model::field::kBirth && ways.age) continue;
    if (ways.date) continue;
    return reporter->Warn(span, "not-recorded", absl::StrCat("no ", NameOf(moment->field), " is recorded, ", so));
  }
  reporter->Warn(
      span, "not-recorded",
      absl::StrCat(NameOf(left.field), " is recorded as ", a->date ? "a date" : "an age", " only, and ",
                   NameOf(right.field), " as ", b->date ? "a date" : "an age", " only, which cannot be compared, ", so),
      {"dates become ages where the import has the birth date"});
}

void NoteLeftOut(const CatalogueView& view, Reporter* reporter, grammar::Span span, Entity entity,
                 const model::SymbolList* terms, const std::string& of, FieldId field, bool date, bool negated) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const model::Part part = date ? model::kDateLow : model::kAgeLow;
  const auto known = IsRecorded(view, field, part);  // if not, it is reported for all
  if (!known.ok()) return reporter->Fail(known.status());
  if (!*known) return;
  const auto some = view.counts().SomeLackPart(field, part);
  if (!some.ok()) return reporter->Fail(some.status());
  if (!*some && entity == Entity::kIndividual) return;
  const auto untimed = view.counts().WithoutTime(entity, terms, field, part);
  if (!untimed.ok()) return reporter->Fail(untimed.status());
  if (negated) {  // of those who have none it is said elsewhere that `not` holds for them
    if (untimed->otherwise == 0) return;
    const bool one = untimed->otherwise == 1;
    return reporter->Note(
        span, "undated-records",
        absl::StrCat(untimed->otherwise, " ", std::string(one ? model::Info(entity).name : model::Info(entity).plural),
                     of.empty() ? "" : " of ", of, one ? " has " : " have ",
                     WithArticle(std::string(model::Info(field).name)), " that is ",
                     date ? "no date (but an age or a term)" : "no age (but a date without a birth date, or a term)",
                     ": `not` holds for ", one ? "it" : "them", " as well"));
  }
  const uint64_t left_out = untimed->lacking + untimed->otherwise;
  // Missing times are shown by `with not recorded`, so they are noted only if many lack them.
  constexpr uint64_t kManyLack = 5;  // more than one in this many
  const uint64_t found = untimed->all - left_out;
  const bool many_lack = entity != Entity::kIndividual && found > 0 && left_out * kManyLack > untimed->all;
  if (untimed->otherwise == 0 && !many_lack) return;
  const model::EntityInfo& info = model::Info(entity);
  std::string text = absl::StrCat(left_out, many_lack ? absl::StrCat(" of ", untimed->all) : "", " ",
                                  std::string(left_out == 1 && !many_lack ? info.name : info.plural));
  if (!of.empty()) absl::StrAppend(&text, " of ", of);
  absl::StrAppend(&text, left_out == 1 ? " has no " : " have no ", std::string(model::Info(field).name));
  if (untimed->otherwise > 0) {
    absl::StrAppend(&text, date ? " as a date (" : " as an age (", untimed->otherwise,
                    untimed->otherwise == 1 ? " has another: " : " have another: ",
                    date ? "an age or a term)" : "a date without a birth date, or a term)");
  }
  absl::StrAppend(&text, ", and ", left_out == 1 ? "is" : "are", " not found by this");
  reporter->Note(span, "undated-records", std::move(text));
}

void NoteWithoutTime(const CatalogueView& view, Reporter* reporter, grammar::Span span, Entity entity,
                     const model::SymbolList* terms, const std::string& of, FieldId field) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const auto untimed = view.counts().WithoutTime(entity, terms, field, model::kAgeLow);
  if (!untimed.ok()) return reporter->Fail(untimed.status());
  constexpr uint64_t kManyLack = 5;  // more than one in this many
  const uint64_t lacking = untimed->lacking;
  if (lacking * kManyLack <= untimed->all || lacking == untimed->all) return;
  const model::EntityInfo& info = model::Info(entity);
  reporter->Note(span, "undated-records",
                 absl::StrCat(lacking, " of ", untimed->all, " ", std::string(info.plural), of.empty() ? "" : " of ",
                              of, lacking == 1 ? " has no " : " have no ", std::string(model::Info(field).name),
                              ", and ", lacking == 1 ? "is" : "are", " not found by this"));
}

void NoteIncomparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const TimesOfRows& left,
                      const TimesOfRows& right, bool none) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const TimeForNotes time(reporter);
  for (const TimesOfRows* one : {&left, &right}) {  // mostly all are recorded in one way
    const bool is_left = one == &left;
    const auto ages = WithoutPart(view, *one, model::kDateLow);
    if (!ages.ok()) return reporter->Fail(ages.status());
    const auto dates = WithoutPart(view, is_left ? right : left, model::kAgeLow);
    if (!dates.ok()) return reporter->Fail(dates.status());
    if (ages->otherwise == 0 || dates->otherwise == 0) continue;
    PeopleKey key("incomparable");
    for (const TimesOfRows* times : {&left, &right}) key.Add({times->entity, times->terms}).Add(times->field);
    const auto people = view.people().Count({}, std::move(key), [&](const storage::SegmentReader& segment) {
      return PeopleWithIncomparable(segment, left, right);
    });
    if (!people.ok()) return reporter->Fail(people.status());
    if (people->with == 0) return;
    const bool single = people->with == 1;
    return reporter->Note(
        span, "incomparable-times",
        absl::StrCat("of ", people->with, single ? " individual" : " individuals", ", a time of ", TimesInWords(left),
                     " and one of ", TimesInWords(right),
                     " can be put in no order, as one is an age without a date and the other a date without an age: "
                     "who has no others is ",
                     none ? "not left out" : "not found", " by this"),
        {"dates become ages where the import has the birth date; count individuals with certainty where ... counts "
         "these people as unknown"});
  }
}

void WarnIfNoneOfTerms(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& rows,
                       FieldId field, bool date, bool denied) {
  if (view.listed() != nullptr || rows.symbols == nullptr || rows.symbols->empty()) return;
  const Entity entity = rows.child;
  const model::Part part = date ? model::kDateLow : model::kAgeLow;
  const auto known = IsRecorded(view, field, part);  // if not, it is said of all
  if (!known.ok()) return reporter->Fail(known.status());
  if (!*known) return;
  const auto any = view.counts().SomeHavePart(entity, *rows.symbols, field, part,
                                              [&] { return AnyHasPart(view, entity, *rows.symbols, field, part); });
  if (!any.ok()) return reporter->Fail(any.status());
  if (*any) return;
  const auto all = CountOfTerms(view, entity, *rows.symbols);
  if (!all.ok()) return reporter->Fail(all.status());
  const auto lacking = view.counts().Lacking(entity, rows.symbols.get(), field);
  if (!lacking.ok()) return reporter->Fail(lacking.status());
  if (*all == 0) return;  // no row has one
  const model::EntityInfo& info = model::Info(entity);
  const std::string name(model::Info(field).name);
  const uint64_t otherwise = *all - *lacking;
  std::string as;
  std::vector<std::string> hints;
  if (otherwise > 0) {
    as = absl::StrCat(date ? " as a date (" : " as an age (", otherwise, otherwise == 1 ? " is" : " are",
                      " recorded as ", date ? "an age)" : "a date)");
    hints.push_back(ComparedOtherwise(view, field, date));
  }
  reporter->Warn(span, "not-recorded",
                 absl::StrCat("no ", name, " of the ", *all == 1 ? "" : absl::StrCat(*all, " "),
                              std::string(*all == 1 ? info.name : info.plural), " of ", rows.label, " is recorded", as,
                              ", ", NothingMatches(denied)),
                 std::move(hints));
}

}  // namespace muster::bind
