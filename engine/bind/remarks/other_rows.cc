#include "engine/bind/remarks/other_rows.h"

#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Has;
using model::Entity;

namespace {

// Of a field whose values are the terms of the entity: what is asked for as absent is not among them.
void RemarkOnObserved(Reporter* reporter, const grammar::Expr& where, Entity entity, const grammar::Name& name) {
  bool excluded = false;
  for (const grammar::Expr* criterion : CriteriaIn(where)) {
    const Has* has = std::get_if<Has>(&criterion->node);
    if (has == nullptr || FindEntity(has->entity.text) != entity || HoldsWithoutRows(*has)) continue;
    if (has->polarity != grammar::Polarity::kExcluded) return;  // both are asked for
    excluded = true;
  }
  if (!excluded) return;
  const std::string plural(model::Info(entity).plural);
  reporter->Note(
      name.span, "other-rows",
      absl::StrCat("by ", name.text, " counts the ", plural, " that are observed, not those recorded as absent"),
      {absl::StrCat("for those write by excluded ", name.text)});
}

}  // namespace

void RemarkOnOtherRows(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::FieldId field,
                       const grammar::Name& name, bool terms) {
  const model::Field& info = model::Info(field);
  const bool main = model::Info(info.entity).primary == static_cast<int>(field);  // its values are what is asked
  if (terms || info.entity == Entity::kIndividual || view.listed() != nullptr) return;
  if (main) return RemarkOnObserved(reporter, where, info.entity, name);
  for (const grammar::Expr* criterion : CriteriaIn(where)) {
    const Has* has = std::get_if<Has>(&criterion->node);
    if (has == nullptr || has->terms.empty() || HoldsWithoutRows(*has) || FindEntity(has->entity.text) != info.entity ||
        has->polarity == grammar::Polarity::kExcluded) {
      continue;
    }
    const std::string plural(model::Info(info.entity).plural);
    reporter->Note(name.span, "other-rows",
                   absl::StrCat(name.text, " is taken from all ", plural, " of those counted, not only from ",
                                NameWithTerms(*has, info.entity)),
                   {absl::StrCat("write ", name.text, " ", grammar::Print(has->terms[0]), " for those alone")});
    return;
  }
}

}  // namespace muster::bind
