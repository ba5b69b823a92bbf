// The values that exist for a tier: those whose people are enough to be shown.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_LISTED_IN_TIER_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_LISTED_IN_TIER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/listed_values.h"
#include "engine/release/memory/listing_memory.h"
#include "engine/release/policy/tier_limits.h"

namespace muster::release {

struct ListingRules {
  uint64_t people = 1;       ///< k: what fewer have is not told, whatever else is decided
  uint64_t shown_from = 20;  ///< people, at least 1
  /// Added to `shown_from` for what is named so: a secret but fixed number for each name, so that nobody can tell by
  /// asking from how many people on it exists, and an unbiased one. Null: none.
  std::function<int64_t(std::string_view name)> noise;
  HiddenNames hidden;
  /// What was decided before: that goes on until many people have come or gone, so that the one who comes between two
  /// epochs is not told by what is listed in the second. Outlives the list. Null: all is decided anew.
  ListingMemory* memory = nullptr;
  /// With a memory: random bits of a text, secret and always the same.
  std::function<uint64_t(std::string_view text)> bits;
  std::string scope;  ///< with a memory: what is decided for another scope is something else
  /// The datasets that the guest may see, as symbols; null: all of them. Nobody of another one counts.
  ontology::SymbolSet datasets;
};

/// What is listed stays so until fewer have it than a number of its own between `people` and the one from which it is
/// listed, and what is not listed until as many have it as another number, up to 20 above that one.
///
/// Decides once for each field and keeps the view's segments meanwhile. A code counts as listed when enough people have
/// it observed, or enough have it excluded; so do words of fixed vocabularies, which may be asked for whoever has them.
/// The datasets of the rules are listed in any case; of hidden fields nothing is. Thread-safe; `noise` has to be as
/// well.
class ListedInTier final : public bind::ListedValues {
 public:
  /// `view`: without a list of its own.
  ListedInTier(bind::CatalogueViewPtr view, ListingRules rules) : view_(std::move(view)), rules_(std::move(rules)) {}

  absl::StatusOr<ontology::SymbolSet> Listed(model::FieldId field, const ontology::SymbolSet& values) const override;
  absl::StatusOr<bool> IsRecorded(model::FieldId field, model::Part part) const override;
  bool Tells(uint64_t people, std::string_view what) const override;

 private:
  // Whether what is `named` so is told of `people`; adds what has to be remembered.
  bool Decide(uint64_t people, std::string_view named, std::vector<ListingMemory::Decision>* decided) const;
  // Whether what was decided may be told.
  bool Remember(const std::vector<ListingMemory::Decision>& decided) const;
  // How many people have a part of a field.
  absl::StatusOr<uint64_t> CountRecorded(model::FieldId field, model::Part part) const;
  // The individuals of a segment that count.
  absl::StatusOr<storage::Bitmap> Visible(const storage::SegmentReader& segment) const;
  // Adds to `people`, by symbol, who has the values under `kind`.
  absl::Status CountPeople(model::PostingKind kind, model::FieldId field, std::vector<uint64_t>* people) const;

  const bind::CatalogueViewPtr view_;
  const ListingRules rules_;
  mutable absl::Mutex mutex_;
  /// What was decided of parts, each of which takes a look at everybody.
  mutable std::map<std::pair<model::FieldId, model::Part>, bool> recorded_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_LISTED_IN_TIER_H_
