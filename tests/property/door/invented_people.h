// A few hundred invented people whose sets are near each other, or far apart, or small.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_INVENTED_PEOPLE_H_
#define MUSTER_TESTS_PROPERTY_DOOR_INVENTED_PEOPLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/property/door/criteria.h"

namespace muster::property {

inline constexpr size_t kInvented = 500;

/// The same for the same seed. Every value and term has so many people that guests may ask for it.
struct InventedPeople {
  explicit InventedPeople(uint64_t seed);

  /// Phenopackets, one a line, and the mapping that reads them.
  std::string Records() const;
  static std::string Mapping();

  static constexpr const char* kDataset = "hospital";
  static std::string IdOf(size_t person);

  std::vector<std::string> terms, words;
  Facts facts;                  ///< of the terms, words and fields
  std::vector<size_t> samples;  ///< of each
  std::vector<bool> female;
  std::vector<std::string> country;
  std::vector<std::vector<std::string>> phenotypes;  ///< of each, ascending
  std::vector<std::string> family;                   ///< of each; empty: none is recorded
  std::vector<std::string> person;                   ///< of each, the id that several of them may have; may be empty
  std::vector<std::string> tissue, histology;        ///< of each sample, by Facts::owners
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_INVENTED_PEOPLE_H_
