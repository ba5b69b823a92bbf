#include "engine/index/catalogue_writer.h"

#include <algorithm>

#include "engine/index/check.h"
#include "storage/pinned_version.h"
#include "tests/unit/index/index_fixture.h"

namespace muster::index {
namespace {

class CatalogueWriterTest : public IndexTest {
 protected:
  void ExpectSound() {
    auto report = Check(*store_, *store_->snapshot(), *dictionary_, nullptr);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->problems, std::vector<std::string>());
    EXPECT_EQ(report->individuals, Live());
  }
};

TEST_F(CatalogueWriterTest, NothingIsVisibleBeforeTheCommitOrWithoutOne) {
  {
    CatalogueWriter writer(*store_, dictionary_);
    model::Taken taken;
    ASSERT_TRUE(writer.AddRecord(Person(writer, "a", "HP:1"), &taken).ok());
    EXPECT_EQ(store_->snapshot()->manifest.segments.size(), 0u);
  }
  EXPECT_EQ(Live(), 0u);
  Open();
  EXPECT_EQ(store_->snapshot()->manifest.version, 0u);
}

TEST_F(CatalogueWriterTest, ACommitWithoutChangesKeepsTheVersion) {
  Add({"a"}, "HP:1");
  const uint64_t version = store_->snapshot()->manifest.version;
  CatalogueWriter writer(*store_, dictionary_);
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_EQ(store_->snapshot()->manifest.version, version);
}

TEST_F(CatalogueWriterTest, ReplacingKeepsOnePersonPerId) {
  Add({"a", "b"}, "HP:1");
  CatalogueWriter writer(*store_, dictionary_);
  model::Taken taken;
  ASSERT_TRUE(writer.AddRecord(Person(writer, "a", "HP:2"), &taken).ok());
  EXPECT_EQ(taken.how, model::Taken::How::kReplaced);
  ASSERT_TRUE(writer.AddRecord(Person(writer, "c", "HP:2"), &taken).ok());
  EXPECT_EQ(taken.how, model::Taken::How::kAdded);
  ASSERT_TRUE(writer.AddRecord(Person(writer, "c", "HP:3"), &taken).ok());  // twice in one commit
  EXPECT_EQ(taken.how, model::Taken::How::kUnited);
  ASSERT_TRUE(writer.Commit().ok());
  dictionary_ = writer.dictionary();
  EXPECT_EQ(Live(), 3u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, RemovingWhatIsNotThereIsNoChange) {
  Add({"a", "b"}, "HP:1");
  CatalogueWriter writer(*store_, dictionary_);
  EXPECT_EQ(*writer.Remove("d", "zz"), false);
  EXPECT_EQ(*writer.Remove("other", "a"), false);
  EXPECT_EQ(*writer.Remove("d", "a"), true);
  EXPECT_EQ(*writer.Remove("d", "a"), false);
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_EQ(Live(), 1u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, ReplacedThenRemovedInOneCommitIsGone) {
  Add({"a"}, "HP:1");
  CatalogueWriter writer(*store_, dictionary_);
  model::Taken taken;
  ASSERT_TRUE(writer.AddRecord(Person(writer, "a", "HP:2"), &taken).ok());
  EXPECT_EQ(*writer.Remove("d", "a"), true);
  EXPECT_EQ(*writer.Remove("d", "a"), false);
  ASSERT_TRUE(writer.Commit().ok());
  dictionary_ = writer.dictionary();
  EXPECT_EQ(Live(), 0u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, ASegmentWithoutLivePeopleIsDropped) {
  Add({"a", "b"}, "HP:1");
  CatalogueWriter writer(*store_, dictionary_);
  ASSERT_TRUE(writer.Remove("d", "a").ok());
  ASSERT_TRUE(writer.Remove("d", "b").ok());
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_TRUE(store_->snapshot()->manifest.segments.empty());
}

TEST_F(CatalogueWriterTest, SmallSegmentsAreMerged) {
  WriterOptions options;
  options.merge_at = 4;
  for (int i = 0; i < 12; ++i)
    Add({"p" + std::to_string(i), "q" + std::to_string(i)}, "HP:" + std::to_string(i % 3), options);
  EXPECT_LT(store_->snapshot()->manifest.segments.size(), 4u);
  EXPECT_EQ(Live(), 24u);
  ExpectSound();
  Open();
  EXPECT_EQ(Live(), 24u);
  ExpectSound();
}

// Work and segments both stay within bounds: an individual moves only to segments of greater sizes.
TEST_F(CatalogueWriterTest, SmallCommitsAreNotRewrittenAgainAndAgain) {
  uint64_t rewritten = 0;
  size_t most_segments = 0;
  constexpr int kCommits = 300;
  constexpr int kPeople = 20;
  for (int i = 0; i < kCommits; ++i) {
    const storage::SnapshotPtr before = store_->snapshot();
    std::vector<std::string> ids;
    for (int person = 0; person < kPeople; ++person) ids.push_back(std::to_string(i) + "-" + std::to_string(person));
    Add(ids, "HP:1");
    const auto& segments = store_->snapshot()->manifest.segments;
    most_segments = std::max(most_segments, segments.size());
    for (const storage::SegmentInfo& info : before->manifest.segments) {
      if (std::ranges::none_of(segments, [&](const auto& now) { return now.id == info.id; })) rewritten += info.live;
    }
  }
  EXPECT_EQ(Live(), uint64_t{kCommits} * kPeople);
  EXPECT_LE(most_segments, 16u);
  EXPECT_LE(rewritten, uint64_t{kCommits} * kPeople * 5);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, ASegmentThatIsMostlyDeadIsRewritten) {
  WriterOptions options;
  options.small_segment = 1;  // so that size alone is no reason
  std::vector<std::string> ids;
  for (int i = 0; i < 10; ++i) ids.push_back("p" + std::to_string(i));
  Add(ids, "HP:1", options);
  CatalogueWriter writer(*store_, dictionary_, options);
  for (int i = 0; i < 7; ++i) ASSERT_TRUE(writer.Remove("d", ids[static_cast<size_t>(i)]).ok());
  ASSERT_TRUE(writer.Commit().ok());
  ASSERT_EQ(store_->snapshot()->manifest.segments.size(), 1u);
  EXPECT_EQ(store_->snapshot()->manifest.segments[0].rows[0], 3u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, AFullSegmentIsClosedAndTheNextBegun) {
  WriterOptions options;
  options.max_individuals = 3;
  std::vector<std::string> ids;
  for (int i = 0; i < 10; ++i) ids.push_back("p" + std::to_string(i));
  Add(ids, "HP:1", options);
  EXPECT_EQ(store_->snapshot()->manifest.segments.size(), 4u);
  EXPECT_EQ(Live(), 10u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, AMalformedRecordIsRefusedAndTheRestStands) {
  CatalogueWriter writer(*store_, dictionary_);
  model::Taken taken;
  model::Record bad = Person(writer, "bad", "HP:1");
  bad.rows[1].values[0].field = model::field::kRunDepth;
  EXPECT_TRUE(absl::IsInvalidArgument(writer.AddRecord(bad, &taken)));
  ASSERT_TRUE(writer.AddRecord(Person(writer, "good", "HP:1"), &taken).ok());
  ASSERT_TRUE(writer.Commit().ok());
  dictionary_ = writer.dictionary();
  EXPECT_EQ(Live(), 1u);
  ExpectSound();
}

TEST_F(CatalogueWriterTest, SymbolsThatNobodyHasLeaveTheDictionary) {
  Add({"a"}, "HP:1");
  Add({"b"}, "HP:2");
  {
    CatalogueWriter writer(*store_, dictionary_);
    ASSERT_TRUE(*writer.Remove("d", "a"));
    ASSERT_TRUE(writer.Commit().ok());  // all of its segment is dead, so that it is dropped
    dictionary_ = writer.dictionary();
  }
  EXPECT_EQ(dictionary_->Find("HP:1"), std::nullopt);
  EXPECT_TRUE(dictionary_->Find("HP:2").has_value());
  EXPECT_TRUE(dictionary_->Find("d").has_value());
  ExpectSound();
  Add({"c"}, "HP:1");
  EXPECT_TRUE(dictionary_->Find("HP:1").has_value());
  ExpectSound();
  // What the store has is what was committed.
  model::Dictionary read;
  for (uint32_t block = 0; block < store_->snapshot()->manifest.dictionary_blocks; ++block) {
    ASSERT_TRUE(read.DecodeBlock(*store_->DictionaryBlock(block)).ok());
  }
  EXPECT_EQ(read.size(), dictionary_->size());
  EXPECT_EQ(read.checksum_of_blocks(), dictionary_->checksum_of_blocks());
}

TEST_F(CatalogueWriterTest, RemoveDeadRewritesWhoeverIsBesideThem) {
  Add({"a", "b", "c"}, "HP:1");
  model::Symbol secret = model::kNoSymbol;
  {
    CatalogueWriter writer(*store_, dictionary_);
    model::Taken taken;
    ASSERT_TRUE(writer.AddRecord(Person(writer, "x", "HP:secret"), &taken).ok());
    ASSERT_TRUE(writer.AddRecord(Person(writer, "y", "HP:1"), &taken).ok());
    ASSERT_TRUE(writer.Commit().ok());
    dictionary_ = writer.dictionary();
    secret = *dictionary_->Find("HP:secret");
  }
  const auto commit = [&](bool remove, bool delete_x, std::string pin) {
    CatalogueWriter writer(*store_, dictionary_);
    if (remove) writer.RemoveDead();
    if (delete_x) {
      EXPECT_TRUE(*writer.Remove("d", "x"));
    }
    if (!pin.empty()) writer.PutDocument(std::string(storage::kPinnedDocument), std::move(pin));
    EXPECT_TRUE(writer.Commit().ok());
    dictionary_ = writer.dictionary();
  };
  commit(false, false, store_->snapshot()->manifest.Encode());
  commit(false, true, "");
  commit(true, false, "");
  EXPECT_EQ(Live(), 4u);
  for (const auto& info : store_->snapshot()->manifest.segments) EXPECT_EQ(info.live, info.rows[0]);
  EXPECT_EQ(dictionary_->Text(secret), "HP:secret") << "the version that is pinned has somebody with it";
  ExpectSound();
  commit(false, false, store_->snapshot()->manifest.Encode());
  commit(true, false, "");
  EXPECT_TRUE(dictionary_->IsDropped(secret));
  EXPECT_EQ(dictionary_->Find("HP:secret"), std::nullopt);
  ExpectSound();
}

}  // namespace
}  // namespace muster::index
