// Text in lines that fit.
#ifndef MUSTER_SHELL_TERMINAL_WRAP_WORDS_H_
#define MUSTER_SHELL_TERMINAL_WRAP_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

/// `text` in lines of at most `width` columns, broken at blanks; a word that is wider is cut. At least one line.
std::vector<std::string> WrapWords(std::string_view text, int width);

/// The same, but blanks at the beginning stay, and the lines after the first have two more.
std::vector<std::string> WrapIndented(std::string_view text, int width);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_WRAP_WORDS_H_
