// Remarks on codes with several labels: the code does not show which record had which label.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_SHARED_LABELS_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_SHARED_LABELS_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

// All of these report nothing to guests, and find nothing for them.

/// The codes among `values` that have `label` as one of several labels.
std::vector<model::Symbol> WithSharedLabel(const CatalogueView& view, std::string_view label,
                                           const model::SymbolList& values);
/// `literal` was taken for a label of `code`, a value of `field`: warns if the code has other labels, too.
void WarnOfSharedLabel(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                       std::string_view code, model::FieldId field);
/// Notes which values of `field`, which are counted by code, have several labels.
void NoteSharedLabels(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_SHARED_LABELS_H_
