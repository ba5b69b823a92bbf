// Private to storage/: what word_loops.h declares, for the processor that the including source is compiled for. No
// library code in here: the linker could take this source's copy of it for programs that run elsewhere.
#ifndef MUSTER_STORAGE_BITS_WORD_LOOPS_BODY_H_
#define MUSTER_STORAGE_BITS_WORD_LOOPS_BODY_H_

#include "storage/bits/at_least_body.h"
#include "storage/bits/find_body.h"
#include "storage/bits/nested_body.h"
#include "storage/bits/ones_body.h"
#include "storage/bits/unpack_body.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {  // NOLINT(google-build-namespaces): each source that includes it has its own

constexpr WordLoops kLoops = {
    Count,
    Keep,
    List,
    AtLeast,
    Find<uint8_t>,
    Find<uint16_t>,
    Find<uint32_t>,
    Find<uint64_t>,
    BoundsOf,
    Unpack<uint8_t>,
    Unpack<uint16_t>,
    Unpack<uint32_t>,
    Unpack<uint64_t>,
    Spread<uint8_t>,
    Spread<uint16_t>,
    Spread<uint32_t>,
    Spread<uint64_t>,
    Above,
    Below,
};

}  // namespace
}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_WORD_LOOPS_BODY_H_
