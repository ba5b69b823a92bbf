// An optional value behind a pointer.
#ifndef MUSTER_CONTAINERS_BOXED_OPTIONAL_H_
#define MUSTER_CONTAINERS_BOXED_OPTIONAL_H_

#include <memory>
#include <utility>

namespace muster {

/// Like std::optional, but as small as a pointer while it is empty: for large members that few objects have. A copy has
/// a value of its own.
template <typename T>
class BoxedOptional {
 public:
  BoxedOptional() = default;
  BoxedOptional(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT: as of std::optional
  BoxedOptional(const BoxedOptional& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  BoxedOptional(BoxedOptional&& other) noexcept = default;
  BoxedOptional& operator=(BoxedOptional other) noexcept {
    value_.swap(other.value_);
    return *this;
  }
  ~BoxedOptional() = default;

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

#endif  // MUSTER_CONTAINERS_BOXED_OPTIONAL_H_
