// What guests are told of the catalogue itself: listed values and shown numbers, never that a rare or deleted value is
// there.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/guest.h"
#include "tests/unit/api/guest/guest_catalogue_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class GuestCatalogueTest : public GuestCatalogueFixture {};

TEST_F(GuestCatalogueTest, DescribesFieldsByShownNumbersAndListedValues) {
  ImportMore();
  AdmitUnder(kGuestPolicy);
  const std::string said = Texts("describe individuals");
  EXPECT_THAT(said, HasSubstr("sex |  | keyword | ~ | 2 | ")) << "one person's sex is no value\n" << said;
  EXPECT_THAT(said, HasSubstr("vital status |  | keyword | few | 0 | "));
  EXPECT_THAT(said, Not(HasSubstr("person id")));
  EXPECT_THAT(Texts("describe phenotypes"), HasSubstr("term | type, code, phenotype | code | ~ | 2 | "));
  EXPECT_THAT(Texts("describe variants"), Not(HasSubstr("position")));
}

TEST_F(GuestCatalogueTest, IsChargedForEachNumberOfAPage) {
  AdmitUnder(kGuestPolicy);
  for (const auto& [text, column] : {std::pair("describe individuals", 3), std::pair("describe phenotypes", 3),
                                     std::pair("describe samples", 3), std::pair("show catalogue", 2)}) {
    const int64_t before = guest_->Budget()->units_left;
    const Answer answer = Ask(text);
    ASSERT_TRUE(answer.table.has_value()) << text;
    int64_t numbers = 0;
    for (const std::vector<Cell>& row : answer.table->rows) {
      const auto* number = std::get_if<Number>(&row[static_cast<size_t>(column)]);
      numbers += number != nullptr && number->kind != Number::Kind::kExact ? 1 : 0;
    }
    EXPECT_EQ(before - guest_->Budget()->units_left, numbers) << text;
    Ask(text);
    EXPECT_EQ(before - guest_->Budget()->units_left, numbers) << "it is the same page in this epoch: " << text;
  }
}

TEST_F(GuestCatalogueTest, ShowsWhatIsNoSecretAndShownNumbers) {
  LoadOntology("2026-01-01");
  AdmitUnder(kGuestPolicy);
  EXPECT_EQ(Texts("show datasets"), "hospital |  | ~ |  |  | \n");
  EXPECT_EQ(Texts("show ontologies"), "hp | hp/releases/2026-01-01 | 4 | 0 | yes | \n");
  const std::string said = Texts("show catalogue");
  EXPECT_THAT(said, HasSubstr("epoch | 1 |  | \nentity | individuals | ~ | \nentity | phenotypes | ~ | \n"));
  EXPECT_THAT(said, HasSubstr("entity | diseases | few | \n"));
  EXPECT_THAT(said, HasSubstr("dataset | hospital | ~ | \nontology | hp hp/releases/2026-01-01 | 4 | \n"));
  EXPECT_EQ(Texts("show cohorts"), "");
}

// The same sentence whether anybody has refused or not: how many did is a number that nobody has released.
TEST_F(GuestCatalogueTest, SaysNoNumberOfRefusals) {
  AdmitUnder(kGuestPolicy);
  constexpr const char* kSentence =
      "consents that are refused or withdrawn, if there are any, do not count; others of the same people do";
  const auto said = [&] {
    const std::string text = "count individuals where has consent";
    return RenderDiagnostics(text, Ask(text).diagnostics);
  };
  const std::string before = said();
  EXPECT_THAT(before, HasSubstr(kSentence));
  std::string text;
  for (int i = 0; i < 100; ++i) {
    absl::StrAppend(&text, R"({"id":"C)", i, R"(","subject":{"id":"C)", i, R"("},"consents":[{"p":"reuse","s":")",
                    i < 3 ? "refused" : "granted", "\"}]}\n");
  }
  ImportOptions options;
  options.dataset = "hospital";
  options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
  ASSERT_TRUE(catalogue_->ImportText(text, options).ok());
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  EXPECT_EQ(said(), before);
}

TEST_F(GuestCatalogueTest, ShowsNoDatasetThatIsHidden) {
  Import("O", "FEMALE", "HP:0001250", 100, "registry");
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered"}}, "datasets": {"registry": {"registered": "hidden"}},
                 "ledger": {"durable": "process"}})");
  EXPECT_EQ(Texts("show datasets"), "hospital |  | ~ |  |  | \n");
  EXPECT_THAT(Texts("show catalogue"), Not(HasSubstr("registry")));
}

// A person with a measurement, a phenotype (members of it) and a birth date or what else stands in the subject.
std::string Measured(const std::string& id, const std::string& unit, const std::string& phenotype,
                     const std::string& subject) {
  return absl::StrCat(
      R"({"id":")", id, R"(","subject":{)", subject, R"(},"measurements":[{"assay":{"id":)",
      R"("LOINC:2345-7"},"value":{"quantity":{"value":5,"unit":{"id":")", unit, "\"}}}}]",
      phenotype.empty() ? "" : absl::StrCat(R"(,"phenotypicFeatures":[{"type":{"id":)", phenotype, "}]"), "}\n");
}

// Mistakes, remarks, rows of uncertain ages and the size of an answer: the same whether a few people have something or
// nobody, and another when many do.
TEST_F(GuestCatalogueTest, DecidesWhatItSaysByListedValues) {
  constexpr const char* kAges = R"("timeAtLastEncounter":{"age":{"iso8601duration":"P40Y"}})";
  constexpr const char* kOnset = R"(,"onset":{"timestamp":"2001-01-01T00:00:00Z"})";
  constexpr const char* kUncertain = R"("dateOfBirth":"1960-01-01T00:00:00Z","timeAtLastEncounter":{"ageRange":{)"
                                     R"("start":{"iso8601duration":"P20Y"},"end":{"iso8601duration":"P50Y"}}})";
  const auto import_all = [&](const std::string& people) {
    ImportOptions options;
    options.dataset = "hospital";
    ASSERT_TRUE(catalogue_->ImportText(people, options).ok());
  };
  std::string people;
  for (int i = 0; i < 200; ++i) people += Measured(absl::StrCat("U", i), "mg/dL", "", kAges);
  import_all(people);
  // Twelve times as many, of whom so many have the same unit, code or kind of age.
  const auto others = [&](const std::string& prefix, int each) {
    std::string all;
    for (int i = 0; i < each; ++i) {
      all += Measured(absl::StrCat(prefix, "a", i), "mmol/L", "", kAges);
      all += Measured(absl::StrCat(prefix, "b", i), "mg/dL", "", kUncertain);
      for (int code = 1; code <= 10; ++code) {
        all += Measured(absl::StrCat(prefix, "c", code, "-", i), "mg/dL",
                        absl::StrCat("\"LOCAL:", code, R"(","label":"fits"})", code == 1 ? kOnset : ""), kAges);
      }
    }
    return all;
  };
  std::string policy = WithLabels();
  const std::string preset = R"({"preset": "registered",)";
  policy.replace(policy.find(preset), preset.size(), preset + R"( "cells": 20,)");
  AdmitUnder(policy);
  const std::vector<std::string> texts = {"count individuals where has measurement LOINC:2345-7 > 5",
                                          "count individuals where has measurement LOINC:2345-7 > 5 foo",
                                          "count individuals where has measurement LOINC:2345-7 > 5 kg",
                                          "count individuals where has phenotype with onset before 2020",
                                          "count individuals where birth date before 1970",
                                          "count individuals where has phenotype LOCAL:1 \"another label\"",
                                          "count individuals by age at last contact in bands of 10 years",
                                          "count individuals by phenotype"};
  const auto said = [&] {
    std::vector<std::string> all;
    for (const std::string& text : texts) {
      const Answer answer = Ask(text);
      std::string& one = all.emplace_back(RenderDiagnostics(text, answer.diagnostics));
      if (!answer.table.has_value()) continue;
      for (const auto& row : answer.table->rows) {
        if (const auto* key = std::get_if<std::string>(&row[0])) absl::StrAppend(&one, *key, "\n");
      }
    }
    return all;
  };
  const std::vector<std::string> before = said();
  import_all(others("few", 2));
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  EXPECT_EQ(said(), before);
  import_all(others("many", 100));
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  const std::vector<std::string> after = said();
  for (size_t i = 0; i < texts.size(); ++i) EXPECT_NE(after[i], before[i]) << texts[i];
  EXPECT_THAT(before[0], HasSubstr("write 5 mg/dL, the unit that it is recorded in"));
  EXPECT_THAT(after[0], HasSubstr("units in use: mg/dL, mmol/L"));
  EXPECT_THAT(before[3], HasSubstr("[not-recorded]"));
  EXPECT_THAT(after[5], HasSubstr("LOCAL:1 is labelled \"fits\" in the records [label-mismatch]"));
  EXPECT_THAT(after[6], HasSubstr("uncertain\n"));
  EXPECT_THAT(after[7], HasSubstr("[answer-too-large]"));
}

TEST_F(GuestCatalogueTest, SuggestionsHaveNoNumbers) {
  LoadOntology("2026-01-01");
  ImportMore();
  AdmitUnder(WithLabels());
  const std::string text =
      "count individuals where has phenotype \"seizuer\" or age >= 18 or has phenotype \"qqq\" or has disease "
      "\"seizure\"";
  const auto host = catalogue_->Query(text);
  ASSERT_TRUE(host.ok()) << host.status();
  const std::string told = RenderDiagnostics(text, host->front().diagnostics);
  EXPECT_THAT(told, HasSubstr("did you mean HP:0001250 \"Seizure\" ("));
  EXPECT_THAT(told, HasSubstr(" people)?"));
  EXPECT_THAT(told, HasSubstr("age at last contact ("));
  const std::string said = RenderDiagnostics(text, Ask(text).diagnostics);
  EXPECT_THAT(said, HasSubstr("did you mean HP:0001250 \"Seizure\"?"));
  EXPECT_THAT(said, HasSubstr("age at last contact, age at enrolment"));
  EXPECT_THAT(said, Not(HasSubstr(" people)")));
  EXPECT_THAT(said, Not(HasSubstr("%")));
  EXPECT_THAT(said, Not(HasSubstr("more: ")));
}

TEST_F(GuestCatalogueTest, FindsTermsWithShownNumbers) {
  LoadOntology("2026-01-01");
  ImportMore();
  AdmitUnder(WithLabels());
  EXPECT_EQ(Texts("terms like \"seiz\""),
            "HP:0001250 | Seizure | hp | ~ | phenotype | \nHP:0002664 | Seizing neoplasm | hp | few |  | \n"
            "HP:0009999 | Seizure of nobody | hp | few |  | \n");
  // A term that few people have is as one that nobody has.
  const Answer answer = Ask("terms like \"seiz\"");
  EXPECT_EQ(answer.table->rows[1][3], answer.table->rows[2][3]);
  EXPECT_EQ(Texts("terms like \"local\""), "LOCAL:1 | local finding | (records) | ~ | phenotype | \n");
  EXPECT_EQ(Texts("terms like \"seiz\" limit 1"), "HP:0001250 | Seizure | hp | ~ | phenotype | \n");
}

// The epoch that begins after a deletion does not keep the segments in which the deleted are.
TEST_F(GuestCatalogueTest, CompactingTakesOutWhomTheEpochDoesNotHave) {
  ImportLabelled("G", "OTHER_SEX", "LOCAL:3", "local gone", 100);
  AdmitUnder(kGuestPolicy);
  const std::string before = Texts("count individuals by sex");
  std::vector<std::string> gone;
  for (int i = 0; i < 100; ++i) gone.push_back(absl::StrCat("G", i));
  ASSERT_TRUE(catalogue_->Delete("hospital", gone).ok());
  const auto in_files = [&] {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      if (bytes.find("local gone") != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_EQ(catalogue_->Compact().code(), absl::StatusCode::kFailedPrecondition) << "guests still see them";
  EXPECT_EQ(Texts("count individuals by sex"), before);
  EXPECT_TRUE(in_files());
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  guest_ = nullptr;
  EXPECT_TRUE(catalogue_->Compact().ok()) << catalogue_->Compact();
  EXPECT_FALSE(in_files());
  AdmitUnder(kGuestPolicy);
  EXPECT_THAT(Texts("show catalogue"), HasSubstr("epoch"));
  EXPECT_TRUE(catalogue_->Compact().ok()) << catalogue_->Compact();
}

TEST_F(GuestCatalogueTest, HasForgottenTheDeletedInTheNextEpoch) {
  ImportMore();
  ImportLabelled("G", "OTHER_SEX", "LOCAL:3", "local gone", 100);
  AdmitUnder(WithLabels());
  EXPECT_THAT(Texts("terms like \"local\""), HasSubstr("local gone"));
  std::vector<std::string> gone;
  for (int i = 0; i < 100; ++i) gone.push_back(absl::StrCat("G", i));
  ASSERT_TRUE(catalogue_->Delete("hospital", gone).ok());
  ASSERT_TRUE(catalogue_->PublishEpoch().ok());
  EXPECT_EQ(Texts("terms like \"local\""), "LOCAL:1 | local finding | (records) | ~ | phenotype | \n");
  EXPECT_THAT(Texts("describe individuals"), HasSubstr("sex |  | keyword | ~ | 2 | "));
  EXPECT_THAT(Completed("count individuals where sex is "), Not(HasSubstr("other")));
  EXPECT_THAT(Completed("count individuals where has phenotype LOCAL:"), Not(HasSubstr("LOCAL:3")));
}

// A label may be of one record, and say anything.
TEST_F(GuestCatalogueTest, HasLabelsOfRecordsOnlyWhereThePolicySaysSo) {
  LoadOntology("2026-01-01");
  ImportLabelled("H", "MALE", "LOCAL:1", "seen by one doctor in May", 1);
  ImportMore();
  ImportLabelled("W", "MALE", "HP:0001250", "fits of one", 1);
  AdmitUnder(kGuestPolicy);
  const auto all = [&] {
    std::string said;
    for (const char* text :
         {"count individuals by phenotype", "terms like \"doctor\"", "terms like \"LOCAL:1\"",
          "count individuals where has phenotype LOCAL:1", "explain count individuals where has phenotype LOCAL:1",
          "count individuals where has phenotype LOCAL:1 \"another label\"", "describe phenotypes"}) {
      absl::StrAppend(&said, Texts(text), "\n");
    }
    return absl::StrCat(said, Completed("count individuals where has phenotype LOCAL:"),
                        Completed("count individuals where has phenotype \"se"));
  };
  EXPECT_THAT(all(), Not(HasSubstr("seen by one")));
  EXPECT_THAT(all(), HasSubstr("Seizure"));
  EXPECT_EQ(Refusal("count individuals where has phenotype \"seen by one doctor in May\""), "unknown-term");
  EXPECT_EQ(guest_->Listed("phenotype", "term")->at(1).code, "LOCAL:1");
  EXPECT_EQ(guest_->Listed("phenotype", "term")->at(1).label, "");
  AdmitUnder(WithLabels());
  EXPECT_THAT(all(), HasSubstr("seen by one"));
  EXPECT_EQ(guest_->Listed("phenotype", "term")->at(1).label, "seen by one doctor in May");
  EXPECT_EQ(guest_->Listed("phenotype", "colour").status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(GuestCatalogueTest, CompletesListedValuesAndOfferedStatementsOnly) {
  ImportMore();
  AdmitUnder(WithLabels());
  EXPECT_THAT(Completed("count individuals where sex is "), HasSubstr("female"));
  EXPECT_THAT(Completed("count individuals where sex is "), Not(HasSubstr("other")));
  EXPECT_THAT(Completed("count individuals where has phenotype LOCAL:"), HasSubstr("LOCAL:1 (local finding)"));
  EXPECT_THAT(Completed("count individuals where has phenotype LOCAL:"), Not(HasSubstr("LOCAL:2")));
  const std::string statements = Completed("");
  EXPECT_THAT(statements, HasSubstr("count individuals"));
  EXPECT_THAT(statements, HasSubstr("define cohort"));
  for (const char* refused : {"list individuals", "explain analyse", "show imports", "show unknown codes"}) {
    EXPECT_THAT(statements, Not(HasSubstr(refused)));
  }
  EXPECT_THAT(Completed("count individuals where pers"), Not(HasSubstr("person id")));
  Admit("public");
  EXPECT_THAT(Completed(""), Not(HasSubstr("define cohort")));
  EXPECT_THAT(Completed(""), Not(HasSubstr("impact")));
  EXPECT_THAT(Completed("count individuals where has var"), Not(HasSubstr("variant")));
}

TEST_F(GuestCatalogueTest, ExplainsWordsWithoutWhatRecordsUse) {
  LoadOntology("2026-01-01");
  AdmitUnder(kGuestPolicy);
  EXPECT_EQ(Texts("explain count individuals where has phenotype HP:0000001"),
            "bound: | \n  count individuals where has phenotype HP:0000001 | \nterms: | \n"
            "  HP:0000001 All and below: 4 terms of the ontologies | \n");
  // Of a term that four people have as of one that nobody has.
  std::string rare = Texts("explain count individuals where has phenotype HP:0002664");
  const std::string nobody = Texts("explain count individuals where has phenotype HP:0009999");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"HP:0002664", "HP:0009999"}, {"HP:0002664", "HP:0009999"}, {"Seizing neoplasm", "Seizure of nobody"}}) {
    const size_t at = rare.find(from);
    if (at != std::string::npos) rare.replace(at, from.size(), to);
  }
  EXPECT_EQ(rare, nobody);
  EXPECT_EQ(guest_->Budget()->units_left, 1000) << "an explanation has no number, and is free";
}

TEST_F(GuestCatalogueTest, AsksOlderOntologiesWhereTheTierHasThem) {
  LoadOntology("2025-01-01");
  LoadOntology("2026-01-01");
  AdmitUnder(kGuestPolicy);
  QueryOptions options;
  options.ontologies = {{"hp", "2025-01-01"}};
  EXPECT_EQ(guest_->Query("count individuals", options)->front().diagnostics.at(0).code, "not-offered");
  Admit("controlled");
  const auto answers = guest_->Query("count individuals where has phenotype HP:0001250", options);
  ASSERT_TRUE(answers.ok()) << answers.status();
  ASSERT_TRUE(answers->front().table.has_value());
  EXPECT_EQ(answers->front().table->provenance.ontologies.at(0).version, "hp/releases/2025-01-01");
  EXPECT_EQ(std::get<Number>(answers->front().table->rows[0][0]),
            Count("count individuals where has phenotype HP:0001250"));
  options.ontologies = {{"hp", "1999"}};
  EXPECT_EQ(guest_->Query("count individuals", options).status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace muster
