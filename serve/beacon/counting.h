// Executes a Beacon request on the catalogue: numbers, or why there are none.
#ifndef MUSTER_SERVE_BEACON_COUNTING_H_
#define MUSTER_SERVE_BEACON_COUNTING_H_

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "serve/beacon/criteria.h"
#include "serve/node/node.h"

namespace muster::serve {

/// A number with what may be said of it.
struct ReleasedNumber {
  int64_t value = 0;  ///< 0 where the number is suppressed or withheld
  Number::Kind kind = Number::Kind::kExact;
  std::optional<int64_t> low = 0;
  std::optional<int64_t> high = 0;

  bool exists() const { return low.value_or(0) > 0; }
};

/// Of a cell of an answer. A missing cell is withheld.
ReleasedNumber NumberOf(const Cell& cell);

struct Counted {
  ReleasedNumber total;
  std::map<std::string, ReleasedNumber> datasets;  ///< those with a row; empty where none were asked for
  std::vector<std::string> notes;
  Provenance provenance;
};

struct CountRequest {
  Entry entry = Entry::kIndividual;
  const BeaconRequest* request = nullptr;
  std::vector<std::string> datasets = {};  ///< within these; of one, for which the caller may have a grant
  std::string cohort = {};
  std::string age_means = {};
  bool by_dataset = false;
  std::chrono::milliseconds deadline{2'000};
  std::stop_token gone = {};
};

/// InvalidArgument: the filters cannot be answered, with a sentence for the client. ResourceExhausted: the budget is
/// used up. DeadlineExceeded, Cancelled, and what Node::Ask returns. `timing`: as of HeldAnswers, whatever is returned.
absl::StatusOr<Counted> Count(const Node& node, const CodeKnowledge& knowledge, const Caller& caller,
                              const CountRequest& request, std::chrono::milliseconds* timing);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_BEACON_COUNTING_H_
