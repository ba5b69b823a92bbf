// Private to grammar/: what `at most N of`, `exactly N of` and `none of` are.
#ifndef MUSTER_GRAMMAR_SOME_OF_H_
#define MUSTER_GRAMMAR_SOME_OF_H_

#include <string>

#include "grammar/syntax.h"

namespace muster::grammar {

/// All are told by `at least`: at most N is not at least N + 1, exactly N is both, and none is not any. `some` has its
/// number. `mistake` gets what is wrong with that; then the result is any expression.
ExprPtr MakeSomeOf(Span span, AtLeastOf some, std::string* mistake);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SOME_OF_H_
