#include "engine/bind/remarks/records/term_below.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/match_again.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using Segment = storage::SegmentReader;

constexpr uint64_t kMany = 3;  // more than one in this many of those who are found
constexpr uint64_t kFew = 5;   // of fewer it may well be so

std::set<std::string> WordsOf(const std::string& label) {
  const std::vector<std::string> words =
      absl::StrSplit(absl::AsciiStrToLower(label), absl::ByAnyChar(" ,;()/-"), absl::SkipEmpty());
  return {words.begin(), words.end()};
}

bool ShareAWord(const std::string& a, const std::string& b) {
  const std::set<std::string> words = WordsOf(a), others = WordsOf(b);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return others.contains(word); });
}

Literal CodeOf(std::string code) {
  Literal literal;
  literal.kind = Literal::Kind::kCode;
  literal.text = std::move(code);
  return literal;
}

// A stage, a status or another term tells kinds apart; a time does not.
bool AsksForTimesOnly(const Has& has) {
  if (has.with == nullptr) return true;
  const std::vector<Leaf> leaves = LeavesOf({has.with.get()});
  return std::all_of(leaves.begin(), leaves.end(), [](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    const auto field =
        compare == nullptr || compare->event ? std::nullopt : FindField(Entity::kDisease, compare->field.text);
    return field && model::Info(*field).kind == model::Kind::kTime;
  });
}

class TermBelow {
 public:
  TermBelow(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has) {
    if (FindEntity(has.entity.text) != Entity::kDisease || has.polarity == grammar::Polarity::kExcluded ||
        HoldsWithoutRows(has) || has.terms.size() != 1 || has.terms[0].exactly || !AsksForTimesOnly(has)) {
      return;
    }
    const std::optional<TermMatch>& all = criteria_.Match(has);
    constexpr size_t kMostCodes = 300;  // of more, hardly any is that frequent
    if (!all || all->symbols->size() < 2 || all->symbols->size() > kMostCodes) return;
    std::vector<Literal> exactly = has.terms;
    exactly[0].exactly = true;
    const auto itself = MatchAgain(view_, reporter_, exactly, Entity::kDisease);
    if (!itself || itself->symbols->empty()) return;
    const auto found = People({Entity::kDisease, all->symbols.get()}, nullptr);
    const auto plainly = People({Entity::kDisease, itself->symbols.get()}, nullptr);
    if (!found || !plainly || found->with == 0 || plainly->with * kMany < found->with) return;
    const std::string label = LabelOf(*itself->symbols->begin());
    for (const model::Symbol symbol : *all->symbols) {
      if (itself->symbols->Contains(symbol) || !IsFrequent(symbol, found->with)) continue;
      if (const std::string other = LabelOf(symbol); other.empty() || ShareAWord(label, other)) continue;
      if (OnBelow(has, *all->symbols, symbol, *found)) return;
    }
  }

 private:
  std::string CodeText(model::Symbol symbol) const { return std::string(view_.dictionary().Text(symbol)); }
  std::string LabelOf(model::Symbol symbol) const { return view_.terminology().Label(CodeText(symbol)); }

  // Those who are asked for that have `of`, and nothing of `without`.
  std::optional<AskedPeople> People(const CodesOfEntity& of, const model::SymbolList* without) {
    if (without == nullptr) {
      return CountAskedPeople(view_, reporter_, criteria_, KeyOfCodes(of),
                              [&](const Segment& segment) { return PeopleWithCodes(segment, of); });
    }
    const CodesOfEntity others = {of.entity, without};
    return CountAskedPeople(view_, reporter_, criteria_, PeopleKey("but").Add(of).Add(others),
                            [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                              auto with = PeopleWithCodes(segment, of);
                              if (!with.ok() || with->Empty()) return with;
                              const auto with_others = PeopleWithCodes(segment, others);
                              if (!with_others.ok()) return with_others;
                              return storage::Bitmap::AndNot(*with, *with_others);
                            });
  }

  // Whether it is worth a closer look: codes that mean the same are several.
  bool IsFrequent(model::Symbol symbol, uint64_t found) {
    constexpr uint64_t kCodesOfOne = 3;
    const model::SymbolList one({symbol});
    const auto people = People({Entity::kDisease, &one}, nullptr);
    return people && people->with * kMany * kCodesOfOne > found;
  }

  // Whether another criterion asks for it, so that it is known of.
  bool IsAskedFor(const Has& has, model::Symbol symbol) {
    return std::any_of(criteria_.leaves().begin(), criteria_.leaves().end(), [&](const Leaf& leaf) {
      const auto* other = std::get_if<Has>(&leaf.criterion->node);
      if (other == nullptr || other == &has || other->terms.empty() ||
          FindEntity(other->entity.text) != Entity::kDisease)
        return false;
      const std::optional<TermMatch>& match = criteria_.Match(*other);
      return !match || match->symbols->Contains(symbol);
    });
  }

  // Whether there was something to say of this term.
  bool OnBelow(const Has& has, const model::SymbolList& all, model::Symbol symbol, const AskedPeople& found) {
    const std::vector<Literal> terms = {CodeOf(CodeText(symbol))};
    const auto below = MatchAgain(view_, reporter_, terms, Entity::kDisease);
    if (!below) return true;
    std::vector<model::Symbol> rest;
    for (const model::Symbol other : all) {
      if (!below->symbols->Contains(other)) rest.push_back(other);
    }
    const model::SymbolList others(std::move(rest));
    const auto only = People({Entity::kDisease, below->symbols.get()}, &others);
    if (!only || only->with < kFew || only->with * kMany <= found.with || IsAskedFor(has, symbol)) return !only;
    Compare but;
    but.field.text = std::string(model::Info(model::field::kDiseaseTerm).name);
    but.op = Compare::Op::kNotIn;
    but.values = terms;
    std::vector<std::string> hints;
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::WithCriterion(has, grammar::MakeExpr({}, std::move(but)));
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat("to leave these out, write ", other));
    }
    reporter_->Note(has.terms[0].span, "term-below",
                    absl::StrCat(OutOf(only->with, *only), " have nothing of this but ", CodeText(symbol), " ",
                                 LabelOf(symbol), ", which lies below it"),
                    std::move(hints));
    return true;
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RemarkOnTermBelow(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  TermBelow remarks(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) remarks.OnHas(*has);
  }
}

}  // namespace muster::bind
