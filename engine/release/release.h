// The one door through which every number leaves.
#ifndef MUSTER_ENGINE_RELEASE_RELEASE_H_
#define MUSTER_ENGINE_RELEASE_RELEASE_H_

#include <string>

#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/table.h"

namespace muster::release {

/// What the one who asks may see. The embedding program is trusted with exact numbers.
enum class Policy { kExact };

/// Lets `table` out under `policy`: stamps it with what is needed to obtain the same numbers again. `statement` is the
/// canonical text of the statement.
Table Release(Table table, Policy policy, std::string statement, const bind::CatalogueView& view);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_RELEASE_H_
