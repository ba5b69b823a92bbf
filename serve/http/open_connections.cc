#include "serve/http/open_connections.h"

#include <algorithm>
#include <utility>

namespace muster::serve {

size_t OpenConnections::OfNetwork(const std::string& network) const {
  const auto found = by_network_.find(network);
  return found == by_network_.end() ? 0 : found->second;
}

OpenConnections::Place OpenConnections::Enter(Connection connection) {
  ++count_;
  return connections_.insert(connections_.end(), std::move(connection));
}

void OpenConnections::Leave(Place place) {
  const auto found = by_network_.find(place->network);
  if (found != by_network_.end() && --found->second == 0) by_network_.erase(found);
  connections_.erase(place);
  --count_;
}

void OpenConnections::BecomesIdle(Place place) {
  place->idle = true;
  connections_.splice(connections_.end(), connections_, place);
}

bool OpenConnections::CloseOldestIdle() {
  // Those before the first idle one are being answered, and few.
  const auto oldest = std::find_if(connections_.begin(), connections_.end(), [](const auto& one) { return one.idle; });
  if (oldest == connections_.end()) return false;
  oldest->idle = false;
  oldest->cancel();
  return true;
}

void OpenConnections::CloseIdle() {
  for (const Connection& connection : connections_) {
    if (connection.idle) connection.cancel();
  }
}

}  // namespace muster::serve
