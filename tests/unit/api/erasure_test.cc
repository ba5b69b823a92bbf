// Who was deleted is gone: from every answer, hint and completion at once, and from the files when they are compacted.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A word that only one person has, in every kind of value.
constexpr const char* kMarker = "zzmarker";

std::string Text(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  return "-";
}

// All that is said to `text`: diagnostics, hints, table, labels.
std::string Said(const Catalogue& catalogue, const std::string& text) {
  const auto answers = catalogue.Query(text);
  if (!answers.ok()) return answers.status().ToString();
  std::string said;
  for (const Answer& answer : *answers) {
    absl::StrAppend(&said, RenderDiagnostics(text, answer.diagnostics));
    if (!answer.table.has_value()) continue;
    for (const Column& column : answer.table->columns) absl::StrAppend(&said, column.name, " | ");
    for (const auto& row : answer.table->rows) {
      said += "\n";
      for (const Cell& cell : row) absl::StrAppend(&said, Text(cell), " | ");
    }
    for (const auto& [code, label] : answer.table->labels) absl::StrAppend(&said, "\n", code, " = ", label);
  }
  return said;
}

std::string Completed(const Catalogue& catalogue, const std::string& text) {
  std::string all;
  for (size_t cursor = 0; cursor <= text.size(); ++cursor) {
    for (const Completion& item : catalogue.Complete(text, cursor).items) {
      absl::StrAppend(&all, cursor, ": ", item.text, " (", item.description, ")\n");
    }
  }
  return all;
}

// Where a file below `folder` has the marker, in any case.
std::vector<std::string> FilesWithMarker(const std::filesystem::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (absl::AsciiStrToLower(bytes).find(kMarker) != std::string::npos) found.push_back(entry.path().filename());
  }
  return found;
}

class ErasureTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = testing::TempDir() + "muster_erasure_XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    catalogue_ = Open("catalogue");
    twin_ = Open("twin");
  }
  void TearDown() override {
    catalogue_.reset();
    twin_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::unique_ptr<Catalogue> Open(const std::string& name, bool read_only = false) const {
    auto opened = Catalogue::Open(Path(name), {.create_if_missing = !read_only, .read_only = read_only});
    EXPECT_TRUE(opened.ok()) << opened.status();
    return opened.ok() ? *std::move(opened) : nullptr;
  }

  static void Import(Catalogue& catalogue, const std::string& text) {
    ImportOptions options;
    options.mapping = R"({"individual": {"person id": "/person", "cohort": "/group", "ethnicity label": "/words",
                          "country": "/land"}})";
    const auto report = catalogue.ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }

  // A person with values that others have as well.
  static std::string Common(int number) {
    return absl::StrCat(
        R"({"id":"c)", number, R"(","subject":{"sex":"FEMALE","timeAtLastEncounter":{"age":{"iso8601duration":"P)",
        20 + number, R"(Y"}}},"person":"P)", number, R"(","group":"all","words":"common words","land":"DE",
        "phenotypicFeatures":[{"type":{"id":"LOCAL:1","label":"common finding"}}],
        "diseases":[{"term":{"id":"ICD10:C18.0","label":"common disease"},
                     "onset":{"timestamp":"2019-01-01T00:00:00Z"}}],
        "measurements":[{"assay":{"id":"LOINC:718-7"},"value":{"quantity":{"unit":{"id":"UCUM:g/dL"},"value":12}}}]})",
        "\n");
  }
  // One with values that nobody else has: an id, codes, labels, keywords, a unit, and what is not indexed.
  static std::string Marked() {
    std::string text = R"({"id":"ZZMARKER-ID","subject":{"sex":"FEMALE",
        "timeAtLastEncounter":{"age":{"iso8601duration":"P97Y"}}},"person":"ZZMARKER-PERSON","group":"zzmarkergroup",
        "words":"zzmarker words","land":"MT","note":"zzmarker note",
        "phenotypicFeatures":[{"type":{"id":"LOCAL:ZZMARKER9","label":"Zzmarker finding"}},
                              {"type":{"id":"zzmarker nonsense"}}],
        "diseases":[{"term":{"id":"ICD10:C18.7","label":"Zzmarker disease"},"onset":{"timestamp":"zzmarker day"}},
                    {"term":{"id":"ZZMARKER:5","label":"other zzmarker"},
                     "onset":{"age":{"iso8601duration":"P50Y"}}}],
        "measurements":[{"assay":{"id":"LOINC:718-7"},
                         "value":{"quantity":{"unit":{"id":"zzmarkerunit"},"value":13}}}],
        "biosamples":[{"id":"zzmarker-sample","sampledTissue":{"id":"UBERON:ZZMARKER","label":"zzmarker tissue"}}]})";
    return absl::StrReplaceAll(text, {{"\n", " "}}) + "\n";
  }

  static std::string Commons(int begin, int end) {
    std::string text;
    for (int i = begin; i < end; ++i) text += Common(i);
    return text;
  }

  // Of the two catalogues, one has had the marked person, who is not there any more.
  void ExpectToldTheSame() const {
    for (const std::string& text : Questions()) {
      EXPECT_EQ(Said(*catalogue_, text), Said(*twin_, text)) << text;
    }
    for (const std::string& text : Unfinished()) {
      EXPECT_EQ(Completed(*catalogue_, text), Completed(*twin_, text)) << text;
    }
  }

  // About every kind of value: itself, its beginning, misspelt, and what shows all values of a field.
  static std::vector<std::string> Questions() {
    std::vector<std::string> texts = {
        "count individuals where has phenotype LOCAL:ZZMARKER9",
        "count individuals where has phenotype exactly LOCAL:ZZMARKER9",
        "count individuals where has phenotype LOCAL:ZZMARKER9 \"wrong label\"",
        "count individuals where has phenotype LOCAL:ZZMARKER9 \"Zzmarker finding\"",
        "count individuals where has phenotype \"Zzmarker finding\"",
        "count individuals where has phenotype \"Zzmarker findin\"",
        "count individuals where has phenotype \"zzmarker nonsense\"",
        "count individuals where has disease LOCAL:ZZMARKER9",
        "count individuals where has disease ICD10:C18",
        "explain count individuals where has disease ICD10:C18",
        "count individuals where has disease ICD10:C18.7",
        "count individuals where has disease ICD10:C18.8",
        "count individuals where has disease ICD10:C1",
        "count individuals where has disease ZZMARKER:5",
        "count individuals where has disease ZZMARKER:6",
        "count individuals where has disease \"other zzmarker\"",
        "count individuals where has disease in (ICD10:C18.0, ZZMARKER:5)",
        "count individuals where has disease with term starts with \"ICD10:C18.7\"",
        "count individuals where has disease with term starts with \"ZZ\"",
        "count individuals where has sample UBERON:ZZMARKER",
        "count individuals where has sample",
        "count individuals where country is MT",
        "count individuals where country is MTT",
        "count individuals where country starts with \"M\"",
        "count individuals where ethnicity label is \"zzmarker words\"",
        "count individuals where ethnicity label is \"zzmarker word\"",
        "count individuals where ethnicity label starts with \"zz\"",
        "count individuals where person id is \"ZZMARKER-PERSON\"",
        "count individuals where person id is \"ZZMARKER-PERSO\"",
        "count individuals where in zzmarkergroup",
        "count individuals where in zzmarkergrou",
        "count individuals where cohort is zzmarkergroup",
        "count individuals where has measurement LOINC:718-7 with value > 5 g/dL",
        "count individuals where has measurement LOINC:718-7 with value > 5",
        "count individuals where has measurement LOINC:718-7 with value > 5 nonsense",
        "count measurements where unit is zzmarkerunit",
        "count individuals where has disease with onset before 60 years",
        "count individuals where has disease with onset before 2020-01-01",
        "count individuals by age at last contact in bands of 10 years",
        "count individuals, diseases by disease",
        "count diseases by onset in bands of 10 years",
        "count individuals by country, ethnicity label",
        "count individuals by cohort top 10",
        "count measurements by unit",
        "terms like \"zzmarker\"",
        "terms like \"common\"",
        "show datasets",
        "show unknown codes",
        "funnel individuals where sex is female and has disease ICD10:C18",
        "define cohort zz as individuals where has disease ICD10:C18 and has disease LOCAL:ZZMARKER9",
        "show cohorts",
        "drop cohort zz",
    };
    for (const char* entity : {"individual", "phenotype", "disease", "measurement", "sample"}) {
      texts.push_back(absl::StrCat("describe ", entity));
    }
    return texts;
  }

  static std::vector<std::string> Unfinished() {
    return {"count individuals where has phenotype LOCAL:ZZ",
            "count individuals where has disease ZZMARKER:",
            "count individuals where has disease ICD10:C18.",
            "count individuals where has disease \"zzmark",
            "count individuals where country is M",
            "count individuals where ethnicity label is z",
            "count individuals where person id is Z",
            "count individuals where in zzm",
            "show cohort z"};
  }

  std::string folder_;
  std::unique_ptr<Catalogue> catalogue_;
  std::unique_ptr<Catalogue> twin_;
};

TEST_F(ErasureTest, ADeletedPersonIsInNoAnswer) {
  Import(*catalogue_, Commons(0, 30) + Marked());
  Import(*twin_, Commons(0, 30));
  size_t told_apart = 0;
  for (const std::string& text : Questions()) told_apart += Said(*catalogue_, text) != Said(*twin_, text) ? 1 : 0;
  EXPECT_GT(told_apart, 25u) << "else the questions are about nothing";
  const auto deleted = catalogue_->Delete("default", {"ZZMARKER-ID"});
  ASSERT_TRUE(deleted.ok() && *deleted == 1) << deleted.status();
  ExpectToldTheSame();
  EXPECT_THAT(absl::AsciiStrToLower(Said(*catalogue_, "show imports")), Not(HasSubstr(kMarker)));
  // Also when it is opened anew, and where nothing is asked before.
  catalogue_.reset();
  catalogue_ = Open("catalogue");
  ExpectToldTheSame();
}

TEST_F(ErasureTest, SoIsWhatAReplacedRecordHad) {
  Import(*catalogue_, Commons(0, 30) + absl::StrReplaceAll(Marked(), {{"ZZMARKER-ID", "c30"}}));
  Import(*twin_, Commons(0, 30));
  Import(*catalogue_, Common(30));
  Import(*twin_, Common(30));
  ExpectToldTheSame();
  EXPECT_THAT(absl::AsciiStrToLower(Said(*catalogue_, "show imports")), Not(HasSubstr(kMarker)));
}

TEST_F(ErasureTest, DeadRowsAreInNoExplanation) {
  Import(*catalogue_, Commons(0, 30) + Marked());
  Import(*twin_, Commons(0, 30));
  ASSERT_TRUE(catalogue_->Delete("default", {"ZZMARKER-ID"}).ok());
  const auto rows = [](const Catalogue& catalogue, const std::string& text) {
    std::vector<std::string> steps;
    const auto answers = catalogue.Query("explain analyse " + text);
    EXPECT_TRUE(answers.ok() && answers->front().table.has_value()) << text;
    if (!answers.ok() || !answers->front().table.has_value()) return steps;
    for (const auto& row : answers->front().table->rows)
      steps.push_back(absl::StrCat(Text(row[0]), ": ", Text(row[1])));
    return steps;
  };
  for (const char* text : {"count individuals where sex is female and has disease ICD10:C18",
                           "count individuals where has measurement LOINC:718-7 with value > 5 g/dL",
                           "count individuals where not has sample and age at last contact >= 20 years"}) {
    EXPECT_EQ(rows(*catalogue_, text), rows(*twin_, text)) << text;
  }
}

TEST_F(ErasureTest, IdsAreNotSuggested) {
  Import(*catalogue_, Commons(0, 30));
  const std::string said = Said(*catalogue_, "count individuals where person id is PX");
  EXPECT_THAT(said, HasSubstr("unknown-value"));
  EXPECT_THAT(said, AllOf(Not(HasSubstr("did you mean")), Not(HasSubstr("values:"))));
  EXPECT_THAT(Said(*catalogue_, "count individuals where country is DX"), HasSubstr("values: "));
  EXPECT_THAT(Completed(*catalogue_, "count individuals where person id is P"), Not(HasSubstr("value of person id")));
  EXPECT_THAT(Completed(*catalogue_, "count individuals where country is d"), HasSubstr("value of country"));
}

TEST_F(ErasureTest, CompactingTakesItOutOfTheFiles) {
  Import(*catalogue_, Commons(0, 30));
  Import(*catalogue_, Marked());
  Import(*twin_, Commons(0, 30));
  // It keeps the codes that it reached.
  const char* const define = "define cohort kept as individuals where has disease with term starts with \"ZZ\"";
  EXPECT_THAT(Said(*catalogue_, define), HasSubstr("kept"));
  ASSERT_TRUE(catalogue_->Delete("default", {"ZZMARKER-ID"}).ok());
  catalogue_.reset();
  EXPECT_THAT(FilesWithMarker(Path("catalogue")), Not(IsEmpty())) << "else this test could not fail";
  catalogue_ = Open("catalogue");
  EXPECT_THAT(FilesWithMarker(Path("catalogue")), Not(IsEmpty()));
  const auto beside = Open("catalogue", true);
  const absl::Status compacted = catalogue_->Compact();
  ASSERT_TRUE(compacted.ok()) << compacted;
  EXPECT_THAT(FilesWithMarker(Path("catalogue")), IsEmpty());
  EXPECT_THAT(Said(*catalogue_, "show cohort kept"), HasSubstr("(1)"));
  EXPECT_THAT(Said(*catalogue_, "drop cohort kept"), HasSubstr("kept"));
  ExpectToldTheSame();
  const auto check = catalogue_->Check({});
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_THAT(check->problems, IsEmpty());
  // A reader beside it goes on with its version, and one that opens now sees this one.
  EXPECT_THAT(Said(*beside, "count individuals where has disease ICD10:C18"), HasSubstr("30"));
  EXPECT_THAT(Said(*Open("catalogue", true), "count individuals where has disease ICD10:C18"), HasSubstr("30"));
  // The codes may come again, under new numbers.
  Import(*catalogue_, Marked());
  EXPECT_THAT(Said(*catalogue_, "count individuals where has disease ICD10:C18.7"), HasSubstr("1"));
  catalogue_.reset();
  catalogue_ = Open("catalogue");
  EXPECT_THAT(Said(*catalogue_, "count individuals where has phenotype \"Zzmarker finding\""), HasSubstr("1"));
  EXPECT_THAT(Said(*catalogue_, "count individuals where has disease ICD10:C18.0"), HasSubstr("30"));
}

TEST_F(ErasureTest, CompactingAgainAndWithNothingToDo) {
  ASSERT_TRUE(catalogue_->Compact().ok());
  Import(*catalogue_, Commons(0, 5));
  const uint64_t version = catalogue_->Info()->version;
  ASSERT_TRUE(catalogue_->Compact().ok());
  EXPECT_EQ(catalogue_->Info()->version, version) << "nothing was to be changed";
  ASSERT_TRUE(catalogue_->Delete("default", {"c1"}).ok());
  ASSERT_TRUE(catalogue_->Compact().ok());
  ASSERT_TRUE(catalogue_->Compact().ok());
  EXPECT_THAT(Said(*catalogue_, "count individuals"), HasSubstr("4"));
  const auto reader = Open("catalogue", true);
  EXPECT_TRUE(absl::IsFailedPrecondition(reader->Compact()));
}

TEST_F(ErasureTest, AMergeDropsSymbolsThatNobodyHas) {
  Import(*catalogue_, Marked());
  Import(*catalogue_, Commons(0, 1));
  ASSERT_TRUE(catalogue_->Delete("default", {"ZZMARKER-ID"}).ok());
  for (int i = 1; i < 12; ++i) Import(*catalogue_, Common(i));
  // Not by a compaction of the files, but the dictionary of the present version has lost them: it is written anew.
  const auto check = catalogue_->Check({});
  ASSERT_TRUE(check.ok() && check->problems.empty()) << check.status();
  EXPECT_THAT(Said(*catalogue_, "count individuals where has disease ICD10:C18.0"), HasSubstr("12"));
  catalogue_.reset();
  catalogue_ = Open("catalogue");
  EXPECT_THAT(Said(*catalogue_, "count individuals where has disease ICD10:C18.0"), HasSubstr("12"));
  EXPECT_THAT(Said(*catalogue_, "count individuals by disease"), Not(HasSubstr("ICD10:C18.7")));
}

TEST_F(ErasureTest, QueriesGoOnMeanwhile) {
  Import(*catalogue_, Commons(0, 200));
  std::atomic<bool> stop = false;
  std::atomic<int> wrong = 0;
  std::thread asking([&] {
    while (!stop) {
      const auto answers = catalogue_->Query("count individuals where has disease ICD10:C18 and sex is female");
      const bool good = answers.ok() && answers->front().table.has_value() &&
                        std::get<int64_t>(answers->front().table->rows[0][0]) >= 190;
      if (!good) ++wrong;
    }
  });
  for (int i = 0; i < 10; ++i) {
    ASSERT_TRUE(catalogue_->Delete("default", {absl::StrCat("c", i)}).ok());
    const absl::Status compacted = catalogue_->Compact();
    EXPECT_TRUE(compacted.ok() || absl::IsUnavailable(compacted)) << compacted;
  }
  stop = true;
  asking.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_TRUE(catalogue_->Compact().ok());
  EXPECT_THAT(Said(*catalogue_, "count individuals"), HasSubstr("190"));
}

}  // namespace
}  // namespace muster
