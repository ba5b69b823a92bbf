// Private to bind/: remarks on comparisons of fields that few people have: that few are found is then not a result.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

enum class Rare {
  kRows,
  kValues,
  kRowsAndValues,
  kRowsThatSilenceDenies,  ///< rows of which `not recorded` does not count who has none, such as procedures
};

/// `has measurement X with value > 5`, if few of the people whom the other criteria select have any X; and `has disease
/// X with stage is Y`, if most X have no stage. The criteria must be about individuals and bound without mistakes.
/// Reports nothing to guests.
void RemarkOnRare(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Rare which);

/// The same if rows of another entity are counted, such as diseases: on comparisons of a time with an age or a date, if
/// some rows have the time only in the other form or not at all, and of other fields that most rows lack. Reports
/// nothing to guests.
void RemarkOnCountedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                         model::Entity counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_
