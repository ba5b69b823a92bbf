// Compiled for processors with AVX2, BMI1, BMI2, POPCNT and the AVX-512 of 2019 on (F, BW, DQ, VL, VBMI2, VPOPCNTDQ)
// (storage/CMakeLists.txt); must not run on others.
#if defined(__x86_64__)
#include "storage/bits/word_loops_body.h"

namespace muster::storage {

const WordLoops& Avx512Loops();
const WordLoops& Avx512Loops() { return kLoops; }

}  // namespace muster::storage
#endif
