// Makes room in vectors that must stay consistent with something else, even if there is no memory.
#ifndef MUSTER_CONTAINERS_MAKE_ROOM_H_
#define MUSTER_CONTAINERS_MAKE_ROOM_H_

#include <vector>

namespace muster {

/// Room for one more element: putting it in cannot fail then. For what has to be added to several containers or to
/// none, as a std::bad_alloc between two of them would leave them at odds for good.
template <typename T>
void MakeRoom(std::vector<T>* elements) {
  if (elements->size() == elements->capacity()) elements->reserve(elements->size() * 2 + 1);
}

}  // namespace muster

#endif  // MUSTER_CONTAINERS_MAKE_ROOM_H_
