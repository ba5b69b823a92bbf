// Where a planner types: that what is wanted next is among the first ten of what is offered.
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/support/source_tree.h"

namespace muster {
namespace {

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::unique_ptr<Catalogue> Imported(const std::filesystem::path& path, const std::string& folder,
                                    const std::vector<std::string>& files) {
  auto catalogue = Catalogue::Open(path.string(), {.create_if_missing = true});
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
  ImportOptions options;
  options.dataset = "one";
  options.mapping = ReadAll(test::TestData(folder + "/mapping.json"));
  std::vector<std::string> paths;
  for (const std::string& file : files) paths.push_back(test::TestData(folder + "/" + file));
  const auto report = (*catalogue)->Import(paths, options);
  EXPECT_TRUE(report.ok()) << report.status();
  return *std::move(catalogue);
}

struct Position {
  const char* before;
  const char* wanted;  ///< what an item begins with; behind ~ what it contains, in any case
};

constexpr Position kPositions[] = {
    {"", "count individuals"},
    {"count ", "individuals"},
    {"count individuals ", "where"},
    {"count individuals ", "by"},
    {"count individuals where ", "has"},
    {"count individuals where ", "not"},
    {"count individuals where ", "sex"},
    {"count individuals where a", "age at last contact"},
    {"count individuals where age ", "age at last contact"},
    {"count individuals where has ", "disease"},
    {"count individuals where has no ", "disease"},
    {"count individuals where no ", "disease"},
    {"count individuals where has at least 2 ", "phenotype"},
    {"count individuals where has disease ", "~MONDO"},
    {"count individuals where has disease \"mel", "~MONDO:0005105"},
    {"count individuals where has disease \"artery", "~MONDO:0005010"},
    {"count individuals where has disease \"lynch", "~MONDO:0005835"},
    {"count individuals where has disease melan", "~MONDO:0005105"},
    {"count individuals where has disease \"COPD", "~MONDO:0005002"},
    {"count individuals where has disease MONDO:00051", "~MONDO:0005105"},
    {"count individuals where has disease \"melanoma\" ", "and"},
    {"count individuals where has disease \"melanoma\" ", "with"},
    {"count individuals where has disease \"melanoma\" ", "by"},
    {"count individuals where has disease \"melanoma\" and ", "has"},
    {"count individuals where has disease \"melanoma\" with ", "stage"},
    {"count individuals where has disease \"melanoma\" with (", "age at diagnosis"},
    {"count individuals where has disease \"melanoma\" with stage is ", "~NCIT:C27970"},
    {"count individuals where has disease \"melanoma\" with stage is \"Sta", "~NCIT:C27970"},
    {"count individuals where has measurement \"hemo", "~LOINC:4548-4"},
    {"count individuals where has measurement \"A1c", "~LOINC:4548-4"},
    {"count individuals where has measurement \"HbA1c", "~LOINC:4548-4"},
    {"count individuals where has measurement LOINC:", "~LOINC:4548-4"},
    {"count individuals where has measurement LOINC:4548-4 with ", "value"},
    {"count individuals where has measurement LOINC:4548-4 with value >= 7 ", "%"},
    {"count individuals where has measurement LOINC:4548-4 >= 7 ", "%"},
    {"count individuals where has measurement \"HbA1c\" >= 7 ", "%"},
    {"count individuals where has treatment \"oxali", "~Oxaliplatin"},
    {"count individuals where has treatment ", "~NCIT"},
    {"count individuals where has procedure \"intensive", "~intensive care"},
    {"count individuals where has exposure \"smo", "~Smokes"},
    {"count individuals where sex is ", "female"},
    {"count individuals where country in (", "fi"},
    {"count individuals where in ", "d2"},
    {"count individuals where has sample with (type is ", "tumour"},
    {"count individuals where has sample with (tissue is ", "~blood"},
    {"count individuals where has sample with (tissue is \"bl", "~blood"},
    {"count individuals where has run with assay is ", "wgs"},
    {"count individuals where has run with (depth ", ">="},
    {"count individuals where age at last contact ", ">="},
    {"count individuals where age at last contact >= 18 ", "years"},
    {"count individuals by ", "sex"},
    {"count individuals by age at last contact ", "in bands of"},
    {"count individuals by age at last contact in ", "bands"},
    {"count individuals by age at last contact in bands of 10 ", "years"},
    {"count individuals by sex ", "having"},
    {"count individuals where has treatment \"Oxaliplatin\" as m and has sample with collected before ", "m"},
    {"count individuals where has treatment \"Oxaliplatin\" as m and has sample with collected before m.", "start"},
    {"count individuals where usable for ", "general research"},
    {"count individuals where has consent with permission is ", "\"subject-level query\""},
    {"count individuals where has disease \"melanoma\" as t and has procedure with performed within 28 days of ", "t"},
    {"show cohort ", "\"d2\""},
    {"count individuals where none ", "of ("},
    {"summarise individuals of age at last contact ", "where"},
    {"count individuals where has last ", "measurement"},
    {"count individuals where has disease \"melanoma\" and has an", "another"},
    {"count individuals where has disease \"melanoma\" and has another ", "disease"},
    {"count individuals where has measurement LOINC:4548-4 ", ">="},
    {"count individuals where has disease \"melanoma\" and has another disease \"lynch", "~MONDO:0005835"},
    {"study ", "date"},
    {"count individuals with ", "certainty"},
    {"count individuals with ", "not recorded"},
    {"count individuals by number of ", "samples"},
    {"count individuals by excluded ", "phenotype"},
    {"count individuals by year of ", "diagnosis"},
    {"count individuals by month of ", "last contact"},
    {"count samples by year of ", "collected"},
    {"summarise individuals of ", "age at last contact"},
    {"summarise individuals of ", "~disease age at diagnosis"},
    {"summarise individuals of v", "value of measurement"},
    {"summarise individuals of value of measurement ", "~LOINC:4548-4"},
    {"summarise individuals of value of measurement LOINC:4548-4 in ", "%"},
    {"count individuals by value of measurement ", "~LOINC:4548-4"},
    {"count individuals by value of measurement LOINC:4548-4 in bands of 1 ", "%"},
    {"count individuals by age at last contact in bands of 1 ", "years"},
    {"count individuals where has measurement LOINC:4548-4 with value > 3 times ", "reference high"},
    {"count individuals where has measurement LOINC:4548-4 as a and has measurement LOINC:4548-4 with value >= 1.5 "
     "times ",
     "a.value"},
    {"count phenotypes by onset ", "term"},
    {"count individuals where has disease \"melanoma\" or ", "~MONDO"},
    {"count individuals where has disease \"melanoma\" or ", "has"},
    {"count individuals where has disease \"melanoma\" or \"lynch", "~MONDO:0005835"},
    {"count individuals where has disease \"melanoma\" except ", "~MONDO"},
    {"study date 2025-01-01; count individuals where age at ", "age at study date"},
    {"count individuals where exactly 2 ", "of ("},
};

bool IsOffered(const Catalogue& catalogue, const Position& position) {
  const std::string text = position.before;
  const Completions completions = catalogue.Complete(text, text.size());
  std::string wanted = position.wanted;
  const auto lower = [](std::string s) {
    std::transform(s.begin(), s.end(), s.begin(), [](unsigned char c) { return std::tolower(c); });
    return s;
  };
  for (size_t i = 0; i < completions.items.size() && i < 10; ++i) {
    const std::string& item = completions.items[i].text;
    const bool found =
        wanted[0] == '~' ? lower(item).find(lower(wanted.substr(1))) != std::string::npos : item.rfind(wanted, 0) == 0;
    if (found) return true;
  }
  std::string shown;
  for (size_t i = 0; i < completions.items.size() && i < 12; ++i) shown += completions.items[i].text + " | ";
  std::cout << "not among the first ten: " << text << "[" << wanted << "]: " << shown << "\n";
  return false;
}

struct Illegal {
  const char* before;
  const char* word;  ///< what may not be offered
};
constexpr Illegal kIllegal[] = {
    {"count individuals where has no ", "no"},      {"count individuals where no ", "at least"},
    {"count individuals where has no ", "another"}, {"count individuals where has at least 2 ", "exactly"},
    {"count individuals where has first ", "last"}, {"count individuals where has excluded ", "no"},
};

bool IsIllegalOffered(const Catalogue& catalogue, const Illegal& illegal) {
  const std::string text = illegal.before;
  const Completions completions = catalogue.Complete(text, text.size());
  return std::any_of(completions.items.begin(), completions.items.end(),
                     [&](const Completion& item) { return item.text == illegal.word; });
}

TEST(CompletePositionsTest, OffersWhatIsWantedAmongTheFirstTen) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("muster_positions" + std::to_string(getpid()));
  std::filesystem::remove_all(path);
  const auto catalogue = Imported(path, "cookbook",
                                  {"hp.obo", "mondo.obo", "ncit.obo", "codes.obo", "north.jsonl", "south.jsonl",
                                   "biobank.jsonl", "registry.jsonl"});
  ASSERT_TRUE(catalogue->Query("define cohort d2 as individuals where sex is female").ok());
  size_t offered = 0;
  for (const Position& position : kPositions) offered += IsOffered(*catalogue, position) ? 1 : 0;
  EXPECT_EQ(offered, std::size(kPositions));
  for (const Illegal& illegal : kIllegal) {
    EXPECT_FALSE(IsIllegalOffered(*catalogue, illegal)) << illegal.before << illegal.word;
  }
  // Only a number or a date can stand there.
  for (const std::string text : {"study date ", "count individuals by age at last contact in bands at "}) {
    EXPECT_TRUE(catalogue->Complete(text, text.size()).items.empty()) << text;
  }
  std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace muster
