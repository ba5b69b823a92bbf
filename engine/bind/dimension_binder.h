// The dimensions of `by`.
#ifndef MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class DimensionBinder {
 public:
  DimensionBinder(const CatalogueView& view, Reporter* reporter, ValueBinder* values, TermBinder* terms)
      : view_(view), reporter_(reporter), values_(values), terms_(terms) {}

  /// A dimension by which rows of `space` are counted. Nullopt after an error.
  std::optional<Dimension> Bind(const grammar::Dimension& written, model::Entity space);

 private:
  bool BindGroups(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  bool BindBand(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  void WarnIfAgesAreUnknown(const grammar::Dimension& written, const model::Field& field);
  std::optional<model::FieldId> Find(const grammar::Name& name, model::Entity space);

  const CatalogueView& view_;
  Reporter* reporter_;
  ValueBinder* values_;
  TermBinder* terms_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
