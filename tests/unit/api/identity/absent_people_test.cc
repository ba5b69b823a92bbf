// Imports of a dataset that is there already, as a new state of all of it: who is no longer in it.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;

class AbsentPeopleTest : public EmbeddingTest {
 protected:
  void SetUp() override {
    EmbeddingTest::SetUp();
    catalogue_ = Open();
    ASSERT_NE(catalogue_, nullptr);
  }
  void TearDown() override {
    catalogue_.reset();
    EmbeddingTest::TearDown();
  }

  absl::StatusOr<ImportReport> ImportPeople(int begin, int end, bool replace = false, const std::string& further = "") {
    ImportOptions options;
    options.dataset = "registry";
    options.replace_dataset = replace;
    return catalogue_->ImportText(People(begin, end) + further, options);
  }
  static const ImportRemark* Remark(const absl::StatusOr<ImportReport>& report, const std::string& what) {
    EXPECT_TRUE(report.ok()) << report.status();
    if (!report.ok()) return nullptr;
    const auto found = std::find_if(report->remarks.begin(), report->remarks.end(), [&](const ImportRemark& remark) {
      return remark.what.find(what) != std::string::npos;
    });
    return found == report->remarks.end() ? nullptr : &*found;
  }
  static std::vector<std::string> Ids(const ImportRemark& remark) {
    std::vector<std::string> ids;
    for (const ImportRemark::Value& value : remark.values) ids.push_back(value.value);
    return ids;
  }

  std::unique_ptr<Catalogue> catalogue_;
};

constexpr char kAbsent[] = "that this import does not have";

TEST_F(AbsentPeopleTest, WhoIsNotInTheNextStateIsNamedAndStays) {
  ASSERT_TRUE(ImportPeople(0, 12).ok());
  const auto report = ImportPeople(2, 13);
  const ImportRemark* remark = Remark(report, kAbsent);
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 2u);
  EXPECT_THAT(Ids(*remark), testing::UnorderedElementsAre("p0", "p1"));
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("of 12 individuals of dataset \"registry\" 10 came again"));
  EXPECT_THAT(remark->advice, HasSubstr("--replace-dataset"));
  EXPECT_EQ(Count(*catalogue_), 13);
}

TEST_F(AbsentPeopleTest, NothingIsSaidOfIncrementsAndOfAWholeState) {
  ASSERT_TRUE(ImportPeople(0, 12).ok());
  EXPECT_EQ(Remark(ImportPeople(12, 20), kAbsent), nullptr) << "new people";
  EXPECT_EQ(Remark(ImportPeople(15, 22), kAbsent), nullptr) << "new people, and some who have changed";
  EXPECT_EQ(Remark(ImportPeople(0, 23), kAbsent), nullptr) << "all again";
  ImportOptions other;
  other.dataset = "another";
  EXPECT_EQ(Remark(catalogue_->ImportText(People(0, 10), other), kAbsent), nullptr) << "another dataset";
}

TEST_F(AbsentPeopleTest, ReplacingTheDatasetDeletesThemInTheSameCommit) {
  ASSERT_TRUE(ImportPeople(0, 12).ok());
  Import(*catalogue_, 50, 53);  // of dataset "default"
  const uint64_t version = catalogue_->Stats().version;
  const auto report = ImportPeople(2, 13, /*replace=*/true);
  const ImportRemark* remark = Remark(report, "deleted");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 2u);
  EXPECT_TRUE(remark->values.empty()) << "nothing of the deleted is kept";
  EXPECT_EQ(catalogue_->Stats().version, version + 1);
  EXPECT_EQ(Count(*catalogue_, "count individuals where dataset is registry"), 11);
  EXPECT_EQ(Count(*catalogue_, "count individuals where dataset is default"), 3);
  // Also where few come again.
  ASSERT_TRUE(ImportPeople(12, 15, /*replace=*/true).ok());
  EXPECT_EQ(Count(*catalogue_, "count individuals where dataset is registry"), 3);
  const auto check = catalogue_->Check({});
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_TRUE(check->problems.empty()) << check->problems[0];
}

TEST_F(AbsentPeopleTest, ADatasetIsNotReplacedByFilesThatLackItOrARecord) {
  ASSERT_TRUE(ImportPeople(0, 12).ok());
  const uint64_t version = catalogue_->Stats().version;
  const auto rejected = ImportPeople(0, 11, /*replace=*/true, "{\"id\": \"p11\", \"subject\": \n");
  EXPECT_EQ(rejected.status().code(), absl::StatusCode::kInvalidArgument) << rejected.status();
  EXPECT_THAT(std::string(rejected.status().message()), HasSubstr("1 record was rejected"));
  ImportOptions ontology;
  ontology.dataset = "registry";
  ontology.replace_dataset = true;
  const auto nobody =
      catalogue_->ImportText("format-version: 1.2\nontology: hp\n\n[Term]\nid: HP:0000001\nname: All\n", ontology);
  EXPECT_EQ(nobody.status().code(), absl::StatusCode::kInvalidArgument) << nobody.status();
  EXPECT_EQ(catalogue_->Stats().version, version);
  EXPECT_EQ(Count(*catalogue_), 12);
}

}  // namespace
}  // namespace muster
