// Another Abseil, as a program may have its own: other classes of the same names, laid out otherwise.
#ifndef ABSL_STATUS_STATUS_H_
#define ABSL_STATUS_STATUS_H_

#include <string>

namespace absl {

class Status {
 public:
  Status() = default;
  explicit Status(std::string message) : message_(std::move(message)), bad_(true) {}
  bool ok() const { return !bad_; }
  const std::string& message() const { return message_; }

 private:
  std::string message_;
  bool bad_ = false;
};

}  // namespace absl

#endif  // ABSL_STATUS_STATUS_H_
