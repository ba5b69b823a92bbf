// What is offered at the cursor, by what stands before it.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kOntology[] =
    "format-version: 1.2\ndata-version: hp/releases/2026-01-08\nontology: hp\n\n"
    "[Term]\nid: HP:0000118\nname: Phenotypic abnormality\n\n"
    "[Term]\nid: HP:0001250\nname: Seizure\nis_a: HP:0000118\n\n"
    "[Term]\nid: HP:0000002\nname: Individual trait\nis_a: HP:0000118\n";
constexpr char kPerson[] =
    R"({"id":"p","subject":{"id":"x","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"HP:0001250","label":"Seizure"}}]})";

class CompleteTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_complete_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    auto catalogue = Catalogue::Open(folder_.string(), {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
    ASSERT_TRUE(catalogue_->ImportText(kOntology, {}).ok());
    ASSERT_TRUE(catalogue_->ImportText(kPerson, {}).ok());
    ASSERT_TRUE(catalogue_->Query("define cohort women as individuals where sex is female").ok());
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  /// What `text` could become: its beginning stays, each item replaces the rest.
  std::vector<std::string> After(const std::string& text) {
    const Completions completions = catalogue_->Complete(text, text.size());
    std::vector<std::string> texts;
    for (const Completion& item : completions.items) texts.push_back(text.substr(0, completions.begin) + item.text);
    return texts;
  }
  /// What `text` could be followed by.
  std::vector<std::string> Items(const std::string& text) {
    std::vector<std::string> texts;
    for (const Completion& item : catalogue_->Complete(text, text.size()).items) texts.push_back(item.text);
    return texts;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
};

TEST_F(CompleteTest, OffersEntitiesOnlyWhereOnlyTheyCanStand) {
  EXPECT_THAT(Items("count individuals where has phe"), ElementsAre("phenotype"));
  EXPECT_THAT(Items("count ind"), ElementsAre("individuals"));
  EXPECT_THAT(Items("count individuals, sam"), Contains("samples"));
  EXPECT_THAT(Items("explain list excluded phen"), ElementsAre("phenotypes"));
  EXPECT_THAT(Items("define cohort x as ind"), ElementsAre("individuals"));
  EXPECT_THAT(Items("count individuals where has at least 2 phe"), ElementsAre("phenotype"));
  EXPECT_THAT(Items("describe ind"), ElementsAre("individual"));
  EXPECT_THAT(Items("count individuals where has "), IsSupersetOf({"phenotype", "observed", "at least", "mother"}));
  EXPECT_THAT(Items("count individuals where has "), Not(Contains("where")));
}

TEST_F(CompleteTest, OffersNothingThatGoesOnWithAWholeName) {
  for (const char* word : {"no", "first", "last", "at", "commercial", "compare", "define"}) {
    EXPECT_THAT(Items("count individuals "), Not(Contains(word)));
  }
  EXPECT_THAT(Items("count individuals "), IsSupersetOf({"where", "by"}));
  EXPECT_THAT(Items("count individuals where "), Contains("no"));
  EXPECT_THAT(Items("count individuals where age at last contact "), IsSupersetOf({">=", "at least"}));
  EXPECT_THAT(Items("count individuals where has phenotype \"Seizure\" "), Not(Contains(">="))) << "it has no value";
  EXPECT_THAT(Items("count individuals where has measurement LOINC:4548-4 "), Contains(">="));
}

TEST_F(CompleteTest, OffersTermsWhereTheyCanStand) {
  const std::string seizure = "HP:0001250 \"Seizure\"";
  for (const char* text :
       {"count individuals where has phenotype sei", "list individuals where has no excluded phenotype exactly sei",
        "count individuals where has phenotype in (HP:0000118, sei", "count phenotypes where phenotype is sei",
        "count phenotypes where severity is not sei", "count phenotypes where phenotype in (sei"}) {
    EXPECT_THAT(Items(text), ElementsAre(seizure)) << text;
  }
  EXPECT_THAT(Items("count individuals where sei"), IsEmpty());
  EXPECT_THAT(Items("count individuals by sei"), IsEmpty());
  EXPECT_THAT(Items("count individuals where has phenotype \"sei"), ElementsAre(seizure))
      << "quotes hold terms anywhere";
  EXPECT_THAT(Items("count individuals where has phenotype an"), Contains("and"));
}

TEST_F(CompleteTest, OffersTheValuesOfAField) {
  EXPECT_THAT(Items("count individuals where sex is fe"), ElementsAre("female"));
  EXPECT_THAT(Items("count individuals where sex = fe"), ElementsAre("female"));
  EXPECT_THAT(Items("count individuals where sex in (male, fe"), ElementsAre("female"));
  EXPECT_THAT(After("count individuals where sex in fe"), ElementsAre("count individuals where sex in female"));
  EXPECT_THAT(Items("count individuals where sex is "), ElementsAre("female", "exactly", "missing", "not", "recorded"));
}

TEST_F(CompleteTest, GoesOnWithNamesOfSeveralWords) {
  EXPECT_THAT(After("count individuals where age at la"), ElementsAre("count individuals where age at last contact"));
  EXPECT_THAT(After("count individuals by sex, vital s"), ElementsAre("count individuals by sex, vital status"));
  EXPECT_THAT(After("count individuals where age at "), Each(StartsWith("count individuals where age at ")));
  EXPECT_THAT(After("count individuals where age at "), Contains("count individuals where age at death"));
  EXPECT_THAT(Items("count individuals where has sample "), Contains("with")) << "not only sample relations";
}

TEST_F(CompleteTest, OffersWhatCanBeShown) {
  EXPECT_THAT(Items("show "), ElementsAre("catalogue", "cohorts", "datasets", "ontologies", "imports", "unknown codes",
                                          "cohort \"women\""));
  EXPECT_THAT(Items("show o"), ElementsAre("ontologies"));
  EXPECT_THAT(Items("show cohort "), ElementsAre("\"women\""));
}

TEST_F(CompleteTest, BeginsAnewWithEachStatement) {
  EXPECT_THAT(Items("count individuals where sex is female; cou"), ElementsAre("count individuals"));
  EXPECT_THAT(Items("-- has phenotype\ncou"), ElementsAre("count individuals"));
  EXPECT_THAT(Items("; describe ind"), ElementsAre("individual"));
}

}  // namespace
}  // namespace muster
