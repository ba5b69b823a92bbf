// A version that is pinned stays readable, whatever is committed, also after the store was opened anew.
#include "storage/pinned_version.h"

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

class PinnedVersionTest : public StoreFixture {
 protected:
  void Pin() { Apply({.documents = {{std::string(kPinnedDocument), store_->snapshot()->manifest.Encode()}}}); }
  SnapshotPtr Pinned() const {
    const auto pinned = store_->PinnedSnapshot(*store_->snapshot());
    EXPECT_TRUE(pinned.ok()) << pinned.status();
    return pinned.ok() ? *pinned : nullptr;
  }
  std::vector<uint32_t> LiveRows(const Snapshot& snapshot, size_t segment) const {
    const auto live = snapshot.segments[segment]->Live();
    EXPECT_TRUE(live.ok()) << live.status();
    return *live == nullptr ? std::vector<uint32_t>{999} : (*live)->ToVector();
  }
};

TEST_F(PinnedVersionTest, NoneIsNotFound) {
  Create();
  EXPECT_EQ(store_->PinnedSnapshot(*store_->snapshot()).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(store_->Apply({.documents = {{std::string(kPinnedDocument), "nonsense"}}}).code(),
            absl::StatusCode::kDataLoss);
}

TEST_F(PinnedVersionTest, StaysReadableWhenItsSegmentsAreDroppedAndItsLiveRowsReplaced) {
  Create();
  const uint32_t first = Add({"a", "b", "c"});
  const uint32_t second = Add({"d", "e"});
  Apply({.live = {{first, Rows({0, 1})}}});
  Pin();
  Apply({.live = {{first, Rows({1})}}});
  Apply({.drop_segments = {second}});
  Apply({.drop_segments = {first}});
  Add({"f"});
  for (int opening = 0; opening < 3; ++opening) {
    SnapshotPtr pinned = Pinned();
    ASSERT_NE(pinned, nullptr);
    EXPECT_EQ(pinned->manifest.version, 3u);
    ASSERT_EQ(pinned->segments.size(), 2u);
    EXPECT_EQ(LiveRows(*pinned, 0), (std::vector<uint32_t>{0, 1}));
    EXPECT_EQ(*pinned->segments[1]->Record(1), "record of e");
    EXPECT_EQ((*pinned->segments[0]->Posting({0, 0, 0, 1}, 3))->Cardinality(), 3u);
    EXPECT_EQ(Where("d"), "none");
    pinned = nullptr;
    Reopen();
  }
}

TEST_F(PinnedVersionTest, IsToldOfWhenWhatWasDeletedIsToGoFromTheDisk) {
  Create();
  const uint32_t first = Add({"a", "b"});
  Pin();
  EXPECT_TRUE(store_->Purge().ok());
  Apply({.live = {{first, Rows({1})}}});
  EXPECT_TRUE(store_->Purge().ok()) << "the pinned version needs nothing else: all its rows are in the segment";
  Apply({.drop_segments = {first}});
  EXPECT_EQ(store_->Purge().code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(PinnedVersionTest, GoesAtTheNextOpeningAfterAnotherIsPinned) {
  Create();
  const uint32_t first = Add({"a"});
  Pin();
  SnapshotPtr old = Pinned();
  Apply({.drop_segments = {first}});
  Add({"b"});
  Pin();
  EXPECT_EQ(*old->segments[0]->Record(0), "record of a") << "who holds it still reads it";
  old = nullptr;
  Reopen();
  EXPECT_EQ(Pinned()->segments.size(), 1u);
  EXPECT_EQ(*Pinned()->segments[0]->Record(0), "record of b");
}

}  // namespace
}  // namespace muster::storage
