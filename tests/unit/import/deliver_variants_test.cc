// One variant that an individual has in two records.
#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::HasSubstr;

struct Written {
  std::string id = {};
  std::string hgvs = {};
  std::string assembly = {};
  std::string chromosome = {};
  int position = 0;
  std::string alt = "G";
};

std::string Json(const Written& variant) {
  std::string text = R"({"interpretationStatus": "CAUSATIVE", "variantInterpretation": {"variationDescriptor": {
      "geneContext": {"valueId": "HGNC:1", "symbol": "X"})";
  if (!variant.id.empty()) text += R"(, "id": ")" + variant.id + "\"";
  if (!variant.hgvs.empty()) {
    text += R"(, "expressions": [{"syntax": "hgvs", "value": ")" + variant.hgvs + "\"}]";
  }
  if (variant.position > 0) {
    text += R"(, "vcfRecord": {"genomeAssembly": ")" + variant.assembly + R"(", "chrom": ")" + variant.chromosome +
            R"(", "pos": )" + std::to_string(variant.position) + R"(, "ref": "A", "alt": ")" + variant.alt + "\"}";
  }
  return text + "}}}";
}

// The reason of what is said of two variants of one interpretation, or of two; "" where nothing is.
std::string Said(const Written& one, const Written& other, bool in_two = false) {
  const std::string between =
      in_two ? R"(]}}, {"id": "i2", "diagnosis": {"disease": {"id": "OMIM:2"}, "genomicInterpretations": [)" : ", ";
  const Reading reading =
      Read(R"({"id": "1", "interpretations": [{"id": "i1", "diagnosis": {"disease": {"id": "OMIM:1"},
              "genomicInterpretations": [)" +
           Json(one) + between + Json(other) + "]}}]}");
  for (const ImportRemark& remark : reading.report.remarks) {
    if (remark.what.starts_with("variant that an individual has in two")) {
      EXPECT_EQ(remark.count, 1u);
      return remark.what.substr(0, 48) + " | " + remark.examples[0].reason;
    }
  }
  return "";
}

TEST(DeliverVariantsTest, OneVariantInTwoRecords) {
  const Written first{"v1", "", "GRCh38", "1", 100};
  EXPECT_THAT(Said(first, {"v2", "", "hg38", "chr1", 100}),
              testing::AllOf(HasSubstr("in two records"), HasSubstr("\"v1 HGNC:1 grch38 1 100 A G\" and \"v2 ")));
  EXPECT_THAT(Said(first, first, /*in_two=*/true), HasSubstr("in two records"));
  EXPECT_THAT(Said({"v1", "NM_1.1:c.5A>G"}, {"v2", "NM_1.1:c.5A>G"}), HasSubstr("in two records"));
  EXPECT_THAT(Said({"rs1"}, {"rs1", "NM_1.1:c.5A>G"}), HasSubstr("in two records"));
}

TEST(DeliverVariantsTest, OneVariantInTwoAssemblies) {
  const Written first{"v1", "NM_1.1:c.5A>G", "GRCh37", "1", 100};
  EXPECT_THAT(Said(first, {"v2", "NM_1.1:c.5A>G", "GRCh38", "1", 200}), HasSubstr("in two assemblies"));
  EXPECT_THAT(Said(first, {"v1", "", "GRCh38", "1", 200, "C"}), HasSubstr("in two assemblies"));
  EXPECT_THAT(Said(first, {"v2", "", "hg38", "chr1", 200}), HasSubstr("in two assemblies"));
}

TEST(DeliverVariantsTest, TwoVariants) {
  const Written first{"v1", "NM_1.1:c.5A>G", "GRCh38", "1", 100};
  EXPECT_EQ(Said(first, {"v2", "NM_1.1:c.9A>G", "GRCh38", "1", 104}), "") << "compound heterozygous";
  EXPECT_EQ(Said(first, {"v1", "", "GRCh38", "1", 104}), "") << "one name, two places";
  EXPECT_EQ(Said(first, {"v2", "", "GRCh38", "1", 100, "C"}), "") << "two changes of one place";
  EXPECT_EQ(Said(first, {"v2", "", "GRCh37", "1", 90, "C"}), "") << "another change";
  EXPECT_EQ(Said({"v1", "NP_1.1:p.Arg5Gly"}, {"v2", "NP_1.1:p.Arg5Gly"}), "") << "of two changes of the DNA";
  EXPECT_EQ(Said({}, {"v2", "NM_1.1:c.5A>G"}), "") << "a gene alone";
}

}  // namespace
}  // namespace muster::import
