#include "serve/token/jwt.h"

#include <cjose/cjose.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace muster::serve {
namespace {

constexpr int64_t kLeeway = 60;
constexpr size_t kMinRsaBytes = 256;
constexpr size_t kEs256Bytes = 64;

absl::Status Bad(const char* why) { return absl::UnauthenticatedError(why); }

int Base64UrlDigit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-') return 62;
  return c == '_' ? 63 : -1;
}

absl::StatusOr<Json> DecodePart(std::string_view part) {
  const std::optional<std::string> bytes = DecodeBase64Url(part);
  if (!bytes.has_value()) return Bad("a part of it is not base64url");
  absl::StatusOr<Json> json = ParseJson(*bytes);
  if (!json.ok() || !json->is_object()) return Bad("a part of it is not a JSON object");
  return json;
}

/// The time in a claim. Nullopt if it is present, but not a finite number.
std::optional<double> TimeOf(const Json& claims, const char* name, double absent) {
  const Json* member = Member(claims, name);
  if (member == nullptr) return absent;
  if (!member->is_number()) return std::nullopt;
  const double time = member->get<double>();
  if (!std::isfinite(time) || std::abs(time) > 1e15) return std::nullopt;
  return time;
}

/// Whether the key may be used to verify: it does not restrict its operations, or allows this one.
bool MayVerify(const Json& key) {
  const Json* operations = Member(key, "key_ops");
  if (operations == nullptr) return true;
  return operations->is_array() &&
         std::any_of(operations->begin(), operations->end(), [](const Json& one) { return one == Json("verify"); });
}

bool FitsAlgorithm(const Json& key, const std::string& alg) {
  if (!MayVerify(key)) return false;
  if (const std::string use = TextMember(key, "use"); !use.empty() && use != "sig") return false;
  if (const std::string own = TextMember(key, "alg"); !own.empty() && own != alg) return false;
  if (alg == "RS256") {
    if (TextMember(key, "kty") != "RSA") return false;
    const std::optional<std::string> modulus = DecodeBase64Url(TextMember(key, "n"));
    if (!modulus.has_value()) return false;
    const size_t zeros = std::min(modulus->find_first_not_of('\0'), modulus->size());
    return modulus->size() - zeros >= kMinRsaBytes;
  }
  return TextMember(key, "kty") == "EC" && TextMember(key, "crv") == "P-256";
}

}  // namespace

std::optional<std::string> DecodeBase64Url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = Base64UrlDigit(c);
    if (digit < 0) return std::nullopt;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out.push_back(static_cast<char>(bits >> count & 0xFF));
    }
  }
  if ((bits & ((1U << count) - 1)) != 0) return std::nullopt;
  return out;
}

absl::StatusOr<Jwt> ParseJwt(std::string_view text) {
  std::array<std::string_view, 3> parts;
  size_t begin = 0;
  for (size_t i = 0; i < 3; ++i) {
    const size_t end = i < 2 ? text.find('.', begin) : text.size();
    if (end == std::string_view::npos) return Bad("it does not have three parts");
    parts[i] = text.substr(begin, end - begin);
    begin = end + 1;
  }
  if (parts[2].empty() || parts[2].find('.') != std::string_view::npos) return Bad("it does not have three parts");
  absl::StatusOr<Json> header = DecodePart(parts[0]);
  if (!header.ok()) return header.status();
  absl::StatusOr<Json> claims = DecodePart(parts[1]);
  if (!claims.ok()) return claims.status();
  const std::optional<std::string> signature = DecodeBase64Url(parts[2]);
  if (!signature.has_value()) return Bad("its signature is not base64url");
  Jwt jwt;
  jwt.text = text;
  jwt.alg = TextMember(*header, "alg");
  jwt.kid = TextMember(*header, "kid");
  if (jwt.alg != "RS256" && jwt.alg != "ES256") return Bad("it is not signed by RS256 or ES256");
  // RFC 7518, 3.4: two numbers of 32 bytes, and no byte more.
  if (jwt.alg == "ES256" && signature->size() != kEs256Bytes)
    return Bad("its signature is not as long as one of ES256");
  if (jwt.kid.empty()) return Bad("it does not name its key");
  // None is understood here, and an empty list is not allowed (RFC 7515, 4.1.11).
  if (Member(*header, "crit") != nullptr) return Bad("it has extensions that are not understood");
  jwt.header = *std::move(header);
  jwt.claims = *std::move(claims);
  return jwt;
}

absl::Status CheckTimes(const Json& claims, int64_t now) {
  const auto at = static_cast<double>(now);
  const std::optional<double> expires = TimeOf(claims, "exp", -1);
  const std::optional<double> issued = TimeOf(claims, "iat", at);
  const std::optional<double> begins = TimeOf(claims, "nbf", at);
  if (!expires.has_value() || !issued.has_value() || !begins.has_value() || *expires < 0) {
    return Bad("it does not say from when and until when it is valid");
  }
  if (*expires + kLeeway <= at) return Bad("it has expired");
  if (*issued > at + kLeeway || *begins > at + kLeeway) return Bad("it is not valid yet");
  return absl::OkStatus();
}

int64_t ExpiryOf(const Json& claims) {
  const std::optional<double> expires = TimeOf(claims, "exp", 0);
  return expires.has_value() ? static_cast<int64_t>(*expires) : 0;
}

bool HasSignatureOf(const Jwt& jwt, const Json& key) {
  if (!FitsAlgorithm(key, jwt.alg)) return false;
  const std::string text = WriteJson(key);
  cjose_err error;
  const std::unique_ptr<cjose_jwk_t, bool (*)(cjose_jwk_t*)> jwk(cjose_jwk_import(text.data(), text.size(), &error),
                                                                 cjose_jwk_release);
  if (jwk == nullptr) return false;
  const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t*)> jws(
      cjose_jws_import(jwt.text.data(), jwt.text.size(), &error), cjose_jws_release);
  return jws != nullptr && cjose_jws_verify(jws.get(), jwk.get(), &error);
}

std::string Sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
  return std::string(reinterpret_cast<const char*>(digest.data()), size);
}

}  // namespace muster::serve
