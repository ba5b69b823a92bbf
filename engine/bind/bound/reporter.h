// Collects the problems of one statement while it is bound.
#ifndef MUSTER_ENGINE_BIND_BOUND_REPORTER_H_
#define MUSTER_ENGINE_BIND_BOUND_REPORTER_H_

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "grammar/completion/written_hint.h"
#include "grammar/rewrite.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::bind {

/// The note on a statement whose notes were ended by NotesScope.
inline Diagnostic NotesIncomplete(grammar::Span span) {
  return {Severity::kWarning,
          "notes-incomplete",
          "there was no time to look for all warnings and notes on this: there may be more to say",
          span.begin,
          span.end,
          {"give the query more time"}};
}

/// Not thread-safe. A failure to read the catalogue (`Fail`) ends binding; mistakes of the user do not. The number of
/// mistakes and remarks is bounded, as each hint costs a search: beyond the bound, only one diagnostic says that there
/// are more.
class Reporter {
 public:
  static constexpr int kMaxErrors = 20;
  static constexpr int kMaxRemarks = 50;

  enum class Remarks { kAll, kNone };

  /// Without remarks, only mistakes are reported, and nothing is looked up for remarks.
  explicit Reporter(std::vector<Diagnostic>* diagnostics, Remarks remarks = Remarks::kAll)
      : diagnostics_(diagnostics), remarks_(remarks == Remarks::kAll ? 0 : kMaxRemarks + 1) {}

  void Error(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    ++count_;
    if (++errors_ <= kMaxErrors) {
      std::erase_if(hints, [](const std::string& hint) { return grammar::CanBeRead(hint) == false; });
      Report(Severity::kError, span, std::move(code), std::move(message), std::move(hints));
    } else if (errors_ == kMaxErrors + 1) {
      Report(Severity::kNote, span, "more-mistakes", "there may be more mistakes from here on", {});
    }
  }
  /// Reports that the text from `span` on was not checked, as there is no room for further mistakes.
  void ReportUnchecked(grammar::Span span) { Error(span, "", ""); }
  void Warn(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    Remark(Severity::kWarning, span, std::move(code), std::move(message), std::move(hints));
  }
  void Note(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    Remark(Severity::kNote, span, std::move(code), std::move(message), std::move(hints));
  }
  /// Reported even beyond the bound.
  void Add(Diagnostic diagnostic) { diagnostics_->push_back(std::move(diagnostic)); }
  /// The statement that is bound, which hints may quote. Must outlive this.
  void set_statement(const grammar::Statement* statement) { statement_ = statement; }
  /// The whole statement with other criteria in it; empty if that cannot be written.
  std::string Rewritten(grammar::Rewriting rewriting) const {
    return statement_ == nullptr ? "" : grammar::Rewritten(*statement_, std::move(rewriting));
  }
  /// The whole statement with one criterion replaced.
  template <typename Node>
  std::string RewrittenWith(const void* criterion, Node instead) const {
    if (statement_ == nullptr) return "";
    grammar::Rewriting rewriting;
    rewriting[criterion] = std::make_unique<grammar::Expr>(grammar::Expr{{}, std::move(instead)});
    return grammar::Rewritten(*statement_, std::move(rewriting));
  }
  /// Whether a further mistake would be reported. If not, there is no need to look for hints.
  bool ExplainsErrors() const { return errors_ < kMaxErrors; }
  bool ExplainsRemarks() const { return remarks_ < kMaxRemarks; }
  /// Whether a further remark would be reported, or would be the one that says that there are more.
  bool HasRoomForRemarks() const { return remarks_ <= kMaxRemarks; }
  /// Whether a diagnostic with this code was reported at this beginning.
  bool HasReported(std::string_view code, grammar::Span span) const {
    return std::any_of(diagnostics_->begin(), diagnostics_->end(),
                       [&](const Diagnostic& known) { return known.code == code && known.begin == span.begin; });
  }
  /// Replaces the message of the last diagnostic with this code at this beginning. An empty message removes it.
  void ReplaceMessage(std::string_view code, grammar::Span span, std::string message) {
    const auto last = std::find_if(diagnostics_->rbegin(), diagnostics_->rend(),
                                   [&](const Diagnostic& one) { return one.code == code && one.begin == span.begin; });
    if (last == diagnostics_->rend()) return;
    if (message.empty()) {
      diagnostics_->erase(std::prev(last.base()));
    } else {
      last->message = std::move(message);
    }
  }
  /// Whether an earlier diagnostic has this hint: a list of what is recorded is told once.
  bool HasHinted(std::string_view hint) const {
    return std::any_of(diagnostics_->begin(), diagnostics_->end(), [&](const Diagnostic& known) {
      return std::find(known.hints.begin(), known.hints.end(), hint) != known.hints.end();
    });
  }
  /// Records an internal failure. The first one is kept, unless it only ended notes.
  void Fail(const absl::Status& status) {
    if (status_.ok() || (EndsNotes(status_) && !status.ok())) status_ = status;
  }
  /// If the failure only says that there was no more time for notes, clears it and records that notes are incomplete.
  void EndNotes() {
    if (!EndsNotes(status_)) return;
    status_ = absl::OkStatus();
    notes_are_incomplete_ = true;
  }
  bool notes_are_incomplete() const { return notes_are_incomplete_; }

  const absl::Status& status() const { return status_; }
  int errors() const { return errors_; }
  /// How many diagnostics there were, whether they were reported or not.
  int diagnostic_count() const { return count_; }

 private:
  void Remark(Severity severity, grammar::Span span, std::string code, std::string message,
              std::vector<std::string> hints) {
    ++count_;
    // One comparison may be bound as two, which would report the same twice.
    const Diagnostic* last = diagnostics_->empty() ? nullptr : &diagnostics_->back();
    if (last != nullptr && last->begin == span.begin && last->message == message) return;
    if (++remarks_ <= kMaxRemarks) {
      Report(severity, span, std::move(code), std::move(message), std::move(hints));
    } else if (remarks_ == kMaxRemarks + 1) {
      Report(Severity::kWarning, span, "more-remarks", "there is more to say from here on", {});
    }
  }
  void Report(Severity severity, grammar::Span span, std::string code, std::string message,
              std::vector<std::string> hints) {
    diagnostics_->push_back({severity, std::move(code), std::move(message), span.begin, span.end, std::move(hints)});
  }

  std::vector<Diagnostic>* diagnostics_;
  const grammar::Statement* statement_ = nullptr;
  absl::Status status_;
  bool notes_are_incomplete_ = false;
  int count_ = 0;
  int errors_ = 0;
  int remarks_;  // those beyond kMaxRemarks + 1 were not reported
};

/// A reporter whose diagnostics nobody reads: for criteria that were bound before, or that are only tried.
struct DiscardedDiagnostics {
  std::vector<Diagnostic> discarded;
};
class SilentReporter : private DiscardedDiagnostics, public Reporter {
 public:
  explicit SilentReporter(Remarks remarks = Remarks::kAll) : Reporter(&discarded, remarks) {}
  // `discarded` is part of this.
  SilentReporter(const SilentReporter&) = delete;
  SilentReporter& operator=(const SilentReporter&) = delete;
};

/// For the time in which notes on an answer are looked for: they end when they may take no more time (NotesScope).
class TimeForNotes {
 public:
  explicit TimeForNotes(Reporter* reporter) : reporter_(reporter) {}
  ~TimeForNotes() {
    if (scope_.is_bounded()) reporter_->EndNotes();
  }
  TimeForNotes(const TimeForNotes&) = delete;
  TimeForNotes& operator=(const TimeForNotes&) = delete;

 private:
  Reporter* const reporter_;
  const NotesScope scope_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_REPORTER_H_
