// Private to bind/: a note that bands of a time are bands of age, if calendar years may be meant.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_AGE_BANDS_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_AGE_BANDS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For `by diagnosis in bands of 1 year`, bound without mistakes: the column is named "age at diagnosis"; if there are
/// also dates, and bands are a year or less, a note suggests `by year of diagnosis`.
void SayBandsAreOfAge(const CatalogueView& view, Reporter* reporter, const grammar::Dimension& written,
                      const model::Field& field, Dimension* dimension);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_AGE_BANDS_H_
