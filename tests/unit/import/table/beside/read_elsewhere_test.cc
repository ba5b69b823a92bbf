// What only rules for other rows read, and what it says of those that count.
#include "engine/import/table/beside/read_elsewhere.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Told(const std::string& text, const std::string& one, const std::string& rules) {
  std::vector<std::string> told;
  const std::string mapping = R"({"tables": {"d": {"files": "d.csv", "id": "id", "one": )" + one + "}}, " + rules + "}";
  for (const std::string& problem : ProblemsOf(ReadTables({{"d.csv", text}}, mapping))) {
    if (problem.find("does not read it") != std::string::npos) told.push_back(problem);
  }
  return told;
}

TEST(ReadElsewhereTest, WhoIsUnaffectedOrAControl) {
  const std::string rows = "id,fam,affected\n1,F,affected\n2,F,unaffected\n3,F,unaffected\n";
  const std::string pedigree = R"("pedigrees": {"from": "/d", "fields": {"family": "/fam", "affected status":
      "/affected"}}, "diseases": {"from": "/d", )";
  EXPECT_THAT(Told(rows, "true", pedigree + R"("fields": {"term": {"const": "OMIM:113705"}}})"),
              ElementsAre(HasSubstr("/d/affected: 2 of 3 rows have a \"affected\" such as \"unaffected\", and the rule "
                                    "for diseases does not read it")));
  EXPECT_THAT(Told(rows, "true", pedigree + R"("when": {"/affected": ["affected"]},
                                              "fields": {"term": {"const": "OMIM:113705"}}})"),
              IsEmpty());
  const std::string groups = "id,group\n1,case\n2,healthy control\n";
  EXPECT_THAT(Told(groups, "true", R"("individual": {"cohort": "/d/group"},
      "diseases": {"from": "/d", "fields": {"term": {"const": "ICD10:E11"}}})"),
              ElementsAre(HasSubstr("such as \"healthy control\"")));
}

TEST(ReadElsewhereTest, WhoseADiagnosisIs) {
  const std::string rules = R"("pedigrees": {"from": "/d/*", "fields": {"family": "/fam", "role": "/rel"}},
      "diseases": {"from": "/d/*", "fields": {"term": "/dx"}})";
  EXPECT_THAT(Told("id,fam,rel,dx\n1,F,self,ICD10:E11\n1,F,mother,ICD10:C50\n", "false", rules),
              ElementsAre(HasSubstr("such as \"mother\", and the rule for diseases does not read it")));
  EXPECT_THAT(Told("id,fam,rel,dx\n1,F,proband,ICD10:E11\n2,F,mother,ICD10:C50\n", "false", rules), IsEmpty())
      << "a row for each member";
}

TEST(ReadElsewhereTest, MaterialsAndWithdrawals) {
  EXPECT_THAT(Told("id,v,specimen\n1,90,serum\n2,250,urine\n", "false", R"(
      "samples": {"from": "/d/*", "fields": {"tissue": "/specimen"}},
      "measurements": {"from": "/d/*", "fields": {"assay": {"const": "LOINC:2345-7"}, "value": "/v"}})"),
              ElementsAre(HasSubstr("such as \"urine\", and the rule for measurements does not read it")));
  EXPECT_THAT(Told("id,v,specimen\n1,90,serum\n2,250,urine\n3,91,serum\n4,251,urine\n", "false", R"(
      "samples": {"from": "/d/*", "fields": {"tissue": "/specimen"}},
      "measurements": {"from": "/d/*", "fields": {"assay": {"const": "LOINC:2345-7"}, "value": "/v"}})"),
              ElementsAre(HasSubstr("2 of 4 rows have a \"specimen\" such as \"urine\"")));
  EXPECT_THAT(Told("id,v,specimen\n1,90,serum\n2,250,plasma\n", "false", R"(
      "samples": {"from": "/d/*", "fields": {"tissue": "/specimen"}},
      "measurements": {"from": "/d/*", "fields": {"assay": {"const": "LOINC:2345-7"}, "value": "/v"}})"),
              IsEmpty());
  EXPECT_THAT(Told("id,perm,withdrawn_on\n1,research,2020-01-01\n2,research,\n", "true", R"(
      "individual": {"last contact": "/d/withdrawn_on"},
      "consents": {"from": "/d", "fields": {"permission": "/perm", "status": {"const": "granted"}}})"),
              ElementsAre(HasSubstr("1 of 1 rows have a \"withdrawn_on\"")));
}

}  // namespace
}  // namespace muster::import
