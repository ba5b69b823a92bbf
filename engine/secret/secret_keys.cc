#include "engine/secret/secret_keys.h"

#include <sys/random.h>
#include <zlib.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"

namespace muster::secret {
namespace {

constexpr std::string_view kMagic = "MSK1";
constexpr size_t kWords = 4;
constexpr size_t kSize = kMagic.size() + kWords * sizeof(uint64_t) + sizeof(uint32_t);

template <typename T>
void AppendLittle(T value, std::string* out) {
  for (size_t i = 0; i < sizeof(T); ++i) out->push_back(static_cast<char>(value >> (8 * i)));
}

template <typename T>
T LoadLittle(std::string_view bytes) {
  T value = 0;
  for (size_t i = 0; i < sizeof(T); ++i) value |= static_cast<T>(T{static_cast<uint8_t>(bytes[i])} << (8 * i));
  return value;
}

uint32_t Checksum(std::string_view bytes) {
  return static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

absl::StatusOr<SecretKeys> DrawSecretKeys() {
  uint64_t words[kWords];
  auto* const bytes = reinterpret_cast<char*>(words);
  size_t drawn = 0;
  while (drawn < sizeof(words)) {
    const ssize_t got = getrandom(bytes + drawn, sizeof(words) - drawn, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return absl::UnavailableError("the system has no random numbers to make the secret keys of");
    drawn += static_cast<size_t>(got);
  }
  return SecretKeys{{words[0], words[1]}, {words[2], words[3]}};
}

std::string EncodeSecretKeys(const SecretKeys& keys) {
  std::string bytes(kMagic);
  for (const uint64_t word : {keys.record.k0, keys.record.k1, keys.noise.k0, keys.noise.k1}) AppendLittle(word, &bytes);
  AppendLittle(Checksum(bytes), &bytes);
  return bytes;
}

absl::StatusOr<SecretKeys> DecodeSecretKeys(std::string_view bytes) {
  if (bytes.size() != kSize || !bytes.starts_with(kMagic) ||
      LoadLittle<uint32_t>(bytes.substr(kSize - sizeof(uint32_t))) !=
          Checksum(bytes.substr(0, kSize - sizeof(uint32_t)))) {
    return absl::DataLossError("the catalogue's secret keys are damaged");
  }
  uint64_t words[kWords];
  for (size_t i = 0; i < kWords; ++i) words[i] = LoadLittle<uint64_t>(bytes.substr(kMagic.size() + 8 * i));
  return SecretKeys{{words[0], words[1]}, {words[2], words[3]}};
}

absl::StatusOr<std::optional<SecretKeys>> SecretKeysIn(const std::map<std::string, std::string>& documents) {
  const auto found = documents.find(std::string(kSecretKeysDocument));
  if (found == documents.end()) return std::nullopt;
  absl::StatusOr<SecretKeys> keys = DecodeSecretKeys(found->second);
  if (!keys.ok()) return keys.status();
  return *keys;
}

}  // namespace muster::secret
