// Exclusion that is told by other members than the standards'.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "engine/import/record/rules/certainty_word.h"
#include "tests/support/source_tree.h"
#include "tests/unit/import/record/reading.h"

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

// Names that nobody has listed.
TEST(PolarityTest, NamesWithAStemOfExclusionAndMembersOneLevelTooDeep) {
  for (const char* members : {R"("exclude": true)", R"("type_excluded": true)", R"("negatedPhenotype": true)",
                              R"("observedStatus": "excluded")", R"("hasPhenotype": false)", R"("exists": false)",
                              R"("value": false)", R"("value": "no")", R"("absence": "yes")"}) {
    const Reading reading = WithMembers(members);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << members;
    EXPECT_EQ(reading.report.remarks.at(0).what, kWhat) << members;
  }
  for (const char* members :
       {R"("exclude": false)", R"("hasPhenotype": true)", R"("exists": "yes")", R"("value": true)", R"("value": 0)",
        R"("value": "mild")", R"("excluded": false, "exclude": false)"}) {
    EXPECT_THAT(Features(members), ElementsAre(kObserved)) << members;
  }
  for (const char* member :
       {R"("excluded": true)", R"("negated": true)", R"("isExcluded": "yes")", R"("present": false)"}) {
    const Reading reading =
        Read(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": "HP:0001250", )" + std::string(member) +
             R"(}}], "diseases": [{"term": {"id": "MONDO:0005148", )" + member + "}}]}");
    EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test")) << member;
    EXPECT_EQ(reading.report.remarks.at(0).what, kWhat) << member;
    EXPECT_EQ(reading.report.remarks.at(0).count, 2u) << member;
  }
  EXPECT_THAT(Read(R"({"id": "1", "phenotypicFeatures": [{"type": {"id": "HP:0001250", "excluded": false}}]})")
                  .Rows(Entity::kPhenotype),
              ElementsAre(kObserved));
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

constexpr char kReadsDenial[] = R"({"phenotypes": {"from": "/phenotypicFeatures/*", "fields": {"excluded": "/d"}},
    "exposures": {"from": "/phenotypicFeatures/*",
                  "fields": {"agent": {"const": "NCIT:C154329"}, "excluded": "/d"}}})";

TEST(PolarityTest, TheWordsToWhichAMappingLeads) {
  for (const char* yes : {"true", "1", "\"1\"", "\"Yes\"", "\"y\"", "\"ja\"", "\"X\"", "\"Checked\"", "\"absent\"",
                          "\"Ruled out\"", "\"refuted\"", "\"denied\""}) {
    const Reading reading = WithMembers(std::string("\"d\": ") + yes, kReadsDenial);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre(kExcluded)) << yes;
    EXPECT_THAT(reading.Rows(Entity::kExposure), ElementsAre("not exposure: agent=NCIT:C154329")) << yes;
  }
  for (const char* no :
       {"false", "0", "\"0\"", "\"No\"", "\"nein\"", "\"unchecked\"", "\"present\"", "\"confirmed\""}) {
    const Reading reading = WithMembers(std::string("\"d\": ") + no, kReadsDenial);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre(kObserved)) << no;
    EXPECT_THAT(reading.Rows(Entity::kExposure), ElementsAre("exposure: agent=NCIT:C154329")) << no;
  }
}

TEST(PolarityTest, WhatIsNeitherYesNorNoMakesNoRow) {
  for (const char* value : {"\"unknown\"", "\"NA\"", "\"?\"", "2", "\"perhaps\"", "{\"a\": true}"}) {
    const Reading reading = WithMembers(std::string("\"d\": ") + value, kReadsDenial);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << value;
    EXPECT_THAT(reading.Rows(Entity::kExposure), IsEmpty()) << value;
    EXPECT_THAT(reading.extras(), HasSubstr("HP:0001250")) << "the record is kept";
    EXPECT_FALSE(reading.report.remarks.empty()) << value;
  }
}

TEST(PolarityTest, OnlyTheRowOfUnknownPolarityIsDropped) {
  constexpr char kSeveral[] = R"({"diseases": {"from": "/diseases/*", "fields": {"excluded": "/d"}},
      "phenotypes": {"from": "/diseases/*", "fields": {"term": {"const": "HP:0001250"}, "excluded": {"const": false}}},
      "files": {"from": "/diseases/*", "fields": {"uri": "/uri"}}})";
  const auto rows = [&](const std::string& d) {
    return Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:0005148"}, "uri": "a.vcf", "d": )" + d + "}]}",
                kSeveral);
  };
  const Reading unclear = rows("\"perhaps\"");
  EXPECT_THAT(unclear.Rows(Entity::kDisease), IsEmpty());
  EXPECT_THAT(unclear.Rows(Entity::kPhenotype), ElementsAre(kObserved));
  EXPECT_THAT(unclear.Rows(Entity::kFile), ElementsAre("file: uri='a.vcf'"));
  const Reading clear = rows("\"yes\"");
  EXPECT_THAT(clear.Rows(Entity::kDisease), ElementsAre("not disease: term=MONDO:0005148"));
  EXPECT_THAT(clear.Rows(Entity::kPhenotype), ElementsAre(kObserved));
}

TEST(PolarityTest, AConstantCodeOfWhichNothingIsSaidIsNoted) {
  const Reading reading = WithMembers("\"other\": 1", kReadsDenial);
  EXPECT_THAT(reading.Rows(Entity::kExposure), ElementsAre("exposure: agent=NCIT:C154329"));
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("row of a constant code, taken as observed"));
}

TEST(PolarityTest, AConstantCodeIsReadFromATick) {
  constexpr char kTick[] = R"({"diseases": {"from": "/phenotypicFeatures/*", "when": "/dm",
                                            "fields": {"term": {"const": "ICD10:E11"}}}})";
  for (const char* yes : {"1", "true", "1.0", "\"1.0\"", "\"Yes\"", "\"Checked\"", "\"x\"", "\"diagnosed\""}) {
    EXPECT_THAT(WithMembers(std::string("\"dm\": ") + yes, kTick).Rows(Entity::kDisease),
                ElementsAre("disease: term=ICD10:E11"))
        << yes;
  }
  for (const char* no :
       {"0", "0.0", "\"0.0\"", "false", "\"No\"", "\"Unchecked\"", "\"0\"", "\"absent\"", "\"NA\"", "\"\"", "null"}) {
    const Reading reading = WithMembers(std::string("\"dm\": ") + no, kTick);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << no;
    EXPECT_THAT(reading.report.remarks, IsEmpty()) << no;
  }
  for (const char* other : {"2", "9", "-9", "-1", "\"2.0\"", "\"00\"", "\"never\"", "\"no (2019)\"", "\"not checked\"",
                            "\"mother\"", "\"possible\"", "\"2019-05-01\""}) {
    const Reading reading = WithMembers(std::string("\"dm\": ") + other, kTick);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << other;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << other;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("neither a yes nor a no where a rule of the mapping"))
        << other;
    EXPECT_THAT(reading.extras(), HasSubstr("dm")) << other;
  }
  constexpr char kValue[] = R"({"exposures": {"from": "/phenotypicFeatures/*", "when": "/packs",
                                "fields": {"agent": {"const": "NCIT:C154329"}, "value": "/packs"}}})";
  EXPECT_THAT(WithMembers("\"packs\": 0", kValue).Rows(Entity::kExposure),
              ElementsAre("exposure: agent=NCIT:C154329, value=0"));
}

TEST(PolarityTest, CodesThatSayThatThereWasNothing) {
  EXPECT_THAT(Features(R"("modifiers": [{"id": "HP:0012828"}, {"id": "HP:0040285", "label": "Excluded"}])"), IsEmpty());
  EXPECT_THAT(Features(R"("frequency": {"id": "HP:0040285"})"), IsEmpty());
  EXPECT_THAT(Features(R"("severity": {"id": "SNOMED:410516002"})"), IsEmpty());
  EXPECT_THAT(WithMembers(R"("modifiers": [{"id": "HP:0012828"}])").Rows(Entity::kPhenotype).size(), 1u);
}

TEST(PolarityTest, OnlyWhatIsSaidToBeCertainIsTaken) {
  for (const std::string name : {"assertion", "certainty", "qualifier", "verificationStatus", "diagnosesicherheit"}) {
    EXPECT_TRUE(IsManualOf(name)) << name;
    for (const char* value : {"absent", "NOT", "excluded", "ruled out", "no", "suspected", "possible", "hypothetical",
                              "family history", "associated with someone else", "entered-in-error", "2020-01-01"}) {
      EXPECT_THAT(Features("\"" + name + "\": \"" + value + "\""), IsEmpty()) << name << value;
    }
    for (const char* value : {"present", "confirmed", "yes"}) {
      EXPECT_THAT(Features("\"" + name + "\": \"" + value + "\""), ElementsAre(kObserved)) << name << value;
    }
  }
  EXPECT_THAT(Features(R"("diagnosesicherheit": "G")"), ElementsAre(kObserved));
  for (const char* mark : {"A", "V", "Z"}) {
    EXPECT_THAT(Features(std::string("\"diagnosesicherheit\": \"") + mark + "\""), IsEmpty()) << mark;
  }
}

TEST(PolarityTest, ExclusionMisspeltOrAsAFrequency) {
  for (const char* member : {R"("exculded": true)", R"("exluded": true)", R"("excludet": true)", R"("not": true)",
                             R"("frequency": "0/5")", R"("frequency": "0 %")"}) {
    EXPECT_THAT(WithMembers(member).Rows(Entity::kPhenotype), IsEmpty()) << member;
  }
  for (const char* member : {R"("exculded": false)", R"("included": true)", R"("frequency": "3/5")"}) {
    EXPECT_EQ(WithMembers(member).Rows(Entity::kPhenotype).size(), 1u) << member;
  }
}

TEST(PolarityTest, WhatIsDoubtfulPastOrAnErrorIsReported) {
  for (const char* member :
       {R"("clinicalStatus": "entered-in-error")", R"("isUncertain": true)", R"("temporality": "Historical")",
        R"("relationship": "mother")", R"("experiencer": "Other")", R"("subject": "family_member")",
        R"("individualId": "mum")", R"("polarity": -1)", R"("modifiers": [{"id": "SNOMED:415684004"}])"}) {
    const Reading reading = WithMembers(member);
    EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty()) << member;
    EXPECT_EQ(reading.report.problem_count, 1u) << member;
  }
  for (const char* member : {R"("clinicalStatus": "inactive")", R"("isUncertain": false)", R"("temporality": "Recent")",
                             R"("relationship": "self")", R"("experiencer": "Patient")",
                             R"("subject": {"reference": "Patient/7"})", R"("individualId": "1")", R"("polarity": 1)",
                             R"("qualifier": "NA")", R"("modifiers": [{"id": "HP:0012832", "label": "Bilateral"}])"}) {
    EXPECT_EQ(WithMembers(member).Rows(Entity::kPhenotype).size(), 1u) << member;
  }
}

TEST(PolarityTest, ClassesAndConceptsSpeakByTheirParts) {
  constexpr char kCoding[] = R"("verificationStatus": {"coding": [
      {"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": ")";
  EXPECT_THAT(Features(std::string(kCoding) + "confirmed\"}]}"), ElementsAre(kObserved));
  EXPECT_THAT(Features(std::string(kCoding) + "provisional\"}]}"), IsEmpty());
  EXPECT_THAT(Features(R"("certainty": {"id": "SNOMED:410605003", "label": "Confirmed present"})"),
              ElementsAre(kObserved));
  EXPECT_THAT(Features(R"("certainty": {"id": "SNOMED:415684004", "label": "Suspected"})"), IsEmpty());
  EXPECT_THAT(Features(R"("verificationStatus": "condition-ver-status:confirmed")"), ElementsAre(kObserved));
}

// What stands before a bar is the system of a code, or another answer.
TEST(PolarityTest, SeveralAnswersAreNone) {
  for (const char* word : {"absent|present", "0|1", "1|0", "no|yes", "unknown|present", "present|present", "NA|yes",
                           "0|1|1", "absent:present", "no: yes"}) {
    EXPECT_THAT(Features(std::string(R"("presence": ")") + word + "\""), IsEmpty()) << word;
  }
  for (const char* word : {"http://terminology.hl7.org/CodeSystem/condition-ver-status|confirmed",
                           "http://terminology.hl7.org/CodeSystem/condition-ver-status|4.0.1|confirmed",
                           "urn:oid:2.16.840.1.113883.4.642.3.166|confirmed", "condition-ver-status|confirmed"}) {
    EXPECT_THAT(Features(std::string(R"("verificationStatus": ")") + word + "\""), ElementsAre(kObserved)) << word;
  }
  EXPECT_THAT(Features(R"("verificationStatus": "condition-ver-status|refuted")"), IsEmpty());
}

TEST(PolarityTest, ExcludedDoesNotMakeADoubtCertain) {
  EXPECT_THAT(Features(R"("excluded": false, "certainty": "suspected")"), IsEmpty());
  EXPECT_THAT(Features(R"("excluded": false, "verificationStatus": "entered-in-error")"), IsEmpty());
  EXPECT_THAT(Features(R"("excluded": true, "relationship": "mother")"), IsEmpty());
  EXPECT_THAT(Features(R"("excluded": true, "certainty": "suspected")"), ElementsAre(kExcluded));
}

TEST(PolarityTest, AMappingSaysWhichWordsMakeARecord) {
  constexpr char kWhen[] = R"({"phenotypes": {"from": "/phenotypicFeatures/*", "when": {"/certainty": ["V", "G"]},
                               "fields": {"term": "/type"}}})";
  EXPECT_THAT(WithMembers(R"("certainty": "V")", kWhen).Rows(Entity::kPhenotype), ElementsAre(kObserved));
  EXPECT_THAT(WithMembers(R"("certainty": "Z")", kWhen).Rows(Entity::kPhenotype), IsEmpty());
  constexpr char kField[] = R"({"diseases": {"from": "/diseases/*", "fields": {"status": "/certainty"}}})";
  EXPECT_THAT(Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:0000001"}, "certainty": "suspected"}]})", kField)
                  .Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0000001, status=suspected"));
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

TEST(CertaintyWordTest, NamesInAnySpelling) {
  EXPECT_EQ(AssertionKindOf("is_Excluded"), AssertionKind::kExclusion);
  EXPECT_EQ(AssertionKindOf("Verification-Status"), AssertionKind::kStatus);
  EXPECT_EQ(AssertionKindOf("clinicalStatus"), AssertionKind::kStatus);
  EXPECT_EQ(AssertionKindOf("diagnosesicherheit"), AssertionKind::kCertainty);
  EXPECT_EQ(AssertionKindOf("isHistorical"), AssertionKind::kDoubt);
  EXPECT_EQ(AssertionKindOf("relationship"), AssertionKind::kPerson);
  EXPECT_EQ(AssertionKindOf("modifiers"), AssertionKind::kModifiers);
  EXPECT_EQ(AssertionKindOf("primarySite"), AssertionKind::kNone);
}

TEST(CertaintyWordTest, OnlyWordsOfCertaintyAreCertain) {
  for (const char* word : {"certain", "Definite", "confirmed", "present", "gesichert", "known present", "yes"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "certainty", word), Assertion::kObserved) << word;
  }
  for (const char* word : {"suspected", "Possible", "probable", "unlikely", "differential", "Hypothetical",
                           "conditional", "Verdacht auf", "Zustand nach", "historical"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "certainty", word), Assertion::kDoubted) << word;
  }
  for (const char* word : {"associated with someone else", "family history", "entered-in-error", "mother"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "assertion", word), Assertion::kVoid) << word;
  }
  for (const char* word : {"absent", "NOT", "ruled out"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "assertion", word), Assertion::kExcluded) << word;
  }
  for (const char* word :
       {"0.9", "level 3", "2020-01-01", "V", "-1", "~", "a word of more letters than any of the lists"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "certainty", word), Assertion::kUnclear) << word;
  }
}

TEST(CertaintyWordTest, MarksOfGermanDiagnoses) {
  for (const char* key : {"diagnosesicherheit", "Diagnosensicherheit", "sicherheit"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, key, "G"), Assertion::kObserved) << key;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, key, "A"), Assertion::kExcluded) << key;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, key, "V"), Assertion::kDoubted) << key;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, key, "z"), Assertion::kDoubted) << key;
  }
}

TEST(CertaintyWordTest, PolarityByNumbers) {
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "polarity", "-1"), Assertion::kExcluded);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "polarity", "1"), Assertion::kObserved);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kPresence, "present", "-1"), Assertion::kUnclear);
}

TEST(CertaintyWordTest, CourseIsNoDoubt) {
  for (const char* word : {"active", "resolved", "Inactive", "in remission", "relapse"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "clinicalStatus", word), Assertion::kNothing) << word;
  }
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "clinicalStatus", "unknown"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "verificationStatus", "unknown"), Assertion::kUnclear);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kQualifier, "qualifier", "severe"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kQualifier, "qualifier", "family history"), Assertion::kVoid);
}

TEST(CertaintyWordTest, TicksTimesAndPeople) {
  EXPECT_EQ(AssertionOfWord(AssertionKind::kDoubt, "isUncertain", "true"), Assertion::kDoubted);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kDoubt, "isUncertain", "0"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kDoubt, "uncertainty", "none"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kDoubt, "uncertainty", "0.3"), Assertion::kUnclear);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kTime, "temporality", "Recent"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kTime, "temporality", "Historical"), Assertion::kDoubted);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kPerson, "experiencer", "Patient"), Assertion::kNothing);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kPerson, "experiencer", "Other"), Assertion::kVoid);
}

TEST(CertaintyWordTest, Codes) {
  EXPECT_EQ(AssertionOfCode("SNOMED:410516002"), Assertion::kExcluded);
  EXPECT_EQ(AssertionOfCode("SNOMED:415684004"), Assertion::kDoubted);
  EXPECT_EQ(AssertionOfCode("SNOMED:410605003"), Assertion::kObserved);
  EXPECT_EQ(AssertionOfCode("SNOMED:1"), Assertion::kUnclear);
}

TEST(CertaintyWordTest, WhatDidNotTakePlace) {
  EXPECT_EQ(AssertionOfAction("not-done"), Assertion::kDoubted);
  EXPECT_EQ(AssertionOfAction("entered-in-error"), Assertion::kVoid);
  EXPECT_EQ(AssertionOfAction("completed"), Assertion::kNothing);
}

// Of a rule whose code is constant, "NA" says as much as nothing.
TEST(MappedRowsTest, ConstantsAloneMakeNoRow) {
  constexpr char kMapping[] =
      R"({"diseases": {"from": "/dm", "fields": {"term": {"const": "OMIM:1"}, "onset": "/age"}}})";
  for (const char* age : {"null", R"("")", R"("NA")", R"("unknown")", R"("no")", R"("P999Y")"}) {
    const Reading reading = Read(std::string(R"({"id": "1", "dm": {"x": 1, "age": )") + age + "}}", kMapping);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << age;
  }
  EXPECT_THAT(Read(R"({"id": "1", "dm": {"x": 1, "age": "P40Y"}})", kMapping).Rows(Entity::kDisease),
              ElementsAre("disease: onset=40 years, term=OMIM:1"));
  // An element of a list is a record; and what says that it was there says so.
  EXPECT_EQ(Read(R"({"id": "1", "dm": [{"x": 1, "age": "NA"}]})",
                 R"({"diseases": {"from": "/dm/*", "fields": {"term": {"const": "OMIM:1"}, "onset": "/age"}}})")
                .Rows(Entity::kDisease)
                .size(),
            1u);
  for (const char* rule :
       {R"("when": "/x", "fields": {"term": {"const": "OMIM:1"}, "onset": "/age"})",
        R"("fields": {"term": {"const": "OMIM:1"}, "onset": "/age", "excluded": {"const": false}})"}) {
    EXPECT_EQ(Read(R"({"id": "1", "dm": {"x": 1, "age": "NA"}})",
                   std::string(R"({"diseases": {"from": "/dm", )") + rule + "}}")
                  .Rows(Entity::kDisease)
                  .size(),
              1u)
        << rule;
  }
}

TEST(MappedRowsTest, AStatusThatSaysThatItWasNotMakesNoRow) {
  constexpr char kMapping[] = R"({"diseases": {"from": "/d/*", "fields": {"term": "/c", "status": "/s"}}})";
  for (const char* status : {"ruled out", "refuted", "entered-in-error", "excluded"}) {
    const Reading reading =
        Read(std::string(R"({"id": "1", "d": [{"c": "OMIM:1", "s": ")") + status + R"("}]})", kMapping);
    EXPECT_THAT(reading.Rows(Entity::kDisease), IsEmpty()) << status;
    EXPECT_EQ(reading.report.remarks.size(), 1u) << status;
  }
  for (const char* status : {"confirmed", "provisional", "suspected", "no"}) {
    EXPECT_EQ(Read(std::string(R"({"id": "1", "d": [{"c": "OMIM:1", "s": ")") + status + R"("}]})", kMapping)
                  .Rows(Entity::kDisease)
                  .size(),
              1u)
        << status;
  }
}

// What says of a list in a cell whether it was there stands beside the list.
TEST(MappedRowsTest, ThePolarityOfAListIsThatOfWhatIsAroundIt) {
  constexpr char kMapping[] = R"({"phenotypes": {"from": "/features/terms/*", "fields": {"term": ""}}})";
  const auto rows = [&](const std::string& around) {
    return Read(R"({"id": "1", "features": {"terms": ["HP:1", "HP:2"], )" + around + "}}", kMapping)
        .Rows(Entity::kPhenotype)
        .size();
  };
  EXPECT_EQ(rows(R"("excluded": true)"), 0u);
  EXPECT_EQ(rows(R"("absent": "yes")"), 0u);
  EXPECT_EQ(rows(R"("certainty": "suspected")"), 0u);
  EXPECT_EQ(rows(R"("excluded": false)"), 2u);
  EXPECT_EQ(rows(R"("note": "x")"), 2u);
  EXPECT_EQ(Read(R"({"id": "1", "features": {"terms": "HP:1", "excluded": true}})",
                 R"({"phenotypes": {"from": "/features/terms", "fields": {"term": ""}}})")
                .Rows(Entity::kPhenotype)
                .size(),
            0u);
}

TEST(PolarityTest, LabelsOfModifiersAndClassesOfValuesDeny) {
  for (const char* member :
       {R"("modifiers": [{"id": "HP:0012837", "label": "Not present"}])", R"("modifiers": [{"label": "absent"}])",
        R"("severity": {"id": "HP:0012825", "label": "none"})", R"("frequency": {"id": "0/12"})",
        R"("value": {"id": "NCIT:C49487", "label": "No"})", R"("value": {"id": "LOINC:LA9634-2"})"}) {
    EXPECT_THAT(Features(member), IsEmpty()) << member;
  }
  for (const char* member :
       {R"("modifiers": [{"id": "HP:0012837", "label": "Pain"}])", R"("modifiers": [{"label": "None"}])",
        R"("severity": {"id": "HP:0012825", "label": "Mild"})", R"("frequency": {"id": "5/12"})",
        R"("value": {"id": "NCIT:C49488", "label": "Yes"})"}) {
    EXPECT_THAT(Features(member), testing::SizeIs(1)) << member;
  }
}

}  // namespace
}  // namespace muster::import
