// How far calls may still be nested on this thread.
#ifndef MUSTER_ALLOWANCE_STACK_LEFT_H_
#define MUSTER_ALLOWANCE_STACK_LEFT_H_

#include <cstddef>
#include <optional>

namespace muster {

/// Bytes of this thread's stack that are not used yet; nothing where that is not known, as on a stack that the program
/// has made itself. Takes up to some 50 microseconds.
std::optional<size_t> StackLeft();

}  // namespace muster

#endif  // MUSTER_ALLOWANCE_STACK_LEFT_H_
