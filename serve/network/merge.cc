#include "serve/network/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "serve/beacon/answer.h"
#include "serve/http/respond.h"
#include "serve/network/count_member.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::string_view kMeaning =
    "records, not people: nobody is matched across nodes; the number of different people is at most the upper bound";

constexpr size_t kMaxId = 1'000;

/// A number of one node, or the sum of several.
struct Bounds {
  int64_t value = 0;
  int64_t low = 0;
  std::optional<int64_t> high = 0;
  bool exact = true;
  bool counted = true;  ///< false: only whether there is anybody is known

  void Add(const Bounds& other) {
    value += other.value;
    low += other.low;
    high = high.has_value() && other.high.has_value() ? std::optional(*high + *other.high) : std::nullopt;
    exact = exact && other.exact;
  }
};

/// The number of an answer. nullopt: it has not the form of one.
std::optional<Bounds> BoundsOf(const Json& answer) {
  const Json* summary = Member(answer, "responseSummary");
  if (summary == nullptr) return std::nullopt;
  const Json* exists = Member(*summary, "exists");
  if (exists == nullptr || !exists->is_boolean()) return std::nullopt;
  Bounds bounds;
  const std::optional<int64_t> count = CountMember(*summary, "numTotalResults");
  if (!count.has_value()) {
    if (summary->contains("numTotalResults")) return std::nullopt;
    bounds.value = bounds.low = exists->get<bool>() ? 1 : 0;
    // "No" may hide a few where answers are not exact, and is not known to be exact.
    bounds.high = std::nullopt;
    bounds.exact = bounds.counted = false;
    return bounds;
  }
  bounds.value = *count;
  const Json* info = Member(answer, "info");
  const Json* told = info == nullptr ? nullptr : Member(*info, "resultCountDescription");
  const Json* precision = Member(*summary, "countPrecision");
  // Beacons of before v2.2 say that a number is not exact by its range alone.
  if (precision == nullptr ? told == nullptr || told->is_null() : *precision == "exact") {
    if (exists->get<bool>() != (*count > 0)) return std::nullopt;
    bounds.low = *count;
    bounds.high = *count;
    return bounds;
  }
  bounds.exact = false;
  bounds.low = exists->get<bool>() ? 1 : 0;
  bounds.high = std::nullopt;
  if (told != nullptr) {
    const std::optional<int64_t> low = CountMember(*told, "minRange");
    bounds.high = CountMember(*told, "maxRange");
    if (low.has_value()) bounds.low = *low;
    if (bounds.value < bounds.low || bounds.value > bounds.high.value_or(bounds.value)) return std::nullopt;
  }
  return bounds;
}

bool ShowsSet(Include include, bool exists) {
  return include == Include::kAll || (include == Include::kHit && exists) || (include == Include::kMiss && !exists);
}

/// Whether a set has more than all sets together, where both are exact.
bool HasMoreThanAll(const Json& answer, const Bounds& all) {
  const Json* response = Member(answer, "response");
  const Json* sets = response == nullptr ? nullptr : Member(*response, "resultSets");
  if (!all.exact || sets == nullptr || !sets->is_array()) return false;
  return std::ranges::any_of(*sets, [&](const Json& set) {
    const std::string precision = TextMember(set, "countPrecision");
    return (precision.empty() || precision == "exact") && CountMember(set, "resultsCount").value_or(0) > all.value;
  });
}

bool IsPairOfCounts(const Json& bounds) {
  return bounds.is_array() && bounds.size() == 2 &&
         std::ranges::all_of(bounds, [](const Json& one) { return one.is_number_integer() && one >= 0; });
}

/// The sets of a node, those that have the form of one, each id once.
std::vector<Json> SetsOf(const NodeReply& reply) {
  std::vector<Json> sets;
  const Json* response = Member(reply.answer, "response");
  const Json* list = response == nullptr ? nullptr : Member(*response, "resultSets");
  if (list == nullptr || !list->is_array()) return sets;
  std::set<std::string> seen;
  for (const Json& set : *list) {
    const Json* exists = Member(set, "exists");
    const std::string id = TextMember(set, "id");
    if (id.empty() || id.size() > kMaxId || exists == nullptr || !exists->is_boolean() ||
        !CountMember(set, "resultsCount").has_value() || !seen.insert(id).second) {
      continue;
    }
    // Only what is known of sets is passed on; records never are.
    Json out = {{"id", set["id"]},          {"setType", "dataset"},
                {"exists", set["exists"]},  {"resultsCount", set["resultsCount"]},
                {"results", Json::array()}, {"beaconId", reply.node}};
    const std::string precision = TextMember(set, "countPrecision");
    if (precision == "exact" || precision == "rounded" || precision == "imprecise") out["countPrecision"] = precision;
    if (const Json* bounds = Member(set, "countAdjustedTo"); bounds != nullptr && IsPairOfCounts(*bounds)) {
      out["countAdjustedTo"] = *bounds;
    }
    if (!reply.country.empty()) out["info"] = {{"country", reply.country}};
    sets.push_back(std::move(out));
  }
  return sets;
}

Json FailedSet(const NodeReply& reply) {
  return {{"id", reply.node},
          {"setType", "beacon"},
          {"exists", false},
          {"resultsCount", 0},
          {"results", Json::array()},
          {"beaconId", reply.node},
          {"info", {{"error", {{"errorCode", reply.error_code}, {"errorMessage", reply.error}}}}}};
}

// What all answers come to.
struct Tally {
  Bounds sum;
  size_t answered = 0;
  bool any_count = false;
  bool any_understood = false;
};

Tally TallyOf(const std::vector<NodeReply>& replies) {
  Tally tally;
  for (const NodeReply& reply : replies) {
    tally.any_understood = tally.any_understood || reply.outcome != NodeReply::Outcome::kNotUnderstood;
    if (reply.outcome != NodeReply::Outcome::kAnswered) continue;
    ++tally.answered;
    const Bounds bounds = *BoundsOf(reply.answer);
    tally.any_count = tally.any_count || bounds.counted;
    tally.sum.Add(bounds);
  }
  return tally;
}

// The datasets of all answers, and those of nodes that failed, as far as they are to be shown. Where several nodes use
// one id for theirs, it gets the node's before it, and `notes` says so.
Json ResultSets(const BeaconRequest& request, const std::vector<NodeReply>& replies, Json* notes) {
  std::map<std::string, size_t> ids;
  std::vector<Json> sets;
  for (const NodeReply& reply : replies) {
    if (reply.outcome != NodeReply::Outcome::kAnswered) continue;
    for (Json& set : SetsOf(reply)) {
      ++ids[set["id"].get<std::string>()];
      sets.push_back(std::move(set));
    }
  }
  Json list = Json::array();
  for (Json& set : sets) {
    const std::string id = set["id"].get<std::string>();
    if (ids[id] > 1) {
      set["id"] = Concat(set["beaconId"].get<std::string>(), ":", id);
      const std::string note = Concat("several nodes have a dataset of the id ", Shorten(id, 100));
      if (std::find(notes->begin(), notes->end(), Json(note)) == notes->end()) notes->push_back(note);
    }
    if (ShowsSet(request.include, set["exists"].get<bool>())) list.push_back(std::move(set));
  }
  if (request.include == Include::kHit || request.include == Include::kAll) {
    for (const NodeReply& reply : replies) {
      if (reply.outcome == NodeReply::Outcome::kFailed) list.push_back(FailedSet(reply));
    }
  }
  return list;
}

}  // namespace

Json NodesInfo(const std::vector<NodeReply>& replies) {
  Json failed = Json::array();
  Json not_understood = Json::array();
  size_t answered = 0;
  for (const NodeReply& reply : replies) {
    if (reply.outcome == NodeReply::Outcome::kAnswered) {
      ++answered;
    } else if (reply.outcome == NodeReply::Outcome::kNotUnderstood) {
      not_understood.push_back({{"beaconId", reply.node}, {"errorMessage", reply.error}});
    } else {
      failed.push_back({{"beaconId", reply.node}, {"errorCode", reply.error_code}, {"errorMessage", reply.error}});
    }
  }
  return {{"asked", replies.size()},
          {"answered", answered},
          {"failed", failed},
          {"notUnderstood", not_understood},
          {"meaning", kMeaning}};
}

NodeReply Answered(const std::string& node, Json answer) {
  NodeReply reply;
  reply.node = node;
  reply.outcome = NodeReply::Outcome::kAnswered;
  reply.answer = std::move(answer);
  return reply;
}

NodeReply NotUnderstood(const std::string& node, int status, std::string error) {
  NodeReply reply;
  reply.node = node;
  reply.outcome = NodeReply::Outcome::kNotUnderstood;
  reply.error_code = status;
  reply.error = std::move(error);
  return reply;
}

NodeReply NoAnswer(const std::string& node, int status, std::string_view error) {
  NodeReply reply;
  reply.node = node;
  reply.error_code = status == 0 ? 502 : status;
  reply.error = error;
  return reply;
}

NodeReply BadAnswer(const std::string& node, std::string_view error) { return NoAnswer(node, 502, error); }

NodeReply ReadNodeReply(const std::string& node, int status, std::string_view body) {
  absl::StatusOr<Json> json = ParseJson(body);
  if (status == 400) {
    const Json* error = json.ok() ? Member(*json, "error") : nullptr;
    return NotUnderstood(node, status, error == nullptr ? "" : Shorten(TextMember(*error, "errorMessage"), 300));
  }
  if (status != 200) return NoAnswer(node, status, "the node did not answer the question");
  const Json* meta = json.ok() ? Member(*json, "meta") : nullptr;
  if (meta == nullptr) return BadAnswer(node);
  if (TextMember(*meta, "beaconId") != node) return BadAnswer(node, "another Beacon answers in its place");
  if (const Json* invented = Member(*meta, "testMode"); invented != nullptr && *invented == true) {
    return BadAnswer(node, "the node answers of invented people");
  }
  const std::optional<Bounds> bounds = BoundsOf(*json);
  const Json* error = Member(*json, "error");
  if (!bounds.has_value() || HasMoreThanAll(*json, *bounds) || (error != nullptr && !error->is_null())) {
    return BadAnswer(node);
  }
  return Answered(node, *std::move(json));
}

Merged Merge(std::string_view beacon_id, Entry entry, const BeaconRequest& request,
             const std::vector<NodeReply>& replies) {
  const Tally tally = TallyOf(replies);
  if (!tally.any_understood && !replies.empty()) {
    return {400, ErrorAnswer(beacon_id, 400,
                             replies[0].error.empty() ? "no node understands the question" : replies[0].error)};
  }
  if (tally.answered == 0) return {503, ErrorAnswer(beacon_id, 503, "no node of the network answers now")};
  const bool whole = tally.answered == replies.size();
  const bool exact = tally.sum.exact && whole;
  const Granularity asked = request.granularity.value_or(Granularity::kBoolean);
  const bool counts = tally.any_count && asked != Granularity::kBoolean;
  Json answer = {{"meta", AnswerMeta(beacon_id, entry, request, counts ? Granularity::kCount : Granularity::kBoolean)},
                 {"responseSummary", {{"exists", tally.sum.low > 0}}}};
  Json network = NodesInfo(replies);
  network["lower"] = tally.sum.low;
  network["upper"] = whole && tally.sum.high.has_value() ? Json(*tally.sum.high) : Json(nullptr);
  Json info = {{"network", std::move(network)}};
  Json notes = Json::array();
  if (!whole) {
    notes.push_back("at least: not all nodes have answered");
  } else if (counts && !tally.sum.high.has_value()) {
    notes.push_back("at least: not all nodes say how many there are at most");
  }
  if (counts) {
    Json& summary = answer["responseSummary"];
    summary["numTotalResults"] = tally.sum.value;
    if (!exact) {
      summary["countPrecision"] = "imprecise";
      const Json high = whole && tally.sum.high.has_value() ? Json(*tally.sum.high) : Json(nullptr);
      if (!high.is_null()) summary["countAdjustedTo"] = {tally.sum.low, *tally.sum.high};
      info["resultCountDescription"] = {{"minRange", tally.sum.low}, {"maxRange", high}};
    }
    answer["response"] = {{"resultSets", ResultSets(request, replies, &notes)}};
  }
  if (!notes.empty()) info["notes"] = std::move(notes);
  answer["info"] = std::move(info);
  return {200, std::move(answer)};
}

}  // namespace muster::serve
