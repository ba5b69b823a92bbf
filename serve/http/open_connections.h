// The connections of a server: whose they are, and which may be closed when there are too many.
#ifndef MUSTER_SERVE_HTTP_OPEN_CONNECTIONS_H_
#define MUSTER_SERVE_HTTP_OPEN_CONNECTIONS_H_

#include <atomic>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <string>

namespace muster::serve {

struct Connection {
  std::function<void()> cancel;  ///< ends what is read or written on it
  std::string address;           ///< of the other end, without its port
  std::string network;           ///< which one the bound for an address counts
  bool idle = true;              ///< no whole header of a request has come: nothing is lost when it is closed
};

/// Used by the server's thread only, but for count().
class OpenConnections {
 public:
  using Place = std::list<Connection>::iterator;

  /// A connection of `network` is accepted, and will be entered.
  void Expect(const std::string& network) { ++by_network_[network]; }
  size_t OfNetwork(const std::string& network) const;
  Place Enter(Connection connection);
  void Leave(Place place);
  /// Waits for a request from now on.
  void BecomesIdle(Place place);

  /// The one that has been idle for longest. False: none is idle.
  bool CloseOldestIdle();
  /// Cancels what idle ones wait for.
  void CloseIdle();

  /// How many are entered.
  size_t entered() const { return connections_.size(); }
  /// The same, on any thread.
  size_t count() const { return count_.load(); }

 private:
  std::list<Connection> connections_;  // in the order in which they became idle; those before are being answered
  std::map<std::string, size_t> by_network_;
  std::atomic<size_t> count_{0};
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_OPEN_CONNECTIONS_H_
