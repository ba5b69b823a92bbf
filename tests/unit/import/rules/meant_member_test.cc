// Members of version 1, of the other standard, or as people call them.
#include "engine/import/record/rules/meant_member.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(MeantMemberTest, WhatEachIsMeantFor) {
  EXPECT_EQ(PartMeantBy("variants"), "interpretations");
  EXPECT_EQ(PartMeantBy("hts_files"), "files");
  EXPECT_EQ(PartMeantBy("interventionsOrProcedures"), "medicalActions");
  EXPECT_EQ(PartMeantBy("extensions"), "");
  EXPECT_EQ(SubjectMemberMeantBy("birthDate"), "dateOfBirth");
  EXPECT_EQ(SubjectMemberMeantBy("id"), "");
  EXPECT_EQ(BeaconMemberMeantBy("procedures"), "interventionsOrProcedures");
  EXPECT_EQ(BeaconMemberMeantBy("info"), "");
}

TEST(MeantMemberTest, IsNotedWhereNobodyReadsIt) {
  EXPECT_THAT(
      Read(R"({"id": "1", "subject": {"age": {"iso8601duration": "P40Y"}}, "genes": [{"id": "HGNC:1"}]})").Problems(),
      ElementsAre("/subject/age: did you mean \"timeAtLastEncounter\"?", "/genes: did you mean \"interpretations\"?"));
  EXPECT_THAT(
      Read(R"({"id": "B", "sex": {"id": "NCIT:C16576"}, "procedures": [{"procedureCode": {"id": "X:1"}}]})").Problems(),
      ElementsAre("/procedures: did you mean \"interventionsOrProcedures\"?"));
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"id": "1"}, "genes": []})").Problems(), IsEmpty());
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"id": "1"}, "dx": "x", "variants": [{"id": "v"}]})",
                   R"({"interpretations": {"from": "/variants/*", "fields": {"id": "/id"}}})")
                  .Problems(),
              IsEmpty());
}

}  // namespace
}  // namespace muster::import
