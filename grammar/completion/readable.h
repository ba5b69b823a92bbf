// Whether a text that a hint proposes is one of the language.
#ifndef MUSTER_GRAMMAR_COMPLETION_READABLE_H_
#define MUSTER_GRAMMAR_COMPLETION_READABLE_H_

#include <string>

namespace muster::grammar {

/// Whether `text` has no syntax error. What names mean is not looked at. Thread-safe.
bool IsReadable(const std::string& text);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_COMPLETION_READABLE_H_
