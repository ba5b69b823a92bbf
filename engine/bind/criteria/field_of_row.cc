#include "engine/bind/criteria/field_of_row.h"

#include <algorithm>
#include <memory>
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

bool HasTheField(const Expr& criterion, const std::string& field) {
  const auto* has = std::get_if<Has>(&criterion.node);
  const auto entity = has == nullptr ? std::nullopt : FindEntity(has->entity.text);
  return entity && FindField(*entity, field).has_value();
}

// The `has` that the field at `place` belongs to: the nearest one before it, or the only one behind it.
const Expr* OwnerOf(const std::vector<const Expr*>& operands, size_t place, const std::string& field) {
  for (size_t i = place; i > 0; --i) {
    if (HasTheField(*operands[i - 1], field)) return operands[i - 1];
  }
  const auto has_it = [&](const Expr* operand) { return HasTheField(*operand, field); };
  const auto behind = std::find_if(operands.begin(), operands.end(), has_it);
  return std::count_if(operands.begin(), operands.end(), has_it) == 1 ? *behind : nullptr;
}

void Report(Reporter* reporter, const Expr& owner, const std::vector<const Expr*>& fields, Entity space) {
  const auto& has = std::get<Has>(owner.node);
  const std::string& field = std::get<grammar::Compare>(fields[0]->node).field.text;
  grammar::ExprPtr whole = std::make_unique<Expr>(Expr{{}, grammar::Clone(has)});
  grammar::Rewriting rewriting;
  for (const Expr* of_row : fields) {
    whole = grammar::WithAlso(std::get<Has>(whole->node), grammar::Clone(*of_row));
    rewriting[grammar::Holds(*of_row)] = nullptr;
  }
  rewriting[&has] = std::move(whole);
  std::string statement = reporter->Rewritten(std::move(rewriting));
  if (statement.empty()) statement = absl::StrCat("has ", has.entity.text, " with (... and ", field, " ...)");
  reporter->Error(std::get<grammar::Compare>(fields[0]->node).field.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", field, "'"),
                  {absl::StrCat("the ", EntityName(*FindEntity(has.entity.text)),
                                " that is asked for has it: write it in parentheses, ", statement)});
}

}  // namespace

std::vector<const Expr*> ReportFieldsOfRows(Reporter* reporter, const std::vector<const Expr*>& operands,
                                            Entity space) {
  std::vector<const Expr*> reported;
  if (!reporter->ExplainsErrors()) return reported;
  const Expr* last = nullptr;
  std::vector<const Expr*> of_last;
  const auto report = [&] {
    if (!of_last.empty()) Report(reporter, *last, of_last, space);
    of_last.clear();
  };
  for (size_t i = 0; i < operands.size(); ++i) {
    const auto* compare = std::get_if<grammar::Compare>(&operands[i]->node);
    if (compare == nullptr || compare->event || compare->as_of || FindFieldUpwards(space, compare->field.text)) {
      continue;
    }
    const Expr* owner = OwnerOf(operands, i, compare->field.text);
    if (owner == nullptr) continue;
    if (owner != last) report();
    last = owner;
    of_last.push_back(operands[i]);
    reported.push_back(operands[i]);
  }
  report();
  return reported;
}

}  // namespace muster::bind
