// The address of the other end of a connection, and the network that counts as one caller.
#ifndef MUSTER_SERVE_HTTP_PEER_NETWORK_H_
#define MUSTER_SERVE_HTTP_PEER_NETWORK_H_

#include <boost/asio/ip/address.hpp>
#include <string>

namespace muster::serve {

/// `address`; but an IPv4 address that a listener for both gives as an IPv6 one, as IPv4.
boost::asio::ip::address PlainAddress(const boost::asio::ip::address& address);

/// The network that counts as one caller: an IPv4 address, or a 64-bit network of IPv6.
std::string NetworkOf(const boost::asio::ip::address& address);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_PEER_NETWORK_H_
