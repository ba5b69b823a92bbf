// Catalogue::TakeSnapshot: one version, whatever is committed.
#include <atomic>
#include <thread>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using SnapshotTest = EmbeddingTest;

TEST_F(SnapshotTest, StaysAsItIsOverCommitsAndDeletes) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  const auto before = catalogue->TakeSnapshot();
  ASSERT_TRUE(before.ok()) << before.status();
  EXPECT_EQ((*before)->version(), 1u);
  Import(*catalogue, 100, 150);
  ASSERT_TRUE(catalogue->Delete("default", {"p0", "p1", "p2"}).ok());
  EXPECT_EQ(Count(*catalogue), 147);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(NumberIn((*before)->Query("count individuals")), 100);
    EXPECT_EQ(NumberIn((*before)->Query("count individuals where sex is female")), 50);
  }
  const auto after = catalogue->TakeSnapshot();
  EXPECT_EQ(NumberIn((*after)->Query("count individuals")), 147);
  EXPECT_EQ((*after)->version(), 3u);
  EXPECT_EQ(catalogue->Stats().open_snapshots, 2u);
}

TEST_F(SnapshotTest, KeepsWhatCompactWouldTakeAway) {
  auto catalogue = Open();
  Import(*catalogue, 0, 50);
  auto snapshot = catalogue->TakeSnapshot();
  ASSERT_TRUE(snapshot.ok());
  ASSERT_TRUE(catalogue->Delete("default", {"p0", "p1"}).ok());
  EXPECT_EQ(catalogue->Compact().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(NumberIn((*snapshot)->Query("count individuals where has phenotype HP:0000000")), 8);
  EXPECT_EQ((*(*snapshot)->Query("list individuals"))[0].table->rows.size(), 50u);
  snapshot->reset();
  EXPECT_TRUE(catalogue->Compact().ok());
  EXPECT_EQ(catalogue->Stats().open_snapshots, 0u);
  EXPECT_EQ(Count(*catalogue), 48);
}

TEST_F(SnapshotTest, ChangesNothing) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto snapshot = catalogue->TakeSnapshot();
  const auto defined = (*snapshot)->Query("define cohort x as individuals where sex is female");
  EXPECT_EQ(defined.status().code(), absl::StatusCode::kFailedPrecondition) << defined.status();
}

TEST_F(SnapshotTest, IsOverWhenItsCatalogueIsClosed) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto snapshot = catalogue->TakeSnapshot();
  const auto prepared = catalogue->Prepare("count individuals");
  catalogue.reset();
  EXPECT_EQ((*snapshot)->Query("count individuals").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ((*prepared)->Run().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ((*snapshot)->version(), 1u);
  // Nothing holds the folder any more.
  catalogue = Open();
  ASSERT_NE(catalogue, nullptr);
  EXPECT_EQ(Count(*catalogue), 10);
}

TEST_F(SnapshotTest, IsOneVersionWhileOthersCommit) {
  auto catalogue = Open();
  Import(*catalogue, 0, 200);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 1; i < 15; ++i) Import(*catalogue, 200 * i, 200 * (i + 1));
    done = true;
  });
  int asked = 0;
  while (!done) {
    const auto snapshot = catalogue->TakeSnapshot();
    ASSERT_TRUE(snapshot.ok());
    const int64_t all = NumberIn((*snapshot)->Query("count individuals"));
    const int64_t women = NumberIn((*snapshot)->Query("count individuals where sex is female"));
    const int64_t men = NumberIn((*snapshot)->Query("count individuals where sex is male"));
    ASSERT_EQ(all, women + men);
    ASSERT_EQ(all, 200 * static_cast<int64_t>((*snapshot)->version()));
    ++asked;
  }
  writer.join();
  EXPECT_GT(asked, 0);
}

}  // namespace
}  // namespace muster
