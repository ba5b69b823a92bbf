#include "engine/model/document/stored_import.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "engine/model/document/remarks_of_others.h"

namespace muster::model {
namespace {

ImportReport Report(uint64_t version, size_t kinds, size_t values) {
  ImportReport report;
  report.dataset = "d";
  report.catalogue_version = version;
  report.files = 2;
  report.records = 7;
  report.individuals = 5;
  report.rejected = 1;
  for (size_t k = 0; k < kinds; ++k) {
    ImportRemark remark;
    remark.kind = ImportProblem::Kind::kKeptOnly;
    remark.what = "kind " + std::to_string(k);
    remark.advice = "do something";
    remark.count = 10 * values;
    for (size_t v = 0; v < values; ++v) remark.values.push_back({"/a/b", std::string(300, 'v'), 10});
    remark.examples.push_back(
        {ImportProblem::Kind::kKeptOnly, "f.json", 3, "id", "/a/0/b", std::string(1000, 'r'), 12, "v"});
    report.remarks.push_back(std::move(remark));
  }
  return report;
}

TEST(StoredImportTest, ComesBackCutToABoundedSize) {
  const std::string bytes = EncodeImport(Report(9, 500, 50));
  EXPECT_LT(bytes.size(), 64u << 10);
  const absl::StatusOr<ImportReport> read = DecodeImport(bytes);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->catalogue_version, 9u);
  EXPECT_EQ(read->dataset, "d");
  EXPECT_EQ(read->individuals, 5u);
  EXPECT_EQ(read->rejected, 1u);
  ASSERT_EQ(read->remarks.size(), 20u);
  const ImportRemark& remark = read->remarks[0];
  EXPECT_EQ(remark.what, "kind 0");
  EXPECT_EQ(remark.count, 500u);
  ASSERT_EQ(remark.values.size(), 5u);
  EXPECT_EQ(remark.other_values, 450u);  // the values that are not kept
  ASSERT_EQ(remark.examples.size(), 1u);
  EXPECT_EQ(remark.examples[0].line, 12u);
}

// Of people of another dataset, with whom it would not go.
TEST(StoredImportTest, WhatQuotesOthersIsACountAlone) {
  for (const std::string_view what : kRemarksOfOthers) {
    ImportReport report = Report(1, 1, 2);
    report.remarks[0].what = what;
    const absl::StatusOr<ImportReport> read = DecodeImport(EncodeImport(report));
    ASSERT_TRUE(read.ok()) << read.status();
    ASSERT_EQ(read->remarks.size(), 1u);
    EXPECT_EQ(read->remarks[0].what, what);
    EXPECT_EQ(read->remarks[0].count, 20u);
    EXPECT_EQ(read->remarks[0].other_values, 20u);
    EXPECT_TRUE(read->remarks[0].values.empty()) << what;
    EXPECT_TRUE(read->remarks[0].examples.empty()) << what;
  }
}

TEST(StoredImportTest, WhatIsNoReportIsDataLoss) {
  const std::string bytes = EncodeImport(Report(1, 2, 2));
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(DecodeImport(std::string_view(bytes).substr(0, size)).status().code(), absl::StatusCode::kDataLoss);
  }
  EXPECT_EQ(DecodeImport(bytes + "x").status().code(), absl::StatusCode::kDataLoss);
}

TEST(StoredImportTest, TheLastHundredAreKept) {
  std::map<std::string, std::string> documents = {{"saved/x", ""}, {"zzz", ""}};
  for (uint64_t version = 1; version <= 99; ++version) documents[ImportDocument(version)] = "";
  EXPECT_TRUE(ImportsToForget(documents).empty());
  documents[ImportDocument(100)] = "";
  EXPECT_EQ(ImportsToForget(documents), std::vector<std::string>{ImportDocument(1)});
  documents[ImportDocument(1000)] = "";
  EXPECT_EQ(ImportsToForget(documents), (std::vector<std::string>{ImportDocument(1), ImportDocument(2)}));
}

TEST(StoredImportTest, AreReadInTheirOrder) {
  std::map<std::string, std::string> documents = {{"saved/x", "?"}};
  for (const uint64_t version : {300, 2, 17}) documents[ImportDocument(version)] = EncodeImport(Report(version, 1, 1));
  const absl::StatusOr<std::vector<ImportReport>> reports = ImportsIn(documents);
  ASSERT_TRUE(reports.ok()) << reports.status();
  ASSERT_EQ(reports->size(), 3u);
  EXPECT_EQ((*reports)[0].catalogue_version, 2u);
  EXPECT_EQ((*reports)[2].catalogue_version, 300u);
}

}  // namespace
}  // namespace muster::model
