// Which symbols records have. The dictionary keeps those of records that are gone until it is rewritten: of them
// nothing may be told, neither that they were there nor their labels.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_

#include <string>
#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::bind {

/// Looks among the values of the field at hand first, and only then among those of all fields, which is expensive the
/// first time. Refers to what it is derived from. A failure to read is reported and answered with no.
class InUse {
 public:
  /// `values`: the symbols that records have in the field that is asked about.
  InUse(const CatalogueView& view, const model::SymbolList& values, Reporter* reporter)
      : view_(view), values_(values), reporter_(reporter) {}

  bool Has(model::Symbol symbol) const;
  bool HasAny(const model::SymbolList& symbols) const;
  size_t Count(const model::SymbolList& symbols) const;
  /// The label of a code, as of Terminology::Label; one that came with the data only while records have the code.
  std::string Label(std::string_view code) const;

 private:
  const CatalogueView& view_;
  const model::SymbolList& values_;
  Reporter* reporter_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_
