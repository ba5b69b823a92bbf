#include "engine/consent/data_use.h"

#include <memory>

#include "engine/ontology/readers.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::consent {
namespace {

using model::DataUse;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// melanoma is a cancer; uveal melanoma is a melanoma; lung cancer is another cancer.
constexpr char kDiseases[] =
    "format-version: 1.2\nontology: mondo\n"
    "[Term]\nid: MONDO:0004992\nname: cancer\n"
    "[Term]\nid: MONDO:0005105\nname: melanoma\nis_a: MONDO:0004992\n"
    "xref: NCIT:C3224 {source=\"MONDO:equivalentTo\"}\n"
    "[Term]\nid: MONDO:0006486\nname: uveal melanoma\nis_a: MONDO:0005105\n"
    "[Term]\nid: MONDO:0008903\nname: lung cancer\nis_a: MONDO:0004992\n";

class DataUseTest : public testing::Test {
 protected:
  DataUseTest() {
    auto draft = ontology::ReadObo(kDiseases);
    EXPECT_TRUE(draft.ok());
    auto built = ontology::Ontology::Build(*std::move(draft), nullptr);
    EXPECT_TRUE(built.ok());
    terminology_ = std::make_unique<ontology::Terminology>(std::vector<ontology::OntologyPtr>{*built},
                                                           std::make_shared<model::Dictionary>());
  }

  Purpose StudyOf(const char* disease, Purpose::User user = Purpose::User::kNonCommercial) const {
    Purpose purpose;
    purpose.study = Purpose::Study::kDisease;
    purpose.disease = terminology_->Find(disease);
    purpose.user = user;
    return purpose;
  }
  static Purpose Research(Purpose::Study study, Purpose::User user = Purpose::User::kNonCommercial) {
    Purpose purpose;
    purpose.study = study;
    purpose.user = user;
    return purpose;
  }
  static DataUse Use(const char* code) { return {{code, ""}, "", {}}; }
  static DataUse ForDisease(const char* disease) { return {{"DUO:0000007", ""}, "", {{disease, ""}}}; }
  Verdict Judge(const std::vector<DataUse>& uses, const Purpose& purpose) const {
    return consent::Judge(uses, purpose, *terminology_);
  }

  std::unique_ptr<ontology::Terminology> terminology_;
};

TEST_F(DataUseTest, AConditionAmongTheModifiersOfAPermissionHolds) {
  const Purpose commercial = Research(Purpose::Study::kGeneral, Purpose::User::kCommercial);
  const Purpose other = Research(Purpose::Study::kGeneral);
  const auto with = [](const char* modifier) {
    return std::vector<DataUse>{{{"DUO:0000042", ""}, "", {{modifier, ""}}}};
  };
  for (const char* condition : {"DUO:0000018", "DUO:0000045", "DUO:0000046"}) {
    EXPECT_FALSE(Judge(with(condition), commercial).permitted) << condition;
    EXPECT_TRUE(Judge(with(condition), other).permitted) << condition;
  }
  EXPECT_FALSE(Judge(with("DUO:9999999"), other).permitted) << "it might forbid it";
  EXPECT_THAT(Judge(with("DUO:0000021"), other).obligations, ElementsAre(HasSubstr("ethics approval required")));
  // A permission there permits nothing.
  EXPECT_FALSE(Judge({{{"DUO:0000007", ""}, "", {{"DUO:0000042", ""}}}}, other).permitted);
}

TEST_F(DataUseTest, PermissionRunsUpward) {
  const Purpose melanoma = StudyOf("MONDO:0005105");
  EXPECT_TRUE(Judge({ForDisease("MONDO:0005105")}, melanoma).permitted);
  EXPECT_TRUE(Judge({ForDisease("MONDO:0004992")}, melanoma).permitted) << "permitted for cancer";
  EXPECT_FALSE(Judge({ForDisease("MONDO:0006486")}, melanoma).permitted) << "for uveal melanoma only";
  EXPECT_FALSE(Judge({ForDisease("MONDO:0008903")}, melanoma).permitted);
  EXPECT_FALSE(Judge({ForDisease("MONDO:0008903")}, StudyOf("MONDO:0004992")).permitted)
      << "a study of cancer may not use what is for lung cancer";
  EXPECT_TRUE(Judge({ForDisease("NCIT:C3224")}, melanoma).permitted) << "an equivalent code";
  EXPECT_TRUE(Judge({ForDisease("MONDO:0005105")}, StudyOf("NCIT:C3224")).permitted);
}

TEST_F(DataUseTest, GeneralPermissions) {
  const Purpose melanoma = StudyOf("MONDO:0005105");
  for (const char* code : {"DUO:0000004", "DUO:0000042", "DUO:0000006"}) {
    EXPECT_TRUE(Judge({Use(code)}, melanoma).permitted) << code;
  }
  EXPECT_FALSE(Judge({Use("DUO:0000011")}, melanoma).permitted);
  EXPECT_FALSE(Judge({Use("DUO:0000043")}, melanoma).permitted);
  EXPECT_FALSE(Judge({Use("DUO:0000006")}, Research(Purpose::Study::kAncestry)).permitted)
      << "health research does not include ancestry";
  EXPECT_FALSE(Judge({Use("DUO:0000006")}, Research(Purpose::Study::kGeneral)).permitted);
  EXPECT_TRUE(Judge({Use("DUO:0000042")}, Research(Purpose::Study::kAncestry)).permitted);
  EXPECT_TRUE(Judge({Use("DUO:0000011")}, Research(Purpose::Study::kAncestry)).permitted);
  EXPECT_TRUE(Judge({Use("DUO:0000043")}, Research(Purpose::Study::kClinicalCare)).permitted);
}

TEST_F(DataUseTest, SeveralPermissionsAreAlternatives) {
  const Verdict verdict = Judge({ForDisease("MONDO:0008903"), ForDisease("MONDO:0005105")}, StudyOf("MONDO:0005105"));
  EXPECT_TRUE(verdict.permitted);
  EXPECT_THAT(verdict.reasons, IsEmpty());
}

TEST_F(DataUseTest, NothingIsUsableWithoutAStatement) {
  EXPECT_THAT(Judge({}, StudyOf("MONDO:0005105")).reasons, ElementsAre("no permission is recorded"));
  EXPECT_FALSE(Judge({Use("DUO:0000021")}, StudyOf("MONDO:0005105")).permitted) << "a modifier permits nothing";
}

TEST_F(DataUseTest, CommercialUse) {
  for (const char* code : {"DUO:0000018", "DUO:0000045", "DUO:0000046"}) {
    const std::vector<DataUse> uses = {Use("DUO:0000042"), Use(code)};
    EXPECT_FALSE(Judge(uses, StudyOf("MONDO:0005105", Purpose::User::kCommercial)).permitted) << code;
    EXPECT_TRUE(Judge(uses, StudyOf("MONDO:0005105", Purpose::User::kNonCommercial)).permitted) << code;
    const Verdict unsaid = Judge(uses, StudyOf("MONDO:0005105", Purpose::User::kAny));
    EXPECT_TRUE(unsaid.permitted);
    EXPECT_THAT(unsaid.obligations, ElementsAre(HasSubstr(code)));
  }
}

TEST_F(DataUseTest, ModifiersForbidOrOblige) {
  EXPECT_FALSE(Judge({Use("DUO:0000042"), Use("DUO:0000044")}, Research(Purpose::Study::kAncestry)).permitted);
  EXPECT_TRUE(Judge({Use("DUO:0000042"), Use("DUO:0000044")}, Research(Purpose::Study::kHealth)).permitted);
  EXPECT_FALSE(Judge({Use("DUO:0000042"), Use("DUO:0000015")}, Research(Purpose::Study::kMethods)).permitted);
  EXPECT_THAT(Judge({Use("DUO:0000042"), Use("DUO:0000021"), Use("DUO:0000020")}, StudyOf("MONDO:0005105")).obligations,
              ElementsAre("DUO:0000021 ethics approval required", "DUO:0000020 collaboration required"));
  EXPECT_THAT(Judge({Use("DUO:0000042"), {{"LOCAL:1", "made up"}, "", {}}}, StudyOf("MONDO:0005105")).obligations,
              ElementsAre("LOCAL:1 made up"))
      << "terms of others are for people to judge";
}

TEST_F(DataUseTest, WhatDuoDoesNotHaveNeverPermits) {
  for (const char* code : {"DUO:9999999", "DUO:42", "DUO:0000042X", "GRU", ""}) {
    const Verdict verdict = Judge({Use("DUO:0000042"), Use(code)}, StudyOf("MONDO:0005105"));
    EXPECT_FALSE(verdict.permitted) << code;
    EXPECT_THAT(verdict.reasons, ElementsAre(HasSubstr("not known"))) << code;
  }
}

TEST_F(DataUseTest, RetiredTermsAreHonoured) {
  EXPECT_TRUE(Judge({Use("DUO:0000005")}, StudyOf("MONDO:0005105")).permitted);
  EXPECT_TRUE(Judge({Use("DUO:0000005")}, Research(Purpose::Study::kClinicalCare)).permitted);
  EXPECT_FALSE(Judge({Use("DUO:0000014")}, StudyOf("MONDO:0005105")).permitted) << "it only forbids";
  EXPECT_TRUE(Judge({Use("DUO:0000042"), Use("DUO:0000014")}, StudyOf("MONDO:0005105")).permitted);
  EXPECT_FALSE(Judge({Use("DUO:0000004"), Use("DUO:0000014")}, Research(Purpose::Study::kClinicalCare)).permitted);
}

TEST_F(DataUseTest, Countries) {
  const std::vector<DataUse> uses = {Use("DUO:0000042"), {{"DUO:0000022", ""}, "", {{"FI", "Finland"}}}};
  Purpose purpose = StudyOf("MONDO:0005105");
  EXPECT_THAT(Judge(uses, purpose).obligations, ElementsAre(HasSubstr("FI Finland")));
  purpose.country = "fi";
  EXPECT_TRUE(Judge(uses, purpose).permitted);
  purpose.country = "Finland";
  EXPECT_TRUE(Judge(uses, purpose).permitted);
  purpose.country = "SE";
  EXPECT_FALSE(Judge(uses, purpose).permitted);
}

TEST_F(DataUseTest, RegionsContainCountries) {
  const auto permitted = [&](const char* place, const char* label, const char* country) {
    Purpose purpose = StudyOf("MONDO:0005105");
    purpose.country = country;
    return Judge({Use("DUO:0000042"), {{"DUO:0000022", ""}, "", {{place, label}}}}, purpose).permitted;
  };
  EXPECT_TRUE(permitted("GAZ:00000464", "Europe", "DE"));
  EXPECT_TRUE(permitted("GAZ:00000464", "Europe", "GB"));
  EXPECT_FALSE(permitted("GAZ:00000464", "Europe", "US"));
  EXPECT_TRUE(permitted("GAZ:00002459", "United States of America", "US"));
  EXPECT_TRUE(permitted("", "European Union", "FRA"));
  EXPECT_FALSE(permitted("EU", "", "GB"));
  EXPECT_TRUE(permitted("EEA", "", "Norway"));
  EXPECT_FALSE(permitted("GAZ:1", "Atlantis", "DE"));
  EXPECT_FALSE(permitted("DE", "France", "DE"));
  EXPECT_FALSE(permitted("DE", "France", "FR"));
  EXPECT_TRUE(permitted("DE", "Europe", "DE"));
  // A part of a country is less than the country.
  EXPECT_FALSE(permitted("", "Scotland", "GB"));
  EXPECT_FALSE(permitted("", "Scotland", "England"));
  EXPECT_TRUE(permitted("", "Scotland", "scotland"));
  EXPECT_TRUE(permitted("GB", "", "Scotland"));
  EXPECT_TRUE(permitted("", "Europe", "Wales"));
  Purpose purpose = StudyOf("MONDO:0005105");
  purpose.country = "DE";
  EXPECT_FALSE(Judge({Use("DUO:0000042"), Use("DUO:0000022")}, purpose).permitted) << "nobody knows of which place";
}

}  // namespace
}  // namespace muster::consent
