// How much work questions are, as `explain analyse` tells it: postings read and values looked at, not time. A plan that
// turns bad is seen here on any machine.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <variant>

#include "muster/catalogue.h"
#include "shell/synth/files/generate.h"

namespace muster {
namespace {

constexpr uint64_t kPeople = 3000;

struct Work {
  int64_t bitmaps = 0;
  int64_t values = 0;
};

class WorkTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string folder = Folder();
    std::filesystem::remove_all(folder);
    synth::Options options;
    options.people = kPeople;
    ASSERT_EQ(synth::Generate(folder, options), "");
    ImportOptions import;
    std::ifstream mapping(folder + "/mapping.json");
    import.mapping.assign(std::istreambuf_iterator<char>(mapping), {});
    auto catalogue = Catalogue::Open(folder + "/catalogue", {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    const auto report =
        (*catalogue)
            ->Import({folder + "/ontology.obo", folder + "/diseases.obo", folder + "/phenopackets.jsonl"}, import);
    ASSERT_TRUE(report.ok()) << report.status();
    catalogue_ = catalogue->release();
  }
  static void TearDownTestSuite() {
    delete catalogue_;
    std::filesystem::remove_all(Folder());
  }
  static std::string Folder() { return testing::TempDir() + "muster_work_" + std::to_string(getpid()); }

  static int64_t Count(const std::string& question) {
    const auto answers = catalogue_->Query(question);
    EXPECT_TRUE(answers.ok() && answers->front().table) << question;
    return std::get<int64_t>(answers->front().table->rows[0][0]);
  }

  static Work WorkOf(const std::string& question) {
    const auto answers = catalogue_->Query("explain analyse " + question);
    EXPECT_TRUE(answers.ok() && answers->front().table) << question;
    const Table& table = *answers->front().table;
    Work work;
    for (const auto& row : table.rows) {
      for (size_t c = 0; c < table.columns.size(); ++c) {
        const auto* number = std::get_if<int64_t>(&row[c]);
        if (number != nullptr && table.columns[c].name == "bitmaps") work.bitmaps += *number;
        if (number != nullptr && table.columns[c].name == "values") work.values += *number;
      }
    }
    return work;
  }

  static Catalogue* catalogue_;
};

Catalogue* WorkTest::catalogue_ = nullptr;

TEST_F(WorkTest, OneTermIsOnePosting) {
  const Work work = WorkOf("count individuals where has phenotype exactly HP:0001250");
  EXPECT_EQ(work.bitmaps, 1);
  EXPECT_EQ(work.values, 0);
}

TEST_F(WorkTest, DescendantsAreUnitedOnce) {
  const std::string question = "count individuals where has phenotype HP:0000707";
  const Work first = WorkOf(question);
  EXPECT_GT(first.bitmaps, 1);
  EXPECT_LE(first.bitmaps, 100);
  EXPECT_EQ(first.values, 0);
  EXPECT_EQ(WorkOf(question).bitmaps, 0);
  // Neither excluded terms nor what is below them need more than their postings.
  EXPECT_EQ(WorkOf("count individuals where has excluded phenotype HP:0000707").values, 0);
}

TEST_F(WorkTest, ColumnsAreReadForWhomTheOtherCriteriaLeave) {
  const std::string rare = "sex is female and has phenotype exactly HP:0001250 and has disease exactly MONDO:0007947";
  const int64_t left = Count("count individuals where " + rare);
  ASSERT_LT(left, static_cast<int64_t>(kPeople / 64));
  const Work work = WorkOf("count individuals where age at last contact >= 18 years and " + rare);
  EXPECT_LE(work.values, left);
}

TEST_F(WorkTest, NestedCriteriaLookAtEachRowOnce) {
  const Work work = WorkOf(
      "count individuals where has sample with (type is tumour and has run with (assay is WGS and depth >= 30))");
  EXPECT_LE(work.bitmaps, 2);
  EXPECT_LE(work.values, Count("count runs"));
}

TEST_F(WorkTest, AnAssaysRangeIsLookedForAmongItsRows) {
  const int64_t of_assay = Count("count measurements where assay is LOINC:718-7");
  ASSERT_LT(of_assay * 8, Count("count measurements") + 8 * 200);
  const Work work = WorkOf("count individuals where has measurement LOINC:718-7 with value < 10 g/dL");
  EXPECT_LE(work.values, 2 * of_assay);  // in each of the two units of mass concentration
}

TEST_F(WorkTest, CountsByDimensionsReadNoPostingsForEachValue) {
  const Work work = WorkOf("count individuals where has phenotype exactly HP:0001250 by country, sex");
  EXPECT_EQ(work.bitmaps, 1);
}

}  // namespace
}  // namespace muster
