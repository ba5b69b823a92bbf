#include "shell/interactive/typing_help.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "shell/interactive/complete_command.h"
#include "shell/interactive/live_count.h"

namespace muster::shell {
namespace {

/// Tab is pressed to see something: a little longer is not felt.
constexpr std::chrono::milliseconds kCompletionBudget{40};
/// A longer count is not worth its processor time, as nobody has asked for it yet.
constexpr std::chrono::milliseconds kLiveBudget{1000};

}  // namespace

bool TypingHelp::Counts() const { return live_ && !catalogue_.principal().has_value(); }

Completions TypingHelp::Complete(std::string_view text, size_t cursor) const {
  CatalogueHandle* const handle = catalogue_.handle();
  if (handle == nullptr) return {};
  if (text.starts_with('.')) return CompleteCommand(text.substr(0, cursor));
  Completions completions = handle->Complete(text, cursor);
  if (!Counts()) return completions;
  completions.begin += study_date_.size();
  completions = CountedCompletions(*handle, study_date_.InFrontOf(text.substr(0, cursor)), std::move(completions),
                                   options_, kCompletionBudget);
  completions.begin -= study_date_.size();
  return completions;
}

LiveView TypingHelp::Live(std::string_view text, std::stop_token stop) const {
  CatalogueHandle* const handle = catalogue_.handle();
  if (!Counts() || handle == nullptr) return {};
  LiveView view = LiveCount(*handle, study_date_.InFrontOf(text), options_, kLiveBudget, std::move(stop));
  for (LiveView::Mark& mark : view.mistakes) {
    mark.begin -= std::min(mark.begin, study_date_.size());
    mark.end -= std::min(mark.end, study_date_.size());
  }
  return view;
}

}  // namespace muster::shell
