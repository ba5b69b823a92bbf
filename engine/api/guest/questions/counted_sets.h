// Private to api/: the people behind the numbers of a guest's count.
#ifndef MUSTER_ENGINE_API_GUEST_QUESTIONS_COUNTED_SETS_H_
#define MUSTER_ENGINE_API_GUEST_QUESTIONS_COUNTED_SETS_H_

#include <map>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "engine/api/guest/questions/question.h"
#include "engine/api/guest/view/guest_view.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/release/door/count_table.h"
#include "muster/table.h"

namespace muster::api {

/// What a count found before the door: as asked, and as far as every criterion has an effect.
struct CountedSets {
  bind::Query query;  ///< without its criteria
  release::SetsOfTable asked;
  std::optional<release::SetsOfTable> reduced;  ///< what the low-effect rule leaves, where it leaves something out
  release::SetsOfSites sites;
  std::map<std::string, std::string> labels;

  const release::SetsOfTable& effective() const { return reduced.has_value() ? *reduced : asked; }
};

/// Executes `question` as it is asked and without the criteria that decide about few people. ResourceExhausted: it has
/// too many groups. FailedPrecondition, InvalidArgument: it cannot be taken apart.
absl::StatusOr<CountedSets> ExecuteForDoor(const Question& question, const GuestView& guest,
                                           execute::UnionCache* unions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_QUESTIONS_COUNTED_SETS_H_
