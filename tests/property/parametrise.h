// Values of a question given apart from it.
#ifndef MUSTER_TESTS_PROPERTY_PARAMETRISE_H_
#define MUSTER_TESTS_PROPERTY_PARAMETRISE_H_

#include <map>
#include <string>

#include "tests/property/random/random.h"

namespace muster::property {

struct Parametrised {
  std::string text;                           ///< the question, with $names in place of some of its values
  std::map<std::string, std::string> values;  ///< what they stand for
};

/// Some of the values and terms of a statement's criteria, by chance, become parameters. It means the same.
Parametrised Parametrise(const std::string& question, Random& random);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_PARAMETRISE_H_
