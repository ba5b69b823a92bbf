// Treatments that were prescribed only, and statuses of records that do not count.
#include "engine/import/record/rules/words/not_done_word.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Reading WithColumn(const std::string& name, const std::string& cell, const std::string& fields = "") {
  return ReadTables({{"rx.csv", "id,atc," + name + "\nA,A10BA02," + cell + "\nB,A10BA02,completed\n"}},
                    R"({"tables": {"r": {"files": "rx.csv", "id": "id", "columns": {"atc": {"prefix": "ATC:"}}}},
      "treatments": {"from": "/r/*", "fields": {"agent": "/atc")" +
                        fields + "}}}");
}

TEST(NotDoneWordTest, AStatusBesideADrugMakesNoTreatment) {
  for (const char* word : {"not dispensed", "cancelled", "entered-in-error", "stopped before start", "prescribed only",
                           "not filled", "withheld", "nicht abgegeben", "non délivré", "no dispensado", "voided"}) {
    const Reading reading = WithColumn("status", word);
    EXPECT_THAT(reading.Rows(Entity::kTreatment, 0), IsEmpty()) << word;
    EXPECT_THAT(reading.Rows(Entity::kTreatment, 1), SizeIs(1)) << word;
    EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("rx.csv 1 A /r/0/status"))) << word;
    // The same where the rule reads it.
    const Reading read = WithColumn("status", word, R"(, "status": "/status")");
    EXPECT_THAT(read.Rows(Entity::kTreatment, 0), IsEmpty()) << word;
    EXPECT_THAT(ProblemsOf(read), testing::Not(IsEmpty())) << word;
  }
  for (const char* word : {"completed", "stopped", "active", "dispensed", "on-hold"}) {
    EXPECT_THAT(WithColumn("status", word).Rows(Entity::kTreatment, 0), SizeIs(1)) << word;
  }
}

// Another name is not read, and told.
TEST(NotDoneWordTest, AStatusOfAnotherNameIsTold) {
  for (const char* name : {"dispense_status", "order_state"}) {
    const Reading reading = WithColumn(name, "not dispensed");
    EXPECT_THAT(reading.Rows(Entity::kTreatment, 0), SizeIs(1));
    EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("\"not dispensed\""))) << name;
    ASSERT_FALSE(reading.report.remarks.empty());
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("beside rows that count as observed"));
  }
}

TEST(NotDoneWordTest, AResultThatIsNotThereYetIsTold) {
  const Reading reading = ReadTables({{"l.csv", "id,v,status\nA,5,final\nB,6,registered\n"}},
                                     R"({"tables": {"l": {"files": "l.csv", "id": "id"}},
      "measurements": {"from": "/l/*", "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/v"}}})");
  EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("\"registered\" (no result yet)")));
}

}  // namespace
}  // namespace muster::import
