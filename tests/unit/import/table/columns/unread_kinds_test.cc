#include "engine/import/table/columns/unread_kinds.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

UnreadKinds WithCells(std::string_view name, std::initializer_list<std::string_view> cells) {
  UnreadKinds kinds(name);
  for (const std::string_view cell : cells) kinds.Add(cell);
  return kinds;
}

TEST(UnreadKindsTest, WhatAColumnTellsApart) {
  EXPECT_TRUE(WithCells("test", {"HB", "CREA", "HB"}).AreTests());
  EXPECT_TRUE(WithCells("LBTESTCD", {"HB", "CREA"}).AreTests());
  EXPECT_TRUE(WithCells("icd_version", {"9", "10"}).AreSystems());
  EXPECT_FALSE(WithCells("test", {"HB", "HB"}).AreTests());
  EXPECT_FALSE(WithCells("icd_version", {"10"}).AreSystems());
  EXPECT_FALSE(WithCells("note", {"a", "b"}).AreTests());
}

TEST(UnreadKindsTest, MaterialsAndSpecies) {
  EXPECT_TRUE(WithCells("specimen", {"Serum", "Urine", "CSF"}).AreMaterials());
  EXPECT_TRUE(WithCells("matrix", {"S", "U"}).AreMaterials());
  EXPECT_TRUE(WithCells("material", {"Serum", "Urin", "Liquor"}).AreMaterials());
  EXPECT_FALSE(WithCells("specimen", {"Serum", "Plasma"}).AreMaterials());
  EXPECT_FALSE(WithCells("specimen", {"Serum"}).AreMaterials());
  EXPECT_FALSE(WithCells("note", {"Serum", "Urine"}).AreMaterials());
  EXPECT_TRUE(WithCells("organism", {"Homo sapiens", "Mus musculus"}).AreSpecies());
  EXPECT_TRUE(WithCells("model", {"patient", "PDX", "cell line"}).AreSpecies());
  EXPECT_TRUE(WithCells("species", {"human", "dog"}).AreSpecies());
  EXPECT_FALSE(WithCells("organism", {"Escherichia coli", "Staphylococcus aureus"}).AreSpecies());
  EXPECT_FALSE(WithCells("organism", {"Homo sapiens"}).AreSpecies());
  EXPECT_FALSE(WithCells("pet", {"human", "dog"}).AreSpecies());
}

TEST(UnreadKindsTest, MaterialsAreReportedBesideOneAssayOnly) {
  const auto problems = [](const std::string& rule) {
    return ProblemsOf(ReadTables({{"p.csv", "id,v,test,specimen\n1,12,CREA,Serum\n2,106,CREA,Urine\n"}},
                                 R"({"tables": {"p": {"files": "p.csv", "id": "id"}}, "measurements": )" + rule + "}"));
  };
  const auto told = Contains(HasSubstr("\"specimen\" has \"Serum\", \"Urine\""));
  EXPECT_THAT(problems(R"({"from": "/p/*", "fields": {"assay": {"const": "LOINC:14682-9"}, "value": "/v"}})"), told);
  EXPECT_THAT(problems(R"({"from": "/p/*", "fields": {"assay": "/test", "value": "/v"}})"), testing::Not(told));
  constexpr char kOfATest[] = R"({"from": "/p/*", "when": {"/test": ["CREA"]},
                                  "fields": {"assay": {"const": "LOINC:14682-9"}, "value": "/v"}})";
  EXPECT_THAT(problems(kOfATest), told) << "the test is of both";
  const Reading follows =
      ReadTables({{"p.csv", "id,v,test,specimen\n1,12,CREA,Serum\n1,13,CREA,Plasma\n2,106,UCREA,Urine\n"}},
                 R"({"tables": {"p": {"files": "p.csv", "id": "id"}}, "measurements": )" + std::string(kOfATest) + "}");
  EXPECT_THAT(ProblemsOf(follows), testing::Not(Contains(HasSubstr("\"specimen\" has"))));
}

TEST(UnreadKindsTest, ValuesTakenFastingAndOthersAreReported) {
  const auto told = [](const std::string& cells) {
    return ProblemsOf(ReadTables({{"p.csv", "id,v,glu_cond\n1,90," + cells}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id"}},
      "measurements": {"from": "/p/*", "fields": {"assay": {"const": "LOINC:1558-6"}, "value": "/v",
                                                  "unit": {"const": "mg/dL"}}}})"));
  };
  EXPECT_THAT(told("fasting\n2,200,random\n"), Contains(HasSubstr("\"glu_cond\" has \"fasting\", \"random\"")));
  EXPECT_THAT(told("n\xc3\xbc"
                   "chtern\n2,200,2h OGTT\n"),
              Contains(HasSubstr("\"glu_cond\" has")));
  EXPECT_THAT(told("fasting\n2,200,fasting\n"), IsEmpty());
  EXPECT_THAT(told("lab\n2,200,POC\n"), IsEmpty());
}

TEST(UnreadKindsTest, ItIsReportedBesideWhatItTellsApart) {
  constexpr char kOneAssay[] = R"({
    "tables": {"p": {"files": "p.csv", "id": "id"}},
    "measurements": {"from": "/p/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/v"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,v,test\n1,12,HB\n2,106,CREA\n"}}, kOneAssay)),
              ElementsAre(HasSubstr("\"test\" seems to have what was measured: \"HB\", \"CREA\"")));
  constexpr char kCodes[] = R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "columns": {"icd": {"prefix": "ICD10CM:"}}}},
    "diseases": {"from": "/p/*", "fields": {"term": "/icd"}}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,icd,icd_version\n1,I10,10\n2,I11,9\n"}}, kCodes)),
              Contains(HasSubstr("systems or editions of the codes: \"10\", \"9\"")));
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,icd,test\n1,I10,HB\n2,I11,CREA\n"}}, kCodes)), IsEmpty());
}

}  // namespace
}  // namespace muster::import
