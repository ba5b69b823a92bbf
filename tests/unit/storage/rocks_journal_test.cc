#include "storage/rocks/rocks_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/own_folder.h"

namespace muster::storage {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Optional;

class RocksJournalTest : public testing::Test {
 protected:
  std::unique_ptr<RocksJournal> OpenNew() { return *RocksJournal::Open(path_, {.create_if_missing = true}); }
  static std::vector<std::string> KeysOf(const RocksJournal& journal, std::string_view begin, std::string_view end) {
    std::vector<std::string> keys;
    EXPECT_TRUE(journal
                    .Scan(begin, end,
                          [&](std::string_view key, std::string_view) {
                            keys.emplace_back(key);
                            return true;
                          })
                    .ok());
    return keys;
  }
  const test::OwnFolder folder_;
  const std::string path_ = folder_ / "new/ledger";
};

TEST_F(RocksJournalTest, KeepsWhatWasWritten) {
  {
    const auto journal = OpenNew();
    ASSERT_TRUE(journal->Write({{{"a", "1"}, {"b", "2"}, {"c", "3"}}, {}}).ok());
    ASSERT_TRUE(journal->Write({{{"b", "4"}}, {"a"}}).ok());
    ASSERT_TRUE(journal->Sync().ok());
  }
  const auto journal = RocksJournal::Open(path_, {});
  ASSERT_TRUE(journal.ok()) << journal.status();
  EXPECT_THAT(*(*journal)->Get("b"), Optional(std::string("4")));
  EXPECT_EQ(*(*journal)->Get("a"), std::nullopt);
  EXPECT_THAT(KeysOf(**journal, "", "c"), ElementsAre("b"));
  EXPECT_THAT(KeysOf(**journal, "b", "d"), ElementsAre("b", "c"));
}

TEST_F(RocksJournalTest, IsWrittenByOneAtATimeAndReadByOthers) {
  const auto journal = OpenNew();
  ASSERT_TRUE(journal->Write({{{"a", "1"}}, {}}).ok());
  const auto second = RocksJournal::Open(path_, {.create_if_missing = true});
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr("admits guests"));
  const auto reader = RocksJournal::Open(path_, {.read_only = true});
  ASSERT_TRUE(reader.ok()) << reader.status();
  EXPECT_THAT(*(*reader)->Get("a"), Optional(std::string("1")));
}

TEST_F(RocksJournalTest, IsNotMadeUnlessAsked) {
  EXPECT_EQ(RocksJournal::Open(path_, {}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(RocksJournal::Open(path_, {.read_only = true}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(path_));
}

}  // namespace
}  // namespace muster::storage
