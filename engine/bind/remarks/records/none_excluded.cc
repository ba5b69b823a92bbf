#include "engine/bind/remarks/records/none_excluded.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

void RemarkOnNoneExcluded(const CatalogueView& view, Reporter* reporter, grammar::Span span, const grammar::Has& has,
                          bool negated) {
  const auto entity = FindEntity(has.entity.text);
  if (!entity || !model::Info(*entity).polar) return;
  for (const auto& segment : view.snapshot().segments) {
    const auto people = PeopleWithRows(*segment, *entity, WhichRows::kExcluded);
    if (!people.ok()) return reporter->Fail(people.status());
    if (!people->Empty()) return;
  }
  const std::string name(model::Info(*entity).name);
  const std::string none = absl::StrCat("no ", name, " is recorded as absent here, so ");
  if (HoldsWithoutRows(has) != negated) {
    return reporter->Warn(span, "not-recorded", absl::StrCat(none, "this holds for everybody"));
  }
  reporter->Warn(span, "not-recorded", absl::StrCat(none, "nothing matches"),
                 {absl::StrCat("to find who has none recorded, write no ", name,
                               ": whether there was none, or nobody wrote it down, is not told apart")});
}

}  // namespace muster::bind
