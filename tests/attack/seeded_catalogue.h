// A catalogue of which the attacks turn out the same each time.
#ifndef MUSTER_TESTS_ATTACK_SEEDED_CATALOGUE_H_
#define MUSTER_TESTS_ATTACK_SEEDED_CATALOGUE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "engine/secret/secret_keys.h"
#include "muster/catalogue.h"

namespace muster::attack {

/// The keys that come from a seed.
secret::SecretKeys KeysOf(uint64_t seed);

/// A new catalogue whose secret keys are KeysOf(seed), where others draw theirs from the operating system: what an
/// attack comes to depends on them, and a run with the same settings is to end the same.
absl::StatusOr<std::unique_ptr<Catalogue>> CreateSeeded(const std::string& path, uint64_t seed);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SEEDED_CATALOGUE_H_
