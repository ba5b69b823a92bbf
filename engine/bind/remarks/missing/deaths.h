// Private to bind/: remarks on fields of deaths.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_DEATHS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_DEATHS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct AskedOfDeath {
  model::FieldId field;  ///< the age or the cause
  bool status;           ///< whether no other criterion is about the vital status
  bool alone;            ///< no other criterion may be true instead of it
};

/// For a comparison of the age at death or its cause that must be true: if many of the deceased lack it, or many of the
/// selected people have no vital status, so that it is unknown who has died.
void RemarkOnDeaths(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                    const AskedOfDeath& asked);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_DEATHS_H_
