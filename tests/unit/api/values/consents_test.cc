// Consents and data use as sources write them, and what queries make of them.
#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using ConsentsTest = ValuesTest;

TEST_F(ConsentsTest, AConsentWhoseStatusIsNotUnderstoodIsNone) {
  ImportOptions options;
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  const auto person = [](const std::string& id, const std::string& status) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[{"p":"reuse")" + status + "}]}\n";
  };
  Import(person("given", R"(,"s":"opt-in")") + person("silent", "") + person("out", R"(,"s":"Opt-out")") +
             person("pending", R"(,"s":"pending")") + person("number", R"(,"s":"2")") +
             person("marker", R"(,"s":"N/A")"),
         options);
  EXPECT_THAT(Ids("has consent"), ElementsAre("given", "silent"));
  EXPECT_THAT(Ids("has consent with permission is \"reuse\""), ElementsAre("given", "silent"));
  EXPECT_THAT(Ids("has consent with status is unknown"), ElementsAre("pending", "number", "marker"));
}

TEST_F(ConsentsTest, ARefusedConsentIsNone) {
  ImportOptions options;
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  const auto person = [](const std::string& id, const std::string& consents) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[)" + consents + "]}\n";
  };
  Import(person("yes", R"({"p":"reuse","s":"granted"})") + person("no", R"({"p":"reuse","s":"refused"})") +
             person("silent", R"({"p":"reuse"})") + person("never", ""),
         options);
  EXPECT_THAT(Ids("has consent with permission is reuse"), ElementsAre("yes", "silent"));
  EXPECT_THAT(said(), HasSubstr("1 of all consents is refused or withdrawn"));
  EXPECT_THAT(Ids("has no consent"), ElementsAre("no", "never"));
  EXPECT_THAT(Ids("has consent with status is refused"), ElementsAre("no"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ConsentsTest, WhatIsMadeOfAGrantedConsentThatIsWithdrawn) {
  ImportOptions options;
  options.mapping =
      R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "date": "/d"}}})";
  const auto person = [](const std::string& id, const std::string& consents) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[)" + consents + "]}\n";
  };
  constexpr char kGranted[] = R"({"p":"reuse","s":"granted","d":"2019-01-01"})";
  constexpr char kLater[] = R"(,{"p":"reuse","s":"withdrawn","d":"2021-01-01"})";
  Import(person("later", std::string(kGranted) + kLater) +
             person("undated", std::string(kGranted) + R"(,{"p":"reuse","s":"refused"})") +
             person("earlier", std::string(kGranted) + R"(,{"p":"reuse","s":"refused","d":"2018-01-01"})") +
             person("other", std::string(kGranted) + R"(,{"p":"contact","s":"refused","d":"2021-01-01"})"),
         options);
  const auto found = std::find_if(report_.remarks.begin(), report_.remarks.end(), [](const ImportRemark& remark) {
    return remark.what.starts_with("granted consent, and a later or undated refusal");
  });
  ASSERT_NE(found, report_.remarks.end());
  EXPECT_EQ(found->count, 2u);
  EXPECT_THAT(Ids("has last consent with (permission is reuse and status is granted)"),
              ElementsAre("undated", "earlier"));
  EXPECT_THAT(said(), HasSubstr("the last consent is that of all permissions"));
  // The record that says granted stays one: whoever asks for it is told.
  const std::string granted = "has consent with (permission is reuse and status is granted)";
  for (const std::string& asked : {granted, std::string("has consent with permission is reuse"),
                                   std::string("has consent with status is granted")}) {
    EXPECT_THAT(Ids(asked), ElementsAre("later", "undated", "earlier", "other")) << asked;
    EXPECT_THAT(said(),
                HasSubstr("2 individuals have another record, later or without a date, that refuses or withdraws"))
        << asked;
  }
  EXPECT_THAT(Ids("has consent with (permission is contact)"), IsEmpty());
  EXPECT_THAT(said(), Not(HasSubstr("another record")));
  // What the note says to write.
  EXPECT_THAT(
      Ids(granted + " as permit and has no consent with (permission is reuse and status in (refused, withdrawn) "
                    "and (date after permit or date is not recorded))"),
      ElementsAre("earlier", "other"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ConsentsTest, WhichPermissionsCountIsToldWhereNoneIsNamed) {
  ImportOptions options;
  options.mapping =
      R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "date": "/d"}}})";
  const auto person = [](const std::string& id, const std::string& consents) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:0005105"}}],"consents":[)" +
           consents + "]}\n";
  };
  const std::string query = R"({"p":"aggregate query","s":"granted"})";
  Import(person("a", query + R"(,{"p":"secondary use","s":"granted"})") +
             person("b", query + R"(,{"p":"secondary use","s":"refused"})") + person("c", query) +
             person("d", R"({"p":"aggregate query"})") + person("e", R"({"s":"granted"})") +
             person("f", R"({"p":"secondary use","s":"withdrawn"})") + person("g", ""),
         options);
  EXPECT_THAT(Ids("has disease MONDO:0005105 and has consent"), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(said(), HasSubstr("a consent to anything counts: 5 of the 7 individuals who have disease MONDO:0005105 "
                                "have one (aggregate query: 4, secondary use: 1, no permission named: 1); 1 of them "
                                "refused or withdrew another [any-permission]"));
  EXPECT_THAT(said(),
              HasSubstr("as in list individuals where has disease MONDO:0005105 and has consent with permission "
                        "is \"aggregate query\""));
  EXPECT_THAT(said(), HasSubstr("these do not count, others of the same people do [refused-consents]"));
  // How many there are since then is not looked at.
  Ids("has consent with (status is granted and date >= 2020-01-01)");
  EXPECT_THAT(said(), Not(HasSubstr("a consent to anything counts")));
  EXPECT_THAT(Ids("has consent with status is granted"), ElementsAre("a", "b", "c", "e"));
  EXPECT_THAT(said(), HasSubstr("a consent to anything counts: 4 of 7 individuals have one (aggregate query: 3, "));
  for (const char* where :
       {"has consent as c with status is granted", "no disease or has consent with status is granted",
        "has at least 1 consent with status is granted"}) {
    Ids(where);
    EXPECT_THAT(said(), HasSubstr("a consent to anything counts: 4 of 7 individuals have one")) << where;
  }
  for (const char* where :
       {"has consent with permission is \"secondary use\"", "no consent", "not has consent",
        "has consent with (permission is \"aggregate query\" and status is granted)",
        "has consent with status is refused", "has consent and has consent with permission is \"secondary use\"",
        "has consent with status is recorded"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("any-permission"))) << where;
  }
}

TEST_F(ConsentsTest, OfPermissionsThatAllHaveNothingIsSaid) {
  ImportOptions options;
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  const std::string both = R"([{"p":"aggregate query","s":"granted"},{"p":"secondary use","s":"granted"}]})";
  Import(R"({"id":"a","subject":{"id":"x"},"consents":)" + both + "\n" +
             R"({"id":"b","subject":{"id":"x"},"consents":)" + both + "\n" + R"({"id":"c","subject":{"id":"x"}})" +
             "\n",
         options);
  EXPECT_THAT(Ids("has consent"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(ConsentsTest, APersonsOwnDataUseIsNoted) {
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042"]}],
      "consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "data use": "/u"}}})";
  Import(R"({"id":"a","subject":{"id":"x"}})"
         "\n"
         R"({"id":"b","subject":{"id":"x"},"consents":[{"p":"reuse","s":"granted","u":"DUO:0000018"}]})"
         "\n",
         options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("1 consent has a data use of the person's own"));
  EXPECT_THAT(said(), HasSubstr("by its term alone none of them permits this"));
}

// A term means what lies below it, while a permission below another one permits less.
TEST_F(ConsentsTest, ANarrowerDataUseIsTold) {
  Import(
      "format-version: 1.2\nontology: duo\n\n[Term]\nid: DUO:0000042\nname: general research use\n\n[Term]\n"
      "id: DUO:0000006\nname: health or medical or biomedical research\nis_a: DUO:0000042\n");
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042"]}],
      "consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s", "data use": "/u"}}})";
  const auto person = [](const std::string& id, const std::string& use) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"consents":[{"p":"reuse","s":"granted","u":")" + use +
           "\"}]}\n";
  };
  Import(person("general", "DUO:0000042") + person("health", "DUO:0000006"), options);
  EXPECT_THAT(Ids("has consent with (data use is DUO:0000042 and status is granted)"),
              ElementsAre("general", "health"));
  EXPECT_THAT(said(), HasSubstr("1 of the 2 individuals who are found is found only by a data use that lies below "
                                "DUO:0000042 general research use and permits less: DUO:0000006 health or medical or "
                                "biomedical research [narrower-data-uses]"));
  EXPECT_THAT(said(), HasSubstr("to leave it out, write list individuals where has consent with (data use is exactly "
                                "DUO:0000042 and status is granted)"));
  for (const char* meant :
       {"has consent with data use is exactly DUO:0000042", "has consent with data use is DUO:0000006",
        "has consent with data use in (DUO:0000042, DUO:0000006)", "no consent with data use is DUO:0000042"}) {
    Ids(meant);
    EXPECT_THAT(said(), Not(HasSubstr("narrower-data-uses"))) << meant;
  }
  Ask("count consents where data use is DUO:0000042");
  EXPECT_THAT(said(), HasSubstr("1 of the 2 consents that are found is found only by a data use"));
  Ids("usable for general research");
  EXPECT_THAT(said(), HasSubstr("has consent with (data use is exactly DUO:0000042 and status is granted)"));
  Ids("usable for health research");
  EXPECT_THAT(said(), HasSubstr("has consent with (data use in (exactly DUO:0000042, exactly DUO:0000006) and status"));
}

// Conditions that differ in their value alone are one note.
TEST_F(ConsentsTest, ConditionsOfOneKindAreToldTogether) {
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042", "DUO:0000021"]}], "cohorts": [
      {"id": "d", "dataUse": ["DUO:0000042", {"id": "DUO:0000022", "modifiers": [{"id": "ISO3166:DE"}]}]},
      {"id": "f", "dataUse": ["DUO:0000042", {"id": "DUO:0000022", "modifiers": [{"id": "ISO3166:FI"}]}]},
      {"id": "g", "dataUse": ["DUO:0000042", {"id": "DUO:0000022", "modifiers": [{"id": "ISO3166:FI"}]}]}]})";
  Import(R"({"id":"a","subject":{"id":"x"}})"
         "\n",
         options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a"));
  EXPECT_THAT(said(), HasSubstr("dataset default may be used with: DUO:0000021 ethics approval required"));
  EXPECT_THAT(said(), HasSubstr("cohort d (ISO3166:DE); cohort f, cohort g (ISO3166:FI) may be used with: DUO:0000022 "
                                "geographical restriction ["));
}

// File systems write the accents of names behind their letters.
class AccentsOfDatasetsTest : public ConsentsTest, public testing::WithParamInterface<const char*> {};

TEST_P(AccentsOfDatasetsTest, WhatADatasetPermitsIsKnownInEitherForm) {
  ImportOptions options;
  options.dataset = "Zu\xCC\x88rich";
  options.mapping = absl::StrCat(R"({"datasets": [{"id": ")", GetParam(), R"(", "dataUse": ["DUO:0000042"]}]})");
  Import("{\"id\":\"a\",\"subject\":{\"id\":\"x\"}}\n", options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a"));
  EXPECT_THAT(Ids("dataset is \"Zu\xCC\x88rich\""), ElementsAre("a"));
  EXPECT_THAT(Ids("dataset is \"z\xC3\xBCrich\""), ElementsAre("a"));
}
INSTANTIATE_TEST_SUITE_P(BothForms, AccentsOfDatasetsTest, testing::Values("Zu\\u0308rich", "Z\\u00fcrich"));

TEST_F(ConsentsTest, WhoRefusedIsToldBesideWhatDatasetsPermit) {
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042"]}],
      "consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  Import(R"({"id":"a","subject":{"id":"x"},"consents":[{"p":"reuse","s":"refused"},{"p":"reuse","s":"refused"}]})"
         "\n"
         R"({"id":"b","subject":{"id":"x"},"consents":[{"p":"reuse","s":"granted"}]})"
         "\n"
         R"({"id":"c","subject":{"id":"x"}})"
         "\n",
         options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(said(), HasSubstr("1 of 3 individuals refused or withdrew a consent, which this does not look at"));
  EXPECT_THAT(said(), HasSubstr("write and no consent with status is refused"));
  EXPECT_THAT(Ids("usable for general research and no consent with status is refused"), ElementsAre("b", "c"));
  EXPECT_THAT(said(), Not(HasSubstr("refused or withdrew")));
  EXPECT_THAT(said(), HasSubstr("no consent at all: 1 of 3"));
  EXPECT_THAT(Ids("usable for general research and has consent with status is granted"), ElementsAre("b"));
  EXPECT_THAT(said(), Not(HasSubstr("refused or withdrew")));
}

TEST_F(ConsentsTest, PeopleOfDatasetsThatSayNothingOfTheirUseAreTold) {
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "default", "dataUse": ["DUO:0000042"]}]})";
  Import(R"({"id":"a","subject":{"id":"x"}})", options);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("no-data-use")));
  ImportOptions silent;
  silent.dataset = "silent";
  Import(R"({"id":"b","subject":{"id":"x"}})", silent);
  EXPECT_THAT(Ids("usable for general research"), ElementsAre("a"));
  EXPECT_THAT(said(),
              HasSubstr("1 of 2 individuals is of no dataset or cohort that says what its data may be used for, "
                        "which permits nothing: silent [no-data-use]"));
}

}  // namespace
}  // namespace muster
