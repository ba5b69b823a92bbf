// Remarks on people for whom it is not known which record is the first or last.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_ORDER_NOT_KNOWN_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_ORDER_NOT_KNOWN_H_

#include <string>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The first or last of some rows below each row of another entity, by one of their times.
struct PickedRows {
  model::Entity entity = model::Entity::kIndividual;
  const model::SymbolList* terms = nullptr;  ///< of observed rows; null: any
  std::string of;                            ///< what the terms are called
  model::FieldId field = 0;
  bool last = false;
  model::Entity above = model::Entity::kIndividual;
};

/// Notes how many people have several such rows that may each be the one, as their times overlap or cannot be compared;
/// if `criterion` is not null, only people of whom some of these rows satisfy it and others do not. Rows on the same
/// day are all the first. Reports nothing to guests.
void NoteOrderNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const PickedRows& rows,
                       const Condition* criterion);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_ORDER_NOT_KNOWN_H_
