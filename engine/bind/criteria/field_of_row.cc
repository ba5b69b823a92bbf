#include "engine/bind/criteria/field_of_row.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Expr;
using grammar::Has;
using model::Entity;

// The rows with fields that stand outside of their parentheses.
using Fields = std::map<const Has*, std::vector<const Expr*>>;

// The row of `criterion` that has such a field: its own, or that of a `has` in its `with`: has sample with has run with
// ....
const Has* RowWithField(const Expr& criterion, const std::string& field) {
  if (const auto* both = std::get_if<grammar::And>(&criterion.node)) {
    for (size_t i = both->operands.size(); i > 0; --i) {
      if (const Has* row = RowWithField(*both->operands[i - 1], field)) return row;
    }
    return nullptr;
  }
  const auto* has = std::get_if<Has>(&criterion.node);
  const auto entity = has == nullptr ? std::nullopt : FindEntity(has->entity.text);
  if (!entity) return nullptr;
  if (FindField(*entity, field)) return has;
  return has->with == nullptr ? nullptr : RowWithField(*has->with, field);
}

// The `has` that the field at `place` belongs to: the nearest one before it, or the only one behind it.
const Has* OwnerOf(const std::vector<const Expr*>& operands, size_t place, const std::string& field) {
  for (size_t i = place; i > 0; --i) {
    if (const Has* row = RowWithField(*operands[i - 1], field)) return row;
  }
  const Has* only = nullptr;
  for (const Expr* operand : operands) {
    const Has* row = RowWithField(*operand, field);
    if (row == nullptr) continue;
    if (only != nullptr) return nullptr;
    only = row;
  }
  return only;
}

// has run with assay is WGS, or `criterion`, of the same row.
grammar::ExprPtr WithAlternative(const Has& has, grammar::ExprPtr criterion) {
  Has copy = grammar::Clone(has);
  grammar::Or either;
  if (auto* before = std::get_if<grammar::Or>(&copy.with->node)) {
    either = std::move(*before);
  } else {
    either.operands.push_back(std::move(copy.with));
  }
  either.operands.push_back(std::move(criterion));
  copy.with = grammar::MakeExpr({}, std::move(either));
  return grammar::MakeExpr({}, std::move(copy));
}

// A copy of `criterion` with the fields in the parentheses of their rows; null where it has none of these rows.
grammar::ExprPtr Completed(const Expr& criterion, const Fields& fields, JoinedBy joined) {
  if (const auto* both = std::get_if<grammar::And>(&criterion.node)) {
    grammar::And all;
    bool any = false;
    for (const grammar::ExprPtr& operand : both->operands) {
      grammar::ExprPtr completed = Completed(*operand, fields, joined);
      any = any || completed != nullptr;
      all.operands.push_back(completed != nullptr ? std::move(completed) : grammar::Clone(operand));
    }
    return any ? grammar::MakeExpr({}, std::move(all)) : nullptr;
  }
  const auto* has = std::get_if<Has>(&criterion.node);
  if (has == nullptr) return nullptr;
  grammar::ExprPtr inner = has->with == nullptr ? nullptr : Completed(*has->with, fields, joined);
  const auto own = fields.find(has);
  if (inner == nullptr && own == fields.end()) return nullptr;
  grammar::ExprPtr whole = grammar::MakeExpr({}, grammar::Clone(*has));
  if (inner != nullptr) std::get<Has>(whole->node).with = std::move(inner);
  if (own == fields.end()) return whole;
  for (const Expr* field : own->second) {
    const Has& row = std::get<Has>(whole->node);
    whole = joined == JoinedBy::kOr ? WithAlternative(row, grammar::Clone(*field))
                                    : grammar::WithCriterion(row, grammar::Clone(*field));
  }
  return whole;
}

void Report(Reporter* reporter, const std::vector<const Expr*>& operands, const Fields& fields, JoinedBy joined,
            Entity space) {
  grammar::Rewriting rewriting;
  for (const Expr* operand : operands) {
    if (grammar::ExprPtr completed = Completed(*operand, fields, joined)) {
      rewriting[grammar::Holds(*operand)] = std::move(completed);
    }
  }
  for (const auto& [row, outside] : fields) {
    for (const Expr* field : outside) rewriting[grammar::Holds(*field)] = nullptr;
  }
  const std::string statement = reporter->Rewritten(std::move(rewriting));
  const auto place = [](const Expr* field) { return std::get<grammar::Compare>(field->node).field.span.begin; };
  std::vector<std::pair<const Has*, const Expr*>> rows;  // by what is outside of each first, in the order of the text
  for (const auto& [row, outside] : fields) rows.emplace_back(row, outside.front());
  std::ranges::sort(rows, {}, [&](const auto& row) { return place(row.second); });
  for (const auto& [row, outside] : rows) {
    const grammar::Name& field = std::get<grammar::Compare>(outside->node).field;
    const std::string written = statement.empty()
                                    ? absl::StrCat("has ", row->entity.text, " with (... ",
                                                   joined == JoinedBy::kOr ? "or " : "and ", field.text, " ...)")
                                    : statement;
    reporter->Error(field.span, "unknown-field",
                    absl::StrCat(WithArticle(EntityName(space)), " has no field '", field.text, "'"),
                    {absl::StrCat("the ", EntityName(*FindEntity(row->entity.text)),
                                  " that is asked for has it: write it in parentheses, ", written)});
  }
}

}  // namespace

std::vector<const Expr*> ReportFieldsOfRows(Reporter* reporter, const std::vector<const Expr*>& operands,
                                            JoinedBy joined, Entity space) {
  std::vector<const Expr*> reported;
  if (!reporter->ExplainsErrors()) return reported;
  Fields fields;
  for (size_t i = 0; i < operands.size(); ++i) {
    const auto* compare = std::get_if<grammar::Compare>(&operands[i]->node);
    if (compare == nullptr || compare->event || compare->as_of || FindFieldUpwards(space, compare->field.text)) {
      continue;
    }
    const Has* owner = OwnerOf(operands, i, compare->field.text);
    if (owner == nullptr || (joined == JoinedBy::kOr && owner->with == nullptr)) continue;
    fields[owner].push_back(operands[i]);
    reported.push_back(operands[i]);
  }
  if (!fields.empty()) Report(reporter, operands, fields, joined, space);
  return reported;
}

}  // namespace muster::bind
