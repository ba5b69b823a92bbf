// A process that kills itself at its Nth call of the system that changes files.
#ifndef MUSTER_TESTS_CRASH_KILL_AT_CALL_H_
#define MUSTER_TESTS_CRASH_KILL_AT_CALL_H_

#include <cstdint>
#include <string_view>

namespace muster::crash {

/// Where the process ends, by the names that crash_driver takes.
inline constexpr std::string_view kBeforeACall = "before a call";
inline constexpr std::string_view kAfterACall = "after a call";
/// A write writes the first half of its bytes; of other calls as kBeforeACall.
inline constexpr std::string_view kHalfAWrite = "half a write";
inline constexpr std::string_view kKillsAtCalls[] = {kBeforeACall, kAfterACall, kHalfAWrite};

/// From now on the calls that write, sync, make, rename, remove or cut files are counted, in whatever thread that is
/// begun later or calls this, but for writes to RocksDB's diary (LOG); at the `nth`, counted from 1, the process is
/// killed (SIGKILL). `where` is one of the names above. False where the machine does not let calls be caught (seccomp):
/// then nothing has changed.
bool KillAtCall(std::string_view where, uint64_t nth);

}  // namespace muster::crash

#endif  // MUSTER_TESTS_CRASH_KILL_AT_CALL_H_
