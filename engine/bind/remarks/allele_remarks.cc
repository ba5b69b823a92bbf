#include "engine/bind/remarks/allele_remarks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;

// What a `has` asks of the number of variants of some genes, without further conditions; nullopt: nothing that a copy
// more would change.
enum class Copies { kTwo, kOne };
std::optional<Copies> CopiesAskedFor(const Has& has) {
  if (!has.quantity || has.quantity->distinct || has.terms.empty() || has.with != nullptr ||
      FindEntity(has.entity.text) != model::Entity::kVariant) {
    return std::nullopt;
  }
  const bool at_least = has.quantity->kind == Quantity::Kind::kAtLeast;
  if (at_least && has.quantity->count >= 2) return Copies::kTwo;
  return !at_least && has.quantity->count == 1 ? std::optional(Copies::kOne) : std::nullopt;
}

void OnCopies(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const grammar::Expr& criterion,
              const Has& has, Copies copies) {
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
                 {absl::StrCat(copies == Copies::kTwo                          ? "for two copies of any kind write ("
                               : has.quantity->kind == Quantity::Kind::kAtMost ? "for at most one copy write ("
                                                                               : "for one copy write (",
                               grammar::Print(criterion), copies == Copies::kTwo ? " or has" : " and no", " variant ",
                               terms, " with allelic state is ", kHomozygous, ")")});
}

// Whether a criterion speaks of how many copies have a variant: then who asks for one record knows.
bool SpeakOfStates(const SideBySide& criteria) {
  return std::any_of(criteria.leaves().begin(), criteria.leaves().end(), [](const Leaf& leaf) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has == nullptr || has->with == nullptr || FindEntity(has->entity.text) != model::Entity::kVariant) return false;
    const std::vector<Leaf> leaves = LeavesOf({has->with.get()});
    return std::any_of(leaves.begin(), leaves.end(), [](const Leaf& one) {
      const auto* compare = std::get_if<grammar::Compare>(&one.criterion->node);
      return compare != nullptr &&
             FindField(model::Entity::kVariant, compare->field.text) == model::field::kVariantAllelicState;
    });
  });
}

}  // namespace

void RemarkOnAlleles(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    const std::optional<Copies> copies = has == nullptr ? std::nullopt : CopiesAskedFor(*has);
    if (copies == Copies::kOne && SpeakOfStates(criteria)) continue;
    if (copies && (*copies == Copies::kTwo || !leaf.negated)) {
      OnCopies(view, reporter, criteria, *leaf.criterion, *has, *copies);
    }
  }
}

}  // namespace muster::bind
