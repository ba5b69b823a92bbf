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

void RemarkOnOtherRows(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::FieldId field,
                       const grammar::Name& name, bool terms) {
  const model::Field& info = model::Info(field);
  const bool main = model::Info(info.entity).primary == static_cast<int>(field);  // its values are what is asked
  if (terms || main || info.entity == Entity::kIndividual || view.listed() != nullptr) return;
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
