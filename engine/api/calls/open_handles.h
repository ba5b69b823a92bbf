// Private to api/: which objects of the public API are alive.
#ifndef MUSTER_ENGINE_API_CALLS_OPEN_HANDLES_H_
#define MUSTER_ENGINE_API_CALLS_OPEN_HANDLES_H_

#include <memory>

namespace muster::api {

/// What is behind the objects of the program, by their addresses, so that a call on one that was destroyed finds
/// nothing, and does not read memory that was freed. Thread-safe; can be used in the child of a fork.
class OpenHandles {
 public:
  static void Add(const void* handle, std::shared_ptr<void> behind);
  /// What was behind it: no call finds it from now on.
  static std::shared_ptr<void> Remove(const void* handle);
  /// Null: it is not, or was destroyed.
  static std::shared_ptr<void> Find(const void* handle);
};

/// Thrown by what looks for something behind a handle in vain; Fence() makes a status of it (ClosedCatalogue).
struct HandleIsClosed {};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_OPEN_HANDLES_H_
