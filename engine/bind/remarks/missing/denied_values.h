// Private to bind/: remarks on `not FIELD is VALUE`, which records without a value also satisfy.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_DENIED_VALUES_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_DENIED_VALUES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// `has disease X with not stage is "Stage III"` also finds diseases without a recorded stage; `stage is not ...` does
/// not. `criteria` must be about rows of `entity` and bound without mistakes. Reports nothing to guests.
void RemarkOnDeniedValues(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                          model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_DENIED_VALUES_H_
