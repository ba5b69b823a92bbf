// A common mistake: a field of a row that an earlier `has` asks for, written outside of its parentheses.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
#define MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_

#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

enum class JoinedBy { kAnd, kOr };

/// `has run with assay is WGS and depth >= 60`, where rows of `space` have no depth: without parentheses, only one
/// criterion belongs to `with`, and the next one is about `space` again. Reports the mistake with the statement that is
/// meant. Returns the ones of `operands` for which it was reported. Behind `or` that is told only of a row that has a
/// `with`: has run or depth >= 60 would be every run.
std::vector<const grammar::Expr*> ReportFieldsOfRows(Reporter* reporter,
                                                     const std::vector<const grammar::Expr*>& operands, JoinedBy joined,
                                                     model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
