// The dimensions of `by`.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_DIMENSION_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_DIMENSION_BINDER_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/dimensions/band_binder.h"
#include "engine/bind/dimensions/field_finder.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class DimensionBinder {
 public:
  DimensionBinder(const CatalogueView& view, Reporter* reporter, ValueBinder* values, TermBinder* terms,
                  FieldFinder* fields)
      : view_(view),
        reporter_(reporter),
        values_(values),
        terms_(terms),
        fields_(fields),
        bands_(view, reporter, values) {}

  /// A dimension by which rows of `space` are counted. Nullopt after an error.
  std::optional<Dimension> Bind(const grammar::Dimension& written, model::Entity space);

 private:
  bool BindField(const grammar::Dimension& written, model::Entity space, Dimension* dimension);
  std::optional<Dimension> BindTimeTerm(const grammar::Dimension& written, Dimension dimension);
  bool BindRows(const grammar::Dimension& written, const model::Field& field, model::Entity space,
                Dimension* dimension);
  std::optional<Dimension> BindNumberOf(const grammar::Dimension& written, model::Entity space, Dimension dimension);
  std::optional<Dimension> BindCalendar(const grammar::Dimension& written, const model::Field& field,
                                        Dimension dimension);

  const CatalogueView& view_;
  Reporter* reporter_;
  ValueBinder* values_;
  TermBinder* terms_;
  FieldFinder* fields_;
  BandBinder bands_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_DIMENSION_BINDER_H_
