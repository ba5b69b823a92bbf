#include "tests/attack/seeded_catalogue.h"

#include <random>
#include <string>

#include "engine/secret/secret_keys.h"
#include "storage/store.h"

namespace muster::attack {

secret::SecretKeys KeysOf(uint64_t seed) {
  std::mt19937_64 random(seed);
  return {{random(), random()}, {random(), random()}};
}

absl::StatusOr<std::unique_ptr<Catalogue>> CreateSeeded(const std::string& path, uint64_t seed) {
  // (A catalogue that is there already keeps its keys, so this is before its first policy.)
  if (const auto created = Catalogue::Open(path, {.create_if_missing = true}); !created.ok()) return created.status();
  {
    const auto store = storage::Store::Open(path, {});
    if (!store.ok()) return store.status();
    const std::string keys = secret::EncodeSecretKeys(KeysOf(seed));
    const absl::Status written = (*store)->Apply({.documents = {{std::string(secret::kSecretKeysDocument), keys}}});
    if (!written.ok()) return written;
  }
  return Catalogue::Open(path, {});
}

}  // namespace muster::attack
