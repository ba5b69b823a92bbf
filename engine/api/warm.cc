#include "engine/api/warm.h"

#include <algorithm>
#include <memory>

#include "engine/execute/execute.h"

namespace muster::api {
namespace {

// Larger segments come of large imports, which are not made again and again; a query reads of them what it needs.
constexpr uint32_t kMostIndividuals = 100'000;
// Versions back. Where commits come fast, not every text is asked again of each version.
constexpr uint64_t kLately = 20;
constexpr size_t kMostTexts = 64;
constexpr size_t kMostCells = 1'000'000;

// A view of those segments of `next` alone that `previous` does not have; null when there are none.
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
    if (known || segment->rows(0) > kMostIndividuals) continue;
    snapshot->manifest.segments.push_back(info);
    snapshot->segments.push_back(segment);
  }
  if (snapshot->segments.empty()) return nullptr;
  return std::make_unique<bind::CatalogueView>(std::move(snapshot), next.dictionary_ptr(), next.terminology_ptr(),
                                               next.cohorts(), next.collections());
}

}  // namespace

void Warm(const bind::CatalogueView& previous, const bind::CatalogueView& next, const QueryCache& prepared,
          execute::UnionCache* unions) {
  for (const model::FieldId field : previous.FieldsLookedUp()) next.FieldValues(field).status().IgnoreError();
  const auto view = OfNewSegments(previous, next);
  if (view == nullptr) return;
  const uint64_t version = next.snapshot().manifest.version;
  for (const PreparedTextPtr& text : prepared.AskedSince(version - std::min(version, kLately), kMostTexts)) {
    for (size_t i = 0; i < text->queries.size(); ++i) {
      // Twice, since what only pays when it is asked for again is made the second time.
      for (int time = 0; time < 2; ++time) {
        execute::Execute(text->queries[i], text->plans[i], {view.get(), unions, kMostCells, nullptr})
            .status()
            .IgnoreError();
      }
    }
  }
}

}  // namespace muster::api
