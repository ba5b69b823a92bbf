// The answers of nodes to one question as the answer of their network.
#ifndef MUSTER_SERVE_NETWORK_MERGE_H_
#define MUSTER_SERVE_NETWORK_MERGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "serve/beacon/entry_type.h"
#include "serve/beacon/request.h"
#include "serve/http/message.h"
#include "serve/json/json.h"

namespace muster::serve {

/// What came of asking one node.
struct NodeReply {
  enum class Outcome {
    kAnswered,
    kNotUnderstood,  ///< it said 400: its people are not 0, they are not counted
    kFailed,
  };
  std::string node;  ///< beaconId
  std::string country;
  Outcome outcome = Outcome::kFailed;
  Json answer;         ///< where it answered, and the diagnostics of a text that it does not understand
  int error_code = 0;  ///< else: 400, 504 (too late), 503 (switched off), or the node's own status
  std::string error;
};

/// The reply of a node that answers with `answer`.
NodeReply Answered(const std::string& node, Json answer);
/// The reply of a node that does not understand the question, for which it gave this status.
NodeReply NotUnderstood(const std::string& node, int status, std::string error);
/// The reply of a node that gave another status than 200, or none (0).
NodeReply NoAnswer(const std::string& node, int status, std::string_view error);
/// The reply of a node whose answer is not taken.
NodeReply BadAnswer(const std::string& node, std::string_view error = "the node sent what is no answer");

/// Reads what a node sent, and whether it has the form of an answer of that node. `status` 0: nothing came.
NodeReply ReadNodeReply(const std::string& node, int status, std::string_view body);

/// How many nodes were asked and answered, which failed or did not understand, and what sums over nodes are of.
Json NodesInfo(const std::vector<NodeReply>& replies);

struct Merged {
  int status = 200;
  Json body;
};

/// Adds numbers as they were released, and bounds as bounds. If a node is missing, there is no upper bound. Status 400
/// if no node understands the question, 503 if none could be asked.
Merged Merge(std::string_view beacon_id, Entry entry, const BeaconRequest& request,
             const std::vector<NodeReply>& replies);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_MERGE_H_
