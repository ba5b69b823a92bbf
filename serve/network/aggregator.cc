#include "serve/network/aggregator.h"

#include <optional>
#include <utility>
#include <vector>

#include "serve/beacon/answer.h"
#include "serve/beacon/beacon_service.h"
#include "serve/beacon/documents.h"
#include "serve/beacon/test_people.h"
#include "serve/http/respond.h"
#include "serve/network/tables.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// Whether the path, which begins with `type`, is of entries, or of the terms that they are asked for with.
bool LeadsSomewhere(const std::vector<std::string>& path, const EntryType* type) {
  const bool terms = path.back() == "filtering_terms";
  if (terms && path.size() == 1) return true;
  if (type == nullptr || path.size() > 3) return false;
  return !terms || (path.size() == 3) == IsCollection(type->entry);
}

}  // namespace

Aggregator::Aggregator(const Settings& settings, std::string base, Metrics* metrics)
    : settings_(settings), base_(std::move(base)) {
  const std::vector<NodeSettings> nodes = WithPlainUrls(settings.nodes);
  HttpClientOptions options;
  options.ca_file = settings.ca_file;
  client_ = std::make_unique<HttpClient>(options);
  asker_ = std::make_unique<NodeAsker>(nodes, client_.get(), metrics);
  directory_ = std::make_unique<Directory>(nodes, client_.get());
}

void Aggregator::Beacon(std::shared_ptr<const HttpRequest> request, Target target, Caller, HttpReply reply) {
  const std::vector<std::string> path(target.path.begin() + 2, target.path.end());
  const auto refuse = [&](int status, std::string_view message) {
    reply(JsonResponse(status, ErrorAnswer(settings_.beacon.id, status, message)));
  };
  const std::string first = path.empty() ? "info" : path[0];
  if (path.size() <= 1) {
    const bool cohorts = first == "map" && !directory_->Collections(Entry::kCohort).empty();
    if (std::optional<Json> document = DocumentNamed(first, settings_, base_, cohorts, target.query)) {
      return reply(PublicJsonResponse(*document));
    }
  }
  const EntryType* type = FindEntryType(first);
  if (type != nullptr && type->path != first) type = nullptr;
  const bool terms = path.back() == "filtering_terms";
  if (!LeadsSomewhere(path, type)) return refuse(404, "there is no such endpoint");
  if (terms && path.size() == 3 && directory_->CollectionsOf(type->entry, path[1]).empty()) {
    return refuse(404, "there is no such entry");
  }
  if (request->method == "POST" && !MayBeJsonBody(*request)) return refuse(415, "the body has to be application/json");
  absl::StatusOr<BeaconRequest> read = ReadBeaconRequest(*request, target, settings_);
  if (!read.ok()) return refuse(400, std::string(read.status().message()));
  if (!read->datasets.empty()) {
    return refuse(400, "a network is asked about one dataset at a time, by its path: /datasets/ID/individuals");
  }
  if (terms && !read->filters.empty()) return refuse(400, "filtering terms are those there are, and not filtered");
  if (terms) return reply(Terms(*read, path.size() == 2 ? type->id : std::string_view()));
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
  const std::vector<std::string>& path = target.path;
  NetworkQuestion question;
  question.request = request;
  question.reply = std::move(reply);
  question.understand = ReadNodeReply;
  question.conclude = [id = settings_.beacon.id, entry = FindEntryType(path.back())->entry,
                       read](const std::vector<NodeReply>& replies) {
    const Merged merged = Merge(id, entry, read, replies);
    HttpResponse response = JsonResponse(merged.status, merged.body);
    AddRetryAfter(response);
    return response;
  };
  question.path = "/" + path.back();
  if (path.size() == 3) {
    for (size_t i = 0; i < settings_.nodes.size(); ++i) question.nodes.push_back(i);
  } else {
    // Within a collection: asks the nodes that have it. BEACON:ID names one if several have the id.
    for (const ListedCollection& one : directory_->CollectionsOf(FindEntryType(path[2])->entry, path[3])) {
      question.nodes.push_back(one.node);
      question.path = Concat("/", path[2], "/", PercentEncode(one.own_id), "/", path.back());
    }
  }
  if (question.nodes.empty()) {
    return question.reply(JsonResponse(404, ErrorAnswer(settings_.beacon.id, 404, "there is no such entry")));
  }
  if (const size_t query = request->target.find('?'); query != std::string::npos) {
    question.path += request->target.substr(query);
  }
  asker_->Ask(std::move(question));
}

HttpResponse Aggregator::Collections(Entry entry, const std::string& id, const BeaconRequest& read) const {
  Json items = Json::array();
  size_t total = 0;
  const uint64_t limit = read.limit.value_or(0);
  for (ListedCollection& one : directory_->Collections(entry)) {
    if (!id.empty() && TextMember(one.document, "id") != id) continue;
    const size_t number = total++;
    if (limit == 0 ? read.skip == 0 : number / limit == read.skip) items.push_back(std::move(one.document));
  }
  if (!id.empty() && total == 0)
    return JsonResponse(404, ErrorAnswer(settings_.beacon.id, 404, "there is no such entry"));
  return JsonResponse(200, CollectionsAnswer(settings_.beacon.id, entry, read, std::move(items), total));
}

HttpResponse Aggregator::Terms(const BeaconRequest& read, std::string_view scope) const {
  return PublicJsonResponse(
      TermsAnswer(settings_.beacon.id, read.test_mode ? TestTerms() : directory_->Terms(), {}, read, scope));
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
  NetworkQuestion question;
  question.request = std::move(request);
  question.reply = std::move(reply);
  question.text = true;
  question.path = "/query";
  question.understand = ReadTablesReply;
  question.conclude = MergeTables;
  for (size_t i = 0; i < settings_.nodes.size(); ++i) question.nodes.push_back(i);
  asker_->Ask(std::move(question));
}

HttpResponse Aggregator::Me(const Caller& caller) const {
  Json nodes = Json::array();
  bool texts = true;
  bool exact = true;
  for (size_t i = 0; i < settings_.nodes.size(); ++i) {
    const Directory::Known known = directory_->KnownOf(i);
    nodes.push_back({{"id", settings_.nodes[i].id},
                     {"country", settings_.nodes[i].country},
                     {"reachable", known.known && !asker_->IsSwitchedOff(i)}});
    if (!known.known) continue;
    texts = texts && !known.numbers.empty();
    exact = exact && known.numbers == "exact";
  }
  return JsonResponse(200, {{"tier", NameOf(caller.tier)},
                            {"beacon", {{"id", settings_.beacon.id}, {"name", settings_.beacon.name}}},
                            {"network", true},
                            {"texts", texts},
                            {"numbers", exact ? "exact" : "released"},
                            {"nodes", nodes}});
}

}  // namespace muster::serve
