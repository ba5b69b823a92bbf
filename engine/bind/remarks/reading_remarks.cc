#include "engine/bind/remarks/reading_remarks.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/alternatives.h"
#include "engine/bind/remarks/records/rows_of_both.h"
#include "grammar/clone.h"
#include "grammar/exactly.h"
#include "grammar/overloaded.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::And;
using grammar::Compare;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;
using grammar::Or;
using model::Entity;

// a and b or c and d, with `or` as the closer: a and (b or c) and d.
ExprPtr OrFirst(const Or& either) {
  And both;
  Or group;
  const auto close = [&] {
    const bool one = group.operands.size() == 1;
    both.operands.push_back(one ? std::move(group.operands[0]) : grammar::MakeExpr({}, std::move(group)));
    group = {};
  };
  for (const ExprPtr& operand : either.operands) {
    const And* chain = std::get_if<And>(&operand->node);
    if (chain == nullptr || grammar::ExactlyOf(*chain) != nullptr) {
      group.operands.push_back(grammar::Clone(operand));
      continue;
    }
    for (const ExprPtr& part : chain->operands) {
      if (&part != &chain->operands.front()) close();
      group.operands.push_back(grammar::Clone(part));
    }
  }
  close();
  return grammar::MakeExpr({}, std::move(both));
}

// A row that is asked for to be there: what is said of it, another criterion may be about.
bool AsksForARow(const Has& has) {
  const bool one = !has.quantity || (has.quantity->kind == grammar::Quantity::Kind::kAtLeast &&
                                     has.quantity->count == 1 && has.quantity->count_from.name.empty());
  return one && !has.alias && !has.dates && has.order == grammar::Order::kAny &&
         has.polarity != grammar::Polarity::kExcluded;
}

// What is said of the row, criterion by criterion.
std::vector<const Compare*> ComparesOf(const Has& has) {
  std::vector<const Compare*> compares;
  const auto add = [&](const Expr& expr) {
    if (const auto* compare = std::get_if<Compare>(&expr.node)) compares.push_back(compare);
  };
  if (has.with == nullptr) return compares;
  if (const auto* all = std::get_if<And>(&has.with->node)) {
    for (const ExprPtr& operand : all->operands) add(*operand);
  } else {
    add(*has.with);
  }
  return compares;
}

bool Equals(const Compare& compare) { return compare.op == Compare::Op::kIs || compare.op == Compare::Op::kIn; }

// At most 5 and at least 7.
bool AreApart(const Compare& a, const Compare& b) {
  using Op = Compare::Op;
  if (a.certainty == grammar::Certainty::kPossibly || b.certainty == grammar::Certainty::kPossibly) return false;
  const bool below = a.op == Op::kLess || a.op == Op::kLessEqual;
  const bool above = b.op == Op::kGreater || b.op == Op::kGreaterEqual;
  if (!below || !above || a.values[0].kind != grammar::Literal::Kind::kNumber) return false;
  const grammar::Literal& low = a.values[0];
  const grammar::Literal& high = b.values[0];
  return high.kind == low.kind && low.unit == high.unit && low.number < high.number;
}

// A tumour sample and a blood sample are two: nobody means one that is both.
bool AreTwo(const Has& a, const Has& b, Entity entity) {
  for (const Compare* of_a : ComparesOf(a)) {
    for (const Compare* of_b : ComparesOf(b)) {
      const auto field = FindField(entity, of_a->field.text);
      if (!field || field != FindField(entity, of_b->field.text)) continue;
      if (Equals(*of_a) && Equals(*of_b)) return true;
      if (AreApart(*of_a, *of_b) || AreApart(*of_b, *of_a)) return true;
    }
  }
  return false;
}

bool SameTerms(const Has& a, const Has& b) {
  return a.terms.size() == b.terms.size() &&
         std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(),
                    [](const auto& x, const auto& y) { return grammar::Print(x) == grammar::Print(y); });
}

// The first of some records, and the last of the same.
bool AreFirstAndLast(const Has& a, const Has& b) {
  const bool ordered = a.order != grammar::Order::kAny && b.order != grammar::Order::kAny && a.order != b.order;
  if (!ordered || a.quantity || b.quantity || !SameTerms(a, b)) return false;
  const auto entity = FindEntity(a.entity.text);
  return entity && entity == FindEntity(b.entity.text) && a.polarity == b.polarity;
}

// Whether `b` is asked for as `a` is: rows of one entity with other terms, so that a list of them may be meant.
bool AskAlike(const Expr& a, const Expr& b) {
  const auto* of_a = std::get_if<Has>(&a.node);
  const auto* of_b = std::get_if<Has>(&b.node);
  if (of_a == nullptr || of_b == nullptr || !AsksForARow(*of_a) || !AsksForARow(*of_b)) return false;
  const auto entity = FindEntity(of_a->entity.text);
  return entity && entity == FindEntity(of_b->entity.text) && !of_a->terms.empty() && !of_b->terms.empty() &&
         !SameTerms(*of_a, *of_b);
}

ExprPtr NoneOf(const Expr& a, const Expr& b) {
  Or either;
  either.operands.push_back(grammar::Clone(a));
  either.operands.push_back(grammar::Clone(b));
  return grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(either))});
}

// Of the last: before a time; of the first: after one.
bool IsAgainst(grammar::Order order, Compare::Op op) {
  using Op = Compare::Op;
  if (op == Op::kWithin || op == Op::kBetween) return true;
  if (order == grammar::Order::kLast) {
    return op == Op::kLess || op == Op::kLessEqual || op == Op::kWithinBefore || op == Op::kLongBefore;
  }
  return op == Op::kGreater || op == Op::kGreaterEqual || op == Op::kWithinAfter || op == Op::kLongAfter;
}

class ReadingRemarks {
 public:
  ReadingRemarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  void Look(const Expr& expr) {
    const auto each = [&](const std::vector<ExprPtr>& operands) {
      for (const ExprPtr& operand : operands) Look(*operand);
    };
    std::visit(grammar::Overloaded{[&](const And& node) { OnAnd(node), each(node.operands); },
                                   [&](const Or& node) { OnOr(expr.span, node), each(node.operands); },
                                   [&](const grammar::AtLeastOf& node) { each(node.operands); },
                                   [&](const grammar::Not& node) { OnNot(expr.span, node), Look(*node.operand); },
                                   [&](const Has& node) {
                                     OnOrder(expr.span, node);
                                     if (node.with != nullptr) Look(*node.with);
                                   },
                                   [](const Compare&) {}, [](const grammar::InCohort&) {},
                                   [](const grammar::Usable&) {}, [](const grammar::Overlaps&) {}},
               expr.node);
  }

 private:
  void OnOr(grammar::Span span, const Or& either) {
    for (size_t i = 0; i + 1 < either.operands.size(); ++i) {
      OnDeniedBefore(*either.operands[i], *either.operands[i + 1], " is enough");
    }
    if (!either.beside_and || !reporter_->ExplainsRemarks()) return;
    const Alternatives alike = AlternativesOf(either);
    if (alike == Alternatives::kWhole) return;
    std::vector<std::string> hints;
    const std::string read = reporter_->Rewritten({});
    grammar::Rewriting rewriting;
    rewriting[&either] = alike == Alternatives::kBehindAll ? WithSharedFirst(either) : OrFirst(either);
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (!read.empty()) hints.push_back(absl::StrCat("this is the answer to ", read));
    if (!other.empty()) hints.push_back(absl::StrCat("if the other way is meant, write ", other));
    reporter_->Note(span, "and-before-or", "`and` binds closer than `or`, as no parentheses say otherwise",
                    std::move(hints));
  }

  // not (has disease A and has disease B), which protocols write for either.
  void OnNot(grammar::Span span, const grammar::Not& none) {
    const auto* both = std::get_if<And>(&none.operand->node);
    if (both == nullptr || !reporter_->ExplainsRemarks()) return;
    for (const ExprPtr& operand : both->operands) {
      if (operand != both->operands.front() && !AskAlike(*both->operands.front(), *operand)) return;
    }
    grammar::Rewriting rewriting;
    Or either;
    for (const ExprPtr& operand : both->operands) either.operands.push_back(grammar::Clone(operand));
    rewriting[both] = grammar::MakeExpr({}, std::move(either));
    SayOther(span, "this leaves out who has all of these, and nobody who has some of them only",
             "to leave out who has any of them, write ", std::move(rewriting));
  }

  // not has disease A and has disease B: the second is asked for. So it is behind `or`.
  void OnDeniedBefore(const Expr& denied, const Expr& next, std::string_view so) {
    const auto* none = std::get_if<grammar::Not>(&denied.node);
    if (none == nullptr || !AskAlike(*none->operand, next) || !reporter_->ExplainsRemarks()) return;
    grammar::Rewriting rewriting;
    rewriting[none] = NoneOf(*none->operand, next);
    rewriting[grammar::Holds(next)] = nullptr;
    SayOther({denied.span.begin, next.span.end},
             absl::StrCat("`not` is of the first of these alone, so that ", grammar::Print(next), std::string(so)),
             "to leave out who has any of them, write ", std::move(rewriting));
  }

  // has first treatment "Oxaliplatin": the first of those is there where any is.
  void OnOrder(grammar::Span span, const Has& has) {
    if (has.order != grammar::Order::kAny && has.with != nullptr && reporter_->ExplainsRemarks()) OnOrderByTime(has);
    if (has.order == grammar::Order::kAny || has.terms.empty() || has.with != nullptr || has.alias || has.quantity ||
        has.dates || !reporter_->ExplainsRemarks()) {
      return;
    }
    const auto entity = FindEntity(has.entity.text);
    if (!entity) return;
    const model::EntityInfo& info = model::Info(*entity);
    const std::string which = has.order == grammar::Order::kFirst ? "first" : "last";
    const std::string field(model::Info(static_cast<model::FieldId>(info.primary)).name);
    Compare is_term;
    is_term.field = {field, has.entity.span};
    is_term.op = has.terms.size() == 1 ? Compare::Op::kIs : Compare::Op::kIn;
    is_term.values = has.terms;
    Has of_all = grammar::Clone(has);
    of_all.terms.clear();
    of_all.with = grammar::MakeExpr(span, std::move(is_term));
    grammar::Rewriting rewriting;
    rewriting[&has] = grammar::MakeExpr(span, std::move(of_all));
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    std::vector<std::string> hints;
    if (!other.empty()) {
      hints.push_back(absl::StrCat("of whose ", which, " ", std::string(info.name), " of all it is, write ", other));
    }
    reporter_->Note(has.order_span, "order-of-records",
                    absl::StrCat("`", which, "` is among the ", std::string(info.plural),
                                 " of this term alone: whoever has one with a time is found"),
                    std::move(hints));
  }

  // has last measurement X with (value >= 7 % and time before enrolment): the last of all has to be before enrolment.
  void OnOrderByTime(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
    if (!moment) return;
    const std::vector<const Compare*> compares = ComparesOf(has);
    if (compares.size() < 2) return;  // the time alone is what is asked of the first
    for (const Compare* compare : compares) {
      if (compare->event || compare->as_of || FindField(*entity, compare->field.text) != moment) continue;
      if (!IsAgainst(has.order, compare->op)) continue;
      const std::string which = has.order == grammar::Order::kFirst ? "first" : "last";
      return reporter_->Note(
          has.order_span, "order-of-records",
          absl::StrCat("`", which, "` is the ", which, " of all ", std::string(model::Info(*entity).plural),
                       has.terms.empty() ? "" : " of this term", ", and its ", std::string(model::Info(*moment).name),
                       " is compared after that: who has one that meets this, and then ",
                       which == "last" ? "a later" : "an earlier", " one that does not, is not found"),
          {absl::StrCat("leave out ", which, " to find whoever has any that meets it")});
    }
  }

  void SayOther(grammar::Span span, std::string message, std::string_view hint, grammar::Rewriting rewriting) {
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    std::vector<std::string> hints;
    if (!other.empty()) hints.push_back(absl::StrCat(std::string(hint), other));
    reporter_->Note(span, "negated-and", std::move(message), std::move(hints));
  }

  void OnAnd(const And& both) {
    for (size_t i = 0; i + 1 < both.operands.size(); ++i) {
      OnDeniedBefore(*both.operands[i], *both.operands[i + 1], " has to hold");
    }
    for (const ExprPtr& later : both.operands) {
      for (const ExprPtr& earlier : both.operands) {
        if (earlier == later) break;
        if (OnTwo(*earlier, *later)) break;
      }
    }
  }

  // Whether it is said that they may be about two rows.
  bool OnTwo(const Expr& earlier, const Expr& later) {
    const auto* a = std::get_if<Has>(&earlier.node);
    const auto* b = std::get_if<Has>(&later.node);
    if (a == nullptr || b == nullptr || !reporter_->ExplainsRemarks()) return false;
    if (AreFirstAndLast(*a, *b)) {
      OnFirstAndLast(*a, later, *b);
      return true;
    }
    if (!AsksForARow(*a) || !AsksForARow(*b)) return false;
    const auto of_a = FindEntity(a->entity.text);
    const auto of_b = FindEntity(b->entity.text);
    if (!of_a || !of_b || *of_a == Entity::kIndividual) return false;
    if (*of_a == *of_b) return OnSameKind(*a, later, *b, *of_a);
    if (!model::IsAncestorOrSelf(*of_a, *of_b) || (a->with == nullptr && a->terms.empty())) return false;
    const std::string name = EntityName(*of_a);
    Say(*a, later, grammar::Clone(later),
        absl::StrCat("this ", EntityName(*of_b), " may be of another ", name, " than the one before"), name);
    return true;
  }

  // One record may be both, unless they have names, or the later one speaks of the name of the other.
  void OnFirstAndLast(const Has& a, const Expr& later, const Has& b) {
    const std::string name(model::Info(*FindEntity(a.entity.text)).name);
    const std::string only = absl::StrCat(name, b.terms.empty() ? "" : " of this term");
    if (a.alias && (b.alias || grammar::SpeaksOfNamedRows(later))) {
      reporter_->Note(b.order_span, "first-and-last",
                      absl::StrCat("the first and the last are two records here: who has one ", only,
                                   " only is not found by this"));
      return;
    }
    grammar::Rewriting rewriting;
    Has two;
    two.quantity = grammar::Quantity{grammar::Quantity::Kind::kAtLeast, 2, false, {}};
    two.entity = b.entity;
    two.terms = b.terms;
    And both;
    both.operands.push_back(grammar::Clone(later));
    both.operands.push_back(grammar::MakeExpr({}, std::move(two)));
    rewriting[grammar::Holds(later)] = grammar::MakeExpr({}, std::move(both));
    const std::string statement = reporter_->Rewritten(std::move(rewriting));
    std::vector<std::string> hints;
    if (!statement.empty()) hints.push_back(absl::StrCat("to leave them out, write ", statement));
    reporter_->Note(b.order_span, "first-and-last",
                    absl::StrCat("who has one ", only, " only has it as the first and as the last"), std::move(hints));
  }

  bool OnSameKind(const Has& a, const Expr& later, const Has& b, Entity entity) {
    const bool terms = b.terms.empty() || SameTerms(a, b);
    if (a.with == nullptr || b.with == nullptr || !terms || AreTwo(a, b, entity)) return false;
    if (!SomeRowMayMeetBoth(view_, reporter_, a, b, entity)) return false;
    const std::string name = EntityName(entity);
    Say(a, later, grammar::Clone(b.with),
        absl::StrCat("one ", name, " may meet both of these, or two may meet one each"), name);
    return true;
  }

  // `of_row` is said of the row of `a`, where `later` is meant to be about it.
  void Say(const Has& a, const Expr& later, ExprPtr of_row, std::string message, const std::string& name) {
    grammar::Rewriting rewriting;
    rewriting[&a] = grammar::WithAlso(a, std::move(of_row));
    rewriting[grammar::Holds(later)] = nullptr;
    const std::string statement = reporter_->Rewritten(std::move(rewriting));
    std::vector<std::string> hints;
    if (!statement.empty()) hints.push_back(absl::StrCat("to ask of one ", name, ", write ", statement));
    reporter_->Note(later.span, "two-records", std::move(message), std::move(hints));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace

void RemarkOnReading(const CatalogueView& view, const grammar::Statement& statement, Reporter* reporter) {
  const TimeForNotes time(reporter);
  for (const ExprPtr* criteria : grammar::CriteriaOf(&statement)) {
    if (*criteria != nullptr) ReadingRemarks(view, reporter).Look(**criteria);
  }
}

}  // namespace muster::bind
