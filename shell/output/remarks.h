// Diagnostics in lines that fit the window.
#ifndef MUSTER_SHELL_OUTPUT_REMARKS_H_
#define MUSTER_SHELL_OUTPUT_REMARKS_H_

#include <string>
#include <string_view>
#include <vector>

#include "muster/diagnostic.h"

namespace muster::shell {

/// As RenderDiagnostics, in lines of at most `width` columns: of a long line of the text the part around the words
/// meant, with an ellipsis where it is cut, and the carets under these words. A `width` of 0: as wide as it takes.
/// `first_line` is the number of the first line of `text`. A long line with several remarks is shown once; behind that,
/// the part around the words meant.
std::string RenderRemarks(std::string_view text, const std::vector<Diagnostic>& diagnostics, int width,
                          size_t first_line = 1);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_REMARKS_H_
