// A table that is worked out while others read it.
#ifndef MUSTER_GRAMMAR_STEP_TABLE_H_
#define MUSTER_GRAMMAR_STEP_TABLE_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace muster::grammar {

/// Steps are numbered from 1 and never move or go. Each has a result and leads to other steps by symbols 0 to
/// kSymbols - 1. Reading needs no lock; additions are one at a time. Few bytes each: a text visits hundreds of them,
/// and what a query reads pushes them out of the processor's cache.
template <size_t kSymbols>
class StepTable {
 public:
  using Id = uint16_t;
  static constexpr Id kUnknown = 0;  ///< where a step leads to is not worked out yet

  int Result(Id step) const { return At(step).result; }
  Id Next(Id step, size_t symbol) const { return At(step).next[symbol].load(std::memory_order_acquire); }

  Id Add(int result) {
    const size_t id = ++size_;
    if (id >= kChunks * kChunk) std::abort();  // the grammar bounds the steps far below this
    if (chunks_[id / kChunk] == nullptr) chunks_[id / kChunk] = std::make_unique<std::array<Step, kChunk>>();
    At(static_cast<Id>(id)).result = static_cast<int16_t>(result);
    return static_cast<Id>(id);
  }
  void Link(Id step, size_t symbol, Id next) { At(step).next[symbol].store(next, std::memory_order_release); }

  size_t size() const { return size_; }

 private:
  static constexpr size_t kChunk = 128;
  static constexpr size_t kChunks = 128;

  struct Step {
    int16_t result = 0;
    std::array<std::atomic<Id>, kSymbols> next = {};
  };

  const Step& At(Id step) const { return (*chunks_[step / kChunk])[step % kChunk]; }
  Step& At(Id step) { return (*chunks_[step / kChunk])[step % kChunk]; }

  size_t size_ = 0;
  std::array<std::unique_ptr<std::array<Step, kChunk>>, kChunks> chunks_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_STEP_TABLE_H_
