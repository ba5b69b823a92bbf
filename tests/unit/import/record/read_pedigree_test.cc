#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr auto kPedigree = model::Entity::kPedigree;

TEST(PedigreeTest, EachMemberOfAFamilyGetsTheirPlace) {
  const Reading reading = Read(R"({"id": "fam", "proband": {"id": "p1", "subject": {"id": "kid"}},
      "relatives": [{"id": "p2", "subject": {"id": "mum"}}, {"id": "p3", "subject": {"id": "dad"}},
                    {"id": "p4", "subject": {"id": "sis"}}, {"id": "p5", "subject": {"id": "uncle"}},
                    {"id": "p6", "subject": {"id": "nobody"}}],
      "pedigree": {"persons": [
        {"familyId": "F1", "individualId": "kid", "maternalId": "mum", "paternalId": "dad", "affectedStatus": "AFFECTED"},
        {"familyId": "F1", "individualId": "mum", "maternalId": "0", "paternalId": "", "affectedStatus": "UNAFFECTED"},
        {"individualId": "dad", "affectedStatus": "MISSING"},
        {"familyId": "F1", "individualId": "sis", "maternalId": "mum", "paternalId": "other"},
        {"familyId": "F1", "individualId": "uncle"}]}})");
  ASSERT_EQ(reading.sink.records.size(), 6u);
  EXPECT_THAT(reading.Rows(kPedigree, 0),
              ElementsAre("pedigree: family=F1, member=kid, mother=mum, father=dad, role=proband, "
                          "affected status=affected"));
  EXPECT_THAT(reading.Rows(kPedigree, 1),
              ElementsAre("pedigree: family=F1, member=mum, role=mother, affected status=unaffected"));
  EXPECT_THAT(reading.Rows(kPedigree, 2), ElementsAre("pedigree: family=fam, member=dad, role=father"));
  EXPECT_THAT(reading.Rows(kPedigree, 3),
              ElementsAre("pedigree: family=F1, member=sis, mother=mum, father=other, role=sibling"));
  EXPECT_THAT(reading.Rows(kPedigree, 4), ElementsAre("pedigree: family=F1, member=uncle, role=relative"));
  EXPECT_THAT(reading.Rows(kPedigree, 5), IsEmpty()) << "not in the pedigree";
}

TEST(PedigreeTest, SexesThatAreNotThoseOfTheRecordsAreNoted) {
  const Reading reading = Read(R"({"id": "fam", "proband": {"id": "p1", "subject": {"id": "kid", "sex": "FEMALE"}},
      "relatives": [{"id": "p2", "subject": {"id": "mum"}}, {"id": "p3", "subject": {"id": "dad", "sex": "MALE"}}],
      "pedigree": {"persons": [{"individualId": "kid", "sex": "MALE"}, {"individualId": "mum", "sex": 1},
                               {"individualId": "dad", "sex": "MALE"}]}})");
  EXPECT_THAT(reading.Problems(),
              ElementsAre("/pedigree/persons/sex: the pedigree says male, and the subject is female",
                          "/pedigree/persons/sex: the pedigree says female, and the subject nothing"));
  EXPECT_EQ(reading.report.remarks.size(), 2u) << "what is not known contradicts nothing";
}

TEST(PedigreeTest, WhoHasNoRecordIsCountedAndNamedIfAffected) {
  const Reading reading = Read(R"({"id": "fam", "proband": {"id": "p1", "subject": {"id": "kid"}},
      "pedigree": {"persons": [{"individualId": "kid", "maternalId": "mum", "paternalId": "dad"},
                               {"individualId": "mum", "affectedStatus": "AFFECTED"},
                               {"individualId": "dad", "affectedStatus": "UNAFFECTED"}]}})");
  EXPECT_THAT(reading.Problems(),
              ElementsAre("/pedigree/persons: affected person of a pedigree of whom the family has no record"));
  EXPECT_EQ(reading.report.problems[0].id, "mum");
  EXPECT_THAT(reading.report.notes, Contains(Pair("person of a pedigree of whom the family has no record", 1)));
}

}  // namespace
}  // namespace muster::import
