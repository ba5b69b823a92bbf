// In one room, but in a folder that includes one which includes it.
#include "grammar/habits/deep/far.h"
