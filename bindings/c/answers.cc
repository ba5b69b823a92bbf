#include "bindings/c/answers.h"

#include <memory>
#include <utility>

#include "bindings/c/json.h"
#include "bindings/c/text.h"
#include "muster/diagnostic.h"

namespace muster::c {

muster_answers* MakeAnswers(std::vector<Answer> answers, std::string_view text) {
  auto made = std::make_unique<muster_answers>();
  made->answers = std::move(answers);
  std::vector<Diagnostic> diagnostics;
  for (const Answer& answer : made->answers) {
    std::vector<muster_answers::Label>& labels = made->labels.emplace_back();
    if (answer.table.has_value()) {
      labels.reserve(answer.table->labels.size());
      for (const auto& label : answer.table->labels) labels.push_back(&label);
    }
    diagnostics.insert(diagnostics.end(), answer.diagnostics.begin(), answer.diagnostics.end());
  }
  made->diagnostics_text = RenderDiagnostics(text, diagnostics);
  return made.release();
}

}  // namespace muster::c

namespace {

const muster::Answer* AnswerOf(const muster_answers* answers, size_t a) {
  return muster::c::Is(answers) && a < answers->answers.size() ? &answers->answers[a] : nullptr;
}

const muster::Diagnostic* DiagnosticOf(const muster_answers* answers, size_t a, size_t d) {
  const muster::Answer* answer = AnswerOf(answers, a);
  return answer != nullptr && d < answer->diagnostics.size() ? &answer->diagnostics[d] : nullptr;
}

constexpr muster_text kNoText = {nullptr, 0};

}  // namespace

size_t muster_answers_count(const muster_answers* answers) {
  return muster::c::Is(answers) ? answers->answers.size() : 0;
}

void muster_answers_free(muster_answers* answers) { muster::c::Free(answers); }

int muster_answers_have_errors(const muster_answers* answers) {
  if (!muster::c::Is(answers)) return 0;
  for (const muster::Answer& answer : answers->answers) {
    if (muster::HasErrors(answer.diagnostics)) return 1;
  }
  return 0;
}

muster_text muster_answers_diagnostics_text(const muster_answers* answers) {
  return muster::c::Is(answers) ? muster::c::TextOf(answers->diagnostics_text) : kNoText;
}

muster_text muster_answers_json(const muster_answers* answers) {
  if (!muster::c::Is(answers)) return kNoText;
  try {
    const std::lock_guard lock(answers->json_mutex);
    if (!answers->json.has_value()) answers->json = muster::c::JsonOf(answers->answers);
    return muster::c::TextOf(*answers->json);
  } catch (...) {
    return kNoText;
  }
}

size_t muster_answer_diagnostics(const muster_answers* answers, size_t a) {
  const muster::Answer* answer = AnswerOf(answers, a);
  return answer == nullptr ? 0 : answer->diagnostics.size();
}

muster_text muster_diagnostic_code(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr ? kNoText : muster::c::TextOf(diagnostic->code);
}

muster_text muster_diagnostic_message(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr ? kNoText : muster::c::TextOf(diagnostic->message);
}

int32_t muster_diagnostic_severity(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  if (diagnostic == nullptr) return -1;
  switch (diagnostic->severity) {
    case muster::Severity::kError:
      return MUSTER_SEVERITY_ERROR;
    case muster::Severity::kWarning:
      return MUSTER_SEVERITY_WARNING;
    case muster::Severity::kNote:
      return MUSTER_SEVERITY_NOTE;
  }
  return -1;
}

size_t muster_diagnostic_begin(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr ? 0 : diagnostic->begin;
}

size_t muster_diagnostic_end(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr ? 0 : diagnostic->end;
}

size_t muster_diagnostic_hints(const muster_answers* answers, size_t a, size_t d) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr ? 0 : diagnostic->hints.size();
}

muster_text muster_diagnostic_hint(const muster_answers* answers, size_t a, size_t d, size_t h) {
  const muster::Diagnostic* diagnostic = DiagnosticOf(answers, a, d);
  return diagnostic == nullptr || h >= diagnostic->hints.size() ? kNoText : muster::c::TextOf(diagnostic->hints[h]);
}
