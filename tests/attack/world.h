// Invented people to attack: many ordinary ones, and some who can be singled out.
#ifndef MUSTER_TESTS_ATTACK_WORLD_H_
#define MUSTER_TESTS_ATTACK_WORLD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace muster::attack {

/// Somebody of whom the attacker knows all but one thing.
struct Target {
  std::string dataset;
  std::string id;
  std::string alone;             ///< criteria that hold for nobody else
  std::string country;           ///< of theirs
  std::string sex;               ///< of theirs
  int age = 0;                   ///< at last contact, in completed years
  size_t first = 0, second = 0;  ///< phenotypes in `alone`
  size_t disease = 0;            ///< which of kDiseases is theirs: what the attacker does not know
};

inline constexpr size_t kDiseases = 8;
/// DX:1 and so on, of which everybody has one.
std::string DiseaseCode(size_t number);

/// People of two datasets, `hospital` and `registry`, with sex, country (a long tail), age, some of 150 phenotypes and
/// one of eight diseases; the same for the same seed.
struct World {
  /// Targets and look-alikes are described by ages in steps of `years`.
  World(uint64_t seed, size_t people, int years = 1);

  /// Phenopackets, one a line, of one dataset, and the mapping that reads them.
  std::string Records(const std::string& dataset) const;
  static std::string Mapping();

  /// Countries of 1 to `k` - 1 people, with how many.
  std::vector<std::pair<std::string, size_t>> CountriesBelow(size_t k) const;

  std::vector<Target> targets;           ///< of the dataset `hospital`
  std::vector<std::string> look_alikes;  ///< criteria of the same form that hold for nobody
  /// Criteria that hold for 0, 1, 2, ... people; as many of each as there are.
  std::vector<std::vector<std::string>> cells;

 private:
  struct Person {
    bool registry = false;
    bool female = false;
    size_t country = 0;
    int age = 0;
    size_t disease = 0;
    size_t samples = 0;
    std::vector<size_t> phenotypes;
  };
  std::string Criteria(const Person& person, size_t first, size_t second) const;
  size_t CountOf(bool female, size_t country, int age, size_t first, size_t second) const;

  const int years_;
  std::vector<Person> people_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_WORLD_H_
