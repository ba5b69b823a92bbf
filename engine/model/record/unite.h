// Merges two records of one individual.
#ifndef MUSTER_ENGINE_MODEL_RECORD_UNITE_H_
#define MUSTER_ENGINE_MODEL_RECORD_UNITE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::model {

/// Where two records contradict each other: a field of which there can be one value, or a biosample of one id.
struct Contradiction {
  FieldId field = 0;
  Value first;
  Value second;
};

/// Adds to `record` what `other`, of the same individual, says beyond it: values of the individual that it lacks, and
/// rows that it does not have. A row that both have, with all that is below it, is there once; for that, ages follow in
/// both from the date of birth that either has. Of the last contact the later one counts, a death outweighs a life that
/// was seen before it (later_death.h), and what is unknown contradicts nothing. Where the two contradict each other,
/// `record` is of no use any more. `dictionary`: of the symbols of both. `implausible`: unless null, what cannot be
/// beside the dates of birth and death of both is taken out (TakeImplausibleTimes), and told there.
std::optional<Contradiction> Unite(const Record& other, Record& record, const Dictionary& dictionary,
                                   std::vector<ImplausibleTime>* implausible = nullptr);

/// The same for two rows of one entity, without what is below them.
std::optional<Contradiction> UniteRows(const Row& from, Row& to, const Dictionary& dictionary);

/// What `now` lacks of an earlier record of the same individual, `was`: "2 phenotypes became 1, no sex"; "" if no kind
/// of row has become fewer and no field of the individual is lost.
std::string DescribeLoss(const Record& was, const Record& now);

/// Whether `a` says all that `b` says, and perhaps more exactly.
bool IsAtLeastAsExact(const TimeValue& a, const TimeValue& b);

/// A number in the fewest digits that tell it from others.
std::string ShowNumber(double number);
/// A value for people: a code by its label.
std::string ShowValue(const Value& value, const Dictionary& dictionary);
/// "sex: female, and male".
std::string Show(const Contradiction& contradiction, const Dictionary& dictionary);

/// Further records of an individual that may be united with the first in one import: each costs as much as all before
/// it have.
inline constexpr uint32_t kMaxUnited = 1000;

/// What an import changes of an individual that it replaces.
struct Replacement {
  std::string fewer;          ///< "2,323 measurements became 15"; empty where there are as many of all, or more
  std::string contradiction;  ///< another sex, date of birth or person id: "sex was "female" and is "male""; else empty
  std::string gone;           ///< "sex, cohort C1": what was recorded of the individual, and is not any longer
  bool consent_ended = false;  ///< there was a granted consent, and there is none
  /// Of an entity of which there were rows, and are again: how many there were, and how many of those are there still.
  struct Stayed {
    Entity entity = Entity::kIndividual;
    uint64_t were = 0;
    uint64_t stayed = 0;
  };
  std::vector<Stayed> rows;
};

/// What became of a record that was handed over to be stored.
struct Taken {
  enum class How {
    kAdded,     ///< nothing was known of the individual
    kReplaced,  ///< what the catalogue had of the individual
    kUnited,    ///< with an earlier record of the same import
    kRepeated,  ///< an earlier record of the same import says all of it
    kRefused,   ///< an earlier record of the same import contradicts it, and stays
    kTooMany,   ///< the individual has kMaxUnited records in this import
  };
  How how = How::kAdded;
  /// Of what was refused: the contradiction. Of what was repeated: what it has less of than the earlier one.
  std::string remark = {};
  /// Of what was united: how many rows of each entity it has in common with the earlier ones.
  std::array<uint32_t, kEntityCount> known_rows = {};
  Replacement replacement = {};
  /// The person id was not taken, and why: somebody else has it.
  std::string other_person = {};
};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_UNITE_H_
