// Which library it is.
#include "muster/catalogue.h"
#include "muster/muster.h"
#include "muster_version.h"

static_assert(MUSTER_VERSION_NUMBER == MUSTER_PROJECT_VERSION_NUMBER,
              "MUSTER_VERSION_NUMBER in muster.h is not the version in CMakeLists.txt");

uint32_t muster_version_number(void) { return MUSTER_VERSION_NUMBER; }

uint32_t muster_abi(void) { return MUSTER_ABI; }

// A view of a literal, which ends in NUL.
const char* muster_version(void) { return muster::Version().data(); }
