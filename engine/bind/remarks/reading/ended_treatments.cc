#include "engine/bind/remarks/reading/ended_treatments.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using Segment = storage::SegmentReader;

constexpr auto kNumber = static_cast<uint8_t>(Entity::kTreatment);

// Whether the criterion, about treatments, compares nothing but words, codes and numbers of them. A status, and why it
// was ended, tell whether it goes on.
bool AsksForNoTime(const grammar::Expr& criterion) {
  const std::vector<Leaf> leaves = LeavesOf({&criterion});
  return std::all_of(leaves.begin(), leaves.end(), [](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    if (compare == nullptr || compare->event || compare->as_of) return false;
    const auto field = FindField(Entity::kTreatment, compare->field.text);
    return field && model::Info(*field).kind != model::Kind::kTime && field != model::field::kTreatmentStatus &&
           field != model::field::kTreatmentTermination;
  });
}

// Whether it is true for who has any such treatment, whenever.
bool AsksForAny(const SideBySide& criteria, const Has& has) {
  return !has.terms.empty() && AsksForAnyRow(has) && (has.with == nullptr || AsksForNoTime(*has.with)) &&
         !IsSpokenOf(criteria, has);
}

// Whether another criterion asks for more of these treatments, such as their ends.
bool AsksElsewhere(const SideBySide& criteria, const Has& has) {
  return std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [&](const Leaf& leaf) {
    const auto asks = [&](const grammar::Expr& criterion) {
      const auto* other = std::get_if<Has>(&criterion.node);
      return other != nullptr && other != &has && FindEntity(other->entity.text) == Entity::kTreatment &&
             TermsOf(*other) == TermsOf(has) && !AsksForAny(criteria, *other);
    };
    const auto* options = OptionsOf(*leaf.criterion);
    if (options == nullptr) return asks(*leaf.criterion);
    return std::any_of(options->begin(), options->end(), [&](const auto& option) { return asks(*option); });
  });
}

struct Treated {
  storage::Bitmap ended;  // an end in all records
  storage::Bitmap open;   // none in one
};

absl::StatusOr<Treated> PeopleTreated(const Segment& segment, const model::SymbolList* terms) {
  const auto rows = LiveRowsOf(segment, Entity::kTreatment, terms);
  if (!rows.ok()) return rows.status();
  const auto with_end = segment.Posting(
      {static_cast<uint8_t>(model::PostingKind::kRows), kNumber, model::field::kTreatmentEnd, model::kAnyValue},
      segment.rows(kNumber));
  if (!with_end.ok()) return with_end.status();
  auto all = IndividualsOf(segment, Entity::kTreatment, *rows);
  if (!all.ok()) return all.status();
  auto open = IndividualsOf(segment, Entity::kTreatment, storage::Bitmap::AndNot(*rows, **with_end));
  if (!open.ok()) return open.status();
  return Treated{storage::Bitmap::AndNot(*all, *open), *std::move(open)};
}

// Whether ends are recorded, and are not of everybody: many have ended, and some go on.
bool Decides(uint64_t ended, uint64_t open) {
  constexpr uint64_t kMany = 3, kSome = 10;  // one in N
  return ended * kMany >= ended + open && open * kSome >= ended + open && open > 0 && ended > 0;
}

}  // namespace

void RemarkOnEndedTreatments(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                             const Has& has) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  if (!AsksForAny(criteria, has) || AsksElsewhere(criteria, has)) return;
  const std::optional<TermMatch>& match = criteria.Match(has);
  if (!match) return;
  const model::SymbolList* terms = match->symbols.get();
  const auto count = [&](const char* name, storage::Bitmap Treated::*which) {
    return CountAmongOthers(view, reporter, criteria, has, PeopleKey(name).Add({Entity::kTreatment, terms}),
                            [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                              auto treated = PeopleTreated(segment, terms);
                              if (!treated.ok()) return treated.status();
                              return std::move((*treated).*which);
                            });
  };
  const auto open = count("treated without an end", &Treated::open);
  if (!open || open->with == 0) return;
  auto people = count("treated, all with an end", &Treated::ended);
  if (!people || !Decides(people->with, open->with)) return;
  people->all = people->with + open->with;
  people->others.push_back(&has);
  Compare missing;
  missing.field.text = "end";
  missing.op = Compare::Op::kIsMissing;
  grammar::Rewriting rewriting;
  rewriting[&has] = grammar::WithCriterion(has, grammar::MakeExpr({}, std::move(missing)));
  const std::string other = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!other.empty()) hints.push_back(absl::StrCat("of those without an end, write ", other));
  hints.push_back("of those that went on at a day, write with not end before it, such as study date");
  reporter->Note(has.entity.span, "ended-before",
                 absl::StrCat("treatments that have ended count as well: ", OutOf(people->with, *people),
                              HasOrHave(people->with), "an end of it in every record"),
                 std::move(hints));
}

}  // namespace muster::bind
