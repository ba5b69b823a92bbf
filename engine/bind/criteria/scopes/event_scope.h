// Private to bind/: the scope of names of rows, as in `has treatment NCIT:C1181 as therapy`.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_SCOPES_EVENT_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_SCOPES_EVENT_SCOPE_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// A name is visible from its `has` (including the criteria behind its `with`) to the end of the `and` that the `has`
/// is part of. Two names always mean two different rows, and a `has` that refers to a named row is about another row.
class EventScope {
 public:
  struct Event {
    std::string name;
    Slot slot = kThisRow;
    model::Entity entity = model::Entity::kIndividual;
    Condition* exists = nullptr;  ///< the kExists that names the row
    bool used = false;
    bool negated = false;  ///< its `has` stands behind a `not`
  };

  /// The number of names so far: the index of the first name that is added after this call.
  size_t size() const { return events_.size(); }

  /// Names the row of `exists`, which is then different from all named rows of the same entity.
  Slot Add(std::string name, Condition* exists, bool negated) {
    for (Event& event : events_) {
      if (event.entity != exists->child) continue;
      event.used = true;
      exists->others.push_back(event.slot);
    }
    events_.push_back({std::move(name), next_, exists->child, exists, false, negated});
    return next_++;
  }

  /// The row with this name, which is marked as used; null if there is none.
  Event* Use(std::string_view name) {
    for (auto it = events_.rbegin(); it != events_.rend(); ++it) {
      if (it->name != name) continue;
      it->used = true;
      references_.push_back(it->slot);
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

  /// The row with this name, without marking it as used; null if there is none.
  const Event* Find(std::string_view name) const {
    for (auto it = events_.rbegin(); it != events_.rend(); ++it) {
      if (it->name == name) return &*it;
    }
    return nullptr;
  }

  const Event* FindSlot(Slot slot) const {
    for (const Event& event : events_) {
      if (event.slot == slot) return &event;
    }
    return nullptr;
  }

  /// The number of references to named rows so far.
  size_t reference_count() const { return references_.size(); }

  /// To be called after the criteria behind the `with` of `exists` are bound: its rows are different from the named
  /// rows to which these criteria refer, which are the references from `first` on. The row's own name does not count.
  void Distinguish(size_t first, Condition* exists) const {
    for (const Event& event : events_) {
      const bool referenced = std::find(references_.begin() + static_cast<ptrdiff_t>(first), references_.end(),
                                        event.slot) != references_.end();
      const bool known = std::find(exists->others.begin(), exists->others.end(), event.slot) != exists->others.end();
      if (referenced && !known && event.entity == exists->child && event.exists != exists) {
        exists->others.push_back(event.slot);
      }
    }
  }

  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const Event& event : events_) names.push_back(event.name);
    return names;
  }

  /// Forgets the names from `first` on. Rows without references lose their slot. Returns whether any name was used.
  bool Close(size_t first) {
    bool used = false;
    for (size_t i = first; i < events_.size(); ++i) {
      used = used || events_[i].used;
      if (!events_[i].used) events_[i].exists->slot = kThisRow;
    }
    events_.resize(first);
    return used;
  }

  /// The same after an error, when conditions may have been destroyed.
  void Forget(size_t first) { events_.resize(first); }

  /// Hides all names, for criteria about another person; pass the result to Restore.
  std::vector<Event> Hide() { return std::exchange(events_, {}); }
  void Restore(std::vector<Event> events) { events_ = std::move(events); }

 private:
  std::vector<Event> events_;
  std::vector<Slot> references_;
  Slot next_ = 0;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_SCOPES_EVENT_SCOPE_H_
