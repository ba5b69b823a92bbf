// What stands beside a consent and says that it was refused or has ended.
#include "engine/import/record/draft/unread_consent.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kConsentsOfRule[] =
    R"({"identity": "/id", "consents": {"from": "/consents/*", "fields": {"permission": "/scope", "status": "/status"}}})";

Reading Consent(const std::string& members) {
  return Read(R"({"id": "1", "consents": [{"scope": "research", )" + members + "}]}", kConsentsOfRule);
}

std::vector<std::string> Noted(const std::string& members) {
  std::vector<std::string> places;
  for (const ImportProblem& problem : Consent(R"("status": "active", )" + members).report.problems) {
    if (problem.reason.find("the consent beside it counts") != std::string::npos) places.push_back(problem.where);
  }
  return places;
}

TEST(UnreadConsentTest, SaysThatItWasRefused) {
  EXPECT_THAT(Noted(R"("provision": {"type": "deny"})"), ElementsAre("/consents/0/provision/type"));
  EXPECT_THAT(Noted(R"("provision": {"provision": [{"type": "deny"}]})"),
              ElementsAre("/consents/0/provision/provision/0/type"));
  EXPECT_THAT(Noted(R"("decision": "refused")"), ElementsAre("/consents/0/decision"));
  for (const char* member : {R"("granted": false)", R"("consentGiven": "no")", R"("optOut": true)",
                             R"("revokedOn": "2021-01-01")", R"("withdrawn": "yes")", R"("validUntil": "2015-01-01")",
                             R"("outcome": "Widerruf")", R"("entscheidung": "abgelehnt")"}) {
    EXPECT_EQ(Noted(member).size(), 1u) << member;
  }
  EXPECT_THAT(Noted(R"("provision": {"period": {"start": "2010-01-01", "end": "2015-01-01"}})"),
              ElementsAre("/consents/0/provision/period/end"));
}

TEST(UnreadConsentTest, OtherMembersSayNothingOfIt) {
  for (const char* member :
       {R"("provision": {"type": "permit"})", R"("granted": true)", R"("optOut": false)", R"("witness": "no")",
        R"("dateTime": "2021-01-01")", R"("policyRule": {"code": "OPTOUT"})", R"("revokedOn": "")", R"("version": "2")",
        R"("language": "NO")", R"("reasonForRefusal": "none")"}) {
    EXPECT_THAT(Noted(member), IsEmpty()) << member;
  }
}

TEST(UnreadConsentTest, QuestionsOfTheirOwnSayNothingOfIt) {
  for (const char* member :
       {R"("allowedForCommercialUse": false)", R"("permitRecontact": "no")", R"("agreeToNewsletter": false)",
        R"("signedElectronically": "no")", R"("acceptsIncidentalFindings": "no")", R"("consentToDataTransfer": false)",
        R"("signedOnPaper": false)", R"("optedOutOfContact": true)", R"("recontact": "refused")"}) {
    EXPECT_THAT(Noted(member), IsEmpty()) << member;
  }
  EXPECT_EQ(Noted(R"("dataWithdrawn": true)").size(), 1u) << "of all that there is";
}

}  // namespace
}  // namespace muster::import
