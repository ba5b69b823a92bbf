#include "engine/bind/values/match_again.h"

namespace muster::bind {

std::optional<TermMatch> MatchAgain(const CatalogueView& view, Reporter* reporter,
                                    const std::vector<grammar::Literal>& terms, model::Entity entity,
                                    ontology::Reach reach) {
  SilentReporter silent;
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  auto match = TermBinder(view, &silent).Bind(terms, primary, reach);
  if (!silent.status().ok()) reporter->Fail(silent.status());
  return match;
}

}  // namespace muster::bind
