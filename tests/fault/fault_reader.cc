// fault_reader PATH: a process that reads the catalogue at PATH while another writes it. Standard input is a socket: of
// each line that comes ("open", "refresh", "ask") the state of the catalogue goes back, with a byte 0 behind it.
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "muster/catalogue.h"
#include "tests/fault/catalogue_state.h"

namespace {

// What came of the command, in `catalogue`.
absl::Status Obey(const std::string& command, const std::string& path, std::unique_ptr<muster::Catalogue>& catalogue) {
  if (command == "open") {
    auto opened = muster::Catalogue::Open(path, {.read_only = true, .query_threads = 1});
    if (!opened.ok()) return opened.status();
    catalogue = *std::move(opened);
  } else if (catalogue == nullptr) {
    return absl::FailedPreconditionError("nothing is open");
  } else if (command == "refresh") {
    return catalogue->Refresh().status();
  }
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::unique_ptr<muster::Catalogue> catalogue;
  for (std::string command; std::getline(std::cin, command);) {
    constexpr unsigned kSeconds = 60;
    alarm(kSeconds);
    const absl::Status status = Obey(command, argv[1], catalogue);
    std::string state = status.ok() ? muster::fault::StateOf(*catalogue) : "error: " + status.ToString();
    state += '\0';
    for (size_t sent = 0; sent < state.size();) {
      const ssize_t count = send(STDIN_FILENO, state.data() + sent, state.size() - sent, MSG_NOSIGNAL);
      if (count < 0) return 1;
      sent += static_cast<size_t>(count);
    }
    alarm(0);
  }
  return 0;
}
