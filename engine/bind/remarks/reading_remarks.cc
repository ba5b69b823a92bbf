#include "engine/bind/remarks/reading_remarks.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/alternatives.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/bind/remarks/reading/asked_rows.h"
#include "engine/bind/remarks/reading/bound_of_all.h"
#include "engine/bind/remarks/reading/order_of_records.h"
#include "engine/bind/remarks/reading/two_records.h"
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

bool AsksForNone(const Has& has) { return has.quantity && HoldsWithoutRows(has) && has.quantity->count == 0; }

// Whether it says what must not be: not A, no disease A, sex is not female. The same said without the denial is
// `affirmed`.
bool Denies(const Expr& expr, ExprPtr* affirmed = nullptr) {
  ExprPtr without;
  if (const auto* none = std::get_if<grammar::Not>(&expr.node)) {
    without = grammar::Clone(none->operand);
  } else if (const auto* has = std::get_if<Has>(&expr.node); has != nullptr && AsksForNone(*has)) {
    Has some = grammar::Clone(*has);
    some.quantity.reset();
    without = grammar::MakeExpr({}, std::move(some));
  } else if (const auto* compare = std::get_if<Compare>(&expr.node);
             compare != nullptr && (compare->op == Compare::Op::kIsNot || compare->op == Compare::Op::kNotIn)) {
    Compare is = *compare;
    is.op = compare->op == Compare::Op::kIsNot ? Compare::Op::kIs : Compare::Op::kIn;
    without = grammar::MakeExpr({}, std::move(is));
  } else {
    return false;
  }
  if (affirmed != nullptr) *affirmed = std::move(without);
  return true;
}

// T except A or B, which denies both where it is spoken: T and not (A or B). Null where it is written otherwise.
ExprPtr NoneOfTheLast(const Or& either) {
  const auto is_chain = [](const ExprPtr& operand) { return std::holds_alternative<And>(operand->node); };
  const auto* first = std::get_if<And>(&either.operands.front()->node);
  if (first == nullptr || grammar::ExactlyOf(*first) != nullptr ||
      std::any_of(either.operands.begin() + 1, either.operands.end(), is_chain)) {
    return nullptr;
  }
  const Expr& denial = *first->operands.back();
  Or none_of;
  ExprPtr affirmed;
  if (std::holds_alternative<Compare>(denial.node) || !Denies(denial, &affirmed)) return nullptr;
  none_of.operands.push_back(std::move(affirmed));
  for (size_t i = 1; i < either.operands.size(); ++i) {
    affirmed = nullptr;
    if (!Denies(*either.operands[i], &affirmed)) affirmed = grammar::Clone(either.operands[i]);
    none_of.operands.push_back(std::move(affirmed));
  }
  And all;
  for (const ExprPtr& operand : first->operands) {
    if (operand != first->operands.back()) all.operands.push_back(grammar::Clone(operand));
  }
  all.operands.push_back(grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(none_of))}));
  return grammar::MakeExpr({}, std::move(all));
}

class ReadingRemarks {
 public:
  ReadingRemarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  void Look(const Expr& expr) {
    const auto each = [&](const std::vector<ExprPtr>& operands) {
      for (const ExprPtr& operand : operands) Look(*operand);
    };
    std::visit(
        grammar::Overloaded{[&](const And& node) { OnAnd(node), each(node.operands); },
                            [&](const Or& node) { OnOr(expr.span, node), each(node.operands); },
                            [&](const grammar::AtLeastOf& node) { each(node.operands); },
                            [&](const grammar::Not& node) { OnNot(expr.span, node), LookIntoDenied(*node.operand); },
                            [&](const Has& node) {
                              RemarkOnOrder(expr.span, node, reporter_);
                              RemarkOnBoundOfAll(node, reporter_);
                              if (node.with != nullptr) Look(*node.with);
                            },
                            [](const Compare&) {}, [](const grammar::InCohort&) {}, [](const grammar::Usable&) {},
                            [](const grammar::Overlaps&) {}},
        expr.node);
  }

 private:
  // not (no disease A or no disease B) is a deliberate way to ask for both.
  void LookIntoDenied(const Expr& operand) {
    const bool before = std::exchange(denied_, true);
    Look(operand);
    denied_ = before;
  }

  void OnOr(grammar::Span span, const Or& either) {
    for (size_t i = 0; i + 1 < either.operands.size(); ++i) {
      OnDeniedBefore(*either.operands[i], *either.operands[i + 1], " is enough");
    }
    if (OnDenials(span, either)) return;
    OnWithOfTheLast(either);
    if (!either.beside_and || !reporter_->ExplainsRemarks()) return;
    const Alternatives alike = AlternativesOf(either);
    if (alike == Alternatives::kWhole) return;
    std::vector<std::string> hints;
    constexpr size_t kMostOfRead = 240;  // of a long statement, what is read in two ways is enough
    std::string read = reporter_->Rewritten({});
    if (read.size() > kMostOfRead) read = InWords(either);
    grammar::Rewriting rewriting;
    rewriting[&either] = alike == Alternatives::kBehindAll ? WithSharedFirst(either) : OrFirst(either);
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    if (!read.empty()) hints.push_back(absl::StrCat("this is the answer to ", read));
    if (ExprPtr none_of = NoneOfTheLast(either); none_of != nullptr) {
      grammar::Rewriting denied;
      denied[&either] = std::move(none_of);
      const std::string neither = reporter_->Rewritten(std::move(denied));
      if (!neither.empty()) hints.push_back(absl::StrCat("to leave out who has any of the last ones, write ", neither));
    }
    if (!other.empty()) hints.push_back(absl::StrCat("if the other way is meant, write ", other));
    reporter_->Note(span, "and-before-or", "`and` binds closer than `or`, as no parentheses say otherwise",
                    std::move(hints));
  }

  static std::string InWords(const Or& either) {
    Or copy;
    for (const ExprPtr& operand : either.operands) copy.operands.push_back(grammar::Clone(operand));
    return grammar::Print(*grammar::MakeExpr({}, std::move(copy)));
  }

  // has disease A or has disease B with stage is S: of B alone.
  void OnWithOfTheLast(const Or& either) {
    std::vector<grammar::Literal> terms;
    for (const ExprPtr& operand : either.operands) {
      const auto* has = std::get_if<Has>(&operand->node);
      const bool last = operand == either.operands.back();
      if (has == nullptr || (has->with != nullptr) != last || (!last && !AskAlike(*operand, *either.operands.back()))) {
        return;
      }
      terms.insert(terms.end(), has->terms.begin(), has->terms.end());
    }
    if (either.operands.size() < 2 || !reporter_->ExplainsRemarks()) return;
    const auto& last = std::get<Has>(either.operands.back()->node);
    Has together = grammar::Clone(last);
    together.terms = std::move(terms);
    grammar::Rewriting rewriting;
    rewriting[&either] = grammar::MakeExpr({}, std::move(together));
    std::vector<std::string> hints;
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat("to ask it of each of them, write ", other));
    }
    reporter_->Note(either.operands.back()->span, "with-of-last",
                    absl::StrCat("what is said of ", NameWithTerms(last, *FindEntity(last.entity.text)),
                                 " is not asked of what stands before `or`"),
                    std::move(hints));
  }

  // no disease A or no disease B, which protocols write for neither. Whether it is so.
  bool OnDenials(grammar::Span span, const Or& either) {
    const bool all = std::all_of(either.operands.begin(), either.operands.end(),
                                 [](const ExprPtr& operand) { return Denies(*operand); });
    if (!all || denied_ || either.operands.size() < 2 || !reporter_->ExplainsRemarks()) return false;
    And each;
    for (const ExprPtr& operand : either.operands) each.operands.push_back(grammar::Clone(operand));
    grammar::Rewriting rewriting;
    rewriting[&either] = grammar::MakeExpr({}, std::move(each));
    std::vector<std::string> hints;
    if (const std::string other = reporter_->Rewritten(std::move(rewriting)); !other.empty()) {
      hints.push_back(absl::StrCat("if all of them have to hold, write ", other));
    }
    reporter_->Note(span, "either-denial",
                    absl::StrCat("each of these denials is enough by itself, so that this leaves out only those for "
                                 "whom ",
                                 either.operands.size() == 2 ? "neither" : "none", " of them holds"),
                    std::move(hints));
    return true;
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
    SayOther(span, "this leaves out only those who have all of these, not those who have some of them",
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

  void SayOther(grammar::Span span, std::string message, std::string_view hint, grammar::Rewriting rewriting) {
    const std::string other = reporter_->Rewritten(std::move(rewriting));
    std::vector<std::string> hints;
    if (!other.empty()) hints.push_back(absl::StrCat(std::string(hint), other));
    reporter_->Note(span, "negated-and", std::move(message), std::move(hints));
  }

  void OnAnd(const And& both) {
    for (size_t i = 0; i + 1 < both.operands.size(); ++i) {
      OnDeniedBefore(*both.operands[i], *both.operands[i + 1], " has to hold");
      RemarkOnDeniedRecord(*both.operands[i], *both.operands[i + 1], reporter_);
    }
    for (const ExprPtr& later : both.operands) {
      for (const ExprPtr& earlier : both.operands) {
        if (earlier == later) break;
        if (RemarkOnTwoRecords(*earlier, *later, view_, reporter_)) break;
      }
    }
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  bool denied_ = false;  // within `not`
};

}  // namespace

void RemarkOnReading(const CatalogueView& view, const grammar::Statement& statement, Reporter* reporter) {
  const TimeForNotes time(reporter);
  for (const ExprPtr* criteria : grammar::CriteriaOf(&statement)) {
    if (*criteria != nullptr) ReadingRemarks(view, reporter).Look(**criteria);
  }
}

}  // namespace muster::bind
