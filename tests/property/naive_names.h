// Which rows criteria name, and of which they speak.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_

#include <set>
#include <vector>

#include "grammar/syntax.h"

namespace muster::property {

/// The criteria of a conjunction without those left out, and without those that speak of a row which is then not named.
std::vector<const grammar::Expr*> Without(const std::vector<const grammar::Expr*>& criteria,
                                          const std::set<const grammar::Expr*>& left_out);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAMES_H_
