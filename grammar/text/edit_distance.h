// How many letters apart two names are, to suggest what was meant.
#ifndef MUSTER_GRAMMAR_TEXT_EDIT_DISTANCE_H_
#define MUSTER_GRAMMAR_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>

namespace muster::grammar {

/// The number of bytes to insert, delete, replace or swap with their neighbour to make `b` of `a` (optimal string
/// alignment), or `limit` + 1 when it is more than `limit`.
size_t EditDistance(std::string_view a, std::string_view b, size_t limit);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_EDIT_DISTANCE_H_
