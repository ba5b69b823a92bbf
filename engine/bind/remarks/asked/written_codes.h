// Private to bind/: the terms that criteria ask for, in whatever form.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_WRITTEN_CODES_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_WRITTEN_CODES_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Terms of one field that a criterion names.
struct WrittenCodes {
  model::FieldId field;
  std::vector<grammar::Literal> terms;
  /// The saved cohort whose definition they stand in, if any, and where it is named; spans of `terms` are of that text.
  std::string cohort = {};
  grammar::Span of_cohort = {};
};

/// Those of `has`, and of comparisons of fields of codes, in the order of the text, wherever they stand: also under
/// `not`, and in the definitions of saved cohorts. `where` is about rows of `space`, and bound without mistakes.
std::vector<WrittenCodes> CodesWrittenIn(const CatalogueView& view, const grammar::Expr& where, model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_WRITTEN_CODES_H_
