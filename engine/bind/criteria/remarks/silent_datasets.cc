#include "engine/bind/criteria/remarks/silent_datasets.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/document/collection.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {
namespace {

using model::Collection;
using model::Entity;
using model::FieldId;

// The datasets (or cohorts) that have a data use, as records have them.
model::SymbolList WithDataUse(const CatalogueView& view, Collection::Kind kind) {
  std::vector<model::Symbol> symbols;
  for (const Collection& collection : view.collections()) {
    if (collection.kind != kind || collection.data_uses.empty()) continue;
    if (const auto symbol = view.dictionary().Find(model::NormalizeKeyword(collection.id))) symbols.push_back(*symbol);
  }
  return model::SymbolList(std::move(symbols));
}

absl::StatusOr<storage::Bitmap> MembersOf(const storage::SegmentReader& segment, FieldId field,
                                          const model::SymbolList& of) {
  if (of.empty()) return storage::Bitmap();
  auto rows = segment.Union(
      {static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual), field, 0},
      of.symbols(), segment.rows(0));
  if (!rows.ok()) return rows.status();
  return std::move(rows->rows);
}

}  // namespace

void NoteSilentDatasets(const CatalogueView& view, Reporter* reporter, grammar::Span span) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const TimeForNotes time(reporter);
  const model::SymbolList datasets = WithDataUse(view, Collection::Kind::kDataset);
  const model::SymbolList cohorts = WithDataUse(view, Collection::Kind::kCohort);
  const auto people = view.people().Count(
      {}, PeopleKey("data use is said"), [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
        const auto in_datasets = MembersOf(segment, model::field::kDataset, datasets);
        if (!in_datasets.ok()) return in_datasets;
        const auto in_cohorts = MembersOf(segment, model::field::kCohort, cohorts);
        if (!in_cohorts.ok()) return in_cohorts;
        return storage::Bitmap::Or(*in_datasets, *in_cohorts);
      });
  if (!people.ok()) return reporter->Fail(people.status());
  if (people->with >= people->all) return;
  const auto recorded = view.RecordedValues(model::field::kDataset);
  if (!recorded.ok()) return reporter->Fail(recorded.status());
  std::vector<std::string> silent;
  for (const model::Symbol symbol : **recorded) {
    if (!datasets.Contains(symbol)) silent.emplace_back(view.dictionary().Text(symbol));
  }
  std::sort(silent.begin(), silent.end());
  constexpr size_t kShown = 5;
  const size_t more = silent.size() > kShown ? silent.size() - kShown : 0;
  if (more > 0) silent.resize(kShown);
  const uint64_t without = people->all - people->with;
  reporter->Note(span, "no-data-use",
                 absl::StrCat(without, " of ", people->all, " individuals ", without == 1 ? "is" : "are",
                              " of no dataset or cohort that says what its data may be used for, which permits nothing",
                              silent.empty() ? "" : absl::StrCat(": ", absl::StrJoin(silent, ", ")),
                              more == 0 ? "" : absl::StrCat(" and ", more, " more")),
                 {"import their descriptions (Beacon datasets and cohorts), or name them in the mapping"});
}

}  // namespace muster::bind
