#include "engine/bind/remarks/reading_remarks.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/alternatives.h"
#include "engine/bind/remarks/reading/asked_rows.h"
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
                                     RemarkOnOrder(expr.span, node, reporter_);
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
        if (RemarkOnTwoRecords(*earlier, *later, view_, reporter_)) break;
      }
    }
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
