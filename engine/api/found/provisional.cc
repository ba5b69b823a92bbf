#include "engine/api/found/provisional.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;

constexpr model::FieldId kStatus = model::field::kDiseaseStatus;
constexpr int64_t kMany = 20;  // one in N

bool AsksForStatus(const Has& has) {
  if (has.with == nullptr || bind::FindEntity(has.entity.text) != Entity::kDisease) return false;
  const std::vector<bind::Leaf> leaves = bind::LeavesOf({has.with.get()});
  return std::any_of(leaves.begin(), leaves.end(), [](const bind::Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    // Of alternatives it is not looked at what they ask for.
    return compare == nullptr || bind::FindField(Entity::kDisease, compare->field.text) == kStatus;
  });
}

// Whether it asks for people by observed diseases.
bool AsksForDiseases(const Has& has) {
  return has.polarity != grammar::Polarity::kExcluded && !has.terms.empty() && !bind::HoldsWithoutRows(has) &&
         bind::FindEntity(has.entity.text) == Entity::kDisease;
}

class Provisional {
 public:
  Provisional(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter)
      : criteria_(criteria), found_(*found), reporter_(reporter) {
    const auto recorded = found->view().RecordedValues(kStatus);
    if (!recorded.ok()) {
      reporter->Fail(recorded.status());
      return;
    }
    for (const char* word : {"provisional", "suspected", "unconfirmed", "differential"}) {
      const auto symbol = found->view().dictionary().Find(word);
      if (!symbol || !(*recorded)->Contains(*symbol)) continue;
      words_.push_back(word);
      statuses_.push_back(*symbol);
    }
  }
  bool MayBeRecorded() const { return !statuses_.empty(); }

  void OnHas(const Has& has) {
    if (!AsksForDiseases(has)) return;
    const std::optional<int64_t> all = found_.Count();
    if (!all || *all == 0) return;
    const std::optional<bind::TermMatch>& match = criteria_.Match(has);
    if (!match || !AreMany(RecordsOf(*match->symbols), *all, kMany)) return;
    const std::optional<int64_t> others = CountOthers(has);
    if (!others || !AreMany(*all - *others, *all, kMany)) return;
    const int64_t unsure = *all - *others;
    reporter_->Note(
        has.terms[0].span, "provisional-diagnoses",
        absl::StrCat(unsure, " of the ", *all, *all == 1 ? " individual who is" : " individuals who are", " found ",
                     unsure == 1 ? "has" : "have", " only records of ", match->label, " whose status is ",
                     absl::StrJoin(words_, " or ")),
        {absl::StrCat("to leave them out, ",
                      has.with == nullptr ? "add with not status is " : "write with (... and not status is ",
                      absl::StrJoin(words_, " or "), has.with == nullptr ? "" : ")")});
  }

 private:
  // How many of those who are found have a record of another status.
  std::optional<int64_t> CountOthers(const Has& has) {
    grammar::ExprPtr other = grammar::WithCriterion(has, grammar::MakeExpr({}, grammar::Not{HasStatus()}));
    if (!found_.StandsAlone()) {
      grammar::Rewriting instead;
      instead[&has] = std::move(other);
      return found_.CountWith(instead);
    }
    const People* found = found_.Found();
    const std::optional<People> others = found == nullptr ? std::nullopt : found_.Of(std::move(other), *found);
    return others ? std::optional(others->Size()) : std::nullopt;
  }

  // How many records of these diseases have such a status.
  int64_t RecordsOf(const model::SymbolList& diseases) {
    int64_t records = 0;
    for (const model::Symbol status : statuses_) {
      const auto some = found_.view().counts().Observed(Entity::kDisease, diseases, kStatus, status);
      if (!some.ok()) {
        reporter_->Fail(some.status());
        return 0;
      }
      records += static_cast<int64_t>(*some);
    }
    return records;
  }

  // status is provisional or suspected; behind `not`, who has no status recorded is meant as well.
  grammar::ExprPtr HasStatus() const {
    Compare compare;
    compare.field.text = std::string(model::Info(kStatus).name);
    compare.op = words_.size() == 1 ? Compare::Op::kIs : Compare::Op::kIn;
    for (const std::string& word : words_) {
      compare.values.emplace_back();
      compare.values.back().text = word;
    }
    return grammar::MakeExpr({}, std::move(compare));
  }

  const bind::SideBySide& criteria_;
  FoundPeople& found_;
  bind::Reporter* reporter_;
  std::vector<std::string> words_;
  std::vector<model::Symbol> statuses_;
};

}  // namespace

void NoteProvisional(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter) {
  const bool asks = std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [](const bind::Leaf& leaf) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    return has != nullptr && !leaf.negated && AsksForDiseases(*has);
  });
  if (!asks) return;
  Provisional remarks(criteria, found, reporter);
  if (!remarks.MayBeRecorded()) return;
  for (const bind::Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && AsksForStatus(*has)) return;  // who asks knows of it
  }
  for (const bind::Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) remarks.OnHas(*has);
  }
}

}  // namespace muster::api
