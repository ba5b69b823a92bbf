// Counts while a statement is typed.
#ifndef MUSTER_SHELL_INTERACTIVE_LIVE_COUNT_H_
#define MUSTER_SHELL_INTERACTIVE_LIVE_COUNT_H_

#include <chrono>
#include <stop_token>
#include <string_view>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/editor/line_editor.h"

namespace muster::shell {

/// What the statement at the end of `text` counts so far, as far as it is complete; with the effect of its last
/// criterion, and mistakes that more text could not correct. Statements that change the catalogue are not run. Ends
/// after about `budget`, or soon after `stop` is requested; what was not counted by then is left out, and
/// LiveView::unfinished is set.
LiveView LiveCount(CatalogueHandle& catalogue, std::string_view text, const QueryOptions& options,
                   std::chrono::microseconds budget, std::stop_token stop = {});

/// `completions` of `text` at `cursor`, its end, with how many would be counted if each were put in, the most first;
/// those that make no whole statement keep their order behind them. Ends within `budget`: what is not counted by then
/// stays.
Completions CountedCompletions(CatalogueHandle& catalogue, std::string_view text, Completions completions,
                               const QueryOptions& options, std::chrono::microseconds budget);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_LIVE_COUNT_H_
