// Which rows criteria name, and of which they speak.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_NAMES_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_NAMES_H_

#include <set>
#include <string>
#include <vector>

#include "grammar/syntax.h"

namespace muster::property {

/// The criteria of a conjunction without those left out, and without those that speak of a row which is then not named.
std::vector<const grammar::Expr*> Without(const std::vector<const grammar::Expr*>& criteria,
                                          const std::set<const grammar::Expr*>& left_out);

/// Adds the names, in lower case, of rows that `expr` speaks of.
void SpokenOf(const grammar::Expr& expr, std::set<std::string>* names);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_NAMES_H_
