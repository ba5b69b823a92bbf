#include "engine/bind/values/remarks/codes_of_no_use.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/in_use.h"
#include "engine/bind/catalogue/kinds_in_use.h"
#include "engine/bind/values/names/unknown_term.h"

namespace muster::bind {

using grammar::Literal;
using ontology::Concept;
using ontology::Reach;

namespace {

// As which records the codes are found, where the field is what records of its entity are.
std::vector<std::string> WhereElse(const CatalogueView& view, Reporter* reporter, const Concept& found,
                                   model::FieldId field, const model::SymbolList& symbols) {
  using model::Entity;
  const model::EntityInfo& asked = model::Info(model::Info(field).entity);
  std::vector<std::string> hints;
  if (asked.primary != static_cast<int>(field)) return hints;
  for (const Entity other : {Entity::kDisease, Entity::kPhenotype, Entity::kMeasurement, Entity::kTreatment,
                             Entity::kProcedure, Entity::kExposure, Entity::kVariant}) {
    const model::EntityInfo& info = model::Info(other);
    if (other == asked.entity) continue;
    const auto values = view.FieldValues(static_cast<model::FieldId>(info.primary));
    if (!values.ok()) {
      reporter->Fail(values.status());
      return hints;
    }
    if (!Meet(symbols, **values)) continue;
    const std::string label = InUse(view, **values, reporter).Label(found.id);
    hints.push_back(absl::StrCat("recorded as ", WithArticle(info.name), ": write ", std::string(info.name), " ",
                                 found.id, label.empty() ? "" : absl::StrCat(" \"", label, "\""), " in place of ",
                                 std::string(asked.name)));
  }
  return hints;
}

}  // namespace

void WarnOfCodesOfNoUse(const CatalogueView& view, Reporter* reporter, const Literal& literal, const Concept& found,
                        model::FieldId field, const model::SymbolList& symbols, const model::SymbolList& values) {
  if (!reporter->ExplainsRemarks()) return;
  if (values.empty()) {
    reporter->Warn(
        literal.span, "no-such-codes",
        absl::StrCat("no record has ", WithArticle(CodedThing(field)), " with a code, so ",
                     ShownTerm(found.id, InUse(view, values, reporter).Label(found.id)), " matches nothing"));
    return;
  }
  if (Meet(symbols, values)) return;
  KindsInUse kinds(view.terminology(), values);
  const std::string kind(KindOf(found.id));
  if (kinds.recorded().contains(kind)) return;
  for (const ontology::Node node : found.nodes) {
    if (kinds.recorded().contains(KindOf(view.terminology().TermId(node)))) return;
  }
  // Terms of the system stand for codes that are in use, and this one for such as well: nobody happens to have it.
  const std::vector<std::string> codes = view.terminology().CodesOf(found, Reach::kDescendants);
  const auto is_of_use = [&](const std::string& code) { return kinds.recorded().contains(KindOf(code)); };
  if (std::ranges::any_of(codes, is_of_use) && kinds.Reach(found.id)) return;
  constexpr size_t kMaxKinds = 5;
  std::vector<std::string> in_use(kinds.recorded().begin(), kinds.recorded().end());
  if (in_use.size() > kMaxKinds) in_use.resize(kMaxKinds);
  std::vector<std::string> hints = WhereElse(view, reporter, found, field, symbols);
  hints.push_back(absl::StrCat("codes in use begin with ", absl::StrJoin(in_use, ", ")));
  const model::EntityInfo& asked = model::Info(model::Info(field).entity);
  if (hints.size() == 1 && asked.primary == static_cast<int>(field)) {
    hints.push_back(
        absl::StrCat("terms like \"WORD\" in ", std::string(asked.plural), " finds what is recorded by its name"));
  }
  reporter->Warn(
      literal.span, "no-such-codes",
      absl::StrCat("no ", CodedThing(field), " here is coded with ", kind.empty() ? "such a code" : kind, ", so ",
                   ShownTerm(found.id, InUse(view, values, reporter).Label(found.id)), " matches nothing"),
      std::move(hints));
}

}  // namespace muster::bind
