#include "serve/stack.h"

#include <utility>

#include "serve/beacon/answer.h"
#include "serve/http/respond.h"

namespace muster::serve {

void StackSwitch::Set(std::shared_ptr<Stack> stack) {
  absl::MutexLock lock(&mutex_);
  if (stack_ != nullptr) old_.push_back(std::move(stack_));
  stack_ = std::move(stack);
}

void StackSwitch::EndOld() {
  std::vector<std::shared_ptr<Stack>> ended;
  absl::MutexLock lock(&mutex_);
  for (std::shared_ptr<Stack>& old : old_) {
    if (old.use_count() == 1) ended.push_back(std::move(old));
  }
  std::erase(old_, nullptr);
}

std::shared_ptr<Stack> StackSwitch::Get() const {
  absl::MutexLock lock(&mutex_);
  return stack_;
}

void StackSwitch::Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) {
  const std::shared_ptr<Stack> stack = Get();
  stack->app->Handle(std::move(request),
                     [stack, reply = std::move(reply)](HttpResponse response) { reply(std::move(response)); });
}

void StartupHandler::Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) {
  if (ready_) return to_->Handle(std::move(request), std::move(reply));
  if (request->target == "/health/live") return reply(JsonResponse(200, {{"status", "live"}}));
  reply(Error(503, request->target, "not ready yet"));
}

HttpResponse StartupHandler::Refuse(int status, std::string_view target) {
  return ready_ ? to_->Refuse(status, target) : Error(status, target, ReasonOf(status));
}

HttpResponse StartupHandler::Error(int status, std::string_view target, std::string_view message) const {
  if (!target.starts_with("/beacon")) return ProblemResponse(status, message);
  HttpResponse response = JsonResponse(status, ErrorAnswer(beacon_id_, status, message));
  AddRetryAfter(response);
  return response;
}

}  // namespace muster::serve
