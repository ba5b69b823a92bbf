#include "engine/import/table/beside/denying_texts.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DenyingTextsTest, NamesOfTexts) {
  for (const char* name : {"diagnosis_text", "Diagnosis", "icd_label", "Bezeichnung", "dxName", "hpo_display"}) {
    EXPECT_TRUE(IsNameOfText(name)) << name;
  }
  for (const char* name : {"diagnosis_comment", "diagnosis_date", "name", "text", "dx_status", "icd", "drug_name",
                           "diagnosis_history", "description", "condition", "finding"}) {
    EXPECT_FALSE(IsNameOfText(name)) << name;
  }
}

std::vector<std::string> Problems(const std::string& text) {
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "columns": {"icd": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/p/*", "fields": {"term": "/icd"}}})"));
}

constexpr char kDenying[] =
    "id,icd,diagnosis_text\n1,E11.9,Type 2 diabetes\n2,E11.9,No evidence of type 2 diabetes\n"
    "4,E11.9,V.a. Diabetes mellitus\n5,E11.9,T2D?\n";

TEST(DenyingTextsTest, TextsThatDenyTheirCodeAreReported) {
  EXPECT_THAT(Problems(kDenying),
              ElementsAre("p.csv 0  /p/diagnosis_text: 3 cells of \"diagnosis_text\", such as \"No evidence of type 2 "
                          "diabetes\", \"V.a. Diabetes mellitus\", \"T2D?\", deny what \"icd\" says, and the "
                          "code counts"));
}

TEST(DenyingTextsTest, NamesAndCommentsAreNot) {
  EXPECT_THAT(Problems("id,icd,diagnosis_text\n1,E11.9,Type 2 diabetes\n2,H54.0,No light perception\n"
                       "3,I25.2,Old myocardial infarction\n4,Z85.3,History of breast cancer\n5,,No diabetes\n"),
              IsEmpty());
  EXPECT_THAT(Problems("id,icd,diagnosis_comment\n1,E11.9,No evidence of retinopathy\n"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
