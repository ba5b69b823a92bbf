// A field of a row that an earlier `has` asks for, written outside of its parentheses.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
#define MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_

#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has run with assay is WGS and depth >= 60`, of rows of `space` that have no depth: what follows one criterion of
/// `with` is about `space` again, so this is a mistake, which is reported with the statement that is meant. Returns
/// those of `operands`, joined by `and`, that it was said of.
std::vector<const grammar::Expr*> ReportFieldsOfRows(Reporter* reporter,
                                                     const std::vector<const grammar::Expr*>& operands,
                                                     model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_FIELD_OF_ROW_H_
