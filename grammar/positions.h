// Where reading can stand in an automaton: at a state, in a rule that was called from others.
#ifndef MUSTER_GRAMMAR_POSITIONS_H_
#define MUSTER_GRAMMAR_POSITIONS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "grammar/automaton.h"

namespace muster::grammar {

/// Numbers positions as they are met. Not thread-safe.
class Positions {
 public:
  using Id = uint32_t;
  using Set = std::vector<Id>;  ///< ascending, each once

  /// `beyond`: where a rule ends that was not called, reading goes on behind every call of it.
  Positions(const Automaton& automaton, bool beyond) : automaton_(automaton), beyond_(beyond) {}

  /// The position at `state`, in a rule of which nothing is known of where it was called.
  Id At(Automaton::StateId state) { return Number({state, {}}); }

  /// Positions that are reached from `from` without reading anything: those with a symbol to read, and ends.
  const Set& Rests(Id from);

  /// Rests behind each way by which a position of `from` reads `symbol`.
  Set Read(const Set& from, uint32_t symbol);

  /// The rule that ends here, if it is one that was not called.
  std::optional<uint16_t> Ended(Id position) const;

 private:
  struct Position {
    Automaton::StateId state = 0;
    std::vector<Automaton::StateId> follow;  // the innermost last
    friend auto operator<=>(const Position&, const Position&) = default;
  };

  Id Number(const Position& position);
  void Gather(Id from, std::vector<bool>* seen, Set* rests);
  bool Reads(const Automaton::Way& way, uint32_t symbol) const;

  const Automaton& automaton_;
  const bool beyond_;
  std::map<Position, Id> numbers_;
  std::vector<Position> positions_;
  std::vector<std::optional<Set>> rests_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_POSITIONS_H_
