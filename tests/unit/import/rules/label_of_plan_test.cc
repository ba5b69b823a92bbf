#include "engine/import/record/rules/label_of_plan.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::SizeIs;

TEST(LabelOfPlanTest, WordsOfWhatDidNotTakePlace) {
  for (const char* label : {"plan: splenectomy", "Splenectomy declined", "candidate for transplantation",
                            "splenectomy (refused)", "Splenectomy not done", "FH: splenectomy"}) {
    EXPECT_TRUE(SaysNotTaken(label, false)) << label;
    EXPECT_TRUE(SaysNotTaken(label, true)) << label;
  }
  for (const char* label : {"metformin planned", "metformin (allergy)", "Allergic to metformin", "metformin placebo",
                            "to start metformin"}) {
    EXPECT_TRUE(SaysNotTaken(label, true)) << label;
  }
  for (const char* label : {"Penicillin allergy", "Metformin, allergy", "scheduled: metformin"}) {
    EXPECT_TRUE(SaysNotTaken(label, true)) << label;
  }
  // Brands, and drugs that are given at set times.
  for (const char* label :
       {"Benadryl Allergy", "Children's Zyrtec Allergy", "Insulin lispro, scheduled", "Acetaminophen 1 g scheduled"}) {
    EXPECT_FALSE(SaysNotTaken(label, true)) << label;
  }
  // Names of procedures, and how one was done.
  for (const char* label : {"Allergy testing", "Test for allergy", "Caesarean section, planned", "Planned delivery"}) {
    EXPECT_FALSE(SaysNotTaken(label, false)) << label;
  }
  for (const char* label : {"metformin", "Placebo", "Declined", "planned", "", "Pendingol", "Never-mind balm"}) {
    EXPECT_FALSE(SaysNotTaken(label, true)) << label;
  }
}

TEST(LabelOfPlanTest, TextsInPlaceOfCodes) {
  for (const char* text : {"refused", "abgelehnt", "nicht durchgef\xC3\xBChrt", "geplant", "inoperabel", "not given",
                           "cancelled by patient", "Pending"}) {
    EXPECT_TRUE(IsTextOfNotTaken(text)) << text;
  }
  for (const char* text : {"metformin", "", "placebo", "Cancelled-flow study", "inoperable tumour resection"}) {
    EXPECT_FALSE(IsTextOfNotTaken(text)) << text;
  }
  for (const char* text : {"Placebo", "vehicle", "Watch and wait", "OP geplant", "Planned hysterectomy", "aborted"}) {
    EXPECT_TRUE(MayBeTextOfNone(text)) << text;
  }
  for (const char* text : {"metformin", "", "Planned caesarean section", "Sectio geplant", "Planned parenthood visit",
                           "vehicle accident repair", "Medical abortion, planned"}) {
    EXPECT_FALSE(MayBeTextOfNone(text)) << text;
  }
}

Reading WithAgent(const std::string& label, const std::string& more = "") {
  return Read(R"({"id": "1", "medicalActions": [{"treatment": {"agent": {"id": "DrugCentral:1725", "label": ")" +
              label + R"("}})" + more + "}]}");
}

TEST(LabelOfPlanTest, MakesNoTreatment) {
  const Reading refused = WithAgent("metformin declined");
  EXPECT_THAT(refused.Rows(Entity::kTreatment), SizeIs(0));
  ASSERT_THAT(refused.report.problems, SizeIs(1));
  EXPECT_EQ(refused.report.problems[0].reason,
            "\"DrugCentral:1725 metformin declined\" says that it did not take place");
  EXPECT_THAT(WithAgent("metformin").Rows(Entity::kTreatment), SizeIs(1));
  // What is excluded already is not denied again.
  EXPECT_THAT(WithAgent("metformin declined", R"(, "excluded": true)").Rows(Entity::kTreatment), SizeIs(1));
}

}  // namespace
}  // namespace muster::import
