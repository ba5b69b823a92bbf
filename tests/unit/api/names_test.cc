// Which terms a quoted name may stand for, where several ontologies are loaded and a field uses few of them.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kHp[] = R"(format-version: 1.2
ontology: hp

[Term]
id: HP:0000118
name: Phenotypic abnormality

[Term]
id: HP:0002099
name: Asthma
is_a: HP:0000118

[Term]
id: HP:0006510
name: Chronic obstructive pulmonary disease
synonym: "COPD" EXACT []
is_a: HP:0000118
)";

constexpr char kMondo[] = R"(format-version: 1.2
ontology: mondo

[Term]
id: MONDO:0000001
name: disease

[Term]
id: MONDO:0004979
name: asthma
xref: OMIM:600807 {source="MONDO:equivalentTo"}
is_a: MONDO:0000001

[Term]
id: MONDO:0005002
name: chronic obstructive pulmonary disease
is_a: MONDO:0000001

[Term]
id: MONDO:0005812
name: influenza
is_a: MONDO:0000001
)";

class NamesTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_names_" + name + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    auto catalogue = Catalogue::Open((folder_ / "catalogue").string(), {.create_if_missing = true});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
    Import("hp.obo", kHp);
    Import("mondo.obo", kMondo);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  void Import(const std::string& name, const std::string& text) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << text;
    const auto report = catalogue_->Import({path}, {});
    ASSERT_TRUE(report.ok()) << report.status();
  }
  // People who have one disease each.
  void ImportDiseases(const std::vector<std::pair<std::string, std::string>>& codes) {
    std::string text;
    for (const auto& [id, label] : codes) {
      text += R"({"id":"p)" + std::to_string(people_++) +
              R"(","subject":{"id":"x","sex":"FEMALE"},"diseases":[{"term":)" + R"({"id":")" + id + R"(","label":")" +
              label + "\"}}]}\n";
    }
    Import("people" + std::to_string(people_) + ".jsonl", text);
  }

  Answer Ask(const std::string& text) {
    auto answers = catalogue_->Query(text);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? std::move(answers->back()) : Answer();
  }
  // The number of people, or -1.
  int64_t Count(const std::string& text) {
    const Answer answer = Ask(text);
    return answer.table ? std::get<int64_t>(answer.table->rows[0][0]) : -1;
  }
  // The first diagnostic; an empty one when there is none.
  Diagnostic Told(const std::string& text) {
    const Answer answer = Ask(text);
    return answer.diagnostics.empty() ? Diagnostic() : answer.diagnostics[0];
  }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
  int people_ = 0;
};

// An exclusion of a term that no disease can have leaves everybody in, and nobody sees that.
TEST_F(NamesTest, NameOfAnOntologyThatTheFieldDoesNotUseIsAnError) {
  ImportDiseases({{"MONDO:0004979", "asthma"}, {"MONDO:0005002", "chronic obstructive pulmonary disease"}});
  const std::string query = "count individuals where has disease \"asthma\" and not has disease \"copd\"";
  EXPECT_EQ(Count(query), -1);
  const Diagnostic told = Told(query);
  EXPECT_EQ(told.code, "term-not-in-use");
  EXPECT_EQ(told.severity, Severity::kError);
  EXPECT_EQ(told.message,
            "\"copd\" is HP:0006510 Chronic obstructive pulmonary disease, and no disease here is coded with HP:");
  EXPECT_THAT(told.hints, Contains("did you mean MONDO:0005002 \"chronic obstructive pulmonary disease\" (1 person)?"));
}

// Sites code one disease in several systems; no ontology here says that these are one.
TEST_F(NamesTest, RecordsCalledTheSameUnderOtherCodesAreTold) {
  ImportDiseases({{"MONDO:0004979", "asthma"}, {"SNOMED:195967001", "Asthma"}, {"LOCAL:1", "asthma"}});
  const std::string query = "count individuals where has disease MONDO:0004979";
  EXPECT_EQ(Count(query), 1);
  const Diagnostic told = Told(query);
  EXPECT_EQ(told.code, "same-name");
  EXPECT_EQ(told.severity, Severity::kNote);
  EXPECT_THAT(told.message,
              HasSubstr("besides the 1 individual who is found, 2 have diseases called the same under other codes"));
  EXPECT_THAT(told.message, HasSubstr("SNOMED:195967001"));
  EXPECT_THAT(told.message, HasSubstr("LOCAL:1"));
  EXPECT_EQ(Told("count individuals where has disease in (MONDO:0004979, SNOMED:195967001, LOCAL:1)").code, "");
}

TEST_F(NamesTest, ANameInSeveralSystemsIsAnsweredWithAllOfItsCodes) {
  ImportDiseases({{"ICD10GM:C43.5", "cutaneous melanoma"}, {"SNOMED:93655004", "Cutaneous melanoma"}});
  const Diagnostic ambiguous = Told("count individuals where has disease \"cutaneous melanoma\"");
  EXPECT_EQ(ambiguous.code, "ambiguous-term");
  ASSERT_FALSE(ambiguous.hints.empty());
  EXPECT_EQ(ambiguous.hints[0], "to ask for all of them, write ICD10GM:C43.5 or SNOMED:93655004");
  EXPECT_EQ(Count("count individuals where has disease ICD10GM:C43.5 or SNOMED:93655004"), 2);
  EXPECT_THAT(Told("count individuals where has disease \"melanoma cutaneous\"").hints,
              Contains("did you mean SNOMED:93655004 or ICD10GM:C43.5 \"Cutaneous melanoma\" (2 people)?"));
}

TEST_F(NamesTest, SuggestionsSayHowManyPeopleHaveThem) {
  ImportDiseases({{"LOCAL:1", "lung tumour"},
                  {"LOCAL:2", "brain tumour"},
                  {"LOCAL:2", "brain tumour"},
                  {"LOCAL:3", "liver tumour"},
                  {"LOCAL:4", "eye tumour"},
                  {"LOCAL:5", "bone tumour"}});
  EXPECT_THAT(
      Told("count individuals where has disease \"tumour\"").hints,
      ElementsAre("did you mean LOCAL:2 \"brain tumour\" (2 people)?",
                  "did you mean LOCAL:5 \"bone tumour\" (1 person)?", "did you mean LOCAL:4 \"eye tumour\" (1 person)?",
                  "2 more: terms like \"tumour\" in diseases"));
  EXPECT_THAT(
      Told("count individuals where has disease \"qqq\"").hints,
      Contains(HasSubstr("recorded here: LOCAL:2 \"brain tumour\" (2 people), LOCAL:1 \"lung tumour\" (1 person)")));
}

TEST_F(NamesTest, ACodeInQuotesIsACode) {
  ImportDiseases({{"ICD10GM:E11.9", "type 2 diabetes"}});
  EXPECT_EQ(Count("count individuals where has disease \"ICD10GM:E11\""), 1);
  EXPECT_EQ(Told("count individuals where has disease \"ICD10GM:E12\"").code, "unknown-term");
}

TEST_F(NamesTest, CodeOfSuchAnOntologyIsAWarningThatNamesTheTerm) {
  ImportDiseases({{"MONDO:0004979", "asthma"}});
  const std::string query = "count individuals where has disease HP:0006510";
  EXPECT_EQ(Count(query), 0);
  EXPECT_EQ(Told(query).code, "no-such-codes");
  EXPECT_THAT(Told(query).message, HasSubstr("HP:0006510 Chronic obstructive pulmonary disease"));
}

// All diseases are OMIM's, to which some terms of Mondo are equivalent: so Mondo's names are good, HP's are not.
TEST_F(NamesTest, OntologiesThatLeadToTheFieldByEquivalenceAreInUse) {
  ImportDiseases({{"OMIM:600807", ""}});
  EXPECT_EQ(Count("count individuals where has disease \"asthma\""), 1);
  EXPECT_EQ(Count("count individuals where has disease \"disease\""), 1);
  EXPECT_EQ(Count("count individuals where has disease \"influenza\""), 0);
  EXPECT_EQ(Count("count individuals where has disease \"copd\""), -1);
}

// Neither asthma is recorded. That of HP could not be.
TEST_F(NamesTest, OfSeveralTermsThoseOfAnOntologyInUseAreMeant) {
  ImportDiseases({{"MONDO:0005812", "influenza"}});
  const Answer answer = Ask("count individuals where has disease \"asthma\"");
  EXPECT_TRUE(answer.table.has_value());
  ASSERT_EQ(answer.diagnostics.size(), 1u);
  EXPECT_EQ(answer.diagnostics[0].code, "never-recorded");
  EXPECT_EQ(Count("count individuals where has excluded disease \"asthma\""), 0);
}

TEST_F(NamesTest, LabelsInTheDataGoBeforeTermsThatAreNotInUse) {
  ImportDiseases({{"LOCAL:17", "COPD"}, {"MONDO:0004979", "asthma"}});
  EXPECT_EQ(Count("count individuals where has disease \"copd\""), 1);
}

TEST_F(NamesTest, WhereNothingIsRecordedEveryNameIsAsGood) {
  EXPECT_EQ(Count("count individuals where has disease \"copd\""), 0);
  ImportDiseases({{"MONDO:0004979", "asthma"}});
  EXPECT_EQ(Count("count individuals where has phenotype \"copd\""), 0);
}

// Units have no system: of those that are spelt alike, the one that is written is meant, and a note tells of the other.
TEST_F(NamesTest, UnitAsItIsWrittenGoesBeforeOthersSpeltAlike) {
  const auto person = [](const std::string& id, const std::string& unit) {
    return R"({"id":")" + id +
           R"(","subject":{"id":"x"},"measurements":[{"assay":{"id":"LOINC:2089-1","label":"LDL"},)" +
           R"("value":{"quantity":{"unit":{"id":")" + unit + R"(","label":"mg/dL"},"value":100}}}]})" + "\n";
  };
  Import("units.jsonl", person("a", "mg/dL") + person("b", "MG/DL") + person("c", "MG/DL"));
  const std::string criterion = "count individuals where has measurement LOINC:2089-1 with unit is ";
  EXPECT_EQ(Count(criterion + "\"mg/dL\""), 1);
  EXPECT_EQ(Told(criterion + "\"mg/dL\"").code, "ambiguous-term");
  EXPECT_THAT(Told(criterion + "\"mg/dL\"").message, HasSubstr("MG/DL"));
  EXPECT_EQ(Count(criterion + "\"MG/DL\""), 2);
  EXPECT_EQ(Count(criterion + "\"Mg/Dl\""), -1);  // of what is neither, nothing goes before
}

// That no birth date is known makes all of them missing.
TEST_F(NamesTest, DatesWithoutAnAgeAreSaidToHaveNoBands) {
  const std::string query = "count individuals by age at last contact in bands of 10 years";
  const auto person = [](const std::string& id, const std::string& birth) {
    return R"({"id":")" + id + R"(","subject":{"id":"x",)" + birth +
           R"("timeAtLastEncounter":{"timestamp":"2024-02-01T00:00:00Z"}}})" + "\n";
  };
  Import("dates.jsonl", person("a", ""));
  EXPECT_EQ(Told(query).code, "no-ages");
  Import("born.jsonl", person("b", R"("dateOfBirth":"2001-01-01T00:00:00Z",)"));
  EXPECT_EQ(Told(query).code, "");
}

}  // namespace
}  // namespace muster
