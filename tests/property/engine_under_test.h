// The engine, given a catalogue in one of the ways in which it can come to stand on disk.
#ifndef MUSTER_TESTS_PROPERTY_ENGINE_UNDER_TEST_H_
#define MUSTER_TESTS_PROPERTY_ENGINE_UNDER_TEST_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/execute_sets.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/parallel/workers.h"
#include "engine/plan/plan.h"
#include "engine/release/low_effect/low_effect.h"
#include "engine/secret/secret_keys.h"
#include "grammar/syntax.h"
#include "muster/catalogue.h"
#include "storage/store.h"
#include "tests/property/naive/world.h"

namespace muster::property {

enum class Way {
  kOneSegment,    ///< one commit, one segment
  kManySegments,  ///< several commits, each of many small segments
  kMerged,        ///< the same, merged on the way
  kReplaced,      ///< some individuals stood there before with other contents
  kDeleted,       ///< other individuals stood there and were removed, some of them after queries had been asked
};
inline constexpr Way kWays[] = {Way::kOneSegment, Way::kManySegments, Way::kMerged, Way::kReplaced, Way::kDeleted};
std::string NameOf(Way way);

/// The names of the optimiser's passes whose bit in `kept` is not set.
std::vector<std::string> PassesLeftOut(unsigned kept);

class EngineUnderTest {
 public:
  /// Builds the catalogue in a new temporary directory. Of what is left to chance, `seed`
  /// decides. `questions` are asked before the last deletions.
  static absl::StatusOr<std::unique_ptr<EngineUnderTest>> Build(const World& world, Way way, uint64_t seed,
                                                                const std::vector<std::string>& questions);
  ~EngineUnderTest();

  /// Names of terms that the engine refuses, since no record can have them, are replaced by the terms' codes, which it
  /// takes: what is right of them is left to compare.
  absl::StatusOr<std::vector<Answer>> Ask(const std::string& text, const QueryOptions& options = {}) const;
  /// The same with some of the optimiser's passes off, and with several threads however little there is to do. It sees
  /// what was there when it was first asked.
  absl::StatusOr<std::vector<Answer>> AskWith(const std::string& text, const std::vector<std::string>& without_passes);
  /// The sets of people behind the numbers of a count, and the secret keys that they were made with. Like AskWith, with
  /// several threads. InvalidArgument when the engine finds a mistake in the statement.
  absl::StatusOr<execute::CellSets> Sets(const std::string& text, const execute::SetOptions& options);
  /// `text` with codes for the names that the engine refuses, see Ask.
  absl::StatusOr<std::string> Understood(const std::string& text);
  /// What the low-effect rule leaves of a count, whose cohorts are expanded. InvalidArgument when the engine finds a
  /// mistake in the statement, or cannot expand its cohorts.
  absl::StatusOr<release::LowEffect> LeaveOutLowEffects(const grammar::Count& count, uint64_t k);
  /// The criteria of `count`, where it counts individuals with those of saved cohorts in place of their names.
  absl::StatusOr<grammar::ExprPtr> ExpandCohorts(const grammar::Count& count);
  /// Drawn before the first record came, or later.
  absl::StatusOr<secret::SecretKeys> Keys();
  /// Whether indexes and records agree, by the library's own check.
  absl::Status Check() const;

 private:
  EngineUnderTest() = default;
  /// Opens what AskWith reads, unless it is open.
  absl::Status OpenStore();

  std::filesystem::path directory_;
  std::unique_ptr<Catalogue> catalogue_;
  // What AskWith reads, beside the catalogue.
  std::unique_ptr<storage::Store> store_;
  bind::CatalogueViewPtr view_;
  execute::UnionCache unions_{1 << 20};
  parallel::Workers workers_{3};
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_ENGINE_UNDER_TEST_H_
