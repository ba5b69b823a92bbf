#include "serve/http/name_lookups.h"

#include <netdb.h>
#include <sys/socket.h>

#include <map>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"

namespace muster::serve {
namespace {

using Then = std::function<void(const Addresses&)>;

constexpr size_t kMostAtOnce = 32;

}  // namespace

Addresses AddressesOf(const std::string& host) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* first = nullptr;
  if (const int error = getaddrinfo(host.c_str(), nullptr, &wanted, &first); error != 0) {
    return absl::UnavailableError(gai_strerror(error));
  }
  std::vector<std::string> addresses;
  for (const addrinfo* one = first; one != nullptr; one = one->ai_next) {
    char text[NI_MAXHOST];
    const int error = getnameinfo(one->ai_addr, one->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
    if (error == 0) addresses.emplace_back(text);
  }
  freeaddrinfo(first);
  return addresses;
}

// Outlives the lookups, each of which shares it.
struct NameLookups::State {
  explicit State(LookUp function) : look_up(std::move(function)) {}

  void Found(const std::string& host, const Addresses& addresses) {
    absl::MutexLock lock(&mutex);
    const auto waiting = waiting_for.find(host);
    if (waiting == waiting_for.end()) return;
    for (const Then& then : waiting->second) then(addresses);
    waiting_for.erase(waiting);
  }

  const LookUp look_up;
  absl::Mutex mutex;
  std::map<std::string, std::vector<Then>> waiting_for ABSL_GUARDED_BY(mutex);  // hosts that are being looked up
};

NameLookups::NameLookups(LookUp look_up) : state_(std::make_shared<State>(std::move(look_up))) {}

NameLookups::~NameLookups() {
  absl::MutexLock lock(&state_->mutex);
  state_->waiting_for.clear();
}

void NameLookups::Find(const std::string& host, std::function<void(const Addresses&)> then) {
  {
    absl::MutexLock lock(&state_->mutex);
    const auto waiting = state_->waiting_for.find(host);
    if (waiting != state_->waiting_for.end()) return waiting->second.push_back(std::move(then));
    if (state_->waiting_for.size() >= kMostAtOnce) return then(absl::UnavailableError("too many names are looked up"));
    state_->waiting_for[host].push_back(std::move(then));
  }
  try {
    std::thread([state = state_, host] { state->Found(host, state->look_up(host)); }).detach();
  } catch (const std::system_error& no_thread) {
    state_->Found(host, absl::UnavailableError("no thread to look up a name"));
  }
}

}  // namespace muster::serve
