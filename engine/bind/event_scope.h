// Private to bind/: rows that a query has given a name, `has treatment NCIT:C1181 as therapy`.
#ifndef MUSTER_ENGINE_BIND_EVENT_SCOPE_H_
#define MUSTER_ENGINE_BIND_EVENT_SCOPE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bind/bound.h"

namespace muster::bind {

/// A name holds from its `has` (what stands behind `with` included) to the end of the `and` that the `has` is part of.
class EventScope {
 public:
  struct Event {
    std::string name;
    Slot slot = kThisRow;
    model::Entity entity = model::Entity::kIndividual;
    Condition* exists = nullptr;  ///< the kExists that names the row
    bool used = false;
  };

  /// Names that are known later may be looked up with the index of the first of them.
  size_t size() const { return events_.size(); }

  Slot Add(std::string name, Condition* exists) {
    events_.push_back({std::move(name), next_, exists->child, exists, false});
    return next_++;
  }

  /// The row of the name, marked as used; null when there is none.
  Event* Use(std::string_view name) {
    for (auto it = events_.rbegin(); it != events_.rend(); ++it) {
      if (it->name != name) continue;
      it->used = true;
      return &*it;
    }
    return nullptr;
  }

  bool Has(std::string_view name) const {
    for (const Event& event : events_) {
      if (event.name == name) return true;
    }
    return false;
  }

  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const Event& event : events_) names.push_back(event.name);
    return names;
  }

  /// Forgets the names from `first` on. Rows that nothing spoke of lose their slot. Returns whether any was used.
  bool Close(size_t first) {
    bool used = false;
    for (size_t i = first; i < events_.size(); ++i) {
      used = used || events_[i].used;
      if (!events_[i].used) events_[i].exists->slot = kThisRow;
    }
    events_.resize(first);
    return used;
  }

  /// The same after an error, when conditions may be gone.
  void Forget(size_t first) { events_.resize(first); }

  /// Hides all names while something is bound that is not about the same person; give what it returns to Restore.
  std::vector<Event> Hide() { return std::exchange(events_, {}); }
  void Restore(std::vector<Event> events) { events_ = std::move(events); }

 private:
  std::vector<Event> events_;
  Slot next_ = 0;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_EVENT_SCOPE_H_
