// Whose a connection is: the address of its other end, and the network that is one caller's.
#ifndef MUSTER_SERVE_HTTP_PEER_NETWORK_H_
#define MUSTER_SERVE_HTTP_PEER_NETWORK_H_

#include <boost/asio/ip/address.hpp>
#include <string>

namespace muster::serve {

/// An IPv4 address as such, where a listener for both has it as one of IPv6.
boost::asio::ip::address PlainAddress(const boost::asio::ip::address& address);

/// What one caller has whole: an address of IPv4, the network of 64 bits of IPv6.
std::string NetworkOf(const boost::asio::ip::address& address);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_PEER_NETWORK_H_
