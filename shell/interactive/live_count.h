// Counts while a statement is typed.
#ifndef MUSTER_SHELL_INTERACTIVE_LIVE_COUNT_H_
#define MUSTER_SHELL_INTERACTIVE_LIVE_COUNT_H_

#include <chrono>
#include <stop_token>
#include <string_view>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/editor/line_editor.h"

namespace muster::shell {

/// How many the statement that ends `text` counts so far: as much of it as is whole. Beside it what its last criterion
/// costs; and the mistakes that more text could not mend. Only statements that ask are asked. Ends within `budget`, a
/// little more or less, or soon after `stop` says so; what was not counted by then is left out, and
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
