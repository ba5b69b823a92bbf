#include "engine/import/table/columns/people/person_column.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> Problems(const std::string& text, const std::string& id) {
  return ProblemsOf(ReadTables({{"t.csv", text}}, R"({"tables": {"t": {"files": "t.csv", "id": )" + id + R"(}},
      "diseases": {"from": "/t/*", "fields": {"term": "/icd"}}})"));
}

TEST(PersonColumnTest, ThePersonStandsInAnotherColumn) {
  EXPECT_THAT(Problems("row,patient_id,icd\n1,P1,OMIM:1\n2,P1,OMIM:2\n3,P2,OMIM:1\n", R"("row")"),
              ElementsAre("t.csv 2 2 /t/patient_id: \"P1\" in \"patient_id\" is \"1\" and \"2\""));
  EXPECT_THAT(Problems("row,patient_id,icd\n1,P1,OMIM:1\n2,P2,OMIM:2\n2,P2,OMIM:1\n3,,OMIM:1\n4,,OMIM:1\n", R"("row")"),
              IsEmpty());
  EXPECT_THAT(Problems("row,patient_id,icd\n1,P1,OMIM:1\n2,P1,OMIM:2\n1,P1,OMIM:3\n3,P1,OMIM:4\n", R"("row")"),
              SizeIs(1))
      << "people are counted, not rows";
  EXPECT_THAT(Problems("pid,center,icd\n1,A,OMIM:1\n2,A,OMIM:2\n", R"("pid")"), IsEmpty());
}

TEST(PersonColumnTest, NamesThatMayBeThoseOfPeople) {
  for (const char* name :
       {"patient_nbr", "pid", "nhs_number", "person", "HN", "cpr", "PESEL", "case_id", "donor", "proband_id",
        "fallnr_patient", "study_id", "participant", "Versichertennummer", "subj_id"}) {
    EXPECT_TRUE(MayBeNameOfPerson(name)) << name;
  }
  for (const char* name : {"household_id", "familienid", "mother_id", "physician_id", "patient_age", "patient_class",
                           "case", "study", "member", "zip", "site_id", "batch", "patient_status_code"}) {
    EXPECT_FALSE(MayBeNameOfPerson(name)) << name;
  }
}

// Twelve encounters of four people, in a column of this name.
std::vector<std::string> OfEncounters(const std::string& name, const std::string& begin, int of_one = 3,
                                      const std::string& id = "encounter_id") {
  std::string csv = id + "," + name + ",icd\n";
  for (int i = 0; i < 4 * of_one; ++i) {
    csv += "E" + std::to_string(i) + "," + begin + std::to_string(i / of_one + 1) + ",OMIM:1\n";
  }
  return Problems(csv, "\"" + id + "\"");
}

TEST(PersonColumnTest, AColumnThatMayNamePeopleBesideEncountersIsToldOnce) {
  EXPECT_THAT(OfEncounters("case_id", "82221"),
              ElementsAre(HasSubstr("4 of 4 values of \"case_id\" have several ids in \"encounter_id\"")));
  EXPECT_THAT(OfEncounters("nhs_nr", "P-"), SizeIs(1));
  EXPECT_THAT(OfEncounters("case_id", "C", 3, "specimen"), SizeIs(1));
  EXPECT_THAT(OfEncounters("case_id", "C", 1), IsEmpty()) << "one encounter each";
  EXPECT_THAT(OfEncounters("case_id", "C", 30), IsEmpty()) << "hardly so many of one person";
  EXPECT_THAT(OfEncounters("case_id", "C", 3, "who"), IsEmpty()) << "an id that may be the person's";
  EXPECT_THAT(OfEncounters("household_id", "100"), IsEmpty());
  EXPECT_THAT(OfEncounters("person", "1990-01-0"), IsEmpty()) << "dates";
  EXPECT_THAT(OfEncounters("study_id", "NCT000"), IsEmpty()) << "few of it: studies";
}

TEST(PersonColumnTest, AVisitIsAPartOfTheId) {
  EXPECT_THAT(Problems("who,visit,icd\nP1,1,OMIM:1\nP1,2,OMIM:2\n", R"(["who", "visit"])"),
              ElementsAre("t.csv 2 P1-2 /t/who: \"P1\" in \"who\" is \"P1-1\" and \"P1-2\""));
  EXPECT_THAT(Problems("site,who,icd\nA,1,OMIM:1\nA,2,OMIM:2\nB,1,OMIM:1\n", R"(["site", "who"])"), IsEmpty());
}

TEST(PersonColumnTest, ANumberOfACaseWithinASiteIsAPerson) {
  for (const char* group : {"site", "klinik", "study_id", "year", "family"}) {
    const std::string name = group;
    EXPECT_THAT(Problems(name + ",caseno,icd\nA,1,OMIM:1\nA,2,OMIM:2\n", "[\"" + name + "\", \"caseno\"]"), IsEmpty());
  }
  EXPECT_THAT(Problems("row,patient_id,relation,icd\n1,P1,mother,OMIM:1\n2,P1,father,OMIM:2\n", R"("row")"),
              Not(Contains(HasSubstr("is \"1\" and \"2\""))));
}

}  // namespace
}  // namespace muster::import
