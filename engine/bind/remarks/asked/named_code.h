// Private to bind/ and api/: what records call as a term, under codes that it does not reach.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_NAMED_CODE_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_NAMED_CODE_H_

#include "absl/status/statusor.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/term_match.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What is known of `literal`, which was bound as a code of `field` without mistakes; found out once for a version.
absl::StatusOr<NamedCode> FindNamedCode(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                                        model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_NAMED_CODE_H_
