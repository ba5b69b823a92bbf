#include "engine/bind/remarks/missing/person_fields.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/remarks/missing/deaths.h"

namespace muster::bind {

using grammar::Compare;
using model::Entity;
using model::FieldId;

namespace {

// Which few have by nature.
bool IsOfDeath(FieldId field) {
  return field == model::field::kDeath || field == model::field::kCauseOfDeath || field == model::field::kSurvival;
}

}  // namespace

std::optional<FieldId> FieldOfPerson(const Compare& compare) {
  if (compare.event) return std::nullopt;
  if (compare.as_of) return model::field::kBirth;
  return FindField(Entity::kIndividual, compare.field.text);
}

void PersonFields::SayRarelyRecorded(grammar::Span span, FieldId field, bool alone) {
  constexpr uint64_t kManyOfAll = 4, kManyOfAsked = 5;  // more than one in this many lack it
  if (field == model::field::kCohort || !said_.insert(field).second) return;
  if (field == model::field::kDeath || field == model::field::kCauseOfDeath) {
    constexpr FieldId kStatus = model::field::kVitalStatus;
    const bool status = !AskedFor(kStatus) && said_.insert(kStatus).second;
    return RemarkOnDeaths(view_, reporter_, criteria_, span, {field, status, alone});
  }
  const auto people = PeopleAsked(field);
  if (!people || !people->somewhere) return;
  const uint64_t many = people->others.empty() ? kManyOfAll : kManyOfAsked;
  if ((people->all - people->with) * many <= people->all) return;
  reporter_->Note(span, "rarely-recorded",
                  absl::StrCat(std::string(model::Info(field).name), " is recorded of ", OnlyOutOf(*people), "; ",
                               alone ? LeftOut(*people) : "the others can only meet what stands beside this",
                               alone ? ", whatever they would have" : ""),
                  {"funnel in place of count says at each criterion for how many there is no record"});
}

void PersonFields::SayMissing(grammar::Span span, FieldId field) {
  if (IsOfDeath(field)) field = model::field::kVitalStatus;  // people who are alive do not lack it
  if (AskedFor(field) || !said_.insert(field).second) return;
  const auto people = PeopleAsked(field);
  if (!people || people->with >= people->all) return;
  const uint64_t lacking = people->all - people->with;
  const std::string name(model::Info(field).name);
  reporter_->Note(
      span, "missing-counts",
      absl::StrCat("this also holds for individuals without a recorded ", name, ": ",
                   people->others.empty() ? absl::StrCat(lacking, " of ", people->all) : OutOf(lacking, *people)),
      {absl::StrCat("to leave them out, write and ", name, " is recorded")});
}

void PersonFields::SayLeftOut(const Compare& compare, FieldId field) {
  constexpr uint64_t kFewest = 5;
  if (field == model::field::kCohort || IsOfDeath(field) || !left_out_.insert(field).second) return;
  const auto people = PeopleAsked(field);
  if (!people || people->with == 0 || people->all - people->with < kFewest) return;
  Compare is = compare;
  is.op = compare.op == Compare::Op::kIsNot ? Compare::Op::kIs : Compare::Op::kIn;
  const std::string other = reporter_->RewrittenWith(&compare, grammar::Not{grammar::MakeExpr({}, std::move(is))});
  std::vector<std::string> hints;
  if (!other.empty()) hints.push_back(absl::StrCat("to find them as well, write ", other));
  const std::string name(model::Info(field).name);
  reporter_->Note(compare.field.span, "missing-counts",
                  absl::StrCat("`is not` leaves out individuals without a recorded ", name, ": ",
                               OutOf(people->all - people->with, *people)),
                  std::move(hints));
}

// No remark if another criterion asks for the value.
bool PersonFields::AskedFor(FieldId field) const {
  return std::any_of(criteria_.begin(), criteria_.end(), [&](const grammar::Expr* criterion) {
    const auto* compare = std::get_if<Compare>(&criterion->node);
    return compare != nullptr && compare->op != Compare::Op::kIsMissing && FieldOfPerson(*compare) == field;
  });
}

// The people with the field. If all or none have it, they are not counted.
std::optional<AskedPeople> PersonFields::PeopleAsked(FieldId field) {
  const auto everybody = CountRecorded(view_, field);
  if (!everybody.ok()) {
    reporter_->Fail(everybody.status());
    return std::nullopt;
  }
  const bool some = everybody->with > 0;
  if (!some || everybody->with >= everybody->all || model::Info(field).entity != Entity::kIndividual) {
    return AskedPeople{everybody->all, everybody->with, some, {}};
  }
  return CountAskedPeople(view_, reporter_, criteria_, KeyOfRecorded(field),
                          [&](const storage::SegmentReader& segment) { return PeopleRecorded(view_, segment, field); });
}

}  // namespace muster::bind
