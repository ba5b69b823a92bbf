// The values that the pointers of several rules lead to, from one element.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_MANY_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_MANY_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/follow.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

/// The members of an object, read once for many lookups.
class ObjectMembers {
 public:
  struct Named {
    std::string_view key;
    Element value;
  };

  explicit ObjectMembers(Element value) {
    Object object;
    if (value.get(object) != simdjson::SUCCESS) return;
    const auto end = object.end();
    for (auto member = object.begin(); member != end; ++member) {
      if (size_ == members_.size()) return;
      members_[size_++] = {member.key(), member.value()};
    }
    all_ = true;
  }
  /// False if it is not an object, or has very many members.
  bool all() const { return all_; }
  /// The first one that is called `camel` in either spelling, or null.
  const Named* Find(std::string_view camel) const {
    for (size_t i = 0; i < size_; ++i) {
      if (KeyIs(members_[i].key, camel)) return &members_[i];
    }
    return nullptr;
  }

 private:
  std::array<Named, 24> members_;
  size_t size_ = 0;
  bool all_ = false;
};

/// Follows the paths of one rule after another from an element; consecutive rules usually lead into the same object.
class FollowMany {
 public:
  /// Both must outlive this. The element is not looked at before it is followed: where all is constant there may be
  /// none.
  FollowMany(const JsonPath& at, Element value) : at_(at), value_(value) {}

  /// Like Follow.
  template <typename Take>
  void operator()(const Steps& steps, const Take& take) {
    // For one rule alone it would not pay.
    if (!std::exchange(asked_, true)) return Follow(steps, 0, at_, value_, take);
    if (!members_.has_value()) members_.emplace(value_);
    if (!members_->all() || steps.empty() || steps[0] == "*") return Follow(steps, 0, at_, value_, take);
    const ObjectMembers::Named* const first = members_->Find(steps[0]);
    if (first == nullptr) return;
    const JsonPath place(at_, first->key);
    const bool again = first == last_;
    last_ = first;
    if (!again || steps.size() == 1 || steps[1] == "*") return Follow(steps, 1, place, first->value, take);
    if (within_ != first) {
      below_.emplace(first->value);
      within_ = first;
    }
    if (!below_->all()) return Follow(steps, 1, place, first->value, take);
    const ObjectMembers::Named* const second = below_->Find(steps[1]);
    if (second != nullptr) Follow(steps, 2, JsonPath(place, second->key), second->value, take);
  }

 private:
  const JsonPath& at_;
  Element value_;
  bool asked_ = false;
  std::optional<ObjectMembers> members_;          // from the second rule on
  const ObjectMembers::Named* last_ = nullptr;    // the member that the rule before led to
  const ObjectMembers::Named* within_ = nullptr;  // the object whose members are in `below_`
  std::optional<ObjectMembers> below_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_MANY_H_
