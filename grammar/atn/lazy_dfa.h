// A deterministic automaton whose transitions are computed when they are first needed, while others read it.
#ifndef MUSTER_GRAMMAR_ATN_LAZY_DFA_H_
#define MUSTER_GRAMMAR_ATN_LAZY_DFA_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace muster::grammar::atn {

/// States are numbered from 1 and never move or disappear. Each has a result, and transitions on the symbols 0 to
/// kSymbols - 1. Reading needs no lock; additions must be made one at a time. A state has few bytes: a text visits
/// hundreds of them, and the rest of a query pushes them out of the processor's cache.
template <size_t kSymbols>
class LazyDfa {
 public:
  using Id = uint16_t;
  static constexpr Id kUnknown = 0;  ///< a transition that is not computed yet

  /// Where reading stands: whoever reads on keeps it, and finds each state once.
  class State {
   public:
    int result() const { return result_; }
    Id Next(size_t symbol) const { return next_[symbol].load(std::memory_order_acquire); }

   private:
    friend class LazyDfa;
    int16_t result_ = 0;
    std::array<std::atomic<Id>, kSymbols> next_ = {};
  };

  const State& At(Id state) const { return (*chunks_[state / kChunk])[state % kChunk]; }

  Id Add(int result) {
    const size_t id = size_ + 1;
    if (id >= kChunks * kChunk) std::abort();  // the grammar bounds the states far below this
    if (chunks_[id / kChunk] == nullptr) chunks_[id / kChunk] = std::make_unique<std::array<State, kChunk>>();
    size_ = id;  // now that there was memory for it
    Mutable(static_cast<Id>(id)).result_ = static_cast<int16_t>(result);
    return static_cast<Id>(id);
  }
  void Link(Id state, size_t symbol, Id next) { Mutable(state).next_[symbol].store(next, std::memory_order_release); }

  size_t size() const { return size_; }

 private:
  static constexpr size_t kChunk = 128;
  static constexpr size_t kChunks = 128;

  State& Mutable(Id state) { return (*chunks_[state / kChunk])[state % kChunk]; }

  size_t size_ = 0;
  std::array<std::unique_ptr<std::array<State, kChunk>>, kChunks> chunks_;
};

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_LAZY_DFA_H_
