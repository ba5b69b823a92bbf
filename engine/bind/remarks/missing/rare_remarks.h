// Private to bind/: remarks on criteria that compare what few have recorded: that few are found is then no result.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

enum class Rare { kRows, kRowsAndValues };

/// About a statement whose criteria are about individuals, and were bound without mistakes: `has measurement X with
/// value > 5`, where few of those whom the other criteria ask for have any X, and `has disease X with stage is Y`,
/// where most X have no stage, which is not said of `which` are rows alone. Reports nothing to guests.
void RemarkOnRare(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, Rare which);

/// About criteria on rows that are counted themselves, such as diseases, and that were bound without mistakes:
/// comparisons of a time with an age or a date, which some of the rows have in the other way or not at all, and of
/// other fields that most of them lack. Reports nothing to guests.
void RemarkOnCountedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                         model::Entity counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_RARE_REMARKS_H_
