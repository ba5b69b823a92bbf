// A value that is mostly not there.
#ifndef MUSTER_CONTAINERS_SELDOM_H_
#define MUSTER_CONTAINERS_SELDOM_H_

#include <memory>
#include <utility>

namespace muster {

/// As std::optional, but in the room of a pointer: for parts of what is kept in numbers, where the value would be most
/// of it. A copy has a value of its own.
template <typename T>
class Seldom {
 public:
  Seldom() = default;
  Seldom(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: as of std::optional
  Seldom(const Seldom& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Seldom(Seldom&& other) noexcept = default;
  Seldom& operator=(Seldom other) noexcept {
    value_.swap(other.value_);
    return *this;
  }
  ~Seldom() = default;

  explicit operator bool() const { return value_ != nullptr; }
  bool has_value() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace muster

#endif  // MUSTER_CONTAINERS_SELDOM_H_
