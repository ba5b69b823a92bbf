#include "engine/api/found/distinct_records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/model/schema/schema.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Has;
using model::Entity;

// A sample is not its tissue, nor a variant its gene, while two distinct drugs are what their terms say.
bool IsMoreThanItsTerm(Entity entity) {
  return entity == Entity::kSample || entity == Entity::kVariant || entity == Entity::kInterpretation;
}

bool TellsTermsApart(const grammar::Quantity& quantity) {
  const bool at_least = quantity.kind == grammar::Quantity::Kind::kAtLeast;
  return quantity.distinct && quantity.count >= (at_least ? 2 : 1);
}

}  // namespace

void NoteDistinctRecords(const bind::SideBySide& criteria, FoundPeople* found, bind::Reporter* reporter) {
  grammar::Rewriting instead;
  const Has* first = nullptr;
  for (const bind::Occurrence& one : bind::OccurrencesIn(criteria)) {
    const auto entity = bind::FindEntity(one.has->entity.text);
    if (!entity || !IsMoreThanItsTerm(*entity) || !one.has->quantity || !TellsTermsApart(*one.has->quantity)) continue;
    if (first == nullptr) first = one.has;
    Has records = grammar::Clone(*one.has);
    records.quantity->distinct = false;
    instead[one.has] = grammar::MakeExpr({}, std::move(records));
  }
  if (first == nullptr) return;
  const std::optional<int64_t> all = found->Count();
  const std::optional<int64_t> others = all ? found->CountWith(instead) : std::nullopt;
  if (!others || *others == *all) return;
  const model::EntityInfo& info = model::Info(*bind::FindEntity(first->entity.text));
  const std::string term(model::Info(static_cast<model::FieldId>(info.primary)).name);
  std::vector<std::string> hints;
  const std::string other = reporter->Rewritten(std::move(instead));
  if (!other.empty()) hints.push_back(absl::StrCat("to count each ", std::string(info.name), ", write ", other));
  reporter->Note(first->quantity->span, "distinct-terms",
                 absl::StrCat("`distinct` counts the ", std::string(info.plural), " of one ", term,
                              " once, though they are different ones: without it ", *others,
                              *others == 1 ? " is found, and " : " are found, and ", *all, " with it"),
                 std::move(hints));
}

}  // namespace muster::api
