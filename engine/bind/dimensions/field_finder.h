// Resolves the name of a field by which rows are counted or that is summarised: which field, of which records.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_FIELD_FINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_FIELD_FINDER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/ordered_name.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/remarks/order_not_known.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

class FieldFinder {
 public:
  FieldFinder(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// The field that `name` means if rows of `space` are counted. Nullopt after an error.
  std::optional<model::FieldId> Find(const grammar::Name& name, model::Entity space);
  /// The same for a time, as behind `year of`.
  std::optional<model::FieldId> FindTime(const grammar::Name& name, model::Entity space);
  /// `by onset term`: the time whose name comes before `term`, if no field has the whole name.
  std::optional<model::FieldId> FindTimeOfTerm(const grammar::Name& name, model::Entity space);
  /// The name without `first` or `last`, if it is of records below `space` and no field has the whole name. `time`: a
  /// time may be meant, as behind `year of`.
  std::optional<OrderedName> OrderOf(const grammar::Name& name, model::Entity space, bool time) const;
  /// Sets the time by which rows are the first or last. Notes how many rows have none, and for how many people the
  /// first or last is not known; not for excluded rows. False after an error.
  bool BindOrder(const grammar::Name& name, PickedRows rows, Polarity polarity, model::FieldId* moment);

 private:
  static std::vector<model::FieldId> TimesCalled(std::string_view name, model::Entity space);

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_FIELD_FINDER_H_
