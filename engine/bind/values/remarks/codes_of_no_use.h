// Private to bind/: remarks on codes of a kind that does not occur in a field.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_OF_NO_USE_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_OF_NO_USE_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Warns if `literal`, which means `found` and matches `symbols`, matches no record, as the field's `values` are codes
/// of other kinds; with the kinds that occur, and the fields in which this kind occurs.
void WarnOfCodesOfNoUse(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                        const ontology::Concept& found, model::FieldId field, const model::SymbolList& symbols,
                        const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_OF_NO_USE_H_
