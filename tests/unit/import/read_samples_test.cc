// Biosamples and files.
#include <gmock/gmock.h>

#include "tests/unit/import/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Reading ReadSample(const std::string& members) { return Read(R"({"id": "1", "biosamples": [{)" + members + "}]}"); }

std::string Type(const std::string& members) {
  const std::string row = ReadSample(members).Rows(Entity::kSample).at(0);
  const size_t begin = row.find("type=");
  return begin == std::string::npos ? "" : row.substr(begin + 5, row.find(',', begin) - begin - 5);
}

TEST(SamplesTest, AllMembers) {
  const Reading reading = ReadSample(R"("id": "S 1", "individualId": "1", "derivedFromId": "S0", "description": "d",
      "sampledTissue": {"id": "UBERON_0000178"}, "sampleType": {"id": "OBI:0000880"},
      "phenotypicFeatures": [{"type": {"id": "HP:0003798"}}], "measurements": [{"assay": {"id": "LOINC:33728-7"}}],
      "taxonomy": {"id": "NCBITaxon:9606"}, "timeOfCollection": {"age": {"iso8601duration": "P50Y"}},
      "histologicalDiagnosis": {"id": "NCIT:C4024"}, "tumorProgression": {"id": "NCIT:C84509"}, "tumorGrade": {"id": "NCIT:C28091"},
      "pathologicalStage": {"id": "NCIT:C27971"}, "pathologicalTnmFinding": [{"id": "NCIT:C140720"}],
      "diagnosticMarkers": [{"id": "NCIT:C131711"}],
      "procedure": {"code": {"id": "NCIT:C15189"}, "performed": {"timestamp": "2020-02-03"}, "bodySite": {"id": "UBERON:0002378"}},
      "materialSample": {"id": "EFO:0009655"}, "sampleProcessing": {"id": "NCIT:C1"}, "sampleStorage": {"id": "NCIT:C2"})");
  EXPECT_THAT(
      reading.Rows(),
      ElementsAre(
          "individual: dataset=test",
          "sample: type=tumour, collected=2020-02-03 50 years, id='S 1', derived from='S0', "
          "tissue=UBERON:0000178, kind=OBI:0000880, organism=NCBITaxon:9606, histology=NCIT:C4024, "
          "tumour progression=NCIT:C84509, tumour grade=NCIT:C28091, stage=NCIT:C27971, tnm=NCIT:C140720, "
          "marker=NCIT:C131711, procedure=NCIT:C15189, material=EFO:0009655, processing=NCIT:C1, storage=NCIT:C2",
          "phenotype: term=HP:0003798, sample id='S 1'", "measurement: assay=LOINC:33728-7, sample id='S 1'"));
  EXPECT_THAT(reading.report.kept_only,
              ElementsAre(Pair("/biosamples/description", 1), Pair("/biosamples/procedure/bodySite", 1)));
}

TEST(SamplesTest, Types) {
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009654"})"), "reference");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009655"})"), "abnormal");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009655"}, "tumorGrade": {"id": "NCIT:C28091"})"), "tumour");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009655"}, "histologicalDiagnosis": {"id": "NCIT:C4024"})"),
            "tumour");
  EXPECT_EQ(Type(R"("tumorProgression": {"id": "NCIT:C84509"})"), "tumour");
  EXPECT_EQ(Type(R"("id": "x")"), "");
}

TEST(SamplesTest, TheProcedureTellsWhenASampleWasTaken) {
  EXPECT_THAT(ReadSample(R"("procedure": {"performed": {"age": {"iso8601duration": "P8M"}}})").Rows(Entity::kSample),
              ElementsAre("sample: collected=8 months"));
  const Reading both = ReadSample(R"("timeOfCollection": {"age": {"iso8601duration": "P8M"}},
                                     "procedure": {"performed": {"age": {"iso8601duration": "P9M"}}})");
  EXPECT_THAT(both.Rows(Entity::kSample), ElementsAre("sample: collected=8 months"));
  EXPECT_THAT(both.report.kept_only, ElementsAre(Pair("/biosamples/procedure/performed", 1)));
}

TEST(SamplesTest, AnIndividualIdOfSomeoneElseIsKept) {
  EXPECT_EQ(ReadSample(R"("id": "s", "individualId": "other")").extras(), R"({"/biosamples/0/individualId":"other"})");
  EXPECT_THAT(Read(R"({"id": "1", "biosamples": [{"individualId": "p"}], "subject": {"id": "p"}})").extras(),
              IsEmpty());
}

TEST(SamplesTest, Files) {
  const Reading reading = Read(R"({"id": "1", "files": [
      {"uri": "file://a", "fileAttributes": {"fileFormat": "VCF", "genomeAssembly": "GRCh38", "description": "x", "md5": "0"},
       "individualToFileIdentifiers": {"s1": "NA1"}},
      {"uri": "file://b"}],
      "biosamples": [{"id": "s1", "files": [{"uri": "file://c", "file_attributes": {"file_format": "bam"}}]}]})");
  EXPECT_THAT(reading.Rows(Entity::kFile),
              ElementsAre("file: sample id='s1', uri='file://c', format=bam",
                          "file: sample id='s1', uri='file://a', format=vcf, assembly=grch38, description='x'",
                          "file: uri='file://b'"));
  EXPECT_THAT(reading.report.kept_only,
              ElementsAre(Pair("/files/fileAttributes/md5", 1), Pair("/files/individualToFileIdentifiers", 1)));
}

}  // namespace
}  // namespace muster::import
