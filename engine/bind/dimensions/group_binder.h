// The groups of `by`: named sets of values that are counted together.
#ifndef MUSTER_ENGINE_BIND_DIMENSIONS_GROUP_BINDER_H_
#define MUSTER_ENGINE_BIND_DIMENSIONS_GROUP_BINDER_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

class GroupBinder {
 public:
  GroupBinder(const CatalogueView& view, Reporter* reporter, TermBinder* terms)
      : view_(view), reporter_(reporter), terms_(terms) {}

  /// Binds the groups of values of `field`, if there are any. False after an error.
  bool Bind(const grammar::Dimension& written, const model::Field& field, Dimension* dimension);

 private:
  bool AreApart(const grammar::Dimension& written, const model::Field& field);

  const CatalogueView& view_;
  Reporter* reporter_;
  TermBinder* terms_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_DIMENSIONS_GROUP_BINDER_H_
