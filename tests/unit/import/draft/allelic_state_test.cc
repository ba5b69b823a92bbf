// Allelic states of variants that a mapping or a phenopacket has.
#include "engine/import/record/draft/allelic_state.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(AllelicStateTest, AMappingReadsWordsAndAnswersOfLoinc) {
  constexpr char kVariants[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent", "fields": {"allelic state": "/z"}}})";
  const auto state = [&](const std::string& written) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "found": [{"z": )" + written + "}]}", kVariants)
        .Rows(Entity::kVariant);
  };
  for (const char* written : {R"("het")", R"("LOINC:LA6706-1")", R"("0/1")", R"({"id": "GENO:0000135"})",
                              R"({"id": "", "label": "heterozygous"})"}) {
    EXPECT_THAT(state(written), ElementsAre("variant<1>: allelic state=GENO:0000135")) << written;
  }
  EXPECT_THAT(state(R"("mosaic")"), ElementsAre("variant<1>: allelic state=mosaic"));
}

TEST(AllelicStateTest, WhoHasTheReferenceHasNoVariant) {
  constexpr char kGenotypes[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent",
                 "fields": {"gene": "/gene", "allelic state": "/z"}}})";
  const auto found = [&](const std::string& gene, const std::string& state) {
    return Read(
        R"({"id": "1", "subject": {"id": "1"}, "found": [{"gene": ")" + gene + R"(", "z": ")" + state + R"("}]})",
        kGenotypes);
  };
  EXPECT_THAT(found("MTHFR", "0/1").Rows(Entity::kVariant),
              ElementsAre("variant<1>: allelic state=GENO:0000135, gene=MTHFR"));
  for (const char* state : {"0/0", "./.", "hom ref", "WT"}) {
    const Reading reading = found("MTHFR", state);
    EXPECT_THAT(reading.Rows(Entity::kVariant), IsEmpty()) << state;
    ASSERT_EQ(reading.report.remarks.size(), 1u) << state;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("no variant")) << state;
    EXPECT_THAT(reading.extras(), HasSubstr(state)) << "it is kept";
  }
  EXPECT_THAT(found("no mutation", "het").Rows(Entity::kVariant), IsEmpty());
  const Reading packet = Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
      {"variantInterpretation": {"variationDescriptor": {"id": "v", "allelicState": {"id": "", "label": "0/0"}}}},
      {"variantInterpretation": {"variationDescriptor": {"id": "w", "allelicState": {"id": "GENO:0000136"}}}}]}}]})");
  ASSERT_EQ(packet.Rows(Entity::kVariant).size(), 1u);
  EXPECT_THAT(packet.Rows(Entity::kVariant)[0], HasSubstr("w"));
  EXPECT_THAT(packet.Problems(),
              ElementsAre(StartsWith("/interpretations/0/diagnosis/genomicInterpretations/0/variantInterpretation/"
                                     "variationDescriptor/allelicState: ")));
  EXPECT_THAT(Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
      {"call": {"variationDescriptor": {"id": "v", "allelicState": {"label": "0/0"}}}}]}}]})")
                  .Rows(Entity::kVariant),
              IsEmpty());
}

// Where a gene should stand, of a packet.
TEST(AllelicStateTest, WhatSaysThatThereIsNoneIsNoGene) {
  const auto read = [](const std::string& interpretation) {
    return Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [)" +
                interpretation + "]}}]}");
  };
  for (const char* none :
       {R"({"gene": {"symbol": "no mutation"}})", R"({"gene": {"valueId": "wild type"}})",
        R"({"geneDescriptor": {"valueId": "", "symbol": "Negative"}})",
        R"({"variantInterpretation": {"variationDescriptor": {"id": "v", "geneContext": {"symbol": "wild-type"}}}})",
        R"({"call": {"variationDescriptor": {"id": "v", "geneContext": {"symbol": "not detected"}}}})"}) {
    const Reading reading = read(none);
    EXPECT_THAT(reading.Rows(Entity::kVariant), IsEmpty()) << none;
    EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("says that there is no variant"))) << none;
    EXPECT_THAT(reading.Rows(Entity::kInterpretation), testing::SizeIs(1)) << none;
  }
  for (const char* gene : {R"({"gene": {"valueId": "HGNC:12796", "symbol": "WT1"}})",
                           R"({"gene": {"valueId": "HGNC:7989", "symbol": "NRAS"}})"}) {
    EXPECT_THAT(read(gene).Rows(Entity::kVariant), testing::SizeIs(1)) << gene;
    EXPECT_THAT(read(gene).Problems(), IsEmpty()) << gene;
  }
}

TEST(AllelicStateTest, AnExpressionMaySayThatThereIsNone) {
  constexpr char kExpressions[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent",
                 "fields": {"gene": {"const": "SCN1A"}, "hgvs": "/hgvs", "label": "/label"}}})";
  const auto found = [&](const std::string& members) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "found": [{)" + members + "}]}", kExpressions);
  };
  for (const char* none : {R"j("hgvs": "c.1=")j", R"j("hgvs": "p.(=)")j", R"j("hgvs": "WT", "label": "SCN1A")j",
                           R"j("label": "no pathogenic variant found")j", R"j("hgvs": "negative", "label": "NA")j"}) {
    const Reading reading = found(none);
    EXPECT_THAT(reading.Rows(Entity::kVariant), IsEmpty()) << none;
    ASSERT_FALSE(reading.report.remarks.empty()) << none;
    EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("says that there is no variant")) << none;
  }
  for (const char* some : {R"j("hgvs": "c.1A>G")j", R"j("hgvs": "p.Leu54=")j",
                           R"j("hgvs": "c.1A>G", "label": "p.(=)")j", R"j("label": "SCN1A c.1A>G")j"}) {
    EXPECT_EQ(found(some).Rows(Entity::kVariant).size(), 1u) << some;
    EXPECT_THAT(found(some).Problems(), IsEmpty()) << some;
  }
}

TEST(AllelicStateTest, WhatIsNotKnownYetIsNoDenial) {
  constexpr char kLabels[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent",
                 "fields": {"gene": {"const": "SCN1A"}, "label": "/label", "allelic state": "/z"}}})";
  const auto found = [&](const std::string& members) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "found": [{)" + members + "}]}", kLabels);
  };
  for (const char* unknown : {R"("z": "failed")", R"("z": "low coverage")", R"("z": "Not called")"}) {
    const Reading reading = found(unknown);
    EXPECT_THAT(reading.Rows(Entity::kVariant), IsEmpty()) << unknown;
    EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("says that no result is there"))) << unknown;
  }
  EXPECT_THAT(found(R"("label": "KRAS G12D / NRAS wt")").Rows(Entity::kVariant), testing::SizeIs(1));
}

// HGVS writes p.(=) also of variants of introns, and of those that change no protein.
TEST(AllelicStateTest, WhatIsSaidBesideTheSameProteinCounts) {
  constexpr char kAll[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent",
                 "fields": {"gene": "/gene", "hgvs": "/hgvs", "label": "/label", "allelic state": "/z",
                            "chromosome": "/chr", "position": "/pos", "ref": "/ref", "alt": "/alt"}}})";
  const auto found = [&](const std::string& members) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "found": [{"gene": "SCN1A", )" + members + "}]}", kAll)
        .Rows(Entity::kVariant)
        .size();
  };
  for (const char* some :
       {R"j("hgvs": "p.(=)", "label": "c.384-5T>G", "z": "het")j", R"j("hgvs": "p.=", "label": "SCN1A c.384-5T>G")j",
        R"j("hgvs": "p.(=)", "z": "het")j", R"j("hgvs": "p.(=)", "z": {"id": "GENO:0000135"})j",
        R"j("hgvs": "NP_1.1:p.(=)", "chr": "2", "pos": 166848123, "ref": "G", "alt": "A")j",
        R"j("hgvs": "p.(=)", "pos": "166848123")j", R"j("hgvs": "c.76=", "label": "c.80A>G")j",
        R"j("hgvs": "negative", "label": "c.80A>G")j", R"j("label": "p.(=)", "z": "0/1")j"}) {
    EXPECT_EQ(found(some), 1u) << some;
  }
  for (const char* none :
       {R"j("hgvs": "p.(=)")j", R"j("hgvs": "p.(=)", "label": "SCN1A", "z": "NA", "pos": "")j",
        R"j("hgvs": "p.(=)", "z": "0/0")j", R"j("hgvs": "p.(=)", "label": "c.76=")j", R"j("hgvs": "c.76=")j",
        R"j("hgvs": "c.76=", "label": "p.(=)")j", R"j("hgvs": "WT", "label": "SCN1A")j"}) {
    EXPECT_EQ(found(none), 0u) << none;
  }
}

TEST(AllelicStateTest, IdAndLabelAreLookedAtEach) {
  const auto read = [](const std::string& state) {
    return Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
        {"variantInterpretation": {"variationDescriptor": {"id": "v", "allelicState": )" +
                state + "}}}]}}]}");
  };
  for (const char* state :
       {R"({"id": "GENO:0000036", "label": "reference allele"})", R"({"id": "GENO:0000036"})",
        R"({"id": "http://purl.obolibrary.org/obo/GENO_0000501"})", R"({"id": "GENO:0000137", "label": "wild type"})",
        R"({"id": "LOCAL:7", "label": "homozygous reference"})"}) {
    const Reading reading = read(state);
    EXPECT_THAT(reading.Rows(Entity::kVariant), IsEmpty()) << state;
    EXPECT_THAT(reading.Problems(), ElementsAre(HasSubstr("says that there is no variant"))) << state;
  }
  for (const char* state :
       {R"({"id": "GENO:0000135", "label": "het"})", R"({"id": "GENO:0000137", "label": "unknown"})"}) {
    EXPECT_EQ(read(state).Rows(Entity::kVariant).size(), 1u) << state;
    EXPECT_THAT(read(state).Problems(), IsEmpty()) << state;
  }
}

TEST(AllelicStateTest, WhereIdAndLabelContradictTheIdCounts) {
  const auto read = [](const std::string& state) {
    return Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
        {"variantInterpretation": {"variationDescriptor": {"id": "v", "allelicState": )" +
                state + "}}}]}}]}");
  };
  const Reading carrier = read(R"({"id": "GENO:0000135", "label": "normal"})");
  EXPECT_EQ(carrier.Rows(Entity::kVariant).size(), 1u);
  EXPECT_THAT(carrier.Problems(),
              ElementsAre(HasSubstr("the id is \"GENO:0000135\" and the label \"normal\": a variant is made")));
  const Reading none = read(R"({"id": "GENO:0000036", "label": "heterozygous"})");
  EXPECT_THAT(none.Rows(Entity::kVariant), IsEmpty());
  EXPECT_THAT(none.Problems(), ElementsAre(HasSubstr("no variant is made")));
}

}  // namespace
}  // namespace muster::import
