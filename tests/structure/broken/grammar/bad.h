#include "storage/keys.h"
