// The parts of the service that a configuration decides, and their replacement by another one while requests run.
#ifndef MUSTER_SERVE_STACK_H_
#define MUSTER_SERVE_STACK_H_

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/app.h"
#include "serve/config/settings.h"
#include "serve/http/message.h"
#include "serve/http/server.h"
#include "serve/node/backend.h"
#include "serve/token/authenticator.h"

namespace muster::serve {

/// All that a configuration decides.
struct Stack {
  Settings settings;
  std::unique_ptr<Authenticator> authenticator;
  std::unique_ptr<Backend> backend;
  std::unique_ptr<App> app;
};

/// Passes requests on to the stack that counts, which lives until they are answered. Thread-safe.
class StackSwitch final : public HttpHandler {
 public:
  void Set(std::shared_ptr<Stack> stack);
  /// Ends old stacks that nobody uses any more. Their threads are waited for, so that none of these can do it.
  void EndOld();
  std::shared_ptr<Stack> Get() const;

  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override;
  HttpResponse Refuse(int status, std::string_view target) override { return Get()->app->Refuse(status, target); }
  size_t MaxBody(std::string_view target) const override { return Get()->app->MaxBody(target); }

 private:
  mutable absl::Mutex mutex_;
  std::shared_ptr<Stack> stack_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::shared_ptr<Stack>> old_ ABSL_GUARDED_BY(mutex_);
};

/// Answers requests that come before the first stack is there with 503, as the stack will answer errors, and passes on
/// those that come later. Thread-safe.
class StartupHandler final : public HttpHandler {
 public:
  StartupHandler(StackSwitch* to, std::string beacon_id) : to_(to), beacon_id_(std::move(beacon_id)) {}
  void Release() { ready_ = true; }

  void Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) override;
  HttpResponse Refuse(int status, std::string_view target) override;
  // A body is read as far as it will be: who asks too early is told to ask again, not that he asks too much.
  size_t MaxBody(std::string_view target) const override { return App::MaxBodyOf(target); }

 private:
  HttpResponse Error(int status, std::string_view target, std::string_view message) const;

  StackSwitch* const to_;
  const std::string beacon_id_;
  std::atomic<bool> ready_{false};
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_STACK_H_
