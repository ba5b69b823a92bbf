// What is shown while a statement is typed.
#ifndef MUSTER_SHELL_INTERACTIVE_TYPING_HELP_H_
#define MUSTER_SHELL_INTERACTIVE_TYPING_HELP_H_

#include <cstddef>
#include <stop_token>
#include <string_view>

#include "muster/catalogue.h"
#include "muster/query.h"
#include "shell/editor/line_editor.h"
#include "shell/interactive/reopenable_catalogue.h"
#include "shell/interactive/session_study_date.h"

namespace muster::shell {

/// Completions and counts for a text that is not entered yet. A guest gets no counts, as numbers while typing would be
/// a way around the door.
class TypingHelp {
 public:
  /// The catalogue that is asked, the study date that holds, and the options with the parameters; all must outlive
  /// this.
  TypingHelp(const ReopenableCatalogue* catalogue, const SessionStudyDate* study_date, const QueryOptions* options)
      : catalogue_(*catalogue), study_date_(*study_date), options_(*options) {}

  /// How `text` can go on at `cursor`: commands, words, names, with how many people would remain.
  Completions Complete(std::string_view text, size_t cursor) const;
  /// What `text` counts so far.
  LiveView Live(std::string_view text, std::stop_token stop) const;

  /// Whether anything is counted.
  bool live() const { return live_; }
  void set_live(bool live) { live_ = live; }

 private:
  bool Counts() const;

  const ReopenableCatalogue& catalogue_;
  const SessionStudyDate& study_date_;
  const QueryOptions& options_;
  bool live_ = true;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_TYPING_HELP_H_
