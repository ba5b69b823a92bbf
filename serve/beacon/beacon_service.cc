#include "serve/beacon/beacon_service.h"

#include <algorithm>
#include <optional>

#include "serve/beacon/answer.h"
#include "serve/beacon/counting.h"
#include "serve/beacon/documents.h"
#include "serve/beacon/test_people.h"
#include "serve/http/respond.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

bool IsIn(const std::vector<Collection>& collections, std::string_view id) {
  return std::ranges::any_of(collections, [&](const Collection& one) { return one.id == id; });
}

}  // namespace

absl::StatusOr<BeaconRequest> ReadBeaconRequest(const HttpRequest& request, const Target& target,
                                                const Settings& settings) {
  const BeaconRequestLimits limits{settings.limits.filters, settings.limits.values, settings.beacon.alternatives};
  if (request.method != "POST") return ReadBeaconQuery(target.query, limits);
  if (!target.query.empty()) {
    return absl::InvalidArgumentError("a question by POST is in its body; parameters of the address are not taken");
  }
  if (Trim(request.body).empty()) return ReadBeaconBody(Json(), limits);
  absl::StatusOr<Json> body = ParseJson(request.body);
  if (!body.ok())
    return absl::InvalidArgumentError(Concat("the body cannot be read: ", std::string(body.status().message())));
  if (!body->is_object()) return absl::InvalidArgumentError("the body is a JSON object");
  return ReadBeaconBody(*body, limits);
}

BeaconService::BeaconService(const Settings& settings, std::string base, const Node& node)
    : settings_(settings),
      base_(std::move(base)),
      node_(node),
      exact_(node, std::nullopt),
      public_(node, Caller()),
      registered_(node, Caller{Tier::kRegistered, "service", {}}),
      terms_(node, settings.beacon.age_means) {}

const CatalogueKnowledge& BeaconService::KnowledgeFor(Tier tier) const {
  if (node_.IsExact(tier)) return exact_;
  // A grant opens a dataset; what is listed for all registered callers is listed there.
  return tier == Tier::kPublic || node_.IsExact(Tier::kRegistered) ? public_ : registered_;
}

HttpResponse BeaconService::Refuse(int status, std::string_view message, int64_t wait) const {
  HttpResponse response = JsonResponse(status, ErrorAnswer(settings_.beacon.id, status, message));
  AddRetryAfter(response, wait);
  return response;
}

HttpResponse BeaconService::Refuse(const absl::Status& status) const {
  const HttpError error = ErrorOf(status);
  return Refuse(error.status, error.message, error.wait);
}

HttpResponse BeaconService::Answer(const HttpRequest& request, const Target& target, std::span<const std::string> path,
                                   const Caller& caller) const {
  if (path.size() <= 1) {
    const std::string_view name = path.empty() ? std::string_view("info") : std::string_view(path[0]);
    const bool cohorts = name == "map" && !node_.Cohorts(Caller()).empty();
    if (std::optional<Json> document = DocumentNamed(name, settings_, base_, cohorts, target.query)) {
      return PublicJsonResponse(*document);
    }
  }
  const bool terms = path.back() == "filtering_terms" && path.size() <= 3;
  const EntryType* first = FindEntryType(path[0]);
  if (first != nullptr && first->path != path[0]) first = nullptr;
  if (!terms && (first == nullptr || path.size() > 3)) return Refuse(404, "there is no such endpoint");
  if (request.method == "POST" && !MayBeJsonBody(request)) return Refuse(415, "the body has to be application/json");
  absl::StatusOr<BeaconRequest> read = ReadBeaconRequest(request, target, settings_);
  if (!read.ok()) return Refuse(read.status());
  if (terms) {
    if (!read->filters.empty()) return Refuse(400, "filtering terms are those there are, and not filtered");
    if (!read->datasets.empty()) return Refuse(400, "filtering terms of a dataset are at /datasets/ID/filtering_terms");
    if (path.size() == 1) return Terms(*read, "");
    if (first == nullptr || (path.size() == 3) != IsCollection(first->entry)) {
      return Refuse(404, "there is no such endpoint");
    }
    if (path.size() == 3 && !IsIn(CollectionsFor(caller, first->entry), path[1])) {
      return Refuse(404, "there is no such entry");
    }
    return Terms(*read, path.size() == 2 ? first->id : std::string_view());
  }
  RequestTarget place;
  place.entry = place.of = first->entry;
  if (path.size() > 1) {
    place.id = path[1];
    place.single = path.size() == 2;
  }
  if (path.size() == 3) {
    const EntryType* last = FindEntryType(path[2]);
    if (last == nullptr || last->path != path[2] || IsCollection(last->entry) ||
        (!IsCollection(first->entry) && last->entry <= first->entry)) {
      return Refuse(404, "there is no such endpoint");
    }
    place.entry = last->entry;
  }
  if (!read->datasets.empty() && (read->test_mode || IsCollection(place.entry))) {
    return Refuse(400, "datasetIds choose among people, samples, runs and analyses, and not in testMode");
  }
  if (read->test_mode) {
    absl::StatusOr<Json> answer = TestAnswer(settings_.beacon.id, place.entry, *read, place.of, place.id);
    return answer.ok() ? JsonResponse(200, *answer) : Refuse(answer.status());
  }
  return IsCollection(place.entry) ? Collections(place, *read, caller)
                                   : Entries(place, *read, caller, request.gone.get_token());
}

HttpResponse BeaconService::Terms(const BeaconRequest& request, std::string_view scope) const {
  return PublicJsonResponse(request.test_mode
                                ? TermsAnswer(settings_.beacon.id, TestTerms(), {}, request, scope)
                                : TermsAnswer(settings_.beacon.id, *terms_.List(), node_.Ontologies(), request, scope));
}

std::vector<Collection> BeaconService::CollectionsFor(const Caller& caller, Entry entry) const {
  return entry == Entry::kDataset ? node_.Datasets(caller) : node_.Cohorts(caller);
}

HttpResponse BeaconService::Collections(const RequestTarget& place, const BeaconRequest& request,
                                        const Caller& caller) const {
  if (!request.filters.empty()) {
    return Refuse(400, "datasets and cohorts are not filtered here; ask for individuals, which says in which they are");
  }
  const std::vector<Collection> all = CollectionsFor(caller, place.entry);
  Json items = Json::array();
  size_t total = 0;
  const uint64_t limit = request.limit.value_or(0);
  for (const Collection& collection : all) {
    if (place.single && collection.id != place.id) continue;
    const size_t number = total++;
    if (limit == 0 ? request.skip == 0 : number / limit == request.skip)
      items.push_back(CollectionDocument(collection));
  }
  if (place.single && total == 0) return Refuse(404, "there is no such entry");
  return JsonResponse(200, CollectionsAnswer(settings_.beacon.id, place.entry, request, std::move(items), total));
}

HttpResponse BeaconService::Entries(const RequestTarget& place, const BeaconRequest& request, const Caller& caller,
                                    std::stop_token gone) const {
  CountRequest count;
  count.entry = place.entry;
  count.request = &request;
  count.age_means = settings_.beacon.age_means;
  count.deadline = std::chrono::milliseconds(settings_.limits.question_ms);
  count.gone = std::move(gone);
  std::vector<Collection> datasets = node_.Datasets(caller);
  if (!place.id.empty()) {
    // The same message whether or not there is such a person.
    if (!IsCollection(place.of)) return Refuse(403, "records of single entries are not given");
    if (!IsIn(CollectionsFor(caller, place.of), place.id)) {
      return Refuse(404, "there is no such entry");
    }
    if (place.of == Entry::kDataset) {
      if (!request.datasets.empty())
        return Refuse(400, "the dataset is named in the path, and datasetIds are not taken");
      count.datasets = {place.id};
    } else {
      count.cohort = place.id;
    }
  }
  for (const std::string& id : request.datasets) {
    if (!IsIn(datasets, id)) {
      return Refuse(400, Concat("datasetIds: there is no dataset \"", Shorten(id, 200), "\"; /datasets lists them"));
    }
    count.datasets.push_back(id);
  }
  if (!count.datasets.empty()) {
    std::erase_if(datasets, [&](const Collection& one) {
      return std::ranges::find(count.datasets, one.id) == count.datasets.end();
    });
  }
  const Tier tier = node_.TierFor(caller, count.datasets.size() == 1 ? count.datasets[0] : std::string());
  const Granularity returned =
      std::min(request.granularity.value_or(Granularity::kBoolean), node_.SettingsOf(tier).granularity);
  // Of one dataset, the number is that of the dataset: to ask for both would cost more time, and more of a budget.
  count.by_dataset = returned != Granularity::kBoolean && datasets.size() > 1 && request.include != Include::kNone;
  std::chrono::milliseconds timing{0};
  absl::StatusOr<Counted> counted = Count(node_, KnowledgeFor(tier), caller, count, &timing);
  HttpResponse response;
  if (!counted.ok()) {
    response = Refuse(counted.status());
  } else if (returned == Granularity::kBoolean) {
    response = JsonResponse(200, BooleanAnswer(settings_.beacon.id, place.entry, request, *counted));
  } else {
    if (datasets.size() == 1) counted->datasets[datasets[0].id] = counted->total;
    response = JsonResponse(
        200, CountAnswer(settings_.beacon.id, place.entry, request, *counted, datasets, node_.IsExact(tier)));
  }
  response.timing = timing;
  return response;
}

}  // namespace muster::serve
