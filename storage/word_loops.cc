#include "storage/word_loops.h"

#include "storage/word_loops_body.h"

namespace muster::storage {

#if defined(__x86_64__)
const WordLoops& FastLoops();  // in word_loops_avx2.cc
#endif

const WordLoops& PlainLoops() { return kLoops; }

const WordLoops& Loops() {
#if defined(__x86_64__)
  static const bool fast = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                           __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
  if (fast) return FastLoops();
#endif
  return PlainLoops();
}

}  // namespace muster::storage
