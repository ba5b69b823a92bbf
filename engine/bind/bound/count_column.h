// The column of an answer that has the counts of an entity.
#ifndef MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_
#define MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_

#include <string>

#include "engine/bind/bound/bound.h"
#include "muster/table.h"

namespace muster::bind {

/// A column of people if individuals or persons are counted, else of rows (families are not people).
Column CountColumn(const Counted& counted, std::string name);
/// The same, with the name that the statement gives it.
Column CountColumn(const Counted& counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_
