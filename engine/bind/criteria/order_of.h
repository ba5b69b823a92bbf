// Private to bind/: the relation between two times or numbers of records that an operator asks for.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_ORDER_OF_H_
#define MUSTER_ENGINE_BIND_CRITERIA_ORDER_OF_H_

#include <optional>

#include "engine/model/time/moment.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The relation of <, <=, > and >=; nullopt for every other operator.
inline std::optional<model::TimeRelation> OrderOf(grammar::Compare::Op op) {
  switch (op) {
    case grammar::Compare::Op::kLess:
      return model::TimeRelation::kBefore;
    case grammar::Compare::Op::kLessEqual:
      return model::TimeRelation::kNotAfter;
    case grammar::Compare::Op::kGreater:
      return model::TimeRelation::kAfter;
    case grammar::Compare::Op::kGreaterEqual:
      return model::TimeRelation::kNotBefore;
    default:
      return std::nullopt;
  }
}

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_ORDER_OF_H_
