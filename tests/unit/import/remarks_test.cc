#include "engine/import/record/remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/import/record/reporter.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using Kind = ImportProblem::Kind;

constexpr RemarkKind kWord{Kind::kKeptOnly, "unknown word", "say what it means"};
constexpr RemarkKind kCode{Kind::kNote, "other spelling", "nothing"};
constexpr RemarkKind kRow{Kind::kRejected, "bad row", "mend it"};

std::vector<std::string> Examples(const ImportRemark& remark) {
  std::vector<std::string> texts;
  for (const ImportProblem& p : remark.examples)
    texts.push_back(std::to_string(p.line) + " " + p.where + " " + p.value);
  return texts;
}

TEST(RemarksTest, AreGroupedByKindWithCountsValuesAndTwoExamplesOfDifferentValues) {
  Reporter reporter(1000);
  for (int i = 1; i <= 5; ++i) {
    reporter.BeginRecord(static_cast<uint64_t>(i), static_cast<uint64_t>(i) + 10);
    reporter.Report(kWord, "/a/" + std::to_string(i) + "/sex", i < 4 ? "w" : "x");
  }
  reporter.Report(kRow, "", "");
  const ImportReport report = std::move(reporter).Finish();
  ASSERT_THAT(report.remarks, SizeIs(2));
  EXPECT_EQ(report.remarks[0].what, "bad row");  // rejected first, though it came once
  const ImportRemark& words = report.remarks[1];
  EXPECT_EQ(words.count, 5u);
  EXPECT_EQ(words.advice, "say what it means");
  ASSERT_THAT(words.values, SizeIs(2));
  EXPECT_EQ(words.values[0].path, "/a/sex");
  EXPECT_EQ(words.values[0].value, "w");
  EXPECT_EQ(words.values[0].count, 3u);
  EXPECT_THAT(Examples(words), ElementsAre("11 /a/1/sex w", "14 /a/4/sex x"));
  EXPECT_EQ(report.rejected, 1u);
  EXPECT_EQ(report.problem_count, 6u);
}

TEST(RemarksTest, OfOneValueThereAreTwoPlaces) {
  Reporter reporter(0);
  for (uint64_t i = 1; i <= 3; ++i) {
    reporter.BeginRecord(i, i);
    reporter.Report(kWord, "/sex", "w");
  }
  const ImportReport report = std::move(reporter).Finish();
  EXPECT_THAT(Examples(report.remarks.at(0)), ElementsAre("1 /sex w", "2 /sex w"));
  EXPECT_THAT(report.problems, SizeIs(0));  // examples are there all the same
}

TEST(RemarksTest, WhatIsTrueOfManyIsSpelledOutOnceForEachValue) {
  Reporter reporter(1000);
  int described = 0;
  for (int i = 0; i < 10; ++i) {
    reporter.ReportOfEach(kCode, "", i % 2 == 0 ? "hp:1" : "hp:2", [&] {
      ++described;
      return std::pair(std::string("/x"), std::string("taken as HP"));
    });
  }
  const ImportReport report = std::move(reporter).Finish();
  EXPECT_EQ(described, 2);
  EXPECT_EQ(report.problem_count, 2u);
  EXPECT_EQ(report.remarks.at(0).count, 10u);
  EXPECT_EQ(report.notes.at("other spelling"), 10u);
}

TEST(RemarksTest, PartsMakeTheSameWhole) {
  // Values of records; some kinds tell each value once.
  const std::vector<std::pair<std::string, std::string>> kSaid = {
      {"w", "NA"}, {"w", "NA"}, {"w", "NA"}, {"x", "NA"}, {"w", "-"}};
  const auto say = [&](Reporter& reporter, size_t i) {
    reporter.BeginRecord(i + 1, i + 1);
    reporter.Report(kWord, "/a/" + std::to_string(i) + "/sex", kSaid[i].first);
    reporter.ReportOfEach(kCode, "/p", kSaid[i].second, [&] { return std::pair(std::string("/p"), std::string("r")); });
  };
  Reporter whole(1000);
  for (size_t i = 0; i < kSaid.size(); ++i) say(whole, i);
  const ImportReport expected = std::move(whole).Finish();
  for (size_t cut = 0; cut <= kSaid.size(); ++cut) {
    Reporter joined(1000);
    for (const auto& [begin, end] : {std::pair(size_t{0}, cut), std::pair(cut, kSaid.size())}) {
      Reporter part(1000, Reporter::Extent::kPart);
      for (size_t i = begin; i < end; ++i) say(part, i);
      joined.Absorb(part);
    }
    const ImportReport report = std::move(joined).Finish();
    ASSERT_EQ(report.remarks.size(), expected.remarks.size());
    EXPECT_EQ(report.problem_count, expected.problem_count);
    for (size_t i = 0; i < expected.remarks.size(); ++i) {
      EXPECT_EQ(Examples(report.remarks[i]), Examples(expected.remarks[i])) << cut;
      EXPECT_EQ(report.remarks[i].count, expected.remarks[i].count);
      EXPECT_EQ(report.remarks[i].values.size(), expected.remarks[i].values.size());
    }
  }
}

TEST(RemarksTest, AHostileFileDoesNotMakeThemGrow) {
  Reporter reporter(10);
  for (int i = 0; i < 5000; ++i) {
    reporter.Report(kWord, "/x", "value " + std::to_string(i));
  }
  const ImportReport report = std::move(reporter).Finish();
  uint64_t count = 0;
  for (const ImportRemark& remark : report.remarks) {
    count += remark.count;
    EXPECT_LE(remark.values.size(), 1000u);
    if (remark.what == kWord.what) {
      EXPECT_EQ(remark.other_values, 4000u);
    }
  }
  EXPECT_EQ(count, 5000u);
}

TEST(RemarksTest, Shown) {
  EXPECT_EQ(Shown("abc", 3), "abc");
  EXPECT_EQ(Shown("abcd", 3), "abc...");
  EXPECT_EQ(Shown("ab\xc3\xa4", 3), "ab...");  // not half a letter
  EXPECT_EQ(WithoutIndices("/a/0/b/12"), "/a/b");
  EXPECT_EQ(WithoutIndices(""), "");
}

}  // namespace
}  // namespace muster::import
