#include "engine/import/table/columns/people/second_sexes.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char kTwo[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true},
    "q": {"files": "q.csv", "id": "id"}}, "individual": {"sex": "/p/sex"},
    "measurements": {"from": "/q/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/hb"}}})";

std::vector<std::string> ToldOfSecond(const std::string& second) {
  return ProblemsOf(ReadTables({{"q.csv", "id,gender,hb\n" + second}, {"p.csv", "id,sex\n1,female\n2,M\n"}}, kTwo));
}

TEST(SecondSexesTest, AnotherTableThatSaysOtherwiseIsReportedInAnyOrder) {
  EXPECT_THAT(ToldOfSecond("1,M,13\n2,m,14\n"),
              ElementsAre(HasSubstr("1 of 2 cells has another sex than the one that is read, such as male of \"1\"")));
  EXPECT_THAT(
      ProblemsOf(ReadTables(
          {{"p.csv", "id,sex\n1,female\n2,M\n"}, {"q.csv", "id,gender,hb\n1,M,13\n2,male,14\n2,F,15\n"}}, kTwo)),
      ElementsAre(HasSubstr("2 of 3 cells have another sex")));
}

TEST(SecondSexesTest, OneThatSaysTheSameIsNot) {
  EXPECT_THAT(ToldOfSecond("1,F,13\n2,male,14\n2,,12\n"), IsEmpty());
  EXPECT_THAT(ToldOfSecond("1,F,13\n2,male,14\n3,M,12\n"), Not(Contains(HasSubstr("another sex"))));
  EXPECT_TRUE(IsNameOfSex("Sex"));
  EXPECT_TRUE(IsNameOfSex("patient_gender"));
  EXPECT_FALSE(IsNameOfSex("sexual_history"));
}

// No file is named, such as the one that was read last: the place says which table it is.
TEST(SecondSexesTest, TheColumnIsNamedAndNoOtherFile) {
  const std::vector<std::string> told =
      ProblemsOf(ReadTables({{"p.csv", "id,sex\n1,female\n2,M\n"}, {"q.csv", "id,gender,hb\n1,M,13\n"}}, kTwo));
  ASSERT_EQ(told.size(), 1u);
  EXPECT_TRUE(told[0].starts_with(" 0 1 /q/gender: ")) << told[0];
}

TEST(SecondSexesTest, ThoseOfRelativesAreOthers) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"q.csv", "id,relation_to_patient,sex,hb\n1,brother,M,13\n2,mother,F,14\n"},
                                     {"p.csv", "id,sex\n1,female\n2,M\n"}},
                                    kTwo)),
              Not(Contains(HasSubstr("another sex"))));
}

TEST(SecondSexesTest, WithTheValuesOfTheColumn) {
  constexpr char kValues[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"s": {"values": {"1": "male", "2": "female"}}}}}, "individual": {"sex": "/p/s"}})";
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,gender,s\n1,F,1\n2,F,2\n3,M,1\n"}}, kValues)),
              ElementsAre(HasSubstr("1 of 3 cells has another sex")));
}

}  // namespace
}  // namespace muster::import
