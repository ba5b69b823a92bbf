// Parameters: values that are given apart from the text of a query.
#ifndef MUSTER_GRAMMAR_PARAMETERS_H_
#define MUSTER_GRAMMAR_PARAMETERS_H_

#include <map>
#include <string>
#include <vector>

#include "grammar/parse.h"
#include "grammar/syntax.h"

namespace muster::grammar {

/// Puts a value in place of each `$name` of `statement`. A value is read as one value of the language (30, 18 years,
/// 2024-05, HP:0001250, "Seizure"); whatever is no such value is a text. So no value can change what else the query
/// says. A parameter without value is a diagnostic.
void ReplaceParameters(const std::map<std::string, std::string>& values, Statement* statement,
                       std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARAMETERS_H_
