#include "engine/import/table/columns/tick_digits.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> Problems(const std::string& cells, const std::string& columns = "") {
  std::string text = "id,dm\n";
  int id = 0;
  for (const char cell : cells) text += "P" + std::to_string(++id) + "," + cell + "\n";
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {)" +
                                                      columns + R"(}}},
    "diseases": {"from": "/p", "when": "/dm", "fields": {"term": {"const": "ICD10:E11"}}}})"));
}

TEST(TickDigitsTest, AOneBesideATwoMayBeANo) {
  EXPECT_THAT(Problems("1221"), Contains("p.csv 0  /p/dm: a 1 counts as a yes, and may be a no: \"1\" (2 times), \"2\" "
                                         "(2 times), and no \"0\""));
  EXPECT_THAT(Problems("1229"), Contains(HasSubstr("may be a no")));
  for (const char* clear : {"1001", "1011", "1111", "2222", "0129", "1999", "1225"}) {
    EXPECT_THAT(Problems(clear), Not(Contains(HasSubstr("may be a no")))) << clear;
  }
  EXPECT_THAT(Problems("1221", R"("dm": {"values": {"1": "no", "2": "yes"}})"),
              Not(Contains(HasSubstr("may be a no"))));
}

TEST(TickDigitsTest, AZeroBesideMinusNineIsThatOfAPedigree) {
  const auto problems = [](const std::string& cells) {
    return ProblemsOf(ReadTables({{"p.csv", "id,dm\n" + cells}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
      "diseases": {"from": "/p", "when": "/dm", "fields": {"term": {"const": "ICD10:E11"}}}})"));
  };
  EXPECT_THAT(problems("a,1\nb,2\nc,0\nd,-9\n"),
              Contains(HasSubstr("\"0\" (1 time), \"1\" (1 time), \"2\" (1 time), and -9 beside them")));
  EXPECT_THAT(problems("a,1\nb,2\nc,0\n"), Not(Contains(HasSubstr("may be a no"))));
}

TEST(TickDigitsTest, SoItMayOfAConsent) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,c\n1,1\n2,2\n"}}, R"({
                "tables": {"p": {"files": "p.csv", "id": "id"}},
                "consents": {"from": "/p/*", "fields": {"status": "/c"}}})")),
              Contains(HasSubstr("may be a no")));
}

}  // namespace
}  // namespace muster::import
