// Private to bind/: terms that were bound before.
#ifndef MUSTER_ENGINE_BIND_VALUES_MATCH_AGAIN_H_
#define MUSTER_ENGINE_BIND_VALUES_MATCH_AGAIN_H_

#include <optional>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What `terms`, which were bound before without mistakes, match as primary codes of `entity`. Reports nothing again.
/// Nullopt after a failure, which is passed to `reporter`.
std::optional<TermMatch> MatchAgain(const CatalogueView& view, Reporter* reporter,
                                    const std::vector<grammar::Literal>& terms, model::Entity entity,
                                    ontology::Reach reach = ontology::Reach::kDescendants);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_MATCH_AGAIN_H_
