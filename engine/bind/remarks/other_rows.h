// Private to bind/: remarks on dimensions and summaries of other records than the criteria ask for.
#ifndef MUSTER_ENGINE_BIND_REMARKS_OTHER_ROWS_H_
#define MUSTER_ENGINE_BIND_REMARKS_OTHER_ROWS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `where has disease X by onset in bands`: the onsets are those of all diseases of these people. `where has excluded
/// disease by disease`: the diseases are those that these people have. The criteria must be about individuals and bound
/// without mistakes. `name`: the field as written; `terms`: whether it says which rows are meant. Reports nothing to
/// guests.
void RemarkOnOtherRows(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::FieldId field,
                       const grammar::Name& name, bool terms);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_OTHER_ROWS_H_
