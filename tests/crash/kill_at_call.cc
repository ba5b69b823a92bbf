#include "tests/crash/kill_at_call.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <vector>

namespace muster::crash {
namespace {

// None of these takes more than five arguments.
constexpr int kCalls[] = {
    SYS_write,     SYS_pwrite64, SYS_writev,    SYS_fsync,    SYS_fdatasync, SYS_sync_file_range,
    SYS_ftruncate, SYS_openat,   SYS_fallocate, SYS_unlinkat, SYS_renameat2, SYS_linkat,
    SYS_mkdirat,
#ifdef SYS_renameat  // not of machines that are newer than SYS_renameat2
    SYS_renameat,
#endif
#ifdef SYS_rename  // of older ones only, as are its like
    SYS_rename,    SYS_unlink,   SYS_link,      SYS_mkdir,    SYS_rmdir,     SYS_open,
#endif
};

#if defined(__x86_64__)
constexpr bool kKnownMachine = true;
constexpr uint32_t kMachine = AUDIT_ARCH_X86_64;
long Argument(const ucontext_t& context, int i) {
  constexpr int kRegisters[] = {REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8};
  return context.uc_mcontext.gregs[kRegisters[i]];
}
void SetResult(ucontext_t& context, long result) { context.uc_mcontext.gregs[REG_RAX] = result; }
#elif defined(__aarch64__)
constexpr bool kKnownMachine = true;
constexpr uint32_t kMachine = AUDIT_ARCH_AARCH64;
long Argument(const ucontext_t& context, int i) { return static_cast<long>(context.uc_mcontext.regs[i]); }
void SetResult(ucontext_t& context, long result) {
  context.uc_mcontext.regs[0] = static_cast<unsigned long long>(result);
}
#else
constexpr bool kKnownMachine = false;
constexpr uint32_t kMachine = 0;
long Argument(const ucontext_t&, int) { return 0; }
void SetResult(ucontext_t&, long) {}
#endif

// A sixth argument, which the kernel does not look at, lets a call through: that of the handler itself.
constexpr uint32_t kLetThrough[] = {0x6d757374, 0x65726361};
constexpr uint64_t kLetThroughWhole = (uint64_t{kLetThrough[1]} << 32) | kLetThrough[0];

std::atomic<uint64_t> calls_left = 0;
// RocksDB's diary, which is most of the writes and nothing to be lost.
std::atomic<int> diary = -1;
std::string_view place;

[[noreturn]] void Die() {
  kill(getpid(), SIGKILL);
  while (true) pause();
}

bool IsOpening(int call) {
#ifdef SYS_open
  if (call == SYS_open) return true;
#endif
  return call == SYS_openat;
}

bool IsDiary(int call, const ucontext_t& context) {
  const char* const path = reinterpret_cast<const char*>(Argument(context, call == SYS_openat ? 1 : 0));
  return std::string_view(path).ends_with("/LOG");
}

bool ChangesFiles(int call, const ucontext_t& context) {
  if (call == SYS_write && static_cast<int>(Argument(context, 0)) == diary) return false;
  if (call == SYS_openat) return (Argument(context, 2) & O_CREAT) != 0;
#ifdef SYS_open
  if (call == SYS_open) return (Argument(context, 1) & O_CREAT) != 0;
#endif
  return true;
}

// Makes the call that was caught, and dies before or after it when it is the one.
void Caught(int, siginfo_t* info, void* of_thread) {
  const int before = errno;
  auto& context = *static_cast<ucontext_t*>(of_thread);
  const int call = info->si_syscall;
  const bool last = ChangesFiles(call, context) && calls_left.fetch_sub(1) == 1;
  long third = Argument(context, 2);
  if (last && place != kAfterACall) {
    const bool half = place == kHalfAWrite && (call == SYS_write || call == SYS_pwrite64) && third > 1;
    if (!half) Die();
    third /= 2;
  }
  const long result = syscall(call, Argument(context, 0), Argument(context, 1), third, Argument(context, 3),
                              Argument(context, 4), kLetThroughWhole);
  if (last) Die();
  if (IsOpening(call)) {
    if (IsDiary(call, context)) {
      diary = static_cast<int>(result);
    } else if (result == diary) {
      diary = -1;  // closed since
    }
  }
  SetResult(context, result == -1 ? -errno : result);
  errno = before;
}

std::vector<sock_filter> Filter() {
  const auto field = [](size_t offset) { return static_cast<uint32_t>(offset); };
  const sock_filter let_through = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  const sock_filter catch_it = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
  constexpr size_t kSixth = offsetof(seccomp_data, args) + 5 * sizeof(uint64_t);
  std::vector<sock_filter> filter = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field(offsetof(seccomp_data, arch))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0),
      let_through,
      // (Both machines have the lower half first.)
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field(kSixth)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kLetThrough[0], 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field(kSixth + sizeof(uint32_t))),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kLetThrough[1], 0, 1),
      let_through,
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field(offsetof(seccomp_data, nr))),
  };
  for (const int call : kCalls) {
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(call), 0, 1));
    filter.push_back(catch_it);
  }
  filter.push_back(let_through);
  return filter;
}

}  // namespace

bool KillAtCall(std::string_view where, uint64_t nth) {
  if (!kKnownMachine) return false;
  place = where;
  calls_left = nth;
  struct sigaction action = {};
  action.sa_sigaction = Caught;
  action.sa_flags = SA_SIGINFO | SA_NODEFER;
  if (sigaction(SIGSYS, &action, nullptr) != 0) return false;
  std::vector<sock_filter> filter = Filter();
  sock_fprog program = {static_cast<unsigned short>(filter.size()), filter.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace muster::crash
