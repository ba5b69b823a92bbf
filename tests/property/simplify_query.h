// Simpler queries than a given one.
#ifndef MUSTER_TESTS_PROPERTY_SIMPLIFY_QUERY_H_
#define MUSTER_TESTS_PROPERTY_SIMPLIFY_QUERY_H_

#include <string>
#include <vector>

namespace muster::property {

/// All statements that have one part less than `text`: a condition, an operand, a term, a dimension, a limit.
std::vector<std::string> Simpler(const std::string& text);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_SIMPLIFY_QUERY_H_
