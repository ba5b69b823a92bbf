// Gives the same alias to another type, and a function the name of a type.
#include "grammar/word.h"

namespace muster::grammar {
namespace {

using Op = Word::Kind;

int Word(int number) { return number; }

}  // namespace
}  // namespace muster::grammar
