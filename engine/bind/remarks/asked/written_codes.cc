#include "engine/bind/remarks/asked/written_codes.h"

#include <cstddef>
#include <map>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "engine/bind/bound/scope.h"
#include "engine/model/text/text.h"
#include "grammar/parse.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Expr;
using grammar::Has;
using model::Entity;
using Op = Compare::Op;

bool NamesValues(Op op) { return op == Op::kIs || op == Op::kIsNot || op == Op::kIn || op == Op::kNotIn; }

class Walk {
 public:
  explicit Walk(const CatalogueView& view) : view_(view) {}

  void On(const Expr& expr, Entity space) {
    if (const auto* has = std::get_if<Has>(&expr.node)) return OnHas(*has);
    if (const auto* in = std::get_if<grammar::InCohort>(&expr.node)) return OnCohort(in->cohort);
    if (const auto* compare = std::get_if<Compare>(&expr.node)) return OnCompare(*compare, space);
    grammar::ForEachChild(expr, [&](const grammar::ExprPtr& child) { On(*child, space); });
  }

  std::vector<WrittenCodes> Take() { return std::move(found_); }

 private:
  void OnHas(const Has& has) {
    const auto entity = FindEntity(has.entity.text);
    if (entity && has.alias) named_[model::ToLower(has.alias->text)] = *entity;
    if (entity && !has.terms.empty()) Add(static_cast<model::FieldId>(model::Info(*entity).primary), has.terms);
    if (has.with != nullptr) On(*has.with, entity.value_or(Entity::kIndividual));  // of relatives: individuals
  }

  void OnCompare(const Compare& compare, Entity space) {
    if (!NamesValues(compare.op)) return;
    if (compare.event) {
      const auto named = named_.find(model::ToLower(compare.event->text));
      if (named == named_.end()) return;
      space = named->second;
    }
    if (const auto field = FindFieldUpwards(space, compare.field.text, model::Kind::kCode)) Add(*field, compare.values);
  }

  void OnCohort(const grammar::CohortRef& cohort) {
    constexpr size_t kMostCohorts = 100;  // definitions may name others, each several times
    const auto saved = view_.cohorts().find(absl::AsciiStrToLower(cohort.name));
    if (saved == view_.cohorts().end() || ++cohorts_ > kMostCohorts) return;
    const grammar::ParseResult parsed = grammar::Parse(saved->second.versions.back().text);
    const auto* define =
        parsed.statements.size() == 1 ? std::get_if<grammar::Define>(&parsed.statements[0].query) : nullptr;
    if (define == nullptr || define->where == nullptr) return;
    const bool outermost = cohort_ == nullptr;
    if (outermost) cohort_ = &cohort;
    On(*define->where, Entity::kIndividual);
    if (outermost) cohort_ = nullptr;
  }

  void Add(model::FieldId field, const std::vector<grammar::Literal>& terms) {
    found_.push_back({field, terms});
    if (cohort_ == nullptr) return;
    found_.back().cohort = cohort_->name;
    found_.back().of_cohort = cohort_->span;
  }

  const CatalogueView& view_;
  std::map<std::string, Entity> named_;
  const grammar::CohortRef* cohort_ = nullptr;
  size_t cohorts_ = 0;
  std::vector<WrittenCodes> found_;
};

}  // namespace

std::vector<WrittenCodes> CodesWrittenIn(const CatalogueView& view, const Expr& where, Entity space) {
  Walk walk(view);
  walk.On(where, space);
  return walk.Take();
}

}  // namespace muster::bind
