// Collects the problems of one statement while it is bound.
#ifndef MUSTER_ENGINE_BIND_REPORTER_H_
#define MUSTER_ENGINE_BIND_REPORTER_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::bind {

/// Not thread-safe. A failure to read the catalogue (`Fail`) ends binding; mistakes of the user do not.
class Reporter {
 public:
  explicit Reporter(std::vector<Diagnostic>* diagnostics) : diagnostics_(diagnostics) {}

  void Error(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    Report(Severity::kError, span, std::move(code), std::move(message), std::move(hints));
    ++errors_;
  }
  void Warn(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    Report(Severity::kWarning, span, std::move(code), std::move(message), std::move(hints));
  }
  void Note(grammar::Span span, std::string code, std::string message, std::vector<std::string> hints = {}) {
    Report(Severity::kNote, span, std::move(code), std::move(message), std::move(hints));
  }
  /// An internal failure; the first is kept.
  void Fail(absl::Status status) { status_.Update(status); }

  const absl::Status& status() const { return status_; }
  int errors() const { return errors_; }

 private:
  void Report(Severity severity, grammar::Span span, std::string code, std::string message,
              std::vector<std::string> hints) {
    diagnostics_->push_back({severity, std::move(code), std::move(message), span.begin, span.end, std::move(hints)});
  }

  std::vector<Diagnostic>* diagnostics_;
  absl::Status status_;
  int errors_ = 0;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REPORTER_H_
