// Where reading can stand in an automaton: at a state, in a rule that was called from others.
#ifndef MUSTER_GRAMMAR_POSITIONS_H_
#define MUSTER_GRAMMAR_POSITIONS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "grammar/automaton.h"

namespace muster::grammar {

/// Numbers positions as they are met. Not thread-safe.
class Positions {
 public:
  using Id = uint32_t;
  using Set = std::vector<Id>;  ///< ascending, each once

  /// `beyond`: where a rule ends that was not called, reading goes on behind every call of it.
  Positions(const Automaton& automaton, bool beyond);

  /// The position at `state`, in a rule of which nothing is known of where it was called.
  Id At(Automaton::StateId state) { return Number({state, kNoCall}); }

  /// Positions that are reached from `from` without reading anything: those with a symbol to read, and ends.
  const Set& Rests(Id from);

  /// Rests behind each way by which a position of `from` reads `symbol`.
  Set Read(const Set& from, uint32_t symbol);

  /// The rule that ends here, if it is one that was not called.
  std::optional<uint16_t> Ended(Id position) const;

 private:
  // Calls of rules by rules are numbered as well: each is a state to go on from, in the call around it.
  using CallId = uint32_t;
  static constexpr CallId kNoCall = 0;
  using Call = std::pair<Automaton::StateId, CallId>;
  using Position = std::pair<Automaton::StateId, CallId>;

  Id Number(Position position);
  CallId NumberCall(Call call);
  void Gather(Id from, std::vector<bool>* seen, Set* rests);
  bool Reads(const Automaton::Way& way, uint32_t symbol) const;

  const Automaton& automaton_;
  const bool beyond_;
  absl::flat_hash_map<Position, Id> numbers_;
  std::vector<Position> positions_;
  std::vector<std::optional<Set>> rests_;  // by position, once asked for
  absl::flat_hash_map<Call, CallId> call_numbers_;
  std::vector<Call> calls_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_POSITIONS_H_
