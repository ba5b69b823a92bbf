// Files of tables: packings, directories, headers, encodings, and how files and tables belong together.
#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(TableFilesTest, RowsThatTwoFilesHaveAreThereOnce) {
  const char* mapping = R"({
    "tables": {"labs": {"files": "labs*.csv", "id": "id"}},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/hb"}}})";
  // The second export has the first's rows and one more; the third has one twice.
  const Reading reading = ReadTables({{"labs1.csv", "id,hb\nA,13\nB,12\n"},
                                      {"labs2.csv", "id,hb\nA,13\nB,12\nB,11\n"},
                                      {"labs3.csv", "id,hb\nB,11\nB,11\nC,10\nC,10\n"}},
                                     mapping);
  ASSERT_EQ(reading.sink.records.size(), 3u);
  EXPECT_EQ(reading.Rows(0).size(), 2u) << "A: 13";
  EXPECT_EQ(reading.Rows(1).size(), 4u) << "B: 12, 11, 11";
  EXPECT_EQ(reading.Rows(2).size(), 3u) << "C: 10, 10";
  EXPECT_EQ(reading.report.notes.at("row of a table that another file of this import has, too"), 3u);
}

TEST(TableFilesTest, AFileMayHaveTheRowsOfSeveralTables) {
  const std::string text =
      "id,instrument,dob,sex,lab_date,crp\n"
      "1,,1980-05-17,2,,\n1,labs,,,2021-03-01,12.5\n1,labs,,,2021-09-01,3\n2,,1990-01-02,1,,\n";
  const Reading two = ReadTables({{"e.csv", text}}, R"({
    "tables": {"base": {"files": "e.csv", "id": "id", "one": true, "when": {"instrument": ""},
                        "columns": {"sex": {"values": {"1": "male", "2": "female"}}}},
               "labs": {"files": "e.csv", "id": "id", "when": {"instrument": "labs"}}},
    "individual": {"sex": "/base/sex", "birth date": "/base/dob"},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp", "time": "/lab_date"}}})");
  const Reading one = ReadTables({{"e.csv", text}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id",
                     "columns": {"sex": {"values": {"1": "male", "2": "female"}}}}},
    "individual": {"sex": "/e/*/sex", "birth date": "/e/*/dob"},
    "measurements": {"from": "/e/*", "when": {"/instrument": "labs"},
                     "fields": {"assay": {"const": "X:1"}, "value": "/crp", "time": "/lab_date"}}})");
  for (const Reading* reading : {&two, &one}) {
    EXPECT_EQ(reading->report.rejected, 0u);
    ASSERT_EQ(reading->sink.records.size(), 2u);
    EXPECT_THAT(reading->Rows(0),
                ElementsAre(testing::AllOf(HasSubstr("sex=female"), HasSubstr("birth date=1980-05-17")),
                            "measurement: assay=X:1, time=2021-03-01 40 years 9 months 12 days, value=12.5",
                            "measurement: assay=X:1, time=2021-09-01 41 years 3 months 15 days, value=3"));
    EXPECT_THAT(reading->Rows(1), ElementsAre(HasSubstr("sex=male")));
  }
}

TEST(TableFilesTest, FilesInAnyPacking) {
  const std::string text = "\xef\xbb\xbfid\tsex\tborn\tseen\nA\tmale\t\t\n";
  for (const auto& [name, bytes] : TableFiles{{"p.csv", text}, {"p.csv.gz", Gzip(text)}, {"p.csv.zst", Zstd(text)}}) {
    const Reading reading = ReadTables({{name, bytes}}, kPatients);
    EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male")) << name;
  }
}

TEST(TableFilesTest, DirectoriesHoldTables) {
  const Directory directory;
  directory.Write("p.csv", "id,sex,born,seen\nA,male,,\n");
  directory.Write("other.csv", "x\n");
  Reading reading;
  ImportOptions options;
  options.mapping = kPatients;
  const absl::StatusOr<ImportReport> report = ReadFiles({directory.path()}, options, reading.sink);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->files, 1u);
}

TEST(TableFilesTest, FilesThatAreNotAsTheMappingSays) {
  EXPECT_THAT(ErrorOfTables({{"x.csv", "a,b\n"}}, ""), HasSubstr("x.csv: is a table, and only a mapping can say"));
  EXPECT_THAT(ErrorOfTables({{"x.csv", "a,b\n"}}, kPatients), HasSubstr("its \"tables\" have none with this file"));
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,sex,born\n"}}, kPatients),
              HasSubstr("p.csv: line 1: there is no column \"seen\", which the mapping names for the table \"p\"; the "
                        "columns are: id, sex, born"));
  EXPECT_THAT(ErrorOfTables({{"p.csv", "patient,sex,born,seen\n"}}, kPatients), HasSubstr("there is no column \"id\""));
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,sex,born,seen,sex\n"}}, kPatients),
              HasSubstr("two columns are called \"sex\""));
  EXPECT_THAT(ErrorOfTables({{"p.csv", ""}}, kPatients), HasSubstr("p.csv: line 1: the table is empty"));
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,sex,born,seen\nA,\"male,,\n"}}, kPatients),
              HasSubstr("line 2: a quote is opened"));
  EXPECT_THAT(ErrorOfTables({{"p.csv", std::string("\xff\xfei\0d\0", 6)}}, kPatients), HasSubstr("UTF-16"));
}

TEST(TableFilesTest, UnderscoresBeforeDigitsTellColumnsApart) {
  constexpr char kAnswers[] = R"({
    "tables": {"q": {"files": "q.csv", "id": "id", "one": true}},
    "diseases": {"from": "/q", "when": "/q1_1", "fields": {"term": {"const": "ICD10:E11"}}}})";
  EXPECT_THAT(ErrorOfTables({{"q.csv", "id,q11\n1,yes\n"}}, kAnswers), HasSubstr("there is no column \"q1_1\""));
  const Reading reading = ReadTables({{"q.csv", "id,q11,q1_1,dm___1,dm_1\n1,yes,no,1,0\n2,no,yes,0,1\n"}}, kAnswers);
  EXPECT_THAT(reading.Rows(model::Entity::kDisease, 0), IsEmpty());
  EXPECT_THAT(reading.Rows(model::Entity::kDisease, 1), ElementsAre("disease: term=ICD10:E11"));
}

TEST(TableFilesTest, TwoSpellingsOfANameAreAnErrorWhereARuleReadsOne) {
  const std::string header = "id,sex,born,seen,first_visit,firstVisit";
  EXPECT_EQ(ReadTables({{"p.csv", header + "\nA,male,,,a,b\n"}}, kPatients).report.individuals, 1u);
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,sex,born,seen,Sex,bornAt,born_at\n"}}, R"({
                "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                "individual": {"birth date": "/p/born_at"}})"),
              HasSubstr("\"bornAt\" and another spelling of it"));
}

TEST(TableFilesTest, WhatStandsAboveTheHeaderIsPassedOver) {
  const char* const tables[] = {
      "sep=;\r\nid;sex;born\r\nA;M;\r\n",
      "\"sep=;\"\nid;sex;born\nA;M;\n",
      "\xef\xbb\xbfsep=;\nid;sex;born\nA;M;\n",
      "sep=\t\nid\tsex\tborn\nA\tM\t\n",
      "#Identifier\tSex\tBirth\n#who\tsex\twhen\nid\tsex\tborn\nA\tM\t\n",
  };
  for (const char* const table : tables) {
    const Reading reading = ReadTables({{"p.csv", table}}, kOne);
    ASSERT_EQ(reading.report.individuals, 1u) << table;
    EXPECT_THAT(reading.Rows(0), ElementsAre(HasSubstr("sex=male"))) << table;
  }
  // A problem behind it has its line in the file.
  const Reading reading = ReadTables({{"p.csv", "sep=;\nid;sex;born\nA;M\n"}}, kOne);
  EXPECT_EQ(reading.report.problems.at(0).line, 3u);
  // Where the header begins so, it is the header.
  EXPECT_EQ(ReadTables({{"p.csv", "#id,sex,born\nA,M,\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "#id"}}, "individual": {"sex": "/p/*/sex"}})")
                .report.individuals,
            1u);
}

TEST(TableFilesTest, ATitleAboveTheHeaderIsNamed) {
  EXPECT_THAT(ErrorOfTables({{"p.csv", "Export of 2024-01-01\n\nid,sex,born\nA,M,\n"}}, kOne),
              testing::AllOf(HasSubstr("there is no column \"id\""),
                             HasSubstr("line 3 has it: delete the lines above that one")));
}

TEST(TableFilesTest, OtherEncodingsSayHowToConvertThem) {
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,gr\xf6\xdf\x65,sex,born\n"}}, kOne),
              testing::AllOf(HasSubstr("not UTF-8: \"größe\""), HasSubstr("iconv -f WINDOWS-1252")));
  EXPECT_THAT(ErrorOfTables({{"p.csv", std::string("\xff\xfei\0d\0", 6)}}, kOne), HasSubstr("iconv -f UTF-16"));
  const Reading reading = ReadTables({{"p.csv", "id,sex,born\nM\xfcller,M,\nA,M,\n"}}, kOne);
  ASSERT_EQ(reading.report.problems.size(), 1u);
  EXPECT_EQ(reading.report.problems[0].value, "Müller");
}

TEST(TableFilesTest, FilesThatAreNoTablesSayWhatTheyAre) {
  const auto error = [](const std::string& bytes) { return ErrorOfTables({{"p.csv", bytes}}, kOne); };
  EXPECT_THAT(error(std::string("PK\x03\x04\x14\0\x06\0", 8) + "xl/workbook.xml"),
              HasSubstr("workbooks of Excel (.xlsx)"));
  EXPECT_THAT(error("\xd0\xcf\x11\xe0\xa1\xb1"), HasSubstr("Excel workbook (.xls)"));
  EXPECT_THAT(error("<html><table><tr><td>id</td></tr></table></html>\n"), HasSubstr("it is a page (HTML or XML)"));
  EXPECT_THAT(error("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<Workbook>"), HasSubstr("it is a page (HTML or XML)"));
  std::string utf16;
  for (const char c : std::string("id,sex,born\nA,M,\n")) utf16.append(1, c).append(1, '\0');
  EXPECT_THAT(error(utf16), HasSubstr("it is UTF-16 text"));
  EXPECT_THAT(ErrorOfTables({{"p.csv.gz", Gzip(Gzip("id,sex,born\nA,M,\n"))}}, R"({
                "tables": {"p": {"files": "p.csv", "id": "id", "one": true}}, "individual": {"sex": "/p/sex"}})"),
              HasSubstr("packed by gzip twice"));
}

TEST(TableFilesTest, TheHeaderOfAPedFileIsNoComment) {
  const Reading reading = ReadTables({{"f.ped", "# made by hand\n#FID\tIID\tSEX\nF1\tP1\tfemale\n"}}, R"({
    "tables": {"f": {"files": "*.ped", "id": "IID", "one": true}}, "individual": {"sex": "/f/SEX"},
    "pedigrees": {"from": "/f", "fields": {"family": "/#FID", "member": "/IID"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female", "pedigree: family=F1, member=P1"));
}

TEST(TableFilesTest, ALineAboveTheHeaderMayNameTheColumnOfTheId) {
  const char* mapping = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                            "individual": {"sex": "/p/sex"}})";
  const Reading reading = ReadTables({{"p.csv", "# of 2020\n# columns: site, id\nid,sex\nA,female\n"}}, mapping);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(ReadTables({{"p.csv", "# of 2020\n#site,id,sex\nX,A,female\n"}}, mapping).Rows(0),
              ElementsAre("individual: dataset=test, sex=female"));
}

TEST(TableFilesTest, EmptyCellsBehindTheLastColumnAndBlanksThatNobodySees) {
  const Reading reading = ReadTables({{"p.csv",
                                       "id\xe2\x80\x8b,\xc2\xa0sex,born\nA,M,1980,,\n\xc2\xa0"
                                       "A,M,1980\nB,M,1980,,x\n"}},
                                     kOne);
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("the row has 5 cells, and the header 3: \"B | M | 1980")));
}

TEST(TableFilesTest, ADecimalCommaThatPartsANumberIsRejected) {
  const char* mapping = R"({
    "tables": {"l": {"files": "l.csv", "id": "id"}},
    "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/hb"}}})";
  const Reading reading = ReadTables({{"l.csv", "id,hb,comment\n1,13,5,\n2,14,\n3,12,,\n4,11,stable\n"}}, mapping);
  EXPECT_EQ(reading.report.rejected, 1u);
  EXPECT_EQ(reading.report.individuals, 3u);
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("l.csv 1  : row with a cell too many")));
}

}  // namespace
}  // namespace muster::import
