// Hashes of texts.
#ifndef MUSTER_SERVE_TEXT_DIGEST_H_
#define MUSTER_SERVE_TEXT_DIGEST_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::serve {

/// The first `digits` hexadecimal digits, at most 64, of the SHA-256 of `text`.
std::string Digest(std::string_view text, size_t digits);

/// The same of HMAC-SHA-256 under `key`.
std::string KeyedDigest(std::string_view key, std::string_view text, size_t digits);

/// A random key.
std::string RandomKey();

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TEXT_DIGEST_H_
