// Rows that a mapping makes have the polarity that their element has.
#include "engine/import/record/mapped/mapped_rows.h"

#include <gmock/gmock.h>

#include "engine/import/importer.h"
#include "engine/model/text/text.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kObserved[] = "phenotype: term=HP:0001250";
constexpr char kFeatures[] = R"({"phenotypes": {"from": "/features/*", "fields": {"term": "/hpo"}},
                                 "files": {"from": "/features/*", "fields": {"uri": "/uri"}}})";

Reading WithFeature(const std::string& members, std::string_view mapping = kFeatures) {
  return Read(R"({"id": "1", "subject": {"id": "1"}, "features": [{"hpo": "HP:0001250", )" + members + "}]}", mapping);
}

// Of a table of one row.
Reading ReadTable(const std::string& csv, const std::string& mapping) {
  const Directory directory;
  Reading reading;
  ImportOptions options;
  options.dataset = "test";
  options.mapping = mapping;
  absl::StatusOr<ImportReport> report = ReadFiles({directory.Write("t.csv", csv)}, options, reading.sink);
  EXPECT_TRUE(report.ok()) << report.status();
  if (report.ok()) reading.report = *std::move(report);
  ForgetUnusedRules(reading.report);
  return reading;
}

TEST(MappedRowsTest, WhatWasNotThereIsNotObserved) {
  for (const char* member : {R"("excluded": true)", R"("negated": true)", R"("observed": "no")",
                             R"("status": "absent")", R"("present": 0)", R"("isExcluded": "perhaps")"}) {
    const Reading reading = WithFeature(std::string(member) + R"(, "uri": "a.vcf")");
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << member;
    EXPECT_THAT(reading.Rows(Entity::kFile), ElementsAre("file: uri='a.vcf'")) << member;
    EXPECT_EQ(reading.report.remarks.size(), 1u) << member;
    EXPECT_THAT(reading.extras(), HasSubstr("HP:0001250")) << member;
  }
  for (const char* member :
       {R"("excluded": false)", R"("observed": "yes")", R"("status": "present")", R"("note": "no")"}) {
    const Reading reading = WithFeature(member);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre(kObserved)) << member;
    EXPECT_THAT(reading.report.remarks, IsEmpty()) << member;
  }
}

// A cell is a text, whatever is written in it.
TEST(MappedRowsTest, ACellOfExcludedIsReadAsOthersOfItsKind) {
  constexpr char kTable[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
                                "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo"}}})";
  for (const char* column : {"excluded", "negated", "is_negated"}) {
    const auto read = [&](std::string_view cell) {
      return ReadTable(model::Concat({"id,hpo,", column, "\nA,HP:0001250,", cell, "\n"}), kTable);
    };
    for (const char* no : {"0", "no", "N", "false", "FALSE", "0.0", "nein", "present", ""}) {
      const Reading reading = read(no);
      EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre(kObserved)) << column << " " << no;
      EXPECT_THAT(reading.report.remarks, IsEmpty()) << column << " " << no;
    }
    for (const char* yes : {"1", "yes", "Y", "true", "x", "absent", "?", "suspected"}) {
      const Reading reading = read(yes);
      EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << column << " " << yes;
      EXPECT_EQ(reading.report.remarks.size(), 1u) << column << " " << yes;
      EXPECT_THAT(reading.extras(), HasSubstr("HP:0001250")) << column << " " << yes;
    }
  }
  EXPECT_THAT(ReadTable("id,hpo,excluded,negated\nA,HP:0001250,0,1\n", kTable).Rows(Entity::kPhenotype), IsEmpty());
}

// What the standards have as true or false is nothing else there.
TEST(MappedRowsTest, ExcludedOfARecordIsTrueOrFalse) {
  for (const char* said : {"0", "\"no\"", "\"0\""}) {
    EXPECT_THAT(WithFeature(model::Concat({"\"excluded\": ", said})).Rows(Entity::kPhenotype), IsEmpty()) << said;
  }
}

TEST(MappedRowsTest, ARuleThatSaysWhatItIsCounts) {
  constexpr char kReads[] = R"({"phenotypes": {"from": "/features/*",
                                               "fields": {"term": "/hpo", "excluded": "/excluded"}}})";
  EXPECT_THAT(WithFeature(R"("excluded": true)", kReads).Rows(Entity::kPhenotype),
              ElementsAre("not phenotype: term=HP:0001250"));
  constexpr char kKnows[] = R"({"phenotypes": {"from": "/features/*",
                                               "fields": {"term": "/hpo", "excluded": {"const": false}}}})";
  EXPECT_THAT(WithFeature(R"("status": "enrolled")", kKnows).Rows(Entity::kPhenotype), ElementsAre(kObserved));
}

TEST(MappedRowsTest, StatusOfATreatmentIsSomethingElse) {
  constexpr char kDrugs[] = R"({"treatments": {"from": "/features/*", "fields": {"agent": "/hpo"}}})";
  EXPECT_THAT(WithFeature(R"("status": "stopped")", kDrugs).Rows(Entity::kTreatment).size(), 1u);
  EXPECT_THAT(WithFeature(R"("excluded": true)", kDrugs).Rows(Entity::kTreatment), IsEmpty());
}

TEST(MappedRowsTest, RowsOfTables) {
  constexpr char kOfMany[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
                                 "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo"}}})";
  for (const char* word : {"absent", "excluded", "no", "0", "NOT", "ruled out", "false"}) {
    const Reading reading = ReadTable(std::string("id,hpo,status\nA,HP:0001250,") + word + "\n", kOfMany);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << word;
    EXPECT_EQ(reading.report.remarks.size(), 1u) << word;
  }
  for (const char* word : {"present", "yes", "1", ""}) {
    EXPECT_THAT(ReadTable(std::string("id,hpo,status\nA,HP:0001250,") + word + "\n", kOfMany).Rows(Entity::kPhenotype),
                ElementsAre(kObserved))
        << word;
  }
}

TEST(MappedRowsTest, ColumnsOfCdiscTell) {
  constexpr char kOfMany[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
                                 "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo"}}})";
  for (const char* cells : {"N,", ",NOT DONE", "no,"}) {
    EXPECT_THAT(
        ReadTable(std::string("id,hpo,MHOCCUR,MHSTAT\nA,HP:0001250,") + cells + "\n", kOfMany).Rows(Entity::kPhenotype),
        IsEmpty())
        << cells;
  }
  EXPECT_THAT(ReadTable("id,hpo,MHOCCUR,MHSTAT\nA,HP:0001250,Y,\n", kOfMany).Rows(Entity::kPhenotype),
              ElementsAre(kObserved));
  for (const char* name : {"hpo_status", "HPO_present", "observed_yn", "vorhanden"}) {
    EXPECT_THAT(ReadTable(std::string("id,hpo,") + name + "\nA,HP:0001250,no\n", kOfMany).Rows(Entity::kPhenotype),
                IsEmpty())
        << name;
  }
}

TEST(MappedRowsTest, ARowForEachPersonHasThePersonsStatus) {
  constexpr char kOfOne[] = R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
      "diseases": [{"from": "/t", "fields": {"term": "/dx"}},
                   {"from": "/t", "when": "/dm", "fields": {"term": {"const": "ICD10:E11"}}}]})";
  EXPECT_THAT(ReadTable("id,dx,dm,status\nA,ICD10:C50,1,alive\n", kOfOne).Rows(Entity::kDisease),
              ElementsAre("disease: term=ICD10:C50", "disease: term=ICD10:E11"));
  EXPECT_THAT(ReadTable("id,dx,dm,affected\nA,ICD10:C50,1,no\n", kOfOne).Rows(Entity::kDisease),
              ElementsAre("disease: term=ICD10:E11"));
}

TEST(MappedRowsTest, AnEmptyCellOfExcludedIsNoted) {
  constexpr char kReads[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
                                "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo", "excluded": "/status"}}})";
  const Reading empty = ReadTable("id,hpo,status\nA,HP:0001250,\n", kReads);
  EXPECT_THAT(empty.Rows(Entity::kPhenotype), ElementsAre(kObserved));
  ASSERT_EQ(empty.report.remarks.size(), 1u);
  EXPECT_EQ(empty.report.remarks[0].what, "row of a table, taken as observed: the cell of \"excluded\" is empty");
  const Reading said = ReadTable("id,hpo,status\nA,HP:0001250,present\n", kReads);
  EXPECT_THAT(said.Rows(Entity::kPhenotype), ElementsAre(kObserved));
  EXPECT_THAT(said.report.remarks, IsEmpty());
}

TEST(MappedRowsTest, ASeverityOfNoneIsThatOfNothing) {
  constexpr char kSeverity[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
      "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo", "severity": "/grade"}}})";
  for (const char* grade : {"mild", "HP:0012825", "3", ""}) {
    EXPECT_THAT(
        ReadTable(std::string("id,hpo,grade\nA,HP:0001250,") + grade + "\n", kSeverity).Rows(Entity::kPhenotype).size(),
        1u)
        << grade;
  }
  for (const char* grade : {"none", "0", "absent", "keine"}) {
    const Reading reading = ReadTable(std::string("id,hpo,grade\nA,HP:0001250,") + grade + "\n", kSeverity);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << grade;
    EXPECT_FALSE(reading.report.remarks.empty()) << grade;
  }
}

TEST(MappedRowsTest, AYesToBeingThereIsNoExclusion) {
  const auto mapping = [](const std::string& columns, const std::string& term, const std::string& excluded) {
    return R"({"tables": {"t": {"files": "t.csv", "id": "id", "columns": {)" + columns +
           R"(}}}, "phenotypes": {"from": "/t/*", "fields": {"term": )" + term + R"(, "excluded": ")" + excluded +
           R"("}}})";
  };
  const std::string present = mapping("", R"("/hpo")", "/present");
  for (const char* answer : {"1", "0", "yes", "no"}) {
    const Reading reading = ReadTable(std::string("id,hpo,present\nA,HP:0001250,") + answer + "\n", present);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << answer;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << answer;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("says by its name that it was there"));
  }
  EXPECT_THAT(ReadTable("id,hpo,present\nA,HP:0001250,absent\n", present).Rows(Entity::kPhenotype),
              ElementsAre("not phenotype: term=HP:0001250"));
  const std::string turned = mapping(R"("present": {"values": {"1": "false", "0": "true"}})", R"("/hpo")", "/present");
  EXPECT_THAT(ReadTable("id,hpo,present\nA,HP:0001250,1\n", turned).Rows(Entity::kPhenotype), ElementsAre(kObserved));
  // A column that says neither.
  const Reading seizures = ReadTable("id,seizures\nA,1\n", mapping("", R"({"const": "HP:0001250"})", "/seizures"));
  EXPECT_THAT(seizures.Rows(Entity::kPhenotype), ElementsAre("not phenotype: term=HP:0001250"));
  ASSERT_EQ(seizures.report.remarks.size(), 1u);
  EXPECT_THAT(seizures.report.remarks[0].what, HasSubstr("a yes excludes"));
  for (const char* name : {"no_seizures", "seizures_excluded", "seizures_absent"}) {
    EXPECT_THAT(ReadTable(std::string("id,") + name + "\nA,1\n",
                          mapping("", R"({"const": "HP:0001250"})", std::string("/") + name))
                    .report.remarks,
                IsEmpty())
        << name;
  }
}

TEST(MappedRowsTest, ACellOfExcludedThatIsNotReadMakesNoRow) {
  constexpr char kReads[] = R"({"tables": {"t": {"files": "t.csv", "id": "id", "columns": {
                                    "hpo_status": {"values": {"present": "false", "absent": "true"}}}}},
      "phenotypes": {"from": "/t/*", "fields": {"term": "/hpo", "excluded": "/hpo_status"}}})";
  EXPECT_THAT(ReadTable("id,hpo,hpo_status\nA,HP:0001250,absent\n", kReads).Rows(Entity::kPhenotype),
              ElementsAre("not phenotype: term=HP:0001250"));
  const Reading unread = ReadTable("id,hpo,hpo_status\nA,HP:0001250,abs.\n", kReads);
  EXPECT_THAT(unread.Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_EQ(unread.report.remarks.size(), 1u);
}

TEST(MappedRowsTest, ANumberHasTheUnitOfItsField) {
  constexpr char kRuns[] = R"({"samples": {"from": "/features/*", "fields": {"id": "/hpo"}},
                               "runs": {"from": "/features/*", "fields": {"depth": "/depth", "breadth": "/breadth"}}})";
  EXPECT_THAT(WithFeature(R"("depth": "31.5x", "breadth": "98 %")", kRuns).Rows(Entity::kRun),
              ElementsAre("run<1>: breadth=98, depth=31.5"));
  EXPECT_THAT(WithFeature(R"("depth": "30", "breadth": "9500")", kRuns).Rows(Entity::kRun),
              ElementsAre("run<1>: depth=30"));
  const Reading share = WithFeature(R"("depth": "30%", "breadth": "30x")", kRuns);
  EXPECT_THAT(share.Rows(Entity::kRun), ElementsAre("run<1>"));
  ASSERT_EQ(share.report.remarks.size(), 1u);
  EXPECT_EQ(share.report.remarks[0].what, "not a value of the field that the mapping names");
}

TEST(MappedRowsTest, AStatusThatIsAddedToTheStandardsDisease) {
  constexpr char kStatus[] = R"({"diseases": {"from": "/diseases/*", "fields": {"status": "/certainty"}}})";
  const auto reading = [&](const std::string& members) {
    return Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:0005148"}, )" + members + "}]}", kStatus);
  };
  for (const char* word : {"absent", "ruled out", "refuted", "entered-in-error"}) {
    const Reading ruled_out = reading(std::string(R"("certainty": ")") + word + "\"");
    EXPECT_THAT(ruled_out.Rows(Entity::kDisease), IsEmpty()) << word;
    EXPECT_EQ(ruled_out.report.remarks.size(), 1u) << word;
    EXPECT_THAT(ruled_out.extras(), HasSubstr("MONDO:0005148")) << word;
  }
  EXPECT_EQ(reading(R"("certainty": "confirmed")").Rows(Entity::kDisease).size(), 1u);
  EXPECT_THAT(reading(R"("certainty": "ruled out", "excluded": true)").Rows(Entity::kDisease),
              ElementsAre(HasSubstr("not disease: term=MONDO:0005148")));
}

TEST(MappedRowsTest, ATreatmentThatDidNotTakePlaceIsNone) {
  constexpr char kStatus[] = R"({"treatments": {"from": "/features/*", "fields": {"agent": "/hpo", "status": "/st"}}})";
  for (const char* word : {"planned", "refused", "not-taken", "never started", "entered-in-error"}) {
    const Reading reading = WithFeature(std::string(R"("st": ")") + word + "\"", kStatus);
    EXPECT_THAT(reading.Rows(Entity::kTreatment), IsEmpty()) << word;
    EXPECT_THAT(reading.extras(), HasSubstr("HP:0001250")) << word;
  }
  for (const char* word : {"completed", "stopped", "ongoing"}) {
    EXPECT_EQ(WithFeature(std::string(R"("st": ")") + word + "\"", kStatus).Rows(Entity::kTreatment).size(), 1u)
        << word;
  }
}

TEST(MappedRowsTest, WhatTwoRulesMakeOfOneElementIsNoted) {
  const auto with = [](const std::string& first, const std::string& second) {
    return ReadTable("id,dx,dx2,typ,seen,told\n1,E11,E11,main,2010-01-01,2011-01-01\n2,I10,J45,side,,\n",
                     R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, "diseases": [
                         {"from": "/t/*", "fields": {"term": "/dx")" +
                         first + R"(}}, {"from": "/t/*", "when": {"/typ": "main"}, "fields": {)" + second + "}}]}");
  };
  const auto twice = [](const Reading& reading) {
    uint64_t count = 0;
    for (const ImportRemark& remark : reading.report.remarks) {
      if (remark.what.starts_with("element of which two rules make")) count += remark.count;
    }
    return count;
  };
  EXPECT_EQ(twice(with("", R"("term": "/dx", "status": {"const": "confirmed"})")), 1u);
  EXPECT_EQ(twice(with("", R"("term": "/dx")")), 0u) << "the same: one is left";
  EXPECT_EQ(twice(with(R"(, "onset": "/seen")", R"("term": "/dx2", "onset": "/told")")), 0u) << "at two times";
}

TEST(MappedRowsTest, AnEmptyStatusOfAConsentIsUnknown) {
  constexpr char kConsents[] = R"({"consents": {"from": "/c/*", "fields": {"permission": "/perm", "status": "/st"}}})";
  const Reading reading = Read(R"({"id": "1", "subject": {"id": "1"}, "c": [
      {"perm": "genetics", "st": "yes"}, {"perm": "genetics"}, {"perm": "genetics", "st": ""},
      {"perm": "genetics", "st": "NA"}]})",
                               kConsents);
  EXPECT_THAT(
      reading.Rows(Entity::kConsent),
      ElementsAre("consent: permission=genetics, status=granted", "consent: permission=genetics",
                  "consent: permission=genetics, status=unknown", "consent: permission=genetics, status=unknown"));
  ASSERT_EQ(reading.report.remarks.size(), 2u);
  const bool first = reading.report.remarks[0].what.starts_with("consent without a status");
  EXPECT_EQ(reading.report.remarks[first ? 0 : 1].count, 1u);
}

}  // namespace
}  // namespace muster::import
