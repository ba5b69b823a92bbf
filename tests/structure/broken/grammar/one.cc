// Gives an alias to one type.
#include "grammar/word.h"

namespace muster::grammar {

using Op = Word::Op;

}  // namespace muster::grammar
