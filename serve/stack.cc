#include "serve/stack.h"

#include <utility>

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

void HeldHandler::Handle(std::shared_ptr<const HttpRequest> request, HttpReply reply) {
  if (!ready_) return reply(ProblemResponse(503, "not ready yet"));
  to_->Handle(std::move(request), std::move(reply));
}

HttpResponse HeldHandler::Refuse(int status, std::string_view target) {
  return ready_ ? to_->Refuse(status, target) : ProblemResponse(status, ReasonOf(status));
}

}  // namespace muster::serve
