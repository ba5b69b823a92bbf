#include "engine/api/found/any_of_several.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::ExprPtr;
using grammar::Has;
using model::Entity;
using Op = Compare::Op;

bool IsLimit(const grammar::Expr& criterion) {
  const auto* compare = std::get_if<Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of) return false;
  const bool ordered = compare->op == Op::kBetween || compare->op == Op::kGreater || compare->op == Op::kLess ||
                       compare->op == Op::kGreaterEqual || compare->op == Op::kLessEqual;
  return ordered && bind::FindField(Entity::kMeasurement, compare->field.text) == model::field::kMeasurementValue;
}

// Whether nothing but limits of the value are asked of any measurement of some terms.
bool AsksForAnyValue(const Has& has) {
  if (has.with == nullptr || has.terms.empty() || !bind::AsksForAnyRow(has) ||
      bind::FindEntity(has.entity.text) != Entity::kMeasurement) {
    return false;
  }
  const std::vector<bind::Leaf> leaves = bind::LeavesOf({has.with.get()});
  return std::all_of(leaves.begin(), leaves.end(), [](const bind::Leaf& leaf) { return IsLimit(*leaf.criterion); });
}

// Without a number, which is one, and a name, which nothing uses.
Has Plainly(const Has& has) {
  Has plainly = grammar::Clone(has);
  plainly.quantity.reset();
  plainly.alias.reset();
  return plainly;
}

ExprPtr Last(const Has& has) {
  Has last = Plainly(has);
  last.order = grammar::Order::kLast;
  return grammar::MakeExpr({}, std::move(last));
}

// One of them that is not so.
ExprPtr Other(const Has& has) {
  Has other = Plainly(has);
  other.with = grammar::MakeExpr({}, grammar::Not{std::move(other.with)});
  return grammar::MakeExpr({}, std::move(other));
}

template <typename... Operands>
ExprPtr Both(Operands... operands) {
  grammar::And both;
  (both.operands.push_back(std::move(operands)), ...);
  return grammar::MakeExpr({}, std::move(both));
}

// One of them, and no other that is not so.
ExprPtr All(const Has& has) {
  return Both(grammar::MakeExpr({}, Plainly(has)), grammar::MakeExpr({}, grammar::Not{Other(has)}));
}

// One of them, which is the only one.
ExprPtr Only(const Has& has) {
  Has one = Plainly(has);
  one.with = nullptr;
  one.quantity.emplace();
  one.quantity->kind = grammar::Quantity::Kind::kExactly;
  return Both(grammar::MakeExpr({}, Plainly(has)), grammar::MakeExpr({}, std::move(one)));
}

// Several of them, whatever their values.
ExprPtr Several(const Has& has) {
  Has several = Plainly(has);
  several.with = nullptr;
  several.quantity.emplace();
  several.quantity->count = 2;
  return grammar::MakeExpr({}, std::move(several));
}

// Whether two criteria ask for measurements of these terms, or one for the first or last of them: who asks so knows of
// several.
bool AskTwice(const bind::SideBySide& criteria, const Has& has) {
  const std::vector<bind::Occurrence> all = bind::OccurrencesIn(criteria);
  return std::any_of(all.begin(), all.end(), [&](const bind::Occurrence& one) {
    const bool asks = one.has->order != grammar::Order::kAny || (!one.negated && !bind::HoldsWithoutRows(*one.has));
    return one.has != &has && asks && bind::FindEntity(one.has->entity.text) == Entity::kMeasurement &&
           bind::TermsOf(*one.has) == bind::TermsOf(has);
  });
}

class AnyOfSeveral {
 public:
  AnyOfSeveral(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter)
      : criteria_(criteria), found_(*found), reporter_(reporter) {}

  // `alone`: whoever is found has such a measurement.
  void OnHas(grammar::Span span, const Has& has, bool alone) {
    const std::optional<int64_t> all = found_.Count();
    if (!all || *all == 0 || !ManyHaveSeveral(has, *all)) return;
    const std::optional<bool> timed = AreTimed();
    if (!timed) return;
    if (!alone || !found_.AreIndividuals()) return Elsewhere(span, has, *all, *timed);
    const People* found = found_.Found();
    if (found == nullptr) return;
    // Of whom the last one, all, or the only one is so, there is nothing to say.
    std::optional<People> unsure = found_.Of(Other(has), *found);
    if (!unsure || !AreEnough(unsure->Size(), *all)) return;
    unsure = found_.Of(Several(has), *unsure);
    if (!unsure || !AreEnough(unsure->Size(), *all)) return;
    std::optional<int64_t> by_last;
    if (*timed) {
      const std::optional<People> last = found_.Of(Last(has), *found);
      if (!last) return;
      by_last = last->Size();
      unsure = unsure->Without(*last);
      if (!AreEnough(unsure->Size(), *all)) return;
    }
    Say(span, has, *all, unsure->Size(), by_last);
  }

 private:
  // Who may be found by something else.
  void Elsewhere(grammar::Span span, const Has& has, int64_t all, bool timed) {
    std::optional<int64_t> by_last;
    grammar::Or either;
    if (timed) {
      by_last = CountWith(has, Last(has));
      if (!by_last || !AreEnough(all - *by_last, all)) return;
      either.operands.push_back(Last(has));
    }
    either.operands.push_back(All(has));  // whichever is the last
    either.operands.push_back(Only(has));
    const std::optional<int64_t> others = CountWith(has, grammar::MakeExpr({}, std::move(either)));
    if (others && AreEnough(all - *others, all)) Say(span, has, all, all - *others, by_last);
  }

  std::optional<int64_t> CountWith(const Has& has, ExprPtr other) {
    grammar::Rewriting instead;
    instead[&has] = std::move(other);
    return found_.CountWith(instead);
  }

  // Whether anybody is to be told of, as far as that is known whatever the limits are: it is counted once for the
  // terms, and mostly nobody has two.
  bool ManyHaveSeveral(const Has& has, int64_t all) {
    const std::optional<bind::TermMatch>& match = criteria_.Match(has);
    if (!match) return false;
    const auto several = found_.view().counts().PeopleWithSeveral(
        Entity::kMeasurement, *match->symbols, [&]() -> absl::StatusOr<uint64_t> {
          const std::optional<int64_t> counted = found_.CountOf(Several(has));
          if (!counted) return absl::NotFoundError("not counted");
          return static_cast<uint64_t>(*counted);
        });
    return !several.ok() || (found_.AreIndividuals() ? AreEnough(static_cast<int64_t>(*several), all) : *several > 0);
  }

  // Of measurements without any time, none is the last.
  std::optional<bool> AreTimed() {
    if (timed_) return timed_;
    for (const model::Part part : {model::kDateLow, model::kAgeLow}) {
      const auto timed = bind::IsRecorded(found_.view(), model::field::kMeasurementTime, part);
      if (!timed.ok()) {
        reporter_->Fail(timed.status());
        return std::nullopt;
      }
      timed_ = timed_.value_or(false) || *timed;
    }
    return timed_;
  }

  void Say(grammar::Span span, const Has& has, int64_t all, int64_t several, std::optional<int64_t> by_last) {
    std::vector<std::string> hints;
    if (by_last) {
      grammar::Rewriting rewriting;
      rewriting[&has] = Last(has);
      const std::string other = reporter_->Rewritten(std::move(rewriting));
      hints.push_back(other.empty() ? absl::StrCat("of the last one of each, write has last ",
                                                   bind::NameWithTerms(has, Entity::kMeasurement))
                                    : absl::StrCat("of the last one of each, write ", other));
    }
    // All that these have meet it, and which of them is the last is not known.
    const int64_t untimed = by_last ? all - *by_last - several : 0;
    reporter_->Note(
        span, "any-of-several",
        absl::StrCat(
            several, " of ", found_.InWords(all), several == 1 ? OfOne() : OfMany(), " several of ",
            bind::NameWithTerms(has, Entity::kMeasurement),
            by_last ? ", of which the last does not meet this, or has no time" : ", of which others do not meet this",
            ": any one of them is enough",
            by_last ? absl::StrCat("; by the last of each, ", *by_last, *by_last == 1 ? " is found" : " are found")
                    : "",
            untimed > 0 ? absl::StrCat(", and ", untimed, " whose times are not known ", untimed == 1 ? "is" : "are",
                                       " left out as well")
                        : ""),
        std::move(hints));
  }

  const char* OfOne() const { return found_.AreIndividuals() ? " has" : " is of an individual who has"; }
  const char* OfMany() const { return found_.AreIndividuals() ? " have" : " are of individuals who have"; }

  const bind::SideBySide& criteria_;
  FoundPeople& found_;
  bind::Reporter* reporter_;
  std::optional<bool> timed_;
};

}  // namespace

void NoteAnyOfSeveral(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter) {
  AnyOfSeveral several(criteria, found, reporter);
  for (const bind::Occurrence& one : bind::OccurrencesIn(criteria)) {
    if (one.negated || !AsksForAnyValue(*one.has) || AskTwice(criteria, *one.has) ||
        bind::IsSpokenOf(criteria, *one.has)) {
      continue;
    }
    several.OnHas(one.criterion->span, *one.has, one.alone);
  }
}

}  // namespace muster::api
