// A common mistake: a field of a row that an earlier `has` asks for, written outside of its parentheses.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
#define MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_

#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has run with assay is WGS and depth >= 60`, where rows of `space` have no depth: without parentheses, only one
/// criterion belongs to `with`, and the next one is about `space` again. Reports the mistake with the statement that is
/// meant. Returns the ones of `operands`, joined by `and`, for which it was reported.
std::vector<const grammar::Expr*> ReportFieldsOfRows(Reporter* reporter,
                                                     const std::vector<const grammar::Expr*>& operands,
                                                     model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
