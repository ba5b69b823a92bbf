// A status that nobody reads.
#include "engine/import/record/draft/unread_status.h"

#include <gmock/gmock.h>

#include "engine/import/record/rules/words/void_word.h"
#include "tests/unit/import/record/reading.h"
#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr char kWhat[] =
    "status or the like that nobody reads, and that says that something did not take place or does not count";
constexpr char kAssay[] = R"("assay": {"id": "LOINC:718-7"}, "value": {"quantity": {"value": 13}})";

// Where what was noted stands.
std::vector<std::string> Noted(const Reading& reading) {
  std::vector<std::string> places;
  for (const ImportProblem& problem : reading.report.problems) {
    if (problem.reason.find("counts all the same") != std::string::npos) places.push_back(problem.where);
  }
  return places;
}
std::vector<std::string> Noted(const std::string& members) { return Noted(Read(R"({"id": "1", )" + members + "}")); }
std::vector<std::string> OfMeasurement(const std::string& member) {
  return Noted(R"("measurements": [{)" + std::string(kAssay) + ", " + member + "}]");
}

TEST(UnreadStatusTest, InExtensionsAndInfoAndBesideWhatCounts) {
  EXPECT_THAT(OfMeasurement(R"("extensions": [{"name": "status", "value": "cancelled"}])"),
              ElementsAre("/measurements/0/extensions/0/value"));
  EXPECT_THAT(OfMeasurement(R"("info": {"resultStatus": "entered in error"})"),
              ElementsAre("/measurements/0/info/resultStatus"));
  EXPECT_THAT(OfMeasurement(R"("info": {"resultStatus": {"id": "x:1", "label": "Withdrawn"}})"),
              ElementsAre("/measurements/0/info/resultStatus/label"));
  EXPECT_THAT(OfMeasurement(R"("state": "failed")"), ElementsAre("/measurements/0/state"));
  EXPECT_THAT(OfMeasurement(R"("info": {"excluded": true})"), ElementsAre("/measurements/0/info/excluded"));
  EXPECT_THAT(Noted(R"("biosamples": [{"id": "s", "qcStatus": "FAILED"}])"), ElementsAre("/biosamples/0/qcStatus"));
  EXPECT_THAT(Noted(R"("phenotypicFeatures": [{"type": {"id": "HP:0001250"},
                        "extensions": [{"url": "http://x.org/status", "valueString": "planned"}]}])"),
              ElementsAre("/phenotypicFeatures/0/extensions/0/valueString"));
  EXPECT_THAT(
      Noted(R"("subject": {"id": "1"}, "extensions": [{"name": "enrolmentStatus", "value": "screen failure"}])"),
      ElementsAre("/extensions/0/value"));
  const Reading reading = Read(R"({"id": "1", "measurements": [{)" + std::string(kAssay) + R"(, "state": "failed"}]})");
  ASSERT_THAT(reading.report.remarks, SizeIs(1));
  EXPECT_EQ(reading.report.remarks[0].what, kWhat);
  EXPECT_THAT(reading.Rows(Entity::kMeasurement), SizeIs(1)) << "it counts";
}

// What denies it there denies it beside rows that a rule of the mapping makes, too, wherever they stand.
TEST(UnreadStatusTest, BesideRowsOfAMapping) {
  for (const char* member :
       {R"("category": "family history")", R"("seen": "no")", R"("planned": "yes")", R"("outcome": "absent")"}) {
    const Reading reading = Read(R"({"id": "1", "dx": [{"code": "ICD10:E11.9", )" + std::string(member) + "}]}",
                                 R"({"identity": "/id", "diseases": {"from": "/dx/*", "fields": {"term": "/code"}}})");
    EXPECT_THAT(Noted(reading), SizeIs(1)) << member;
    EXPECT_THAT(reading.Rows(Entity::kDisease), SizeIs(1)) << member;
  }
}

// A visit has much that says nothing of the diagnosis that is read of it.
TEST(UnreadStatusTest, AnswersOfAVisitSayNothingOfItsDiagnosis) {
  const char* const kVisits = R"({"identity": "/id", "diseases": {"from": "/visits/*", "fields": {"term": "/dx"}}})";
  const Reading reading = Read(R"({"id": "1", "visits": [{"dx": "ICD10:E11.9", "fasting": "no", "insured": false,
                                   "vaccinated": "no", "reflexes": "absent"}]})",
                               kVisits);
  EXPECT_THAT(Noted(reading), IsEmpty());
  EXPECT_THAT(reading.Rows(Entity::kDisease), SizeIs(1));
  EXPECT_THAT(Noted(Read(R"({"id": "1", "visits": [{"dx": "ICD10:E11.9", "seen": "no"}]})", kVisits)), SizeIs(1));
}

TEST(UnreadStatusTest, OtherMembersSayNothingOfIt) {
  for (const char* member :
       {R"("info": {"resultStatus": "final"})", R"("info": {"erStatus": "negative"})", R"("state": "CA")",
        R"("info": {"comment": "failed"})", R"("info": {"excluded": false})", R"("info": {"present": true})",
        R"("info": {"negative": true})", R"("extensions": [{"name": "smokingStatus", "value": "current"}])",
        R"("info": {"status": ""})", R"("info": {"status": null})", R"("info": {"status": 1})"}) {
    EXPECT_THAT(OfMeasurement(member), IsEmpty()) << member;
  }
}

TEST(UnreadStatusTest, IdsOfPeopleAreNoNamesOfMembers) {
  EXPECT_THAT(Noted(R"("files": [{"uri": "file://a", "individualToFileIdentifiers": {"status": "cancelled"}}])"),
              IsEmpty());
  EXPECT_THAT(Noted(R"("files": [{"uri": "file://a", "individual_to_file_identifiers": {"void": "yes"}}])"), IsEmpty());
}

TEST(UnreadStatusTest, ExclusionsOfWhatHasNoPolarity) {
  EXPECT_THAT(Noted(R"("biosamples": [{"id": "s", "excluded": true}, {"id": "t", "excluded": false}])"),
              ElementsAre("/biosamples/0/excluded"));
  EXPECT_THAT(Noted(R"("subject": {"id": "1"}, "withdrawn": true)"), ElementsAre("/withdrawn"));
  EXPECT_THAT(OfMeasurement(R"("valid": false)"), ElementsAre("/measurements/0/valid"));
  EXPECT_THAT(OfMeasurement(R"("deleted": false)"), IsEmpty());
}

TEST(UnreadStatusTest, TicksBesideWhatIsObserved) {
  const auto of_feature = [](const std::string& member) {
    return Noted(R"("phenotypicFeatures": [{"type": {"id": "HP:0001250"}, )" + member + "}]");
  };
  for (const char* member :
       {R"("detected": false)", R"("carrier": true)", R"("voided": true)", R"("outcome": "absent")",
        R"("notes": "Not present")", R"("in_records": false)", R"("finding": "negative")"}) {
    EXPECT_THAT(of_feature(member), SizeIs(1)) << member;
  }
  for (const char* member : {R"("observed": true)", R"("isExcluded": false)", R"("deleted": false)",
                             R"("description": "at school")", R"("aspect": "P")", R"("excluded": true)"}) {
    EXPECT_THAT(of_feature(member), IsEmpty()) << member;
  }
  // Words in place of ticks, and what says that it was planned, doubtful or a relative's.
  for (const char* member :
       {R"("detected": "no")", R"("detected": "N")", R"("detected": 0)", R"("seen": "nein")", R"("foo": "No")",
        R"("count": 0)", R"("value": 0)", R"("ex": true)", R"("intent": "plan")", R"("kind": "differential")",
        R"("category": "family history")", R"("context": "mother")", R"("diagnosisType": "suspected")"}) {
    EXPECT_THAT(of_feature(member), SizeIs(1)) << member;
  }
  for (const char* member :
       {R"("aspect": "N")", R"("grade": 0)", R"("lane": "0")", R"("detected": "yes")", R"("detected": 1)",
        R"("complications": "no")", R"("note": "no")", R"("reportedBy": "mother")", R"("inheritance": "maternal")",
        R"("category": "primary")", R"("intent": "order")", R"("priority": "planned")", R"("familyHistory": true)",
        R"("category": "allergy")", R"("type": "intolerance")"}) {
    EXPECT_THAT(of_feature(member), IsEmpty()) << member;
  }
  // What it is like, or how it became known.
  for (const char* member :
       {R"("verified": true)", R"("isPrimary": false)", R"("isPrimary": "false")", R"("causative": true)",
        R"("reviewed": true)", R"("biopsyConfirmed": true)", R"("curated": false)", R"("familial": true)",
        R"("autopsy": "negative")", R"("father": "unaffected")"}) {
    EXPECT_THAT(of_feature(member), IsEmpty()) << member;
  }
  // What is excluded is excluded, whatever stands beside it.
  EXPECT_THAT(of_feature(R"("excluded": true, "observed": false)"), IsEmpty());
}

TEST(UnreadStatusTest, PlansBesideTreatments) {
  const auto of_action = [](const std::string& member) {
    return Noted(R"("medicalActions": [{"treatment": {"agent": {"id": "DrugCentral:1725", "label": "metformin"}, )" +
                 member + "}}]");
  };
  for (const char* member : {R"("intent": "plan")", R"("intent": "proposal")", R"("mood": "INT")", R"("given": "no")",
                             R"("doNotPerform": true)", R"("planned": true)", R"("category": "allergy")",
                             R"("eventType": "held")", R"("refused": "yes")"}) {
    EXPECT_THAT(of_action(member), SizeIs(1)) << member;
  }
  for (const char* member : {R"("intent": "order")", R"("given": "yes")", R"("response": "no")",
                             R"("sideEffects": "no")", R"("category": "chemotherapy")", R"("planned": false)"}) {
    EXPECT_THAT(of_action(member), IsEmpty()) << member;
  }
}

TEST(UnreadStatusTest, PeopleWhoAreCalledHealthyAndHaveADisease) {
  const auto told = [](const std::string& members, const std::string& disease) {
    const Reading reading =
        Read(R"({"id": "1", )" + members + R"(, "diseases": [{"term": {"id": "MONDO:0005148"})" + disease + "}]}");
    std::vector<std::string> reasons;
    for (const ImportProblem& problem : reading.report.problems) reasons.push_back(problem.reason);
    return reasons;
  };
  const auto both = ElementsAre(HasSubstr("and the individual has a disease"));
  EXPECT_THAT(told(R"("subject": {"id": "1", "affectedStatus": "UNAFFECTED"})", ""), both);
  EXPECT_THAT(told(R"("group": "healthy control")", ""), both);
  EXPECT_THAT(told(R"("subject": {"id": "1"}, "caseControl": "control")", ""), both);
  EXPECT_THAT(told(R"("subject": {"id": "1", "affectedStatus": "UNAFFECTED"})", R"(, "excluded": true)"), IsEmpty());
  EXPECT_THAT(told(R"("subject": {"id": "1", "affectedStatus": "AFFECTED"})", ""), IsEmpty());
  EXPECT_THAT(told(R"("subject": {"id": "1"}, "arm": "control")", ""), IsEmpty());
  EXPECT_THAT(told(R"("subject": {"id": "1"}, "fatherStatus": "unaffected", "diet": "healthy")", ""), IsEmpty());
}

TEST(UnreadStatusTest, AConsentThatIsWithdrawn) {
  EXPECT_THAT(Noted(R"("subject": {"id": "1"}, "consent": "withdrawn")"), ElementsAre("/consent"));
  EXPECT_THAT(Noted(R"("subject": {"id": "1"}, "consent": "broad")"), IsEmpty());
}

// As converters keep what they were given.
TEST(UnreadStatusTest, ACopyOfTheRecordIsNotLookedAt) {
  EXPECT_THAT(Noted(R"("info": {"phenopacket": {"id": "1", "phenotypicFeatures": [
                        {"type": {"id": "HP:0001250"}, "excluded": true, "state": "failed"}]}})"),
              IsEmpty());
  EXPECT_FALSE(IsNameOfStatus("interpretationStatus"));
}

// What makes no row is told already.
TEST(UnreadStatusTest, AStatusOfAMeasurementThatIsReadMakesNone) {
  for (const char* word : {"failed", "withdrawn", "cancelled", "not done", "invalid", "rejected"}) {
    const Reading reading =
        Read(R"({"id": "1", "measurements": [{)" + std::string(kAssay) + R"(, "status": ")" + word + R"("}]})");
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), IsEmpty()) << word;
    EXPECT_THAT(Noted(reading), IsEmpty()) << word;
    EXPECT_EQ(reading.report.problem_count, 1u) << word;
  }
}

// "insufficient" of vitamin D is the reading of its value; of a sample, there was too little of it.
TEST(UnreadStatusTest, AReadingOfTheValueIsNoted) {
  for (const char* word : {"insufficient", "Insufficient", "unsatisfactory"}) {
    const Reading reading =
        Read(R"({"id": "1", "measurements": [{)" + std::string(kAssay) + R"(, "status": ")" + word + R"("}]})");
    EXPECT_THAT(reading.Rows(Entity::kMeasurement), SizeIs(1)) << word;
    EXPECT_THAT(Noted(reading), ElementsAre("/measurements/0/status")) << word;
  }
}

TEST(UnreadStatusTest, BeaconsInfo) {
  EXPECT_THAT(Noted(Read(R"({"id": "B", "sex": {"id": "NCIT:C16576"}, "info": {"status": "withdrawn"}})")),
              ElementsAre("/info/status"));
}

// Columns are told as a whole, if at all.
TEST(UnreadStatusTest, RowsOfTablesAreNotLookedAt) {
  const Reading reading = ReadTables({{"p.csv", "id,sex,born,order_state\n1,male,,failed\n"}}, kOne);
  ASSERT_THAT(reading.sink.records, SizeIs(1));
  EXPECT_THAT(Noted(reading), IsEmpty());
  // A record's member may be called like a table.
  const Reading record = ReadTables({{"r.json", R"({"id": "1", "phenotypicFeatures": [], "p": {"state": "failed"}})"},
                                     {"p.csv", "id,sex,born,state\n1,male,,failed\n"}},
                                    kOne);
  EXPECT_THAT(Noted(record), ElementsAre("/p/state"));
}

TEST(UnreadStatusTest, WordsAndNames) {
  for (const char* word :
       {"Failed", "WITHDRAWN", "screen failure", "Screen-Fail", "storniert", "zur\xC3\xBC\x63kgezogen",
        "ung\xC3\xBCltig", "anulado", "retiré", "RÉVOQUÉE", "revoque", "återkallat", "aterkallad", "Widerruf",
        "consentWithdrawn", "no consent", "opt-out", "Einwilligung widerrufen", "cancelled"}) {
    EXPECT_TRUE(IsVoidWord(word)) << word;
  }
  for (const char* word : {"final", "active", "completed", "", "x", "negative", "deceased", "lost to follow-up",
                           "inactive", "denied", "nein", "consent"}) {
    EXPECT_FALSE(IsVoidWord(word)) << word;
  }
  for (const char* name : {"status", "result_status", "orderState", "QC", "state", "subjectDisposition"}) {
    EXPECT_TRUE(IsNameOfStatus(name)) << name;
  }
  for (const char* name : {"estate", "name", "statement", "sequence", "", "q"}) {
    EXPECT_FALSE(IsNameOfStatus(name)) << name;
  }
}

TEST(UnreadStatusTest, BehavioursOfTumours) {
  const auto told = [](const std::string& member) {
    return Read(R"({"id": "1", "diseases": [{"term": {"id": "ICD10:C50.9"}, )" + member + "}]}").Problems();
  };
  for (const char* member : {R"("behaviour": 2)", R"("behavior": "/2")", R"("morphology": "8500/2")",
                             R"("morphology": {"id": "ICDO3:8500/2", "label": "DCIS"})"}) {
    EXPECT_THAT(told(member), ElementsAre(HasSubstr("(in situ), and the disease beside it counts"))) << member;
  }
  for (const char* member : {R"("behaviour": 3)", R"("morphology": "8500/3")", R"("behaviour": "calm")",
                             R"("behaviour": 0)", R"("repetitiveBehavior": 2)", R"("aggressiveBehaviour": 1)"}) {
    EXPECT_THAT(told(member), IsEmpty()) << member;
  }
}

// A disease or feature with a member of which nothing is known.
std::vector<std::string> OfDisease(const std::string& member) {
  return Noted(R"("diseases": [{"term": {"id": "OMIM:1"}, )" + member + "}]");
}
std::vector<std::string> OfFeature(const std::string& member) {
  return Noted(R"("phenotypicFeatures": [{"type": {"id": "HP:0001250"}, )" + member + "}]");
}

TEST(UnreadStatusTest, AClassThatDeniesBesideAFeature) {
  for (const char* member :
       {R"("valueCodeableConcept": {"coding": [{"system": "http://loinc.org", "code": "LA9634-2"}]})",
        R"("valueCodeableConcept": {"coding": [{"code": "x", "display": "Absent"}]})",
        R"("valueCodeableConcept": {"text": "No"})", R"("interpretation": [{"coding": [{"code": "NEG"}]}])",
        R"("interpretation": {"coding": [{"code": "NEG", "display": "Negative"}]})",
        R"("finding": {"id": "NCIT:C49487", "label": "No"})", R"("finding": {"id": "NCIT:C49487"})",
        R"("occurrence": {"code": "373067005", "display": "No"})", R"("occurrence": {"code": "LA32-8"})",
        R"("component": [{"code": "presence", "valueString": "absent"}])"}) {
    EXPECT_THAT(OfFeature(member), SizeIs(1)) << member;
  }
  for (const char* member :
       {R"("valueCodeableConcept": {"coding": [{"code": "LA9633-4", "display": "Present"}]})",
        R"("interpretation": [{"coding": [{"code": "POS"}]}])", R"("complications": {"label": "No"})",
        R"("familyHistory": {"id": "SNOMED:373067005"})", R"("method": {"id": "x:1", "label": "Clinical"})",
        R"("component": [{"code": "duration", "valueString": "long"}])"}) {
    EXPECT_THAT(OfFeature(member), IsEmpty()) << member;
  }
}

TEST(UnreadStatusTest, WhatCallsADiseaseNone) {
  for (const char* member :
       {R"("code_type": "rule-out")", R"("carrierStatus": "carrier")", R"("screening": "negative")",
        R"("geneticRiskOnly": true)", R"("adjudicated": "not confirmed")", R"("adjudication": "rejected")",
        R"("latestFinding": "carrier")", R"("general_status": "carrier")", R"("testicularFinding": "not confirmed")",
        R"("outcome": "ruled out on biopsy")", R"("hpoa_frequency": "0/5")", R"("presymptomatic": "yes")"}) {
    EXPECT_THAT(OfDisease(member), SizeIs(1)) << member;
  }
  for (const char* member :
       {R"("fatherCarrierStatus": "carrier")", R"("adjudicated": "confirmed")", R"("offer": "rejected")",
        R"("screening": "positive")", R"("newbornScreening": "negative")", R"("cancer_screen": "negative")",
        R"("testResult": "carrier")", R"("gene_status": "carrier")", R"("geneticStatus": "carrier")",
        R"("visit_frequency": "2/year")", R"("geneticRiskOnly": false)"}) {
    EXPECT_THAT(OfDisease(member), IsEmpty()) << member;
  }
}

}  // namespace
}  // namespace muster::import
