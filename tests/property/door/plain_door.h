// What a guest is to be told, a second time: statements as sets of people, the low-effect rule, one memory, and tables
// of what is shown.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_
#define MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/secret/secret_keys.h"
#include "muster/table.h"
#include "tests/property/door/criteria.h"
#include "tests/property/door/invented_people.h"
#include "tests/property/door/plain_groups.h"
#include "tests/property/door/plain_memory.h"

namespace muster::property {

/// A statement of a guest's.
struct Asked {
  enum class Kind { kCount, kFunnel, kCompare };
  Kind kind = Kind::kCount;
  std::vector<Criteria> criteria;  ///< one; of kCompare one of each of two cohorts
  bool individuals = true;         ///< of kCount: false only where families, or persons, are counted alone
  bool samples = false;            ///< of kCount: counts samples beside individuals
  bool families = false;           ///< of kCount without `by`: counts families as the last
  bool persons = false;            ///< of kCount without `by` and families: counts distinct individuals as the last
  std::vector<std::string> by;     ///< of kCount: "country", "sex", "phenotype"
  PlainGroups groups;              ///< of the last of these; none: its values themselves
  std::optional<int64_t> least;    ///< having individuals >=
  std::optional<size_t> top;       ///< of the only dimension
};
std::string Text(const Asked& asked);

/// The numbers of an answer. Rows have their values first, of a funnel and a comparison none; "-" for a missing one.
struct PlainRow {
  std::vector<std::string> values;
  std::vector<Number> numbers;
  friend bool operator==(const PlainRow&, const PlainRow&) = default;
};
struct PlainAnswer {
  std::vector<PlainRow> rows;
  std::vector<Number> total;
  friend bool operator==(const PlainAnswer&, const PlainAnswer&) = default;
};
std::string Describe(const PlainAnswer& told);

class PlainDoor {
 public:
  /// `tiers`: all of the policy. `people` outlives it.
  PlainDoor(const InventedPeople& people, const secret::SecretKeys& keys, const std::vector<PlainTier>& tiers);

  /// Answers `asked`, and remembers the answer.
  PlainAnswer Answer(const Asked& asked, const PlainTier& tier);

  const PlainMemory& memory() const { return memory_; }
  size_t reduced() const { return reduced_; }  ///< questions of which something was left out

 private:
  struct Decided {
    std::optional<int64_t> people, samples, families, persons;
  };
  /// Who meets criteria, and what is left of them.
  struct Sets {
    People asked, effective;
  };
  /// The values of the dimensions in one row, each with where it stands among others.
  using Place = std::vector<std::pair<size_t, std::string>>;

  /// What the low-effect rule leaves of criteria about `all`.
  std::optional<Criteria> LeftOf(const Criteria& criteria, const Facts& facts, const People& all,
                                 const PlainTier& tier) const;
  static Sets SetsOf(const Criteria& asked, const std::optional<Criteria>& left, const Facts& facts, const People& all);
  /// Of `all`.
  Sets SetsOf(const std::optional<Criteria>& criteria, const People& all, const PlainTier& tier);
  /// Gives numbers to persons: who has several records is one of them, and has what any of the records has.
  void MakePersons();
  PlainSet PersonsOf(const People& persons) const;
  /// Everybody who is a record of one of `persons`.
  People RecordsOf(const People& persons) const;
  PlainSet PeopleOf(const People& people) const;
  PlainSet SamplesOf(const People& people) const;
  PlainSet FamiliesOf(const People& people) const;
  Decided Decide(const Sets& sets, const Asked& asked, const PlainTier& tier);
  Number ShowPeople(const std::optional<int64_t>& value, const PlainTier& tier) const;
  std::vector<Number> Numbers(const Decided& decided, const Asked& asked, const PlainTier& tier) const;
  PlainAnswer Count(const Asked& asked, const PlainTier& tier);
  PlainAnswer CountPersons(const Asked& asked, const PlainTier& tier);
  PlainAnswer Table(const Asked& asked, const PlainTier& tier);
  PlainAnswer Funnel(const Asked& asked, const PlainTier& tier);
  PlainAnswer Compare(const Asked& asked, const PlainTier& tier);
  Number OneNumber(const std::optional<Criteria>& criteria, const PlainTier& tier);
  ValuesOfPeople ValuesOfField(const std::string& field) const;
  /// The rows in which a person is, by `groups` where the last dimension has groups.
  std::vector<Place> PlacesOf(const std::vector<ValuesOfPeople>& values, size_t person,
                              const PlainGroups& groups) const;
  void AddHiddenGroups(const Asked& asked, const PlainTier& tier, std::vector<PlainRow>* rows) const;

  const InventedPeople& people_;
  std::vector<uint64_t> keys_;                   ///< of each
  std::map<std::string, uint64_t> family_keys_;  ///< of each family
  std::vector<size_t> person_of_;                ///< of each
  std::vector<uint64_t> person_keys_;            ///< of each person
  Facts person_facts_;                           ///< what is known of each person
  int64_t widest_ = 0;                           ///< greatest k of all tiers
  PlainMemory memory_;
  size_t reduced_ = 0;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_
