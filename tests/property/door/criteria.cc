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
  if (criteria.kind == Kind::kTerms || criteria.kind == Kind::kWord) {
    Criteria leaf = criteria;
    const std::set<std::string> texts(leaf.texts.begin(), leaf.texts.end());
    leaf.texts.assign(texts.begin(), texts.end());
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

}  // namespace

std::string Text(const Criteria& criteria) {
  if (criteria.kind == Kind::kWord) return criteria.texts[0];
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

People WhoMeets(const Criteria& criteria, const PeopleByText& people, size_t size) {
  People met;
  if (criteria.kind == Kind::kTerms || criteria.kind == Kind::kWord) {
    for (const std::string& text : criteria.texts) met |= people.at(text);
    return met;
  }
  std::vector<People> inner;
  for (const Criteria& one : criteria.inner) inner.push_back(WhoMeets(one, people, size));
  const int all = static_cast<int>(inner.size());
  for (size_t i = 0; i < size; ++i) {
    const auto holds = static_cast<int>(std::ranges::count_if(inner, [&](const People& one) { return one[i]; }));
    met[i] = criteria.kind == Kind::kAnd   ? holds == all
             : criteria.kind == Kind::kOr  ? holds > 0
             : criteria.kind == Kind::kNot ? holds == 0
                                           : holds >= criteria.least;
  }
  return met;
}

People Everybody(size_t size) {
  People everybody;
  for (size_t i = 0; i < size; ++i) everybody.set(i);
  return everybody;
}

}  // namespace muster::property
