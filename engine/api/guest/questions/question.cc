#include "engine/api/guest/questions/question.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/binder.h"
#include "engine/release/low_effect/counts_of_statement.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using bind::Condition;
using bind::ConditionPtr;

// The rows of a variant that are not rows of the one before it.
ConditionPtr RowsBeyond(const bind::Variant& variant, const bind::Variant* before) {
  if (before == nullptr) return bind::Clone(*variant.where);
  auto without = std::make_unique<Condition>();
  without->kind = Condition::Kind::kNot;
  without->entity = before->where->entity;
  without->operands.push_back(bind::Clone(*before->where));
  auto both = std::make_unique<Condition>();
  both->kind = Condition::Kind::kAnd;
  both->entity = variant.where->entity;
  both->operands.push_back(bind::Clone(*variant.where));
  both->operands.push_back(std::move(without));
  return both;
}

// The operands of the outermost `and`, and of those within it: the ones that an impact leaves out one by one.
void AddCriteria(const grammar::Expr& where, std::vector<std::string>* criteria) {
  const auto* all = std::get_if<grammar::And>(&where.node);
  if (all == nullptr) return criteria->push_back(grammar::Print(where));
  for (const grammar::ExprPtr& operand : all->operands) AddCriteria(*operand, criteria);
}

class QuestionList {
 public:
  explicit QuestionList(bool pairs) : pairs_(pairs) {}
  std::vector<Question> Take() { return std::move(questions_); }
  bool is_apart() const { return is_apart_; }

  void Add(const grammar::Count& count) {
    if (!count.with.has_value()) return Add("", count, std::nullopt);
    constexpr const char* kLabels[] = {"certainly", "possibly", "unknown"};
    for (size_t i = 0; i < std::size(kLabels); ++i) Add(kLabels[i], count, i);
  }

  void Add(const grammar::Steps& steps) {
    absl::StatusOr<std::vector<release::LabelledCount>> counts = release::CountsOf(steps);
    if (!counts.ok()) return NotApart();
    if (steps.impact && !pairs_) {
      std::vector<std::string> criteria;
      AddCriteria(*steps.where, &criteria);
      counts->resize(std::min(counts->size(), 1 + criteria.size()));  // pairs come last
    }
    for (const release::LabelledCount& count : *counts) Add(count.label, count.count, std::nullopt);
  }

  void Add(const grammar::CompareCohorts& compare) {
    // The most frequent values are those over all cohorts, which no single column shows.
    for (const grammar::Dimension& dimension : compare.by) {
      if (dimension.top.has_value()) return NotApart();
    }
    for (const release::LabelledCount& count : release::CountsOf(compare)) Add(count.label, count.count, std::nullopt);
  }

  template <typename Other>
  void Add(const Other&) {
    NotApart();
  }

 private:
  void NotApart() { is_apart_ = false; }

  void Add(const std::string& label, const grammar::Count& count, std::optional<size_t> certainty) {
    questions_.push_back({label, grammar::Clone(count), certainty});
  }

  const bool pairs_;
  bool is_apart_ = true;
  std::vector<Question> questions_;
};

}  // namespace

absl::StatusOr<std::optional<bind::Query>> BindQuestion(const Question& question, const grammar::Expr* where,
                                                        const std::vector<grammar::Dimension>& by,
                                                        const bind::CatalogueView& view) {
  grammar::Count count;
  count.entities = question.count.entities;
  if (where != nullptr) count.where = grammar::Clone(*where);
  count.by = by;
  count.having = question.count.having;
  if (question.certainty.has_value()) count.with = grammar::Name{"certainty", {}};
  grammar::Statement statement;
  statement.query = std::move(count);
  std::vector<Diagnostic> diagnostics;
  absl::StatusOr<std::optional<bind::Query>> query =
      bind::Bind(statement, view, &diagnostics, nullptr, bind::Reporter::Remarks::kNone);
  if (!query.ok() || !query->has_value() || !question.certainty.has_value()) return query;
  std::vector<bind::Variant>& variants = (*query)->variants;
  const size_t cell = *question.certainty;
  if (variants.size() != 3) return absl::InternalError("certainty has not three numbers");
  bind::Query plain;
  plain.counted = (*query)->counted;
  plain.where = RowsBeyond(variants[cell], cell == 0 ? nullptr : &variants[cell - 1]);
  return plain;
}

std::optional<std::vector<Question>> QuestionsOf(const grammar::Statement& statement, bool pairs) {
  QuestionList list(pairs);
  std::visit([&](const auto& query) { list.Add(query); }, statement.query);
  if (!list.is_apart()) return std::nullopt;
  return list.Take();
}

}  // namespace muster::api
