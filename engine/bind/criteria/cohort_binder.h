// `in cohort NAME`: the individuals of a cohort that was imported, or that is saved as a definition.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_COHORT_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_COHORT_BINDER_H_

#include <map>
#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/persons_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Definitions of cohorts by lower-case name, which have precedence over those of the catalogue; "" for a dropped one.
using SavedTexts = std::map<std::string, std::string>;

/// The definitions that are being bound: one cohort may be defined by others.
struct OpenedDefinitions {
  std::vector<std::string> open;  ///< cohorts whose definitions are being bound, outermost first
  int bound = 0;                  ///< definitions bound so far, including open ones
  size_t criteria = 0;            ///< in these definitions
};

class CohortBinder {
 public:
  /// `earlier` may be null. `outer`: if the criteria are themselves a definition, the definitions that led to it; else
  /// null.
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
  /// From now on, the definition of the cohort of that name is bound, which must not refer to itself.
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
