#include "engine/bind/remarks/allele_remarks.h"

#include <optional>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;

// A `has` that asks for two or more variants of some genes, without further conditions.
bool AsksForTwo(const Has& has) {
  return has.quantity && !has.quantity->distinct && has.quantity->kind == Quantity::Kind::kAtLeast &&
         has.quantity->count >= 2 && !has.terms.empty() && has.with == nullptr &&
         FindEntity(has.entity.text) == model::Entity::kVariant;
}

void OnTwo(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const grammar::Expr& criterion,
           const Has& has) {
  constexpr const char* kHomozygous = "GENO:0000136";
  const auto homozygous = view.dictionary().Find(kHomozygous);
  if (!homozygous) return;
  const std::optional<TermMatch>& match = criteria.Match(has);
  if (!match) return;
  const auto rows =
      view.counts().Observed(model::Entity::kVariant, *match->symbols, model::field::kVariantAllelicState, *homozygous);
  if (!rows.ok()) return reporter->Fail(rows.status());
  if (*rows == 0) return;
  const std::string terms = TermsOf(has);
  reporter->Note(criterion.span, "homozygous-counts-once",
                 absl::StrCat(*rows, *rows == 1 ? " variant of " : " variants of ", match->label,
                              *rows == 1 ? " is" : " are", " homozygous: one record, which counts once"),
                 {absl::StrCat("for two copies of any kind write (", grammar::Print(criterion), " or has variant ",
                               terms, " with allelic state is ", kHomozygous, ")")});
}

}  // namespace

void RemarkOnAlleles(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && AsksForTwo(*has)) OnTwo(view, reporter, criteria, *leaf.criterion, *has);
  }
}

}  // namespace muster::bind
