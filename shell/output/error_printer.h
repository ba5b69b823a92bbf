// Prints errors with the file and the line that is being read.
#ifndef MUSTER_SHELL_OUTPUT_ERROR_PRINTER_H_
#define MUSTER_SHELL_OUTPUT_ERROR_PRINTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "muster/diagnostic.h"
#include "shell/terminal/console.h"

namespace muster::shell {

class ErrorPrinter {
 public:
  /// Where the statement or command being run begins.
  struct Position {
    std::string file = {};  ///< empty: none that has a name
    size_t line = 0;        ///< 0: not known
  };

  explicit ErrorPrinter(Console& console) : console_(console) {}

  Position& position() { return position_; }
  /// Prints "muster: MESSAGE" to the console's `err`, or "muster: FILE:LINE: MESSAGE" while a file is read.
  void Complain(std::string_view message) const;
  /// Prints what is wrong with `text`, or worth knowing about it, its lines numbered as in the file that it comes from.
  void Remark(std::string_view text, const std::vector<Diagnostic>& diagnostics) const;

 private:
  Console& console_;
  Position position_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_ERROR_PRINTER_H_
