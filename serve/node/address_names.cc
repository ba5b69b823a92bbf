#include "serve/node/address_names.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "serve/http/url.h"
#include "serve/text/digest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr size_t kNetworkBytes = 8;

/// The part of an address that identifies a caller: an IPv4 address, the network of an IPv6 address, other texts as
/// they are.
std::string NetworkOfAddress(std::string_view address) {
  std::array<unsigned char, 16> bytes = {};
  if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
  return {bytes.begin(), bytes.begin() + kNetworkBytes};
}

/// An IPv4 address that is written as an IPv6 one (::ffff:192.0.2.1), as a listener for both gives it, as IPv4.
std::string_view Unmapped(std::string_view address) {
  constexpr std::string_view kMapped = "::ffff:";
  return address.starts_with(kMapped) && address.find('.') != std::string_view::npos ? address.substr(kMapped.size())
                                                                                     : address;
}

}  // namespace

std::string CallerAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::vector<std::string>& proxies) {
  std::string_view address = Unmapped(peer);
  std::vector<std::string_view> chain = Split(forwarded_for, ',');
  while (!chain.empty() && std::find(proxies.begin(), proxies.end(), address) != proxies.end()) {
    const std::string_view before = Unmapped(Trim(chain.back()));
    chain.pop_back();
    if (!IsIpAddress(before)) break;
    address = before;
  }
  return std::string(address);
}

AddressNames::AddressNames() : key_(RandomKey()) {}

std::string AddressNames::NameOf(std::string_view address) const {
  return Concat("public-", KeyedDigest(key_, NetworkOfAddress(address), 16));
}

}  // namespace muster::serve
