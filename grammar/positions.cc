#include "grammar/positions.h"

#include <algorithm>

namespace muster::grammar {

using Way = Automaton::Way;

Positions::Positions(const Automaton& automaton, bool beyond) : automaton_(automaton), beyond_(beyond) {
  calls_.emplace_back();  // kNoCall
}

Positions::Id Positions::Number(Position position) {
  const auto [known, added] = numbers_.try_emplace(position, static_cast<Id>(positions_.size()));
  if (added) {
    positions_.push_back(position);
    rests_.emplace_back();
  }
  return known->second;
}

Positions::CallId Positions::NumberCall(Call call) {
  const auto [known, added] = call_numbers_.try_emplace(call, static_cast<CallId>(calls_.size()));
  if (added) calls_.push_back(call);
  return known->second;
}

const Positions::Set& Positions::Rests(Id from) {
  if (!rests_[from]) {
    std::vector<bool> seen;
    Set rests;
    Gather(from, &seen, &rests);
    std::sort(rests.begin(), rests.end());
    rests_[from] = std::move(rests);
  }
  return *rests_[from];
}

void Positions::Gather(Id from, std::vector<bool>* seen, Set* rests) {
  if (from < seen->size() && (*seen)[from]) return;
  if (from >= seen->size()) seen->resize(from + 1);
  (*seen)[from] = true;
  const auto [id, call] = positions_[from];
  const Automaton::State& state = automaton_.states[id];
  if (state.end && call != kNoCall) return Gather(Number(calls_[call]), seen, rests);
  bool rest = state.end && (!beyond_ || state.ways.empty());
  if (!rest) {
    for (const Way& way : state.ways) {
      if (way.kind == Way::Kind::kSymbol) {
        rest = true;
      } else {
        const CallId around = way.kind == Way::Kind::kCall ? NumberCall({way.follow, call}) : call;
        Gather(Number({way.target, around}), seen, rests);
      }
    }
  }
  if (rest) rests->push_back(from);
}

bool Positions::Reads(const Way& way, uint32_t symbol) const {
  if (way.kind != Way::Kind::kSymbol) return false;
  const Automaton::Label& label = automaton_.labels[way.label];
  return std::any_of(label.begin(), label.end(),
                     [&](const auto& range) { return range.first <= symbol && symbol <= range.second; });
}

Positions::Set Positions::Read(const Set& from, uint32_t symbol) {
  Set reached;
  for (const Id id : from) {
    const auto [state, call] = positions_[id];
    for (const Way& way : automaton_.states[state].ways) {
      if (!Reads(way, symbol)) continue;
      const Set& rests = Rests(Number({way.target, call}));
      reached.insert(reached.end(), rests.begin(), rests.end());
    }
  }
  std::sort(reached.begin(), reached.end());
  reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
  return reached;
}

std::optional<uint16_t> Positions::Ended(Id position) const {
  const auto [id, call] = positions_[position];
  const Automaton::State& state = automaton_.states[id];
  if (!state.end || call != kNoCall) return std::nullopt;
  return state.rule;
}

}  // namespace muster::grammar
