// Exclusion that is told by other members than the standards'.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "tests/support/source_tree.h"
#include "tests/unit/import/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kObserved[] = "phenotype: term=HP:0001250";
constexpr char kExcluded[] = "not phenotype: term=HP:0001250";
constexpr char kWhat[] = "record whose exclusion is told by another member than \"excluded\", not taken";

Reading WithMembers(const std::string& members, std::string_view mapping = {}) {
  return Read(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": "HP:0001250"}, )" + members + "}]}", mapping);
}
std::vector<std::string> Features(const std::string& members) { return WithMembers(members).Rows(Entity::kPhenotype); }
bool IsManualOf(const std::string& name) {
  std::ifstream in(test::InSourceTree("docs/data-model.md"), std::ios::binary);
  const std::string manual(std::istreambuf_iterator<char>(in), {});
  return manual.find("`" + name + "`") != std::string::npos;
}

TEST(PolarityTest, AnotherNameForExcludedIsNotTakenAsObserved) {
  for (const std::string name :
       {"isExcluded", "wasExcluded", "exclusion", "exclusionStatus", "isNegated", "negation", "absent", "isAbsent",
        "notPresent", "notObserved", "ruledOut", "isRuledOut", "refuted", "isRefuted"}) {
    EXPECT_TRUE(IsManualOf(name)) << name;
    for (const char* value : {"true", "\"yes\"", "1", "\"perhaps\"", "[true]"}) {
      const Reading reading = WithMembers("\"" + name + "\": " + value);
      EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << name << value;
      ASSERT_EQ(reading.report.problem_count, 1u) << name;
      EXPECT_EQ(reading.report.problems[0].where, "/phenotypicFeatures/0/" + name);
      EXPECT_THAT(reading.report.problems[0].reason, HasSubstr("write \"excluded\""));
      EXPECT_EQ(reading.report.remarks.at(0).what, kWhat);
      EXPECT_THAT(reading.extras(), HasSubstr(name)) << "the record is kept";
    }
    for (const char* value : {"false", "\"no\"", "0", "null", "\"\""}) {
      EXPECT_THAT(Features("\"" + name + "\": " + value), ElementsAre(kObserved)) << name << value;
    }
  }
  for (const char* spelling : {"Excluded", "EXCLUDED", "is_excluded", "IS-EXCLUDED", "Negated"}) {
    EXPECT_THAT(Features(std::string("\"") + spelling + "\": true"), IsEmpty()) << spelling;
    EXPECT_THAT(Features(std::string("\"") + spelling + "\": false"), ElementsAre(kObserved)) << spelling;
  }
}

TEST(PolarityTest, WhatIsNotThereIsNotTakenAsObserved) {
  for (const std::string name : {"observed", "isObserved", "wasObserved", "present", "isPresent", "presence",
                                 "affected", "isAffected", "confirmed", "isConfirmed"}) {
    EXPECT_TRUE(IsManualOf(name)) << name;
    for (const char* value : {"false", "\"no\"", "0", "\"absent\"", "\"unclear\""}) {
      EXPECT_THAT(Features("\"" + name + "\": " + value), IsEmpty()) << name << value;
    }
    for (const char* value : {"true", "\"Yes\"", "1", "\"present\""}) {
      EXPECT_THAT(Features("\"" + name + "\": " + value), ElementsAre(kObserved)) << name << value;
    }
  }
}

TEST(PolarityTest, StatusOfAFeatureOrDisease) {
  for (const std::string name :
       {"status", "featureStatus", "phenotypeStatus", "phenotypicFeatureStatus", "diseaseStatus", "conditionStatus",
        "observationStatus", "presenceStatus", "verificationStatus", "polarity"}) {
    EXPECT_TRUE(IsManualOf(name)) << name;
    for (const char* value : {"absent", "ABSENT", "not present", "ruled-out", "no", "Refuted", "entered-in-error"}) {
      EXPECT_THAT(Features("\"" + name + "\": \"" + value + "\""), IsEmpty()) << name << value;
    }
    for (const char* value : {"present", "Observed", "confirmed", "active", "resolved", "in remission"}) {
      EXPECT_THAT(Features("\"" + name + "\": \"" + value + "\""), ElementsAre(kObserved)) << name << value;
    }
  }
}

TEST(PolarityTest, ExcludedItselfOutweighsThem) {
  EXPECT_THAT(Features(R"("excluded": true, "status": "absent")"), ElementsAre(kExcluded));
  EXPECT_THAT(Features(R"("status": "resolved", "excluded": true)"), ElementsAre(kExcluded));
  EXPECT_THAT(Features(R"("excluded": true, "observed": false)"), ElementsAre(kExcluded));
  EXPECT_THAT(Features(R"("excluded": false, "status": "who knows")"), ElementsAre(kObserved));
  const Reading contradiction = WithMembers(R"("excluded": false, "status": "absent")");
  EXPECT_THAT(contradiction.Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_THAT(contradiction.Problems(),
              ElementsAre("/phenotypicFeatures/0: \"excluded\" and \"status\" contradict each other"));
}

TEST(PolarityTest, AMappingSaysWhatAMemberIs) {
  constexpr char kMapping[] =
      R"({"phenotypes": {"from": "/phenotypicFeatures/*", "fields": {"excluded": "/isExcluded"}}})";
  EXPECT_THAT(WithMembers(R"("isExcluded": true)", kMapping).Rows(Entity::kPhenotype), ElementsAre(kExcluded));
  EXPECT_THAT(WithMembers(R"("isExcluded": false)", kMapping).Rows(Entity::kPhenotype), ElementsAre(kObserved));
}

TEST(PolarityTest, AMappingMakesNoObservedRowOfWhatIsNotUnderstood) {
  constexpr char kAdds[] = R"({"phenotypes": {"from": "/phenotypicFeatures/*", "fields": {"onset": "/began"}},
                               "files": {"from": "/phenotypicFeatures/*", "fields": {"uri": "/uri"}}})";
  constexpr char kNamesTheTerm[] = R"({"phenotypes": {"from": "/phenotypicFeatures/*", "fields": {"term": "/type"}}})";
  for (const char* member : {R"("isExcluded": true)", R"("status": "absent")", R"("excluded": "perhaps")"}) {
    const Reading added = WithMembers(std::string(member) + R"(, "began": "P3Y", "uri": "a.vcf")", kAdds);
    EXPECT_THAT(added.Rows(Entity::kPhenotype), IsEmpty()) << member;
    EXPECT_THAT(added.Rows(Entity::kFile), ElementsAre("file: uri='a.vcf'")) << "something else";
    EXPECT_THAT(WithMembers(member, kNamesTheTerm).Rows(Entity::kPhenotype), IsEmpty()) << member;
  }
  constexpr char kSaysIt[] = R"({"phenotypes": {"from": "/phenotypicFeatures/*",
                                 "fields": {"term": "/type", "excluded": "/never"}}})";
  EXPECT_THAT(WithMembers(R"("status": "absent", "never": true)", kSaysIt).Rows(Entity::kPhenotype),
              ElementsAre(kExcluded));
}

TEST(PolarityTest, DiseasesToo) {
  const Reading reading = Read(R"({"id": "1", "diseases": [
      {"term": {"id": "MONDO:0000001"}, "isExcluded": true}, {"term": {"id": "MONDO:0000002"}, "negated": true},
      {"term": {"id": "MONDO:0000003"}, "status": "active"}, {"term": {"id": "MONDO:0000004"}, "present": "no"}]})");
  EXPECT_THAT(reading.Rows(Entity::kDisease),
              ElementsAre("not disease: term=MONDO:0000002", "disease: term=MONDO:0000003"));
}

}  // namespace
}  // namespace muster::import
