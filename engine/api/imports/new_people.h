// Private to api/: some of the individuals that are new with an import.
#ifndef MUSTER_ENGINE_API_IMPORTS_NEW_PEOPLE_H_
#define MUSTER_ENGINE_API_IMPORTS_NEW_PEOPLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::api {

/// What identifies an individual, to tell whether two with the same id are the same.
struct PersonTraits {
  model::Symbol sex = model::kNoSymbol;     ///< kNoSymbol: not known
  model::Symbol person = model::kNoSymbol;  ///< the person id
  model::Interval birth = {};               ///< empty: not known
  uint64_t rows = 0;                        ///< a hash of all rows below the individual; 0 if there are none
};
PersonTraits TraitsOf(const model::Record& record, const model::Dictionary& dictionary);
/// Another sex, or another date of birth.
bool Contradict(const PersonTraits& a, const PersonTraits& b);
/// The same sex and date of birth, or the same rows.
bool AreSame(const PersonTraits& a, const PersonTraits& b);

/// A code with its day.
struct DatedCode {
  uint64_t hash = 0;  ///< of both
  model::Symbol code = model::kNoSymbol;
};

/// What tells a person by another id: hardly anybody else has it as well as the sex and the date of birth.
struct PersonMarks {
  std::vector<DatedCode> dated;  ///< by hash, without repetitions; of some dozens of rows
  uint64_t subject = 0;          ///< the subject's id, as a hash; 0: none
};
PersonMarks MarksOf(const model::Record& record);

struct NewPerson {
  std::string dataset;
  std::string id;
  PersonTraits traits;
  PersonMarks marks;
};

/// Remembers kMost of them at most, spread evenly over the import.
class NewPeople {
 public:
  static constexpr size_t kMost = 2000;

  /// `record` was added, and was not there before.
  void Add(const model::Record& record, const model::Dictionary& dictionary);
  const std::vector<NewPerson>& sample() const { return sample_; }

 private:
  uint64_t seen_ = 0;
  uint64_t step_ = 1;  // one in this many is remembered
  std::vector<NewPerson> sample_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_NEW_PEOPLE_H_
