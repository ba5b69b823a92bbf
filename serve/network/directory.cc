#include "serve/network/directory.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "serve/network/node_asker.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

constexpr std::chrono::milliseconds kDeadline{10'000};
constexpr absl::Duration kBetween = absl::Minutes(10);
constexpr absl::Duration kFirstPause = absl::Seconds(5);
constexpr absl::Duration kLongestPause = absl::Minutes(1);

/// The document. Null: the node has none. Nullopt: that cannot be said, as it was not reached, is too busy, or sent
/// something else.
std::optional<Json> DocumentIn(const absl::StatusOr<HttpResponse>& response) {
  if (!response.ok() || response->status >= 500 || response->status == 408 || response->status == 429) {
    return std::nullopt;
  }
  if (response->status != 200) return Json();
  absl::StatusOr<Json> json =
      ParseJson(response->body, {.max_depth = 64, .max_members = 1'000, .max_values = 2'000'000});
  if (!json.ok()) return std::nullopt;
  return *std::move(json);
}

/// The list `name` of the response of a document, or an empty one.
Json ListOf(const Json& document, const char* name) {
  const Json* inside = Member(document, "response");
  const Json* list = inside == nullptr ? nullptr : Member(*inside, name);
  return list != nullptr && list->is_array() ? *list : Json::array();
}

std::vector<Json> CollectionsIn(const Json& document) {
  std::vector<Json> collections;
  for (const Json& one : ListOf(document, "collections")) {
    if (!TextMember(one, "id").empty()) collections.push_back(one);
  }
  return collections;
}

std::vector<FilteringTerm> TermsIn(const Json& document) {
  std::vector<FilteringTerm> terms;
  for (const Json& one : ListOf(document, "filteringTerms")) {
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

// All nodes every ten minutes; meanwhile those alone of which something is missing.
void Directory::FetchNowAndThen() {
  std::vector<size_t> all(nodes_.size());
  std::iota(all.begin(), all.end(), size_t{0});
  std::vector<size_t> asked = all;
  absl::Time next = absl::Now() + kBetween;
  absl::Duration pause = kFirstPause;
  while (true) {
    const std::vector<Found> found = Fetch(asked);
    absl::MutexLock lock(&mutex_);
    std::vector<size_t> missing;
    for (size_t i = 0; i < asked.size(); ++i) {
      if (!Read(found[i], nodes_[asked[i]].id, &entries_[asked[i]])) missing.push_back(asked[i]);
    }
    ready_ = true;
    const auto ended = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return ended_; };
    mutex_.AwaitWithDeadline(absl::Condition(&ended), missing.empty() ? next : std::min(next, absl::Now() + pause));
    if (ended_) return;
    if (absl::Now() >= next) {
      asked = all;
      next = absl::Now() + kBetween;
      pause = kFirstPause;
    } else {
      asked = std::move(missing);
      pause = std::min(2 * pause, kLongestPause);
    }
  }
}

// All at once: a dead node does not keep the others waiting.
std::vector<Directory::Found> Directory::Fetch(const std::vector<size_t>& asked) const {
  std::vector<Found> found(asked.size());
  absl::Mutex mutex;
  size_t missing = asked.size() * 5;
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
  for (size_t i = 0; i < asked.size(); ++i) {
    const std::string& beacon = nodes_[asked[i]].urls[0];
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
  entries->known.known = true;
  // What could not be fetched stays as it was. What is sent in no JSON will hardly be better soon.
  bool whole = true;
  const auto take = [&whole](const absl::StatusOr<HttpResponse>& fetched, const auto& read) {
    const std::optional<Json> document = DocumentIn(fetched);
    if (document.has_value()) read(*document);
    whole = whole && (document.has_value() || (fetched.ok() && fetched->status == 200));
  };
  take(found.me, [entries](const Json& me) {
    const Json* tables = Member(me, "tables");
    entries->known.numbers = tables != nullptr && *tables == true ? TextMember(me, "numbers") : "";
  });
  take(found.datasets, [entries](const Json& document) { entries->datasets = CollectionsIn(document); });
  take(found.cohorts, [entries](const Json& document) { entries->cohorts = CollectionsIn(document); });
  take(found.terms, [entries](const Json& document) { entries->terms = TermsIn(document); });
  return whole;
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
