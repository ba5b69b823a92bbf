// Private to bind/: criteria that stand side by side, as remarks look at them.
#ifndef MUSTER_ENGINE_BIND_REMARKS_SIDE_BY_SIDE_H_
#define MUSTER_ENGINE_BIND_REMARKS_SIDE_BY_SIDE_H_

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

/// The criteria that stand side by side in `where`: what a funnel goes through one by one.
std::vector<const grammar::Expr*> CriteriaIn(const grammar::Expr& where);

/// A criterion that has to hold by itself, or not to hold.
struct Leaf {
  const grammar::Expr* criterion;
  bool negated;
};

/// None of (a, b) is not a and not b.
std::vector<Leaf> LeavesOf(const std::vector<const grammar::Expr*>& criteria);

/// What criteria ask for by terms, but for what is measured.
struct OtherCriteria {
  std::vector<const grammar::Has*> criteria;
  std::vector<CodesOfEntity> codes;
};

/// The criteria that stand side by side, which were bound without mistakes, and what remarks ask of them again and
/// again. Not thread-safe.
class SideBySide {
 public:
  /// All outlive this. `reporter` has the failures.
  SideBySide(const CatalogueView& view, Reporter* reporter, std::vector<const grammar::Expr*> criteria);

  auto begin() const { return criteria_.begin(); }
  auto end() const { return criteria_.end(); }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  /// What the terms of `has`, which is one of these or stands in one, stand for. Nullopt after a failure.
  const std::optional<TermMatch>& Match(const grammar::Has& has,
                                        ontology::Reach reach = ontology::Reach::kDescendants) const;
  /// The same, where `has` may have no terms: anything matches then, with null in place of symbols, and no label.
  std::optional<TermMatch> MatchOrAny(const grammar::Has& has) const;
  /// Who is asked of is kept here by CountAskedPeople.
  std::optional<OtherCriteria>& others() const { return others_; }

 private:
  const CatalogueView& view_;
  Reporter* reporter_;
  std::vector<const grammar::Expr*> criteria_;
  std::vector<Leaf> leaves_;
  mutable std::map<std::pair<const grammar::Has*, ontology::Reach>, std::optional<TermMatch>> matches_;
  mutable std::optional<OtherCriteria> others_;
};

/// The criteria of an `or` or of `at least N of`, each of which may be enough; null for others.
const std::vector<grammar::ExprPtr>* OptionsOf(const grammar::Expr& criterion);

/// Whether it holds for who has no such row.
bool HoldsWithoutRows(const grammar::Has& has);

/// What records have where somebody looked: of who has none nothing is known, whatever is asked of it.
bool ComesOfLooking(model::Entity entity);

/// Whether `criterion`, of rows of `entity`, compares a number of the row, which says nothing of who has no such row.
bool ComparesANumber(const grammar::Expr& criterion, model::Entity entity);

/// "HP:0001250 or HP:0001251"
std::string TermsOf(const grammar::Has& has);
/// "measurement LOINC:4548-4"
std::string NameWithTerms(const grammar::Has& has, model::Entity entity);

/// All live individuals.
absl::StatusOr<uint64_t> CountIndividuals(const CatalogueView& view);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_SIDE_BY_SIDE_H_
