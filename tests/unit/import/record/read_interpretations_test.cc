#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

Reading ReadGenomic(const std::string& members) {
  return Read(
      R"({"id": "1", "subject": {"id": "p"}, "interpretations": [{"id": "i", "progressStatus": "IN_PROGRESS", "diagnosis": {
      "disease": {"id": "OMIM:1"}, "genomicInterpretations": [{"subjectOrBiosampleId": "p", )" +
      members + "}]}}]}");
}

TEST(InterpretationsTest, VariantWithAllMembers) {
  const Reading reading = ReadGenomic(R"("interpretationStatus": "CAUSATIVE", "variantInterpretation": {
      "acmgPathogenicityClassification": "LIKELY_PATHOGENIC", "therapeuticActionability": "ACTIONABLE",
      "variationDescriptor": {"id": "v", "label": "L", "geneContext": {"valueId": "HGNC:12404", "symbol": "TTPA"},
        "expressions": [{"syntax": "hgvs.c", "value": "NM_1:c.1A>G"}, {"syntax": "hgvs.p", "value": "NP_1:p.M1V"}, {"syntax": "spdi", "value": "x"}],
        "vcfRecord": {"genomeAssembly": "hg38", "chrom": "chr8", "pos": "63061382", "ref": "TG", "alt": "T", "qual": "9"},
        "moleculeContext": "genomic", "allelicState": {"id": "GENO:0000136"}, "structuralType": {"id": "SO:1000029"}}})");
  EXPECT_THAT(
      reading.Rows(),
      ElementsAre("individual: dataset=test, subject id='p', sex=unknown",
                  "interpretation: id='i', status=in progress, disease=OMIM:1",
                  "variant<1>: status=causative, pathogenicity=likely pathogenic, actionability=actionable, id='v', "
                  "label='L', gene=HGNC:12404, hgvs='NM_1:c.1A>G', hgvs='NP_1:p.M1V', assembly=grch38, chromosome=8, "
                  "position=63061382, ref='TG', alt='T', molecule=genomic, allelic state=GENO:0000136, "
                  "structural type=SO:1000029"));
  EXPECT_EQ(reading.sink.dictionary.Label(*reading.sink.dictionary.Find("HGNC:12404")), "TTPA");
  EXPECT_EQ(reading.report.kept_only.size(), 2u);
}

TEST(InterpretationsTest, ALabelOrAnExpressionOfNoneMakesNoVariant) {
  const auto variants = [](const std::string& descriptor) {
    return ReadGenomic(R"("variantInterpretation": {"variationDescriptor": {"id": "v", "geneContext": {"valueId":
        "HGNC:10585", "symbol": "SCN1A"}, )" +
                       descriptor + "}}")
        .Rows(Entity::kVariant)
        .size();
  };
  for (const char* none : {R"("label": "wild type")", R"("label": "no pathogenic variant found")",
                           R"("label": "wild type", "variation": {}, "vcfRecord": {})",
                           R"("expressions": [{"syntax": "hgvs.c", "value": "NM_1:c.76="}])"}) {
    EXPECT_EQ(variants(none), 0u) << none;
  }
  for (const char* some :
       {R"("label": "c.76A>G")", R"("label": "wild type", "expressions": [{"syntax": "hgvs.c", "value": "c.1A>G"}])",
        R"("label": "wild type", "allelicState": {"id": "GENO:0000135"})",
        R"_("expressions": [{"syntax": "hgvs.p", "value": "NP_1:p.(=)"}])_",
        R"("label": "reference", "variation": {"copyNumber": {"number": {"value": "3"}}})",
        R"("label": "WT", "vcfRecord": {"chrom": "1", "pos": 5, "ref": "A", "alt": "G"})"}) {
    EXPECT_EQ(variants(some), 1u) << some;
  }
}

TEST(InterpretationsTest, PositionsAsNumber) {
  EXPECT_THAT(ReadGenomic(R"("variantInterpretation": {"variationDescriptor": {"vcfRecord": {"pos": 17}}})")
                  .Rows(Entity::kVariant),
              ElementsAre("variant<1>: position=17, pathogenicity=not provided, status=unknown"));
}

TEST(InterpretationsTest, GenesInTheirOlderAndNewerPlaces) {
  for (const char* members :
       {R"("gene": {"valueId": "HGNC:3951", "symbol": "FXN"})", R"("geneDescriptor": {"value_id": "HGNC:3951"})",
        R"("call": {"geneDescriptor": {"valueId": "HGNC:3951"}})"}) {
    EXPECT_THAT(ReadGenomic(members).Rows(Entity::kVariant), ElementsAre("variant<1>: gene=HGNC:3951, status=unknown"))
        << members;
  }
  const Reading by_symbol = ReadGenomic(R"("gene": {"symbol": "FXN"})");
  EXPECT_THAT(by_symbol.Rows(Entity::kVariant), ElementsAre("variant<1>: gene=FXN, status=unknown"));
  EXPECT_THAT(by_symbol.report.notes, Contains(Pair("gene without id, taken by its symbol", 1)));
}

TEST(InterpretationsTest, CallWithAVariant) {
  EXPECT_THAT(
      ReadGenomic(R"("call": {"variantInterpretation": {"variationDescriptor": {"id": "v"}}})").Rows(Entity::kVariant),
      ElementsAre("variant<1>: id='v', pathogenicity=not provided, status=unknown"));
}

TEST(InterpretationsTest, VariantsOfWhoIsNotInTheRecordAreTold) {
  const auto read = [](const std::string& id) {
    return Read(R"({"id": "kid", "subject": {"id": "KID-1"}, "interpretations": [{"id": "i", "diagnosis": {
        "disease": {"id": "OMIM:1"}, "genomicInterpretations": [{"subjectOrBiosampleId": ")" +
                id + R"("}]}}],
        "biosamples": [{"id": "s1"}]})");
  };
  for (const char* known : {"kid", "KID-1", "s1", "", "NA"}) {
    EXPECT_TRUE(read(known).report.remarks.empty()) << known;
  }
  const Reading reading = read("mum");
  EXPECT_EQ(reading.Rows(model::Entity::kVariant).size(), 1u);
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_EQ(reading.report.remarks[0].what,
            "variant of an id that is neither the individual's nor of one of its samples");
}

TEST(InterpretationsTest, WithoutDiagnosis) {
  EXPECT_THAT(
      Read(R"({"id": "1", "interpretations": [{"id": "i"}, {"progressStatus": 3}]})").Rows(Entity::kInterpretation),
      ElementsAre("interpretation: id='i', status=unknown", "interpretation: status=solved"));
}

TEST(InterpretationsTest, GenesThatASpreadsheetMadeDatesOfAreReported) {
  const auto remarks = [](const std::string& symbol, const std::string& what) {
    return Read(R"({"id": "1", "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
        {"gene": {"symbol": ")" +
                symbol + R"("}}]}}]})")
        .report.notes.count(what);
  };
  const std::string date = "gene that a spreadsheet has made a date of";
  EXPECT_EQ(remarks("2-Mar", date), 1u);
  EXPECT_EQ(remarks("BRCA1", date), 0u);
  // Ids of EGFR, ERBB2, ESR1 and CDK12 at NCBI.
  for (const char* number : {"1956", "2064", "2099", "51755"}) {
    EXPECT_EQ(remarks(number, date), 0u) << number;
    EXPECT_EQ(remarks(number, "number in place of a gene, which does not say of which system it is"), 1u) << number;
  }
}

}  // namespace
}  // namespace muster::import
