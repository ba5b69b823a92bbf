// The dimensions of `by`.
#ifndef MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_

#include <optional>

#include "engine/bind/bound.h"
#include "engine/bind/reporter.h"
#include "engine/bind/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class DimensionBinder {
 public:
  DimensionBinder(Reporter* reporter, ValueBinder* values) : reporter_(reporter), values_(values) {}

  /// A dimension by which rows of `space` are counted. Nullopt after an error.
  std::optional<Dimension> Bind(const grammar::Dimension& written, model::Entity space);

 private:
  bool BindBand(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  std::optional<model::FieldId> Find(const grammar::Name& name, model::Entity space);

  Reporter* reporter_;
  ValueBinder* values_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
