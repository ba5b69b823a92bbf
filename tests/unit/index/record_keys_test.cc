#include "engine/index/record_keys.h"

#include <map>
#include <string>
#include <utility>

#include "engine/index/check.h"
#include "engine/secret/record_key.h"
#include "engine/secret/secret_keys.h"
#include "gmock/gmock.h"
#include "tests/unit/index/index_fixture.h"

namespace muster::index {
namespace {

using testing::IsEmpty;

constexpr storage::ColumnKey kColumn{0, secret::kRecordKeyColumn, 0};

class RecordKeysTest : public IndexTest {
 protected:
  void DrawKeys() {
    CatalogueWriter writer(*store_, dictionary_);
    ASSERT_TRUE(writer.EnsureSecretKeys().ok());
    ASSERT_TRUE(writer.Commit().ok());
  }

  secret::SecretKeys Keys() const {
    const auto keys = secret::SecretKeysIn(*store_->snapshot()->documents);
    EXPECT_TRUE(keys.ok() && keys->has_value());
    return **keys;
  }

  // By id, of live individuals in segments that have record keys.
  std::map<std::string, uint64_t> Stored() const {
    std::map<std::string, uint64_t> stored;
    for (const storage::SegmentReaderPtr& segment : store_->snapshot()->segments) {
      const auto column = segment->GetColumn(kColumn);
      if (!column.ok()) continue;
      const auto live = segment->Live();
      EXPECT_TRUE(live.ok());
      EXPECT_TRUE(segment
                      ->ForEachRecord([&](uint32_t row, std::string_view bytes) {
                        if (*live == nullptr || (*live)->Contains(row)) {
                          stored[*model::DecodeRecordId(bytes)] = static_cast<uint64_t>((**column)[row]);
                        }
                        return true;
                      })
                      .ok());
    }
    return stored;
  }

  std::vector<std::string> Problems() const {
    auto report = Check(*store_, *store_->snapshot(), *dictionary_, nullptr);
    EXPECT_TRUE(report.ok()) << report.status();
    return report->problems;
  }
};

TEST_F(RecordKeysTest, CostNothingWithoutSecretKeys) {
  Add({"a", "b"}, "HP:1");
  ASSERT_TRUE(StoreRecordKeys(*store_).ok());
  EXPECT_THAT(Stored(), IsEmpty());
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(RecordKeysTest, ComeWithEachNewSegment) {
  DrawKeys();
  Add({"a", "b"}, "HP:1");
  const secret::SipKey key = Keys().record;
  const std::map<std::string, uint64_t> expected = {{"a", secret::RecordKey(key, "d", "a")},
                                                    {"b", secret::RecordKey(key, "d", "b")}};
  EXPECT_EQ(Stored(), expected);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(RecordKeysTest, AreMadeOnceForSegmentsThatWereThereBefore) {
  Add({"a", "b"}, "HP:1");
  Add({"c"}, "HP:2");
  DrawKeys();
  EXPECT_THAT(Stored(), IsEmpty());
  EXPECT_THAT(Problems(), IsEmpty()) << "they may be missing, as they follow from the records";
  ASSERT_TRUE(StoreRecordKeys(*store_).ok());
  const std::map<std::string, uint64_t> made = Stored();
  EXPECT_EQ(made.size(), 3U);
  EXPECT_EQ(made.at("c"), secret::RecordKey(Keys().record, "d", "c"));
  EXPECT_THAT(Problems(), IsEmpty());
  Open();
  EXPECT_EQ(Stored(), made) << "after opening anew";
}

TEST_F(RecordKeysTest, AreTheSameAfterReplacementDeletionImportAndMerges) {
  DrawKeys();
  Add({"a", "b", "c"}, "HP:1");
  const std::map<std::string, uint64_t> before = Stored();
  Add({"b"}, "HP:2");
  EXPECT_EQ(Stored(), before);
  {
    CatalogueWriter writer(*store_, dictionary_);
    ASSERT_TRUE(writer.Remove("d", "c").ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  EXPECT_EQ(Stored().size(), 2U);
  Add({"c"}, "HP:1");
  EXPECT_EQ(Stored(), before);
  // Small segments become one.
  for (const char* id : {"d", "e", "f", "g", "h"}) Add({id}, "HP:1");
  EXPECT_LT(store_->snapshot()->segments.size(), 8U);
  std::map<std::string, uint64_t> after = Stored();
  EXPECT_EQ(after.size(), 8U);
  for (const char* id : {"d", "e", "f", "g", "h"}) after.erase(id);
  EXPECT_EQ(after, before);
  EXPECT_THAT(Problems(), IsEmpty());
}

TEST_F(RecordKeysTest, SecretKeysAreDrawnOnce) {
  DrawKeys();
  const secret::SecretKeys first = Keys();
  DrawKeys();
  EXPECT_EQ(Keys(), first);
  Open();
  EXPECT_EQ(Keys(), first);
}

TEST_F(RecordKeysTest, CheckNoticesWrongOnes) {
  Add({"a", "b"}, "HP:1");
  DrawKeys();
  const uint32_t segment = store_->snapshot()->manifest.segments[0].id;
  ASSERT_TRUE(store_->PutLateColumn(segment, kColumn, std::vector<int64_t>{1, 2}).ok());
  EXPECT_THAT(Problems(), testing::Contains(testing::HasSubstr("field 252")));
}

TEST_F(RecordKeysTest, DamagedSecretKeysAreAnErrorAndNoOtherKeys) {
  {
    CatalogueWriter writer(*store_, dictionary_);
    writer.PutDocument(std::string(secret::kSecretKeysDocument), "?");
    ASSERT_TRUE(writer.Commit().ok());
  }
  EXPECT_TRUE(absl::IsDataLoss(StoreRecordKeys(*store_)));
  CatalogueWriter writer(*store_, dictionary_);
  EXPECT_TRUE(absl::IsDataLoss(writer.EnsureSecretKeys()));
  model::Taken taken;
  EXPECT_TRUE(absl::IsDataLoss(writer.AddRecord(Person(writer, "a", "HP:1"), &taken)));
}

}  // namespace
}  // namespace muster::index
