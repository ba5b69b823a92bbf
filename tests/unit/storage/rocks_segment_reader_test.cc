// One segment: what is written is read.
#include <gmock/gmock.h>
#include <rocksdb/write_batch.h>

#include <numeric>
#include <set>
#include <thread>

#include "storage/codec/posting_page.h"
#include "storage/rocks/rocks_db.h"
#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class SegmentTest : public StoreFixture {
 protected:
  // Two individuals, 70,000 rows of entity 1.
  SegmentReaderPtr Example() {
    auto writer = store_->NewSegment();
    EXPECT_TRUE(writer.ok());
    EXPECT_TRUE((*writer)->PutRecord(0, "d", "a", "A").ok());
    EXPECT_TRUE((*writer)->PutRecord(1, "d", "b", "B").ok());
    EXPECT_TRUE((*writer)->PutPosting({1, 1, 5, 9}, Rows({0, 69999})).ok());
    EXPECT_TRUE((*writer)->PutPosting({1, 1, 5, 256}, Rows({1})).ok());
    EXPECT_TRUE((*writer)->PutPosting({1, 1, 6, 1}, Rows({2})).ok());
    EXPECT_TRUE((*writer)->PutPosting({2, 0, 5, 9}, Rows({3})).ok());
    std::vector<int64_t> column(70000);
    for (size_t i = 0; i < column.size(); ++i) column[i] = i % 7 == 0 ? kNull : static_cast<int64_t>(i) * 1000;
    EXPECT_TRUE((*writer)->PutColumn({1, 4, 2}, column).ok());
    EXPECT_TRUE((*writer)->PutColumn({0, 4, 0}, std::vector<int64_t>{1, 2}).ok());
    EXPECT_TRUE((*writer)->PutColumn({2, 4, 0}, {}).ok());
    auto info = (*writer)->Finish({2, 70000});
    EXPECT_TRUE(info.ok()) << info.status();
    EXPECT_FALSE((*writer)->PutRecord(2, "d", "c", "C").ok()) << "finished";
    Apply({.add_segments = {*info}});
    return store_->snapshot()->segments.back();
  }
  // Changes bytes behind the store's back.
  void Put(ColumnFamily family, const std::string& key, const std::string& value) {
    store_.reset();
    auto db = RocksDb::Open(path_, {});
    ASSERT_TRUE(db.ok()) << db.status();
    ASSERT_TRUE((*db)->db().Put(rocksdb::WriteOptions(), (*db)->handle(family), key, value).ok());
    db->reset();
    Reopen();
  }
};

// That there is no such column is remembered, and is not taken for a column without rows.
TEST_F(SegmentTest, AbsentColumns) {
  Create();
  const SegmentReaderPtr reader = Example();
  for (int round = 0; round < 3; ++round) {
    EXPECT_TRUE(absl::IsNotFound(reader->GetColumn({1, 4, 3}).status()));
    EXPECT_TRUE(reader->GetColumn({1, 4, 2}).ok());
  }
}

TEST_F(SegmentTest, KeepsWhatIsMadeOfIt) {
  Create();
  const SegmentReaderPtr reader = Example();
  const DerivedKey key{DerivedKey::Kind::kSliceColumn, 1, 4, 9, 1};
  EXPECT_EQ(reader->Kept(key), nullptr);
  reader->Keep(key, std::make_shared<const int>(5), 4);
  ASSERT_NE(reader->Kept(key), nullptr);
  EXPECT_EQ(*std::static_pointer_cast<const int>(reader->Kept(key)), 5);
  for (const DerivedKey& other :
       {DerivedKey{DerivedKey::Kind::kSlicePosting, 1, 4, 9, 1}, DerivedKey{DerivedKey::Kind::kSliceColumn, 2, 4, 9, 1},
        DerivedKey{DerivedKey::Kind::kSliceColumn, 1, 5, 9, 1}, DerivedKey{DerivedKey::Kind::kSliceColumn, 1, 4, 8, 1},
        DerivedKey{DerivedKey::Kind::kSliceColumn, 1, 4, 9, 2}}) {
    EXPECT_EQ(reader->Kept(other), nullptr);
  }
}

TEST_F(SegmentTest, Postings) {
  Create();
  const SegmentReaderPtr reader = Example();
  EXPECT_EQ(reader->rows(0), 2u);
  EXPECT_EQ(reader->rows(1), 70000u);
  EXPECT_EQ(reader->rows(200), 0u);
  for (int round = 0; round < 2; ++round) {  // the second from the cache
    EXPECT_THAT((*reader->Posting({1, 1, 5, 9}, 70000))->ToVector(), ElementsAre(0, 69999));
    EXPECT_TRUE((*reader->Posting({1, 1, 5, 10}, 70000))->Empty());
    EXPECT_THAT(**reader->Values(1, 1, 5), ElementsAre(9, 256));
    EXPECT_THAT(**reader->Values(7, 7, 7), ElementsAre());
  }
  EXPECT_EQ(*reader->Posting({1, 1, 5, 9}, 70000), *reader->Posting({1, 1, 5, 9}, 70000)) << "shared";
  EXPECT_EQ(*reader->Posting({1, 1, 5, 10}, 70000), EmptyBitmap());

  const auto keys = [&](int kind, int entity, int field) {
    std::vector<PostingKey> seen;
    EXPECT_TRUE(reader
                    ->ForEachPosting(kind, entity, field,
                                     [&](const PostingKey& key, const Bitmap& bitmap) {
                                       EXPECT_EQ(bitmap, **reader->Posting(key, 70000));
                                       seen.push_back(key);
                                       return true;
                                     })
                    .ok());
    return seen;
  };
  EXPECT_THAT(keys(1, 1, 5), ElementsAre(PostingKey{1, 1, 5, 9}, PostingKey{1, 1, 5, 256}));
  EXPECT_EQ(keys(-1, 0, 0).size(), 4u);
  EXPECT_EQ(keys(1, 1, 7).size(), 0u);
  int calls = 0;
  EXPECT_TRUE(reader->ForEachPosting(-1, 0, 0, [&](const PostingKey&, const Bitmap&) { return ++calls < 2; }).ok());
  EXPECT_EQ(calls, 2);
}

TEST_F(SegmentTest, Columns) {
  Create();
  const SegmentReaderPtr reader = Example();
  const auto column = reader->GetColumn({1, 4, 2});
  ASSERT_TRUE(column.ok()) << column.status();
  EXPECT_EQ((*column)->chunks().size(), 2u);
  for (const uint32_t row : {0u, 1u, 65535u, 65536u, 69999u}) {
    EXPECT_EQ((**column)[row], row % 7 == 0 ? kNull : int64_t{row} * 1000);
  }
  EXPECT_EQ(*reader->GetColumn({1, 4, 2}), *column) << "shared";
  EXPECT_EQ(reader->GetColumn({1, 4, 3}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_TRUE(reader->GetColumn({2, 4, 0}).ok()) << "there, but of an entity without rows";
  EXPECT_THAT(*reader->ColumnKeys(), ElementsAre(ColumnKey{0, 4, 0}, ColumnKey{1, 4, 2}, ColumnKey{2, 4, 0}));
}

// Picked out of what is stored the first time, of the column the second.
TEST_F(SegmentTest, ValuesAtRows) {
  Create();
  Example();
  std::vector<uint32_t> most(60000);
  std::iota(most.begin(), most.end(), 10000);
  for (const std::vector<uint32_t>& rows :
       {std::vector<uint32_t>{0, 1, 1, 65535, 65536, 65541, 69999}, {65536}, {}, {65535}, most}) {
    store_.reset();
    Reopen();
    const SegmentReaderPtr fresh = store_->snapshot()->segments.back();
    for (int time = 0; time < 3; ++time) {
      std::vector<int64_t> values(rows.size(), -1);
      ASSERT_TRUE(fresh->ValuesAt({1, 4, 2}, rows, values).ok());
      for (size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(values[i], rows[i] % 7 == 0 ? kNull : int64_t{rows[i]} * 1000) << rows[i];
      }
      EXPECT_TRUE(absl::IsNotFound(fresh->ValuesAt({1, 4, 3}, rows, values)));
    }
  }
}

TEST_F(SegmentTest, WhatIsDerivedIsKept) {
  Create();
  const SegmentReaderPtr reader = Example();
  EXPECT_EQ(reader->GetColumn({1, 4, 3}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(reader->GetColumn({1, 4, 3}).status().code(), absl::StatusCode::kNotFound) << "the second time as well";
  const DerivedKey sums{DerivedKey::Kind::kCachedColumn, 0, 0, 0, 7};
  EXPECT_EQ(reader->Kept(sums), nullptr);
  const ColumnPtr column = *reader->GetColumn({1, 4, 2});
  reader->Keep(sums, column, 1000);
  EXPECT_EQ(reader->Kept(sums), column);
  EXPECT_EQ(reader->Kept({DerivedKey::Kind::kCachedColumn, 0, 0, 0, 8}), nullptr);
  EXPECT_TRUE(reader->CanKeep(1000));
  EXPECT_FALSE(reader->CanKeep(uint64_t{1} << 40));
}

TEST_F(SegmentTest, Records) {
  Create();
  Add({"before"});
  const SegmentReaderPtr reader = Example();
  Add({"after"});
  EXPECT_EQ(*reader->Record(1), "B");
  EXPECT_EQ(reader->Record(2).status().code(), absl::StatusCode::kNotFound);
  std::string all;
  EXPECT_TRUE(reader
                  ->ForEachRecord([&](uint32_t row, std::string_view record) {
                    all += std::to_string(row) + std::string(record);
                    return true;
                  })
                  .ok());
  EXPECT_EQ(all, "0A1B");
}

TEST_F(SegmentTest, FinishRefusesWhatDoesNotFit) {
  Create();
  const auto finish = [&](auto put) {
    auto writer = store_->NewSegment();
    EXPECT_TRUE(put(**writer).ok());
    return (*writer)->Finish({2, 3}).status().code();
  };
  EXPECT_EQ(finish([](SegmentWriter& w) { return w.PutRecord(1, "d", "a", "A"); }), absl::StatusCode::kOk);
  EXPECT_EQ(finish([](SegmentWriter& w) { return w.PutRecord(2, "d", "a", "A"); }), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(finish([](SegmentWriter& w) { return w.PutPosting({}, Rows({3})); }), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(finish([](SegmentWriter& w) {
              const absl::Status first = w.PutPosting({}, Rows({1}));
              return first.ok() ? w.PutPosting({}, Rows({2})) : first;
            }),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(finish([](SegmentWriter& w) {
              return w.PutColumn({1, 0, 0}, std::vector<int64_t>{1, 2});
            }),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(SegmentTest, SegmentsMayBeWrittenAtTheSameTime) {
  Create();
  std::vector<SegmentInfo> infos(4);
  std::vector<std::thread> threads;
  for (size_t t = 0; t < infos.size(); ++t) {
    threads.emplace_back([&, t] {
      std::vector<std::string> ids;
      for (int i = 0; i < 3000; ++i) ids.push_back(std::to_string(t) + "_" + std::to_string(i));
      infos[t] = Write(ids, t % 2 == 0 ? 10 : 2000);
    });
  }
  for (std::thread& thread : threads) thread.join();
  Apply({.add_segments = infos});
  Reopen();
  for (size_t t = 0; t < infos.size(); ++t) {
    EXPECT_EQ(Where(std::to_string(t) + "_77"), std::to_string(infos[t].id) + ":77");
  }
}

// Of many values, few or all of which have postings, and some that have none.
TEST_F(SegmentTest, Unions) {
  Create();
  auto writer = store_->NewSegment();
  ASSERT_TRUE(writer.ok());
  const auto rows_of = [](uint32_t value) {
    return std::set<uint32_t>{value % 500, value * 7919 % 60000, 60000 + value};
  };
  for (uint32_t value = 0; value < 4000; value += 2) {
    const std::set<uint32_t> rows = rows_of(value);
    ASSERT_TRUE((*writer)->PutPosting({3, 1, 5, value}, Rows({rows.begin(), rows.end()})).ok());
  }
  auto info = (*writer)->Finish({70000});
  ASSERT_TRUE(info.ok()) << info.status();
  Apply({.add_segments = {*info}});
  const SegmentReaderPtr reader = store_->snapshot()->segments.back();
  EXPECT_EQ((*reader->Values(3, 1, 5))->size(), 2000u);
  for (const uint32_t step : {1, 2, 3, 17, 61, 399, 1999}) {
    for (const uint32_t first : {0, 1, 1998, 5000}) {
      std::vector<uint32_t> values;
      std::set<uint32_t> expected;
      for (uint32_t value = first; value < first + 4100; value += step) {
        values.push_back(value);
        if (value < 4000 && value % 2 == 0) expected.merge(rows_of(value));
      }
      const auto found = reader->Union({3, 1, 5, 77}, values, 70000);
      ASSERT_TRUE(found.ok()) << found.status();
      EXPECT_EQ(found->rows.ToVector(), std::vector<uint32_t>(expected.begin(), expected.end()))
          << step << " " << first;
      if (!expected.empty()) {
        EXPECT_TRUE(reader->Union({3, 1, 5, 77}, values, *expected.rbegin() + 1).ok());
        EXPECT_EQ(reader->Union({3, 1, 5, 77}, values, *expected.rbegin()).status().code(),
                  absl::StatusCode::kDataLoss);
      }
    }
  }
  EXPECT_TRUE(reader->Union({3, 1, 5, 0}, {}, 70000)->rows.Empty());
}

// A stored union is taken for its values and no others.
TEST_F(SegmentTest, StoredUnions) {
  Create();
  auto writer = store_->NewSegment();
  ASSERT_TRUE(writer.ok());
  for (uint32_t value = 0; value < 300; ++value) {
    ASSERT_TRUE((*writer)->PutPosting({3, 1, 5, value}, Rows({value})).ok());
  }
  auto info = (*writer)->Finish({1000});
  ASSERT_TRUE(info.ok()) << info.status();
  writer->reset();  // which keeps the database open
  Apply({.add_segments = {*info}});
  std::vector<uint32_t> values(100), others(100);
  std::iota(values.begin(), values.end(), 100);
  std::iota(others.begin(), others.end(), 101);
  std::vector<uint32_t> with_absent = values;
  with_absent.insert(with_absent.end(), {5000, 6000});
  // Rows that tell it from what the postings say.
  const StoredUnion stored{values, Rows({7, 700})};
  const PostingKey key{3, 1, 5, 0};
  ASSERT_TRUE(store_->PutUnions(info->id, key, std::vector<StoredUnion>{stored}).ok());
  ASSERT_TRUE(store_->FlushUnions().ok());
  const auto reader = [&] { return store_->snapshot()->segments.back(); };
  for (int round = 0; round < 2; ++round) {
    EXPECT_THAT(reader()->Union(key, values, 1000)->rows.ToVector(), ElementsAre(7, 700));
    EXPECT_EQ(reader()->Union(key, values, 1000)->postings, 1u);
    EXPECT_EQ(reader()->Union(key, others, 1000)->postings, 100u);
    EXPECT_THAT(reader()->Union(key, with_absent, 1000)->rows.ToVector(), ElementsAre(7, 700));
    EXPECT_EQ(reader()->Union(key, others, 1000)->rows.Cardinality(), 100u);
    EXPECT_EQ(reader()->Union({3, 1, 6, 0}, values, 1000)->rows.Cardinality(), 0u);
    EXPECT_EQ(reader()->Union(key, values, 700).status().code(), absl::StatusCode::kDataLoss) << "rows beyond the end";
    std::vector<StoredUnion> seen;
    const auto look = [&](const StoredUnion& one) {
      seen.push_back(one);
      return true;
    };
    EXPECT_TRUE(reader()->ForEachUnion(key, look).ok());
    EXPECT_TRUE(reader()->ForEachUnion({3, 1, 6, 0}, look).ok());
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].values, values);
    EXPECT_EQ(seen[0].rows, stored.rows);
    int postings = 0;
    EXPECT_TRUE(
        reader()->ForEachPosting(-1, 0, 0, [&](const PostingKey&, const Bitmap&) { return ++postings > 0; }).ok());
    EXPECT_EQ(postings, 300) << "a union is no posting";
    Reopen();
  }
  ASSERT_TRUE(store_->PutUnions(info->id, key, {}).ok());
  EXPECT_EQ(reader()->Union(key, values, 1000)->rows.Cardinality(), 100u) << "those before are gone";
  EXPECT_EQ(store_->PutUnions(99, key, {}).code(), absl::StatusCode::kInvalidArgument);
  Put(kPostings, UnionKey(info->id, key, values), "garbage");
  EXPECT_EQ(reader()->Union(key, values, 1000)->rows.Cardinality(), 100u) << "not a union of these values";
  EXPECT_EQ(reader()->ForEachUnion(key, [](const StoredUnion&) { return true; }).code(), absl::StatusCode::kDataLoss);
}

TEST_F(SegmentTest, AColumnMayComeLate) {
  Create();
  SegmentReaderPtr reader = Example();
  const uint32_t segment = reader->info().id;
  const ColumnKey key{1, 252, 0};
  EXPECT_TRUE(absl::IsNotFound(reader->GetColumn(key).status()));
  std::vector<int64_t> values(70000);
  for (size_t i = 0; i < values.size(); ++i) values[i] = static_cast<int64_t>(i * 0x9E3779B97F4A7C15);
  ASSERT_TRUE(store_->PutLateColumn(segment, key, values).ok());
  const auto expect = [&](const SegmentReader& from) {
    const auto column = from.GetColumn(key);
    ASSERT_TRUE(column.ok()) << column.status();
    for (uint32_t row = 0; row < values.size(); ++row) ASSERT_EQ((**column)[row], values[row]) << row;
  };
  expect(*reader);
  reader.reset();
  Reopen();
  expect(*store_->snapshot()->segments.back());
  values[0] = 1;
  ASSERT_TRUE(store_->PutLateColumn(segment, key, values).ok());
  expect(*store_->snapshot()->segments.back());
  values.pop_back();
  EXPECT_TRUE(absl::IsInvalidArgument(store_->PutLateColumn(segment, key, values)));
  EXPECT_TRUE(absl::IsInvalidArgument(store_->PutLateColumn(99, key, {})));
}

TEST_F(SegmentTest, DamageIsDataLossAndSaysWhere) {
  Create();
  Example();
  const auto expect = [&](const absl::Status& status, const std::string& what) {
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(path_));
    EXPECT_THAT(std::string(status.message()), HasSubstr(what));
  };
  const auto reader = [&] { return store_->snapshot()->segments[0]; };
  Put(kPostings, PageKey(1, {1, 1, 5, 9}), "garbage");
  expect(reader()->Posting({1, 1, 5, 9}, 70000).status(), "segment 1");
  std::vector<uint32_t> many(300);
  std::iota(many.begin(), many.end(), 9);
  expect(reader()->Union({1, 1, 5, 0}, many, 70000).status(), "segment 1");
  expect(reader()->ForEachPosting(-1, 0, 0, [](const PostingKey&, const Bitmap&) { return true; }), "segment 1");
  std::string beyond;
  Rows({70000}).AppendTo(&beyond);
  Put(kPostings, PageKey(1, {1, 1, 5, 9}), EncodePage(std::vector<EncodedPosting>{{9, beyond}, {256, ""}}));
  expect(reader()->Posting({1, 1, 5, 9}, 70000).status(), "beyond");
  expect(reader()->Posting({1, 1, 5, 256}, 70000).status(), "segment 1");
  Put(kPostings, PageKey(1, {1, 1, 5, 9}), EncodePage(std::vector<EncodedPosting>{{9, beyond}}));
  expect(reader()->Posting({1, 1, 5, 256}, 70000).status(), "page");
  expect(reader()->Union({1, 1, 5, 0}, many, 70001).status(), "segment 1");
  Put(kPostings, DirectoryKey(1, {1, 1, 5, 0}), "garbage");
  expect(reader()->Values(1, 1, 5).status(), "segment 1");
  Put(kColumns, ColumnKeyBytes(1, {1, 4, 2}, 0), ColumnChunk::Encode(std::vector<int64_t>{1}));
  expect(reader()->GetColumn({1, 4, 2}).status(), "column");
  std::vector<int64_t> value(1);
  for (int time = 0; time < 2; ++time) {
    expect(reader()->ValuesAt({1, 4, 2}, std::vector<uint32_t>{69999}, value), "column");
  }
  Put(kColumns, ColumnKeyBytes(1, {0, 4, 0}, 0), "garbage");
  expect(reader()->GetColumn({0, 4, 0}).status(), "chunk");
  Put(kColumns, ColumnKeyBytes(1, {0, 5, 0}, 1), ColumnChunk::Encode(std::vector<int64_t>{1, 2}));
  expect(reader()->GetColumn({0, 5, 0}).status(), "missing");
  Put(kRecords, RecordKey(1, 5), "too many");
  expect(reader()->ForEachRecord([](uint32_t, std::string_view) { return true; }), "record");
  Put(kIds, IdKey("d", "b", 1), std::string("\xFF\0\0\0", 4));
  expect(store_->Find(*store_->snapshot(), "d", "b").status(), "id");
}

TEST_F(SegmentTest, ADamagedManifestIsDataLoss) {
  Create();
  store_.reset();
  {
    auto db = RocksDb::Open(path_, {});
    ASSERT_TRUE(db.ok());
    ASSERT_TRUE((*db)->db().Put(rocksdb::WriteOptions(), ManifestKey(), "garbage").ok());
  }
  EXPECT_EQ(Open({}).code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace muster::storage
