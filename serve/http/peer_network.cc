#include "serve/http/peer_network.h"

#include <algorithm>

namespace muster::serve {

namespace asio = boost::asio;

asio::ip::address PlainAddress(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

std::string NetworkOf(const asio::ip::address& address) {
  const asio::ip::address plain = PlainAddress(address);
  if (!plain.is_v6()) return plain.to_string();
  asio::ip::address_v6::bytes_type bytes = plain.to_v6().to_bytes();
  std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), static_cast<unsigned char>(0));
  return asio::ip::address_v6(bytes).to_string();
}

}  // namespace muster::serve
