// Private to api/: the times and numbers that criteria compare, for notes on people whose are imprecise or missing.
#ifndef MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TIMES_H_
#define MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TIMES_H_

#include <vector>

#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::api {

/// A comparison of a time, or of a number that may be known within bounds only, that must be true.
struct AskedTime {
  const grammar::Compare* compare;
  model::FieldId field;
  const grammar::Has* has;           ///< whose rows have the time; null where the individual, or a named row, has it
  std::vector<model::FieldId> with;  ///< the fields with which it is compared; none: with ages or dates
  bool conjunct;                     ///< it stands in a conjunct, and not behind `or`, nor does its row's `has`
  bool plain = true;                 ///< of the rows nothing is asked but times that are compared with ages or dates
  bool is_number() const { return model::Info(field).kind == model::Kind::kNumber; }
};

/// Those of what is asked of `counted`, and of what a `has` says of its rows, wherever it stands.
std::vector<AskedTime> AskedTimesIn(const bind::SideBySide& criteria,
                                    model::Entity counted = model::Entity::kIndividual);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_ASKED_ASKED_TIMES_H_
