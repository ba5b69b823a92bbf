// Remarks on codes of records that are related to the codes of a query, but not matched by them.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_RELATED_CODES_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_RELATED_CODES_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `ICD10:E11` does not match codes of ICD10GM: warns if `values`, the values that records have in the field, include
/// codes at or below the same code of another edition that are not in `reached`. Reports nothing to guests.
void WarnOfOtherEditions(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                         std::string_view code, const model::SymbolList& reached, const model::SymbolList& values);

/// `UBERON:0000955` (brain) does not match parts of a brain: notes if records have codes of `parts` in the field, which
/// are not in `reached`. Reports nothing to guests.
void NoteParts(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal, std::string_view code,
               model::FieldId field, const model::SymbolList& parts, const model::SymbolList& reached,
               const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_RELATED_CODES_H_
