#include "storage/bits/word_loops.h"

#include <vector>

#include "storage/bits/word_loops_body.h"

namespace muster::storage {

#if defined(__x86_64__)
const WordLoops& Avx2Loops();    // in word_loops_avx2.cc
const WordLoops& Avx512Loops();  // in word_loops_avx512.cc
#endif

std::span<const WordLoops* const> AllLoops() {
  static const auto* const all = [] {
    auto* loops = new std::vector<const WordLoops*>{&kLoops};
#if defined(__x86_64__)
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vpopcntdq");
    if (avx2) loops->push_back(&Avx2Loops());
    if (avx512) loops->push_back(&Avx512Loops());
#endif
    return loops;
  }();
  return *all;
}

const WordLoops& Loops() {
  static const WordLoops& fastest = *AllLoops().back();
  return fastest;
}

}  // namespace muster::storage
