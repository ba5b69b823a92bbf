#include "engine/bind/remarks/reading/age_after_death.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/remarks/records/open_treatments.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using model::Entity;
using Segment = storage::SegmentReader;

absl::StatusOr<storage::Bitmap> BornAndDeceased(const Segment& segment, model::Symbol deceased) {
  const auto with = [&](model::FieldId field, model::Symbol value) {
    return segment.Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual), field, value},
        segment.rows(0));
  };
  const auto dead = with(model::field::kVitalStatus, deceased);
  if (!dead.ok()) return dead.status();
  const auto born = with(model::field::kBirth, model::kAnyValue);
  if (!born.ok()) return born.status();
  return storage::Bitmap::And(**dead, **born);
}

bool Say(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
         const char* how) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || AsksOfDeath(criteria)) return false;
  const auto deceased = view.dictionary().Find("deceased");
  if (!deceased) return false;
  const auto people = CountAskedPeople(view, reporter, criteria, PeopleKey("born and deceased"),
                                       [&](const Segment& segment) { return BornAndDeceased(segment, *deceased); });
  if (!people || people->with == 0) return false;
  reporter->Note(span, "age-after-death",
                 absl::StrCat(OutOf(people->with, *people), " ", IsOrAre(people->with), " recorded as deceased, and ",
                              people->with == 1 ? "has" : "have", " an age at any date"),
                 {absl::StrCat("to leave them out, write ", how, " not vital status is deceased")});
  return true;
}

}  // namespace

std::optional<grammar::Span> AgeAsOfIn(const SideBySide& criteria) {
  std::optional<grammar::Span> span;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    if (compare != nullptr && !compare->event && compare->as_of) span = leaf.criterion->span;
  }
  return span;
}

bool RemarkOnAgeAfterDeath(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                           grammar::Span span) {
  return Say(view, reporter, criteria, span, "and");
}

void RemarkOnAgeAsOf(const CatalogueView& view, Reporter* reporter, const grammar::Expr* where, grammar::Span span) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const TimeForNotes time(reporter);
  const SideBySide criteria(view, reporter,
                            where == nullptr ? std::vector<const grammar::Expr*>() : CriteriaIn(*where));
  if (AgeAsOfIn(criteria)) return;
  Say(view, reporter, criteria, span, where == nullptr ? "where" : "and");
}

}  // namespace muster::bind
