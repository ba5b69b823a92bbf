// Keywords in several spellings, and with more behind them.
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class LongerWordsTest : public ValuesTest {
 protected:
  // A person with a file, of which `attributes` (JSON) say more.
  static std::string With(const std::string& id, const std::string& attributes) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"files":[{"uri":"file://)" + id + R"(","fileAttributes":{)" +
           attributes + "}}]}\n";
  }
  static std::string Format(const std::string& id, const std::string& format) {
    return With(id, R"("fileFormat":")" + format + R"(")");
  }
  void ImportAs(const std::string& dataset, const std::string& text) {
    ImportOptions options;
    options.dataset = dataset;
    Import(text, options);
  }
  static std::string Assembly(const std::string& id, const std::string& assembly) {
    return With(id, R"("genomeAssembly":")" + assembly + R"(")");
  }
};

TEST_F(LongerWordsTest, SeparatorsAreBlanks) {
  Import(Format("a", "aligned reads") + Format("b", "Aligned_reads") + Format("c", "aligned-READS") +
         Format("d", "alignedreads"));
  for (const std::string asked : {"\"aligned reads\"", "\"aligned_reads\"", "aligned-reads"}) {
    EXPECT_THAT(Ids("has file with format is " + asked), ElementsAre("a", "b", "c")) << asked;
    EXPECT_THAT(Ids("has file with format is not " + asked), ElementsAre("d")) << asked;
  }
  EXPECT_THAT(Ids("has file with format starts with \"aligned-r\""), ElementsAre("a", "b", "c"));
  EXPECT_EQ(Rows("count files by format in groups (reads = \"aligned reads\")"), "reads, 3; other, 1");
}

TEST_F(LongerWordsTest, WhatGoesOnAfterAWordIsTold) {
  Import(Format("a", "vcf") + Format("b", "vcf.gz") + Format("c", "VCF4.2") + Format("d", "gvcf") +
         Format("e", "vcfx") + Format("f", "bam"));
  EXPECT_THAT(Ids("has file with format is vcf"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 files of the catalogue have a format that says more than 'vcf', which does "
                                      "not mean it: \"vcf.gz\", \"vcf4.2\" [longer-words]"),
                            HasSubstr("write format in (\"vcf\", \"vcf.gz\", \"vcf4.2\")")));
  EXPECT_THAT(Ids("has file with format in (vcf, \"vcf.gz\", \"vcf4.2\")"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(said(), Not(HasSubstr("longer-words")));
  Ids("has file with format is bam");
  EXPECT_THAT(said(), Not(HasSubstr("longer-words")));
}

TEST_F(LongerWordsTest, ASynonymBeforeASignCounts) {
  Import(Assembly("a", "GRCh38") + Assembly("b", "hg38") + Assembly("c", "hg38+decoy") + Assembly("d", "GRCh38DH") +
         Assembly("e", "GRCh37"));
  EXPECT_THAT(Ids("has file with assembly is GRCh38"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("which does not mean it: \"grch38dh\", \"hg38+decoy\" [longer-words]"));
}

// A number that goes on is another number.
TEST_F(LongerWordsTest, NumbersAreWhole) {
  Import(Format("a", "type 1") + Format("b", "type 10") + Format("c", "type 1b"));
  EXPECT_THAT(Ids("has file with format is \"type 1\""), ElementsAre("a"));
  EXPECT_THAT(said(),
              HasSubstr("1 file of the catalogue has a format that says more than 'type 1', which does not mean "
                        "it: \"type 1b\" [longer-words]"));
}

TEST_F(LongerWordsTest, NamesOfDatasetsAreThemselves) {
  ImportAs("site 1", Format("a", "vcf"));
  ImportAs("site_1", Format("b", "vcf"));
  ImportAs("site 1 extra", Format("c", "vcf"));
  EXPECT_THAT(Ids("dataset is \"site 1\""), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("longer-words")));
}

}  // namespace
}  // namespace muster
