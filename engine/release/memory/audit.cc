#include "engine/release/memory/audit.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "allowance/allowance.h"

namespace muster::release {
namespace {

// A sum or difference of sets, as far as lanes tell.
struct Rest {
  model::Lanes lanes{};
  int64_t n = 0;
};

class Auditor {
 public:
  Auditor(const AnswerMemory& memory, int64_t people, size_t most_sets) : memory_(memory), people_(people) {
    for (SetId id = static_cast<SetId>(memory.size()); id-- > 0 && labels_.size() < most_sets;) {
      if (memory.label_of(id) == id && memory.set(id).CountsPeople()) labels_.push_back(id);
    }
    std::ranges::sort(labels_, {}, [&](SetId id) { return N(id); });
  }

  absl::StatusOr<AuditReport> Run() {
    for (size_t a = 0; a < labels_.size(); ++a) {
      for (size_t b = 0; b < a; ++b) {
        if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
        Compare("A - B", {labels_[a]}, labels_[b]);
        Combine(labels_[a], labels_[b]);
      }
    }
    AuditReport report;
    report.sets = memory_.size();
    for (auto& [lanes, finding] : found_) report.findings.push_back(std::move(finding));
    std::ranges::stable_sort(report.findings, [](const auto& a, const auto& b) { return a.times > b.times; });
    return report;
  }

 private:
  int64_t N(SetId id) const { return static_cast<int64_t>(memory_.set(id).people.n); }

  // All C that leave few of A + B; A itself would leave B, which somebody was shown with a smaller threshold.
  void Combine(SetId a, SetId b) {
    const int64_t sum = N(a) + N(b);
    const auto first = std::ranges::upper_bound(labels_, sum - people_, {}, [&](SetId id) { return N(id); });
    for (auto c = first; c != labels_.end() && N(*c) < sum; ++c) {
      if (*c != a && *c != b) Compare("A + B - C", {a, b}, *c);
    }
  }

  // Whether lanes of `plus` less those of `minus` are like those of a few people.
  void Compare(const char* what, std::vector<SetId> plus, SetId minus) {
    Rest rest;
    rest.n = -N(minus);
    for (const SetId id : plus) rest.n += N(id);
    if (rest.n <= 0 || rest.n >= people_) return;
    const model::Lanes& less = memory_.set(minus).people.lanes;
    for (size_t j = 0; j < rest.lanes.size(); ++j) {
      int lane = -int{less[j]};
      for (const SetId id : plus) lane += int{memory_.set(id).people.lanes[j]};
      rest.lanes[j] = static_cast<uint8_t>(lane);
      if (rest.lanes[j] > rest.n) return;  // a lane has at most as many as there are
    }
    AuditFinding& finding = found_[rest.lanes];
    if (finding.times++ > 0) return;
    finding.what = what;
    finding.people = static_cast<uint64_t>(rest.n);
    finding.sets.assign(plus.begin(), plus.end());
    finding.sets.push_back(minus);
  }

  const AnswerMemory& memory_;
  const int64_t people_;
  std::vector<SetId> labels_;
  std::map<model::Lanes, AuditFinding> found_;
};

}  // namespace

absl::StatusOr<AuditReport> AuditOf(const AnswerMemory& memory, int64_t people, size_t most_sets) {
  return Auditor(memory, people, most_sets).Run();
}

}  // namespace muster::release
