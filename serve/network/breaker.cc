#include "serve/network/breaker.h"

#include <algorithm>
#include <bit>

namespace muster::serve {
namespace {

constexpr int kRow = 5;
constexpr int kWindow = 20;
constexpr int kOfWindow = 10;
constexpr std::chrono::seconds kFirstWait{5};
constexpr std::chrono::seconds kMaxWait{300};

}  // namespace

bool Breaker::Allow(Time now) {
  if (!open_) return true;
  if (trial_ || now < until_) return false;
  trial_ = true;
  return true;
}

void Breaker::Succeeded() {
  Remember(false);
  in_a_row_ = 0;
  if (!open_) return;
  open_ = trial_ = false;
  wait_ = kFirstWait;
  last_ = 0;
  known_ = 0;
}

void Breaker::Failed(Time now) {
  Remember(true);
  ++in_a_row_;
  if (open_) {
    if (!trial_) return;
    trial_ = false;
    wait_ = std::min(wait_ * 2, kMaxWait);
    until_ = now + wait_;
    return;
  }
  if (in_a_row_ < kRow && !(known_ == kWindow && std::popcount(last_) >= kOfWindow)) return;
  open_ = true;
  until_ = now + wait_;
}

void Breaker::Remember(bool failed) {
  last_ = (last_ << 1 | (failed ? 1U : 0U)) & ((1U << kWindow) - 1);
  known_ = std::min(known_ + 1, kWindow);
}

}  // namespace muster::serve
