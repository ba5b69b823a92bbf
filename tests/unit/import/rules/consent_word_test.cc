// Consents that are refused by a word, wherever it stands.
#include "engine/import/record/rules/words/consent_word.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ConsentWordTest, NamesOfAnEnd) {
  for (const char* name : {"withdrawn_on", "consentRevoked", "Widerruf am", "consent_valid_until", "expiry_date"}) {
    EXPECT_TRUE(IsNameOfEndOfConsent(name)) << name;
  }
  EXPECT_FALSE(IsNameOfEndOfConsent("consent_date"));
}

TEST(ConsentWordTest, WordsOfManyLanguages) {
  for (const char* refused : {"revoked",
                              "withdrawn",
                              "Declined",
                              "opted out",
                              "opt-out",
                              "not given",
                              "lost consent",
                              "retracted",
                              "refusé",
                              "retiré",
                              "widerrufen",
                              "verweigert",
                              "zurückgezogen",
                              "revocado",
                              "denegado",
                              "revocato",
                              "rifiutato",
                              "geweigerd",
                              "ingetrokken",
                              "Återkallat",
                              "avböjt",
                              "nej",
                              "no",
                              "REFUSÉ",
                              "RETIRÉ",
                              "RÉVOQUÉE",
                              "ZURÜCKGEZOGEN",
                              "ÅTERKALLAT",
                              "AVBÖJT",
                              "NÃO",
                              "REFUSE\xCC\x81",
                              "não",
                              "nao",
                              "negado",
                              "Recusada",
                              "revogado",
                              "não consentiu",
                              "no firmado",
                              "non signé",
                              "niet ondertekend",
                              "afgewezen",
                              "odmowa",
                              "wycofana",
                              "ei",
                              "nem",
                              "faux",
                              "0",
                              "n"}) {
    EXPECT_TRUE(RefusesConsent(refused)) << refused;
    EXPECT_FALSE(GrantsConsent(refused)) << refused;
  }
  for (const char* granted :
       {"yes", "signed", "opted in", "eingewilligt", "otorgado", "concesso", "accordé", "ACCORDÉ", "SÍ", "sim"}) {
    EXPECT_TRUE(GrantsConsent(granted)) << granted;
    EXPECT_FALSE(RefusesConsent(granted)) << granted;
  }
  for (const char* other : {"genetics", "unknown", "2020-01-01", ""}) {
    EXPECT_FALSE(GrantsConsent(other) || RefusesConsent(other)) << other;
  }
}

std::vector<std::string> Consents(const std::string& cell, const std::string& fields, const std::string& when = "",
                                  std::string* report = nullptr) {
  const Reading reading = ReadTables({{"c.csv", "id,x,y\nA," + cell + ",2020-01-01\n"}},
                                     R"({"tables": {"c": {"files": "c.csv", "id": "id"}},
      "consents": {"from": "/c/*", )" + when +
                                         R"("fields": {)" + fields + "}}}");
  if (report != nullptr) {
    for (const auto& [kind, times] : reading.report.notes) report->append(kind).append("\n");
    for (const std::string& problem : reading.Problems()) report->append(problem).append("\n");
  }
  return reading.Rows(Entity::kConsent);
}

// Without a status a consent counts as given.
TEST(ConsentWordTest, InAWhenItMakesNoConsent) {
  for (const char* refused : {"revoked", "withdrawn", "opted out", "zurückgezogen", "no"}) {
    std::string report;
    EXPECT_THAT(Consents(refused, R"("permission": {"const": "genetics"})", R"("when": "/x", )", &report), IsEmpty())
        << refused;
    EXPECT_THAT(report, HasSubstr("no row is made")) << refused;
  }
  EXPECT_EQ(Consents("signed", R"("permission": {"const": "genetics"})", R"("when": "/x", )").size(), 1u);
  EXPECT_EQ(
      Consents("signed", R"("permission": {"const": "g"}, "status": {"const": "granted"})", R"("when": "/x", )").size(),
      1u);
  EXPECT_THAT(
      Consents("revoked", R"("permission": {"const": "g"}, "status": {"const": "granted"})", R"("when": "/x", )"),
      IsEmpty());
}

TEST(ConsentWordTest, InPlaceOfADateOrAPermissionItMakesNoConsent) {
  for (const char* refused : {"revoked", "declined", "widerrufen", "no", "não", "negado", "RETIRÉ"}) {
    std::string report;
    EXPECT_THAT(Consents(refused, R"("permission": {"const": "genetics"}, "date": "/x")", "", &report), IsEmpty());
    EXPECT_THAT(report, HasSubstr("no row is made")) << refused;
    report.clear();
    EXPECT_THAT(Consents(refused, R"("permission": "/x", "date": "/y", "status": {"const": "granted"})", "", &report),
                IsEmpty());
    EXPECT_THAT(report, HasSubstr("no consent is made")) << refused;
  }
  // A status that says otherwise counts.
  EXPECT_THAT(Consents("revoked", R"("permission": {"const": "g"}, "date": "/x", "status": {"const": "withdrawn"})"),
              Contains(HasSubstr("status=withdrawn")));
  EXPECT_THAT(Consents("revoked", R"("permission": "/x", "status": {"const": "refused"})"),
              Contains(HasSubstr("status=refused")));
  EXPECT_THAT(Consents("genetics", R"("permission": "/x", "date": "/y")"), Contains(HasSubstr("permission=genetics")));
}

// Studies name what is permitted by letters.
TEST(ConsentWordTest, ALetterInPlaceOfAPermissionIsOne) {
  for (const char* scope : {"a", "f", "n", "0"}) {
    EXPECT_THAT(Consents(scope, R"("permission": "/x", "date": "/y")"),
                Contains(HasSubstr("permission=" + std::string(scope))))
        << scope;
  }
}

TEST(ConsentWordTest, InAStatusThatNobodyReadsItIsTold) {
  for (const char* word : {"revoked", "retracted", "lost consent", "opt-out", "Widerrufen"}) {
    const Reading reading =
        Read(R"({"id": "1", "subject": {"id": "1"}, "consent": {"status": ")" + std::string(word) + R"("}})");
    EXPECT_THAT(reading.Problems(), Contains(HasSubstr("counts all the same"))) << word;
  }
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"id": "1"}, "consentGiven": false})").Problems(),
              Contains(HasSubstr("counts all the same")));
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"id": "1"}, "consentToRecontact": "no"})").Problems(), IsEmpty());
  const Reading table = ReadTables({{"p.csv", "id,sex,born,state\n1,F,,in study\n2,M,,lost consent\n"}}, kOne);
  EXPECT_THAT(ProblemsOf(table), Contains(HasSubstr("\"lost consent\"")));
  EXPECT_THAT(table.report.remarks[0].what, HasSubstr("may tell that people withdrew"));
}

}  // namespace
}  // namespace muster::import
