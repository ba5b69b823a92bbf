#include "engine/bind/remarks/elsewhere.h"

#include <algorithm>
#include <vector>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/absent_or_silent.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/remarks/reading/ended_treatments.h"
#include "engine/bind/remarks/reading/rejected_variants.h"
#include "engine/bind/remarks/records/settled_absence.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;

// Whether those who have it recorded as absent are asked for beside it, so that the difference is known.
bool AskForAbsent(const std::vector<Occurrence>& all, const Has& has) {
  return std::any_of(all.begin(), all.end(), [&](const Occurrence& other) {
    return other.has->polarity == grammar::Polarity::kExcluded && TermsOf(*other.has) == TermsOf(has);
  });
}

}  // namespace

void RemarkOnElsewhere(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Entity counted) {
  if (view.listed() != nullptr) return;
  const std::vector<Occurrence> all = OccurrencesIn(criteria);
  for (const Occurrence& one : all) {
    if (!reporter->ExplainsRemarks()) return;
    const auto entity = FindEntity(one.has->entity.text);
    if (!entity || one.has->polarity == grammar::Polarity::kExcluded) continue;
    if (one.alone && counted == Entity::kIndividual) continue;
    const bool none = HoldsWithoutRows(*one.has) != one.negated;
    if (!none && !one.negated && *entity == Entity::kTreatment) {
      RemarkOnEndedTreatments(view, reporter, criteria, *one.has);
    }
    if (!none && !one.negated && *entity == Entity::kVariant) {
      RemarkOnRejectedVariants(view, reporter, criteria, *one.has);
    }
    // at most 1 of (has X, has Y) asks for nobody who has none.
    const bool says_none = one.alone ? none : none && !one.negated;
    if (says_none && !AskForAbsent(all, *one.has) && !SettlesAbsence(criteria, *one.has, *entity)) {
      SaysAbsentOrSilent(view, reporter, criteria, one.criterion->span, *one.has);
    }
  }
}

}  // namespace muster::bind
