// Addresses: targets of requests taken apart, and absolute URLs.
#ifndef MUSTER_SERVE_HTTP_URL_H_
#define MUSTER_SERVE_HTTP_URL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::serve {

/// `text` with %XX replaced by the byte, and '+' by a blank where `plus` is set. nullopt: a '%' without two hexadecimal
/// digits, a byte 0, or bytes that are not UTF-8.
std::optional<std::string> PercentDecode(std::string_view text, bool plus);

/// `text` with all but letters, digits and -._~ as %XX.
std::string PercentEncode(std::string_view text);

/// The target of a request.
struct Target {
  std::vector<std::string> path;  ///< the segments, decoded; "/a/b/" has "a", "b"
  std::vector<std::pair<std::string, std::string>> query;
};

/// nullopt: it is not a path that begins with '/', or badly encoded.
std::optional<Target> ParseTarget(std::string_view text);

/// An absolute http or https URL.
struct Url {
  bool secure = false;
  std::string host;  ///< without the brackets of an IPv6 address
  uint16_t port = 0;
  std::string target;  ///< path and query, at least "/"
};

/// Nullopt: another scheme, user info, no host, or an invalid port.
std::optional<Url> ParseUrl(std::string_view text);

/// Whether `text` is an IPv4 or IPv6 address, without a port or brackets.
bool IsIpAddress(std::string_view text);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_URL_H_
