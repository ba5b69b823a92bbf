// Who possibly meets comparisons of times and numbers that are known within bounds only.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/api/found/unsure_times.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/model/schema/schema.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using model::FieldId;

absl::StatusOr<bool> MayBeWithinBounds(const bind::CatalogueView& view, const AskedTime& asked) {
  std::vector<FieldId> fields = asked.with;
  fields.push_back(asked.field);
  for (const FieldId field : fields) {
    if (model::Info(field).kind == model::Kind::kNumber) {
      auto bounds = view.HasNumberBounds(field);
      if (!bounds.ok() || *bounds) return bounds;
      continue;
    }
    for (const model::Part part : {model::kAgeHigh, model::kDateHigh}) {
      auto spans = bind::IsRecorded(view, field, part);
      if (!spans.ok() || *spans) return spans;
    }
  }
  return false;
}

grammar::ExprPtr Possibly(const Compare& compare) {
  Compare possibly = compare;
  possibly.certainty = grammar::Certainty::kPossibly;
  return grammar::MakeExpr({}, std::move(possibly));
}

// What is known within bounds only.
struct Imprecise {
  bool times = false;
  bool numbers = false;

  void Add(const AskedTime& asked) { (asked.is_number() ? numbers : times) = true; }
  const char* InWords() const { return !numbers ? "a time" : times ? "a time or a number" : "a number"; }
};

// Definitions of saved cohorts, in which comparisons are possibly true.
class Definitions {
 public:
  Definitions(const FoundPeople& found, bind::Reporter* reporter, Imprecise* imprecise)
      : view_(found.view()), reporter_(reporter), imprecise_(*imprecise) {}

  // Null where the cohort has no definition, or where nothing that it compares can be within bounds.
  grammar::ExprPtr Possible(const grammar::InCohort& in, size_t depth = 0) {
    constexpr size_t kDeepest = 8;
    const auto saved = view_.cohorts().find(absl::AsciiStrToLower(in.cohort.name));
    if (saved == view_.cohorts().end() || depth > kDeepest) return nullptr;
    const grammar::ParseResult parsed = grammar::Parse(saved->second.versions.back().text);
    const auto* define =
        parsed.statements.size() == 1 ? std::get_if<grammar::Define>(&parsed.statements[0].query) : nullptr;
    if (define == nullptr || define->where == nullptr || define->counted.distinct) return nullptr;
    const bind::SideBySide criteria(view_, reporter_, bind::CriteriaIn(*define->where));
    grammar::Rewriting instead;
    for (const AskedTime& asked : AskedTimesIn(criteria)) {
      const auto may_be = MayBeWithinBounds(view_, asked);
      if (!may_be.ok()) reporter_->Fail(may_be.status());
      if (!may_be.ok() || !*may_be) continue;
      imprecise_.Add(asked);
      instead[asked.compare] = Possibly(*asked.compare);
    }
    AddTo(criteria, depth + 1, &instead);
    return instead.empty() ? nullptr : WithOthers(*define->where, instead);
  }

  // The definitions in place of the cohorts that individuals have to be in.
  const grammar::InCohort* AddTo(const bind::SideBySide& criteria, size_t depth, grammar::Rewriting* instead) {
    const grammar::InCohort* first = nullptr;
    for (const bind::Leaf& leaf : criteria.leaves()) {
      const auto* in = leaf.negated ? nullptr : std::get_if<grammar::InCohort>(&leaf.criterion->node);
      grammar::ExprPtr possible = in == nullptr ? nullptr : Possible(*in, depth);
      if (possible == nullptr) continue;
      if (first == nullptr) first = in;
      (*instead)[in] = std::move(possible);
    }
    return first;
  }

 private:
  const bind::CatalogueView& view_;
  bind::Reporter* reporter_;
  Imprecise& imprecise_;
};

}  // namespace

void NotePossiblyMet(const bind::SideBySide& criteria, const std::vector<AskedTime>& times, FoundPeople* found,
                     bind::Reporter* reporter) {
  Imprecise imprecise;
  const AskedTime* first = nullptr;
  grammar::Rewriting instead, rewriting;
  std::vector<const Has*> changed;
  bool conjuncts = true;  // of which each has to be true
  for (const AskedTime& asked : times) {
    const bool beside_a_window = std::any_of(times.begin(), times.end(), [&](const AskedTime& other) {
      return !other.with.empty() && asked.has != nullptr && other.has == asked.has;
    });
    if (asked.with.empty() && asked.plain && !beside_a_window) continue;
    const auto may_be = MayBeWithinBounds(found->view(), asked);
    if (!may_be.ok()) return reporter->Fail(may_be.status());
    if (!*may_be) continue;
    if (first == nullptr) first = &asked;
    if (std::find(changed.begin(), changed.end(), asked.has) == changed.end()) changed.push_back(asked.has);
    conjuncts = conjuncts && asked.conjunct;
    imprecise.Add(asked);
    instead[asked.compare] = Possibly(*asked.compare);
    rewriting[asked.compare] = Possibly(*asked.compare);
  }
  const grammar::InCohort* cohort = Definitions(*found, reporter, &imprecise).AddTo(criteria, 0, &instead);
  if (first == nullptr && cohort == nullptr) return;
  const std::optional<int64_t> all = found->Count();
  if (!all) return;
  const std::optional<int64_t> possibly =
      conjuncts && cohort == nullptr ? found->CountMoreWith(changed, instead) : found->CountWith(instead);
  constexpr int64_t kOneIn = 20;
  if (!possibly || !AreMany(*possibly - *all, *all, kOneIn)) return;
  const int64_t besides = *possibly - *all;
  std::vector<std::string> hints;
  if (cohort != nullptr) {
    hints.push_back(absl::StrCat("cohort ", cohort->cohort.name, " compares it: to find them as well, define it with ",
                                 "`possibly` before what it compares"));
  } else if (const std::string other = reporter->Rewritten(std::move(rewriting)); !other.empty()) {
    hints.push_back(absl::StrCat("to find them as well, write ", other));
  }
  reporter->Note(first != nullptr ? first->compare->field.span : cohort->cohort.span, "possibly-met",
                 absl::StrCat(found->Besides(*all), besides, besides == 1 ? " possibly meets" : " possibly meet",
                              " this: ", imprecise.InWords(), " of ", besides == 1 ? "this one" : "theirs",
                              " is known within bounds only"),
                 std::move(hints));
}

}  // namespace muster::api
