// Addresses of hosts. A name server may take any time, and a lookup cannot be cancelled: so each has a thread of its
// own, for which no other thread waits.
#ifndef MUSTER_SERVE_HTTP_NAME_LOOKUPS_H_
#define MUSTER_SERVE_HTTP_NAME_LOOKUPS_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::serve {

/// Of a host, as numbers: "192.0.2.1", "2001:db8::1".
using Addresses = absl::StatusOr<std::vector<std::string>>;
using LookUp = std::function<Addresses(const std::string& host)>;

/// The system's answer. Waits for name servers. Unavailable: there are none, or no such host.
Addresses AddressesOf(const std::string& host);

/// Thread-safe.
class NameLookups {
 public:
  explicit NameLookups(LookUp look_up);
  NameLookups(const NameLookups&) = delete;
  NameLookups& operator=(const NameLookups&) = delete;
  /// Waits for no look-up, but for a `then` that is being called.
  ~NameLookups();

  /// Calls `then` once, on any thread, unless this has ended before; it must not wait, nor look up. Whoever asks for a
  /// host that is being looked up gets what comes of that. Unavailable where too many are.
  void Find(const std::string& host, std::function<void(const Addresses&)> then);

 private:
  struct State;
  const std::shared_ptr<State> state_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_NAME_LOOKUPS_H_
