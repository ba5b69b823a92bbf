// Answers as JSON.
#ifndef MUSTER_BINDINGS_C_JSON_H_
#define MUSTER_BINDINGS_C_JSON_H_

#include <string>
#include <vector>

#include "muster/table.h"

namespace muster::c {

/// An array with an object {"table": ..., "diagnostics": [...]} for each answer. Tables have the form that the program
/// prints with --format json. Bytes that are not UTF-8 become U+FFFD.
std::string JsonOf(const std::vector<Answer>& answers);

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_JSON_H_
