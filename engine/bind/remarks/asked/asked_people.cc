#include "engine/bind/remarks/asked/asked_people.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/model/schema/schema.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;

constexpr size_t kMaxOthers = 3;  // more would make the sentence unreadable

// Whether it asks for rows by their terms.
std::optional<Entity> AsksByTerms(const Leaf& leaf) {
  const auto* has = std::get_if<Has>(&leaf.criterion->node);
  if (has == nullptr || leaf.negated || has->terms.empty() || HoldsWithoutRows(*has) ||
      has->polarity == grammar::Polarity::kExcluded) {
    return std::nullopt;
  }
  return FindEntity(has->entity.text);
}

// A single code without a label, of which most criteria are; null: other terms.
const grammar::Literal* PlainCode(const Has& has) {
  const bool plain =
      has.terms.size() == 1 && has.terms[0].kind == grammar::Literal::Kind::kCode && has.terms[0].label.empty();
  return plain ? &has.terms[0] : nullptr;
}

bool AskForTheSameTerms(const Has& a, const Has& b) {
  const grammar::Literal* of_a = PlainCode(a);
  const grammar::Literal* of_b = PlainCode(b);
  if (of_a == nullptr || of_b == nullptr) return TermsOf(a) == TermsOf(b);
  return of_a->exactly == of_b->exactly && of_a->text == of_b->text;
}

// dataset is north: a planner's own site. Nothing after a failure.
void AddDatasets(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, OtherCriteria* others) {
  using Op = grammar::Compare::Op;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    const bool asks = compare != nullptr && !leaf.negated && !compare->event &&
                      (compare->op == Op::kIs || compare->op == Op::kIn) &&
                      FindField(Entity::kIndividual, compare->field.text) == model::field::kDataset;
    if (!asks) continue;
    SilentReporter silent;
    const auto match = KeywordBinder(view, &silent).Bind(compare->values, model::field::kDataset);
    if (!silent.status().ok()) return reporter->Fail(silent.status());
    if (!match || match->symbols == nullptr) continue;
    others->datasets.push_back(leaf.criterion);
    others->kept.push_back(match->symbols);
    others->codes.push_back({Entity::kIndividual, others->kept.back().get()});
  }
}

// But for `has`, and what asks for the same; nullptr: all. Nullopt after a failure.
std::optional<OtherCriteria> OthersOf(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                      const Has* has) {
  OtherCriteria others;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto entity = AsksByTerms(leaf);
    const auto* other = std::get_if<Has>(&leaf.criterion->node);
    if (!entity || other == has || IsMeasured(*entity) || others.criteria.size() == kMaxOthers) continue;
    const auto is_same = [&](const Has* one) {
      return *entity == FindEntity(one->entity.text) && AskForTheSameTerms(*other, *one);
    };
    if (has != nullptr && is_same(has)) continue;
    if (std::any_of(others.criteria.begin(), others.criteria.end(), is_same)) continue;
    const std::optional<TermMatch>& match = criteria.Match(*other);
    if (!match) return std::nullopt;
    if (others.criteria.empty()) {
      others.criteria.reserve(kMaxOthers);
      others.codes.reserve(kMaxOthers);
    }
    others.criteria.push_back(other);
    others.codes.push_back({*entity, match->symbols.get()});
  }
  AddDatasets(view, reporter, criteria, &others);
  return others;
}

std::optional<AskedPeople> CountAmong(const CatalogueView& view, Reporter* reporter, const OtherCriteria& others,
                                      const PeopleKey& key, FindPeople find) {
  const auto share = view.people().Count(others.codes, key, find);
  bool somewhere = share.ok() && share->with > 0;
  absl::Status status = share.status();
  if (status.ok() && !somewhere && !others.codes.empty()) {
    const auto anywhere = view.people().Count({}, key, find);
    status = anywhere.status();
    somewhere = anywhere.ok() && anywhere->with > 0;
  }
  if (!status.ok()) {
    reporter->Fail(status);
    return std::nullopt;
  }
  return AskedPeople{share->all, share->with, somewhere, others.criteria, others.datasets};
}

}  // namespace

bool IsMeasured(Entity entity) { return entity == Entity::kMeasurement || entity == Entity::kExposure; }

std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const Has& has) {
  const std::optional<TermMatch>& match = criteria.Match(has);
  auto others = match ? OthersOf(view, reporter, criteria, &has) : std::nullopt;
  if (!others) return std::nullopt;
  const CodesOfEntity wanted = {*FindEntity(has.entity.text), match->symbols.get()};
  return CountAmong(view, reporter, *others, KeyOfCodes(wanted),
                    [&](const storage::SegmentReader& segment) { return PeopleWithCodes(segment, wanted); });
}

std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const PeopleKey& key, FindPeople find) {
  std::optional<OtherCriteria>& others = criteria.others();
  if (!others) others = OthersOf(view, reporter, criteria, nullptr);
  if (!others) return std::nullopt;
  return CountAmong(view, reporter, *others, key, find);
}

std::optional<AskedPeople> CountAmongOthers(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const Has& has, const PeopleKey& key, FindPeople find) {
  const auto others = OthersOf(view, reporter, criteria, &has);
  if (!others) return std::nullopt;
  return CountAmong(view, reporter, *others, key, find);
}

std::string OthersInWords(const AskedPeople& people) {
  std::string named;
  for (const Has* other : people.others) {
    absl::StrAppend(&named, named.empty() ? "" : " and ", NameWithTerms(*other, *FindEntity(other->entity.text)));
  }
  return named;
}

std::string OutOf(uint64_t count, const AskedPeople& people) {
  std::string datasets;
  for (const grammar::Expr* dataset : people.datasets) {
    absl::StrAppend(&datasets, datasets.empty() ? " (" : ", ", grammar::Print(*dataset));
  }
  if (!datasets.empty()) datasets += ")";
  if (people.others.empty()) {
    return absl::StrCat(count, datasets.empty() ? " of " : " of the ", people.all, " individuals", datasets);
  }
  return absl::StrCat(count, " of the ", people.all, " individuals who have ", OthersInWords(people), datasets);
}

std::string OnlyOutOf(const AskedPeople& people) {
  return people.with == 0 ? absl::StrCat("none", OutOf(0, people).substr(1))
                          : absl::StrCat("only ", OutOf(people.with, people));
}

}  // namespace muster::bind
