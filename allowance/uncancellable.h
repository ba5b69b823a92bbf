// No thread is cancelled within the library.
#ifndef MUSTER_ALLOWANCE_UNCANCELLABLE_H_
#define MUSTER_ALLOWANCE_UNCANCELLABLE_H_

#include <pthread.h>

namespace muster {

/// While there is one, pthread_cancel on this thread waits: it would unwind the stack through code that is not made for
/// that, and end the process.
class Uncancellable {
 public:
  Uncancellable() { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
  ~Uncancellable() { pthread_setcancelstate(before_, nullptr); }
  Uncancellable(const Uncancellable&) = delete;
  Uncancellable& operator=(const Uncancellable&) = delete;

 private:
  int before_ = PTHREAD_CANCEL_ENABLE;
};

}  // namespace muster

#endif  // MUSTER_ALLOWANCE_UNCANCELLABLE_H_
