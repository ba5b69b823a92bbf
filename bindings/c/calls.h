// What the entry functions have in common.
#ifndef MUSTER_BINDINGS_C_CALLS_H_
#define MUSTER_BINDINGS_C_CALLS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "bindings/c/answers.h"
#include "bindings/c/failure.h"
#include "bindings/c/handles.h"
#include "bindings/c/host.h"
#include "bindings/c/text.h"

namespace muster::c {

inline Failure Invalid(std::string message) { return {MUSTER_INVALID_ARGUMENT, std::move(message)}; }

/// Of a list of texts. MUSTER_INVALID_ARGUMENT: NULL with a length, or a text that is none.
inline Failure ReadTexts(const muster_text* texts, size_t n, std::vector<std::string>* out) {
  if (texts == nullptr && n > 0) return Invalid("a list of texts is NULL");
  for (size_t i = 0; i < n; ++i) {
    if (!IsText(texts[i])) return Invalid("a text is NULL, and its size is not 0");
    out->emplace_back(ViewOf(texts[i]));
  }
  return Ok();
}

/// Runs `f(Host&)`, which returns a Failure, as a call on the catalogue. An output, where there is one, is NULL first.
template <typename F>
muster_code OnCatalogue(muster_catalogue* catalogue, muster_error** error, const F& f) noexcept {
  return Guarded(error, [&]() -> Failure {
    if (!Is(catalogue)) return Invalid("the catalogue is NULL, as one that was closed is, or none");
    Host& host = *catalogue->host;
    const Host::Call call(host);
    if (call.failure().code != MUSTER_OK) return call.failure();
    return f(host);
  });
}

/// The same on what belongs to a catalogue, and is `held`.
template <typename T, typename F>
muster_code OnHeld(T* object, muster_error** error, const F& f) noexcept {
  return Guarded(error, [&]() -> Failure {
    if (!Is(object)) return Invalid("the object is NULL, as one that was freed is, or of another kind");
    const Host::Call call(object->held.host());
    if (call.failure().code != MUSTER_OK) return call.failure();
    return f(*object->held);
  });
}

/// Hands out the answers to `text`, which may be a report's tables. Where nobody wants them, they are dropped.
inline Failure HandOut(std::vector<Answer> answers, std::string_view text, muster_answers** out) {
  if (out != nullptr) *out = MakeAnswers(std::move(answers), text);
  return Ok();
}

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_CALLS_H_
