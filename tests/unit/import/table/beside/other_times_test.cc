// Times that no rule reads, beside the one that a rule reads.
#include "engine/import/table/beside/other_times.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

namespace field = model::field;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(OtherTimesTest, NearerIsWhatHappened) {
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "collection_date", "result_date"));
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "Entnahmedatum", "Befunddatum"));
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "date_collected", "date"));
  EXPECT_TRUE(IsNearerTime(field::kSampleCollected, "sampleCollectionDate", "receivedDate"));
  EXPECT_TRUE(IsNearerTime(field::kDiseaseOnset, "onset_date", "report_date"));
  EXPECT_TRUE(IsNearerTime(field::kDiseaseOnset, "symptom_onset", "diagnosis_date"));
  EXPECT_TRUE(IsNearerTime(field::kDiseaseDiagnosis, "date_of_diagnosis", "notification_date"));
  EXPECT_TRUE(IsNearerTime(field::kTreatmentStart, "dispensed_on", "prescription_date"));
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "effectiveDateTime", "issued"));
  EXPECT_TRUE(IsNearerTime(field::kTreatmentStart, "effectivePeriodStart", "authoredOn"));
  EXPECT_TRUE(IsNearerTime(field::kDiseaseOnset, "onsetDateTime", "recordedDate"));
  // What is read is the nearer one.
  EXPECT_FALSE(IsNearerTime(field::kMeasurementTime, "result_date", "collection_date"));
  EXPECT_FALSE(IsNearerTime(field::kMeasurementTime, "received", "date"));
  EXPECT_FALSE(IsNearerTime(field::kDiseaseDiagnosis, "onset_date", "diagnosis_date"));
  EXPECT_FALSE(IsNearerTime(field::kDiseaseOnset, "onset_year", "onset_date"));
  // Of two things.
  EXPECT_FALSE(IsNearerTime(field::kMeasurementTime, "crp_collected", "hb_result_date"));
  EXPECT_FALSE(IsNearerTime(field::kDiseaseOnset, "epilepsy_onset", "diabetes_report_date"));
  EXPECT_FALSE(IsNearerTime(field::kMeasurementTime, "visit_date", "result_date"));
  EXPECT_FALSE(IsNearerTime(field::kDeath, "onset_date", "report_date"));
  // Of another thing, whatever the name that is read leaves open.
  for (const char* name : {"consent_given_date", "last_dose_given", "study_start_date", "menopause_start"}) {
    EXPECT_FALSE(IsNearerTime(field::kTreatmentStart, name, "rx_date")) << name;
  }
  for (const char* name : {"photo_taken", "weight_measured_on", "history_taken"}) {
    EXPECT_FALSE(IsNearerTime(field::kMeasurementTime, name, "date")) << name;
  }
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "blood_drawn", "date"));
  EXPECT_TRUE(IsNearerTime(field::kTreatmentStart, "drug_exposure_start_date", "order_date"));
  EXPECT_TRUE(IsNearerTime(field::kMeasurementTime, "crp_collected", "crp_result_date"));
}

TEST(OtherTimesTest, EndsOfTreatments) {
  EXPECT_TRUE(MayBeEndOf("end_date", "start_date"));
  EXPECT_TRUE(MayBeEndOf("drug_exposure_end_date", "drug_exposure_start_date"));
  EXPECT_TRUE(MayBeEndOf("stop", "start"));
  EXPECT_TRUE(MayBeEndOf("Therapieende", "Therapiebeginn"));
  EXPECT_FALSE(MayBeEndOf("insurance_end", "drug_start"));
  EXPECT_FALSE(MayBeEndOf("endpoint", "start"));
  EXPECT_FALSE(MayBeEndOf("start_date", "start_date"));
}

std::vector<std::string> OfLabs(const std::string& text) {
  return ProblemsOf(ReadTables({{"l.csv", text}}, R"({"tables": {"l": {"files": "l.csv", "id": "id",
      "columns": {"result_date": {"date": ["DD.MM.YYYY", "YYYY-MM-DD"]}}}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/v",
                                                  "time": "/result_date"}}})"));
}

TEST(OtherTimesTest, OfResultsAreTold) {
  EXPECT_THAT(OfLabs("id,v,collection_date,result_date\n1,5,2020-01-01,2020-01-03\n2,6,2020-01-01,2020-01-01\n"),
              ElementsAre("l.csv 0  /l/collection_date: 1 cell of \"collection_date\" has another time than "
                          "\"result_date\", which a rule reads: \"2020-01-01\" beside \"2020-01-03\""));
  // Where all are of the same day, in whatever form, it makes no difference; nor do numbers.
  EXPECT_THAT(OfLabs("id,v,collection_date,result_date\n1,5,2020-01-01 10:30,01.01.2020\n2,6,,2020-01-01\n"),
              IsEmpty());
  EXPECT_THAT(OfLabs("id,v,collected,result_date\n1,5,3,2020-01-03\n2,6,1,2020-01-01\n"), IsEmpty());
  EXPECT_THAT(OfLabs("id,v,received_date,result_date\n1,5,2020-01-02,2020-01-03\n"), IsEmpty());
}

// What is said of a day and the one that is read.
std::vector<std::string> OfDays(const std::string& day, const std::string& read) {
  return ProblemsOf(ReadTables({{"l.csv", "id,v,collected,result_date\n1,5," + day + "," + read + "\n"}},
                               R"({"tables": {"l": {"files": "l.csv", "id": "id", "columns": {"result_date":
      {"date": ["DD.MM.YYYY", "YYYY-MM-DD"]}}}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/v",
                                                  "time": "/result_date"}}})"));
}

TEST(OtherTimesTest, ADayInAnotherFormIsTheSame) {
  for (const char* day : {"2020-05-13", "13.05.20", "20200513", "13-MAY-2020", "13 Mai 2020", "13.5.2020", "05/13/2020",
                          "2020-05-13T10:30", "2020-05-13 10:30:00", "13052020"}) {
    for (const char* read : {"2020-05-13", "13.05.2020"}) {
      EXPECT_THAT(OfDays(day, read), IsEmpty()) << day << " " << read;
    }
  }
  EXPECT_THAT(OfDays("13-OCT-2020", "2020-10-13"), IsEmpty());
  // Others: October has a T.
  for (const char* day : {"2020-05-12", "12.05.20", "20200512", "12-MAY-2020", "13-OCT-2020", "2019-05-13"}) {
    EXPECT_THAT(OfDays(day, "2020-05-13"), Contains(HasSubstr("has another time"))) << day;
  }
  EXPECT_THAT(OfDays("13-OCT-2020", "2019-10-13"), Contains(HasSubstr("has another time")));
}

TEST(OtherTimesTest, OfDiseasesAndTreatmentsAreTold) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", "id,icd,onset_age,report_age\n1,OMIM:1,12,30\n2,OMIM:1,14,14\n"}},
                                    R"({"tables": {"d": {"files": "d.csv", "id": "id",
      "columns": {"report_age": {"age": "years"}}}},
      "diseases": {"from": "/d/*", "fields": {"term": "/icd", "onset": "/report_age"}}})")),
              ElementsAre(HasSubstr("\"12\" beside \"30\"")));
  const auto treatments = [](const std::string& end) {
    return ProblemsOf(ReadTables({{"r.csv", "id,atc,start_date,end_date\n1,ATC:A10BA02,2020-01-01,2020-05-01\n"}},
                                 R"({"tables": {"r": {"files": "r.csv", "id": "id"}},
      "treatments": {"from": "/r/*", "fields": {"agent": "/atc", "start": "/start_date")" +
                                     end + "}}}"));
  };
  EXPECT_THAT(treatments(""), Contains(HasSubstr("may be ends")));
  EXPECT_THAT(treatments(R"(, "end": "/end_date")"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
