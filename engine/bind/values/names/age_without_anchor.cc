#include "engine/bind/values/names/age_without_anchor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/criterion_instead.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using model::Entity;

// "98 %", of all people; empty for a guest, and where it cannot be read.
std::string ShareWithAge(const CatalogueView& view, model::FieldId field) {
  if (view.listed() != nullptr) return "";
  const auto people = view.PeopleWith(field);
  const auto ages = CountAgesWithin(view, {Entity::kIndividual, nullptr, field}, {storage::kNull + 1, INT64_MAX});
  if (!people.ok() || !ages.ok() || people->all == 0) return "";  // what is said beside an error
  if (*ages == 0) return "0 %";
  const uint64_t percent = *ages * 100 / people->all;
  return percent == 0 ? "under 1 %" : absl::StrCat(percent, " %");
}

// age at last contact (98 % recorded), age at enrolment (60 %), ...
std::string AgesOfPerson(const CatalogueView& view) {
  std::vector<std::string> ages;
  bool says_what = false;
  for (std::string& age : AgeAnchors()) {
    if (age.ends_with(')')) continue;  // of a record
    const auto field = FindField(Entity::kIndividual, age);
    if (const std::string share = field ? ShareWithAge(view, *field) : ""; !share.empty()) {
      absl::StrAppend(&age, " (", share, std::exchange(says_what, true) ? "" : " recorded", ")");
    }
    ages.push_back(std::move(age));
  }
  return absl::StrJoin(ages, ", ");
}

}  // namespace

void ReportAgeWithoutAnchor(Reporter* reporter, const CatalogueView& view, const grammar::Name& name,
                            const grammar::Compare* compared) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "age-without-anchor", "");
  std::vector<std::string> hints;
  const bool writes = compared != nullptr && !compared->event && !compared->values.empty();
  if (writes) hints.push_back(absl::StrCat("write ", AgeAtLastContact(*compared)));
  if (compared == nullptr) hints.emplace_back("write by age at last contact in bands of 10 years, or another age");
  hints.push_back(absl::StrCat("ages of the person: ", AgesOfPerson(view)));
  hints.push_back(compared != nullptr
                      ? "of a record write it behind with: has disease \"...\" with age at diagnosis ..."
                      : "of records: count diseases by age at diagnosis in bands of 10 years");
  reporter->Error(name.span, "age-without-anchor", "an age needs to say when", std::move(hints));
}

}  // namespace muster::bind
