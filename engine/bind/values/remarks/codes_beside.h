// Codes that records have, near those that a query names, and that it does not mean.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_BESIDE_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_BESIDE_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `ICD10:E11` means no code of ICD10GM: warns where `values`, which records of the field have, are below the same code
/// of another edition, and not among `reached`. Reports nothing to guests.
void WarnOfOtherEditions(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                         std::string_view code, const model::SymbolList& reached, const model::SymbolList& values);

/// `UBERON:0000955` (brain) means what is a brain, and no part of one: notes where records of the field have codes of
/// `parts`, which are not among `reached`. Reports nothing to guests.
void NoteParts(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal, std::string_view code,
               model::FieldId field, const model::SymbolList& parts, const model::SymbolList& reached,
               const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_CODES_BESIDE_H_
