#include "grammar/rewrite.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/another.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/parse.h"

namespace muster::grammar {
namespace {

// Walks over criteria and an equal copy of them, which it changes.
class Rewriter {
 public:
  explicit Rewriter(Rewriting rewriting) : rewriting_(std::move(rewriting)) {}

  void Rewrite(const ExprPtr& original, ExprPtr* copy) {
    if (original == nullptr) return;
    if (const auto it = rewriting_.find(Holds(*original)); it != rewriting_.end()) {
      *copy = std::move(it->second);
      rewriting_.erase(it);
      return;
    }
    std::visit(Overloaded{[&](const And& node) { All(node.operands, &std::get<And>((*copy)->node).operands, copy); },
                          [&](const Or& node) { All(node.operands, &std::get<Or>((*copy)->node).operands, copy); },
                          [&](const AtLeastOf& node) {
                            auto& operands = std::get<AtLeastOf>((*copy)->node).operands;
                            for (size_t i = 0; i < operands.size(); ++i) Rewrite(node.operands[i], &operands[i]);
                          },
                          [&](const Not& node) { Rewrite(node.operand, &std::get<Not>((*copy)->node).operand); },
                          [&](const Has& node) { Rewrite(node.with, &std::get<Has>((*copy)->node).with); },
                          [](const Compare&) {}, [](const InCohort&) {}, [](const Usable&) {}, [](const Overlaps&) {}},
               original->node);
  }

  // Whether each criterion was found.
  bool done() const { return rewriting_.empty(); }

 private:
  void All(const std::vector<ExprPtr>& originals, std::vector<ExprPtr>* copies, ExprPtr* whole) {
    for (size_t i = 0; i < copies->size(); ++i) Rewrite(originals[i], &(*copies)[i]);
    std::erase(*copies, nullptr);
    if (copies->size() > 1) return;
    ExprPtr only = copies->empty() ? nullptr : std::move(copies->front());
    *whole = std::move(only);
  }

  Rewriting rewriting_;
};

// What joins criteria side by side; null if `expr` is one by itself.
const std::vector<ExprPtr>* Joined(const ExprPtr& expr) {
  if (expr == nullptr) return nullptr;
  if (const auto* all = std::get_if<And>(&expr->node)) return &all->operands;
  const auto* either = std::get_if<Or>(&expr->node);
  return either == nullptr ? nullptr : &either->operands;
}

// Of several criteria, the only one that is not as it was; empty if there is no such one.
std::string ChangedPart(const ExprPtr& original, const ExprPtr& copy) {
  const std::vector<ExprPtr>* before = Joined(original);
  const std::vector<ExprPtr>* after = Joined(copy);
  if (before == nullptr || after == nullptr || before->size() != after->size() ||
      original->node.index() != copy->node.index()) {
    return "";
  }
  const Expr* changed = nullptr;
  for (size_t i = 0; i < after->size(); ++i) {
    if (Print(*(*before)[i]) == Print(*(*after)[i])) continue;
    if (changed != nullptr) return "";
    changed = (*after)[i].get();
  }
  if (changed == nullptr) return "";
  const std::string part = Print(*changed);
  const bool joins = std::holds_alternative<And>(changed->node) || std::holds_alternative<Or>(changed->node);
  return joins ? "(" + part + ")" : part;
}

}  // namespace

ExprPtr WithCriterion(const Has& has, ExprPtr criterion) {
  Has copy = Clone(has);
  if (copy.with == nullptr) {
    copy.with = std::move(criterion);
  } else if (auto* both = std::get_if<And>(&copy.with->node)) {
    both->operands.push_back(std::move(criterion));
  } else {
    And all;
    all.operands.push_back(std::move(copy.with));
    all.operands.push_back(std::move(criterion));
    copy.with = MakeExpr({}, std::move(all));
  }
  return MakeExpr({}, std::move(copy));
}

const void* Holds(const Expr& expression) {
  return std::visit([](const auto& node) -> const void* { return &node; }, expression.node);
}

std::string Rewritten(const Statement& statement, Rewriting rewriting) {
  constexpr size_t kMaxRead = 1000, kMaxWhole = 240;
  Statement copy = Clone(statement);
  Rewriter rewriter(std::move(rewriting));
  const auto copies = CriteriaOf(&copy);
  const auto originals = CriteriaOf(&statement);
  for (size_t i = 0; i < copies.size(); ++i) {
    const bool had = *copies[i] != nullptr;
    rewriter.Rewrite(*originals[i], copies[i]);
    if (had && *copies[i] == nullptr) return "";
  }
  if (!rewriter.done()) return "";
  for (ExprPtr* criteria : copies) {
    if (*criteria != nullptr) WriteAnother(criteria->get());
  }
  std::string text = Print(copy);
  if (text.size() > kMaxWhole && copies.size() == 1) {
    if (std::string part = ChangedPart(*originals[0], *copies[0]); !part.empty()) return part;
  }
  return text.size() > kMaxRead ? "" : text;
}

}  // namespace muster::grammar
