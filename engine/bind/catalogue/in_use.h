// Which symbols live records have. Until it is rewritten, the dictionary also has symbols of deleted records: of these,
// neither the code nor its label may be shown.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_

#include <string>
#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::bind {

/// Looks up the values of one field first, and only then those of all fields, which is expensive the first time. Refers
/// to its arguments, which must outlive it. If reading fails, that is reported, and the answer is no.
class InUse {
 public:
  /// `values`: the symbols that live records have in the field in question.
  InUse(const CatalogueView& view, const model::SymbolList& values, Reporter* reporter)
      : view_(view), values_(values), reporter_(reporter) {}

  bool Has(model::Symbol symbol) const;
  bool HasAny(const model::SymbolList& symbols) const;
  size_t Count(const model::SymbolList& symbols) const;
  /// The label of a code, as Terminology::Label; a label that came with the data is shown only while records have the
  /// code.
  std::string Label(std::string_view code) const;

 private:
  const CatalogueView& view_;
  const model::SymbolList& values_;
  Reporter* reporter_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_IN_USE_H_
