// Gives the same alias to another type.
#include "grammar/word.h"

namespace muster::grammar {

using Op = Word::Kind;

}  // namespace muster::grammar
