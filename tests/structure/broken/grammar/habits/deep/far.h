// The other end of the circle.
#include "grammar/habits/near.h"
