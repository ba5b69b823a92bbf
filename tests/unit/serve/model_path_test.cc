#include "serve/beacon/model_path.h"

#include <algorithm>
#include <string>

#include "gtest/gtest.h"

namespace muster::serve {
namespace {

TEST(ModelPathTest, UsualFieldsAreFewAndThere) {
  const auto usual = [](std::string_view prefix) {
    return std::ranges::count_if(CodeFields(), [&](const CodeField& field) { return IsUsualFor(prefix, field); });
  };
  EXPECT_EQ(usual("HP"), 2);
  EXPECT_EQ(usual("hp"), 2);
  EXPECT_EQ(usual("ICD10"), 4);
  EXPECT_EQ(usual("LOINC"), 1);
  EXPECT_EQ(usual("UBERON"), 2);
  EXPECT_EQ(usual("HGNC"), 1);
  EXPECT_EQ(usual("OBI"), 2);
  EXPECT_EQ(usual("XYZ"), 5);
  EXPECT_EQ(usual(""), 5);
}

TEST(ModelPathTest, FindsFieldsWithTheirEntryType) {
  ASSERT_NE(FindModelPath("libraryLayout"), nullptr);
  EXPECT_EQ(FindModelPath("runs.librarylayout"), FindModelPath("libraryLayout"));
  EXPECT_EQ(FindModelPath("biosamples.libraryLayout"), nullptr);
  ASSERT_NE(FindModelPath("diseases.diseaseCode"), nullptr);
  EXPECT_EQ(FindModelPath("individuals.diseases.diseaseCode"), FindModelPath("diseases.diseaseCode.id"));
  EXPECT_EQ(FindModelPath("diseases.diseaseCode.label"), nullptr);
  EXPECT_EQ(EntityOf({Entry::kBiosample, "", "tissue"}), "sample");
  EXPECT_EQ(EntityOf({Entry::kIndividual, "disease", "term"}), "disease");
}

}  // namespace
}  // namespace muster::serve
