#include "grammar/atn/configurations.h"

#include <algorithm>

#include "containers/make_room.h"

namespace muster::grammar::atn {

using Transition = Atn::Transition;

Configurations::Configurations(const Atn& atn, bool follow_any_call) : atn_(atn), follow_any_call_(follow_any_call) {
  contexts_.emplace_back();  // kEmptyContext
}

Configurations::Id Configurations::Intern(Configuration configuration) {
  MakeRoom(&configurations_);
  MakeRoom(&closures_);
  const auto [known, added] = ids_.try_emplace(configuration, static_cast<Id>(configurations_.size()));
  if (added) {
    configurations_.push_back(configuration);
    closures_.emplace_back();
  }
  return known->second;
}

Configurations::ContextId Configurations::InternContext(Context context) {
  MakeRoom(&contexts_);
  const auto [known, added] = context_ids_.try_emplace(context, static_cast<ContextId>(contexts_.size()));
  if (added) contexts_.push_back(context);
  return known->second;
}

const Configurations::Set& Configurations::EpsilonClosure(Id from) {
  if (!closures_[from]) {
    std::vector<bool> seen;
    Set closure;
    AddClosure(from, &seen, &closure);
    std::sort(closure.begin(), closure.end());
    closures_[from] = std::move(closure);
  }
  return *closures_[from];
}

void Configurations::AddClosure(Id from, std::vector<bool>* seen, Set* closure) {
  if (from < seen->size() && (*seen)[from]) return;
  if (from >= seen->size()) seen->resize(from + 1);
  (*seen)[from] = true;
  const auto [id, context] = configurations_[from];
  const Atn::State& state = atn_.states[id];
  if (state.end && context != kEmptyContext) return AddClosure(Intern(contexts_[context]), seen, closure);
  bool keep = state.end && (!follow_any_call_ || state.transitions.empty());
  if (!keep) {
    for (const Transition& transition : state.transitions) {
      if (transition.kind == Transition::Kind::kSymbol) {
        keep = true;
      } else {
        const ContextId inner =
            transition.kind == Transition::Kind::kRule ? InternContext({transition.follow, context}) : context;
        AddClosure(Intern({transition.target, inner}), seen, closure);
      }
    }
  }
  if (keep) closure->push_back(from);
}

bool Configurations::Reads(const Transition& transition, uint32_t symbol) const {
  if (transition.kind != Transition::Kind::kSymbol) return false;
  const Atn::Label& label = atn_.labels[transition.label];
  return std::any_of(label.begin(), label.end(),
                     [&](const auto& range) { return range.first <= symbol && symbol <= range.second; });
}

Configurations::Set Configurations::Move(const Set& from, uint32_t symbol) {
  Set reached;
  for (const Id id : from) {
    const auto [state, context] = configurations_[id];
    for (const Transition& transition : atn_.states[state].transitions) {
      if (!Reads(transition, symbol)) continue;
      const Set& closure = EpsilonClosure(Intern({transition.target, context}));
      reached.insert(reached.end(), closure.begin(), closure.end());
    }
  }
  std::sort(reached.begin(), reached.end());
  reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
  return reached;
}

std::optional<uint16_t> Configurations::EndedRule(Id configuration) const {
  const auto [id, context] = configurations_[configuration];
  const Atn::State& state = atn_.states[id];
  if (!state.end || context != kEmptyContext) return std::nullopt;
  return state.rule;
}

}  // namespace muster::grammar::atn
