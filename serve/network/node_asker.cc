#include "serve/network/node_asker.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <utility>

#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::chrono::milliseconds kWholeDeadline{4'000};
constexpr size_t kMaxInFlight = 32;
constexpr size_t kTimesKept = 100;
constexpr double kEarliestHedge = 0.2;

std::string FirstLineOf(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return std::string(Trim(line));
}

/// When a second request to a mirror is worth it: after 95 of 100 answers of the node have come, in seconds.
double HedgeAfter(const std::deque<double>& seconds) {
  if (seconds.size() < 20) return 1.0;
  std::vector<double> sorted(seconds.begin(), seconds.end());
  std::sort(sorted.begin(), sorted.end());
  return std::max(kEarliestHedge, sorted[sorted.size() * 95 / 100]);
}

NodeReply NotReached(const std::string& node, const absl::Status& status) {
  return status.code() == absl::StatusCode::kDeadlineExceeded ? NoAnswer(node, 504, "the node did not answer in time")
                                                              : NoAnswer(node, 502, "the node cannot be reached");
}

}  // namespace

std::vector<NodeSettings> WithPlainUrls(std::vector<NodeSettings> nodes) {
  for (NodeSettings& node : nodes) {
    for (std::string& url : node.urls) {
      while (url.ends_with('/')) url.pop_back();
    }
  }
  return nodes;
}

std::string TextsUrl(std::string_view beacon) {
  constexpr std::string_view kBeaconPath = "/beacon/v2";
  if (beacon.ends_with(kBeaconPath)) beacon.remove_suffix(kBeaconPath.size());
  return Concat(beacon, "/v1");
}

struct NodeAsker::Gathering {
  NetworkQuestion question;
  absl::Mutex mutex;
  std::vector<NodeReply> replies ABSL_GUARDED_BY(mutex);
  size_t missing ABSL_GUARDED_BY(mutex) = 0;
};

struct NodeAsker::Attempt {
  size_t place = 0;   ///< in the gathering
  size_t number = 0;  ///< of the node
  std::string node, country;
  std::chrono::steady_clock::time_point begun;
  std::chrono::milliseconds deadline{0};
  absl::Mutex mutex;
  bool done ABSL_GUARDED_BY(mutex) = false;
  size_t under_way ABSL_GUARDED_BY(mutex) = 0;
  std::vector<std::shared_ptr<Fetching>> fetching ABSL_GUARDED_BY(mutex);
};

NodeAsker::NodeAsker(const std::vector<NodeSettings>& nodes, HttpClient* client, Metrics* metrics)
    : client_(client), metrics_(metrics) {
  absl::MutexLock lock(&mutex_);
  for (const NodeSettings& node : nodes) {
    State& state = nodes_.emplace_back();
    state.settings = node;
    if (!node.token_file.empty()) state.token = FirstLineOf(node.token_file);
    metrics->NodeSwitchedOff(node.id, false);
  }
}

bool NodeAsker::IsSwitchedOff(size_t node) const {
  absl::MutexLock lock(&mutex_);
  return nodes_[node].breaker.open();
}

void NodeAsker::Ask(NetworkQuestion question) {
  auto gathering = std::make_shared<Gathering>();
  gathering->question = std::move(question);
  const size_t asked = gathering->question.nodes.size();
  {
    absl::MutexLock lock(&gathering->mutex);
    gathering->replies.resize(asked);
    gathering->missing = asked;
  }
  for (size_t place = 0; place < asked; ++place) AskNode(gathering, place);
}

void NodeAsker::Take(const std::shared_ptr<Gathering>& gathering, size_t place, NodeReply reply) {
  absl::MutexLock lock(&gathering->mutex);
  gathering->replies[place] = std::move(reply);
  if (--gathering->missing == 0) gathering->question.reply(gathering->question.conclude(gathering->replies));
}

void NodeAsker::AskNode(const std::shared_ptr<Gathering>& gathering, size_t place) {
  auto attempt = std::make_shared<Attempt>();
  attempt->place = place;
  attempt->number = gathering->question.nodes[place];
  attempt->begun = std::chrono::steady_clock::now();
  bool busy = false;
  bool asked = false;
  bool mirrored = false;
  double hedge_after = 0;
  {
    absl::MutexLock lock(&mutex_);
    State& node = nodes_[attempt->number];
    attempt->node = node.settings.id;
    attempt->country = node.settings.country;
    attempt->deadline = std::min(kWholeDeadline, std::chrono::milliseconds(node.settings.timeout_ms));
    busy = node.in_flight >= kMaxInFlight;
    asked = !busy && node.breaker.Allow(attempt->begun);
    if (asked) {
      ++node.in_flight;
      ++requests_;
      mirrored = node.settings.urls.size() > 1;
      hedge_after = HedgeAfter(node.seconds);
    }
  }
  if (!asked) {
    metrics_->NodeAnswer(attempt->node, busy ? "busy" : "open", 0);
    return Take(gathering, place,
                NoAnswer(attempt->node, 503,
                         busy ? "too many questions wait for the node already"
                              : "the node is switched off for a while, as it failed too often"));
  }
  Send(gathering, attempt, 0);
  if (!mirrored) return;
  client_->After(std::chrono::milliseconds(static_cast<int64_t>(hedge_after * 1000)), [this, gathering, attempt] {
    {
      absl::MutexLock lock(&attempt->mutex);
      if (attempt->done) return;
    }
    {
      absl::MutexLock lock(&mutex_);
      if (hedged_ * 20 > requests_) return;
      ++hedged_;
    }
    Send(gathering, attempt, 1);
  });
}

void NodeAsker::Send(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt, size_t url) {
  FetchRequest fetch;
  fetch.once = true;  // the node may charge it, whether its answer arrives or not
  {
    absl::MutexLock lock(&mutex_);
    const State& node = nodes_[attempt->number];
    const std::string& beacon = node.settings.urls[url];
    fetch.url = (gathering->question.text ? TextsUrl(beacon) : beacon) + gathering->question.path;
    const std::string_view passport = gathering->question.request->Header("authorization");
    // If callers authenticate, one without a token gets no more than anonymous callers.
    if (node.settings.forward_passport) {
      if (!passport.empty()) fetch.headers.emplace_back("Authorization", passport);
    } else if (!node.token.empty()) {
      fetch.headers.emplace_back("Authorization", "Bearer " + node.token);
    }
  }
  fetch.method = gathering->question.request->method == "POST" ? "POST" : "GET";
  fetch.headers.emplace_back("Accept", "application/json");
  if (fetch.method == "POST") {
    fetch.headers.emplace_back("Content-Type", "application/json");
    fetch.body = gathering->question.request->body;
  }
  const auto used =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - attempt->begun);
  fetch.deadline = std::max(std::chrono::milliseconds(1), attempt->deadline - used);
  {
    absl::MutexLock lock(&attempt->mutex);
    ++attempt->under_way;
  }
  std::shared_ptr<Fetching> fetching =
      client_->Fetch(std::move(fetch), [this, gathering, attempt](absl::StatusOr<HttpResponse> response) {
        Received(gathering, attempt, std::move(response));
      });
  absl::MutexLock lock(&attempt->mutex);
  attempt->fetching.push_back(std::move(fetching));
}

void NodeAsker::Received(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt,
                         absl::StatusOr<HttpResponse> response) {
  NodeReply reply = response.ok() ? gathering->question.understand(attempt->node, response->status, response->body)
                                  : NotReached(attempt->node, response.status());
  reply.country = attempt->country;
  std::vector<std::shared_ptr<Fetching>> others;
  {
    absl::MutexLock lock(&attempt->mutex);
    --attempt->under_way;
    if (attempt->done) return;
    // While the mirror may still answer, a failure is not the end.
    if (reply.outcome == NodeReply::Outcome::kFailed && attempt->under_way > 0) return;
    attempt->done = true;
    others.swap(attempt->fetching);
  }
  for (const std::shared_ptr<Fetching>& other : others) other->Cancel();
  const auto now = std::chrono::steady_clock::now();
  const double seconds = std::chrono::duration<double>(now - attempt->begun).count();
  const bool failed = reply.outcome == NodeReply::Outcome::kFailed;
  metrics_->NodeAnswer(attempt->node, failed ? (reply.error_code == 504 ? "late" : "failed") : "ok", seconds);
  {
    absl::MutexLock lock(&mutex_);
    State& node = nodes_[attempt->number];
    --node.in_flight;
    // A node that refuses a caller, or is asked too often, is well.
    if (failed && (reply.error_code >= 500)) {
      node.breaker.Failed(now);
    } else {
      node.breaker.Succeeded();
      node.seconds.push_back(seconds);
      if (node.seconds.size() > kTimesKept) node.seconds.pop_front();
    }
    metrics_->NodeSwitchedOff(attempt->node, node.breaker.open());
  }
  Take(gathering, attempt->place, std::move(reply));
}

}  // namespace muster::serve
