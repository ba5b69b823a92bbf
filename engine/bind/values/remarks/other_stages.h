// Remarks on stages that are recorded in another form than the query uses.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// A stage of a tumour, or a part of a classification, as a code (`NCIT:C27966`) does not match a text ("Stage I"), and
/// the reverse; and a text does not match substages. Warns if records have the same stage, or a part of it, in another
/// form in `field`; for a code whose stage is unknown, notes which texts there are. Reports nothing to guests.
void WarnOfOtherStages(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                       std::string_view code, model::FieldId field, const model::SymbolList& reached,
                       const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_
