// The column of an answer in which counts are.
#ifndef MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_
#define MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_

#include <string>

#include "engine/bind/bound/bound.h"
#include "muster/table.h"

namespace muster::bind {

/// Of people where individuals or persons are counted, else of rows: families are made of people, and are none.
Column CountColumn(const Counted& counted, std::string name);
/// Under the name that the statement gives it.
Column CountColumn(const Counted& counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_COUNT_COLUMN_H_
