// Private to api/: notices when an object with several owners is destroyed.
#ifndef MUSTER_ENGINE_API_CALLS_DESTRUCTION_NOTICE_H_
#define MUSTER_ENGINE_API_CALLS_DESTRUCTION_NOTICE_H_

#include <memory>

#include "absl/synchronization/notification.h"

namespace muster::api {

/// To be the first member of an object, so that it is destroyed after all others; holders of the notice can wait for
/// that.
class DestructionNotice {
 public:
  using Notice = std::shared_ptr<const absl::Notification>;

  DestructionNotice() = default;
  ~DestructionNotice() { notice_->Notify(); }
  DestructionNotice(const DestructionNotice&) = delete;
  DestructionNotice& operator=(const DestructionNotice&) = delete;

  Notice notice() const { return notice_; }

 private:
  const std::shared_ptr<absl::Notification> notice_ = std::make_shared<absl::Notification>();
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_DESTRUCTION_NOTICE_H_
