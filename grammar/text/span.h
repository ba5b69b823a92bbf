// A place in a query text.
#ifndef MUSTER_GRAMMAR_TEXT_SPAN_H_
#define MUSTER_GRAMMAR_TEXT_SPAN_H_

#include <cstddef>

namespace muster::grammar {

/// Bytes [begin, end) of the query text.
struct Span {
  size_t begin = 0;
  size_t end = 0;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_SPAN_H_
