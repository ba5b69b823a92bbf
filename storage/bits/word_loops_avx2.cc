// Compiled for processors with AVX2, BMI1, BMI2 and POPCNT (storage/CMakeLists.txt); must not run on others.
#if defined(__x86_64__)
#include "storage/bits/word_loops_body.h"

namespace muster::storage {

const WordLoops& Avx2Loops();
const WordLoops& Avx2Loops() { return kLoops; }

}  // namespace muster::storage
#endif
