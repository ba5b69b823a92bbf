// Tables through the mapping: what becomes of their rows, and what is said of those that cannot be read.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

using Files = std::vector<std::pair<std::string, std::string>>;

// Imports files of these names and contents.
absl::StatusOr<Reading> Import(const Files& files, const std::string& mapping) {
  const Directory directory;
  std::vector<std::string> paths;
  for (const auto& [name, text] : files) paths.push_back(directory.Write(name, text));
  Reading reading;
  ImportOptions options;
  options.dataset = "test";
  options.mapping = mapping;
  absl::StatusOr<ImportReport> report = ReadFiles(paths, options, reading.sink);
  if (!report.ok()) return report.status();
  reading.report = *std::move(report);
  return reading;
}

Reading Read(const Files& files, const std::string& mapping) {
  absl::StatusOr<Reading> reading = Import(files, mapping);
  EXPECT_TRUE(reading.ok()) << reading.status();
  return reading.ok() ? *std::move(reading) : Reading();
}

std::string Error(const Files& files, const std::string& mapping) {
  const absl::StatusOr<Reading> reading = Import(files, mapping);
  EXPECT_FALSE(reading.ok());
  if (reading.ok()) return "";
  EXPECT_EQ(reading.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(reading.status().message());
}

// "reason" of the problems, with file, record and id before it.
std::vector<std::string> Problems(const Reading& reading) {
  std::vector<std::string> texts;
  for (const ImportProblem& problem : reading.report.problems) {
    texts.push_back(problem.file.substr(problem.file.rfind('/') + 1) + " " + std::to_string(problem.record) + " " +
                    problem.id + " " + problem.where + ": " + problem.reason);
  }
  return texts;
}

constexpr char kPatients[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
  "individual": {"sex": "/p/sex", "birth date": "/p/born", "age at last contact": "/p/seen"}})";

TEST(TablesTest, OneRowForEachIndividual) {
  const Reading reading =
      Read({{"p.csv", "id,sex,born,seen,note\nA,female,1980-01-01,2020-01-01,x\nB,,,P40Y,\n"}}, kPatients);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, age at last contact=2020-01-01 40 years, "
                                           "birth date=1980-01-01, sex=female"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, age at last contact=40 years"));
  EXPECT_EQ(reading.extras(0), R"({"/p/note":"x"})");
  EXPECT_EQ(reading.report.records, 2u);
  EXPECT_EQ(reading.report.individuals, 2u);
  EXPECT_THAT(Problems(reading), IsEmpty());
}

TEST(TablesTest, CellsAsTheMappingSays) {
  const Reading reading = Read({{"m.csv",
                                 "id;sex;day;age;hb;codes;icd;text\n"
                                 "A;1;01.02.2003;12;12,5;a|b;I10;Hypertension\n"
                                 "B;9;NA;18.5;.;|;;\n"}},
                               R"({
    "tables": {"m": {"files": "m.csv", "id": "id", "missing": ["NA", "."], "columns": {
      "sex": {"values": {"1": "male", "9": null}}, "day": {"date": "DD.MM.YYYY"}, "age": {"age": "months"},
      "hb": {"decimal": ","}, "codes": {"split": "|"}, "icd": {"prefix": "ICD10:", "label": "text"}}}},
    "individual": {"cohort": "/m/*/codes/*"},
    "measurements": {"from": "/m/*", "when": "/hb",
                     "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/hb", "time": "/day"}},
    "diseases": {"from": "/m/*", "when": "/icd", "fields": {"term": "/icd", "onset": "/age"}},
    "phenotypes": {"from": "/m/*", "when": "/sex", "fields": {"term": {"const": "X:1"}, "evidence": "/sex"}}})");
  EXPECT_THAT(reading.Rows(0),
              ElementsAre("individual: dataset=test, cohort=a, cohort=b", "phenotype: evidence=male, term=X:1",
                          "disease: onset=1 year, term=ICD10:I10",
                          "measurement: assay=LOINC:718-7, time=2003-02-01, value=12.5"));
  EXPECT_EQ(reading.sink.dictionary.Label(*reading.sink.dictionary.Find("ICD10:I10")), "Hypertension");
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(Problems(reading), ElementsAre(HasSubstr("\"male\" does not say of which code system it is")));
  // The age of a diagnosis that is not there belongs to no row: it is kept.
  EXPECT_EQ(reading.extras(1), R"({"/m/0/age":"P18.5M"})");
}

TEST(TablesTest, CellsThatAreNotAsTheMappingSaysAreKeptAndReported) {
  const Reading reading = Read({{"m.csv", "id,sex,day,age,hb\nA,3,2003-02-01,old,1.2\nB,1,31.02.2003,-1,<5\n"}}, R"({
    "tables": {"m": {"files": "m.csv", "id": "id", "columns": {
      "sex": {"values": {"1": "male"}}, "day": {"date": "DD.MM.YYYY"}, "age": {"age": "years"}, "hb": {"decimal": ","}}}},
    "measurements": {"from": "/m/*", "fields": {"assay": {"const": "X:1"}, "value": "/hb", "time": "/day"}},
    "phenotypes": {"from": "/m/*", "fields": {"term": {"const": "X:1"}, "onset": "/age", "evidence": "/sex"}}})");
  EXPECT_THAT(Problems(reading), ElementsAre(HasSubstr("m.csv 1 A /m/sex: \"3\" is none of the column's values"),
                                             HasSubstr("m.csv 1 A /m/day: \"2003-02-01\" is not written as"),
                                             HasSubstr("m.csv 1 A /m/age: \"old\" is no age"),
                                             HasSubstr("m.csv 1 A /m/hb: \"1.2\" has a point"),
                                             HasSubstr("m.csv 2 B /m/age: \"-1\" is no age"),
                                             HasSubstr("\"male\" does not say of which code system it is"),
                                             HasSubstr("m.csv 2 B /m/0/day: neither a date nor an age nor an onset")));
  EXPECT_THAT(reading.Rows(0),
              ElementsAre("individual: dataset=test", "phenotype: term=X:1", "measurement: assay=X:1"));
  EXPECT_EQ(reading.extras(0), R"x({"/m/0/sex (as written)":"3","/m/0/day (as written)":"2003-02-01",)x"
                               R"x("/m/0/age (as written)":"old","/m/0/hb (as written)":"1.2"})x");
}

TEST(TablesTest, WordsAreThoseOfTheVocabularyOrReported) {
  const Reading reading = Read({{"p.csv", "id,sex,vital\nA,F,dead\nB,m,Alive\nC,1,Y\nD,NA,\nE,weibl,\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "words": {"individual": {"sex": {"weibl": "female"}}},
    "individual": {"sex": "/p/sex", "vital status": "/p/vital"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female, vital status=deceased"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, sex=male, vital status=alive"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test"));  // 1 is male here and female there
  EXPECT_THAT(reading.Rows(3), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(reading.Rows(4), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(Problems(reading),
              ElementsAre(HasSubstr("p.csv 3 C /p/sex: \"1\" is no sex; its words are: unknown, female, male, other"),
                          HasSubstr("p.csv 3 C /p/vital: \"Y\" is no vital status"),
                          HasSubstr("p.csv 4 D /p/sex: \"NA\" is taken as no value")));
  EXPECT_EQ(reading.report.problems[0].line, 4u);
  EXPECT_EQ(reading.extras(2), R"({"/p/sex":"1","/p/vital":"Y"})");
}

TEST(TablesTest, MarkersOfMissingValuesAreNothing) {
  const Reading reading =
      Read({{"p.csv", "id,icd,hb,day\nA,NA,N/A,nan\nB,E11,-99,2020-01-01\nC,,-,.\nNA,E11,1,\n"}}, R"({
    "missing": ["-99"],
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true,
                     "columns": {"icd": {"prefix": "ICD10:"}, "day": {"date": "YYYY-MM-DD"}}}},
    "diseases": {"from": "/p", "fields": {"term": "/icd"}},
    "measurements": {"from": "/p", "fields": {"assay": {"const": "X:1"}, "value": "/hb", "time": "/day"}}})");
  ASSERT_EQ(reading.sink.records.size(), 3u);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test", "measurement: assay=X:1"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test", "disease: term=ICD10:E11",
                                           "measurement: assay=X:1, time=2020-01-01"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test", "measurement: assay=X:1"));
  EXPECT_EQ(reading.report.rejected, 1u);  // the id
  EXPECT_EQ(reading.extras(0), R"({"/p/icd":"NA","/p/day":"nan","/p/hb":"N/A"})");
}

TEST(TablesTest, WholeNumbersOfFloatingPointColumnsAreMarkersAndValues) {
  const Reading reading = Read({{"p.csv", "id,hb,sex\nA,-99.0,1.0\nB,-9.00,2\nC,-99.5,1\n"}}, R"({
    "missing": ["-99"],
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "missing": ["-9"],
                     "columns": {"sex": {"values": {"1": "male", "2": "female"}}}}},
    "individual": {"sex": "/p/sex"},
    "measurements": {"from": "/p", "fields": {"assay": {"const": "X:1"}, "value": "/hb"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male", "measurement: assay=X:1"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, sex=female", "measurement: assay=X:1"));
  EXPECT_THAT(reading.Rows(2),
              ElementsAre("individual: dataset=test, sex=male", "measurement: assay=X:1, value=-99.5"));
}

TEST(TablesTest, WordsOfASamplesTypeAndOfALayout) {
  const Reading reading =
      Read({{"s.csv", "id,t,l\nA,Primary Solid Tumor,PE\nB,Solid Tissue Normal,single-end\nC,odd,x\n"}},
           R"({
    "tables": {"s": {"files": "s.csv", "id": "id"}},
    "samples": {"from": "/s/*", "fields": {"type": "/t"}},
    "runs": {"from": "/s/*", "fields": {"layout": "/l"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test", "sample: type=tumour", "run<1>: layout=paired"));
  EXPECT_THAT(reading.Rows(1),
              ElementsAre("individual: dataset=test", "sample: type=reference", "run<1>: layout=single"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test", "sample", "run<1>"));
  EXPECT_EQ(Problems(reading).size(), 2u);
}

TEST(TablesTest, AValueWithAPercentSignHasAUnitOfItsOwn) {
  const Reading reading = Read({{"l.csv", "id,v,d\nA,5%,98%\n"}}, R"({
    "tables": {"l": {"files": "l.csv", "id": "id", "one": true}},
    "measurements": {"from": "/l", "fields": {"assay": {"const": "X:1"}, "value": "/v"}},
    "samples": {"from": "/l", "fields": {"id": "/id"}}, "runs": {"from": "/l", "fields": {"breadth": "/d"}}})");
  EXPECT_THAT(reading.Rows(0), testing::Contains("measurement: assay=X:1"));
  EXPECT_EQ(Problems(reading).size(), 1u);
}

TEST(TablesTest, RowsThatTwoFilesHaveAreThereOnce) {
  const char* mapping = R"({
    "tables": {"labs": {"files": "labs*.csv", "id": "id"}},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/hb"}}})";
  // The second export has the first's rows and one more; the third has one twice.
  const Reading reading = Read({{"labs1.csv", "id,hb\nA,13\nB,12\n"},
                                {"labs2.csv", "id,hb\nA,13\nB,12\nB,11\n"},
                                {"labs3.csv", "id,hb\nB,11\nB,11\nC,10\nC,10\n"}},
                               mapping);
  ASSERT_EQ(reading.sink.records.size(), 3u);
  EXPECT_EQ(reading.Rows(0).size(), 2u) << "A: 13";
  EXPECT_EQ(reading.Rows(1).size(), 4u) << "B: 12, 11, 11";
  EXPECT_EQ(reading.Rows(2).size(), 3u) << "C: 10, 10";
  EXPECT_EQ(reading.report.notes.at("row of a table that another file of this import has, too"), 3u);
}

TEST(TablesTest, APrefixIsForCodesOfItsSystem) {
  const Reading reading = Read({{"p.csv", "id,icd\nA,E11.9\nB,SNOMED:44054006\nC,0\nD,Diabetes\nE,ICD10 I10\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {"icd": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/p", "fields": {"term": "/icd"}}})");
  ASSERT_EQ(reading.sink.records.size(), 5u);
  for (const auto& [row, code] :
       {std::pair{0, "ICD10:E11.9"}, {1, "SNOMED:44054006"}, {2, "0"}, {3, "Diabetes"}, {4, "ICD10:I10"}}) {
    EXPECT_THAT(reading.Rows(row), ElementsAre("individual: dataset=test", std::string("disease: term=") + code));
  }
}

TEST(TablesTest, AMarkerThatIsAValueIsNamed) {
  const Reading reading = Read({{"p.csv", "id,country\nA,NA\n"}}, R"({
    "not missing": "NA", "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "individual": {"country": "/p/country"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, country=na"));
}

TEST(TablesTest, ColumnsOfDatesMayHaveSeveralForms) {
  const Reading reading = Read({{"p.csv", "id,born\nA,17.05.80\nB,1980-05-17\nC,17 Mai 1980\nD,80/5\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {
      "born": {"date": ["DD.MM.YY", "YYYY-MM-DD", "D MMMM YYYY"], "century": 1930}}}},
    "individual": {"birth date": "/p/born"}})");
  for (const size_t i : {0, 1, 2}) {
    EXPECT_THAT(reading.Rows(i), ElementsAre("individual: dataset=test, birth date=1980-05-17")) << i;
  }
  EXPECT_THAT(Problems(reading), ElementsAre(HasSubstr("\"80/5\" is not written as the column's dates")));
}

TEST(TablesTest, AFileMayHaveTheRowsOfSeveralTables) {
  const std::string text =
      "id,instrument,dob,sex,lab_date,crp\n"
      "1,,1980-05-17,2,,\n1,labs,,,2021-03-01,12.5\n1,labs,,,2021-09-01,3\n2,,1990-01-02,1,,\n";
  const Reading two = Read({{"e.csv", text}}, R"({
    "tables": {"base": {"files": "e.csv", "id": "id", "one": true, "when": {"instrument": ""},
                        "columns": {"sex": {"values": {"1": "male", "2": "female"}}}},
               "labs": {"files": "e.csv", "id": "id", "when": {"instrument": "labs"}}},
    "individual": {"sex": "/base/sex", "birth date": "/base/dob"},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp", "time": "/lab_date"}}})");
  const Reading one = Read({{"e.csv", text}}, R"({
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

TEST(TablesTest, OfRowsThatContradictTheFirstCounts) {
  const Reading reading = Read({{"e.csv", "id,sex\n1,female\n1,\n1,male\n"}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id"}}, "individual": {"sex": "/e/*/sex"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(Problems(reading), ElementsAre("e.csv 3 1 /e/2/sex: a second value of the same field"));
  EXPECT_EQ(reading.report.problems[0].line, 4u);
}

TEST(TablesTest, RowsThatCannotBeReadAreRejectedAlone) {
  const Reading reading = Read({{"p.csv", "id,sex,born,seen\nA,male\n,male,,\nC,\xff,,\nD,male,,\n"}}, kPatients);
  EXPECT_THAT(Problems(reading),
              ElementsAre("p.csv 1  : the row has 2 cells, and the header 4: \"A | male\"",
                          "p.csv 2  /p/id: the row has no id of an individual", "p.csv 3  : row that is not UTF-8"));
  EXPECT_EQ(reading.report.rejected, 3u);
  EXPECT_EQ(reading.report.individuals, 1u);
}

TEST(TablesTest, SecondRowsWhereThereIsOneForEach) {
  const Reading reading = Read({{"p.csv", "id,sex,born,seen\nA,male,,\nB,male,,\nA,female,,\nB,male,,\n"}}, kPatients);
  EXPECT_THAT(Problems(reading), ElementsAre(HasSubstr("p.csv 3 A /p: a second row of this individual")));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  EXPECT_EQ(reading.report.individuals, 2u);
}

constexpr char kLabs[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}, "labs": {"files": "l*.csv", "id": "pid"}},
  "individual": {"birth date": "/p/born"},
  "measurements": {"from": "/labs/*", "fields": {"assay": "/loinc", "value": "/value", "unit": "/unit", "time": "/day"}}})";

TEST(TablesTest, SeveralSourcesOfOneIndividual) {
  // The dates of a packet become ages with the date of birth from a table, wherever the files stand.
  const Reading reading = Read(
      {{"a.json", R"({"id": "A", "subject": {"sex": "FEMALE"},
                      "diseases": [{"term": {"id": "X:1"}, "onset": {"timestamp": "2000-01-01"}}]})"},
       {"p.csv", "id,born\nA,1970-01-01\nB,1980-01-01\n"},
       {"individuals.json", R"([{"id": "B", "sex": {"id": "NCIT:C16576", "label": "female"}}])"},
       {"l1.csv", "pid,loinc,value,unit,day\nB,LOINC:718-7,12,g/dL,2000-01-01\nA,LOINC:718-7,13,g/dL,2010-01-01\n"},
       {"l2.csv", "day,pid,loinc,value,unit\n2020-01-01,A,LOINC:718-7,14,g/dL\n2020-01-01,C,LOINC:718-7,15,g/dL\n"}},
      kLabs);
  ASSERT_EQ(reading.sink.records.size(), 3u);
  EXPECT_THAT(reading.Rows(0),
              ElementsAre(HasSubstr("sex=female"), "disease: term=X:1, onset=2000-01-01 30 years",
                          "measurement: assay=LOINC:718-7, time=2010-01-01 40 years, unit=g/dL, value=13",
                          "measurement: assay=LOINC:718-7, time=2020-01-01 50 years, unit=g/dL, value=14"));
  EXPECT_THAT(reading.Rows(1),
              ElementsAre(HasSubstr("sex=female"),
                          "measurement: assay=LOINC:718-7, time=2000-01-01 20 years, unit=g/dL, value=12"));
  EXPECT_EQ(reading.sink.records[2].id, "C");
  EXPECT_EQ(reading.report.individuals, 3u);
}

TEST(TablesTest, RunsFindTheSamplesOfOtherTables) {
  // Tables come in the order of what refers to what, not of their names.
  const Reading reading =
      Read({{"a_runs.csv", "id,sample,run\nA,S2,R2\nA,S9,R9\n"}, {"b_samples.csv", "id,s\nA,S1\nA,S2\n"}},
           R"({
    "tables": {"a": {"files": "a_*.csv", "id": "id"}, "b": {"files": "b_*.csv", "id": "id"}},
    "samples": {"from": "/b/*", "fields": {"id": "/s"}},
    "runs": {"from": "/a/*", "sample": "/sample", "fields": {"id": "/run"}}})");
  EXPECT_THAT(reading.Rows(0),
              ElementsAre("individual: dataset=test", "sample: id='S1'", "sample: id='S2'", "run<2>: id='R2'"));
  EXPECT_THAT(Problems(reading), ElementsAre("a_runs.csv 2 A /a/1: the mapping finds no sample that this belongs to"));
}

TEST(TablesTest, RowsOfSeveralKindsInOneTable) {
  const Reading reading = Read({{"e.csv", "id,kind,code,v\nA,dx,X:1,\nA,hpo,HP:1,\nA,lab,L:1,5\nA,other,Z:1,7\n"}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id"}},
    "diseases": {"from": "/e/*", "when": {"/kind": "dx"}, "fields": {"term": "/code"}},
    "phenotypes": {"from": "/e/*", "when": {"/kind": ["hpo", "sign"]}, "fields": {"term": "/code"}},
    "measurements": {"from": "/e/*", "when": {"/kind": "lab"}, "fields": {"assay": "/code", "value": "/v"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test", "disease: term=X:1", "phenotype: term=HP:1",
                                           "measurement: assay=L:1, value=5"));
  // A row that no rule takes is kept whole.
  EXPECT_EQ(reading.extras(0), R"({"/e/3/kind":"other","/e/3/code":"Z:1","/e/3/v":"7"})");
}

TEST(TablesTest, FilesInAnyPacking) {
  const std::string text = "\xef\xbb\xbfid\tsex\tborn\tseen\nA\tmale\t\t\n";
  for (const auto& [name, bytes] : Files{{"p.csv", text}, {"p.csv.gz", Gzip(text)}, {"p.csv.zst", Zstd(text)}}) {
    const Reading reading = Read({{name, bytes}}, kPatients);
    EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male")) << name;
  }
}

TEST(TablesTest, DirectoriesHoldTables) {
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

TEST(TablesTest, FilesThatAreNotAsTheMappingSays) {
  EXPECT_THAT(Error({{"x.csv", "a,b\n"}}, ""), HasSubstr("x.csv: is a table, and only a mapping can say"));
  EXPECT_THAT(Error({{"x.csv", "a,b\n"}}, kPatients), HasSubstr("its \"tables\" have none with this file"));
  EXPECT_THAT(Error({{"p.csv", "id,sex,born\n"}}, kPatients),
              HasSubstr("p.csv: line 1: there is no column \"seen\", which the mapping names for the table \"p\"; the "
                        "columns are: id, sex, born"));
  EXPECT_THAT(Error({{"p.csv", "patient,sex,born,seen\n"}}, kPatients), HasSubstr("there is no column \"id\""));
  EXPECT_THAT(Error({{"p.csv", "id,sex,born,seen,sex\n"}}, kPatients), HasSubstr("two columns are called \"sex\""));
  EXPECT_THAT(Error({{"p.csv", ""}}, kPatients), HasSubstr("p.csv: line 1: the table is empty"));
  EXPECT_THAT(Error({{"p.csv", "id,sex,born,seen\nA,\"male,,\n"}}, kPatients), HasSubstr("line 2: a quote is opened"));
  EXPECT_THAT(Error({{"p.csv", std::string("\xff\xfei\0d\0", 6)}}, kPatients), HasSubstr("UTF-16"));
}

TEST(TablesTest, RowsDoNotReplaceAnIndividualThatTheyDoNotDescribe) {
  const Directory directory;
  Reading reading;
  ImportOptions options;
  options.mapping = kLabs;
  const std::string labs = directory.Write("l.csv", "pid,loinc,value,unit,day\nA,LOINC:718-7,12,g/dL,\n");
  const std::string people = directory.Write("p.csv", "id,born\nA,1970\n");
  ASSERT_TRUE(ReadFiles({people}, options, reading.sink).ok());
  const absl::StatusOr<ImportReport> alone = ReadFiles({labs}, options, reading.sink);
  EXPECT_EQ(alone.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(alone.status().message()), HasSubstr("import all files about these people together"));
  const absl::StatusOr<ImportReport> together = ReadFiles({labs, people}, options, reading.sink);
  ASSERT_TRUE(together.ok()) << together.status();
  EXPECT_EQ(together->replaced, 1u);
}

TEST(TablesTest, MappingsThatAreWrongSayWhere) {
  const auto error = [](const std::string& tables, const std::string& rest = "") {
    const absl::StatusOr<Mapping> parsed = Mapping::Parse("{\"tables\": " + tables + rest + "}");
    EXPECT_FALSE(parsed.ok()) << tables;
    return std::string(parsed.status().message());
  };
  EXPECT_THAT(error("[]"), HasSubstr("at /tables: an object from names to tables"));
  EXPECT_THAT(error(R"({"t": 1})"), HasSubstr("at /tables/t: an object"));
  EXPECT_THAT(error(R"({"t": {"id": "x"}})"), HasSubstr("at /tables/t: \"files\" is missing"));
  EXPECT_THAT(error(R"({"t": {"files": "x"}})"), HasSubstr("at /tables/t: \"id\" is missing"));
  EXPECT_THAT(error(R"({"t": {"file": "x"}})"), HasSubstr("at /tables/t/file: \"file\" is unknown here"));
  EXPECT_THAT(error(R"({"t": {"files": {}, "id": "x"}})"), HasSubstr("at /tables/t/files: a string"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": 1}})"), HasSubstr("at /tables/t/id: a string"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "one": "yes"}})"), HasSubstr("at /tables/t/one: true or false"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "delimiter": "ab"}})"), HasSubstr("one character"));
  EXPECT_THAT(error(R"({"": {"files": "x", "id": "x"}})"), HasSubstr("a table needs a name"));
  const auto column = [&](const std::string& settings) {
    return error(R"({"t": {"files": "x", "id": "x", "columns": {"c": )" + settings + "}}}");
  };
  EXPECT_THAT(column("1"), HasSubstr("at /tables/t/columns/c: an object"));
  EXPECT_THAT(column(R"({"type": "x"})"), HasSubstr("known are: age, century, date, decimal"));
  EXPECT_THAT(column(R"({"age": "y"})"), HasSubstr("\"years\", \"months\""));
  EXPECT_THAT(column(R"({"date": "DD.MM.YY"})"),
              HasSubstr("at /tables/t/columns/c/date: \"DD.MM.YY\" is no form of dates"));
  EXPECT_THAT(column(R"({"decimal": ";"})"), HasSubstr("\",\" or \".\""));
  EXPECT_THAT(column(R"({"split": ""})"), HasSubstr("cannot be empty"));
  EXPECT_THAT(column(R"({"values": {}})"), HasSubstr("from what cells say"));
  EXPECT_THAT(column(R"({"values": {"a": []}})"), HasSubstr("at /tables/t/columns/c/values/a"));
  EXPECT_THAT(column(R"({"date": "YYYY", "age": "years"})"), HasSubstr("a date is neither an age nor a number"));
  const std::string t = R"({"t": {"files": "x", "id": "x"}})";
  EXPECT_THAT(error(t, R"(, "individual": {"sex": "/t/sex"})"),
              HasSubstr("have no order: its pointers begin with \"/t/*\""));
  EXPECT_THAT(error(t, R"(, "samples": {"from": "/t/0", "fields": {"id": "/s"}})"), HasSubstr("have no order"));
  EXPECT_THAT(error(t, R"(, "samples": {"from": "/t/*", "when": 1, "fields": {"id": "/s"}})"),
              HasSubstr("at /samples/when: a JSON pointer, or an object"));
  EXPECT_THAT(error(t, R"(, "samples": {"from": "/t/*", "when": {"/a": []}, "fields": {"id": "/s"}})"),
              HasSubstr("at least one value"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "one": true}})", R"(, "individual": {"sex": "/t"})"),
              HasSubstr("leads to the table \"t\", not to a column"));
}

constexpr char kOne[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
  "individual": {"sex": "/p/sex", "birth date": "/p/born"}})";

TEST(TablesTest, WhatATableOverrulesIsKeptAndReported) {
  const Reading reading =
      Read({{"p.csv", "id,sex,born\nA,M,1980\nB,,1990\nC,M,1980-05-17\n"},
            {"a.jsonl", R"({"id": "A", "subject": {"sex": "FEMALE", "dateOfBirth": "1980-05-17"}})"
                        "\n"
                        R"({"id": "B", "subject": {"sex": "FEMALE", "dateOfBirth": "1991-01-01"}})"
                        "\n"
                        R"({"id": "C", "subject": {"sex": "UNKNOWN_SEX", "dateOfBirth": "1980"}})"}},
           kOne);
  EXPECT_THAT(reading.Rows(0), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1980-05-17"))));
  EXPECT_THAT(reading.Rows(1), ElementsAre(testing::AllOf(HasSubstr("sex=female"), HasSubstr("birth date=1990"))));
  EXPECT_THAT(reading.Rows(2), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1980-05-17"))));
  EXPECT_THAT(Problems(reading), ElementsAre("p.csv 1 A /p/sex: sex: \"female\", and \"male\": the mapping's counts",
                                             HasSubstr("p.csv 2 B /p/born: birth date: \"1991-01-01\", and \"1990")));
  EXPECT_EQ(reading.sink.records[0].extras, R"x({"/individual/sex (overruled)":"female"})x");
}

TEST(TablesTest, ARecordOfAnotherSexAndBirthIsOfAnotherPerson) {
  const Reading reading =
      Read({{"p.csv", "id,sex,born\nA,M,1990\n"},
            {"a.jsonl", R"({"id": "A", "subject": {"sex": "FEMALE", "dateOfBirth": "1980-05-17"}})"}},
           kOne);
  EXPECT_EQ(reading.report.rejected, 1u);
  ASSERT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.Rows(0), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1990"))));
  EXPECT_THAT(Problems(reading),
              testing::Contains(HasSubstr("a.jsonl 1 A : sex: \"female\", and \"male\"; birth date: \"1980-05-17\"")));
}

TEST(TablesTest, IdsThatASpreadsheetHasRoundedAreRejected) {
  const Reading reading = Read({{"p.csv", "id,sex,born\n1.23457E+11,M,\n1.23457E+11,F,\n123457000001,F,\n"},
                                {"a.jsonl", R"({"id": "1,5E+12", "subject": {}})"}},
                               kOne);
  EXPECT_EQ(reading.report.rejected, 3u);
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.report.problems.at(0).value, "1.23457E+11");
}

TEST(TablesTest, WhatStandsAboveTheHeaderIsPassedOver) {
  const char* const tables[] = {
      "sep=;\r\nid;sex;born\r\nA;M;\r\n",
      "\"sep=;\"\nid;sex;born\nA;M;\n",
      "\xef\xbb\xbfsep=;\nid;sex;born\nA;M;\n",
      "sep=\t\nid\tsex\tborn\nA\tM\t\n",
      "#Identifier\tSex\tBirth\n#who\tsex\twhen\nid\tsex\tborn\nA\tM\t\n",
  };
  for (const char* const table : tables) {
    const Reading reading = Read({{"p.csv", table}}, kOne);
    ASSERT_EQ(reading.report.individuals, 1u) << table;
    EXPECT_THAT(reading.Rows(0), ElementsAre(HasSubstr("sex=male"))) << table;
  }
  // A problem behind it has its line in the file.
  const Reading reading = Read({{"p.csv", "sep=;\nid;sex;born\nA;M\n"}}, kOne);
  EXPECT_EQ(reading.report.problems.at(0).line, 3u);
  // Where the header begins so, it is the header.
  EXPECT_EQ(Read({{"p.csv", "#id,sex,born\nA,M,\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "#id"}}, "individual": {"sex": "/p/*/sex"}})")
                .report.individuals,
            1u);
}

TEST(TablesTest, ATitleAboveTheHeaderIsNamed) {
  EXPECT_THAT(Error({{"p.csv", "Export of 2024-01-01\n\nid,sex,born\nA,M,\n"}}, kOne),
              testing::AllOf(HasSubstr("there is no column \"id\""),
                             HasSubstr("line 3 has it: delete the lines above that one")));
}

TEST(TablesTest, OtherEncodingsSayHowToConvertThem) {
  EXPECT_THAT(Error({{"p.csv", "id,gr\xf6\xdf\x65,sex,born\n"}}, kOne),
              testing::AllOf(HasSubstr("not UTF-8: \"größe\""), HasSubstr("iconv -f WINDOWS-1252")));
  EXPECT_THAT(Error({{"p.csv", std::string("\xff\xfei\0d\0", 6)}}, kOne), HasSubstr("iconv -f UTF-16"));
  const Reading reading = Read({{"p.csv", "id,sex,born\nM\xfcller,M,\nA,M,\n"}}, kOne);
  ASSERT_EQ(reading.report.problems.size(), 1u);
  EXPECT_EQ(reading.report.problems[0].value, "Müller");
}

TEST(TablesTest, EmptyCellsBehindTheLastColumnAndBlanksThatNobodySees) {
  const Reading reading = Read({{"p.csv",
                                 "id\xe2\x80\x8b,\xc2\xa0sex,born\nA,M,1980,,\n\xc2\xa0"
                                 "A,M,1980\nB,M,1980,,x\n"}},
                               kOne);
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(Problems(reading), ElementsAre(HasSubstr("the row has 5 cells, and the header 3: \"B | M | 1980")));
}

TEST(TablesTest, RowsThatNoTableTakesAreCounted) {
  const std::string mapping = R"({
    "tables": {"base": {"files": "e.csv", "id": "id", "one": true, "when": {"instrument": ""}},
               "labs": {"files": "e.csv", "id": "id", "when": {"instrument": ["labs", "labor"]}}},
    "individual": {"sex": "/base/sex"},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp"}}})";
  EXPECT_THAT(Problems(Read({{"e.csv", "id,instrument,sex,crp\n1,,male,\n1,labs,,1\n1,labor,,2\n"}}, mapping)),
              IsEmpty());
  const Reading reading =
      Read({{"e.csv", "id,instrument,sex,crp\n1,,male,\n1,labs,,1\n1,Labs,,2\n1,Labs,,3\n1,lab,,4\n"}}, mapping);
  EXPECT_THAT(Problems(reading),
              ElementsAre("e.csv 3  /base/instrument: no table of the mapping takes rows of this file with \"Labs\" in "
                          "the column \"instrument\"",
                          HasSubstr("with \"lab\" in the column")));
  EXPECT_THAT(reading.report.notes,
              ElementsAre(Pair("row of a file that none of its tables takes, by what their \"when\" asks for", 3)));
}

TEST(TablesTest, NumbersThatMayHavePointsOfThousandsAreNamed) {
  const auto problems = [](const std::string& cells) {
    std::string text = "id;v;w\n";
    size_t from = 0;
    for (int id = 1; from < cells.size(); ++id) {
      const size_t end = std::min(cells.find(' ', from), cells.size());
      text += "P" + std::to_string(id) + ";" + cells.substr(from, end - from) + ";1.000\n";
      from = end + 1;
    }
    return Problems(Read({{"l.csv", text}}, R"({
      "tables": {"l": {"files": "l.csv", "id": "id"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/v"}}})"));
  };
  const auto named = [](const std::string& number) {
    return testing::Contains("l.csv 0  /l/v: all numbers with a point have three digits behind it, such as \"" +
                             number + "\": decimals, as they are read, or thousands?");
  };
  EXPECT_THAT(problems("250.000 180.000 95"), named("250.000"));
  EXPECT_THAT(problems("250.000 <1.250.000"), named("1.250.000"));
  for (const char* decimals :
       {"250.000 180", "250.000 180.000 1.5", "0.125 1.250 2.500", "1000.125 1.250 2.500", "1 2"}) {
    EXPECT_THAT(problems(decimals), IsEmpty()) << decimals;
  }
}

TEST(TablesTest, IdsThatTablesWriteOtherwiseAreNamed) {
  const auto problems = [](const std::string& one, const std::string& other) {
    return Problems(Read({{"d.csv", "id,code\n" + one + ",X:1\n"}, {"l.csv", "id,value\n" + other + ",5\n"}}, R"({
      "tables": {"d": {"files": "d.csv", "id": "id"}, "l": {"files": "l.csv", "id": "id"}},
      "diseases": {"from": "/d/*", "fields": {"term": "/code"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/value"}}})"));
  };
  EXPECT_THAT(problems("0001", "1"), ElementsAre("l.csv 1 1 /l: \"1\" here and \"0001\" in the table \"d\" are two "
                                                 "individuals, as they are written otherwise"));
  for (const auto& [one, other] : {std::pair{"1.0", "1"}, {"ABC-007", "abc7"}, {"P_10", "P10"}}) {
    EXPECT_THAT(problems(one, other), ElementsAre(HasSubstr("are two individuals"))) << one;
  }
  for (const auto& [one, other] : {std::pair{"1", "1"}, {"10", "1"}, {"1-2", "12"}, {"A1", "B1"}, {"1.5", "1"}}) {
    EXPECT_THAT(problems(one, other), IsEmpty()) << one;
  }
  // A table that has both knows two people.
  EXPECT_THAT(problems("01", "01,4\n1"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
