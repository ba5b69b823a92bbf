// Private to api/: calls compute in the default floating-point mode of IEEE 754, whatever mode the host has set.
#ifndef MUSTER_ENGINE_API_CALLS_ARITHMETIC_H_
#define MUSTER_ENGINE_API_CALLS_ARITHMETIC_H_

#include <cfenv>
#include <cstdint>

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

namespace muster::api {

/// As long as it lives, this thread, and those that it starts, round to the nearest number, keep tiny ones, and go on
/// after what has no result. A host may have set otherwise, or a library of its that was built with -ffast-math, and
/// other values would be read, other people found, or the process be ended by a signal. Afterwards it is as it was.
class DefaultArithmetic {
 public:
  DefaultArithmetic() : is_other_(IsOther()) {
    if (!is_other_) return;
    std::fegetenv(&before_);
    std::fesetenv(FE_DFL_ENV);
  }
  ~DefaultArithmetic() {
    if (is_other_) std::fesetenv(&before_);
  }
  DefaultArithmetic(const DefaultArithmetic&) = delete;
  DefaultArithmetic& operator=(const DefaultArithmetic&) = delete;

 private:
  static bool IsOther() {
#ifdef __SSE2__
    // All but the status flags. The x87 unit gets the same settings.
    constexpr uint32_t kSettings = 0xFFC0;
    constexpr uint32_t kDefault = 0x1F80;
    return (_mm_getcsr() & kSettings) != kDefault;
#else
    return true;  // cheap elsewhere
#endif
  }

  const bool is_other_;
  std::fenv_t before_ = {};
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_ARITHMETIC_H_
