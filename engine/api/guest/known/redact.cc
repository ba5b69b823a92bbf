#include "engine/api/guest/known/redact.h"

#include <variant>
#include <vector>

#include "absl/strings/match.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/scope.h"
#include "grammar/parse.h"

namespace muster::api {
namespace {

using grammar::Expr;
using grammar::ExprPtr;
using grammar::Literal;
using model::Entity;

constexpr const char* kDots = "...";

Literal Dots() {
  Literal literal;
  literal.text = kDots;
  return literal;
}

bool IsVariantEntity(const std::string& name) { return bind::FindEntity(name) == Entity::kVariant; }

// Whether a field called so may be one of variants: rather too many than one too few.
bool MayBeOfVariants(const std::string& name) {
  return bind::FindField(Entity::kVariant, name).has_value() || absl::StrContains(name, "variant");
}

class Redactor {
 public:
  void See(const ExprPtr& expr, bool variants) {
    if (expr != nullptr) std::visit([&](auto& node) { SeeNode(node, variants); }, expr->node);
  }
  void See(std::vector<grammar::Dimension>& by) {
    for (grammar::Dimension& dimension : by) {
      if (!MayBeOfVariants(dimension.field.text)) continue;
      for (grammar::Dimension::Group& group : dimension.groups) Hide(&group.values);
      Hide(&dimension.terms);
    }
  }

 private:
  static void Hide(std::vector<Literal>* values) {
    if (!values->empty()) *values = {Dots()};
  }
  void SeeAll(const std::vector<ExprPtr>& operands, bool variants) {
    for (const ExprPtr& operand : operands) See(operand, variants);
  }
  void SeeNode(grammar::And& node, bool variants) { SeeAll(node.operands, variants); }
  void SeeNode(grammar::Or& node, bool variants) { SeeAll(node.operands, variants); }
  void SeeNode(grammar::AtLeastOf& node, bool variants) { SeeAll(node.operands, variants); }
  void SeeNode(grammar::Not& node, bool variants) { See(node.operand, variants); }
  void SeeNode(grammar::InCohort&, bool) {}
  void SeeNode(grammar::Usable&, bool) {}
  void SeeNode(grammar::Overlaps&, bool) {}
  void SeeNode(grammar::Has& has, bool) {
    const bool of_variants = IsVariantEntity(has.entity.text);
    if (of_variants) Hide(&has.terms);
    See(has.with, of_variants);
  }
  void SeeNode(grammar::Compare& compare, bool variants) {
    if (!variants && !MayBeOfVariants(compare.field.text)) return;
    for (Literal& value : compare.values) value = Dots();
    if (compare.distance) compare.distance = Dots();
  }
};

void SeeQuery(grammar::Count& query) {
  const bool variants = !query.entities.empty() && IsVariantEntity(query.entities[0].entity.text);
  Redactor().See(query.where, variants);
  Redactor().See(query.by);
}
void SeeQuery(grammar::List& query) { Redactor().See(query.where, IsVariantEntity(query.entity.entity.text)); }
void SeeQuery(grammar::Steps& query) {
  Redactor().See(query.where, !query.entities.empty() && IsVariantEntity(query.entities[0].entity.text));
}
void SeeQuery(grammar::CompareCohorts& query) {
  for (auto& compared : query.cohorts) {
    Redactor().See(compared.where, compared.counted && IsVariantEntity(compared.counted->entity.text));
  }
  Redactor().See(query.by);
}
void SeeQuery(grammar::Define& query) { Redactor().See(query.where, IsVariantEntity(query.counted.entity.text)); }
void SeeQuery(grammar::Summarise& query) {
  Redactor().See(query.where, IsVariantEntity(query.entity.entity.text));
  for (grammar::Measured& measured : query.measured) {
    if (MayBeOfVariants(measured.field.text) && !measured.terms.empty()) measured.terms = {Dots()};
  }
}
void SeeQuery(grammar::Drop&) {}
void SeeQuery(grammar::Describe&) {}
void SeeQuery(grammar::Show&) {}
void SeeQuery(grammar::Terms&) {}

}  // namespace

std::string Redacted(const grammar::Statement& statement) {
  // Also of a statement that has taken too long: what was asked is written down.
  const AllowanceScope without_bounds(nullptr);
  const std::string text = grammar::Print(statement);
  grammar::ParseResult copy = grammar::Parse(text);
  if (copy.statements.size() != 1) return kDots;  // texts that cannot be parsed are not kept
  std::visit([](auto& query) { SeeQuery(query); }, copy.statements[0].query);
  return grammar::Print(copy.statements[0]);
}

}  // namespace muster::api
