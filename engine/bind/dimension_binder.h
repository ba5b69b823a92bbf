// The dimensions of `by`.
#ifndef MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/ordered_name.h"
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
  /// The field that `name` means where rows of `space` are counted. Nullopt after an error.
  std::optional<model::FieldId> Find(const grammar::Name& name, model::Entity space);
  /// The name without `first` or `last`, where that is of records below `space`: nothing is called so itself. `time`:
  /// where a time may be meant, as behind `year of`.
  std::optional<OrderedName> OrderOf(const grammar::Name& name, model::Entity space, bool time) const;
  /// The time by which rows of `entity` are the first or last, of `terms` (which are called `label`) where these are
  /// given. Notes how many have none. False after an error.
  bool BindOrder(const grammar::Name& name, model::Entity entity, const ontology::SymbolSet& terms,
                 const std::string& label, model::FieldId* moment);

 private:
  std::optional<model::FieldId> FindTimeOfTerm(const grammar::Name& name, model::Entity space);
  std::optional<Dimension> BindTimeTerm(const grammar::Dimension& written, Dimension dimension);
  bool BindGroups(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  bool AreGroupsApart(const grammar::Dimension& written, const model::Field& field);
  bool BindRows(const grammar::Dimension& written, const model::Field& field, model::Entity space,
                Dimension* dimension);
  std::optional<Dimension> BindNumberOf(const grammar::Dimension& written, model::Entity space, Dimension dimension);
  std::optional<Dimension> BindCalendar(const grammar::Dimension& written, const model::Field& field,
                                        Dimension dimension);
  bool BindBand(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);
  // `numbers`: the width of bands, or where they begin.
  bool BindBandOfTime(const grammar::Dimension& written, const std::vector<grammar::Literal>& numbers,
                      const model::Field& field, Dimension* dimension);
  bool BindBandOfNumber(const grammar::Dimension& written, const std::vector<grammar::Literal>& numbers,
                        const model::Field& field, Dimension* dimension);
  bool IsPlainNumber(const grammar::Literal& literal);
  bool AreAscending(const grammar::Dimension& written, const Dimension& dimension);
  void ReportBands(const grammar::Dimension& written, const model::Field& field, const std::string& name);
  void WarnIfAgesAreUnknown(const grammar::Dimension& written, const model::Field& field);
  static std::vector<model::FieldId> TimesCalled(std::string_view name, model::Entity space);
  std::optional<model::FieldId> FindTime(const grammar::Name& name, model::Entity space);

  const CatalogueView& view_;
  Reporter* reporter_;
  ValueBinder* values_;
  TermBinder* terms_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSION_BINDER_H_
