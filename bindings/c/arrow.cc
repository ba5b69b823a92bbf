// Tables as streams by Arrow's C interface: one record batch, made at the call, so that it needs nothing of the answers
// any more.
#include <cerrno>
#include <cstring>
#include <memory>

#include "bindings/c/arrow_batch.h"
#include "bindings/c/failure.h"
#include "bindings/c/handles.h"
#include "muster/table.h"

namespace muster::c {
namespace {

struct StreamState {
  BatchPtr batch;
  bool done = false;
  const char* error = nullptr;
};

int GetSchema(ArrowArrayStream* stream, ArrowSchema* out) {
  auto* state = static_cast<StreamState*>(stream->private_data);
  try {
    FillSchema(state->batch, out);
    return 0;
  } catch (...) {
    state->error = "out of memory";
    return ENOMEM;
  }
}

int GetNext(ArrowArrayStream* stream, ArrowArray* out) {
  auto* state = static_cast<StreamState*>(stream->private_data);
  try {
    if (state->done || state->batch->rows == 0) {
      std::memset(out, 0, sizeof(*out));  // the end: nothing to release
      return 0;
    }
    FillArray(state->batch, out);
    state->done = true;
    return 0;
  } catch (...) {
    state->error = "out of memory";
    return ENOMEM;
  }
}

const char* GetLastError(ArrowArrayStream* stream) { return static_cast<StreamState*>(stream->private_data)->error; }

void ReleaseStream(ArrowArrayStream* stream) {
  delete static_cast<StreamState*>(stream->private_data);
  stream->private_data = nullptr;
  stream->release = nullptr;
}

}  // namespace
}  // namespace muster::c

muster_code muster_answer_to_arrow(const muster_answers* answers, size_t a, struct ArrowArrayStream* out,
                                   muster_error** error) {
  return muster::c::Guarded(error, [&]() -> muster::c::Failure {
    if (!muster::c::Is(answers) || out == nullptr || a >= answers->answers.size() ||
        !answers->answers[a].table.has_value()) {
      return {MUSTER_INVALID_ARGUMENT, "there is no such table, or no place for it"};
    }
    auto state = std::make_unique<muster::c::StreamState>();
    state->batch = muster::c::MakeBatch(answers->answers[a].table->columns, answers->answers[a].table->rows);
    *out = {&muster::c::GetSchema, &muster::c::GetNext, &muster::c::GetLastError, &muster::c::ReleaseStream,
            state.release()};
    return muster::c::Ok();
  });
}
