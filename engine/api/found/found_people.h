// Private to api/: the individuals who meet criteria, for notes on an answer.
#ifndef MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_
#define MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/execute/execute.h"
#include "engine/execute/rows/row_set.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Live individuals.
struct People {
  std::vector<execute::RowSet> rows;  ///< by segment
  MemoryCharge memory = {};
  std::optional<int64_t> persons = {};  ///< where each counts once over all datasets

  int64_t Size() const;
  /// Those who are not among `others`.
  People Without(const People& others) const;
};

/// `criteria`, in which others take the places of some.
grammar::ExprPtr WithOthers(const grammar::Expr& criteria, const grammar::Rewriting& instead);

/// Those who meet `criteria`, and how many there are where one of these is another: individuals, or rows of what is
/// counted in their place. Not thread-safe.
class FoundPeople {
 public:
  /// `criteria` are about `counted`, and were bound without mistakes. `found`: how many meet them, if that is known;
  /// `rows`: which individuals, or empty. `persons`: the criteria are about individuals over all datasets, and each of
  /// these counts once; then `rows` are empty. All must outlive this.
  FoundPeople(const grammar::Expr& criteria, std::optional<int64_t> found, std::vector<execute::RowSet> rows,
              const execute::Context& context, model::Entity counted = model::Entity::kIndividual, bool persons = false)
      : criteria_(criteria), found_(found), context_(context), counted_(counted), persons_(persons) {
    if (!rows.empty()) people_.emplace(People{std::move(rows)});
  }

  const grammar::Expr& criteria() const { return criteria_; }
  const bind::CatalogueView& view() const { return *context_.view; }
  model::Entity counted() const { return counted_; }
  bool AreIndividuals() const { return counted_ == model::Entity::kIndividual; }
  /// "the 20 individuals who are found", "the 1 sample that is found"
  std::string InWords(int64_t number) const;
  /// "besides the 4 individuals who are found, "; of nobody "while nobody is found, "
  std::string Besides(int64_t number) const;

  /// How many meet the criteria. Nullopt where that cannot be counted, here and below.
  std::optional<int64_t> Count();
  /// Who meets them. Null where that cannot be found, and where they are no individuals.
  const People* Found();
  /// How many meet them, with others in place of some of them, and `also` besides: bound, planned and executed as a
  /// question of its own.
  std::optional<int64_t> CountWith(const grammar::Rewriting& instead, std::vector<grammar::ExprPtr> also = {});
  /// The same where these are no fewer, and what is changed is of the rows of `changed`: only of those who meet the
  /// criteria but for what these say of their rows, and are not found, it is asked whether they meet the changed ones.
  std::optional<int64_t> CountMoreWith(const std::vector<const grammar::Has*>& changed,
                                       const grammar::Rewriting& instead, std::vector<grammar::ExprPtr> also = {});
  /// Whether CountMoreWith asks nothing of those who are found. Each criterion must mean by itself what it means here.
  bool CanAskOthers(const std::vector<const grammar::Has*>& changed) const;
  /// Whether a criterion means by itself what it means here.
  bool StandsAlone() const;
  /// How many individuals of the catalogue meet other criteria, each dataset's by itself.
  std::optional<int64_t> CountOf(grammar::ExprPtr criteria);
  /// Who of `among` meets other criteria.
  std::optional<People> Of(grammar::ExprPtr criteria, const People& among);

  /// Why something could not be counted, where that is neither a mistake nor left out.
  const absl::Status& status() const { return status_; }

 private:
  // Null: among all.
  std::optional<People> Find(grammar::ExprPtr criteria, const People* among);
  std::optional<int64_t> Execute(const grammar::Counted& counted, grammar::ExprPtr criteria, const People* among,
                                 People* found);
  // Who meets the criteria but for what `changed` say of their rows, and is not found.
  const People* Nearly(const std::vector<const grammar::Has*>& changed);

  const grammar::Expr& criteria_;
  std::optional<int64_t> found_;
  std::optional<People> people_;
  std::vector<const grammar::Has*> loosened_;  // of nearly_
  std::optional<People> nearly_;
  const execute::Context& context_;
  const model::Entity counted_;
  const bool persons_;
  absl::Status status_;
};

/// Whether `some` are at least one in `one_in` of `all`, and anybody.
inline bool AreMany(int64_t some, int64_t all, int64_t one_in) { return some > 0 && some * one_in >= all; }

/// This many people are told of even where they are a small share, since a share alone is silent of thousands in a
/// large answer. They have to be one in a hundred: fewer hardly change a decision.
constexpr int64_t kEnoughPeople = 50;

/// Whether a note is due, of `some` whom it concerns of `all` who are found: one in twenty, or kEnoughPeople.
inline bool AreEnough(int64_t some, int64_t all) {
  constexpr int64_t kOften = 20, kSeldom = 100;  // one in N
  return AreMany(some, all, kOften) || (some >= kEnoughPeople && AreMany(some, all, kSeldom));
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_FOUND_PEOPLE_H_
