#include <string_view>

#include "muster/catalogue.h"
#include "muster_version.h"

namespace muster {

std::string_view Version() { return MUSTER_VERSION; }

}  // namespace muster
