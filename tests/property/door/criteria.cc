#include "tests/property/door/criteria.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/parse.h"
#include "grammar/syntax.h"

namespace muster::property {
namespace {

using Kind = Criteria::Kind;

bool IsLeaf(const Criteria& criteria) {
  return criteria.kind == Kind::kTerms || criteria.kind == Kind::kWord || criteria.kind == Kind::kOneOf ||
         criteria.kind == Kind::kSamples;
}

std::vector<Criteria> Sorted(std::vector<Criteria> all, bool once) {
  std::multimap<std::string, Criteria> by_text;
  std::set<std::string> seen;
  for (Criteria& one : all) {
    std::string text = Printed(one);
    if (once && !seen.insert(text).second) continue;
    by_text.emplace(std::move(text), std::move(one));
  }
  std::vector<Criteria> sorted;
  for (auto& [text, one] : by_text) sorted.push_back(std::move(one));
  return sorted;
}

Criteria SimpleOf(const Criteria& criteria, bool negated) {
  if (IsLeaf(criteria)) {
    Criteria leaf = criteria;
    const std::set<std::string> texts(leaf.texts.begin(), leaf.texts.end());
    leaf.texts.assign(texts.begin(), texts.end());
    if (!leaf.inner.empty()) leaf.inner = {SimpleOf(leaf.inner[0], false)};  // of samples, by themselves
    return negated ? Criteria{Kind::kNot, 0, {leaf}, {}} : leaf;
  }
  if (criteria.kind == Kind::kNot) return SimpleOf(criteria.inner[0], !negated);
  std::vector<Criteria> inner;
  for (const Criteria& one : criteria.inner) inner.push_back(SimpleOf(one, negated));
  Kind kind = criteria.kind;
  const int size = static_cast<int>(inner.size());
  const int least = negated ? size - criteria.least + 1 : criteria.least;
  if (kind == Kind::kAtLeast) {
    if (least != 1 && least != size) return {kind, least, Sorted(std::move(inner), false), {}};
    kind = least == 1 ? Kind::kOr : Kind::kAnd;
  } else if (negated) {
    kind = kind == Kind::kAnd ? Kind::kOr : Kind::kAnd;
  }
  std::vector<Criteria> joined;
  for (Criteria& one : inner) {
    if (one.kind == kind) {
      joined.insert(joined.end(), one.inner.begin(), one.inner.end());
    } else {
      joined.push_back(std::move(one));
    }
  }
  joined = Sorted(std::move(joined), true);
  return joined.size() == 1 ? joined[0] : Criteria{kind, 0, std::move(joined), {}};
}

// Which of `size` meet criteria, of which `leaf` knows those that are not made of others.
template <typename Set, typename Leaf>
Set Meeting(const Criteria& criteria, size_t size, const Leaf& leaf) {
  if (IsLeaf(criteria)) return leaf(criteria);
  std::vector<Set> inner;
  for (const Criteria& one : criteria.inner) inner.push_back(Meeting<Set>(one, size, leaf));
  const int all = static_cast<int>(inner.size());
  Set met;
  for (size_t i = 0; i < size; ++i) {
    const auto holds = static_cast<int>(std::ranges::count_if(inner, [&](const Set& one) { return one[i]; }));
    met[i] = criteria.kind == Kind::kAnd   ? holds == all
             : criteria.kind == Kind::kOr  ? holds > 0
             : criteria.kind == Kind::kNot ? holds == 0
                                           : holds >= criteria.least;
  }
  return met;
}

// The union of what is known by the texts of a leaf.
template <typename Set>
Set AnyOf(const Criteria& leaf, const std::map<std::string, Set>& known) {
  Set any;
  for (const std::string& text : leaf.texts) {
    any |= known.at(leaf.kind == Kind::kOneOf ? absl::StrCat(leaf.field, " is ", text) : text);
  }
  return any;
}

People WhoHasSamples(const Criteria& criteria, const Facts& facts) {
  std::vector<int> amounts(facts.size);
  const auto leaf = [&](const Criteria& one) { return AnyOf(one, facts.samples); };
  const size_t size = facts.owners.size();
  const Samples met = criteria.inner.empty() ? ~Samples() : Meeting<Samples>(criteria.inner[0], size, leaf);
  for (size_t i = 0; i < size; ++i) amounts[facts.owners[i]] += met[i] ? 1 : 0;
  People who;
  for (size_t i = 0; i < facts.size; ++i) {
    who[i] = criteria.exactly ? amounts[i] == criteria.least : amounts[i] >= criteria.least;
  }
  return who;
}

}  // namespace

std::string Text(const Criteria& criteria) {
  if (criteria.kind == Kind::kWord) return criteria.texts[0];
  if (criteria.kind == Kind::kOneOf)
    return absl::StrCat(criteria.field, " in (", absl::StrJoin(criteria.texts, ", "), ")");
  if (criteria.kind == Kind::kSamples) {
    const std::string number = criteria.exactly      ? absl::StrCat("exactly ", criteria.least, " ")
                               : criteria.least == 1 ? ""
                                                     : absl::StrCat("at least ", criteria.least, " ");
    return absl::StrCat("has ", number, "sample",
                        criteria.inner.empty() ? "" : absl::StrCat(" with (", Text(criteria.inner[0]), ")"));
  }
  if (criteria.kind == Kind::kTerms) {
    const std::string list = absl::StrJoin(criteria.texts, ", ");
    return absl::StrCat("has phenotype ", criteria.texts.size() > 1 ? absl::StrCat("in (", list, ")") : list);
  }
  const char* const between = criteria.kind == Kind::kAnd ? " and " : criteria.kind == Kind::kOr ? " or " : ", ";
  const std::string all = absl::StrJoin(criteria.inner, between, [](std::string* out, const Criteria& one) {
    absl::StrAppend(out, "(", Text(one), ")");
  });
  if (criteria.kind == Kind::kNot) return absl::StrCat("not ", all);
  if (criteria.kind == Kind::kAtLeast) return absl::StrCat("at least ", criteria.least, " of (", all, ")");
  return all;
}

std::string Printed(const Criteria& criteria) {
  const std::string text = Text(criteria);
  const grammar::ParseResult parsed = grammar::Parse("count individuals where " + text);
  if (parsed.statements.size() != 1) throw std::invalid_argument(text);
  return grammar::Print(*std::get<grammar::Count>(parsed.statements[0].query).where);
}

Criteria Simple(const Criteria& criteria) { return SimpleOf(criteria, false); }

People WhoMeets(const Criteria& criteria, const Facts& facts) {
  return Meeting<People>(criteria, facts.size, [&](const Criteria& leaf) {
    return leaf.kind == Kind::kSamples ? WhoHasSamples(leaf, facts) : AnyOf(leaf, facts.people);
  });
}

People Everybody(size_t size) {
  People everybody;
  for (size_t i = 0; i < size; ++i) everybody.set(i);
  return everybody;
}

}  // namespace muster::property
