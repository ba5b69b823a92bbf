#include "serve/network/aggregator.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>

#include "serve/beacon/answer.h"
#include "serve/beacon/beacon_service.h"
#include "serve/beacon/documents.h"
#include "serve/beacon/test_people.h"
#include "serve/http/respond.h"
#include "serve/network/tables.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::chrono::milliseconds kWholeDeadline{4'000};
constexpr std::chrono::milliseconds kDirectoryDeadline{10'000};
constexpr std::chrono::minutes kBetweenDirectories{10};
constexpr std::chrono::seconds kUntilKnown{5};
constexpr size_t kMaxInFlight = 32;
constexpr size_t kTimesKept = 100;
constexpr double kEarliestHedge = 0.2;
constexpr uint64_t kTermsOnAPage = 1'000;

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

/// Where the node whose Beacon is at `beacon` takes texts.
std::string TextsUrl(std::string_view beacon) {
  constexpr std::string_view kBeaconPath = "/beacon/v2";
  if (beacon.ends_with(kBeaconPath)) beacon.remove_suffix(kBeaconPath.size());
  return Concat(beacon, "/v1");
}

/// The list `name` of the response of a document, or an empty one.
Json ListOf(const absl::StatusOr<HttpResponse>& response, const char* name) {
  if (!response.ok() || response->status != 200) return Json::array();
  absl::StatusOr<Json> json =
      ParseJson(response->body, {.max_depth = 64, .max_members = 1'000, .max_values = 2'000'000});
  const Json* inside = json.ok() ? Member(*json, "response") : nullptr;
  const Json* list = inside == nullptr ? nullptr : Member(*inside, name);
  return list != nullptr && list->is_array() ? *list : Json::array();
}

}  // namespace

struct Aggregator::Gathering {
  std::shared_ptr<const HttpRequest> request;
  bool text = false;  ///< asked of /v1/query of a node; else of its Beacon
  std::string path;   ///< below that, with the query string
  /// What a node sent, and all of that as one answer.
  std::function<NodeReply(const std::string& node, int status, std::string_view body)> understand;
  std::function<HttpResponse(const std::vector<NodeReply>& replies)> conclude;
  HttpReply reply;
  std::vector<size_t> members;
  absl::Mutex mutex;
  std::vector<NodeReply> replies ABSL_GUARDED_BY(mutex);
  size_t missing ABSL_GUARDED_BY(mutex) = 0;
};

struct Aggregator::Attempt {
  size_t place = 0;  ///< in the gathering
  size_t member = 0;
  std::string node, country;
  std::chrono::steady_clock::time_point begun;
  std::chrono::milliseconds deadline{0};
  absl::Mutex mutex;
  bool done ABSL_GUARDED_BY(mutex) = false;
  size_t under_way ABSL_GUARDED_BY(mutex) = 0;
  std::vector<std::shared_ptr<Fetching>> fetching ABSL_GUARDED_BY(mutex);
};

Aggregator::Aggregator(const Settings& settings, std::string base, Metrics* metrics)
    : settings_(settings), base_(std::move(base)), metrics_(metrics) {
  HttpClientOptions options;
  options.ca_file = settings.ca_file;
  client_ = std::make_unique<HttpClient>(options);
  {
    absl::MutexLock lock(&mutex_);
    for (const NodeSettings& node : settings.nodes) {
      Member member;
      member.settings = node;
      for (std::string& url : member.settings.urls) {
        while (url.ends_with('/')) url.pop_back();
      }
      if (!node.token_file.empty()) member.token = FirstLineOf(node.token_file);
      members_.push_back(std::move(member));
    }
  }
  directory_ = std::thread([this] { FetchDirectory(); });
}

Aggregator::~Aggregator() {
  {
    absl::MutexLock lock(&mutex_);
    ended_ = true;
  }
  directory_.join();
  client_.reset();
}

bool Aggregator::Ready() const {
  absl::MutexLock lock(&mutex_);
  return ready_;
}

void Aggregator::FetchDirectory() {
  while (true) {
    std::vector<NodeSettings> nodes;
    {
      absl::MutexLock lock(&mutex_);
      for (const Member& member : members_) nodes.push_back(member.settings);
    }
    bool all = true;
    // All at once: a dead node does not keep the others waiting.
    struct Found {
      absl::StatusOr<HttpResponse> info, datasets, cohorts, terms, me;
    };
    std::vector<Found> found(nodes.size());
    absl::Mutex mutex;
    size_t missing = nodes.size() * 5;
    for (size_t i = 0; i < nodes.size(); ++i) {
      const auto fetch = [&](std::string url, absl::StatusOr<HttpResponse>* into) {
        FetchRequest request;
        request.url = std::move(url);
        request.deadline = kDirectoryDeadline;
        client_->Fetch(std::move(request), [&mutex, &missing, into](absl::StatusOr<HttpResponse> response) {
          absl::MutexLock lock(&mutex);
          *into = std::move(response);
          --missing;
        });
      };
      fetch(nodes[i].urls[0] + "/info", &found[i].info);
      fetch(nodes[i].urls[0] + "/datasets?limit=0", &found[i].datasets);
      fetch(nodes[i].urls[0] + "/cohorts?limit=0", &found[i].cohorts);
      fetch(nodes[i].urls[0] + "/filtering_terms?limit=0", &found[i].terms);
      fetch(TextsUrl(nodes[i].urls[0]) + "/me", &found[i].me);
    }
    {
      absl::MutexLock lock(&mutex);
      const auto none_missing = [&missing] { return missing == 0; };
      mutex.Await(absl::Condition(&none_missing));
    }
    {
      absl::MutexLock lock(&mutex_);
      for (size_t i = 0; i < nodes.size(); ++i) {
        Member& member = members_[i];
        absl::StatusOr<Json> info = found[i].info.ok() ? ParseJson(found[i].info->body) : absl::UnavailableError("");
        const Json* response = info.ok() ? serve::Member(*info, "response") : nullptr;
        if (response == nullptr || TextMember(*response, "id") != member.settings.id) {
          all = false;
          continue;
        }
        member.known = true;
        absl::StatusOr<Json> me =
            found[i].me.ok() && found[i].me->status == 200 ? ParseJson(found[i].me->body) : absl::UnavailableError("");
        const Json* tables = me.ok() ? serve::Member(*me, "tables") : nullptr;
        member.numbers = tables != nullptr && *tables == true ? TextMember(*me, "numbers") : "";
        member.datasets.clear();
        member.cohorts.clear();
        member.terms.clear();
        for (const Json& one : ListOf(found[i].datasets, "collections")) {
          if (!TextMember(one, "id").empty()) member.datasets.push_back(one);
        }
        for (const Json& one : ListOf(found[i].cohorts, "collections")) {
          if (!TextMember(one, "id").empty()) member.cohorts.push_back(one);
        }
        for (const Json& one : ListOf(found[i].terms, "filteringTerms")) {
          FilteringTerm term{TextMember(one, "id"), TextMember(one, "type"), TextMember(one, "label"), {}};
          if (const Json* scopes = serve::Member(one, "scopes"); scopes != nullptr && scopes->is_array()) {
            for (const Json& scope : *scopes) {
              if (scope.is_string()) term.scopes.push_back(scope.get<std::string>());
            }
          }
          if (!term.id.empty() && !term.type.empty()) member.terms.push_back(std::move(term));
        }
      }
      ready_ = true;
      const auto ended = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return ended_; };
      mutex_.AwaitWithTimeout(absl::Condition(&ended),
                              all ? absl::Minutes(kBetweenDirectories.count()) : absl::Seconds(kUntilKnown.count()));
      if (ended_) return;
    }
  }
}

void Aggregator::Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller, HttpReply reply) {
  const std::vector<std::string> path(target.path.begin() + 2, target.path.end());
  const auto refuse = [&](int status, std::string_view message) {
    reply(JsonResponse(status, ErrorAnswer(settings_.beacon.id, status, message)));
  };
  const std::string first = path.empty() ? "info" : path[0];
  if (path.size() <= 1) {
    if (first == "info") return reply(PublicJsonResponse(InfoDocument(settings_, base_)));
    if (first == "service-info") return reply(PublicJsonResponse(ServiceInfoDocument(settings_, base_)));
    if (first == "configuration") return reply(PublicJsonResponse(ConfigurationDocument(settings_)));
    if (first == "entry_types") return reply(PublicJsonResponse(EntryTypesDocument(settings_)));
    if (first == "map") {
      bool cohorts = false;
      {
        absl::MutexLock lock(&mutex_);
        cohorts = std::any_of(members_.begin(), members_.end(), [](const auto& one) { return !one.cohorts.empty(); });
      }
      return reply(PublicJsonResponse(MapDocument(settings_, base_, cohorts)));
    }
  }
  const EntryType* type = FindEntryType(first);
  if (type != nullptr && type->path != first) type = nullptr;
  const bool terms = path.back() == "filtering_terms" && path.size() <= 2;
  if (path.size() > 3 || (type == nullptr && !(terms && path.size() == 1))) {
    return refuse(404, "there is no such endpoint");
  }
  if (request->method == "POST" && !IsJsonBody(*request)) return refuse(415, "the body has to be application/json");
  absl::StatusOr<BeaconRequest> read = ReadBeaconRequest(*request, target, settings_);
  if (!read.ok()) return refuse(400, std::string(read.status().message()));
  if (terms) return reply(Terms(*read, type == nullptr ? std::string_view() : type->id));
  Entry entry = type->entry;
  if (path.size() == 3) {
    const EntryType* last = FindEntryType(path[2]);
    if (last == nullptr || last->path != path[2] || IsCollection(last->entry) ||
        (!IsCollection(entry) && last->entry <= entry)) {
      return refuse(404, "there is no such endpoint");
    }
    entry = last->entry;
  }
  if (read->test_mode) {
    absl::StatusOr<Json> answer =
        TestAnswer(settings_.beacon.id, entry, *read, type->entry, path.size() > 1 ? path[1] : "");
    return answer.ok() ? reply(JsonResponse(200, *answer)) : refuse(400, std::string(answer.status().message()));
  }
  if (IsCollection(entry)) {
    if (!read->filters.empty()) return refuse(400, "datasets and cohorts are not filtered here");
    return reply(Collections(entry, path.size() == 2 ? path[1] : "", *read));
  }
  if (path.size() > 1 && !IsCollection(type->entry)) return refuse(403, "records of single entries are not given");
  Entries(request, target, std::move(reply), *read);
}

void Aggregator::Entries(const std::shared_ptr<const HttpRequest>& request, const Target& target, HttpReply reply,
                         const BeaconRequest& read) {
  auto gathering = std::make_shared<Gathering>();
  gathering->request = request;
  gathering->reply = std::move(reply);
  const std::vector<std::string>& path = target.path;
  gathering->understand = ReadNodeReply;
  gathering->conclude = [id = settings_.beacon.id, entry = FindEntryType(path.back())->entry,
                         read](const std::vector<NodeReply>& replies) {
    const Merged merged = Merge(id, entry, read, replies);
    HttpResponse response = JsonResponse(merged.status, merged.body);
    AddRetryAfter(response);
    return response;
  };
  gathering->path = "/" + path.back();
  const size_t question = request->target.find('?');
  const std::string query = question == std::string::npos ? "" : request->target.substr(question);
  {
    absl::MutexLock lock(&mutex_);
    for (size_t i = 0; i < members_.size(); ++i) {
      if (path.size() == 3) {
        gathering->members.push_back(i);
        continue;
      }
      // Within a collection: of those who have it. BEACON:ID names one where several have the id.
      const std::vector<Json>& own = path[2] == "datasets" ? members_[i].datasets : members_[i].cohorts;
      std::string id = path[3];
      if (id.starts_with(members_[i].settings.id + ":")) id.erase(0, members_[i].settings.id.size() + 1);
      const bool has = std::any_of(own.begin(), own.end(), [&](const Json& one) { return one["id"] == id; });
      if (!has) continue;
      gathering->members.push_back(i);
      gathering->path = Concat("/", path[2], "/", PercentEncode(id), "/", path.back());
    }
  }
  gathering->path += query;
  if (gathering->members.empty()) {
    return gathering->reply(JsonResponse(404, ErrorAnswer(settings_.beacon.id, 404, "there is no such entry")));
  }
  AskNodes(gathering);
}

void Aggregator::AskNodes(const std::shared_ptr<Gathering>& gathering) {
  {
    absl::MutexLock lock(&gathering->mutex);
    gathering->replies.resize(gathering->members.size());
    gathering->missing = gathering->members.size();
  }
  for (size_t place = 0; place < gathering->members.size(); ++place) AskNode(gathering, place);
}

void Aggregator::Take(const std::shared_ptr<Gathering>& gathering, size_t place, NodeReply reply) {
  absl::MutexLock lock(&gathering->mutex);
  gathering->replies[place] = std::move(reply);
  if (--gathering->missing == 0) gathering->reply(gathering->conclude(gathering->replies));
}

void Aggregator::AskNode(const std::shared_ptr<Gathering>& gathering, size_t place) {
  auto attempt = std::make_shared<Attempt>();
  attempt->place = place;
  attempt->member = gathering->members[place];
  attempt->begun = std::chrono::steady_clock::now();
  bool asked = false;
  bool mirrored = false;
  double hedge_after = 0;
  {
    absl::MutexLock lock(&mutex_);
    Member& member = members_[attempt->member];
    attempt->node = member.settings.id;
    attempt->country = member.settings.country;
    attempt->deadline = std::min(kWholeDeadline, std::chrono::milliseconds(member.settings.timeout_ms));
    asked = member.in_flight < kMaxInFlight && member.breaker.Allow(attempt->begun);
    if (asked) {
      ++member.in_flight;
      ++requests_;
      mirrored = member.settings.urls.size() > 1;
      hedge_after = HedgeAfter(member.seconds);
    }
  }
  if (!asked) {
    NodeReply reply;
    reply.node = attempt->node;
    reply.error_code = 503;
    reply.error = "the node is switched off for a while, as it failed too often";
    metrics_->NodeAnswer(attempt->node, "open", 0);
    return Take(gathering, place, std::move(reply));
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

void Aggregator::Send(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt,
                      size_t url) {
  FetchRequest fetch;
  {
    absl::MutexLock lock(&mutex_);
    const Member& member = members_[attempt->member];
    const std::string& beacon = member.settings.urls[url];
    fetch.url = (gathering->text ? TextsUrl(beacon) : beacon) + gathering->path;
    const std::string_view passport = gathering->request->Header("authorization");
    if (member.settings.forward_passport && !passport.empty()) {
      fetch.headers.emplace_back("Authorization", passport);
    } else if (!member.token.empty()) {
      fetch.headers.emplace_back("Authorization", "Bearer " + member.token);
    }
  }
  fetch.method = gathering->request->method == "POST" ? "POST" : "GET";
  fetch.headers.emplace_back("Accept", "application/json");
  if (fetch.method == "POST") {
    fetch.headers.emplace_back("Content-Type", "application/json");
    fetch.body = gathering->request->body;
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

void Aggregator::Received(const std::shared_ptr<Gathering>& gathering, const std::shared_ptr<Attempt>& attempt,
                          absl::StatusOr<HttpResponse> response) {
  NodeReply reply =
      response.ok() ? gathering->understand(attempt->node, response->status, response->body) : NodeReply();
  reply.node = attempt->node;
  reply.country = attempt->country;
  if (!response.ok()) {
    const bool late = response.status().code() == absl::StatusCode::kDeadlineExceeded;
    reply.error_code = late ? 504 : 502;
    reply.error = late ? "the node did not answer in time" : "the node cannot be reached";
  }
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
    Member& member = members_[attempt->member];
    --member.in_flight;
    // A node that refuses a caller, or is asked too often, is well.
    if (failed && (reply.error_code >= 500)) {
      member.breaker.Failed(now);
    } else {
      member.breaker.Succeeded();
      member.seconds.push_back(seconds);
      if (member.seconds.size() > kTimesKept) member.seconds.pop_front();
    }
  }
  Take(gathering, attempt->place, std::move(reply));
}

HttpResponse Aggregator::Collections(Entry entry, const std::string& id, const BeaconRequest& read) const {
  Json items = Json::array();
  size_t total = 0;
  std::map<std::string, size_t> ids;
  absl::MutexLock lock(&mutex_);
  const auto of = [entry](const Member& member) -> const std::vector<Json>& {
    return entry == Entry::kDataset ? member.datasets : member.cohorts;
  };
  for (const Member& member : members_) {
    for (const Json& one : of(member)) ++ids[one["id"].get<std::string>()];
  }
  const uint64_t limit = read.limit.value_or(0);
  for (const Member& member : members_) {
    for (Json one : of(member)) {
      const std::string own = one["id"].get<std::string>();
      if (ids[own] > 1) one["id"] = Concat(member.settings.id, ":", own);
      if (!id.empty() && one["id"] != id) continue;
      const size_t number = total++;
      one["beaconId"] = member.settings.id;
      if (limit == 0 ? read.skip == 0 : number / limit == read.skip) items.push_back(std::move(one));
    }
  }
  if (!id.empty() && total == 0)
    return JsonResponse(404, ErrorAnswer(settings_.beacon.id, 404, "there is no such entry"));
  return JsonResponse(200, CollectionsAnswer(settings_.beacon.id, entry, read, std::move(items), total));
}

HttpResponse Aggregator::Terms(const BeaconRequest& read, std::string_view scope) const {
  std::map<std::pair<std::string, std::string>, FilteringTerm> merged;
  {
    absl::MutexLock lock(&mutex_);
    for (const Member& member : members_) {
      for (const FilteringTerm& term : member.terms) {
        const auto [place, fresh] = merged.try_emplace({term.id, term.type}, term);
        if (fresh) continue;
        for (const std::string& one : term.scopes) {
          std::vector<std::string>& scopes = place->second.scopes;
          if (std::find(scopes.begin(), scopes.end(), one) == scopes.end()) scopes.push_back(one);
        }
      }
    }
  }
  std::vector<FilteringTerm> terms;
  for (auto& [key, term] : merged) terms.push_back(std::move(term));
  return PublicJsonResponse(
      {{"meta", InformationMeta(settings_.beacon.id, "responses/beaconFilteringTermsResponse.json")},
       {"response",
        {{"filteringTerms", TermsPage(terms, read.skip, read.limit.value_or(kTermsOnAPage), scope)},
         {"resources", Json::array()}}}});
}

void Aggregator::Native(std::shared_ptr<const HttpRequest> request, Target target, Caller caller, HttpReply reply) {
  const std::string path = target.path.size() == 2 ? target.path[1] : std::string();
  if (path == "me") return reply(Me(caller));
  if (path != "query") return reply(ProblemResponse(404, "a network has /v1/query and /v1/me; its nodes have more"));
  if (request->method != "POST") {
    HttpResponse response = ProblemResponse(405, "this is asked by POST");
    response.headers.emplace_back("Allow", "POST");
    return reply(std::move(response));
  }
  if (!IsJsonBody(*request)) return reply(ProblemResponse(415, "the body has to be application/json"));
  const absl::StatusOr<Json> body = ParseJson(request->body);
  if (!body.ok() || !body->is_object() || Trim(TextMember(*body, "text")).empty()) {
    return reply(ProblemResponse(400, "the body is a JSON object with the question as text"));
  }
  if (body->contains("catalogue_version")) {
    return reply(ProblemResponse(400, "nodes have versions of their own; leave catalogue_version out"));
  }
  auto gathering = std::make_shared<Gathering>();
  gathering->request = std::move(request);
  gathering->reply = std::move(reply);
  gathering->text = true;
  gathering->path = "/query";
  gathering->understand = ReadTablesReply;
  gathering->conclude = MergeTables;
  {
    absl::MutexLock lock(&mutex_);
    for (size_t i = 0; i < members_.size(); ++i) gathering->members.push_back(i);
  }
  AskNodes(gathering);
}

HttpResponse Aggregator::Me(const Caller& caller) const {
  Json nodes = Json::array();
  bool texts = true;
  bool exact = true;
  {
    absl::MutexLock lock(&mutex_);
    for (const Member& member : members_) {
      nodes.push_back({{"id", member.settings.id},
                       {"country", member.settings.country},
                       {"reachable", member.known && !member.breaker.open()}});
      if (!member.known) continue;
      texts = texts && !member.numbers.empty();
      exact = exact && member.numbers == "exact";
    }
  }
  return JsonResponse(200, {{"tier", NameOf(caller.tier)},
                            {"beacon", {{"id", settings_.beacon.id}, {"name", settings_.beacon.name}}},
                            {"network", true},
                            {"texts", texts},
                            {"numbers", exact ? "exact" : "released"},
                            {"nodes", nodes}});
}

}  // namespace muster::serve
