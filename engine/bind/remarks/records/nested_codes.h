// Private to bind/: a term and one below it, which `distinct` counts as two.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NESTED_CODES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NESTED_CODES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Note `general-term`, where somebody whom the criteria ask for has a code that `has` asks for beside one below it. Of
/// more than 100 codes that others lie below, it says that there are such codes, and not who has them; of more than
/// 2,000 codes, nothing.
void RemarkOnNestedCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                         const grammar::Has& has, model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NESTED_CODES_H_
