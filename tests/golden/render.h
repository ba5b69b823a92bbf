// Answers as plain text.
#ifndef MUSTER_TESTS_GOLDEN_RENDER_H_
#define MUSTER_TESTS_GOLDEN_RENDER_H_

#include <string>
#include <vector>

#include "muster/table.h"

namespace muster::golden {

/// Header, rows and total with " | " between the cells, then the diagnostics. Codes are followed by their label in
/// brackets, a missing value is "-". Times are left out: they are never the same.
std::string Render(std::string_view text, const Answer& answer);
/// One after the other, with an empty line between answers that have something to show.
std::string Render(std::string_view text, const std::vector<Answer>& answers);

}  // namespace muster::golden

#endif  // MUSTER_TESTS_GOLDEN_RENDER_H_
