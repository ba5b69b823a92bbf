// The values that exist for a tier: those whose people are enough to be shown.
#ifndef MUSTER_ENGINE_RELEASE_POLICY_LISTED_IN_TIER_H_
#define MUSTER_ENGINE_RELEASE_POLICY_LISTED_IN_TIER_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/listed_values.h"
#include "engine/release/policy/tier_limits.h"

namespace muster::release {

struct ListingRules {
  uint64_t shown_from = 20;  ///< people, at least 1
  /// Added to `shown_from` for what is named so: a secret but fixed number for each name, so that nobody can tell by
  /// asking from how many people on it exists, and an unbiased one. Null: none.
  std::function<int64_t(std::string_view name)> noise;
  HiddenNames hidden;
  /// The datasets that the guest may see, as symbols; null: all of them. Nobody of another one counts.
  ontology::SymbolSet datasets;
};

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
  // The individuals of a segment that count.
  absl::StatusOr<storage::Bitmap> Visible(const storage::SegmentReader& segment) const;
  // Adds to `people`, by symbol, who has the values under `family`.
  absl::Status CountPeople(model::Family family, model::FieldId field, std::vector<uint64_t>* people) const;

  const bind::CatalogueViewPtr view_;
  const ListingRules rules_;
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_POLICY_LISTED_IN_TIER_H_
