// Rows as they are found: the text is asked on a thread of its own, which hands over batches to whoever takes them.
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bindings/c/arrow_batch.h"
#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "muster/catalogue.h"
#include "muster/query.h"

namespace muster::c {
namespace {

// Batches that wait to be taken; then the thread waits.
constexpr size_t kMaxWaiting = 4;

// Why a text had no rows, by the first of its diagnostics that is an error.
muster_code CodeOfErrors(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& one : diagnostics) {
    if (one.severity != Severity::kError) continue;
    if (one.code == "deadline") return MUSTER_DEADLINE;
    if (one.code == "cancelled") return MUSTER_CANCELLED;
    if (one.code == "too-much-memory") return MUSTER_NO_MEMORY;
    break;
  }
  return MUSTER_INVALID_ARGUMENT;
}

int ErrnoOf(muster_code code) {
  switch (code) {
    case MUSTER_INVALID_ARGUMENT:
      return EINVAL;
    case MUSTER_DEADLINE:
      return ETIMEDOUT;
    case MUSTER_CANCELLED:
      return ECANCELED;
    case MUSTER_NO_MEMORY:
      return ENOMEM;
    default:
      return EIO;
  }
}

class RowStream {
 public:
  RowStream(std::shared_ptr<Host> host, muster_snapshot::Ptr snapshot, std::string text, QueryOptions options)
      : host_(std::move(host)),
        call_(std::make_unique<Host::Call>(*host_)),
        snapshot_(std::move(snapshot)),
        text_(std::move(text)),
        options_(std::move(options)) {}

  // Not in the child of a fork.
  ~RowStream() {
    {
      const std::lock_guard lock(mutex_);
      released_ = true;
    }
    options_stop_.request_stop();
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  Failure Start() {
    if (call_->failure().code != MUSTER_OK) return call_->failure();
    options_.stop = options_stop_.get_token();
    thread_ = std::thread([this] { Run(); });
    return Ok();
  }

  int GetSchema(ArrowSchema* out) {
    std::unique_lock<std::mutex> lock;
    if (const int failed = Wait(&lock); failed != 0) return failed;
    FillSchema(first_, out);
    return 0;
  }

  int GetNext(ArrowArray* out) {
    std::unique_lock<std::mutex> lock;
    if (const int failed = Wait(&lock); failed != 0) return failed;
    if (waiting_.empty()) {
      std::memset(out, 0, sizeof(*out));  // the end: nothing to release
      return 0;
    }
    FillArray(waiting_.front(), out);
    waiting_.pop_front();
    changed_.notify_all();
    return 0;
  }

  bool IsForked() const { return host_->IsForked(); }
  const char* error() const { return error_.empty() ? nullptr : error_.c_str(); }
  void SetError(const char* error) noexcept {
    try {
      error_ = error;
    } catch (...) {
      error_.clear();
    }
  }

 private:
  // Until there is a batch, or all is done.
  int Wait(std::unique_lock<std::mutex>* lock) {
    if (IsForked()) {
      SetError("the stream was made before this process was forked");
      return EPERM;
    }
    *lock = std::unique_lock(mutex_);
    changed_.wait(*lock, [this] { return !waiting_.empty() || done_; });
    if (waiting_.empty() && !failure_.empty()) {
      error_ = failure_;
      return errno_;
    }
    return 0;
  }

  // On the thread. Nothing may leave it.
  void Run() noexcept {
    try {
      End(Ask());
    } catch (...) {
      End({MUSTER_NO_MEMORY, {}});
    }
  }

  Failure Ask() {
    const RowSink sink = [this](size_t statement, const std::vector<Column>& columns, Rows rows) {
      return Take(statement, columns, rows);
    };
    auto answers = snapshot_ != nullptr ? snapshot_->Stream(text_, options_, sink)
                                        : host_->catalogue().Stream(text_, options_, sink);
    if (!answers.ok()) return FailureOf(answers.status());
    if (answers->size() != 1) return {MUSTER_INVALID_ARGUMENT, "a stream is of a text with one statement"};
    const Answer& answer = answers->front();
    if (HasErrors(answer.diagnostics)) {
      return {CodeOfErrors(answer.diagnostics), RenderDiagnostics(text_, answer.diagnostics)};
    }
    // Of a table without rows there was no batch, and of rows that were not streamed neither.
    if (answer.table.has_value() && (first_ == nullptr || !answer.table->rows.empty())) {
      Take(0, answer.table->columns, answer.table->rows);
    }
    return Ok();
  }

  bool Take(size_t statement, const std::vector<Column>& columns, const Rows& rows) {
    if (statement != 0) return false;
    BatchPtr batch = MakeBatch(columns, rows);
    std::unique_lock lock(mutex_);
    if (first_ == nullptr) first_ = batch;
    for (size_t c = 0; c < columns.size(); ++c) {
      if (std::strcmp(first_->columns[c].format, batch->columns[c].format) == 0) continue;
      failure_ = "a column has values of another type in a later batch: " + columns[c].name;
      return false;
    }
    changed_.wait(lock, [this] { return waiting_.size() < kMaxWaiting || released_; });
    if (released_) return false;
    if (batch->rows > 0) waiting_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
  }

  void End(const Failure& failure) noexcept {
    const std::lock_guard lock(mutex_);
    done_ = true;
    if (failure.code != MUSTER_OK) {
      errno_ = ErrnoOf(failure.code);
      try {
        if (failure_.empty()) failure_ = failure.message.empty() ? "out of memory" : failure.message;
      } catch (...) {
        failure_ = "memory";  // short enough to need none
      }
    }
    changed_.notify_all();
  }

  const std::shared_ptr<Host> host_;
  std::unique_ptr<Host::Call> call_;  // so that the catalogue is not closed meanwhile; destroyed after the snapshot
  const muster_snapshot::Ptr snapshot_;
  const std::string text_;
  QueryOptions options_;
  std::stop_source options_stop_;
  std::thread thread_;
  std::string error_;  // of the thread that takes

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_.
  BatchPtr first_;
  std::deque<BatchPtr> waiting_;
  bool done_ = false;
  bool released_ = false;
  std::string failure_;
  int errno_ = EIO;
};

RowStream* StreamOf(ArrowArrayStream* stream) { return static_cast<RowStream*>(stream->private_data); }

template <typename F>
int Fenced(ArrowArrayStream* stream, const F& f) noexcept {
  const Uncancellable call;
  try {
    return f(*StreamOf(stream));
  } catch (...) {
    StreamOf(stream)->SetError("out of memory");
    return ENOMEM;
  }
}

int GetRowSchema(ArrowArrayStream* stream, ArrowSchema* out) {
  return Fenced(stream, [&](RowStream& rows) { return rows.GetSchema(out); });
}
int GetNextRows(ArrowArrayStream* stream, ArrowArray* out) {
  return Fenced(stream, [&](RowStream& rows) { return rows.GetNext(out); });
}
const char* GetRowError(ArrowArrayStream* stream) { return StreamOf(stream)->error(); }
void ReleaseRows(ArrowArrayStream* stream) {
  const Uncancellable call;
  // In the child of a fork the thread is not there, and what it waited on cannot be destroyed: that would wait for it.
  if (!StreamOf(stream)->IsForked()) delete StreamOf(stream);
  stream->private_data = nullptr;
  stream->release = nullptr;
}

}  // namespace
}  // namespace muster::c

muster_code muster_stream(muster_catalogue* catalogue, muster_snapshot* snapshot, muster_text text,
                          const muster_params* params, const muster_options* options, struct ArrowArrayStream* out,
                          muster_error** error) {
  return muster::c::OnCatalogue(catalogue, error, [&](muster::c::Host& host) -> muster::c::Failure {
    if (!muster::c::IsText(text) || !muster::c::IsOrNull(snapshot) || out == nullptr) {
      return muster::c::Invalid("the text, the snapshot or the place is none");
    }
    if (snapshot != nullptr && &snapshot->held.host() != &host) {
      return muster::c::Invalid("the snapshot is of another catalogue");
    }
    muster::QueryOptions read;
    if (muster::c::Failure failure = muster::c::ReadQueryOptions(options, params, nullptr, &read);
        failure.code != MUSTER_OK) {
      return failure;
    }
    if (text.size > read.max_text_bytes) {  // and so it is not copied
      return muster::c::Invalid("the text has " + std::to_string(text.size) + " bytes; at most " +
                                std::to_string(read.max_text_bytes) + " are read");
    }
    auto stream =
        std::make_unique<muster::c::RowStream>(host.shared_from_this(), snapshot == nullptr ? nullptr : *snapshot->held,
                                               std::string(muster::c::ViewOf(text)), std::move(read));
    if (muster::c::Failure failure = stream->Start(); failure.code != MUSTER_OK) return failure;
    *out = {&muster::c::GetRowSchema, &muster::c::GetNextRows, &muster::c::GetRowError, &muster::c::ReleaseRows,
            stream.release()};
    return muster::c::Ok();
  });
}
