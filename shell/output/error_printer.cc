#include "shell/output/error_printer.h"

#include "shell/output/remarks.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {

void ErrorPrinter::Complain(std::string_view message) const {
  console_.err << "muster: ";
  if (!position_.file.empty()) console_.err << Printable(position_.file) << ":" << position_.line << ": ";
  console_.err << message << "\n" << std::flush;
}

void ErrorPrinter::Remark(std::string_view text, const std::vector<Diagnostic>& diagnostics) const {
  if (diagnostics.empty()) return;
  // Lines are counted from the beginning of the file.
  const std::string remarks = RenderRemarks(text, diagnostics, console_.err_is_terminal ? console_.width : 0,
                                            position_.line > 0 ? position_.line : 1);
  if (remarks.empty()) return;
  if (!position_.file.empty()) console_.err << Printable(position_.file) << ":\n";
  console_.err << remarks << std::flush;
}

}  // namespace muster::shell
