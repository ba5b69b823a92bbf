// A room that includes what is above it.
#include "storage/keys.h"
static  int badly_written;
