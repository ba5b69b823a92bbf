// What a guest is to be told, a second time: statements as sets of people, the low-effect rule, one memory, and tables
// of what is shown.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_
#define MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/secret/secret_keys.h"
#include "muster/table.h"
#include "tests/property/door/criteria.h"
#include "tests/property/door/invented_people.h"
#include "tests/property/door/plain_memory.h"

namespace muster::property {

/// A statement of a guest's.
struct Asked {
  enum class Kind { kCount, kFunnel, kCompare };
  Kind kind = Kind::kCount;
  std::vector<Criteria> criteria;  ///< one; of kCompare one of each of two cohorts
  bool samples = false;            ///< of kCount: counts samples beside individuals
  std::vector<std::string> by;     ///< of kCount: "country", "sex"
  std::optional<int64_t> least;    ///< having individuals >=
  std::optional<size_t> top;       ///< of the only dimension
};
std::string Text(const Asked& asked);

/// The numbers of an answer. Rows have their values first, of a funnel and a comparison none.
struct ToldRow {
  std::vector<std::string> values;
  std::vector<Number> numbers;
  friend bool operator==(const ToldRow&, const ToldRow&) = default;
};
struct Told {
  std::vector<ToldRow> rows;
  std::vector<Number> total;
  friend bool operator==(const Told&, const Told&) = default;
};
std::string Describe(const Told& told);

class PlainDoor {
 public:
  /// `tiers`: all of the policy. `people` outlives it.
  PlainDoor(const InventedPeople& people, const secret::SecretKeys& keys, const std::vector<PlainTier>& tiers);

  /// What is told of `asked`, and remembered.
  Told Answer(const Asked& asked, const PlainTier& tier);

  const PlainMemory& memory() const { return memory_; }
  size_t reduced() const { return reduced_; }  ///< questions of which something was left out

 private:
  struct Decided {
    std::optional<int64_t> people, samples;
  };
  /// Who meets criteria, and what is left of them.
  struct Sets {
    People asked, effective;
  };

  Sets SetsOf(const std::optional<Criteria>& criteria, const PlainTier& tier);
  PlainSet SetOf(const People& people, bool samples) const;
  Decided Decide(const Sets& sets, bool samples, const PlainTier& tier);
  Number ShowPeople(const std::optional<int64_t>& value, const PlainTier& tier) const;
  std::vector<Number> Numbers(const Decided& decided, bool samples, const PlainTier& tier) const;
  Told Count(const Asked& asked, const PlainTier& tier);
  Told Table(const Asked& asked, const PlainTier& tier);
  Told Funnel(const Asked& asked, const PlainTier& tier);
  Told Compare(const Asked& asked, const PlainTier& tier);
  Number OneNumber(const std::optional<Criteria>& criteria, const PlainTier& tier);
  std::vector<std::string> ValuesOf(size_t person, const std::vector<std::string>& by) const;

  const InventedPeople& people_;
  std::vector<uint64_t> keys_;  ///< of each
  int64_t widest_ = 0;          ///< greatest k of all tiers
  PlainMemory memory_;
  size_t reduced_ = 0;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_PLAIN_DOOR_H_
