// Stages that are recorded in another way than a query asks for them.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// A stage of a tumour, or a part of a classification, as a code (`NCIT:C27966`) means no text ("Stage I"), and the
/// reverse; and a text means nothing below it: warns where records of `field` have the same stage, or a part of it, in
/// another way, and notes of a code whose stage is not known which texts there are. Reports nothing to guests.
void WarnOfOtherStages(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                       std::string_view code, model::FieldId field, const model::SymbolList& reached,
                       const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_OTHER_STAGES_H_
