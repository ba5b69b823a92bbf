// Private to bind/: remarks on statements that are answered as they are written, which is not how they are mostly
// meant.
#ifndef MUSTER_ENGINE_BIND_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The criteria that stand side by side.
using SideBySide = std::vector<const grammar::Expr*>;

/// About a statement whose criteria are about individuals, and were bound without mistakes. Nothing is said to whom
/// only some values are listed.
class Remarks {
 public:
  Remarks(const CatalogueView& view, Reporter* reporter) : view_(view), reporter_(reporter) {}

  /// `no X with value > 5`, where nothing else asks for X: it holds for who has no X at all.
  void OnAbsence(const SideBySide& criteria);
  /// `has X with value > 5`, where few have any X: that few are found is then no result.
  void OnRarelyRecorded(const SideBySide& criteria);
  /// `where has disease X by onset in bands`: the onsets are those of all diseases of these people. `name` is how the
  /// field is written, at `span`; `terms`, whether it says which rows are meant.
  void OnOtherRows(const SideBySide& criteria, model::FieldId field, std::string_view name, grammar::Span span,
                   bool terms);

 private:
  void OnAbsence(const grammar::Expr& criterion, const grammar::Has& has);
  void OnRarelyRecorded(const grammar::Expr& criterion, const grammar::Has& has);
  // How many individuals have such a row, and how many there are. Nullopt after a failure.
  struct People {
    uint64_t with = 0;
    uint64_t all = 0;
  };
  std::optional<People> CountPeople(const grammar::Has& has);

  const CatalogueView& view_;
  Reporter* reporter_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_H_
