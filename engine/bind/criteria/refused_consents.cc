#include "engine/bind/criteria/refused_consents.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/consent/refusal.h"
#include "grammar/overloaded.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;

// Whether the criterion says anything of the status of a consent.
bool SpeaksOfStatus(const grammar::Expr& expr) {
  const auto any = [](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [](const grammar::ExprPtr& operand) { return SpeaksOfStatus(*operand); });
  };
  return std::visit(
      grammar::Overloaded{[&](const grammar::And& node) { return any(node.operands); },
                          [&](const grammar::Or& node) { return any(node.operands); },
                          [&](const grammar::Not& node) { return SpeaksOfStatus(*node.operand); },
                          [&](const grammar::AtLeastOf& node) { return any(node.operands); },
                          [](const grammar::Compare& node) {
                            return FindField(Entity::kConsent, node.field.text) == model::field::kConsentStatus;
                          },
                          [](const grammar::Has&) { return false; }, [](const grammar::InCohort&) { return false; },
                          [](const grammar::Usable&) { return false; }, [](const grammar::Overlaps&) { return false; }},
      expr.node);
}

bool NoteRefusals(const CatalogueView& view, Reporter* reporter, const Has& has, const model::SymbolList& refusals) {
  std::string which;
  if (view.listed() != nullptr) {
    // The same sentence whether there are any or not: the number of refusals has not been released.
    which = "consents that are refused or withdrawn, if there are any, do not count; others of the same people do";
  } else {
    if (refusals.empty()) return true;
    const auto count = view.counts().WithValue(model::field::kConsentStatus, refusals);
    if (!count.ok()) {
      reporter->Fail(count.status());
      return false;
    }
    which = absl::StrCat(
        *count, " of all consents ", *count == 1 ? "is" : "are",
        " refused or withdrawn, or of a status that is not known: these do not count, others of the same people do");
  }
  reporter->Note(has.entity.span, "refused-consents", which,
                 {"write has consent with status is ... to choose the status, or status is recorded for any"});
  return true;
}

}  // namespace

bool LeaveOutRefusals(const CatalogueView& view, Reporter* reporter, const Has& has, Condition* exists) {
  if (has.with != nullptr && SpeaksOfStatus(*has.with)) return true;
  const auto recorded = view.RecordedValues(model::field::kConsentStatus);
  if (!recorded.ok()) {
    reporter->Fail(recorded.status());
    return false;
  }
  std::vector<model::Symbol> refusals;
  for (const model::Symbol status : **recorded) {
    if (consent::IsNoConsent(view.dictionary().Text(status))) refusals.push_back(status);
  }
  const auto symbols = std::make_shared<const model::SymbolList>(std::move(refusals));
  if (!NoteRefusals(view, reporter, has, *symbols)) return false;
  if (symbols->empty()) return true;
  ConditionPtr given = Negate(MakeCodes(model::field::kConsentStatus, symbols, 0, "refusals"));
  if (exists->operands.empty()) {
    exists->operands.push_back(std::move(given));
  } else {
    exists->operands[0] = Both(std::move(exists->operands[0]), std::move(given));
  }
  return true;
}

}  // namespace muster::bind
