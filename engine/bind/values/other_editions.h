// Codes of other editions of the classification that a query names.
#ifndef MUSTER_ENGINE_BIND_VALUES_OTHER_EDITIONS_H_
#define MUSTER_ENGINE_BIND_VALUES_OTHER_EDITIONS_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `ICD10:E11` means no code of ICD10GM: warns where `values`, which records of the field have, are below the same code
/// of another edition, and not among `reached`. Nothing is said to whom only some values are listed.
void WarnOfOtherEditions(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                         std::string_view code, const model::SymbolList& reached, const model::SymbolList& values);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_OTHER_EDITIONS_H_
