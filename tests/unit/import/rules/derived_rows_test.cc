// Rows that follow from others.
#include "engine/import/record/rules/derived_rows.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string Derived(std::string_view name, const std::vector<std::string>& words) {
  return FindDerivedRow(name, words).word;
}

TEST(DerivedRowsTest, ColumnsOfCdisc) {
  EXPECT_EQ(Derived("DTYPE", {"LOCF"}), "LOCF");
  EXPECT_EQ(Derived("DTYPE", {"AVERAGE", "MAXIMUM"}), "AVERAGE");
  EXPECT_EQ(Derived("DTYPE", {}), "");
  for (const char* name : {"VSDRVFL", "LBDRVFL", "is_derived"}) {
    EXPECT_EQ(Derived(name, {"Y"}), "Y") << name;
    EXPECT_EQ(Derived(name, {"N"}), "") << name;
  }
  EXPECT_EQ(Derived("PARAMTYP", {"DERIVED"}), "DERIVED");
  EXPECT_EQ(Derived("comment", {"seen", "LOCF"}), "LOCF");
  EXPECT_EQ(Derived("visit", {"MAXIMUM", "AVERAGE"}), "");
  EXPECT_EQ(Derived("type", {"Y"}), "");
  // Types of diagnoses, drugs and donors.
  EXPECT_EQ(Derived("dtype", {"main", "secondary"}), "");
  EXPECT_EQ(Derived("dtype", {"oral", "iv"}), "");
  EXPECT_EQ(Derived("dtype", {"DBD", "DCD"}), "");
  EXPECT_EQ(Derived("DTYPE", {"WOV", "PHANTOM"}), "WOV");
}

TEST(DerivedRowsTest, AreTold) {
  constexpr char kMapping[] = R"({"tables": {"v": {"files": "v.csv", "id": "USUBJID")"
                              R"(WHEN}},
      "measurements": {"from": "/v/*", "fields": {"assay": {"const": "LOINC:8480-6"}, "value": "/AVAL"}}})";
  const auto read = [&](const std::string& when) {
    std::string mapping = kMapping;
    mapping.replace(mapping.find("WHEN"), 4, when);
    return ReadTables({{"v.csv", "USUBJID,AVAL,DTYPE\n1,120,\n1,130,\n1,125,AVERAGE\n2,140,\n2,140,LOCF\n"}}, mapping);
  };
  const Reading all = read("");
  EXPECT_THAT(ProblemsOf(all),
              Contains("v.csv 0  /v/DTYPE: 2 cells such as \"AVERAGE\" (derived), which no question finds"));
  EXPECT_THAT(all.report.remarks[0].what, HasSubstr("follow from others"));
  // What the remark proposes.
  const Reading observed = read(R"(, "when": {"DTYPE": ""})");
  EXPECT_EQ(observed.Rows(model::Entity::kMeasurement, 0).size(), 2u);
  EXPECT_THAT(ProblemsOf(observed), Not(Contains(HasSubstr("follow from"))));
}

}  // namespace
}  // namespace muster::import
