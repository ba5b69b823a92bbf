// `in cohort NAME`: the individuals of a cohort that was imported, or saved with its definition.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_COHORT_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_COHORT_BINDER_H_

#include <map>
#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/certainty_scope.h"
#include "engine/bind/criteria/persons_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Definitions of cohorts, by their name in lower case, that come before those of the catalogue; "" for one that has
/// been dropped.
using SavedTexts = std::map<std::string, std::string>;

/// Definitions that criteria lead to, which may lead to others.
struct OpenedDefinitions {
  std::vector<std::string> open;  ///< cohorts whose definitions are being bound, outermost first
  int bound = 0;                  ///< so far, with those that are open
  size_t criteria = 0;            ///< of these
};

class CohortBinder {
 public:
  /// `earlier` may be null. `outer` is what the criteria are part of, when they are a definition themselves; else null.
  CohortBinder(const CatalogueView& view, Reporter* reporter, const SavedTexts* earlier, const About* about,
               const CertaintyScope* certainty, OpenedDefinitions* outer)
      : view_(view),
        reporter_(reporter),
        earlier_(earlier),
        about_(about),
        certainty_(certainty),
        definitions_(outer != nullptr ? outer : &own_definitions_) {}
  CohortBinder(const CohortBinder&) = delete;
  CohortBinder& operator=(const CohortBinder&) = delete;

  /// Null after an error.
  ConditionPtr Bind(const grammar::CohortRef& cohort);
  /// What is bound from here on will be the definition of a cohort of that name, and so cannot lead to it.
  void Define(const std::string& name);

 private:
  ConditionPtr BindImported(const grammar::CohortRef& cohort);
  ConditionPtr BindDefinition(const grammar::CohortRef& cohort, const std::string& key, const std::string& text);
  ConditionPtr BindCriteria(const grammar::CohortRef& cohort, const grammar::Expr& where);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SavedTexts* earlier_;
  const About* about_;
  const CertaintyScope* certainty_;
  OpenedDefinitions own_definitions_;
  OpenedDefinitions* definitions_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_COHORT_BINDER_H_
