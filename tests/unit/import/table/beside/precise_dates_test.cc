#include "engine/import/table/beside/precise_dates.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PreciseDatesTest, NamesOfPrecisions) {
  EXPECT_TRUE(SaysPrecisionOf("birth_date_precision", "birth_date"));
  EXPECT_TRUE(SaysPrecisionOf("birth_precision", "birth_date"));
  EXPECT_TRUE(SaysPrecisionOf("Geburtsdatum_Genauigkeit", "Geburtsdatum"));
  EXPECT_TRUE(SaysPrecisionOf("DEATH_DATE_IMPUTE", "DEATH_DATE"));
  EXPECT_TRUE(SaysPrecisionOf("dateOfDiagnosisFlag", "dateOfDiagnosis"));
  EXPECT_TRUE(SaysPrecisionOf("dx_date_accuracy", "dx_date"));
  EXPECT_TRUE(SaysPrecisionOf("precision_of_dob", "dob"));
  EXPECT_TRUE(SaysPrecisionOf("ASTDTF", "ASTDT"));
  EXPECT_FALSE(SaysPrecisionOf("birth_date_precision", "death_date"));
  EXPECT_FALSE(SaysPrecisionOf("birth_date_source", "birth_date"));
  EXPECT_FALSE(SaysPrecisionOf("birth_date", "birth_date"));
  EXPECT_FALSE(SaysPrecisionOf("flag", "date"));
  EXPECT_FALSE(SaysPrecisionOf("precision", "dob"));
  EXPECT_TRUE(SaysPrecisionOf("lab_date_flag", "lab_date"));
  // Of the result, of the assay, and by chance.
  EXPECT_FALSE(SaysPrecisionOf("lab_flag", "lab_date"));
  EXPECT_FALSE(SaysPrecisionOf("result_flag", "result_date"));
  EXPECT_FALSE(SaysPrecisionOf("assay_precision", "assay_date"));
  EXPECT_FALSE(SaysPrecisionOf("test", "tdate"));
  EXPECT_FALSE(SaysPrecisionOf("diagnosis_uncertain", "diagnosis_date"));
}

std::vector<std::string> Problems(const std::string& text) {
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "individual": {"birth date": "/p/dob"},
    "diseases": {"from": "/p", "fields": {"term": "/icd", "age at diagnosis": "/dx_date"}}})"));
}

TEST(PreciseDatesTest, ColumnsThatDifferAreReported) {
  EXPECT_THAT(
      Problems("id,dob,dob_precision,dx_date,dx_date_flag,icd\n"
               "1,1960-07-01,Y,2010-07-01,M,OMIM:1\n2,1970-03-15,M,2015-05-12,,OMIM:1\n"),
      ElementsAre("p.csv 0  /p/dob_precision: \"dob_precision\" has \"Y\", \"M\" beside 2 cells of \"dob\", and "
                  "all of them count as days",
                  "p.csv 0  /p/dx_date_flag: \"dx_date_flag\" has \"M\" beside 1 cell of \"dx_date\", and all of "
                  "them count as days"));
}

TEST(PreciseDatesTest, OneWordForAllAndCellsWithoutADateAreNot) {
  EXPECT_THAT(Problems("id,dob,dob_precision,dx_date,icd\n1,1960-07-02,day,2010-07-01,OMIM:1\n"
                       "2,1970-03-15,day,2015-05-12,OMIM:1\n"),
              IsEmpty());
  // NAACCR says why a date is empty.
  EXPECT_THAT(Problems("id,dob,dob_flag,dx_date,icd\n1,1960-07-02,,2010-07-01,OMIM:1\n2,,12,2015-05-12,OMIM:1\n"),
              IsEmpty());
}

}  // namespace
}  // namespace muster::import
