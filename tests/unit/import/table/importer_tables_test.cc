// Tables through the mapping: what becomes of their rows, and what is said of those that cannot be read.
#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(TablesTest, OneRowForEachIndividual) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born,seen,note\nA,female,1980-01-01,2020-01-01,walks\nB,,,P40Y,\n"}}, kPatients);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, age at last contact=2020-01-01 40 years, "
                                           "birth date=1980-01-01, sex=female"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, age at last contact=40 years"));
  EXPECT_EQ(reading.extras(0), R"({"/p/note":"walks"})");
  EXPECT_EQ(reading.report.records, 2u);
  EXPECT_EQ(reading.report.individuals, 2u);
  EXPECT_THAT(ProblemsOf(reading), IsEmpty());
}

TEST(TablesTest, OfRowsThatContradictTheFirstCounts) {
  const Reading reading = ReadTables({{"e.csv", "id,sex\n1,female\n1,\n1,male\n"}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id"}}, "individual": {"sex": "/e/*/sex"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("e.csv 3 1 /e/2/sex: sex: \"female\", and \"male\": the first counts, of line 2"));
  EXPECT_EQ(reading.report.problems[0].line, 4u);
}

TEST(TablesTest, RowsThatCannotBeReadAreRejectedAlone) {
  const Reading reading = ReadTables({{"p.csv", "id,sex,born,seen\nA,male\n,male,,\nC,\xff,,\nD,male,,\n"}}, kPatients);
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("p.csv 1  : the row has 2 cells, and the header 4: \"A | male\"",
                          "p.csv 2  /p/id: the row has no id of an individual", "p.csv 3  : row that is not UTF-8"));
  EXPECT_EQ(reading.report.rejected, 3u);
  EXPECT_EQ(reading.report.individuals, 1u);
}

TEST(TablesTest, SecondRowsWhereThereIsOneForEach) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born,seen\nA,male,,\nB,male,,\nA,female,,\nB,male,,\n"}}, kPatients);
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("p.csv 3 A /p: a second row of this individual")));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  EXPECT_EQ(reading.report.individuals, 2u);
}

constexpr char kLabs[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}, "labs": {"files": "l*.csv", "id": "pid"}},
  "individual": {"birth date": "/p/born"},
  "measurements": {"from": "/labs/*", "fields": {"assay": "/loinc", "value": "/value", "unit": "/unit", "time": "/day"}}})";

TEST(TablesTest, SeveralSourcesOfOneIndividual) {
  // The dates of a packet become ages with the date of birth from a table, wherever the files stand.
  const Reading reading = ReadTables(
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
      ReadTables({{"a_runs.csv", "id,sample,run\nA,S2,R2\nA,S9,R9\n"}, {"b_samples.csv", "id,s\nA,S1\nA,S2\n"}},
                 R"({
    "tables": {"a": {"files": "a_*.csv", "id": "id"}, "b": {"files": "b_*.csv", "id": "id"}},
    "samples": {"from": "/b/*", "fields": {"id": "/s"}},
    "runs": {"from": "/a/*", "sample": "/sample", "fields": {"id": "/run"}}})");
  EXPECT_THAT(reading.Rows(0),
              ElementsAre("individual: dataset=test", "sample: id='S1'", "sample: id='S2'", "run<2>: id='R2'"));
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("a_runs.csv 2 A /a/1: the mapping finds no sample that this belongs to"));
}

TEST(TablesTest, RowsOfSeveralKindsInOneTable) {
  const Reading reading =
      ReadTables({{"e.csv", "id,kind,code,v\nA,dx,X:1,\nA,hpo,HP:1,\nA,lab,L:1,5\nA,other,Z:1,7\n"}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id"}},
    "diseases": {"from": "/e/*", "when": {"/kind": "dx"}, "fields": {"term": "/code"}},
    "phenotypes": {"from": "/e/*", "when": {"/kind": ["hpo", "sign"]}, "fields": {"term": "/code"}},
    "measurements": {"from": "/e/*", "when": {"/kind": "lab"}, "fields": {"assay": "/code", "value": "/v"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test", "disease: term=X:1", "phenotype: term=HP:1",
                                           "measurement: assay=L:1, value=5"));
  // A row that no rule takes is kept whole.
  EXPECT_EQ(reading.extras(0), R"({"/e/3/kind":"other","/e/3/code":"Z:1","/e/3/v":"7"})");
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
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": []}})"), HasSubstr("at /tables/t/id: a string"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "one": true, "latest": "d"}})"),
              HasSubstr("at /tables/t/latest: of a table with"));
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
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "one": true}})",
                    R"(, "samples": {"from": "/t/*", "fields": {"id": "/s"}})"),
              HasSubstr("begin with \"/t\" and not with \"/t/*\""));
  EXPECT_THAT(error(t, R"(, "samples": {"from": "/t/*", "when": 1, "fields": {"id": "/s"}})"),
              HasSubstr("at /samples/when: a JSON pointer, or an object"));
  EXPECT_THAT(error(t, R"(, "samples": {"from": "/t/*", "when": {"/a": []}, "fields": {"id": "/s"}})"),
              HasSubstr("at least one value"));
  EXPECT_THAT(error(R"({"t": {"files": "x", "id": "x", "one": true}})", R"(, "individual": {"sex": "/t"})"),
              HasSubstr("leads to the table \"t\", not to a column"));
}

TEST(TablesTest, WhatATableOverrulesIsKeptAndReported) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born\nA,M,1980\nB,,1990\nC,M,1980-05-17\n"},
                  {"a.jsonl", R"({"id": "A", "subject": {"sex": "FEMALE", "dateOfBirth": "1980-05-17"}})"
                              "\n"
                              R"({"id": "B", "subject": {"sex": "FEMALE", "dateOfBirth": "1991-01-01"}})"
                              "\n"
                              R"({"id": "C", "subject": {"sex": "UNKNOWN_SEX", "dateOfBirth": "1980"}})"}},
                 kOne);
  EXPECT_THAT(reading.Rows(0), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1980-05-17"))));
  EXPECT_THAT(reading.Rows(1), ElementsAre(testing::AllOf(HasSubstr("sex=female"), HasSubstr("birth date=1990"))));
  EXPECT_THAT(reading.Rows(2), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1980-05-17"))));
  EXPECT_THAT(ProblemsOf(reading), ElementsAre("p.csv 1 A /p/sex: sex: \"female\", and \"male\": the mapping's counts",
                                               HasSubstr("p.csv 2 B /p/born: birth date: \"1991-01-01\", and \"1990")));
  EXPECT_EQ(reading.sink.records[0].extras, R"x({"/individual/sex (overruled)":"female"})x");
}

TEST(TablesTest, ARecordOfAnotherSexAndBirthIsOfAnotherPerson) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born\nA,M,1990\n"},
                  {"a.jsonl", R"({"id": "A", "subject": {"sex": "FEMALE", "dateOfBirth": "1980-05-17"}})"}},
                 kOne);
  EXPECT_EQ(reading.report.rejected, 1u);
  ASSERT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.Rows(0), ElementsAre(testing::AllOf(HasSubstr("sex=male"), HasSubstr("birth date=1990"))));
  EXPECT_THAT(ProblemsOf(reading),
              testing::Contains(HasSubstr("a.jsonl 1 A : sex: \"female\", and \"male\"; birth date: \"1980-05-17\"")));
}

TEST(TablesTest, RowsThatNoTableTakesAreCounted) {
  const std::string mapping = R"({
    "tables": {"base": {"files": "e.csv", "id": "id", "one": true, "when": {"instrument": ""}},
               "labs": {"files": "e.csv", "id": "id", "when": {"instrument": ["labs", "labor"]}}},
    "individual": {"sex": "/base/sex"},
    "measurements": {"from": "/labs/*", "fields": {"assay": {"const": "X:1"}, "value": "/crp"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"e.csv", "id,instrument,sex,crp\n1,,male,\n1,labs,,1\n1,labor,,2\n"}}, mapping)),
              IsEmpty());
  const Reading reading =
      ReadTables({{"e.csv", "id,instrument,sex,crp\n1,,male,\n1,labs,,1\n1,Labs,,2\n1,Labs,,3\n1,lab,,4\n"}}, mapping);
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("e.csv 3  /base/instrument: no table of the mapping takes rows of this file with \"Labs\" in "
                          "the column \"instrument\"",
                          HasSubstr("with \"lab\" in the column")));
  EXPECT_THAT(reading.report.notes,
              ElementsAre(Pair("row of a file that none of its tables takes, by what their \"when\" asks for", 3)));
}

}  // namespace
}  // namespace muster::import
