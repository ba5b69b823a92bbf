// Beacon's records, one kind at a time and joined.
#include <gmock/gmock.h>

#include <algorithm>

#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::SizeIs;

class BeaconTest : public testing::Test {
 protected:
  void Import(const std::vector<std::string>& paths, const std::string& mapping = {}) {
    ImportOptions options;
    options.mapping = mapping;
    absl::StatusOr<ImportReport> report = ReadFiles(paths, options, reading_.sink);
    EXPECT_TRUE(report.ok()) << report.status();
    if (report.ok()) reading_.report = *std::move(report);
    ForgetUnusedRules(reading_.report);
  }
  // One individual with these members.
  void Individual(const std::string& members) {
    Import({directory_.Write("individuals.json", "[{\"id\": \"p\", " + members + "}]")});
  }

  Directory directory_;
  Reading reading_;
};

constexpr char kIndividuals[] = R"([{"id": "p1", "sex": {"id": "NCIT:C16576", "label": "female"}}, {"id": "p2"}])";
constexpr char kBiosamples[] =
    R"([{"id": "s1", "individualId": "p1", "biosampleStatus": {"id": "EFO:0009654"}, "info": {"a": 1},
         "phenotypicFeatures": [{"featureType": {"id": "HP:0003798"}}], "sampleOriginType": {"id": "UBERON:0000178"},
         "collectionDate": "2020-09-11", "collectionMoment": "P40Y"}])";
constexpr char kRuns[] =
    R"([{"id": "r1", "biosampleId": "s1", "libraryStrategy": "Short read Illumina WGS sequencing", "libraryLayout": "PAIRED",
         "platform": "Illumina", "platformModel": {"id": "OBI:0002048"}, "runDate": "2015-09-30"}])";
constexpr char kAnalyses[] =
    R"([{"id": "a1", "runId": "r1", "biosampleId": "s1", "individualId": "p1", "pipelineName": "low coverage", "aligner": "bwa",
         "variantCaller": "GATK4.0", "analysisDate": "2015-10-01"}])";

TEST_F(BeaconTest, DatasetsAndCohortsAreDescribed) {
  Import({directory_.Write("datasets.json",
                           R"([{"id": "d", "name": "N", "version": "v1", "dataUseConditions": {"duoDataUse": [
              {"id": "DUO_00000007", "label": "disease specific research", "version": "17-07-2016",
               "modifiers": [{"id": "EFO_0001645", "label": "coronary artery disease"}]}]}}])"),
          directory_.Write("cohorts.json",
                           R"([{"id": "C 1", "name": "c", "cohortType": "study-defined", "cohortSize": "20"}])")});
  ASSERT_THAT(reading_.sink.collections, SizeIs(2));
  const model::Collection& dataset = reading_.sink.collections[0];
  EXPECT_EQ(dataset.kind, model::Collection::Kind::kDataset);
  EXPECT_EQ(dataset.id + "|" + dataset.name + "|" + dataset.version, "d|N|v1");
  const std::vector<model::DataUse> uses = {
      {{"DUO:0000007", "disease specific research"}, "17-07-2016", {{"EFO:0001645", "coronary artery disease"}}}};
  EXPECT_EQ(dataset.data_uses, uses);
  const model::Collection& cohort = reading_.sink.collections[1];
  EXPECT_EQ(cohort.kind, model::Collection::Kind::kCohort);
  EXPECT_EQ(cohort.id + "|" + cohort.name + "|" + cohort.type, "C 1|c|study-defined");
  EXPECT_EQ(cohort.declared, 20u);
}

TEST_F(BeaconTest, DataUseOfOtherShapes) {
  const std::vector<model::DataUse> both = {{{"DUO:0000042", ""}, "", {}}, {{"DUO:0000018", ""}, "", {}}};
  for (const char* members : {R"("dataUseConditions": [{"id": "DUO:0000042"}, {"id": "DUO:0000018"}])",
                              R"("dataUseConditions": {"duoDataUse": ["DUO:0000042", "DUO:0000018"]})",
                              R"("duoDataUse": [{"id": "DUO:0000042"}, {"id": "DUO:0000018"}])",
                              R"("dataUse": ["DUO:0000042", {"id": "DUO:0000018"}])"}) {
    reading_ = Reading();
    Import({directory_.Write("datasets.json", std::string(R"([{"id": "d", )") + members + "}]")});
    ASSERT_THAT(reading_.sink.collections, SizeIs(1)) << members;
    EXPECT_EQ(reading_.sink.collections[0].data_uses, both) << members;
  }
  reading_ = Reading();
  Import({directory_.Write("datasets.json", R"([{"id": "d", "dataUseConditions": {"consentCode": "NPU", "duoDataUse": [
      {"id": "DUO:0000042", "modifiers": [{"id": "DUO:0000022", "modifiers": [{"label": "Germany"}]}]}]}}])")});
  const std::vector<model::DataUse> all = {
      {{"NPU", "consentCode"}, "", {}}, {{"DUO:0000022", ""}, "", {{"", "Germany"}}}, {{"DUO:0000042", ""}, "", {}}};
  ASSERT_THAT(reading_.sink.collections, SizeIs(1));
  EXPECT_EQ(reading_.sink.collections[0].data_uses, all);
  EXPECT_EQ(reading_.report.notes.at("member of a data use that is not known: it may be a condition"), 1u);
}

TEST_F(BeaconTest, PlacesInFamilies) {
  Individual(
      R"("pedigrees": [{"id": "F 1", "disease": {"diseaseCode": {"id": "MONDO:0005015", "label": "diabetes"}}, "members": [
      {"memberId": "p", "role": {"id": "NCIT:C64435", "label": "Proband"}, "affected": true},
      {"memberId": "m", "role": {"id": "NCIT:C96580", "label": "Biological Mother"}, "affected": false}]},
      {"id": "F 2", "members": [{"memberId": "other"}]}])");
  EXPECT_THAT(reading_.Rows(model::Entity::kPedigree),
              ElementsAre("pedigree: family=F 1, member=p, mother=m, role=proband, affected status=affected, "
                          "disease=MONDO:0005015"));
  EXPECT_THAT(reading_.extras(), HasSubstr("F 2")) << "a pedigree without the individual is kept";
}

TEST_F(BeaconTest, FilesInAnyOrderAreJoined) {
  std::vector<std::string> files = {
      directory_.Write("a.json", kIndividuals), directory_.Write("b.json.gz", Gzip(kBiosamples)),
      directory_.Write("c.json", kRuns), directory_.Write("d.json", kAnalyses),
      directory_.Write(
          "e.json",
          R"([{"id": "C 1", "name": "c", "cohortType": "study-defined", "ids": {"individualIds": ["p1"]}}])")};
  std::sort(files.begin(), files.end());
  do {
    reading_ = Reading();
    Import(files);
    ASSERT_THAT(reading_.sink.records, SizeIs(2));
    const size_t first = reading_.sink.by_id.at("p1");
    EXPECT_THAT(
        reading_.Rows(first),
        ElementsAre("individual: dataset=default, sex=female, cohort=c 1",
                    "sample: type=reference, id='s1', material=EFO:0009654, origin type=UBERON:0000178, "
                    "tissue=UBERON:0000178, collected=2020-09-11 40 years",
                    "phenotype: term=HP:0003798, sample id='s1'",
                    "run<1>: id='r1', assay=wgs, strategy=short read illumina wgs sequencing, layout=paired, "
                    "platform=illumina, platform model=OBI:0002048, date=2015-09-30",
                    "analysis<3>: id='a1', pipeline=low coverage, aligner=bwa, caller=gatk4.0, date=2015-10-01"));
    EXPECT_EQ(reading_.extras(first), R"({"/biosamples/0/info":{"a":1}})");
    EXPECT_EQ(reading_.report.records, 6u);
    EXPECT_EQ(reading_.report.individuals, 2u);
    EXPECT_EQ(reading_.report.rejected, 0u);
  } while (std::next_permutation(files.begin(), files.end()));
}

TEST_F(BeaconTest, AMappingAddsToBiosamplesRunsAndAnalyses) {
  Import(
      {directory_.Write("individuals.json", kIndividuals),
       directory_.Write("biosamples.json",
                        R"([{"id": "s1", "individualId": "p1", "biosampleStatus": {"id": "EFO:0009654"},
                             "info": {"kind": "OBI:0001051", "relations": [{"type": "derived", "of": "s0"}]}}])"),
       directory_.Write("runs.json", R"([{"id": "r1", "biosampleId": "s1", "platform": "x", "info": {"depth": 31}}])"),
       directory_.Write("analyses.json",
                        R"([{"id": "a1", "runId": "r1", "pipelineName": "x",
                             "info": {"made": "2020-01-02", "copy": {"of": "s2"}, "file": {"uri": "u"}}}])")},
      R"({"samples": {"from": "/biosamples/*", "fields": {"kind": "/info/kind"}},
          "sample relations": [{"from": "/biosamples/*/info/relations/*", "fields": {"type": "/type", "other sample": "/of"}},
                               {"from": "/analyses/*/info/copy", "fields": {"other sample": "/of"}}],
          "runs": {"from": "/runs/*", "fields": {"depth": "/info/depth"}},
          "analyses": {"from": "/analyses/*", "fields": {"date": "/info/made"}},
          "files": {"from": "/analyses/*/info/file", "fields": {"uri": "/uri"}}})");
  EXPECT_THAT(reading_.Rows(),
              ElementsAre("individual: dataset=default, sex=female",
                          "sample: type=reference, id='s1', material=EFO:0009654, kind=OBI:0001051",
                          "sample relation<1>: other sample='s0', type=derived",
                          "run<1>: id='r1', platform=x, depth=31", "analysis<3>: id='a1', pipeline=x, date=2020-01-02",
                          // Below the sample of the run of the analysis, and below the individual.
                          "sample relation<1>: other sample='s2'", "file: uri='u'"));
  EXPECT_EQ(reading_.extras(), "");
}

TEST_F(BeaconTest, ExclusionUnderAnotherNameIsNotTakenAsObserved) {
  Individual(R"("phenotypicFeatures": [{"featureType": {"id": "HP:0000001"}, "featureStatus": "absent"},
      {"featureType": {"id": "HP:0000002"}, "featureStatus": "present"}],
      "diseases": [{"diseaseCode": {"id": "MONDO:0000001"}, "is_excluded": true},
      {"diseaseCode": {"id": "MONDO:0000002"}, "is_excluded": false}],
      "treatments": [{"treatmentCode": {"id": "X:1"}, "negated": true},
      {"treatmentCode": {"id": "X:2"}, "status": "stopped"}, {"treatmentCode": {"id": "X:3"}, "isExcluded": true}])");
  EXPECT_THAT(reading_.Rows(Entity::kPhenotype), ElementsAre("phenotype: term=HP:0000002"));
  EXPECT_THAT(reading_.Rows(Entity::kDisease), ElementsAre("disease: term=MONDO:0000002"));
  EXPECT_THAT(reading_.Rows(Entity::kTreatment), ElementsAre("not treatment: agent=X:1", "treatment: agent=X:2"));
  EXPECT_EQ(reading_.report.problem_count, 3u);
}

TEST_F(BeaconTest, AMappedDateOfBirthMakesAges) {
  Import({directory_.Write("individuals.json",
                           R"([{"id": "p", "sex": {"id": "NCIT:C16576"}, "info": {"born": "1980-05-17"},
                             "measures": [{"assayCode": {"id": "LOINC:718-7"}, "date": "2000-05-17"},
                                          {"assayCode": {"id": "LOINC:718-7"}, "date": "2000-05-17",
                                           "observationMoment": "P21Y"}]}])"),
          directory_.Write("biosamples.json",
                           R"([{"id": "s", "individualId": "p", "biosampleStatus": {"id": "EFO:0009654"},
                             "collectionDate": "2010-05-17"}])")},
         R"({"individual": {"birth date": "/info/born"}})");
  EXPECT_THAT(reading_.Rows(),
              ElementsAre("individual: dataset=default, sex=female, birth date=1980-05-17",
                          "measurement: assay=LOINC:718-7, time=2000-05-17 20 years",
                          "measurement: assay=LOINC:718-7, time=2000-05-17 21 years",
                          "sample: type=reference, id='s', material=EFO:0009654, collected=2010-05-17 30 years"));
}

TEST_F(BeaconTest, WhatNothingDescribesIsKnownByItsId) {
  Import({directory_.Write(
      "a.json", R"([{"id": "a", "runId": "r", "biosampleId": "s", "individualId": "p", "pipelineName": "x"}])")});
  EXPECT_THAT(reading_.Rows(), ElementsAre("individual: dataset=default", "sample: id='s'", "run<1>: id='r'",
                                           "analysis<2>: id='a', pipeline=x"));
  EXPECT_THAT(reading_.report.notes, Contains(Pair("individual that no record describes", 1)));
}

TEST_F(BeaconTest, WhatCannotBeJoinedIsRejected) {
  Import({directory_.Write("individuals.json", kIndividuals), directory_.Write("biosamples.json", kBiosamples),
          directory_.Write("more.json", R"([{"id": "s9", "biosampleStatus": {"id": "EFO:0009654"}}])"),
          directory_.Write("runs.json", R"([{"id": "r1", "biosampleId": "s1", "individualId": "p2", "platform": "x"},
                                            {"id": "r2", "biosampleId": "s7", "platform": "x"}])"),
          directory_.Write("analyses.json", R"([{"id": "a", "pipelineName": "x"}])")});
  EXPECT_EQ(reading_.report.rejected, 4u);
  EXPECT_EQ(reading_.report.individuals, 2u);
  EXPECT_THAT(reading_.Problems(), Contains(HasSubstr("the biosample \"s1\" is not of the individual \"p2\"")));
  EXPECT_THAT(reading_.Problems(), Contains(HasSubstr("the biosample names no individual")));
}

TEST_F(BeaconTest, AnOrphanDoesNotReplaceAnIndividualOfTheCatalogue) {
  Import({directory_.Write("individuals.json", kIndividuals)});
  const absl::StatusOr<ImportReport> report =
      ReadFiles({directory_.Write("biosamples.json", kBiosamples)}, ImportOptions(), reading_.sink);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("import the Beacon files of a dataset together"));
}

TEST_F(BeaconTest, RecordsThatContradictEachOtherAreNotUnited) {
  Import({directory_.Write(
      "a.json", R"([{"id": "p", "sex": {"id": "NCIT:C20197"}}, {"id": "p", "sex": {"id": "NCIT:C16576"}}])")});
  EXPECT_THAT(reading_.Rows(), ElementsAre("individual: dataset=default, sex=male"));
  EXPECT_EQ(reading_.report.individuals, 1u);
  EXPECT_EQ(reading_.report.rejected, 1u);
  EXPECT_THAT(reading_.Problems(), ElementsAre(HasSubstr("sex: \"male\", and \"female\"")));
}

// One record for each exposure, say, and one of them twice.
TEST_F(BeaconTest, SeveralRecordsOfAnIndividualAreUnited) {
  constexpr char kOne[] = R"({"id": "p", "exposures": [{"exposureCode": {"id": "NCIT:C1"}}]})";
  constexpr char kOther[] =
      R"({"id": "p", "sex": {"id": "NCIT:C20197"}, "exposures": [{"exposureCode": {"id": "NCIT:C2"}}]})";
  Import({directory_.Write("a.json", std::string("[") + kOne + "," + kOther + "," + kOne + "]")});
  EXPECT_THAT(reading_.Rows(), ElementsAre("individual: dataset=default, sex=male", "exposure: agent=NCIT:C1",
                                           "exposure: agent=NCIT:C2"));
  EXPECT_EQ(reading_.report.individuals, 1u);
  EXPECT_EQ(reading_.report.rejected, 0u);
  EXPECT_EQ(reading_.report.notes.at("record united with an earlier one of the same id"), 1u);
  EXPECT_EQ(reading_.report.notes.at("record that came before in this import, and says the same"), 1u);
}

TEST_F(BeaconTest, ALaterRecordThatSaysLessIsTold) {
  Import({directory_.Write("a.json",
                           R"([{"id": "p", "exposures": [{"exposureCode": {"id": "NCIT:C1"}},
                               {"exposureCode": {"id": "NCIT:C2"}}]},
                               {"id": "p", "exposures": [{"exposureCode": {"id": "NCIT:C1"}}]}])")});
  EXPECT_THAT(reading_.Rows(Entity::kExposure), testing::SizeIs(2));
  EXPECT_THAT(reading_.Problems(), Contains(HasSubstr("says less now: 2 exposures became 1")));
}

TEST_F(BeaconTest, OfBiosamplesWithOneIdTheFirstCountsAndTheOtherIsNamed) {
  Import({directory_.Write("individuals.json", R"([{"id": "p", "sex": {"id": "NCIT:C20197"}}])"),
          directory_.Write("biosamples.json",
                           R"([{"id": "s1", "individualId": "p", "sampleOriginType": {"id": "UBERON:0000178"}},
                               {"id": "s1", "individualId": "p", "sampleOriginType": {"id": "UBERON:0000178"}},
                               {"id": "s1", "individualId": "p", "sampleOriginType": {"id": "UBERON:0000955"}}])")});
  EXPECT_EQ(reading_.report.rejected, 1u);
  EXPECT_EQ(reading_.report.notes.at("record that came before in this import, and says the same"), 1u);
  EXPECT_THAT(reading_.Problems(), Contains(HasSubstr("an earlier biosample has the id \"s1\", too")));
}

TEST_F(BeaconTest, DatasetsPlaceTheIndividualsThatTheyList) {
  const std::string datasets =
      directory_.Write("datasets.json", R"([{"id": "North", "ids": {"individualIds": ["p1", "gone"]}},
                           {"id": "South", "ids": {"biosampleIds": ["s2"], "individualIds": ["p1"]}}])");
  const std::string individuals = directory_.Write(
      "individuals.json", R"([{"id": "p1", "sex": {"id": "NCIT:C20197"}}, {"id": "p2", "sex": {"id": "NCIT:C20197"}},
                              {"id": "p3", "sex": {"id": "NCIT:C20197"}}])");
  const std::string samples = directory_.Write("biosamples.json", R"([{"id": "s2", "individualId": "p2"}])");
  Import({individuals, samples, datasets});
  std::vector<std::string> places;
  for (const model::Record& record : reading_.sink.records) places.push_back(record.id + " in " + record.dataset);
  EXPECT_THAT(places, testing::UnorderedElementsAre("p1 in North", "p2 in South", "p3 in default"));
  EXPECT_EQ(reading_.report.notes.at("individual that several Beacon datasets list"), 1u);
  EXPECT_EQ(reading_.report.notes.at("dataset member that no record describes"), 1u);
}

TEST_F(BeaconTest, VariationsAreSkipped) {
  Import({directory_.Write("v.json", R"([{"variantInternalId": "1", "variation": {}}, {"variantInternalId": "2"}])"),
          directory_.Write("individuals.json", kIndividuals)});
  EXPECT_EQ(reading_.report.rejected, 1u);
  EXPECT_THAT(reading_.Problems(), ElementsAre(HasSubstr("genomic variations of Beacon are not read")));
  EXPECT_THAT(reading_.sink.records, SizeIs(2));
}

TEST_F(BeaconTest, MembersOfAnIndividual) {
  Individual(
      R"("sex": {"id": "NCIT:C20197"}, "karyotypicSex": "XY", "ethnicity": {"id": "NCIT:C67109", "label": "Indian"},
      "geographicOrigin": {"id": "GAZ:00002640", "label": "Wales"}, "pedigrees": [{"id": "f"}])");
  EXPECT_THAT(reading_.Rows(),
              ElementsAre("individual: dataset=default, sex=male, karyotypic sex=xy, ethnicity=NCIT:C67109, "
                          "ethnicity label=indian, country of origin=GAZ:00002640, origin label=wales"));
  EXPECT_THAT(reading_.report.kept_only, ElementsAre(Pair("/pedigrees", 1)));
}

TEST_F(BeaconTest, OtherSexes) {
  Individual(R"("sex": {"id": "NCIT:C1799", "label": "unknown"})");
  EXPECT_THAT(reading_.Rows(), ElementsAre("individual: dataset=default, sex=unknown"));
  Individual(R"("sex": {"id": "X:1", "label": "Female"})");
  EXPECT_THAT(reading_.Rows(1), ElementsAre("individual: dataset=default, sex=female"));
  Individual(R"("sex": {"id": "X:1", "label": "?"})");
  EXPECT_THAT(reading_.Rows(2), ElementsAre("individual: dataset=default"));
}

TEST_F(BeaconTest, DiseasesAndFeatures) {
  Individual(R"("diseases": [
      {"diseaseCode": {"id": "ICD10:J45"}, "ageOfOnset": {"age": {"iso8601duration": "P32Y"}}, "stage": {"id": "OGMS:0000119"},
       "severity": {"id": "HP:0012829"}, "familyHistory": false},
      {"diseaseCode": {"id": "ICD10:E66"}, "ageOfOnset": {"iso8601duration": "P5Y"}, "excluded": true},
      {"diseaseCode": {"id": "ICD10:F20"}, "ageOfOnset": {"ageRange": {"start": {"iso8601duration": "P1Y"}, "end": {"iso8601duration": "P2Y"}}}},
      {"diseaseCode": {"id": "ICD10:I42"}, "ageOfOnset": {"ageGroup": {"id": "NCIT:C49685"}}},
      {"diseaseCode": {"label": "no code"}}],
      "phenotypicFeatures": [{"featureType": {"id": "HP:0000539"}, "excluded": true, "modifiers": [{"id": "HP:0012834"}],
       "onset": {"id": "HP:0003577"}, "severity": {"id": "HP:0012828"}, "evidence": {"evidenceCode": {"id": "ECO:0000033"}}}])");
  EXPECT_THAT(
      reading_.Rows(Entity::kDisease),
      ElementsAre("disease: term=ICD10:J45, onset=32 years, stage=OGMS:0000119, severity=HP:0012829, family history=no",
                  "not disease: term=ICD10:E66, onset=5 years", "disease: term=ICD10:F20, onset=1 year to 2 years",
                  "disease: term=ICD10:I42, onset=NCIT:C49685"));
  ASSERT_THAT(reading_.Rows(Entity::kPhenotype), SizeIs(1));
  EXPECT_THAT(reading_.Rows(Entity::kPhenotype)[0],
              HasSubstr("not phenotype: term=HP:0000539, modifier=HP:0012834, onset=HP:0003577"));
  EXPECT_THAT(reading_.report.kept_only, ElementsAre(Pair("/diseases", 1)));
}

TEST_F(BeaconTest, Measures) {
  Individual(R"("measures": [
      {"assayCode": {"id": "LOINC:35925-4"}, "date": "2021-09-24", "observationMoment": {"age": {"iso8601duration": "P55Y"}},
       "measurementValue": {"unit": {"id": "NCIT:C49671"}, "value": 26.5}},
      {"assayCode": {"id": "LOINC:3141-9"}, "measurementValue": {"quantity": {"unit": {"id": "UCUM:kg"}, "value": 80,
       "referenceRange": {"low": 50, "high": 90, "unit": {"id": "UCUM:kg"}}}}},
      {"assayCode": {"id": "LOINC:1"}, "measurementValue": {"id": "NCIT:C38758", "label": "Positive"}},
      {"assayCode": {"id": "LOINC:2"}, "measurementValue": {"typedQuantities": [
        {"quantityType": {"id": "NCIT:C25298"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 120}},
        {"quantityType": {"id": "NCIT:C25299"}, "quantity": {"unit": {"id": "UCUM:mm[Hg]"}, "value": 70}}]}}])");
  EXPECT_THAT(reading_.Rows(Entity::kMeasurement),
              ElementsAre("measurement: assay=LOINC:35925-4, time=2021-09-24 55 years, unit=NCIT:C49671, value=26.5",
                          HasSubstr("unit=UCUM:kg, value=80, reference low=50, reference high=90"),
                          "measurement: assay=LOINC:1, coded value=NCIT:C38758",
                          "measurement: assay=LOINC:2, part=1, component=NCIT:C25298, unit=UCUM:mm[Hg], value=120",
                          "measurement: assay=LOINC:2, part=2, component=NCIT:C25299, unit=UCUM:mm[Hg], value=70"));
}

TEST_F(BeaconTest, TreatmentsProceduresExposures) {
  Individual(R"("treatments": [{"treatmentCode": {"id": "DrugCentral:257"}, "ageAtOnset": {"iso8601duration": "P60Y"},
       "routeOfAdministration": {"id": "NCIT:C38288"}}],
      "interventionsOrProcedures": [{"procedureCode": {"id": "OPCS4:L46.3"}, "bodySite": {"id": "UBERON:0001"},
       "dateOfProcedure": "2016-01-01", "ageAtProcedure": {"age": {"iso8601duration": "P50Y"}}}],
      "exposures": [{"exposureCode": {"id": "CHEBI:1"}, "ageAtExposure": {"iso8601duration": "P20Y"}, "duration": "P2W",
       "unit": {"id": "UCUM:mg"}, "value": 3}])");
  EXPECT_THAT(reading_.Rows(Entity::kTreatment), ElementsAre(HasSubstr("agent=DrugCentral:257, start=60 years")));
  EXPECT_THAT(reading_.Rows(Entity::kProcedure), ElementsAre(HasSubstr("performed=2016-01-01 50 years")));
  EXPECT_THAT(reading_.Rows(Entity::kExposure), ElementsAre(HasSubstr("start=20 years, duration=14")));
}

TEST_F(BeaconTest, ALengthInMinutesMayBeOneInMonths) {
  Individual(R"("exposures": [{"exposureCode": {"id": "CHEBI:1"}, "duration": "PT6M"},
      {"exposureCode": {"id": "CHEBI:2"}, "duration": "PT12H"}])");
  EXPECT_THAT(reading_.Rows(Entity::kExposure),
              ElementsAre("exposure: agent=CHEBI:1", "exposure: agent=CHEBI:2, duration=0.5"));
  EXPECT_THAT(reading_.report.problems.at(0).reason, HasSubstr("which may be one in months"));
}

TEST_F(BeaconTest, TheTissueIsTheDetailOfTheOrigin) {
  Import({directory_.Write("biosamples.json",
                           R"([{"id": "s", "individualId": "p", "sampleOriginType": {"id": "OBI:0001479"},
      "sampleOriginDetail": {"id": "UBERON:0002048"}, "tumorProgression": {"id": "NCIT:C84509"}}])")});
  EXPECT_THAT(reading_.Rows(Entity::kSample), ElementsAre(HasSubstr("origin type=OBI:0001479, tissue=UBERON:0002048")));
  EXPECT_THAT(reading_.Rows(Entity::kSample), ElementsAre(HasSubstr("type=tumour")));
}

TEST_F(BeaconTest, AMemberOfAPedigreeHasAPlaceInTheFamily) {
  Import({directory_.Write("individuals.json", R"([
      {"id": "b"},
      {"id": "a", "pedigrees": [{"id": "P1", "members": [
          {"memberId": "a", "role": {"label": "Proband"}}, {"memberId": "b", "role": {"label": "Biological Mother"}},
          {"memberId": "ghost", "role": {"label": "Father"}}]}]}])")});
  EXPECT_THAT(reading_.Rows(Entity::kPedigree, 0), ElementsAre("pedigree: family=P1, member=b, role=mother"));
  EXPECT_THAT(reading_.Rows(Entity::kPedigree, 1),
              ElementsAre("pedigree: family=P1, member=a, mother=b, father=ghost, role=proband"));
  EXPECT_EQ(reading_.report.individuals, 2u);
  ASSERT_EQ(reading_.report.problems.size(), 1u);
  EXPECT_EQ(reading_.report.problems[0].id, "b");
}

TEST_F(BeaconTest, WhoIsNamedOnlyIsReportedWithTheRecordThatDoes) {
  Import(
      {directory_.Write("individuals.json", R"([{"id": "p1"}])"),
       directory_.Write("biosamples.json",
                        R"([{"id": "s", "individualId": "p1"}, {"id": "s2", "individualId": "zz"}])"),
       directory_.Write("runs.json", kRuns),
       directory_.Write("cohorts.json",
                        R"([{"id": "c", "cohortType": "study-defined", "individualIds": ["p1", "nope", "ghost"]}])")});
  std::vector<std::string> texts;
  for (const ImportProblem& problem : reading_.report.problems) {
    texts.push_back(problem.file.substr(problem.file.rfind('/') + 1) + " " + std::to_string(problem.record) + " " +
                    problem.value + ": " + problem.reason.substr(0, 30));
  }
  EXPECT_THAT(texts, Contains("biosamples.json 2 zz: no record describes the indivi"));
  EXPECT_THAT(texts, Contains(HasSubstr("runs.json 1 r1: the run belongs to no biosampl")));
  EXPECT_THAT(texts, Contains(HasSubstr("ghost: cohort member that no record d")));
  EXPECT_THAT(texts, Contains(HasSubstr("nope: cohort member that no record d")));
}

TEST_F(BeaconTest, ACohortThatListsIdsIsOfBeacon) {
  Import({directory_.Write("individuals.json", R"([{"id": "p1"}])"),
          directory_.Write("cohorts.json", R"([{"id": "c", "members": ["p1"]}])")});
  EXPECT_EQ(reading_.report.rejected, 0u);
  EXPECT_EQ(reading_.report.individuals, 1u);
  EXPECT_THAT(reading_.Rows(Entity::kIndividual), ElementsAre(HasSubstr("cohort=c")));
}

TEST_F(BeaconTest, DescriptionsAreCounted) {
  Import({directory_.Write("datasets.json", R"([{"id": "d", "name": "N"}, {"id": "e", "name": "N"}])")});
  EXPECT_EQ(reading_.report.descriptions, 2u);
  EXPECT_EQ(reading_.report.individuals, 0u);
}

// Where two datasets list samples of one individual, the first counts, and that is said; the order is that of the
// files.
TEST_F(BeaconTest, SamplesOfTwoDatasetsPlaceTheirIndividualInTheFirst) {
  std::string datasets, samples;
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    datasets += (i == 0 ? "" : ", ") + std::string(R"({"id": "D)") + n + R"(", "ids": {"biosampleIds": ["s)" + n +
                R"(", "shared"]}})";
    samples += (i == 0 ? "" : ", ") + std::string(R"({"id": "s)") + n + R"(", "individualId": "p"})";
  }
  samples += R"(, {"id": "shared", "individualId": "q"}, {"id": "shared", "individualId": "r"})";
  Import({directory_.Write("datasets.json", "[" + datasets + "]"),
          directory_.Write("individuals.json", R"([{"id": "p"}, {"id": "q"}, {"id": "r"}, {"id": "t"}])"),
          directory_.Write("biosamples.json", "[" + samples + "]")});
  ASSERT_EQ(reading_.sink.records[0].id, "p");
  EXPECT_EQ(reading_.sink.records[0].dataset, "D0");
  EXPECT_EQ(reading_.sink.records[1].dataset, "default");
  EXPECT_EQ(reading_.report.notes.at("individual that several Beacon datasets list"), 19u);
  EXPECT_EQ(
      reading_.report.notes.at("biosample that a Beacon dataset lists, and several individuals have: it places nobody"),
      20u);
}

TEST_F(BeaconTest, ASampleThatOnlyARunNamesPlacesItsIndividual) {
  Import({directory_.Write("datasets.json", R"([{"id": "North", "ids": {"biosampleIds": ["s1"]}}])"),
          directory_.Write("individuals.json", R"([{"id": "p", "sex": {"id": "NCIT:C20197"}}])"),
          directory_.Write("runs.json",
                           R"([{"id": "r", "biosampleId": "s1", "individualId": "p", "runDate": "2015-09-30"}])")});
  EXPECT_EQ(reading_.sink.records.at(0).dataset, "North");
}

// Biosample ids are unique within an individual: of one that no record describes, each may have their own.
TEST_F(BeaconTest, WhoElseHasASampleOfTheIdDoesNotDecideAboutARun) {
  Import(
      {directory_.Write("individuals.json", R"([{"id": "p"}, {"id": "q"}])"),
       directory_.Write("runs.json", R"([{"id": "r1", "biosampleId": "s", "individualId": "p", "runDate": "2015-09-30"},
                                            {"id": "r2", "biosampleId": "s", "individualId": "q", "runDate": "2015-09-30"}])"),
       directory_.Write("analyses.json",
                        R"([{"id": "a", "runId": "r9", "biosampleId": "s", "individualId": "p", "pipelineName": "x"},
                                                {"id": "a", "runId": "r9", "biosampleId": "s", "individualId": "q", "pipelineName": "x"}])")});
  EXPECT_EQ(reading_.report.rejected, 0u);
  EXPECT_THAT(reading_.Rows(Entity::kRun, 0), SizeIs(2));
  EXPECT_THAT(reading_.Rows(Entity::kRun, 1), SizeIs(2));
}

}  // namespace
}  // namespace muster::import
