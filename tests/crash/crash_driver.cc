// A process that changes a catalogue until it is done or killed:
//
//   crash_driver PATH SEED CHANGES PEOPLE FIRST LAST REOPEN [POINT NTH]
//
//   crash_driver --compact PATH [POINT NTH]
//
// The first makes the changes from number FIRST to LAST of the history of SEED, and says "ok N" of each that is
// acknowledged, at once. After each REOPEN changes it closes the catalogue and opens it anew. With POINT it kills
// itself when it passes this point (storage/files/crash_point.h) for the NTH time, or at its NTH call of the system
// that changes files (kill_at_call.h); where that cannot be, it says "cannot". The second compacts the catalogue, and
// says "ok 1".
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "muster/catalogue.h"
#include "storage/files/crash_point.h"
#include "tests/crash/history.h"
#include "tests/crash/kill_at_call.h"

namespace {

const char* wanted_point = nullptr;
std::atomic<long> passes_left = 0;

void Pass(const char* point) {
  if (std::strcmp(point, wanted_point) == 0 && --passes_left == 0) kill(getpid(), SIGKILL);
}

// No buffer: what was said is said.
void Say(const std::string& text) {
  if (write(STDOUT_FILENO, text.data(), text.size()) != static_cast<ssize_t>(text.size())) _exit(9);
}

int Fail(const absl::Status& status) {
  Say("error " + status.ToString() + "\n");
  return 1;
}

int Compact(const std::string& path) {
  auto opened = muster::Catalogue::Open(path, {});
  if (!opened.ok()) return Fail(opened.status());
  if (absl::Status status = (*opened)->Compact(); !status.ok()) return Fail(status);
  Say("ok 1\n");
  return 0;
}

// Whether the machine lets it.
bool KillItselfAt(char** point) {
  for (const std::string_view at_a_call : muster::crash::kKillsAtCalls) {
    if (point[0] != at_a_call) continue;
    if (muster::crash::KillAtCall(at_a_call, std::strtoull(point[1], nullptr, 10))) return true;
    Say("cannot\n");
    return false;
  }
  wanted_point = point[0];
  passes_left = std::atol(point[1]);
  muster::storage::crash_hook = Pass;
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if ((argc == 3 || argc == 5) && std::strcmp(argv[1], "--compact") == 0) {
    if (argc == 5 && !KillItselfAt(argv + 3)) return 1;
    return Compact(argv[2]);
  }
  if (argc != 8 && argc != 10) return 2;
  const std::string path = argv[1];
  const uint64_t changes = std::stoull(argv[3]);
  const muster::crash::History history(std::stoull(argv[2]), changes, std::stoull(argv[4]));
  const uint64_t last = std::min<uint64_t>(std::stoull(argv[6]), changes);
  const uint64_t reopen = std::stoull(argv[7]);
  if (argc == 10 && !KillItselfAt(argv + 8)) return 1;
  muster::OpenOptions options;
  options.create_if_missing = true;
  options.query_threads = 1;
  std::unique_ptr<muster::Catalogue> catalogue;
  for (uint64_t number = std::stoull(argv[5]); number <= last; ++number) {
    if (catalogue == nullptr) {
      auto opened = muster::Catalogue::Open(path, options);
      if (!opened.ok()) return Fail(opened.status());
      catalogue = *std::move(opened);
    }
    const absl::Status status = muster::crash::Apply(history.change(number), *catalogue);
    if (!status.ok()) return Fail(status);
    Say("ok " + std::to_string(number) + "\n");
    if (number % reopen == 0) catalogue.reset();
  }
  return 0;
}
