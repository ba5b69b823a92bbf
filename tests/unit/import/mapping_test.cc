#include "engine/import/mapping/mapping.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::string Error(std::string_view mapping) {
  const absl::StatusOr<Mapping> parsed = Mapping::Parse(mapping);
  if (parsed.ok()) return "";
  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(parsed.status().message());
}

constexpr char kRuns[] = R"({
  "individual": {"cohort": "/cohort", "country": "/place/country"},
  "runs": {"from": "/biosamples/*/files/*", "sample": "parent", "fields": {
    "id": "/fileAttributes/runId", "assay": "/fileAttributes/libraryStrategy", "depth": "/fileAttributes/coverage",
    "platform": "/fileAttributes/platform"}}})";

TEST(MappingTest, ExtensionMembersBecomeFieldsAndRuns) {
  const Reading reading =
      Read(R"({"id": "1", "cohort": "C008", "place": {"country": "FI", "city": "Oulu"}, "biosamples": [
      {"id": "s1", "files": [{"uri": "u1", "fileAttributes": {"runId": "r1", "libraryStrategy": "Short read Illumina WGS sequencing",
                              "coverage": "31.9x", "fileFormat": "CRAM"}}]},
      {"id": "s2", "files": [{"fileAttributes": {"runId": "r2", "libraryStrategy": "WXS", "coverage": 80}},
                             {"fileAttributes": {"runId": "r3"}}]}],
      "files": [{"uri": "u2"}]})",
           kRuns);
  EXPECT_THAT(reading.Rows(),
              ElementsAre("individual: dataset=test, cohort=c008, country=fi", "sample: id='s1'",
                          "run<1>: assay=wgs, strategy=short read illumina wgs sequencing, depth=31.9, id='r1'",
                          "sample: id='s2'", "run<3>: assay=wes, strategy=wxs, depth=80, id='r2'", "run<3>: id='r3'",
                          "file: uri='u2'"));
  EXPECT_EQ(reading.sink.dictionary.Label(*reading.sink.dictionary.Find("c008")), "C008");
  // What the mapping takes is not kept as well; the rest of the element is.
  EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/biosamples/files/fileAttributes/fileFormat", 1),
                                                    Pair("/biosamples/files/uri", 1), Pair("/place/city", 1)));
}

TEST(MappingTest, Identity) {
  const Reading reading =
      ReadAll({R"({"id": "p", "subject": {"id": "s", "sex": "MALE"}})", R"({"id": "q", "subject": {}})"},
              R"({"identity": "/subject/id"})");
  ASSERT_EQ(reading.sink.records.size(), 1u);
  EXPECT_EQ(reading.sink.records[0].id, "s");
  EXPECT_EQ(reading.extras(), R"({"/id":"p"})");
  EXPECT_EQ(reading.report.rejected, 1u);
}

TEST(MappingTest, RunsByTheIdOfTheirSample) {
  const Reading reading =
      Read(R"({"runs": [{"id": "r", "biosampleId": "s2", "depth": 30}, {"id": "x", "biosampleId": "none"}],
      "id": "1", "biosamples": [{"id": "s1"}, {"id": "s2"}]})",
           R"({"runs": {"from": "/runs/*", "sample": "/biosampleId", "fields": {"id": "/id", "depth": "/depth"}}})");
  EXPECT_THAT(reading.Rows(Entity::kRun), ElementsAre("run<2>: depth=30, id='r'"));
  EXPECT_THAT(reading.Problems(), ElementsAre("/runs/1: the mapping finds no sample that this belongs to"));
  EXPECT_THAT(reading.extras(), HasSubstr(R"("/runs/1":{"id":"x","biosampleId":"none"})"));
}

// The record itself is around all of its elements, in whatever order they stand.
TEST(MappingTest, RowsOfTheRecordAreAroundOthers) {
  constexpr char kVariants[] = R"({"interpretations": {"from": "", "fields": {"id": "/id"}},
      "variants": {"from": "/genomicFeatures/*", "fields": {"gene": "/gene/id"}}})";
  const Reading reading = Read(R"({"genomicFeatures": [{"gene": {"id": "SCN1A"}}, {"gene": {"id": "SCN2A"}}],
                                   "id": "M1"})",
                               kVariants);
  EXPECT_THAT(reading.Rows(Entity::kInterpretation), ElementsAre("interpretation: id='M1'"));
  EXPECT_THAT(reading.Rows(Entity::kVariant), ElementsAre("variant<1>: gene=SCN1A", "variant<1>: gene=SCN2A"));
  EXPECT_THAT(reading.Problems(), IsEmpty());
  const Reading run = Read(R"({"id": "1", "runs": [{"id": "r"}], "sample": "s"})",
                           R"({"samples": {"from": "", "fields": {"id": "/sample"}},
                               "runs": {"from": "/runs/*", "fields": {"id": "/id"}}})");
  EXPECT_THAT(run.Rows(Entity::kRun), ElementsAre("run<1>: id='r'"));
  // Of two samples it is not known which.
  const Reading two = Read(R"({"id": "1", "runs": [{"id": "r"}], "a": "s1", "b": "s2"})",
                           R"({"samples": [{"from": "", "fields": {"id": "/a"}}, {"from": "", "fields": {"id": "/b"}}],
                               "runs": {"from": "/runs/*", "fields": {"id": "/id"}}})");
  EXPECT_THAT(two.Rows(Entity::kRun), IsEmpty());
  EXPECT_THAT(two.Problems(), ElementsAre("/runs/0: the mapping finds no sample that this belongs to"));
}

// A run of the record that names its sample comes after the samples.
TEST(MappingTest, ARunOfTheRecordNamesItsSample) {
  const Reading reading =
      Read(R"({"id": "a", "specimens": [{"id": "s1"}, {"id": "s2"}], "sampleId": "s1", "x": "WGS"})",
           R"({"samples": {"from": "/specimens/*", "fields": {"id": "/id"}},
                                   "runs": {"from": "", "sample": "/sampleId", "fields": {"assay": "/x"}}})");
  EXPECT_THAT(reading.Rows(Entity::kRun), testing::SizeIs(1));
  EXPECT_THAT(reading.Problems(), IsEmpty());
}

// Here the element is the code: it is a row and the value of a field at once.
TEST(MappingTest, TheElementItselfAsAField) {
  const Reading reading =
      Read(R"({"id": "1", "notDone": [{"id": "NCIT:C15313", "label": "Radiation Therapy"}, "NCIT:C505"]})",
           R"({"procedures": {"from": "/notDone/*", "fields": {"code": "", "excluded": {"const": true}}}})");
  EXPECT_THAT(reading.Rows(Entity::kProcedure),
              ElementsAre("not procedure: code=NCIT:C15313", "not procedure: code=NCIT:C505"));
  EXPECT_THAT(reading.report.kept_only, IsEmpty());
}

TEST(MappingTest, RunAndAnalysisOfOneElement) {
  const Reading reading =
      Read(R"({"id": "1", "biosamples": [{"id": "s", "files": [{"run": "r", "pipeline": "nf-core"}]}]})", R"({
      "analyses": {"from": "/biosamples/*/files/*", "fields": {"pipeline": "/pipeline"}},
      "runs": {"from": "/biosamples/*/files/*", "fields": {"id": "/run"}}})");
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test", "sample: id='s'", "run<1>: id='r'",
                                          "analysis<2>: pipeline=nf-core"));
}

TEST(MappingTest, FieldsForRowsThatTheStandardMakes) {
  const Reading reading =
      Read(R"({"id": "1", "diseases": [{"term": {"id": "MONDO:0000001"}, "onset": {"age": {"iso8601duration": "P1Y"}},
      "diagnosed": {"age": {"iso8601duration": "P2Y"}}, "state": "CONFIRMED"}],
      "biosamples": [{"id": "s", "assay": "RNA-Seq"}]})",
           R"({
      "diseases": {"from": "/diseases/*", "fields": {"age at diagnosis": "/diagnosed", "status": "/state"}},
      "runs": {"from": "/biosamples/*", "fields": {"assay": "/assay"}}})");
  EXPECT_THAT(reading.Rows(Entity::kDisease),
              ElementsAre("disease: term=MONDO:0000001, onset=1 year, age at diagnosis=2 years, status=confirmed"));
  EXPECT_THAT(reading.Rows(Entity::kSample), ElementsAre("sample: id='s'"));
  EXPECT_THAT(reading.Rows(Entity::kRun), ElementsAre("run<1>: assay=rna-seq, strategy=rna-seq"));
  EXPECT_THAT(reading.extras(), IsEmpty());
}

TEST(MappingTest, TheMappingOverrulesTheStandard) {
  EXPECT_THAT(Read(R"({"id": "1", "subject": {"sex": "MALE"}, "sexAtBirth": "Female"})",
                   R"({"individual": {"sex": "/sexAtBirth"}})")
                  .Rows(),
              ElementsAre("individual: dataset=test, sex=female"));
}

TEST(MappingTest, NewEntitiesConstantsAndPolarity) {
  const Reading reading =
      Read(R"({"id": "1", "lifestyle": {"smoking": [{"packYears": 20}, {"packYears": "10", "never": true}]},
                                   "cohorts": ["A", "B"], "born": "2001-02"})",
           R"({
      "individual": {"cohort": "/cohorts/*", "country": {"const": "FI"}, "birth_date": "/born"},
      "exposures": {"from": "/lifestyle/smoking/*", "fields": {"agent": {"const": "NCIT:C154329"}, "value": "/packYears",
                    "unit": {"const": "NCIT:C73993"}, "excluded": "/never"}}})");
  EXPECT_THAT(reading.Rows(),
              ElementsAre("individual: dataset=test, birth date=2001-02-01/2001-02-28, cohort=a, cohort=b, country=fi",
                          "exposure: agent=NCIT:C154329, unit=NCIT:C73993, value=20",
                          "not exposure: agent=NCIT:C154329, unit=NCIT:C73993, value=10"));
  EXPECT_THAT(reading.extras(), IsEmpty());
}

TEST(MappingTest, CodesAsClassesAndAsText) {
  const Reading reading = Read(
      R"({"id": "1", "subject": {"sex": "MALE"}, "ethnicity": {"id": "NCIT:C41261", "label": "White"}, "origin": "GAZ:00002937", "c": {"label": "FI"}})",
      R"({"individual": {"ethnicity": "/ethnicity", "country of origin": "/origin", "country": "/c"}})");
  EXPECT_THAT(reading.Rows(),
              ElementsAre(HasSubstr("country=fi, country of origin=GAZ:00002937, ethnicity=NCIT:C41261")));
}

TEST(MappingTest, CountriesGoByTheirCodes) {
  constexpr const char* kCountry = R"({"individual": {"country": "/c"}})";
  for (const auto& [written, code] :
       {std::pair{"GB", "gb"}, {"de", "de"}, {"unknown", "unknown"}, {"UK", "gb"}, {"DEU", "de"}, {"Germany", "de"}}) {
    const Reading reading = Read(R"({"id": "1", "c": ")" + std::string(written) + "\"}", kCountry);
    EXPECT_THAT(reading.Rows(), ElementsAre(std::string("individual: dataset=test, country=") + code));
    EXPECT_EQ(reading.report.problem_count, 0u) << written;
  }
  const Reading reading = Read(R"({"id": "1", "c": "Deutschland"})", kCountry);
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test"));
  ASSERT_EQ(reading.report.problems.size(), 1u);
  EXPECT_EQ(reading.report.problems[0].value, "Deutschland");
  EXPECT_EQ(reading.report.problems[0].where, "/c");
}

TEST(MappingTest, ValuesThatDoNotFitAreKept) {
  const Reading reading =
      Read(R"({"id": "1", "country": ["FI", "SE"], "biosamples": [{"files": [{"depth": "deep"}]}]})", R"({
      "individual": {"country": "/country"}, "runs": {"from": "/biosamples/*/files/*", "fields": {"depth": "/depth"}}})");
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test", "sample", "run<1>"));
  EXPECT_THAT(reading.report.kept_only, ElementsAre(Pair("/biosamples/files/depth", 1), Pair("/country", 1)));
  EXPECT_EQ(reading.report.problem_count, 2u);
}

TEST(MappingTest, AnIdThatSaysUnknownIsNone) {
  const Reading reading =
      Read(R"({"id": "1", "person": " Unknown", "kin": {"family": "F1", "mother": "not available"}})",
           R"({"individual": {"person id": "/person"},
               "pedigrees": {"from": "/kin", "fields": {"family": "/family", "mother": "/mother"}}})");
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test", "pedigree: family=F1"));
  EXPECT_EQ(reading.extras(), R"({"/kin/mother":"not available","/person":" Unknown"})");
  EXPECT_EQ(reading.report.problem_count, 2u);  // both are told
}

TEST(MappingTest, UnknownAssaysAreTakenAsWrittenAndNoted) {
  const Reading reading = Read(R"({"id": "1", "biosamples": [{"files": [{"a": "Tea leaves"}]}]})",
                               R"({"runs": {"from": "/biosamples/*/files/*", "fields": {"assay": "/a"}}})");
  EXPECT_THAT(reading.Rows(Entity::kRun), ElementsAre("run<1>: assay=tea leaves, strategy=tea leaves"));
  EXPECT_THAT(reading.report.notes, Contains(Pair("assay that the normalisation does not know", 1)));
}

TEST(MappingTest, SnakeCasePointersMatchCamelCaseInput) {
  const Reading reading =
      Read(R"({"id": "1", "country_code": "FI"})", R"({"individual": {"country": "/countryCode"}})");
  EXPECT_THAT(reading.Rows(), ElementsAre("individual: dataset=test, country=fi"));
  EXPECT_THAT(Read(R"({"id": "1", "countryCode": "FI"})", R"({"individual": {"country": "/country_code"}})").Rows(),
              ElementsAre("individual: dataset=test, country=fi"));
}

TEST(MappingTest, UnderscoresBeforeDigitsMatter) {
  constexpr char kMapping[] =
      R"({"diseases": {"from": "", "when": "/q1_1", "fields": {"term": {"const": "ICD10:E11"}}}})";
  const Reading reading = ReadAll({R"({"id": "1", "q11": "yes"})", R"({"id": "2", "q1_1": "yes", "q11": "no"})",
                                   R"({"id": "3", "q11": "yes", "q1_1": "no"})"},
                                  kMapping);
  EXPECT_THAT(reading.Rows(Entity::kDisease, 0), IsEmpty());
  EXPECT_THAT(reading.Rows(Entity::kDisease, 1), ElementsAre("disease: term=ICD10:E11"));
  EXPECT_THAT(reading.Rows(Entity::kDisease, 2), IsEmpty());
}

TEST(MappingTest, ErrorsNameThePlace) {
  EXPECT_THAT(Error("{"), HasSubstr("not valid JSON"));
  EXPECT_THAT(Error("[]"), HasSubstr("mapping: at /: an object should stand here"));
  EXPECT_THAT(Error(R"({"runz": {}})"), HasSubstr("at /runz: \"runz\" is no entity"));
  EXPECT_THAT(Error(R"({"individual": {"shoe size": "/x"}})"),
              HasSubstr("at /individual/shoe size: \"shoe size\" is no field of individual"));
  EXPECT_THAT(Error(R"({"individual": {"country": "country"}})"),
              HasSubstr("at /individual/country: \"country\" is not a JSON pointer"));
  EXPECT_THAT(Error(R"({"individual": {"country": "/a~2"}})"), HasSubstr("~0"));
  EXPECT_THAT(Error(R"({"individual": {"country": 7}})"), HasSubstr("a JSON pointer should stand here"));
  EXPECT_THAT(Error(R"({"individual": {"country": "/a/*"}})"), HasSubstr("has one value"));
  EXPECT_THAT(Error(R"({"individual": {"id": "/a"}})"), HasSubstr("identity"));
  EXPECT_THAT(Error(R"({"individual": []})"), HasSubstr("at /individual: an object"));
  EXPECT_THAT(Error(R"({"identity": "/a/*"})"), HasSubstr("one member"));
  EXPECT_THAT(Error(R"({"runs": {"fields": {"id": "/a"}}})"), HasSubstr("at /runs: \"from\" is missing"));
  EXPECT_THAT(Error(R"({"runs": [{"from": "/a/*"}]})"), HasSubstr("at /runs/0: \"fields\" is missing"));
  EXPECT_THAT(Error(R"({"runs": {"from": "/a", "fields": {"id": "/a"}, "individual": "/b"}})"),
              HasSubstr("known are: from, fields, when, sample"));
  EXPECT_THAT(Error(R"({"runs": {"from": "/a", "fields": {"depth": {"const": "deep"}}}})"),
              HasSubstr("at /runs/fields/depth/const"));
  EXPECT_THAT(Error(R"({"runs": {"from": "/a", "fields": {"depth": {"constant": 1}}}})"),
              HasSubstr("{\"const\": VALUE}"));
  EXPECT_THAT(Error(R"({"samples": {"from": "/a", "fields": {"id": "/a"}, "individual": "/b"}})"),
              HasSubstr("one individual"));
  EXPECT_EQ(Error(""), "");
  EXPECT_EQ(Error("{}"), "");
}

TEST(MappingTest, DatasetsAndCohorts) {
  const auto mapping = Mapping::Parse(R"({"datasets": [{"id": "d", "name": "N", "countries": ["FI"], "declared": 7,
      "synthetic": true, "dataUse": ["DUO_00000042", {"id": "DUO:0000007", "modifiers": [{"id": "MONDO:0004992", "label": "cancer"}]}]}],
      "cohorts": [{"id": "c", "inclusion": "adults"}]})");
  ASSERT_TRUE(mapping.ok()) << mapping.status();
  ASSERT_EQ(mapping->collections().size(), 2u);
  const model::Collection& dataset = mapping->collections()[1];  // members come by name
  EXPECT_EQ(dataset.declared, 7u);
  EXPECT_EQ(dataset.synthetic, true);
  const std::vector<model::DataUse> uses = {{{"DUO:0000042", ""}, "", {}},
                                            {{"DUO:0000007", ""}, "", {{"MONDO:0004992", "cancer"}}}};
  EXPECT_EQ(dataset.data_uses, uses);
  EXPECT_EQ(mapping->collections()[0].inclusion, "adults");
}

TEST(MappingTest, WrongDatasetsAreLocated) {
  const auto problem = [](const char* text) { return std::string(Mapping::Parse(text).status().message()); };
  EXPECT_THAT(problem(R"({"datasets": {}})"), HasSubstr("/datasets: an array of objects"));
  EXPECT_THAT(problem(R"({"datasets": [{"name": "x"}]})"), HasSubstr("/datasets/0: \"id\" is missing"));
  EXPECT_THAT(problem(R"({"cohorts": [{"id": "x", "size": 3}]})"),
              HasSubstr("/cohorts/0/size: known here are: id, name"));
  EXPECT_THAT(problem(R"({"datasets": [{"id": "x", "declared": -1}]})"), HasSubstr("/datasets/0/declared"));
  EXPECT_THAT(problem(R"({"datasets": [{"id": "x", "dataUse": [{"label": "y"}]}]})"),
              HasSubstr("/datasets/0/dataUse/0: \"id\" is missing"));
  EXPECT_THAT(problem(R"({"datasets": [{"id": "x", "dataUse": [{"id": "DUO:1", "modifiers": [{"version": "y"}]}]}]})"),
              HasSubstr("/dataUse/0/modifiers/0/version: known here are: id, label"));
}

}  // namespace
}  // namespace muster::import
