// Small random catalogues over the whole schema.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_CATALOGUE_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_CATALOGUE_H_

#include <string>
#include <vector>

#include "engine/model/record/record.h"
#include "tests/property/naive/world.h"
#include "tests/property/random/random.h"

namespace muster::property {

/// Codes that fields are filled with: those of the ontologies in every spelling, and plain ones.
std::vector<std::string> CodePool(const World& world);

/// A record of that identity with random rows and values; its codes and keywords are interned in the world.
model::Record RandomRecord(Random& random, const std::vector<std::string>& codes, std::string dataset, std::string id,
                           World* world);

World RandomWorld(Random& random);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_CATALOGUE_H_
