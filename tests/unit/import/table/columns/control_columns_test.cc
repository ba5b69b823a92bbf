#include "engine/import/table/columns/people/control_columns.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(ControlColumnsTest, WordsOfControls) {
  EXPECT_EQ(WordOfControls("case_control", {"case", "control"}), "control");
  EXPECT_EQ(WordOfControls("group", {"patient", "Healthy control"}), "Healthy control");
  EXPECT_EQ(WordOfControls("dx_group", {"AD", "CN"}), "CN");
  EXPECT_EQ(WordOfControls("arm", {"control", "intervention"}), "") << "patients, too";
  EXPECT_EQ(WordOfControls("country", {"DE", "CN"}), "");
  EXPECT_EQ(WordOfControls("state", {"CA", "NC"}), "");
  EXPECT_EQ(WordOfControls("measure", {"HC", "OFC"}), "");
  EXPECT_EQ(WordOfControls("glycaemic_control", {"good", "poor"}), "");
  EXPECT_EQ(WordOfControls("group", {"AD", "healthy"}), "healthy");
  EXPECT_EQ(WordOfControls("kind", {"patient", "healthy"}), "healthy");
  EXPECT_EQ(WordOfControls("disease_state", {"T2D", "healthy donor"}), "healthy donor");
  EXPECT_EQ(WordOfControls("donor_type", {"healthy donor", "related donor"}), "") << "of the graft";
  EXPECT_EQ(WordOfControls("diet", {"healthy", "unhealthy"}), "");
  EXPECT_EQ(WordOfControls("self_rated_health", {"healthy", "poor"}), "");
}

std::vector<std::string> ToldOfControls(const std::string& rows) {
  return ProblemsOf(ReadTables({{"d.csv", "id,icd,group\n" + rows}}, R"({
      "tables": {"d": {"files": "d.csv", "id": "id", "columns": {"icd": {"prefix": "ICD10:"}}}},
      "diseases": {"from": "/d/*", "fields": {"term": "/icd"}}})"));
}

TEST(ControlColumnsTest, OnlyBesideCodes) {
  const auto told = Contains(HasSubstr("1 row with a code of a disease has \"HC\" in \"group\""));
  EXPECT_THAT(ToldOfControls("1,G30.9,patient\n2,G30.9,HC\n3,,HC\n"), told);
  // Controls whose code is left empty have no disease.
  EXPECT_THAT(ToldOfControls("1,G30.9,patient\n2,,HC\n3,NA,HC\n"), Not(Contains(HasSubstr("with a code"))));
  EXPECT_THAT(ToldOfControls("1,G30.9,control\n2,G30.9,intervention\n"), Not(Contains(HasSubstr("with a code"))));
}

}  // namespace
}  // namespace muster::import
