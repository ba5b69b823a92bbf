// Private to api/: the notes on an answer, cached with the text that was asked.
#ifndef MUSTER_ENGINE_API_PIPELINE_KEPT_NOTES_H_
#define MUSTER_ENGINE_API_PIPELINE_KEPT_NOTES_H_

#include <atomic>
#include <utility>
#include <vector>

#include "muster/diagnostic.h"

namespace muster::api {

/// Set once, and read without a lock and without writing to memory that threads share. Thread-safe but for moves.
class KeptNotes {
 public:
  KeptNotes() = default;
  KeptNotes(KeptNotes&& other) noexcept : notes_(other.notes_.exchange(nullptr)) {}
  KeptNotes& operator=(KeptNotes&& other) noexcept {
    delete notes_.exchange(other.notes_.exchange(nullptr));
    return *this;
  }
  ~KeptNotes() { delete notes_.load(); }

  /// Null until they are kept.
  const std::vector<Diagnostic>* Get() const { return notes_.load(std::memory_order_acquire); }
  /// The first that are kept stay; those of one text and version are the same.
  void Keep(std::vector<Diagnostic> notes) const {
    const auto* kept = new std::vector<Diagnostic>(std::move(notes));
    const std::vector<Diagnostic>* none = nullptr;
    if (!notes_.compare_exchange_strong(none, kept, std::memory_order_acq_rel)) delete kept;
  }

 private:
  mutable std::atomic<const std::vector<Diagnostic>*> notes_ = nullptr;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_KEPT_NOTES_H_
