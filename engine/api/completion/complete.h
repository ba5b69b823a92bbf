// Private to api/: what may be written at the cursor.
#ifndef MUSTER_ENGINE_API_COMPLETION_COMPLETE_H_
#define MUSTER_ENGINE_API_COMPLETION_COMPLETE_H_

#include <string_view>

#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/catalogue.h"

namespace muster::api {

Completions Complete(std::string_view text, size_t cursor, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_COMPLETE_H_
