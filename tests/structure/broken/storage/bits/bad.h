// A room that includes what is above it.
#include "storage/keys.h"
