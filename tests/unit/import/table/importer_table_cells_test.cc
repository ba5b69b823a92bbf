// Cells of tables through the mapping: words, codes, numbers, dates, markers of missing values, ids.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <utility>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(TableCellsTest, CellsAsTheMappingSays) {
  const Reading reading = ReadTables({{"m.csv",
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
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("\"male\" does not say of which code system it is")));
  // The age of a diagnosis that is not there belongs to no row: it is kept.
  EXPECT_EQ(reading.extras(1), R"({"/m/0/age":"P18.5M"})");
}

TEST(TableCellsTest, EachOfSeveralCodesHasItsOwnLabel) {
  constexpr char kCodes[] = R"({
    "tables": {"d": {"files": "d.csv", "id": "id", "one": true, "columns": {
      "codes": {"split": "|", "label": "labels"}}}},
    "phenotypes": {"from": "/d/codes/*", "fields": {"term": ""}}})";
  const auto label = [](const Reading& reading, std::string_view code) {
    const auto symbol = reading.sink.dictionary.Find(code);
    return symbol.has_value() ? reading.sink.dictionary.Label(*symbol) : "none";
  };
  const Reading reading = ReadTables({{"d.csv",
                                       "id;codes;labels\n"
                                       "1;HP:0001250|HP:0001263;Seizure | Global developmental delay\n"
                                       "2;HP:0001249;Intellectual disability|mild\n"
                                       "3;HP:0001250|HP:0000252;Seizure|No microcephaly\n"
                                       "4;HP:0001250|HP:0002133;|Status epilepticus\n"}},
                                     kCodes);
  EXPECT_EQ(label(reading, "HP:0001250"), "Seizure");
  EXPECT_EQ(label(reading, "HP:0001263"), "Global developmental delay");
  EXPECT_EQ(label(reading, "HP:0002133"), "Status epilepticus");
  EXPECT_EQ(label(reading, "HP:0001249"), "Intellectual disability|mild") << "of a code alone it is the whole text";
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test", "phenotype: term=HP:0001250"));
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("\"HP:0000252 No microcephaly\" says that it was not there")));

  const Reading other = ReadTables({{"d.csv", "id;codes;labels\n1;HP:0001250|HP:0001263;Seizure, delay\n"}}, kCodes);
  EXPECT_THAT(other.Rows(model::Entity::kPhenotype),
              ElementsAre("phenotype: term=HP:0001250", "phenotype: term=HP:0001263"));
  EXPECT_EQ(label(other, "HP:0001263"), "");
  EXPECT_THAT(ProblemsOf(other),
              ElementsAre("d.csv 1 1 /d/labels: \"HP:0001250|HP:0001263\": which of them has which part of \"Seizure, "
                          "delay\" is not certain, and none is taken"));
  EXPECT_THAT(other.extras(), HasSubstr("Seizure, delay"));
}

// A comma stands in labels themselves, and what is behind it denies nothing of another code.
TEST(TableCellsTest, PartsOfALabelBehindCommasAreNoLabelsOfCodes) {
  const Reading reading = ReadTables({{"d.csv", "id;icd;text\n1;E11.9,I10;Diabetes mellitus, no complications\n"}}, R"({
    "tables": {"d": {"files": "d.csv", "id": "id", "columns": {
      "icd": {"prefix": "ICD10:", "split": ",", "label": "text"}}}},
    "diseases": {"from": "/d/*/icd/*", "fields": {"term": ""}}})");
  EXPECT_THAT(reading.Rows(model::Entity::kDisease),
              ElementsAre("disease: term=ICD10:E11.9", "disease: term=ICD10:I10"));
}

TEST(TableCellsTest, CellsThatAreNotAsTheMappingSaysAreKeptAndReported) {
  const Reading reading =
      ReadTables({{"m.csv", "id,sex,day,age,hb\nA,3,2003-02-01,old,1.2\nB,1,31.02.2003,-1,<5\n"}}, R"({
    "tables": {"m": {"files": "m.csv", "id": "id", "columns": {
      "sex": {"values": {"1": "male"}}, "day": {"date": "DD.MM.YYYY"}, "age": {"age": "years"}, "hb": {"decimal": ","}}}},
    "measurements": {"from": "/m/*", "fields": {"assay": {"const": "X:1"}, "value": "/hb", "time": "/day"}},
    "phenotypes": {"from": "/m/*", "fields": {"term": {"const": "X:1"}, "onset": "/age", "evidence": "/sex"}}})");
  EXPECT_THAT(
      ProblemsOf(reading),
      ElementsAre(HasSubstr("m.csv 1 A /m/sex: \"3\" is none of the column's values"),
                  HasSubstr("m.csv 1 A /m/day: \"2003-02-01\" is not written as"),
                  HasSubstr("m.csv 1 A /m/age: \"old\" is no age"), HasSubstr("m.csv 1 A /m/hb: \"1.2\" has a point"),
                  HasSubstr("m.csv 2 B /m/age: \"-1\" is no age"),
                  HasSubstr("m.csv 1 A /m/0: no phenotype is made of it"),
                  HasSubstr("m.csv 1 A /m/0: no measurement is made of it"),
                  HasSubstr("\"male\" does not say of which code system it is"),
                  HasSubstr("m.csv 2 B /m/0/day: neither a date nor an age nor an onset")));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test"));
  EXPECT_EQ(reading.extras(0), R"x({"/m/0/sex (as written)":"3","/m/0/day (as written)":"2003-02-01",)x"
                               R"x("/m/0/age (as written)":"old","/m/0/hb (as written)":"1.2"})x");
}

TEST(TableCellsTest, WordsAreThoseOfTheVocabularyOrReported) {
  const Reading reading = ReadTables({{"p.csv", "id,sex,vital\nA,F,dead\nB,m,Alive\nC,1,Y\nD,NA,\nE,weibl,\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "words": {"individual": {"sex": {"weibl": "female"}}},
    "individual": {"sex": "/p/sex", "vital status": "/p/vital"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=female, vital status=deceased"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, sex=male, vital status=alive"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test"));  // 1 is male here and female there
  EXPECT_THAT(reading.Rows(3), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(reading.Rows(4), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre(HasSubstr("p.csv 3 C /p/sex: \"1\" is no sex; its words are: unknown, female, male, other"),
                          HasSubstr("p.csv 3 C /p/vital: \"Y\" is no vital status"),
                          HasSubstr("p.csv 4 D /p/sex: \"NA\" is taken as no value")));
  EXPECT_EQ(reading.report.problems[0].line, 4u);
  EXPECT_EQ(reading.extras(2), R"({"/p/sex":"1","/p/vital":"Y"})");
}

TEST(TableCellsTest, MarkersOfMissingValuesAreNothing) {
  const Reading reading =
      ReadTables({{"p.csv", "id,icd,hb,day\nA,NA,N/A,nan\nB,E11,-99,2020-01-01\nC,,-,.\nNA,E11,1,\n"}}, R"({
    "missing": ["-99"],
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true,
                     "columns": {"icd": {"prefix": "ICD10:"}, "day": {"date": "YYYY-MM-DD"}}}},
    "diseases": {"from": "/p", "fields": {"term": "/icd"}},
    "measurements": {"from": "/p", "fields": {"assay": {"const": "X:1"}, "value": "/hb", "time": "/day"}}})");
  ASSERT_EQ(reading.sink.records.size(), 3u);
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test", "disease: term=ICD10:E11"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test"));
  EXPECT_EQ(reading.report.rejected, 1u);  // the id
  EXPECT_EQ(reading.extras(0), R"({"/p/icd":"NA","/p/day":"nan","/p/hb":"N/A"})");
}

TEST(TableCellsTest, WholeNumbersOfFloatingPointColumnsAreMarkersAndValues) {
  const Reading reading = ReadTables({{"p.csv", "id,hb,sex\nA,-99.0,1.0\nB,-9.00,2\nC,-99.5,1\n"}}, R"({
    "missing": ["-99"],
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "missing": ["-9"],
                     "columns": {"sex": {"values": {"1": "male", "2": "female"}}}}},
    "individual": {"sex": "/p/sex"},
    "measurements": {"from": "/p", "fields": {"assay": {"const": "X:1"}, "value": "/hb"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  EXPECT_THAT(reading.Rows(1), ElementsAre("individual: dataset=test, sex=female"));
  EXPECT_THAT(reading.Rows(2),
              ElementsAre("individual: dataset=test, sex=male", "measurement: assay=X:1, value=-99.5"));
}

TEST(TableCellsTest, WordsOfASamplesTypeAndOfALayout) {
  const Reading reading =
      ReadTables({{"s.csv", "id,t,l\nA,Primary Solid Tumor,PE\nB,Solid Tissue Normal,single-end\nC,odd,x\n"}},
                 R"({
    "tables": {"s": {"files": "s.csv", "id": "id"}},
    "samples": {"from": "/s/*", "fields": {"type": "/t"}},
    "runs": {"from": "/s/*", "fields": {"layout": "/l"}}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test", "sample: type=tumour", "run<1>: layout=paired"));
  EXPECT_THAT(reading.Rows(1),
              ElementsAre("individual: dataset=test", "sample: type=reference", "run<1>: layout=single"));
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test", "sample", "run<1>"));
  EXPECT_EQ(ProblemsOf(reading).size(), 2u);
}

TEST(TableCellsTest, AValueWithAPercentSignHasAUnitOfItsOwn) {
  const Reading reading = ReadTables({{"l.csv", "id,v,d\nA,5%,98%\n"}}, R"({
    "tables": {"l": {"files": "l.csv", "id": "id", "one": true}},
    "measurements": {"from": "/l", "fields": {"assay": {"const": "X:1"}, "value": "/v"}},
    "samples": {"from": "/l", "fields": {"id": "/id"}}, "runs": {"from": "/l", "fields": {"breadth": "/d"}}})");
  EXPECT_THAT(reading.Rows(model::Entity::kMeasurement), testing::IsEmpty());
  EXPECT_EQ(ProblemsOf(reading).size(), 2u);
}

TEST(TableCellsTest, APrefixIsForCodesOfItsSystem) {
  const Reading reading =
      ReadTables({{"p.csv", "id,icd\nA,E11.9\nB,SNOMED:44054006\nC,0\nD,Diabetes\nE,ICD10 I10\nF,DB00331\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {"icd": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/p", "fields": {"term": "/icd"}}})");
  ASSERT_EQ(reading.sink.records.size(), 6u);
  EXPECT_THAT(reading.Rows(2), ElementsAre("individual: dataset=test")) << "0 says that there is none";
  for (const auto& [row, code] : {std::pair{0, "ICD10:E11.9"},
                                  {1, "SNOMED:44054006"},
                                  {3, "Diabetes"},
                                  {4, "ICD10:I10"},
                                  {5, "DRUGBANK:DB00331"}}) {
    EXPECT_THAT(reading.Rows(row), ElementsAre("individual: dataset=test", std::string("disease: term=") + code));
  }
}

TEST(TableCellsTest, AMarkerThatIsAValueIsNamed) {
  const Reading reading = ReadTables({{"p.csv", "id,country\nA,NA\n"}}, R"({
    "not missing": "NA", "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "individual": {"country": "/p/country"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, country=na"));
}

TEST(TableCellsTest, ColumnsOfDatesMayHaveSeveralForms) {
  const Reading reading = ReadTables({{"p.csv", "id,born\nA,17.05.80\nB,1980-05-17\nC,17 Mai 1980\nD,80/5\n"}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {
      "born": {"date": ["DD.MM.YY", "YYYY-MM-DD", "D MMMM YYYY"], "century": 1930}}}},
    "individual": {"birth date": "/p/born"}})");
  for (const size_t i : {0, 1, 2}) {
    EXPECT_THAT(reading.Rows(i), ElementsAre("individual: dataset=test, birth date=1980-05-17")) << i;
  }
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("\"80/5\" is not written as the column's dates")));
}

TEST(TableCellsTest, IdsThatASpreadsheetHasRoundedAreRejected) {
  const Reading reading = ReadTables({{"p.csv", "id,sex,born\n1.23457E+11,M,\n1.23457E+11,F,\n123457000001,F,\n"},
                                      {"a.jsonl", R"({"id": "1,5E+12", "subject": {}})"}},
                                     kOne);
  EXPECT_EQ(reading.report.rejected, 3u);
  EXPECT_EQ(reading.report.individuals, 1u);
  EXPECT_THAT(reading.report.problems.at(0).value, "1.23457E+11");
}

TEST(TableCellsTest, IdsOfSamplesThatASpreadsheetHasRoundedAreNamed) {
  const Reading reading = ReadTables({{"s.csv", "id,sample\nA,1.23457E+10\nB,S1\n"}}, R"({
    "tables": {"s": {"files": "s.csv", "id": "id"}}, "samples": {"from": "/s/*", "fields": {"id": "/sample"}}})");
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("id of a sample, run or analysis that a spreadsheet")));
  EXPECT_EQ(reading.Rows(0).size(), 2u);
}

TEST(TableCellsTest, NumbersThatMayHavePointsOfThousandsAreNamed) {
  const auto problems = [](const std::string& cells) {
    std::string text = "id;v;w\n";
    size_t from = 0;
    for (int id = 1; from < cells.size(); ++id) {
      const size_t end = std::min(cells.find(' ', from), cells.size());
      text += "P" + std::to_string(id) + ";" + cells.substr(from, end - from) + ";1.250\n";
      from = end + 1;
    }
    return ProblemsOf(ReadTables({{"l.csv", text}}, R"({
      "tables": {"l": {"files": "l.csv", "id": "id"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/v"}}})"));
  };
  const auto named = [](const std::string& number) {
    return testing::Contains("l.csv 0  /l/v: all numbers with a point have three digits behind it, such as \"" +
                             number + "\": decimals, as they are read, or thousands?");
  };
  EXPECT_THAT(problems("250.000 180.000 95"), named("250.000"));
  EXPECT_THAT(problems("250.000 <1.250.000"), named("1.250.000"));
  EXPECT_THAT(problems("250.000 150000 90500"), named("250.000"));
  EXPECT_THAT(ProblemsOf(ReadTables({{"l.csv", "id;v\nA;250,000\nB;90,500\n"}}, R"({
                "tables": {"l": {"files": "l.csv", "id": "id", "columns": {"v": {"decimal": ","}}}},
                "measurements": {"from": "/l/*", "fields": {"assay": {"const": "X:1"}, "value": "/v"}}})")),
              ElementsAre(HasSubstr("all numbers with a comma have three digits behind it, such as \"250,000\"")));
  EXPECT_THAT(problems("7.300 7.450 7.400"), named("7.300"));
  EXPECT_THAT(problems("3.254 2.980 4.012"), named("3.254")) << "grams of newborns";
  for (const char* decimals : {"7.394 7.421 7.350", "1.006 1.025 1.010", "250.000 180", "250.000 180.000 1.5",
                               "0.125 1.250 2.500", "1000.125 1.250 2.500", "1 2"}) {
    EXPECT_THAT(problems(decimals), IsEmpty()) << decimals;
  }
}

TEST(TableCellsTest, OfAnAssayOfSmallNumbersThreeDecimalsAreDecimals) {
  const auto problems = [](const std::string& assay, const std::string& unit) {
    return ProblemsOf(ReadTables({{"l.csv", "id,v\nA,1.035\nB,2.100\nC,3.250\n"}},
                                 R"({
      "tables": {"l": {"files": "l.csv", "id": "id"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": ")" +
                                     assay + R"("}, "value": "/v", "unit": {"const": ")" + unit + R"("}}}})"));
  };
  EXPECT_THAT(problems("LOINC:6301-6", "1"), IsEmpty());
  EXPECT_THAT(problems("X:1", "{INR}"), IsEmpty());
  EXPECT_THAT(problems("LOINC:777-3", "/uL"), testing::Contains(HasSubstr("or thousands?")));
}

TEST(TableCellsTest, IdsThatTablesWriteOtherwiseAreNamed) {
  const auto problems = [](const std::string& one, const std::string& other) {
    return ProblemsOf(
        ReadTables({{"d.csv", "id,code\n" + one + ",X:1\n"}, {"l.csv", "id,value\n" + other + ",5\n"}}, R"({
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

TEST(TableCellsTest, DatesOfTheOtherOrder) {
  const TableFiles files = {{"t.csv", "id,born\na,03/04/1980\nb,12/31/1981\n"}};
  const auto mapping = [](const std::string& date) {
    return R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true, "columns": {"born": {"date": )" + date +
           R"(}}}}, "individual": {"birth date": "/t/born"}})";
  };
  const Reading told = ReadTables(files, mapping(R"("DD/MM/YYYY")"));
  ASSERT_EQ(told.report.remarks.size(), 1u);
  EXPECT_THAT(told.report.remarks[0].what, HasSubstr("has a month beyond 12"));
  EXPECT_THAT(ProblemsOf(told), ElementsAre(HasSubstr("12/31/1981")));
  const Reading both = ReadTables(files, mapping(R"(["DD/MM/YYYY", "MM/DD/YYYY"])"));
  ASSERT_EQ(both.report.remarks.size(), 1u);
  EXPECT_THAT(both.report.remarks[0].what, HasSubstr("fit two of its forms"));
  EXPECT_THAT(both.Rows(1), ElementsAre(HasSubstr("birth date=1981-12-31")));
}

TEST(ImporterTableCellsTest, ARowWhoseCellsMayStandAColumnTooFarIsTold) {
  constexpr char kDrugs[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
                                "treatments": {"from": "/t/*", "fields": {"agent": "/drug"}}})";
  const std::string header = "id,comment,drug,note\n";
  const auto told = testing::Contains(testing::HasSubstr("\"metformin\" stands in the last column"));
  const Reading shifted = ReadTables({{"t.csv", header + "A,seen, fine,metformin,\nB,ok,metformin,\n"}}, kDrugs);
  EXPECT_THAT(ProblemsOf(shifted), told);
  ASSERT_FALSE(shifted.report.remarks.empty());
  EXPECT_EQ(shifted.report.remarks.front().count, 1u);
  EXPECT_EQ(shifted.report.remarks.front().examples.front().line, 2u);
  EXPECT_THAT(ProblemsOf(ReadTables({{"t.csv", header + "A,ok,metformin,metformin,\nB,ok,metformin,,\n"}}, kDrugs)),
              testing::Not(told));
}

TEST(ImporterTableCellsTest, MarkersOfMissingValuesAreNoDenialsAndNoWords) {
  const Reading reading = ReadTables({{"t.csv",
                                       "id,sex,land,dx\nA,missing: control sample,missing: restricted access,not "
                                       "applicable\nB,female,Narnia,OMIM:1\n"}},
                                     R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
          "individual": {"sex": "/t/sex", "country": "/t/land"},
          "diseases": {"from": "/t", "fields": {"term": "/dx"}}})");
  EXPECT_THAT(ProblemsOf(reading),
              testing::UnorderedElementsAre("t.csv 1 A /t/sex: \"missing: control sample\" is taken as no value",
                                            "t.csv 1 A /t/land: \"missing: restricted access\" is taken as no value",
                                            "t.csv 1 A /t/dx: \"not applicable\" is taken as no value",
                                            "t.csv 2 B /t/land: \"Narnia\" is no country"));
}

TEST(ImporterTableCellsTest, AnAgeOfAColumnIsNoNumber) {
  const Reading reading = ReadTables({{"t.csv", "id,days\nA,403\n"}}, R"({"tables": {"t": {"files": "t.csv",
      "id": "id", "one": true, "columns": {"days": {"age": "days"}}}}, "individual": {"survival": "/t/days"}})");
  EXPECT_THAT(reading.report.remarks,
              testing::Contains(testing::Field(&ImportRemark::what, HasSubstr("an age, or a length of time, where"))));
}

TEST(ImporterTableCellsTest, CodesOfDenmarkAreTold) {
  for (const char* code : {"DE119", "DZ031E", "DC509"}) {
    const Reading reading = ReadTables({{"t.csv", std::string("id,dx\nA,") + code + "\n"}},
                                       R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true,
                                               "columns": {"dx": {"prefix": "ICD10:"}}}},
                                           "diseases": {"from": "/t", "fields": {"term": "/dx"}}})");
    ASSERT_EQ(reading.report.remarks.size(), 1u) << code;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("behind a D")) << code;
  }
  for (const char* other : {"DA90", "E11.9", "DE1", "diabetes", "D12"}) {
    const Reading reading = ReadTables({{"t.csv", std::string("id,dx\nA,") + other + "\n"}},
                                       R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
                                           "diseases": {"from": "/t", "fields": {"term": "/dx"}}})");
    EXPECT_THAT(reading.report.remarks,
                testing::Not(testing::Contains(testing::Field(&ImportRemark::what, HasSubstr("behind a D")))))
        << other;
  }
}

TEST(ImporterTableCellsTest, ADenialAloneInPlaceOfACodeMakesNoRow) {
  const auto rows_of = [](const std::string& entity, const std::string& field, const std::string& cell) {
    const std::string mapping = R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, ")" + entity +
                                R"(": {"from": "/t/*", "fields": {")" + field + R"(": "/x"}}})";
    return ReadTables({{"t.csv", "id,x\n1," + cell + "\n"}}, mapping);
  };
  for (const char* cell : {"Never", "Nichtraucher", "0 pack years"}) {
    EXPECT_THAT(rows_of("exposures", "agent", cell).Rows(model::Entity::kExposure), IsEmpty()) << cell;
  }
  for (const char* cell : {"refused", "unbehandelt", "not given"}) {
    EXPECT_THAT(rows_of("treatments", "agent", cell).Rows(model::Entity::kTreatment), IsEmpty()) << cell;
  }
  for (const char* cell : {"nicht durchgef\xC3\xBChrt", "inoperable", "cancelled by patient"}) {
    EXPECT_THAT(rows_of("procedures", "code", cell).Rows(model::Entity::kProcedure), IsEmpty()) << cell;
  }
  for (const char* cell : {"CTRL", "healthy donor", "non-diabetic", "pending"}) {
    EXPECT_THAT(rows_of("diseases", "term", cell).Rows(model::Entity::kDisease), IsEmpty()) << cell;
  }
  const Reading control = rows_of("diseases", "term", "HC");
  EXPECT_THAT(control.Rows(model::Entity::kDisease), SizeIs(1));
  EXPECT_THAT(ProblemsOf(control), testing::Contains(HasSubstr("\"HC\" may say that there was none")));
  const Reading placebo = rows_of("treatments", "agent", "placebo");
  EXPECT_THAT(placebo.Rows(model::Entity::kTreatment), SizeIs(1));
  EXPECT_THAT(ProblemsOf(placebo), testing::Contains(HasSubstr("\"placebo\" may say that there was none")));
}

}  // namespace
}  // namespace muster::import
