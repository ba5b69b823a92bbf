// The kind and size of a statement, for the ledger.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_STATEMENT_SHAPE_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_STATEMENT_SHAPE_H_

#include <string>

#include "grammar/syntax.h"

namespace muster::release {

/// "count 1 by 2": what is asked, without any name or value of it; entities, dimensions and cohorts as numbers.
std::string ShapeOf(const grammar::Statement& statement);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_STATEMENT_SHAPE_H_
