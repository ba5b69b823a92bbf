// What queries say of a catalogue of the tests of faults, to compare it with another.
#ifndef MUSTER_TESTS_FAULT_CATALOGUE_STATE_H_
#define MUSTER_TESTS_FAULT_CATALOGUE_STATE_H_

#include <string>

#include "muster/catalogue.h"

namespace muster::fault {

/// Everything that queries say of the catalogue, in the catalogue's own words; an error begins with "error".
std::string StateOf(const Catalogue& catalogue);

}  // namespace muster::fault

#endif  // MUSTER_TESTS_FAULT_CATALOGUE_STATE_H_
