// Biosamples and files.
#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;
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

TEST(SamplesTest, IdsThatAreOneButForBlanksAndCapitals) {
  const auto problems = [](const std::string& samples) {
    std::vector<std::string> reasons;
    for (const ImportProblem& problem : Read(R"({"id": "1", "biosamples": [)" + samples + "]}").report.problems) {
      reasons.push_back(problem.reason);
    }
    return reasons;
  };
  EXPECT_THAT(problems(R"({"id": "S1"}, {"id": "s1 "})"), ElementsAre("\"S1\" and \"s1 \""));
  EXPECT_THAT(problems(R"({"id": "S1"}, {"id": "S2", "derivedFromId": "s1"})"), ElementsAre("\"S1\" and \"s1\""));
  EXPECT_THAT(problems(R"({"id": "S1"}, {"id": "S-1"}, {"id": "S01"}, {"id": "S2", "derivedFromId": "S1"},
                          {"id": "S3", "derivedFromId": "S0"})"),
              IsEmpty());
}

TEST(SamplesTest, Types) {
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009654"})"), "reference");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009655"})"), "abnormal");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009655"}, "tumorGrade": {"id": "NCIT:C28091"})"), "tumour");
  EXPECT_EQ(Type(R"("tumorProgression": {"id": "NCIT:C84509"})"), "tumour");
  EXPECT_EQ(Type(R"("id": "x")"), "");
}

TEST(SamplesTest, MaterialsOfTumours) {
  for (const char* code : {"EFO:0009656", "EFO:0010941", "EFO:0010942", "EFO:0010943", "EFO:0030035", "EFO_0010942"}) {
    EXPECT_EQ(Type(std::string(R"("materialSample": {"id": ")") + code + "\"}"), "tumour") << code;
  }
  EXPECT_EQ(Type(R"("materialSample": {"id": "NCIT:C162623"})"), "reference");
  EXPECT_EQ(Type(R"("materialSample": {"id": "X:1", "label": "Primary Tumor"})"), "tumour");
  EXPECT_EQ(Type(R"("materialSample": {"id": "X:1", "label": "Tumor Tissue Sample"})"), "tumour");
  EXPECT_EQ(Type(R"("materialSample": {"id": "X:1", "label": "Blood Derived Normal"})"), "reference");
  EXPECT_EQ(Type(R"("isControlSample": true)"), "reference");
}

std::string Noted(const std::string& members) {
  const Reading reading = ReadSample(members);
  std::string all;
  for (const ImportRemark& remark : reading.report.remarks) all += remark.what + "\n";
  return all;
}

TEST(SamplesTest, AnUnknownMaterialIsReported) {
  constexpr char kBlood[] = R"("materialSample": {"id": "X:1", "label": "Blood"})";
  EXPECT_EQ(Type(kBlood), "");
  EXPECT_THAT(Noted(kBlood), HasSubstr("its material tells none"));
}

TEST(SamplesTest, AMissingProgressionMakesNoTumour) {
  for (const char* code : {"NCIT:C48660", "NCIT:C17998", "NA", "MONDO:NA"}) {
    const std::string progression = std::string(R"("tumorProgression": {"id": ")") + code + "\", \"label\": \"x\"}";
    EXPECT_EQ(Type(progression), "") << code;
    EXPECT_EQ(Type(progression + R"(, "materialSample": {"id": "EFO:0009654"})"), "reference") << code;
    EXPECT_EQ(Type(progression + R"(, "materialSample": {"id": "EFO:0009655"})"), "abnormal") << code;
  }
  EXPECT_EQ(Type(R"("tumorProgression": {"id": "X:1", "label": "Not applicable"})"), "");
}

TEST(SamplesTest, AProgressionThatDeniesATumour) {
  for (const char* progression :
       {R"({"id": "NCIT:C14165"})", R"({"id": "NCIT:C14172"})", R"({"id": "X:1", "label": "Normal"})",
        R"({"id": "X:1", "label": "No tumor found"})"}) {
    const std::string said = std::string("\"tumorProgression\": ") + progression;
    EXPECT_EQ(Type(said), "") << progression;
    EXPECT_THAT(Noted(said), HasSubstr("does not say that there is a tumour")) << progression;
    EXPECT_EQ(Type(said + R"(, "materialSample": {"id": "EFO:0009654"})"), "reference") << progression;
  }
}

TEST(SamplesTest, WhatContradictsIsOfNoType) {
  constexpr char kReference[] =
      R"("materialSample": {"id": "EFO:0009654"}, "tumorProgression": {"id": "NCIT:C8509", "label": "Primary Neoplasm"})";
  EXPECT_EQ(Type(kReference), "");
  EXPECT_THAT(Noted(kReference), HasSubstr("contradict each other"));
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009656"}, "tumorProgression": {"id": "NCIT:C14165"})"), "");
  EXPECT_EQ(Type(R"("materialSample": {"id": "EFO:0009656"}, "tumorProgression": {"id": "NCIT:C14172"})"), "tumour")
      << "benign neoplasms are neoplasms";
}

TEST(SamplesTest, ADiagnosisIsATumoursOnlyWhereItIsANeoplasm) {
  const auto type = [](const std::string& diagnosis) {
    return Type(R"("materialSample": {"id": "EFO:0009655"}, "histologicalDiagnosis": )" + diagnosis);
  };
  EXPECT_EQ(type(R"({"id": "NCIT:C4024", "label": "Esophageal Squamous Cell Carcinoma"})"), "tumour");
  EXPECT_EQ(type(R"({"id": "ICDO3:8140/3"})"), "tumour");
  EXPECT_EQ(type(R"({"id": "ICD-10:C509"})"), "tumour");
  EXPECT_EQ(type(R"({"id": "NCIT:C26714", "label": "Celiac disease"})"), "abnormal");
  EXPECT_EQ(type(R"({"id": "NCIT:C14165", "label": "Normal"})"), "abnormal");
  EXPECT_EQ(type(R"({"id": "NCIT:C4024"})"), "abnormal");
  EXPECT_THAT(Noted(R"("materialSample": {"id": "EFO:0009655"}, "histologicalDiagnosis": {"id": "NCIT:C4024"})"),
              HasSubstr("not known to be a tumour"));
}

TEST(SamplesTest, ADiagnosisWithoutAMaterialIsReported) {
  constexpr char kGraded[] =
      R"("tumorGrade": {"id": "NCIT:C28077"}, "histologicalDiagnosis": {"id": "NCIT:C3512", "label": "Lung Adenocarcinoma"})";
  EXPECT_EQ(Type(kGraded), "");
  EXPECT_THAT(Noted(kGraded), HasSubstr("no material"));
}

TEST(SamplesTest, AMappingOfTheTypeNeedsNoRemark) {
  const Reading reading =
      Read(R"({"id": "1", "biosamples": [{"materialSample": {"id": "X:1", "label": "Blood"}, "kind": "normal"}]})",
           R"({"samples": {"from": "/biosamples/*", "fields": {"type": "/kind"}}})");
  EXPECT_THAT(reading.Rows(Entity::kSample).at(0), HasSubstr("type=reference"));
  EXPECT_THAT(reading.report.remarks, IsEmpty());
}

TEST(SamplesTest, TheProcedureTellsWhenASampleWasTaken) {
  EXPECT_THAT(ReadSample(R"("procedure": {"performed": {"age": {"iso8601duration": "P8M"}}})").Rows(Entity::kSample),
              ElementsAre("sample: collected=8 months"));
  const Reading both = ReadSample(R"("timeOfCollection": {"age": {"iso8601duration": "P8M"}},
                                     "procedure": {"performed": {"age": {"iso8601duration": "P9M"}}})");
  EXPECT_THAT(both.Rows(Entity::kSample), ElementsAre("sample: collected=8 months"));
  EXPECT_THAT(both.report.kept_only, ElementsAre(Pair("/biosamples/procedure/performed", 1)));
}

TEST(SamplesTest, ASampleOfSomeoneElseIsNotTaken) {
  const Reading reading = Read(R"({"id": "kid", "subject": {"id": "kid", "alternateIds": ["K"]}, "biosamples": [
      {"id": "k1", "individualId": "kid"}, {"id": "k2", "individualId": "K"}, {"id": "k3", "individualId": "NA"},
      {"id": "m1", "individualId": "mum", "phenotypicFeatures": [{"type": {"id": "HP:0001250"}}],
       "files": [{"uri": "a.vcf"}]}],
      "interpretations": [{"id": "i", "diagnosis": {"genomicInterpretations": [
        {"subjectOrBiosampleId": "kid"}, {"subjectOrBiosampleId": "m1"}, {"subjectOrBiosampleId": "mum"}]}}]})",
                               R"({"runs": {"from": "/biosamples/*/files/*", "fields": {"id": "/uri"}}})");
  EXPECT_THAT(reading.Rows(Entity::kSample), ElementsAre("sample: id='k1'", "sample: id='k2'", "sample: id='k3'"));
  EXPECT_THAT(reading.Rows(Entity::kPhenotype), IsEmpty());
  EXPECT_THAT(reading.Rows(Entity::kRun), IsEmpty());
  EXPECT_EQ(reading.Rows(Entity::kVariant).size(), 1u);
  EXPECT_THAT(reading.Problems(),
              testing::IsSupersetOf({"/biosamples/3/individualId: the sample is of \"mum\", so it is not taken",
                                     "/interpretations/0/diagnosis/genomicInterpretations/1/subjectOrBiosampleId: the "
                                     "variant is of \"m1\", so it is not taken"}));
  EXPECT_THAT(reading.extras(), HasSubstr("m1")) << "it is kept";
}

TEST(SamplesTest, WithoutASubjectTheSamplesNameThePerson) {
  const Reading reading = Read(R"({"id": "1", "biosamples": [
      {"id": "a", "individualId": "X"}, {"id": "b", "individualId": "X"}, {"id": "c", "individualId": "Y"}]})");
  EXPECT_THAT(reading.Rows(Entity::kSample), ElementsAre("sample: id='a'", "sample: id='b'"));
  EXPECT_THAT(Read(R"({"id": "1", "biosamples": [{"individualId": "p"}], "subject": {"id": "p"}})").extras(),
              IsEmpty());
}

// How often it was noted that two ids are one in two spellings.
uint64_t Spellings(const std::string& samples) {
  uint64_t noted = 0;
  for (const ImportRemark& remark : Read(R"({"id": "1", "biosamples": [)" + samples + "]}").report.remarks) {
    const bool alike = remark.what.starts_with("samples of one person whose ids are one");
    if (alike || remark.what.starts_with("id of a sample that the person has in another spelling")) {
      noted += remark.count;
    }
  }
  return noted;
}

TEST(SamplesTest, IdsInTwoSpellingsAreNoted) {
  EXPECT_EQ(Spellings(R"({"id": "S1"}, {"id": "S2"}, {"id": "S1-2", "derivedFromId": "S1"})"), 0u);
  EXPECT_EQ(Spellings(R"({"id": "S1"}, {"id": "S2"}, {"id": "s1 "})"), 1u);
  EXPECT_EQ(Spellings(R"({"id": "S1"}, {"id": "S1-2", "derivedFromId": "s1"})"), 1u);
  EXPECT_EQ(Spellings(R"({"id": "S1-2", "derivedFromId": "s1"}, {"id": "S1"})"), 1u);
  EXPECT_EQ(Spellings(R"({"id": "S1", "derivedFromId": "X1"}, {"id": "S2", "derivedFromId": "x1"})"), 0u)
      << "neither is there";
  std::string many;
  for (int i = 0; i < 30; ++i) many += R"({"id": "S)" + std::to_string(i) + R"("}, )";
  EXPECT_EQ(Spellings(many + R"({"id": "S30"})"), 0u);
  EXPECT_EQ(Spellings(many + R"({"id": "s29"})"), 1u);
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
