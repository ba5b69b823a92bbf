#include "engine/bind/remarks/missing/provisional.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using Segment = storage::SegmentReader;

constexpr model::FieldId kStatus = model::field::kDiseaseStatus;

bool AsksForStatus(const Has& has) {
  if (has.with == nullptr || FindEntity(has.entity.text) != Entity::kDisease) return false;
  const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
  return std::any_of(leaves.begin(), leaves.end(), [](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    // Of alternatives it is not looked at what they ask for.
    return compare == nullptr || FindField(Entity::kDisease, compare->field.text) == kStatus;
  });
}

// With rows of these codes, all of which have one of these statuses.
absl::StatusOr<storage::Bitmap> PeopleWithNoOther(const Segment& segment, const model::SymbolList& codes,
                                                  const std::vector<model::Symbol>& statuses) {
  const auto rows = LiveRowsOf(segment, Entity::kDisease, &codes);
  if (!rows.ok()) return rows.status();
  constexpr auto kNumber = static_cast<uint8_t>(Entity::kDisease);
  storage::Bitmap unsure;
  for (const model::Symbol status : statuses) {
    const auto with = segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), kNumber, kStatus, status},
                                      segment.rows(kNumber));
    if (!with.ok()) return with.status();
    unsure = storage::Bitmap::Or(unsure, storage::Bitmap::And(*rows, **with));
  }
  if (unsure.Empty()) return unsure;
  const auto people = IndividualsOf(segment, Entity::kDisease, unsure);
  if (!people.ok()) return people.status();
  const auto sure = IndividualsOf(segment, Entity::kDisease, storage::Bitmap::AndNot(*rows, unsure));
  if (!sure.ok()) return sure.status();
  return storage::Bitmap::AndNot(*people, *sure);
}

class Provisional {
 public:
  Provisional(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {
    const auto recorded = view.RecordedValues(kStatus);
    if (!recorded.ok()) {
      reporter->Fail(recorded.status());
      return;
    }
    for (const char* word : {"provisional", "suspected", "unconfirmed", "differential"}) {
      const auto symbol = view.dictionary().Find(word);
      if (!symbol || !(*recorded)->Contains(*symbol)) continue;
      words_.push_back(word);
      statuses_.push_back(*symbol);
    }
  }
  bool MayBeRecorded() const { return !statuses_.empty(); }

  void OnHas(const Has& has) {
    if (FindEntity(has.entity.text) != Entity::kDisease || has.polarity == grammar::Polarity::kExcluded ||
        HoldsWithoutRows(has) || has.terms.empty()) {
      return;
    }
    const std::optional<TermMatch>& match = criteria_.Match(has);
    if (!match) return;
    const auto people = CountAskedPeople(
        view_, reporter_, criteria_, PeopleKey("provisional").Add({Entity::kDisease, match->symbols.get()}),
        [&](const Segment& segment) { return PeopleWithNoOther(segment, *match->symbols, statuses_); });
    constexpr uint64_t kFew = 5, kOneIn = 50;  // at least 5 people, and more than one in 50 of those who are found
    if (!people || people->with < kFew || people->with * kOneIn <= people->all) return;
    reporter_->Note(has.terms[0].span, "provisional-diagnoses",
                    absl::StrCat(OutOf(people->with, *people), " have only records of ", match->label,
                                 " whose status is ", absl::StrJoin(words_, " or "), ", and are found as well"),
                    HintOf(has));
  }

 private:
  // Whose status is not recorded are meant as well.
  std::vector<std::string> HintOf(const Has& has) const {
    Compare missing, others;
    missing.field.text = others.field.text = std::string(model::Info(kStatus).name);
    missing.op = Compare::Op::kIsMissing;
    others.op = words_.size() == 1 ? Compare::Op::kIsNot : Compare::Op::kNotIn;
    for (const std::string& word : words_) {
      grammar::Literal literal;
      literal.kind = grammar::Literal::Kind::kWord;
      literal.text = word;
      others.values.push_back(std::move(literal));
    }
    grammar::Or either;
    either.operands.push_back(grammar::MakeExpr({}, std::move(missing)));
    either.operands.push_back(grammar::MakeExpr({}, std::move(others)));
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithAlso(has, grammar::MakeExpr({}, std::move(either)));
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (other.empty()) return {};
    return {absl::StrCat("to leave these out, write ", other)};
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::vector<std::string> words_;
  std::vector<model::Symbol> statuses_;
};

}  // namespace

void RemarkOnProvisional(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  Provisional remarks(view, reporter, criteria);
  if (!remarks.MayBeRecorded()) return;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && AsksForStatus(*has)) return;  // who asks knows of it
  }
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) remarks.OnHas(*has);
  }
}

}  // namespace muster::bind
