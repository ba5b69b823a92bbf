// Private to grammar/: a text, and where ANTLR's tokens are in it.
#ifndef MUSTER_GRAMMAR_ANTLR_ANTLR_SOURCE_H_
#define MUSTER_GRAMMAR_ANTLR_ANTLR_SOURCE_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "antlr4-runtime.h"
#include "grammar/text/span.h"
#include "grammar/text/utf8.h"

namespace muster::grammar {

/// ANTLR counts code points, we count bytes: this has the byte at which each code point begins.
struct AntlrSource {
  explicit AntlrSource(std::string_view source) : text(source) {
    offsets.reserve(text.size() + 1);
    // ANTLR leaves out a byte order mark.
    for (size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < text.size(); i += ReadCodePoint(text, i).length) {
      offsets.push_back(i);
    }
    offsets.push_back(text.size());
  }

  Span SpanOf(const antlr4::Token& token) const {
    const size_t last = offsets.size() - 1;
    const size_t start = std::min(token.getStartIndex(), last);
    const size_t stop = token.getStopIndex() == static_cast<size_t>(-1) ? start : token.getStopIndex() + 1;
    return {offsets[start], offsets[std::max(start, std::min(stop, last))]};
  }
  std::string_view TextOf(Span span) const { return text.substr(span.begin, span.end - span.begin); }

  std::string_view text;
  std::vector<size_t> offsets;  ///< one more than there are code points
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ANTLR_ANTLR_SOURCE_H_
