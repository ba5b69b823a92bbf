// Criteria as trees of sets of people: how they are written, the form in which they are compared, and who meets them.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_CRITERIA_H_
#define MUSTER_TESTS_PROPERTY_DOOR_CRITERIA_H_

#include <bitset>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace muster::property {

/// Of a small world, by number.
using People = std::bitset<512>;
using Samples = std::bitset<2048>;
/// Who has a term, by its code, or meets a criterion, by its text.
using PeopleByText = std::map<std::string, People>;

/// All that is known of a small world.
struct Facts {
  size_t size = 0;  ///< people
  PeopleByText people;
  std::vector<size_t> owners;                   ///< of each sample
  std::map<std::string, Samples> samples = {};  ///< which a criterion on samples holds for, by its text
};

struct Criteria {
  enum class Kind {
    kTerms,    ///< has a phenotype of any of these terms
    kWord,     ///< one criterion, as it is written
    kOneOf,    ///< the field is any of these values
    kSamples,  ///< has samples that meet the inner criteria, which may be none
    kAnd,
    kOr,
    kNot,
    kAtLeast
  };
  Kind kind = Kind::kTerms;
  int least = 0;  ///< of kAtLeast; of kSamples how many
  std::vector<Criteria> inner;
  std::vector<std::string> texts;  ///< of kTerms, kWord and kOneOf
  std::string field = {};          ///< of kOneOf
  bool exactly = false;            ///< of kSamples: not more than `least`
};

/// As somebody might write them, with parentheses around each part.
std::string Text(const Criteria& criteria);
/// As the language prints them.
std::string Printed(const Criteria& criteria);
/// With `not` at the leaves, nested parts of one kind joined, and in order.
Criteria Simple(const Criteria& criteria);
People WhoMeets(const Criteria& criteria, const Facts& facts);
/// The first `size` people.
People Everybody(size_t size);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_CRITERIA_H_
