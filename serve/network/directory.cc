#include "serve/network/directory.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "serve/network/node_asker.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::chrono::milliseconds kDeadline{10'000};
constexpr std::chrono::minutes kBetween{10};
constexpr std::chrono::seconds kUntilKnown{5};

/// The list `name` of the response of a document, or an empty one.
Json ListOf(const absl::StatusOr<HttpResponse>& response, const char* name) {
  if (!response.ok() || response->status != 200) return Json::array();
  absl::StatusOr<Json> json =
      ParseJson(response->body, {.max_depth = 64, .max_members = 1'000, .max_values = 2'000'000});
  const Json* inside = json.ok() ? Member(*json, "response") : nullptr;
  const Json* list = inside == nullptr ? nullptr : Member(*inside, name);
  return list != nullptr && list->is_array() ? *list : Json::array();
}

std::vector<Json> CollectionsIn(const absl::StatusOr<HttpResponse>& response) {
  std::vector<Json> collections;
  for (const Json& one : ListOf(response, "collections")) {
    if (!TextMember(one, "id").empty()) collections.push_back(one);
  }
  return collections;
}

std::vector<FilteringTerm> TermsIn(const absl::StatusOr<HttpResponse>& response) {
  std::vector<FilteringTerm> terms;
  for (const Json& one : ListOf(response, "filteringTerms")) {
    FilteringTerm term{TextMember(one, "id"), TextMember(one, "type"), TextMember(one, "label"), {}};
    if (const Json* scopes = Member(one, "scopes"); scopes != nullptr && scopes->is_array()) {
      for (const Json& scope : *scopes) {
        if (scope.is_string()) term.scopes.push_back(scope.get<std::string>());
      }
    }
    if (!term.id.empty() && !term.type.empty()) terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace

struct Directory::Found {
  absl::StatusOr<HttpResponse> info, datasets, cohorts, terms, me;
};

Directory::Directory(std::vector<NodeSettings> nodes, HttpClient* client)
    : nodes_(std::move(nodes)), client_(client), entries_(nodes_.size()) {
  thread_ = std::thread([this] { FetchNowAndThen(); });
}

Directory::~Directory() {
  {
    absl::MutexLock lock(&mutex_);
    ended_ = true;
  }
  thread_.join();
}

bool Directory::IsReady() const {
  absl::MutexLock lock(&mutex_);
  return ready_;
}

void Directory::FetchNowAndThen() {
  while (true) {
    const std::vector<Found> found = FetchAll();
    absl::MutexLock lock(&mutex_);
    bool all = true;
    for (size_t i = 0; i < nodes_.size(); ++i) all = Read(found[i], nodes_[i].id, &entries_[i]) && all;
    ready_ = true;
    const auto ended = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return ended_; };
    mutex_.AwaitWithTimeout(absl::Condition(&ended),
                            all ? absl::Minutes(kBetween.count()) : absl::Seconds(kUntilKnown.count()));
    if (ended_) return;
  }
}

// All at once: a dead node does not keep the others waiting.
std::vector<Directory::Found> Directory::FetchAll() const {
  std::vector<Found> found(nodes_.size());
  absl::Mutex mutex;
  size_t missing = nodes_.size() * 5;
  const auto fetch = [&](std::string url, absl::StatusOr<HttpResponse>* into) {
    FetchRequest request;
    request.url = std::move(url);
    request.deadline = kDeadline;
    client_->Fetch(std::move(request), [&mutex, &missing, into](absl::StatusOr<HttpResponse> response) {
      absl::MutexLock lock(&mutex);
      *into = std::move(response);
      --missing;
    });
  };
  for (size_t i = 0; i < nodes_.size(); ++i) {
    const std::string& beacon = nodes_[i].urls[0];
    fetch(beacon + "/info", &found[i].info);
    fetch(beacon + "/datasets?limit=0", &found[i].datasets);
    fetch(beacon + "/cohorts?limit=0", &found[i].cohorts);
    fetch(beacon + "/filtering_terms?limit=0", &found[i].terms);
    fetch(TextsUrl(beacon) + "/me", &found[i].me);
  }
  absl::MutexLock lock(&mutex);
  const auto none_missing = [&missing] { return missing == 0; };
  mutex.Await(absl::Condition(&none_missing));
  return found;
}

bool Directory::Read(const Found& found, const std::string& id, Entries* entries) const {
  const absl::StatusOr<Json> info = found.info.ok() ? ParseJson(found.info->body) : absl::UnavailableError("");
  const Json* response = info.ok() ? Member(*info, "response") : nullptr;
  if (response == nullptr || TextMember(*response, "id") != id) return false;
  const absl::StatusOr<Json> me =
      found.me.ok() && found.me->status == 200 ? ParseJson(found.me->body) : absl::UnavailableError("");
  const Json* tables = me.ok() ? Member(*me, "tables") : nullptr;
  entries->known = {true, tables != nullptr && *tables == true ? TextMember(*me, "numbers") : ""};
  entries->datasets = CollectionsIn(found.datasets);
  entries->cohorts = CollectionsIn(found.cohorts);
  entries->terms = TermsIn(found.terms);
  return true;
}

std::vector<ListedCollection> Directory::Collections(Entry entry) const {
  std::vector<ListedCollection> listed;
  std::map<std::string, size_t> nodes_with;
  absl::MutexLock lock(&mutex_);
  for (size_t i = 0; i < entries_.size(); ++i) {
    for (const Json& one : entry == Entry::kDataset ? entries_[i].datasets : entries_[i].cohorts) {
      listed.push_back({i, TextMember(one, "id"), one});
      ++nodes_with[listed.back().own_id];
    }
  }
  for (ListedCollection& one : listed) {
    const std::string& beacon = nodes_[one.node].id;
    if (nodes_with[one.own_id] > 1) one.document["id"] = Concat(beacon, ":", one.own_id);
    one.document["beaconId"] = beacon;
  }
  return listed;
}

std::vector<ListedCollection> Directory::CollectionsOf(Entry entry, std::string_view id) const {
  std::vector<ListedCollection> of_id;
  for (ListedCollection& one : Collections(entry)) {
    const bool named = one.own_id == id || Concat(nodes_[one.node].id, ":", one.own_id) == id;
    if (named && (of_id.empty() || of_id.back().node != one.node)) of_id.push_back(std::move(one));
  }
  return of_id;
}

std::vector<FilteringTerm> Directory::Terms() const {
  std::map<std::pair<std::string, std::string>, FilteringTerm> merged;
  {
    absl::MutexLock lock(&mutex_);
    for (const Entries& entries : entries_) {
      for (const FilteringTerm& term : entries.terms) {
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
  terms.reserve(merged.size());
  for (auto& [key, term] : merged) terms.push_back(std::move(term));
  return terms;
}

Directory::Known Directory::KnownOf(size_t node) const {
  absl::MutexLock lock(&mutex_);
  return entries_[node].known;
}

}  // namespace muster::serve
