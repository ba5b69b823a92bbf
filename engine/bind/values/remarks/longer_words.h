// Remarks on words that are recorded with more behind them than the query has.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_LONGER_WORDS_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_LONGER_WORDS_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Notes how many rows have one of the field's `values` that goes on after one of `words`, as "illumina novaseq" does
/// after "illumina", and is not among those `matched`: a keyword means itself alone. Nothing of ids and of names of
/// datasets and cohorts. Reports nothing to guests.
void NoteLongerWords(const CatalogueView& view, Reporter* reporter, const std::vector<grammar::Literal>& literals,
                     const std::vector<std::string>& words, model::FieldId field, const model::SymbolList& matched,
                     const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_LONGER_WORDS_H_
