// Private to bind/: the conjuncts of a statement's criteria, for remarks.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_SIDE_BY_SIDE_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_SIDE_BY_SIDE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The conjuncts of `where`: the steps of a funnel.
std::vector<const grammar::Expr*> CriteriaIn(const grammar::Expr& where);

/// A criterion that must be true, or if `negated`, false.
struct Leaf {
  const grammar::Expr* criterion;
  bool negated;
};

/// The leaves of `criteria`: `none of (a, b)` becomes `not a` and `not b`.
std::vector<Leaf> LeavesOf(const std::vector<const grammar::Expr*>& criteria);

/// The criteria that ask for terms of entities that are not measured, with the codes that they match, and for datasets.
struct OtherCriteria {
  std::vector<const grammar::Has*> criteria;
  std::vector<const grammar::Expr*> datasets;
  std::vector<CodesOfEntity> codes;  ///< of both
  std::vector<ontology::SymbolSet> kept = {};
};

/// The conjuncts, which must be bound without mistakes, and what several remarks need to know about them. Not
/// thread-safe.
class SideBySide {
 public:
  /// All must outlive this. Failures are reported to `reporter`.
  SideBySide(const CatalogueView& view, Reporter* reporter, std::vector<const grammar::Expr*> criteria);

  auto begin() const { return criteria_.begin(); }
  auto end() const { return criteria_.end(); }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  /// What the terms of `has`, which is one of these criteria or within one, match. Nullopt after a failure.
  const std::optional<TermMatch>& Match(const grammar::Has& has,
                                        ontology::Reach reach = ontology::Reach::kDescendants) const;
  /// The same for a `has` that may have no terms: then symbols is null (anything matches), and the label is empty.
  std::optional<TermMatch> MatchOrAny(const grammar::Has& has) const;
  /// A cache of CountAskedPeople.
  std::optional<OtherCriteria>& others() const { return others_; }

 private:
  const CatalogueView& view_;
  Reporter* reporter_;
  std::vector<const grammar::Expr*> criteria_;
  std::vector<Leaf> leaves_;
  mutable std::map<std::pair<const grammar::Has*, ontology::Reach>, std::optional<TermMatch>> matches_;
  mutable std::optional<OtherCriteria> others_;
};

/// The alternatives of an `or` or of `at least N of`; null for other criteria.
const std::vector<grammar::ExprPtr>* OptionsOf(const grammar::Expr& criterion);

/// Whether the criterion is true for people without any such row.
bool HoldsWithoutRows(const grammar::Has& has);

/// Whether records of `entity` exist only if somebody looked (runs, analyses, interpretations, variants): without a
/// record, nothing is known.
bool ComesOfLooking(model::Entity entity);

/// Whether people without a record of `entity` may still satisfy `has ... with`: nobody may have looked or asked. Of a
/// disease, a treatment, a procedure or a sample, no record means that there was none, as for `has` alone. What `not
/// recorded` counts in funnels goes by this.
bool IsOpenWithoutRecord(model::Entity entity);

/// Whether `criterion`, about rows of `entity`, compares a number of the row, which does not apply to people without
/// such a row.
bool ComparesANumber(const grammar::Expr& criterion, model::Entity entity);

/// "HP:0001250 or HP:0001251"
std::string TermsOf(const grammar::Has& has);
/// "measurement LOINC:4548-4"
std::string NameWithTerms(const grammar::Has& has, model::Entity entity);

/// All live individuals.
absl::StatusOr<uint64_t> CountIndividuals(const CatalogueView& view);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_SIDE_BY_SIDE_H_
