#include "engine/execute/effects.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <tuple>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/execute/rows/at_least.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/parallel/workers.h"
#include "engine/plan/cost.h"

namespace muster::execute {

using Part = CriteriaTree::Part;

namespace {

// Most parts decide about many people already among these; of a small segment, among half of it.
constexpr uint32_t kFirstRows = 1 << 16;
// Before that among few of them, if that is not too few to find enough: rows above and below are found one by one then.
constexpr uint32_t kLeastRows = 1 << 6;
constexpr uint64_t kFew = 2 * kDenseForRelated;  // one row in N

// Rows of a segment that satisfy each part of a tree, as far as somebody has to know.
class PartsOfSegment {
 public:
  // `is_watched`: parts of which, or within which, something is replaced.
  PartsOfSegment(const CriteriaTree& tree, std::vector<bool> is_watched, const SeparateConditions& conditions, size_t s)
      : tree_(tree), is_watched_(std::move(is_watched)), conditions_(conditions), s_(s), found_(tree.parts.size()) {
    working_sets_.Add(tree.parts.size() * conditions.rows(s) / 8);
  }

  // Those of `among` that satisfy the whole.
  absl::StatusOr<RowSet> Whole(const RowSet& among) { return Evaluate(tree_.parts.size() - 1, among); }

  // Calls f(part, rows, met) for each watched part: the rows that satisfy the whole by what the part says of them
  // alone, and those of them that satisfy the part. After Whole() of the same rows.
  absl::Status ForEachWatched(RowSet among, absl::FunctionRef<absl::Status(size_t, const RowSet&, const RowSet&)> f) {
    return Visit(tree_.parts.size() - 1, std::move(among), f);
  }

 private:
  using Result = absl::StatusOr<RowSet>;
  using Found = absl::FunctionRef<absl::Status(size_t, const RowSet&, const RowSet&)>;

  struct OfPart {
    RowSet rows;  // that satisfy it
    RowSet near;  // of `and`: that fail exactly one operand; of `or`: that meet exactly one
  };

  // Those that nothing depends on first, as they leave fewer rows for others; of these the cheapest.
  std::vector<size_t> InOrder(const Part& part) const {
    const auto rank = [&](size_t p) {
      const Part& operand = tree_.parts[p];
      return operand.kind == Part::Kind::kCondition ? conditions_.RankOf(operand.condition)
                                                    : std::numeric_limits<int>::max();
    };
    std::vector<size_t> operands = part.operands;
    std::ranges::stable_sort(operands, {}, [&](size_t p) { return std::pair(bool{is_watched_[p]}, rank(p)); });
    return operands;
  }

  // Those of `among` that satisfy a part; kept for Visit, if it is watched.
  Result Evaluate(size_t p, const RowSet& among) {
    Result rows = Dispatch(p, among);
    if (rows.ok() && is_watched_[p]) found_[p].rows = *rows;
    return rows;
  }

  Result Dispatch(size_t p, const RowSet& among) {
    const Part& part = tree_.parts[p];
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    switch (part.kind) {
      case Part::Kind::kAll:
        return among;
      case Part::Kind::kCondition:
        return conditions_.Rows(part.condition, s_, among);
      case Part::Kind::kAnd:
        return is_watched_[p] ? NearlyAll(p, among) : All(part, among);
      case Part::Kind::kOr:
        return is_watched_[p] ? NearlyNone(p, among) : Any(part, among);
      case Part::Kind::kNot: {
        Result rows = Evaluate(part.operands[0], among);
        return rows.ok() ? Result(RowSet::AndNot(among, *rows)) : rows;
      }
      case Part::Kind::kAtLeast: {
        std::vector<RowSet> sets;
        for (const size_t operand : part.operands) {
          Result rows = Evaluate(operand, among);
          if (!rows.ok()) return rows;
          if (is_watched_[p]) found_[operand].rows = *rows;
          sets.push_back(*std::move(rows));
        }
        return RowsOfAtLeast(sets, static_cast<size_t>(part.at_least), conditions_.rows(s_));
      }
    }
    return absl::InternalError("a part of criteria that is not known");
  }

  Result All(const Part& part, const RowSet& among) {
    RowSet all = among;
    for (const size_t operand : InOrder(part)) {
      Result rows = Evaluate(operand, all);
      if (!rows.ok()) return rows;
      all = *std::move(rows);
    }
    return all;
  }

  Result Any(const Part& part, const RowSet& among) {
    RowSet none = among;
    for (const size_t operand : InOrder(part)) {
      Result rows = Evaluate(operand, none);
      if (!rows.ok()) return rows;
      none = RowSet::AndNot(std::move(none), *rows);
    }
    return RowSet::AndNot(among, none);
  }

  // An `and` of which rows matter, too, that fail one of the watched operands and no other.
  Result NearlyAll(size_t p, const RowSet& among) {
    RowSet all = among;  // those that meet all operands so far
    RowSet one;          // those that fail one
    bool any = false;
    for (const size_t operand : InOrder(tree_.parts[p])) {
      Result rows = Evaluate(operand, any ? RowSet::Or(all, one) : all);
      if (!rows.ok()) return rows;
      if (any) one = RowSet::And(std::move(one), *rows);
      if (is_watched_[operand]) {
        RowSet fail = RowSet::AndNot(all, *rows);
        one = any ? RowSet::Or(std::move(one), fail) : std::move(fail);
        any = true;
      }
      all = RowSet::And(std::move(all), *rows);
    }
    found_[p].near = std::move(one);
    return all;
  }

  // An `or` of which rows matter, too, that meet one of the watched operands and no other.
  Result NearlyNone(size_t p, const RowSet& among) {
    RowSet none = among;
    RowSet one;
    bool any = false;
    for (const size_t operand : InOrder(tree_.parts[p])) {
      Result rows = Evaluate(operand, any ? RowSet::Or(none, one) : none);
      if (!rows.ok()) return rows;
      if (any) one = RowSet::AndNot(std::move(one), *rows);
      if (is_watched_[operand]) {
        RowSet met = RowSet::And(none, *rows);
        one = any ? RowSet::Or(std::move(one), met) : std::move(met);
        any = true;
      }
      none = RowSet::AndNot(std::move(none), *rows);
    }
    found_[p].near = std::move(one);
    return RowSet::AndNot(among, none);
  }

  absl::Status Visit(size_t p, RowSet decided, Found f) {
    const Part& part = tree_.parts[p];
    const RowSet met = RowSet::And(found_[p].rows, decided);
    if (absl::Status status = f(p, decided, met); !status.ok()) return status;
    if (part.operands.empty()) return absl::OkStatus();
    RowSet exact, below;  // of `at least N of`: those that meet N, and N - 1
    if (part.kind == Part::Kind::kAtLeast) std::tie(exact, below) = AboutAtLeast(part, decided);
    for (const size_t operand : part.operands) {
      if (!is_watched_[operand]) continue;
      const RowSet& rows = found_[operand].rows;
      RowSet by_operand;
      switch (part.kind) {
        case Part::Kind::kAnd:
          by_operand = RowSet::Or(met, RowSet::AndNot(RowSet::And(found_[p].near, decided), rows));
          break;
        case Part::Kind::kOr:
          by_operand =
              RowSet::Or(RowSet::AndNot(decided, met), RowSet::And(RowSet::And(found_[p].near, decided), rows));
          break;
        case Part::Kind::kAtLeast:
          by_operand = RowSet::Or(RowSet::And(exact, rows), RowSet::AndNot(below, rows));
          break;
        default:
          by_operand = decided;
      }
      if (absl::Status status = Visit(operand, std::move(by_operand), f); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  std::pair<RowSet, RowSet> AboutAtLeast(const Part& part, const RowSet& decided) const {
    std::vector<RowSet> sets;
    for (const size_t operand : part.operands) sets.push_back(found_[operand].rows);
    const uint32_t size = conditions_.rows(s_);
    const auto n = static_cast<size_t>(part.at_least);
    const auto at_least = [&](size_t least) {
      if (least == 0) return decided;
      return least > sets.size() ? RowSet() : RowSet::And(RowsOfAtLeast(sets, least, size), decided);
    };
    const RowSet enough = at_least(n);
    return {RowSet::AndNot(enough, at_least(n + 1)), RowSet::AndNot(at_least(n - 1), enough)};
  }

  const CriteriaTree& tree_;
  const std::vector<bool> is_watched_;
  const SeparateConditions& conditions_;
  const size_t s_;
  std::vector<OfPart> found_;
  MemoryCharge working_sets_;
};

// The people that replacements decide about, added up over segments until there are enough.
class Effects {
 public:
  Effects(const CriteriaTree& tree, std::span<const Replacement> replacements, uint64_t enough,
          const SeparateConditions& conditions)
      : tree_(tree),
        replacements_(replacements),
        enough_(enough),
        conditions_(conditions),
        totals_(replacements.size()),
        of_part_(tree.parts.size()) {
    for (size_t r = 0; r < replacements.size(); ++r) of_part_[replacements[r].part].push_back(r);
  }

  absl::StatusOr<std::vector<uint64_t>> Count() {
    if (absl::Status status = CountFirstRows(); !status.ok()) return status;
    if (AnyOpen()) {
      if (absl::Status status = CountAllRows(); !status.ok()) return status;
    }
    std::vector<uint64_t> counts;
    for (const std::atomic<uint64_t>& total : totals_) counts.push_back(total);
    return counts;
  }

 private:
  bool IsOpen(size_t replacement) const { return totals_[replacement] < enough_; }

  bool AnyOpen() const {
    return std::ranges::any_of(totals_, [this](uint64_t total) { return total < enough_; });
  }

  // What is not known yet begins anew, with more rows.
  void Restart() {
    for (std::atomic<uint64_t>& total : totals_) {
      if (total < enough_) total = 0;
    }
  }

  // Of a few of the rows, and then of more: in most questions that is enough.
  absl::Status CountFirstRows() {
    size_t largest = 0;
    for (size_t s = 1; s < conditions_.segments(); ++s) {
      if (conditions_.rows(s) > conditions_.rows(largest)) largest = s;
    }
    if (conditions_.segments() == 0) return absl::OkStatus();
    const uint32_t size = conditions_.rows(largest);
    const absl::StatusOr<RowSet> all = conditions_.All(largest);
    if (!all.ok()) return all.status();
    const auto few = static_cast<uint32_t>(size / kFew);
    if (few >= kLeastRows) {
      absl::Status status = Add(largest, RowSet::And(RowSet(storage::Bitmap::Range(0, few)), *all));
      if (!status.ok() || !AnyOpen()) return status;
      Restart();
    }
    const storage::Bitmap first = storage::Bitmap::Range(0, std::min(kFirstRows, size / 2));
    absl::Status status = Add(largest, RowSet::And(RowSet(first.ToBits(size)), *all));
    Restart();
    return status;
  }

  absl::Status CountAllRows() {
    const size_t segments = conditions_.segments();
    uint64_t rows = 0;
    for (size_t s = 0; s < segments; ++s) rows += conditions_.rows(s);
    const auto add = [&](size_t s) -> absl::Status {
      absl::StatusOr<RowSet> all = conditions_.All(s);
      return all.ok() ? Add(s, *std::move(all)) : all.status();
    };
    const Context& context = conditions_.context();
    parallel::Workers* const workers = context.view->workers();
    const uint64_t nanoseconds = rows * conditions_.size() * plan::kNanosecondsOfColumn / 1000;
    if (workers != nullptr && segments > 1 && nanoseconds >= context.share_from_ns) {
      return workers->TryForEach(segments, [&](size_t, size_t s) { return add(s); });
    }
    for (size_t s = 0; s < segments; ++s) {
      if (absl::Status status = add(s); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  // Parts of which, or within which, something is replaced whose effect is not known yet.
  std::vector<bool> Watched() const {
    std::vector<bool> watched(tree_.parts.size());
    for (size_t p = 0; p < watched.size(); ++p) {
      watched[p] = std::ranges::any_of(of_part_[p], [&](size_t r) { return IsOpen(r); }) ||
                   std::ranges::any_of(tree_.parts[p].operands, [&](size_t operand) { return watched[operand]; });
    }
    return watched;
  }

  absl::Status Add(size_t s, RowSet among) {
    std::vector<bool> watched = Watched();
    if (!watched.back()) return absl::OkStatus();
    PartsOfSegment parts(tree_, std::move(watched), conditions_, s);
    const absl::StatusOr<RowSet> whole = parts.Whole(among);
    if (!whole.ok()) return whole.status();
    return parts.ForEachWatched(std::move(among),
                                [&](size_t p, const RowSet& decided, const RowSet& met) -> absl::Status {
                                  for (const size_t r : of_part_[p]) {
                                    if (!IsOpen(r)) continue;
                                    const absl::StatusOr<RowSet> changed = Changed(replacements_[r], s, decided, met);
                                    if (!changed.ok()) return changed.status();
                                    const absl::StatusOr<uint64_t> people = conditions_.People(*changed, s);
                                    if (!people.ok()) return people.status();
                                    totals_[r] += *people;
                                  }
                                  return absl::OkStatus();
                                });
  }

  // The rows that satisfy the whole before or after a replacement, but not both.
  absl::StatusOr<RowSet> Changed(const Replacement& replacement, size_t s, const RowSet& decided,
                                 const RowSet& met) const {
    if (replacement.by == Replacement::By::kFalse) return met;
    if (replacement.by == Replacement::By::kTrue) return RowSet::AndNot(decided, met);
    absl::StatusOr<RowSet> instead = conditions_.Rows(replacement.condition, s, decided);
    if (!instead.ok()) return instead;
    return RowSet::Or(RowSet::AndNot(met, *instead), RowSet::AndNot(*instead, met));
  }

  const CriteriaTree& tree_;
  const std::span<const Replacement> replacements_;
  const uint64_t enough_;
  const SeparateConditions& conditions_;
  std::vector<std::atomic<uint64_t>> totals_;  // people, of each replacement
  std::vector<std::vector<size_t>> of_part_;   // its replacements
};

}  // namespace

absl::StatusOr<std::vector<uint64_t>> CountEffects(const CriteriaTree& tree, std::span<const Replacement> replacements,
                                                   uint64_t enough, const SeparateConditions& conditions) {
  return Effects(tree, replacements, enough, conditions).Count();
}

absl::StatusOr<uint64_t> CountDiffering(const CriteriaTree& a, const CriteriaTree& b, uint64_t enough,
                                        const SeparateConditions& conditions) {
  uint64_t people = 0;
  for (size_t s = 0; s < conditions.segments() && people < enough; ++s) {
    const absl::StatusOr<RowSet> all = conditions.All(s);
    if (!all.ok()) return all.status();
    const auto rows = [&](const CriteriaTree& tree) {
      return PartsOfSegment(tree, std::vector<bool>(tree.parts.size()), conditions, s).Whole(*all);
    };
    const absl::StatusOr<RowSet> of_a = rows(a);
    if (!of_a.ok()) return of_a.status();
    const absl::StatusOr<RowSet> of_b = rows(b);
    if (!of_b.ok()) return of_b.status();
    const RowSet differ = RowSet::Or(RowSet::AndNot(*of_a, *of_b), RowSet::AndNot(*of_b, *of_a));
    const absl::StatusOr<uint64_t> of_segment = conditions.People(differ, s);
    if (!of_segment.ok()) return of_segment.status();
    people += *of_segment;
  }
  return people;
}

}  // namespace muster::execute
