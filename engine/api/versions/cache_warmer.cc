#include "engine/api/versions/cache_warmer.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "engine/execute/execute.h"

namespace muster::api {
namespace {

// Larger segments come from large imports, which are rare; queries read what they need from them.
constexpr uint32_t kMaxIndividuals = 100'000;
// Versions back. Where commits come fast, not every text is asked again of each version.
constexpr uint64_t kLately = 20;
constexpr size_t kMaxPlans = 64;
constexpr size_t kMaxCells = 100'000;
// Time bound for all queries together. A query that took longer than this is not run: its next caller waits anyway, and
// the committing thread must not.
constexpr std::chrono::milliseconds kMaxDuration(100);

// A view of only those segments of `next` that `previous` does not have; null if there are none.
std::unique_ptr<bind::CatalogueView> OfNewSegments(const bind::CatalogueView& previous,
                                                   const bind::CatalogueView& next) {
  const auto& before = previous.snapshot().manifest.segments;
  auto snapshot = std::make_shared<storage::Snapshot>();
  snapshot->manifest = next.snapshot().manifest;
  snapshot->manifest.segments.clear();
  snapshot->documents = next.snapshot().documents;
  for (const storage::SegmentReaderPtr& segment : next.snapshot().segments) {
    const storage::SegmentInfo& info = segment->info();
    const bool known = std::ranges::any_of(before, [&](const auto& other) { return other.id == info.id; });
    if (known || segment->rows(0) > kMaxIndividuals) continue;
    snapshot->manifest.segments.push_back(info);
    snapshot->segments.push_back(segment);
  }
  if (snapshot->segments.empty()) return nullptr;
  return std::make_unique<bind::CatalogueView>(std::move(snapshot), next.dictionary_ptr(), next.terminology_ptr(),
                                               next.cohorts_ptr(), next.collections_ptr());
}

}  // namespace

void WarmCaches(const bind::CatalogueView& previous, const bind::CatalogueView& next, const QueryCache& prepared,
                execute::UnionCache* unions) {
  for (const model::FieldId field : previous.FieldsLookedUp()) next.FieldValues(field).status().IgnoreError();
  const auto view = OfNewSegments(previous, next);
  if (view == nullptr) return;
  const uint64_t version = next.snapshot().manifest.version;
  const auto end = std::chrono::steady_clock::now() + kMaxDuration;
  std::set<std::string_view> plans;  // by the canonical form of the query, which many texts may have
  const std::vector<PreparedTextPtr> texts = prepared.AskedSince(version - std::min(version, kLately));
  for (const PreparedTextPtr& text : texts) {
    if (std::chrono::microseconds(text->microseconds) > kMaxDuration) continue;
    for (const PreparedStatement& statement : text->prepared) {
      const bind::Query& query = statement.query;
      // A list reads records, which are not cached.
      if (query.kind != bind::Query::Kind::kCount || statement.plans.where.root == nullptr ||
          !plans.insert(query.text).second) {
        continue;
      }
      if (plans.size() > kMaxPlans) return;
      // Twice, since what only pays when it is asked for again is made the second time.
      for (int time = 0; time < 2; ++time) {
        if (std::chrono::steady_clock::now() >= end) return;
        execute::Execute(query, statement.plans.where, {view.get(), unions, kMaxCells, nullptr}).status().IgnoreError();
      }
    }
  }
}

}  // namespace muster::api
