#include "engine/bind/remarks/records/none_recorded.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/bind/remarks/asked/asked_people.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;

// The greatest number of rows with which the criterion is true: 0 for `no`. Nullopt if it has no upper bound.
std::optional<int> MostRows(const Has& has) {
  if (HoldsWithoutRows(has)) return has.quantity->count;
  if (!has.quantity) return 0;  // behind `not`
  if (has.quantity->kind != Quantity::Kind::kAtLeast || has.quantity->count < 1) return std::nullopt;
  return has.quantity->count - 1;
}

// Findings, actions and examinations: for people without any, it is unknown whether anybody looked. Samples, runs and
// files are a catalogue's own.
bool IsFound(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
    case Entity::kDisease:
    case Entity::kMeasurement:
    case Entity::kTreatment:
    case Entity::kProcedure:
    case Entity::kExposure:
    case Entity::kInterpretation:
    case Entity::kVariant:
      return true;
    default:
      return false;
  }
}

// Whether everybody who satisfies the criterion has a row of `entity`, with one of `terms` if these are not empty.
bool AsksForRows(const grammar::Expr& criterion, Entity entity, const std::string& terms) {
  if (const auto* either = std::get_if<grammar::Or>(&criterion.node)) {
    return std::all_of(either->operands.begin(), either->operands.end(),
                       [&](const grammar::ExprPtr& operand) { return AsksForRows(*operand, entity, terms); });
  }
  const auto* has = std::get_if<Has>(&criterion.node);
  return has != nullptr && !HoldsWithoutRows(*has) && FindEntity(has->entity.text) == entity &&
         (terms.empty() || TermsOf(*has) == terms);
}

class NoneRecorded {
 public:
  NoneRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const Has& has)
      : view_(view), reporter_(reporter), criteria_(criteria), has_(has), entity_(*FindEntity(has.entity.text)) {}

  void Say(grammar::Span span) {
    const std::optional<int> most = MostRows(has_);
    if (!most) return;
    const std::string terms = *most > 0 ? TermsOf(has_) : "";
    for (const Leaf& leaf : criteria_.leaves()) {
      if (!leaf.negated && AsksForRows(*leaf.criterion, entity_, terms)) return;
    }
    if (*most > 0) {
      SayNoneAmongFew(span);
    } else if (has_.terms.empty()) {
      IsFound(entity_) ? SayNothingIsTold(span) : SayNobodyHasAny(span);
    } else {
      SayNoneOfTheRest(span);
    }
  }

 private:
  std::string Name() const { return std::string(model::Info(entity_).name); }

  std::optional<AskedPeople> Asked(WhichRows which) const {
    return CountAskedPeople(
        view_, reporter_, criteria_, KeyOfRows(entity_, which),
        [&](const storage::SegmentReader& segment) { return PeopleWithRows(segment, entity_, which); });
  }

  static std::string Among(uint64_t without, const AskedPeople& people) {
    return people.others.empty() ? absl::StrCat(without, " of ", people.all) : OutOf(without, people);
  }

  // no variant "SCN1A"
  void SayNoneOfTheRest(grammar::Span span) {
    const std::optional<TermMatch>& match = criteria_.Match(has_);
    if (!match || match->symbols->empty() || model::Info(entity_).primary < 0) return;
    const auto any = Asked(WhichRows::kAny);
    if (!any || any->with >= any->all) return;
    const CodesOfEntity wanted = {entity_, match->symbols.get()};
    const auto have =
        CountAskedPeople(view_, reporter_, criteria_, KeyOfCodes(wanted),
                         [&](const storage::SegmentReader& segment) { return PeopleWithCodes(segment, wanted); });
    if (!have) return;
    const uint64_t without = any->all - any->with;
    if (without * 2 <= any->all - have->with) return;
    const auto observed = model::Info(entity_).polar ? Asked(WhichRows::kObserved) : any;
    if (!observed) return;
    const std::string has = observed->with == any->with
                                ? absl::StrCat("has ", Name())
                                : absl::StrCat("(has ", Name(), " or has excluded ", Name(), ")");
    Note(span, absl::StrCat("no ", Name(), " at all"), without, *any, has);
  }

  // at most 2 treatment "Cisplatin"
  void SayNoneAmongFew(grammar::Span span) {
    constexpr uint64_t kMany = 5;  // more than one in this many
    std::optional<AskedPeople> people;
    if (has_.terms.empty()) {
      people = Asked(WhichRows::kObserved);
    } else {
      const std::optional<TermMatch>& match = criteria_.Match(has_);
      if (!match || match->symbols->empty() || model::Info(entity_).primary < 0) return;
      people = CountAskedPeople(view_, reporter_, criteria_, has_);
    }
    if (!people || (people->all - people->with) * kMany <= people->all) return;
    const std::string named = has_.terms.empty() ? Name() : NameWithTerms(has_, entity_);
    Note(span, absl::StrCat("no ", named), people->all - people->with, *people, absl::StrCat("has ", named));
  }

  void Note(grammar::Span span, const std::string& none, uint64_t without, const AskedPeople& people,
            const std::string& has) {
    reporter_->Note(
        span, "none-at-all",
        absl::StrCat("this also holds for ", without == 1 ? "the individual who has " : "individuals who have ", none,
                     ": ", Among(without, people)),
        {absl::StrCat("to leave them out, write ", has, " and this")});
  }

  // `no treatment`: reported for any number of people, as these are all it finds.
  void SayNothingIsTold(grammar::Span span) {
    const auto any = Asked(WhichRows::kAny);
    if (!any || any->with >= any->all) return;
    if (!any->somewhere) return SayNobodyHasAny(span);
    const uint64_t without = any->all - any->with;
    const auto observed = model::Info(entity_).polar ? Asked(WhichRows::kObserved) : any;
    if (!observed) return;
    const uint64_t absent = any->with - observed->with;
    reporter_->Note(span, "none-at-all",
                    absl::StrCat(OutOf(without, *any), without == 1 ? " has no " : " have no ", Name(),
                                 " recorded: whether there was none, or nobody wrote it down, is not told apart",
                                 absent == 0 ? ""
                                             : absl::StrCat("; ", absent, absent == 1 ? " more has" : " more have",
                                                            " only what is recorded as absent")),
                    {absl::StrCat("count individuals where has ", Name(), " by dataset shows where any is recorded")});
  }

  // `no sample`, if there are none in the catalogue: the number says nothing about people.
  void SayNobodyHasAny(grammar::Span span) {
    if (entity_ == Entity::kIndividual) return;
    for (const auto& segment : view_.snapshot().segments) {
      if (segment->rows(static_cast<uint8_t>(entity_)) > 0) return;
    }
    reporter_->Note(span, "none-at-all",
                    absl::StrCat("no ", Name(), " is recorded here at all, so that this holds for everybody"));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  const Has& has_;
  const Entity entity_;
};

}  // namespace

void RemarkOnNoneRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                          const Has& has) {
  if (has.with != nullptr || has.dates || !FindEntity(has.entity.text)) return;
  NoneRecorded(view, reporter, criteria, has).Say(span);
}

}  // namespace muster::bind
