// Configurations of an ATN: a state, and the rule calls that led to it. Their epsilon closures and moves on symbols.
#ifndef MUSTER_GRAMMAR_ATN_CONFIGURATIONS_H_
#define MUSTER_GRAMMAR_ATN_CONFIGURATIONS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "grammar/atn/atn.h"

namespace muster::grammar::atn {

/// Interns configurations as they are met. Not thread-safe.
class Configurations {
 public:
  using Id = uint32_t;
  using Set = std::vector<Id>;  ///< ascending, each once

  /// `follow_any_call`: the closure goes on behind every call of a rule that ends in the empty context, as SLL
  /// prediction does.
  Configurations(const Atn& atn, bool follow_any_call);

  /// `state` in the empty context: nothing is known of what called its rule.
  Id Start(Atn::StateId state) { return Intern({state, kEmptyContext}); }

  /// Those that are reached from `from` by epsilon and rule transitions, and have a symbol to read or end a rule.
  const Set& EpsilonClosure(Id from);

  /// Closures of the targets of all transitions on `symbol`.
  Set Move(const Set& from, uint32_t symbol);

  /// The rule that ends here, if it does in the empty context.
  std::optional<uint16_t> EndedRule(Id configuration) const;

 private:
  // A context is the state to return to and the context around it: a call stack that shares its tails.
  using ContextId = uint32_t;
  static constexpr ContextId kEmptyContext = 0;
  using Context = std::pair<Atn::StateId, ContextId>;
  using Configuration = std::pair<Atn::StateId, ContextId>;

  Id Intern(Configuration configuration);
  ContextId InternContext(Context context);
  void AddClosure(Id from, std::vector<bool>* seen, Set* closure);
  bool Reads(const Atn::Transition& transition, uint32_t symbol) const;

  const Atn& atn_;
  const bool follow_any_call_;
  HashMap<Configuration, Id> ids_;
  std::vector<Configuration> configurations_;
  std::vector<std::optional<Set>> closures_;  // by configuration, once computed
  HashMap<Context, ContextId> context_ids_;
  std::vector<Context> contexts_;
};

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_CONFIGURATIONS_H_
