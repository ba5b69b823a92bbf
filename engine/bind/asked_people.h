// Private to bind/: of whom a criterion is asked, for remarks: everybody, or who has the other things that are asked
// for beside it.
#ifndef MUSTER_ENGINE_BIND_ASKED_PEOPLE_H_
#define MUSTER_ENGINE_BIND_ASKED_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/side_by_side.h"
#include "grammar/syntax.h"
#include "storage/store.h"

namespace muster::bind {

struct AskedPeople {
  uint64_t all = 0;
  uint64_t with = 0;           ///< of these: who has an observed row of the criterion's terms
  uint64_t with_anywhere = 0;  ///< of all individuals
  std::string others;          ///< "disease MONDO:0005148", which all of them have; empty: all individuals
};

/// Of `has`, a criterion with terms that is one of `criteria` or stands in one, about individuals and bound without
/// mistakes. The others are those that ask for terms of what is not measured; what else these ask is left aside, so
/// that only postings are read. Nullopt after a failure.
std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const grammar::Has& has);

/// The same of a field of the individual in place of a `has`: `recorded` gives the individuals of a segment of whom it
/// is recorded, which `with` counts. `with_anywhere` is not set.
std::optional<AskedPeople> CountAskedPeople(
    const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
    absl::FunctionRef<absl::StatusOr<storage::Bitmap>(const storage::SegmentReader&)> recorded);

/// "4 of 20 individuals", "4 of the 20 individuals who have disease MONDO:0005148"
std::string OutOf(uint64_t count, const AskedPeople& people);

/// Whether rows of `entity` are measured: nobody has them by nature.
bool IsMeasured(model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_ASKED_PEOPLE_H_
