// Private to bind/: remarks on what is recorded of those who have died.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_DEATHS_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_DEATHS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct AskedOfDeath {
  model::FieldId field;  ///< the age or the cause
  bool status;           ///< whether nothing else is said of the vital status
  bool alone;            ///< no other criterion may hold in its place
};

/// Of a comparison of the age at death or its cause that has to hold: where many of the deceased lack it, or many of
/// those who are asked for have no vital status, so that nobody knows who has died.
void RemarkOnDeaths(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                    const AskedOfDeath& asked);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_DEATHS_H_
