// `usable for PURPOSE`: permitted use of data.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_DATA_USE_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_DATA_USE_BINDER_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "engine/consent/data_use.h"
#include "grammar/syntax.h"

namespace muster::bind {

class DataUseBinder {
 public:
  DataUseBinder(const CatalogueView& view, Reporter* reporter, TermBinder* terms)
      : view_(view), reporter_(reporter), terms_(terms) {}

  /// The condition that an individual is in a dataset or cohort that permits the use, and in none that forbids it.
  /// Notes at `span` name those that forbid it, and what others require, as far as the caller is told of them. Null
  /// after an error.
  ConditionPtr Bind(const grammar::Usable& usable, grammar::Span span);

 private:
  void NoteOwnUses(const consent::Purpose& purpose, grammar::Span span);
  void NoteIfNothingIsSaid(bool said, grammar::Span span);
  std::optional<consent::Purpose> BindPurpose(const grammar::Usable& usable);

  const CatalogueView& view_;
  Reporter* reporter_;
  TermBinder* terms_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_DATA_USE_BINDER_H_
