// The registry of docs/data-model.md: tables through a mapping, from files to counts.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "muster/catalogue.h"
#include "tests/support/source_tree.h"

namespace muster {
namespace {

std::string ReadText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

class TablesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = testing::TempDir() + "muster_tables_XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    auto opened = Catalogue::Open(folder_ + "/catalogue", {.create_if_missing = true});
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = *std::move(opened);
    ImportOptions options;
    options.mapping = ReadText(test::TestData("tables/mapping.json"));
    // Beside the tables, the folder has the mapping itself, which is no record.
    std::vector<std::string> files;
    for (const char* name : {"samples.csv", "patients.csv", "diagnoses.csv", "labs.tsv", "sequencing.csv"}) {
      files.push_back(test::TestData(std::string("tables/") + name));
    }
    const absl::StatusOr<ImportReport> report = catalogue_->Import(files, options);
    ASSERT_TRUE(report.ok()) << report.status();
    report_ = *report;
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  int64_t Count(const std::string& query) {
    const absl::StatusOr<std::vector<Answer>> result = catalogue_->Query(query);
    EXPECT_TRUE(result.ok()) << result.status();
    if (!result.ok() || result->size() != 1) return -1;
    const Answer& answer = result->front();
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      if (diagnostic.severity != Severity::kNote) ADD_FAILURE() << query << ": " << diagnostic.message;
    }
    return answer.table.has_value() ? std::get<int64_t>(answer.table->rows.at(0).at(0)) : -1;
  }

  std::string folder_;
  std::unique_ptr<Catalogue> catalogue_;
  ImportReport report_;
};

TEST_F(TablesTest, CountsByHand) {
  // P5 is in the diagnoses only.
  EXPECT_EQ(Count("count individuals"), 5);
  EXPECT_EQ(Count("count individuals where sex is female"), 2);
  EXPECT_EQ(Count("count individuals where sex is unknown"), 1);
  EXPECT_EQ(Count("count individuals where cohort is REG and country is DE"), 2);
  EXPECT_EQ(Count("count individuals where has phenotype HP:0001250"), 2);
  EXPECT_EQ(Count("count individuals where has exposure NCIT:C154329"), 2);
  EXPECT_EQ(Count("count individuals where has excluded exposure NCIT:C154329"), 1);
  EXPECT_EQ(Count("count individuals where has disease ICD10:C50.9 with age at diagnosis < 60 years"), 1);
  EXPECT_EQ(Count("count individuals where has disease ICD10:I10"), 2);
  EXPECT_EQ(Count("count individuals where has measurement LOINC:718-7 with value < 13 g/dL"), 2);
  // 2014-02-01 is 52 years after 1961-03-04; 1955 is 60 years before 2015, more or less.
  EXPECT_EQ(Count("count individuals where has measurement LOINC:718-7 with time between 52 years and 53 years"), 1);
  EXPECT_EQ(Count("count individuals where has measurement LOINC:2160-0 with value is recorded"), 1);
  EXPECT_EQ(Count("count samples where collected >= 2014"), 1);
  EXPECT_EQ(Count("count individuals where has sample with (tissue is UBERON:0000310 and has run with depth >= 60)"),
            1);
  EXPECT_EQ(Count("count runs"), 3);
}

TEST_F(TablesTest, TheReportSaysWhatWasNotTaken) {
  EXPECT_EQ(report_.records, 21u);
  EXPECT_EQ(report_.rejected, 0u);
  ASSERT_EQ(report_.problems.size(), 4u);
  EXPECT_EQ(report_.problems[3].value, "P5");       // whom only the diagnoses tell of
  EXPECT_EQ(report_.problems[2].value, "TSH");      // no rule takes it
  EXPECT_EQ(report_.problems[0].where, "/labs/1");  // a test without a result
  EXPECT_EQ(report_.problems[1].where, "/sequencing/1");
  EXPECT_EQ(report_.problems[1].record, 4u);
  EXPECT_EQ(report_.problems[1].id, "P2");
  EXPECT_EQ(report_.kept_only.count("/patients/comment"), 1u);
  EXPECT_EQ(report_.kept_only.count("/labs/test"), 1u);  // TSH, which no rule takes
}

TEST_F(TablesTest, TheManualShowsThisMapping) {
  const std::string manual = ReadText(test::InSourceTree("docs/data-model.md"));
  EXPECT_NE(manual.find(ReadText(test::TestData("tables/mapping.json"))), std::string::npos);
}

}  // namespace
}  // namespace muster
