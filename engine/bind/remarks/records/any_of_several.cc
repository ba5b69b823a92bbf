#include "engine/bind/remarks/records/any_of_several.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using Op = Compare::Op;
using Segment = storage::SegmentReader;

bool IsOfValue(const Compare& compare) {
  return !compare.event && !compare.as_of &&
         FindField(Entity::kMeasurement, compare.field.text) ==
             std::optional<model::FieldId>(model::field::kMeasurementValue);
}

// between 7 and 10 %; value >= 7 % and value < 10 %
bool IsRange(const grammar::Expr& with) {
  bool above = false, below = false;
  for (const auto& [criterion, negated] : LeavesOf({&with})) {
    const auto* compare = std::get_if<Compare>(&criterion->node);
    if (compare == nullptr || negated || !IsOfValue(*compare)) return false;
    above = above || compare->op == Op::kBetween || compare->op == Op::kGreater || compare->op == Op::kGreaterEqual;
    below = below || compare->op == Op::kBetween || compare->op == Op::kLess || compare->op == Op::kLessEqual;
  }
  return above && below;
}

// Of rows that ascend, the first of the panel that each is a component of; of others, the row itself.
absl::StatusOr<std::vector<uint32_t>> FirstOfEach(const Segment& segment, std::vector<uint32_t> rows) {
  const auto places = segment.FindColumn(
      {static_cast<uint8_t>(Entity::kMeasurement), model::field::kMeasurementPart, model::kValuePart});
  if (!places.ok()) return places.status();
  if (*places == nullptr) return rows;
  const auto is_at = [&](uint32_t row, double place) {
    const int64_t bits = (**places)[row];
    return bits != storage::kNull && model::FromOrderedBits(bits) == place;
  };
  for (uint32_t& row : rows) {
    const int64_t bits = (**places)[row];
    const double place = bits == storage::kNull ? 0 : model::FromOrderedBits(bits);
    if (!(place >= 2 && place <= row + 1.0)) continue;
    const uint32_t first = row - (static_cast<uint32_t>(place) - 1);
    if (is_at(first, 1)) row = first;
  }
  return rows;
}

// The individuals with two measurements of these terms. A panel is one measurement, however many of its components are
// rows.
absl::StatusOr<storage::Bitmap> PeopleWithSeveral(const Segment& segment, const model::SymbolList& terms) {
  const auto rows = LiveRowsOf(segment, Entity::kMeasurement, &terms);
  if (!rows.ok()) return rows.status();
  const std::vector<uint32_t> at = rows->ToVector();
  if (at.size() < 2) return storage::Bitmap();
  std::vector<int64_t> people(at.size());
  if (absl::Status status =
          segment.ValuesAt({static_cast<uint8_t>(Entity::kMeasurement), model::kParentColumn, 0}, at, people);
      !status.ok()) {
    return status;
  }
  const auto first = FirstOfEach(segment, at);
  if (!first.ok()) return first.status();
  std::vector<uint32_t> several;
  for (size_t i = 1; i < people.size(); ++i) {  // rows of one individual stand together
    const auto person = static_cast<uint32_t>(people[i]);
    if (people[i] != people[i - 1] || (*first)[i] == (*first)[i - 1]) continue;
    if (several.empty() || several.back() != person) several.push_back(person);
  }
  return storage::Bitmap::FromSorted(several);
}

class AnyOfSeveral {
 public:
  AnyOfSeveral(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(grammar::Span span, const Has& has) {
    if (has.with == nullptr || has.terms.empty() || has.quantity || has.dates || has.alias ||
        has.order != grammar::Order::kAny || !IsRange(*has.with) ||
        FindEntity(has.entity.text) != Entity::kMeasurement) {
      return;
    }
    if (!said_.insert(TermsOf(has)).second) return;
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (!match || match->symbols->empty()) return;
    const CodesOfEntity wanted = {Entity::kMeasurement, match->symbols.get()};
    const auto several =
        CountAskedPeople(view_, reporter_, criteria_, PeopleKey("several").Add(wanted),
                         [&](const Segment& segment) { return PeopleWithSeveral(segment, *wanted.codes); });
    if (!several || several->with == 0) return;
    const auto any = CountAskedPeople(view_, reporter_, criteria_, has);
    constexpr uint64_t kMany = 5;  // more than 1 in 5 of those who were measured
    if (!any || several->with * kMany <= any->with) return;
    const bool one = several->with == 1;
    reporter_->Note(span, "any-of-several",
                    absl::StrCat(OutOf(several->with, *several), one ? " has several of " : " have several of ",
                                 NameWithTerms(has, Entity::kMeasurement),
                                 ": one of them in this range is enough, whatever the others are"),
                    OfTheLast(has));
  }

 private:
  // Of measurements without any time, none is the last.
  std::vector<std::string> OfTheLast(const Has& has) {
    for (const model::Part part : {model::kDateLow, model::kAgeLow}) {
      const auto timed = IsRecorded(view_, model::field::kMeasurementTime, part);
      if (!timed.ok()) {
        reporter_->Fail(timed.status());
        return {};
      }
      if (!*timed) continue;
      Has last = grammar::Clone(has);
      last.order = grammar::Order::kLast;
      const std::string other = reporter_->RewrittenWith(&has, std::move(last));
      if (other.empty()) return {};
      return {absl::StrCat("of the last one of each, write ", other)};
    }
    return {};
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<std::string> said_;
};

}  // namespace

void RemarkOnAnyOfSeveral(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  AnyOfSeveral several(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) several.OnHas(leaf.criterion->span, *has);
  }
}

}  // namespace muster::bind
