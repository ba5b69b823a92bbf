// Private to bind/: remarks on statements that are answered as they are written, which is not how they are mostly
// meant.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// About a statement whose criteria are about individuals, and were bound without mistakes. Nothing is said to whom
/// only some values are listed.
class Remarks {
 public:
  Remarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// `no X with value > 5`, `not (a and has X with value > 5)`, where nothing else asks for X: it holds for who has no
  /// X at all. The same of `no run with ...`, whatever is asked of it. Said once of each X.
  void OnAbsence(const SideBySide& criteria);
  /// `where has disease X by onset in bands`: the onsets are those of all diseases of these people. `name` is how the
  /// field is written, at `span`; `terms`, whether it says which rows are meant.
  void OnOtherRows(const SideBySide& criteria, model::FieldId field, std::string_view name, grammar::Span span,
                   bool terms);

 private:
  // `negated`: under an odd number of `not`. `group`: the outermost `not (a and b)` that it stands in, or null.
  void OnAbsence(const SideBySide& criteria, const grammar::Expr& criterion, bool negated, const grammar::Expr* group);
  // `criterion`: the whole that holds for who lacks the rows.
  void SayAbsence(const SideBySide& criteria, const grammar::Expr& criterion, const grammar::Has& has);
  uint64_t CountAbsent(const SideBySide& criteria, const grammar::Has& has, model::Entity entity);
  void SayNoneOf(grammar::Span span, model::Entity entity);

  const CatalogueView& view_;
  Reporter* reporter_;
  std::set<std::string> said_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ABSENCE_REMARKS_H_
