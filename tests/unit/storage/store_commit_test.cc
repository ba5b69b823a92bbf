// Commits: what is visible when, and what goes when.
#include <rocksdb/db.h>
#include <rocksdb/iterator.h>

#include "storage/rocks/rocks_db.h"
#include "storage/rocks/rocks_segment_writer.h"
#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

class StoreCommitTest : public StoreFixture {
 protected:
  // Keys of each column family on disk, by a way of its own; the store is closed for it.
  std::vector<size_t> CountKeys() {
    store_.reset();
    auto db = RocksDb::Open(path_, {.read_only = true});
    EXPECT_TRUE(db.ok()) << db.status();
    std::vector<size_t> counts;
    for (int family = 0; family < kColumnFamilyCount; ++family) {
      rocksdb::ReadOptions options;
      options.total_order_seek = true;
      const std::unique_ptr<rocksdb::Iterator> it(
          (*db)->db().NewIterator(options, (*db)->handle(static_cast<ColumnFamily>(family))));
      size_t count = 0;
      for (it->SeekToFirst(); it->Valid(); it->Next()) ++count;
      EXPECT_TRUE(it->status().ok());
      counts.push_back(count);
    }
    return counts;
  }
};

TEST_F(StoreCommitTest, ASegmentIsSeenFromItsCommitOn) {
  Create();
  SnapshotPtr before = store_->snapshot();
  const SegmentInfo info = Write({"a", "b"});
  EXPECT_EQ(info.rows, std::vector<uint32_t>{2});
  EXPECT_EQ(info.live, 2u);
  EXPECT_EQ(store_->snapshot(), before);
  EXPECT_EQ(Where("a"), "none");
  Apply({.add_segments = {info}});
  SnapshotPtr after = store_->snapshot();
  EXPECT_EQ(after->manifest.version, 1u);
  ASSERT_EQ(after->segments.size(), 1u);
  EXPECT_EQ(Where("a"), "1:0");
  EXPECT_EQ(Where("b"), "1:1");
  EXPECT_EQ(Where("c"), "none");
  EXPECT_EQ(Where(*before, "a"), "none") << "an older snapshot stays as it was";
  before = after = nullptr;
  Reopen();
  EXPECT_EQ(store_->snapshot()->manifest.version, 1u);
  EXPECT_EQ(Where("b"), "1:1");
}

TEST_F(StoreCommitTest, DocumentsAreReplacedAndRemoved) {
  using Documents = std::map<std::string, std::string>;
  Create();
  EXPECT_TRUE(store_->snapshot()->documents->empty());
  Apply({.documents = {{"a", "1"}, {std::string("b\0", 2), "2"}, {"", "3"}}});
  SnapshotPtr before = store_->snapshot();
  Apply({.documents = {{"a", "4"}, {"", ""}, {"never there", ""}}});
  EXPECT_EQ(*before->documents, (Documents{{"a", "1"}, {std::string("b\0", 2), "2"}, {"", "3"}}));
  const Documents after = {{"a", "4"}, {std::string("b\0", 2), "2"}};
  EXPECT_EQ(*store_->snapshot()->documents, after);
  Apply({});
  EXPECT_EQ(*store_->snapshot()->documents, after) << "a commit without documents leaves them";
  before = nullptr;
  Reopen();
  EXPECT_EQ(*store_->snapshot()->documents, after);
}

TEST_F(StoreCommitTest, LiveBitmapsDelete) {
  Create();
  Add({"a", "b", "c"});
  EXPECT_EQ(*store_->snapshot()->segments[0]->Live(), nullptr);
  Apply({.live = {{1, Rows({0, 2})}}});
  SnapshotPtr two = store_->snapshot();
  EXPECT_EQ(two->manifest.segments[0].live, 2u);
  EXPECT_EQ((*two->segments[0]->Live())->ToVector(), (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(Where("b"), "none");
  EXPECT_EQ(Where("c"), "1:2");
  two = nullptr;
  Apply({.live = {{1, Rows({2})}}});
  Reopen();
  EXPECT_EQ(store_->snapshot()->manifest.segments[0].live, 1u);
  EXPECT_EQ((*store_->snapshot()->segments[0]->Live())->ToVector(), std::vector<uint32_t>{2});
  EXPECT_EQ(Where("a"), "none");
  Apply({.live = {{1, Bitmap::Range(0, 3)}}});
  EXPECT_EQ(*store_->snapshot()->segments[0]->Live(), nullptr) << "all live again";
  EXPECT_EQ(Where("a"), "1:0");
}

TEST_F(StoreCommitTest, LiveRowsAreMadeOnceForEachVersion) {
  Create();
  Add({"a", "b", "c"});
  uint32_t made = 0;
  const auto rows = [&](const SnapshotPtr& snapshot, uint8_t entity) {
    const auto live = snapshot->segments[0]->LiveRows(
        entity, [&]() -> absl::StatusOr<Bitmap> { return Bitmap::FromSorted(std::vector<uint32_t>{++made}); });
    return live.ok() ? (*live)->Maximum() : 0;
  };
  Apply({.live = {{1, Rows({0, 2})}}});
  const SnapshotPtr two = store_->snapshot();
  EXPECT_EQ(rows(two, 1), 1u);
  EXPECT_EQ(rows(two, 1), 1u);
  EXPECT_EQ(rows(two, 2), 2u) << "of another entity";
  Apply({.live = {{1, Rows({2})}}});
  EXPECT_EQ(rows(store_->snapshot(), 1), 3u);
  EXPECT_EQ(rows(two, 1), 1u);
  const auto failed =
      two->segments[0]->LiveRows(3, []() -> absl::StatusOr<Bitmap> { return absl::DataLossError("damaged"); });
  EXPECT_TRUE(absl::IsDataLoss(failed.status()));
  EXPECT_EQ(rows(two, 3), 4u) << "errors are not kept";
}

TEST_F(StoreCommitTest, FindFollowsUpserts) {
  Create();
  Add({"a", "b"});
  const SnapshotPtr first = store_->snapshot();
  const SegmentInfo info = Write({"b", "c"});
  Apply({.add_segments = {info}, .live = {{1, Rows({0})}}});
  EXPECT_EQ(Where("a"), "1:0");
  EXPECT_EQ(Where("b"), "2:0");
  EXPECT_EQ(Where("c"), "2:1");
  EXPECT_EQ(Where(*first, "b"), "1:1");
  EXPECT_EQ(Where(*first, "c"), "none");
  EXPECT_TRUE(store_->Find(*first, "other", "a").ok());
  EXPECT_FALSE(store_->Find(*first, "other", "a")->has_value()) << "datasets are apart";
}

TEST_F(StoreCommitTest, IdsMayBeAnyBytes) {
  Create();
  const std::vector<std::string> ids = {"",  std::string(1, '\0'),  std::string(2, '\0'), "\xFF",
                                        "a", std::string("a\0b", 3)};
  Add(ids);
  for (size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(Where(ids[i]), "1:" + std::to_string(i));
}

TEST_F(StoreCommitTest, AnOldSnapshotReadsADroppedSegment) {
  Create();
  Add({"a", "b"});
  Apply({.live = {{1, Rows({1})}}});
  SnapshotPtr old = store_->snapshot();
  const SegmentInfo merged = Write({"b"});
  Apply({.add_segments = {merged}, .drop_segments = {1}});
  Apply({});
  EXPECT_EQ(Where("b"), "2:0");
  EXPECT_EQ(Where(*old, "b"), "1:1");
  EXPECT_EQ(*old->segments[0]->Record(0), "record of a");
  EXPECT_EQ((*old->segments[0]->Live())->ToVector(), std::vector<uint32_t>{1});
  EXPECT_EQ((*old->segments[0]->Posting({0, 0, 0, 1}, old->segments[0]->rows(0)))->Cardinality(), 2u);

  const SegmentReaderPtr reader = old->segments[0];
  old = nullptr;
  Apply({});
  EXPECT_TRUE(reader->Record(0).ok()) << "the reader alone holds it too";
}

TEST_F(StoreCommitTest, WhatNobodyHoldsIsDeleted) {
  Create();
  Add({"a", "b"});
  Apply({.live = {{1, Rows({1})}}});
  Apply({.live = {{1, Bitmap()}}});
  const SegmentInfo merged = Write({"b"});
  Apply({.add_segments = {merged}, .drop_segments = {1}});
  const std::vector<size_t> counts = CountKeys();
  EXPECT_EQ(counts[kRecords], 1u);
  EXPECT_EQ(counts[kPostings], 2u) << "a posting and the list of its value";
  EXPECT_EQ(counts[kColumns], 1u);
  EXPECT_EQ(counts[kDefault], 2u) << "format, manifest; no live bitmaps";
}

TEST_F(StoreCommitTest, ASnapshotMayOutliveTheStore) {
  Create();
  Add({"a"});
  const SnapshotPtr snapshot = store_->snapshot();
  Apply({.drop_segments = {1}});
  store_.reset();
  EXPECT_EQ(*snapshot->segments[0]->Record(0), "record of a");
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kUnavailable) << "it keeps the database open";
}

TEST_F(StoreCommitTest, LeftoversAreSweptAndTheirNumbersNotUsedAgain) {
  Create();
  Add({"a"});
  EXPECT_EQ(Write({"x", "y"}).id, 2u);  // never committed
  EXPECT_EQ(Write({"z"}).id, 3u);
  EXPECT_EQ(CountKeys()[kRecords], 4u);
  Reopen();
  EXPECT_EQ(CountKeys()[kRecords], 1u);
  Reopen();  // now nothing of them is left to be found
  EXPECT_EQ(Where("x"), "none");
  const SegmentInfo next = Write({"b"});
  EXPECT_EQ(next.id, 4u);
  Apply({.add_segments = {next}});
  EXPECT_EQ(Where("x"), "none");
  Reopen();
  EXPECT_EQ(Write({"c"}).id, 5u);
}

TEST_F(StoreCommitTest, CompactionDropsTheIdsOfDeadSegmentsOnly) {
  Create();
  Add({"a", "b"});
  Write({"a", "x"});  // never committed
  Reopen();
  Add({"c"});
  const SegmentInfo merged = Write({"a2", "b2"});
  Apply({.add_segments = {merged}, .drop_segments = {1}});
  store_.reset();
  {
    auto db = RocksDb::Open(path_, {});
    ASSERT_TRUE(db.ok());
    (*db)->dead_segments().Reset(3, {});  // as Sweep would
    ASSERT_TRUE((*db)->db().CompactRange(rocksdb::CompactRangeOptions(), (*db)->handle(kIds), nullptr, nullptr).ok());
  }
  EXPECT_EQ(CountKeys()[kIds], 3u);
  Reopen();
  EXPECT_EQ(Where("c"), "3:0");
  EXPECT_EQ(Where("b2"), "4:1");
}

TEST_F(StoreCommitTest, DictionaryAndOntologiesPersist) {
  Create();
  Apply({.dictionary_block = "first"});
  Apply({.dictionary_block = "second",
         .ontologies = {{{.id = "hp", .version = "1", .terms = 5, .obsolete = 1}, "hp one"},
                        {{.id = "hp", .version = "2", .terms = 6, .obsolete = 1}, "hp two"}}});
  Apply({.ontologies = {{{.id = "hp", .version = "1", .terms = 7, .obsolete = 2}, "hp one, again"}}});
  Reopen();
  const SnapshotPtr snapshot = store_->snapshot();
  EXPECT_EQ(snapshot->manifest.dictionary_blocks, 2u);
  EXPECT_EQ(*store_->DictionaryBlock(0), "first");
  EXPECT_EQ(*store_->DictionaryBlock(1), "second");
  EXPECT_EQ(store_->DictionaryBlock(2).status().code(), absl::StatusCode::kNotFound);
  ASSERT_EQ(snapshot->manifest.ontologies.size(), 2u);
  // The one that came last stands last.
  EXPECT_EQ(snapshot->manifest.ontologies[0].version, "2");
  EXPECT_EQ(snapshot->manifest.ontologies[1].version, "1");
  EXPECT_EQ(snapshot->manifest.ontologies[1].terms, 7u);
  EXPECT_EQ(*store_->Ontology("hp", "1"), "hp one, again");
  EXPECT_EQ(*store_->Ontology("hp", "2"), "hp two");
  EXPECT_EQ(store_->Ontology("hp", "3").status().code(), absl::StatusCode::kNotFound);
}

TEST_F(StoreCommitTest, AContradictoryCommitChangesNothing) {
  Create();
  Add({"a"});
  const SegmentInfo info = Write({"b"});
  SegmentInfo unknown = info;
  unknown.id = 77;
  std::vector<Commit> commits;
  commits.push_back({.drop_segments = {5}});
  commits.push_back({.drop_segments = {1, 1}});
  commits.push_back({.add_segments = {unknown}});
  commits.push_back({.add_segments = {info, info}});
  commits.push_back({.live = {{5, Bitmap()}}});
  commits.push_back({.live = {{1, Rows({1})}}});
  commits.push_back({.live = {{1, Bitmap()}, {1, Bitmap()}}});
  commits.push_back({.drop_segments = {1}, .live = {{1, Bitmap()}}});
  const SnapshotPtr before = store_->snapshot();
  for (Commit& commit : commits) {
    commit.dictionary_block = "block";
    EXPECT_EQ(store_->Apply(std::move(commit)).code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(store_->snapshot(), before);
  }
  EXPECT_EQ(store_->DictionaryBlock(0).status().code(), absl::StatusCode::kNotFound);
  Apply({.add_segments = {info}});
  EXPECT_EQ(Where("b"), "2:0");
}

TEST_F(StoreCommitTest, LargeSegmentsBypassTheLog) {
  Create();
  Add({"old"});
  std::vector<std::string> ids;
  for (int i = 0; i < 6000; ++i) ids.push_back("id" + std::to_string(i));
  const SegmentInfo info = Write(ids, 2000);  // three batches
  Apply({.add_segments = {info}, .live = {{info.id, Bitmap::Range(0, 5999)}}});
  EXPECT_GT(store_->DiskBytes(), 2 * kSmallSegmentBytes);
  Reopen();
  SegmentReaderPtr reader = store_->snapshot()->segments[1];
  EXPECT_EQ(Where("id4321"), "2:4321");
  EXPECT_EQ(Where("id5999"), "none");
  EXPECT_TRUE(reader->Record(5999)->starts_with("record of id5999"));
  EXPECT_EQ((*reader->GetColumn({0, 1, 0}))->operator[](5000), 50000);
  uint32_t records = 0;
  EXPECT_TRUE(reader->ForEachRecord([&](uint32_t, std::string_view) { return ++records != 0; }).ok());
  EXPECT_EQ(records, 6000u);
  reader = nullptr;

  Write(ids, 2000);  // never committed
  Reopen();
  EXPECT_EQ(Write({"x"}).id, 4u);
  Apply({.drop_segments = {2}});
  store_.reset();
  EXPECT_EQ(CountKeys()[kRecords], 2u) << "old, and x which nothing has swept yet";
}

}  // namespace
}  // namespace muster::storage
