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
  uint64_t people = 1;       ///< k: values that fewer people have are never listed
  uint64_t shown_from = 20;  ///< people, at least 1
  /// A secret, fixed and unbiased number for each name, which is added to `shown_from`, so that nobody can find out how
  /// many people a name needs to be listed. Null: none.
  std::function<int64_t(std::string_view name)> noise;
  HiddenNames hidden;
  /// Earlier decisions, which stay until many people have come or gone, so that the listed values of two epochs do not
  /// reveal a single person who came between them. Must outlive this. Null: everything is decided again.
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
  bool IsHidden(model::FieldId field) const override;
  absl::StatusOr<bool> IsRecorded(model::FieldId field, model::Part part) const override;
  bool Tells(uint64_t people, std::string_view what) const override;

 private:
  // Whether the name is listed for this number of `people`; adds the decision, if it has to be remembered.
  bool Decide(uint64_t people, std::string_view named, std::vector<ListingMemory::Decision>* decided) const;
  // Whether the decisions could be stored, and so may be shown.
  bool Remember(const std::vector<ListingMemory::Decision>& decided) const;
  // How many people have a part of a field.
  absl::StatusOr<uint64_t> CountRecorded(model::FieldId field, model::Part part) const;
  // The individuals of a segment that count.
  absl::StatusOr<storage::Bitmap> Visible(const storage::SegmentReader& segment) const;
  // Adds the people with values under `kind` to `people`, by symbol.
  absl::Status CountPeople(model::PostingKind kind, model::FieldId field, std::vector<uint64_t>* people) const;

  const bind::CatalogueViewPtr view_;
  const ListingRules rules_;
  mutable absl::Mutex mutex_;
  /// Cached decisions on parts, each of which reads all people.
  mutable std::map<std::pair<model::FieldId, model::Part>, bool> recorded_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_LISTED_IN_TIER_H_
