#include "engine/ontology/circles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"

namespace muster::ontology {
namespace {

using Circles = std::vector<std::vector<TermIndex>>;

/// At most this many terms of a circle are named.
constexpr size_t kNamed = 8;

/// Takes away, one after the other, terms of which nothing is left in `before`: what `open` is true for afterwards can
/// be reached from a circle.
template <typename Before, typename Behind>
void TakeAway(std::vector<bool>& open, Before before, Behind behind) {
  std::vector<uint32_t> left(open.size());
  std::vector<TermIndex> done;
  for (size_t i = 0; i < open.size(); ++i) {
    if (!open[i]) continue;
    for (const TermIndex term : before(static_cast<TermIndex>(i))) left[i] += open[term] ? 1 : 0;
    if (left[i] == 0) done.push_back(static_cast<TermIndex>(i));
  }
  for (size_t i = 0; i < done.size(); ++i) {
    open[done[i]] = false;
    for (const TermIndex term : behind(done[i])) {
      if (open[term] && --left[term] == 0) done.push_back(term);
    }
  }
}

/// Tarjan's strongly connected components over the open terms, without recursion.
class Components {
 public:
  Components(const Ontology& ontology, const std::vector<bool>& open)
      : ontology_(ontology), open_(open), number_(open.size()), low_(open.size()), waits_(open.size()) {}

  Circles Find() {
    for (size_t i = 0; i < open_.size(); ++i) {
      if (open_[i] && number_[i] == 0) Visit(static_cast<TermIndex>(i));
    }
    return std::move(found_);
  }

 private:
  struct Step {
    TermIndex term;
    size_t next;  // of its parents
  };

  void Enter(TermIndex term) {
    number_[term] = low_[term] = ++count_;
    waits_[term] = true;
    waiting_.push_back(term);
    path_.push_back({term, 0});
  }

  void Visit(TermIndex start) {
    Enter(start);
    while (!path_.empty()) {
      const TermIndex term = path_.back().term;
      const std::span<const TermIndex> parents = ontology_.Parents(term);
      if (path_.back().next < parents.size()) {
        const TermIndex parent = parents[path_.back().next++];
        if (!open_[parent]) continue;
        if (number_[parent] == 0) {
          Enter(parent);
        } else if (waits_[parent]) {
          low_[term] = std::min(low_[term], number_[parent]);
        }
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) low_[path_.back().term] = std::min(low_[path_.back().term], low_[term]);
      if (low_[term] == number_[term]) Close(term);
    }
  }

  void Close(TermIndex first) {
    std::vector<TermIndex> circle;
    TermIndex term;
    do {
      term = waiting_.back();
      waiting_.pop_back();
      waits_[term] = false;
      circle.push_back(term);
    } while (term != first);
    if (circle.size() < 2) return;
    std::sort(circle.begin(), circle.end());
    found_.push_back(std::move(circle));
  }

  const Ontology& ontology_;
  const std::vector<bool>& open_;
  std::vector<uint32_t> number_;  // in the order of visits, from 1
  std::vector<uint32_t> low_;
  std::vector<bool> waits_;
  std::vector<TermIndex> waiting_;
  std::vector<Step> path_;
  uint32_t count_ = 0;
  Circles found_;
};

}  // namespace

Circles FindCircles(const Ontology& ontology) {
  const auto parents = [&](TermIndex term) { return ontology.Parents(term); };
  const auto children = [&](TermIndex term) { return ontology.Children(term); };
  // Nearly always there are none, and nothing is left after the first of these.
  std::vector<bool> open(ontology.size(), true);
  TakeAway(open, parents, children);
  if (std::find(open.begin(), open.end(), true) == open.end()) return {};
  TakeAway(open, children, parents);
  return Components(ontology, open).Find();
}

std::string ShowCircle(const Ontology& ontology, const std::vector<TermIndex>& circle) {
  std::string shown;
  HashSet<TermIndex> passed;
  TermIndex term = circle.front();
  while (passed.size() < kNamed && passed.insert(term).second) {
    shown += model::Concat({ontology.TermId(term), " is_a "});
    for (const TermIndex parent : ontology.Parents(term)) {
      if (!std::binary_search(circle.begin(), circle.end(), parent)) continue;
      // Back to the first term where that is possible, which ends it.
      term = parent;
      if (!passed.contains(parent) || parent == circle.front()) break;
    }
  }
  if (term != circle.front()) shown += "... is_a ";
  return shown + std::string(ontology.TermId(circle.front()));
}

}  // namespace muster::ontology
