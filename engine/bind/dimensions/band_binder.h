// The bands of `by`: ranges of numbers and times that are counted together.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_BAND_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_BAND_BINDER_H_

#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

class BandBinder {
 public:
  BandBinder(const CatalogueView& view, Reporter* reporter, ValueBinder* values)
      : view_(view), reporter_(reporter), values_(values) {}

  /// Binds the bands of `field`, a number or a time. False after an error.
  bool Bind(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  /// Binds the bands of a number of rows, if there are any. False after an error.
  bool BindOfRows(const grammar::Dimension& written, Dimension* dimension);
  /// Reports bands for a dimension that cannot have them, or missing bands for one that needs them. `name`: of the
  /// dimension.
  void Report(const grammar::Dimension& written, const model::Field& field, const std::string& name);

 private:
  // `numbers`: the width of bands, or where they begin.
  bool BindOfTime(const grammar::Dimension& written, const std::vector<grammar::Literal>& numbers,
                  const model::Field& field, Dimension* dimension);
  bool BindOfNumber(const grammar::Dimension& written, const std::vector<grammar::Literal>& numbers,
                    const model::Field& field, Dimension* dimension);
  bool IsPlainNumber(const grammar::Literal& literal);
  bool AreAscending(const grammar::Dimension& written, const Dimension& dimension);
  void WarnIfAgesAreUnknown(const grammar::Dimension& written, const model::Field& field);

  const CatalogueView& view_;
  Reporter* reporter_;
  ValueBinder* values_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_BAND_BINDER_H_
