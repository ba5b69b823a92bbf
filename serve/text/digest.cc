#include "serve/text/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>

namespace muster::serve {
namespace {

constexpr size_t kKeyBytes = 32;

using Hash = std::array<unsigned char, EVP_MAX_MD_SIZE>;

const unsigned char* BytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string HexOf(const Hash& hash, size_t digits) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (size_t i = 0; i < digits; ++i) text.push_back(kDigits[i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15]);
  return text;
}

}  // namespace

std::string Digest(std::string_view text, size_t digits) {
  Hash hash = {};
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), hash.data(), &size, EVP_sha256(), nullptr);
  return HexOf(hash, digits);
}

std::string KeyedDigest(std::string_view key, std::string_view text, size_t digits) {
  Hash hash = {};
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), BytesOf(text), text.size(), hash.data(), &size);
  return HexOf(hash, digits);
}

std::string RandomKey() {
  std::string key(kKeyBytes, '\0');
  RAND_bytes(reinterpret_cast<unsigned char*>(key.data()), static_cast<int>(key.size()));
  return key;
}

}  // namespace muster::serve
