// Medical actions.
#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::string> Rows(const Reading& reading) {
  std::vector<std::string> rows = reading.Rows();
  rows.erase(rows.begin());
  return rows;
}

Reading ReadAction(const std::string& members) { return Read(R"({"id": "1", "medicalActions": [{)" + members + "}]}"); }

TEST(ActionsTest, TreatmentLastsFromTheFirstDoseToTheLast) {
  const Reading reading =
      ReadAction(R"("treatment": {"agent": {"id": "DrugCentral:257"}, "routeOfAdministration": {"id": "NCIT:C38288"},
      "drugType": "PRESCRIPTION", "cumulativeDose": {"value": 1}, "doseIntervals": [
        {"interval": {"start": "2020-03-22", "end": "2020-03-23"}, "quantity": {"value": 2}},
        {"interval": {"start": "2020-03-20", "end": "2020-03-21"}, "scheduleFrequency": {"id": "NCIT:C64496"}}]},
      "treatmentTarget": {"id": "MONDO:0005148"}, "treatmentIntent": {"id": "NCIT:C62220"}, "responseToTreatment": {"id": "NCIT:C123584"},
      "adverseEvents": [{"id": "HP:0003198"}], "treatmentTerminationReason": {"id": "NCIT:C41331"})");
  EXPECT_THAT(Rows(reading),
              ElementsAre("treatment: agent=DrugCentral:257, route=NCIT:C38288, kind=prescription, start=2020-03-20, "
                          "end=2020-03-23, target=MONDO:0005148, intent=NCIT:C62220, response=NCIT:C123584, "
                          "adverse event=HP:0003198, termination reason=NCIT:C41331"));
  EXPECT_THAT(reading.report.kept_only,
              ElementsAre(Pair("/medicalActions/treatment/cumulativeDose", 1),
                          Pair("/medicalActions/treatment/doseIntervals/quantity", 1),
                          Pair("/medicalActions/treatment/doseIntervals/scheduleFrequency", 1)));
}

TEST(ActionsTest, ADoseOfNothingIsTold) {
  const auto told = [](const std::string& members) {
    const Reading reading = Read(
        R"({"id": "1", "medicalActions": [{"treatment": {"agent": {"id": "DrugCentral:1725", "label": "metformin"}, )" +
        members + "}}]}");
    EXPECT_EQ(reading.Rows(model::Entity::kTreatment).size(), 1u) << members;
    return reading.report.problem_count;
  };
  EXPECT_EQ(told(R"("doseIntervals": [{"quantity": {"value": 0}}])"), 1u);
  EXPECT_EQ(told(R"("cumulativeDose": {"value": 0})"), 1u);
  EXPECT_EQ(told(R"("doseIntervals": [{"quantity": {"value": 0}}, {"quantity": {"value": 500}}])"), 0u);
  EXPECT_EQ(told(R"("cumulativeDose": {"value": 500})"), 0u);
  EXPECT_EQ(told(R"("routeOfAdministration": {"id": "NCIT:C38288"})"), 0u);
}

TEST(ActionsTest, WhatWasDoneOnceWasDone) {
  for (const char* code :
       {"s/p splenectomy", "Status post splenectomy", "History of splenectomy", "Z.n. Splenektomie"}) {
    const std::string action = std::string(R"("procedure": {"code": {"id": ")") + code + R"("}})";
    EXPECT_THAT(Rows(ReadAction(action)), ElementsAre(std::string("procedure: code=") + code)) << code;
  }
  EXPECT_THAT(Rows(ReadAction(R"("procedure": {"code": {"id": "suspected splenectomy"}})")), IsEmpty());
  // What a procedure is called, without a code and beside one of ICD-10.
  EXPECT_THAT(Rows(ReadAction(R"("procedure": {"code": {"id": "Screening for glaucoma"}})")), testing::SizeIs(1));
  EXPECT_THAT(Rows(ReadAction(R"("procedure": {"code": {"id": "ICD10PCS:B30", "label": "Screening for stenosis"}})")),
              testing::SizeIs(1));
}

TEST(ActionsTest, DosesHaveAgesWhenTheBirthIsKnown) {
  const Reading reading =
      Read(R"({"id": "1", "subject": {"dateOfBirth": "2000-03-20"}, "medicalActions": [{"treatment": {
      "agent": {"id": "A:1"}, "doseIntervals": [{"interval": {"start": "2020-03-20"}}]}}]})");
  EXPECT_THAT(Rows(reading), ElementsAre("treatment: agent=A:1, start=2020-03-20 20 years"));
}

TEST(ActionsTest, ATreatmentThatGoesOnHasNoEnd) {
  const auto doses = [](const std::string& intervals) {
    return ReadAction(R"("treatment": {"agent": {"id": "A:1"}, "doseIntervals": [)" + intervals + "]}");
  };
  const Reading open = doses(R"({"interval": {"start": "2018-01-01", "end": "2018-06-01"}},
                                {"interval": {"start": "2020-01-01"}})");
  EXPECT_THAT(Rows(open), ElementsAre("treatment: agent=A:1, start=2018-01-01"));
  ASSERT_EQ(open.report.remarks.size(), 1u);
  EXPECT_THAT(open.report.remarks[0].what, HasSubstr("dose interval that has no end"));
  EXPECT_THAT(open.extras(), HasSubstr("2018-06-01"));
  const Reading closed = doses(R"({"interval": {"end": "2018-06-01"}}, {"quantity": {"value": 1}})");
  EXPECT_THAT(Rows(closed), ElementsAre("treatment: agent=A:1, end=2018-06-01"));
  const Reading backwards = doses(R"({"interval": {"start": "2020-01-01", "end": "2019-01-01"}})");
  EXPECT_THAT(Rows(backwards), ElementsAre("treatment: agent=A:1"));
  ASSERT_EQ(backwards.report.remarks.size(), 1u);
  EXPECT_EQ(backwards.report.remarks[0].what, "dose interval that ends before it starts");
  EXPECT_THAT(Rows(doses(R"({"interval": {"start": "2020-01-01", "end": "2020-01-01"}})")),
              ElementsAre("treatment: agent=A:1, start=2020-01-01, end=2020-01-01"));
}

TEST(ActionsTest, WhatWasExcludedWasNotDone) {
  EXPECT_THAT(Rows(ReadAction(R"("treatment": {"agent": {"id": "A:1"}}, "excluded": true)")),
              ElementsAre("not treatment: agent=A:1"));
  EXPECT_THAT(Rows(ReadAction(R"("excluded": true, "procedure": {"code": {"id": "A:1"}})")),
              ElementsAre("not procedure: code=A:1"));
  EXPECT_THAT(Rows(ReadAction(R"("treatment": {"agent": {"id": "A:1"}, "excluded": true})")),
              ElementsAre("not treatment: agent=A:1"));
  EXPECT_THAT(Rows(ReadAction(R"("treatment": {"agent": {"id": "A:1"}}, "excluded": false)")),
              ElementsAre("treatment: agent=A:1"));
  for (const char* members : {R"("treatment": {"agent": {"id": "A:1"}}, "isExcluded": true)",
                              R"("treatment": {"agent": {"id": "A:1"}}, "excluded": "perhaps")",
                              R"("treatment": {"agent": {"id": "A:1"}, "ruledOut": "yes"}, "note": 5)"}) {
    const Reading unclear = ReadAction(members);
    EXPECT_THAT(Rows(unclear), ElementsAre()) << members;
    EXPECT_EQ(unclear.report.remarks.size(), 1u) << members;
    EXPECT_THAT(unclear.extras(), HasSubstr("A:1")) << members;
  }
}

TEST(ActionsTest, Regimen) {
  EXPECT_THAT(
      Rows(ReadAction(R"("therapeuticRegimen": {"ontologyClass": {"id": "NCIT:C10894"}, "regimenStatus": "COMPLETED",
      "startTime": {"age": {"iso8601duration": "P7M"}}, "endTime": {"age": {"iso8601duration": "P8M"}}})")),
      ElementsAre("treatment: kind=regimen, agent=NCIT:C10894, status=completed, start=7 months, end=8 months"));
  const Reading external =
      ReadAction(R"("therapeutic_regimen": {"externalReference": {"id": "NCT04576091", "description": "Trial"}})");
  EXPECT_THAT(Rows(external), ElementsAre("treatment: kind=regimen, agent=NCT04576091"));
}

TEST(ActionsTest, ProcedureAndRadiotherapy) {
  EXPECT_THAT(Rows(ReadAction(R"("procedure": {"code": {"id": "NCIT:C157809"}, "bodySite": {"id": "UBERON:0004549"},
      "performed": {"age": {"iso8601duration": "P70Y"}}}, "treatmentTarget": {"id": "HP:0000518"})")),
              ElementsAre("procedure: code=NCIT:C157809, site=UBERON:0004549, performed=70 years, target=HP:0000518"));
  EXPECT_THAT(
      Rows(ReadAction(R"("radiationTherapy": {"modality": {"id": "NCIT:C28039"}, "bodySite": {"id": "UBERON:0000310"},
      "dosage": 50, "fractions": "25"}, "adverseEvents": [{"id": "HP:0000001"}, {"id": "HP:0000002"}])")),
      ElementsAre("procedure: code=NCIT:C28039, site=UBERON:0000310, dosage=50, fractions=25, "
                  "adverse event=HP:0000001, adverse event=HP:0000002"));
}

TEST(ActionsTest, UnknownAndDoubleActionsAreKept) {
  const Reading unknown = ReadAction(R"("prayer": {"words": 3})");
  EXPECT_THAT(unknown.extras(), HasSubstr(R"("/medicalActions/0":{"prayer":{"words":3}})"));
  const Reading two = ReadAction(R"("procedure": {"code": {"id": "A:1"}}, "treatment": {"agent": {"id": "A:2"}})");
  EXPECT_THAT(Rows(two), ElementsAre("procedure: code=A:1"));
  EXPECT_EQ(two.extras(), R"({"/medicalActions/0/treatment":{"agent":{"id":"A:2"}}})");
}

TEST(ActionsTest, NoTreatmentIsNone) {
  for (const char* action : {R"("treatment": {"agent": {"id": "NCIT:C41132", "label": "None"}})",
                             R"("treatment": {"agent": {"id": "NCIT:C62636", "label": "No treatment"}})",
                             R"("procedure": {"code": {"id": "NCIT:C41132"}})",
                             R"("procedure": {"code": {"id": "NCIT:C1", "label": "No biopsy"}})"}) {
    const Reading reading = Read(std::string(R"({"id": "1", "medicalActions": [{)") + action + "}]}");
    EXPECT_EQ(reading.Rows().size(), 1u) << action;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << action;
    EXPECT_EQ(reading.report.remarks[0].kind, ImportProblem::Kind::kKeptOnly);
    EXPECT_NE(reading.extras().find("/medicalActions/0"), std::string::npos) << action;
  }
  EXPECT_EQ(
      Read(R"({"id": "1", "medicalActions": [{"treatment": {"agent": {"id": "NCIT:C2", "label": "Nonoxynol"}}}]})")
          .Rows()
          .size(),
      2u);
}

}  // namespace
}  // namespace muster::import
