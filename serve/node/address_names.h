// Callers without a token: which address a request is from, and the name that the ledger knows it by.
#ifndef MUSTER_SERVE_NODE_ADDRESS_NAMES_H_
#define MUSTER_SERVE_NODE_ADDRESS_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::serve {

/// The address that a request is from: `peer`, or, where that is one of `proxies`, what the last of them that is
/// believed appended to X-Forwarded-For. Each proxy is believed about the one before it only.
std::string CallerAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::vector<std::string>& proxies);

/// Pseudonyms for addresses: hashes under a key that lives as long as this object. Thread-safe.
class AddressNames {
 public:
  AddressNames();

  /// "public-" and 16 hexadecimal digits. Of an IPv6 address the network of 64 bits counts, as one caller has it whole.
  std::string NameOf(std::string_view address) const;

 private:
  const std::string key_;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_ADDRESS_NAMES_H_
