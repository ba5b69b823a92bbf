#include "engine/import/importer.h"

#include <gmock/gmock.h>

#include "tests/unit/import/files.h"
#include "tests/unit/import/record/memory_sink.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

constexpr char kPacket[] =
    R"({"id": "a", "subject": {"sex": "MALE"}, "phenotypicFeatures": [{"type": {"id": "HP:0001250"}}]})";

class ImporterTest : public testing::Test {
 protected:
  ImportReport Import(const std::vector<std::string>& paths) {
    absl::StatusOr<ImportReport> report = ReadFiles(paths, options_, sink_);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *std::move(report) : ImportReport();
  }
  std::string ErrorOf(const std::string& path) {
    const absl::StatusOr<ImportReport> report = ReadFiles({path}, options_, sink_);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
    return std::string(report.status().message());
  }
  std::vector<std::string> Ids() const {
    std::vector<std::string> ids;
    for (const model::Record& record : sink_.records) ids.push_back(record.id);
    return ids;
  }

  Directory directory_;
  ImportOptions options_;
  MemorySink sink_;
};

TEST_F(ImporterTest, EachFormOfFile) {
  directory_.Write("1.jsonl", "{\"id\": \"1\", \"subject\": {}}\n{\"id\": \"2\", \"subject\": {}}\n");
  directory_.Write("2.json", "[{\"id\": \"3\", \"subject\": {}}, {\"id\": \"4\", \"subject\": {}}]");
  directory_.Write("3.json", "{\n  \"id\": \"5\",\n  \"subject\": {}\n}");
  directory_.Write("4.json.gz", Gzip("{\"id\": \"6\", \"subject\": {}}"));
  directory_.Write("5.ndjson.zst", Zstd("{\"id\": \"7\", \"subject\": {}}\n"));
  directory_.Write("6.obo", "format-version: 1.2\nontology: hp\n\n[Term]\nid: HP:0000001\nname: All\n");
  directory_.Write("7.json", R"({"graphs": [{"id": "http://purl.obolibrary.org/obo/hp.json", "nodes": [
      {"id": "http://purl.obolibrary.org/obo/HP_0000001", "lbl": "All", "type": "CLASS"}], "edges": []}]})");
  directory_.Write("8.jsonl", "\n\n");
  const ImportReport report = Import({directory_.path()});
  EXPECT_THAT(Ids(), ElementsAre("1", "2", "3", "4", "5", "6", "7"));
  EXPECT_EQ(report.files, 8u);
  EXPECT_EQ(report.records, 7u);
  EXPECT_EQ(report.individuals, 7u);
  EXPECT_EQ(report.rejected, 0u);
  EXPECT_EQ(report.ontologies, 2u);
  EXPECT_EQ(report.ontology_terms, 2u);
  EXPECT_EQ(report.rows.at("individual"), 7u);
}

TEST_F(ImporterTest, WhatIsInMemoryIsReadLikeAFile) {
  for (const std::string& text : {std::string("{\"id\": \"1\", \"subject\": {}}\n{\"id\": \"2\", \"subject\": {}}"),
                                  Gzip("[{\"id\": \"1\", \"subject\": {}}, {\"id\": \"2\", \"subject\": {}}]"),
                                  Zstd("{\"id\": \"1\",\n\"subject\": {}}\n{\"id\": \"2\", \"subject\": {}}")}) {
    sink_.records.clear();
    const absl::StatusOr<ImportReport> report = ReadText(text, options_, sink_);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_THAT(Ids(), ElementsAre("1", "2"));
    EXPECT_EQ(report->files, 1u);
  }
  options_.mapping = R"({"tables": [{"name": "t", "files": ["*"], "rows": "/t"}]})";
  const absl::StatusOr<ImportReport> untold = ReadText("id,x\n1,2\n", options_, sink_);
  EXPECT_EQ(untold.status().code(), absl::StatusCode::kInvalidArgument) << untold.status();
}

TEST_F(ImporterTest, BrokenRecordsAreRejectedAlone) {
  std::string deep =
      "{\"id\": \"deep\", \"subject\": {}, \"x\": " + std::string(2000, '[') + std::string(2000, ']') + "}";
  const ImportReport report = Import({directory_.Write(
      "a.jsonl",
      "{\"id\": \"1\", \"subject\": {}}\n{\"id\": \"2\", \"subject\": {}\n{\"id\": \"\xff\xfe\", \"subject\": {}}\n\n" +
          deep + "\n17\n{\"id\": \"3\", \"subject\": {}}\n{\"id\": \"4\", \"subj")});
  EXPECT_THAT(Ids(), ElementsAre("1", "3"));
  EXPECT_EQ(report.records, 7u);
  EXPECT_EQ(report.rejected, 5u);
  ASSERT_EQ(report.problems.size(), 5u);
  EXPECT_EQ(report.problems[0].kind, ImportProblem::Kind::kRejected);
  EXPECT_EQ(report.problems[0].record, 2u);
  EXPECT_THAT(report.problems[0].file, HasSubstr("a.jsonl"));
  EXPECT_THAT(report.problems[0].reason, HasSubstr("not valid JSON"));
  EXPECT_EQ(report.problems[0].line, 2u);
  EXPECT_THAT(report.problems[1].reason, HasSubstr("UTF-8"));
  EXPECT_EQ(report.problems[2].line, 5u);
  EXPECT_THAT(report.problems[3].reason, HasSubstr("not a phenopacket"));
  EXPECT_THAT(report.problems[4].reason, HasSubstr("not valid JSON"));
  EXPECT_EQ(report.problems[4].line, 8u);
}

TEST_F(ImporterTest, BrokenElementsOfAnArrayAreRejectedAlone) {
  const ImportReport report = Import({directory_.Write(
      "a.json",
      "[{\"id\": \"1\", \"subject\": {}}, {\"id\": \"2\", \"subject\": }, {\"id\": \"3\", \"subject\": {}}]")});
  EXPECT_THAT(Ids(), ElementsAre("1", "3"));
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].record, 2u);
}

TEST_F(ImporterTest, FilesOfOtherKindsAreErrors) {
  EXPECT_THAT(ErrorOf(directory_.Write("a.json", "[{\"id\": \"HG1\", \"ethnicity\": {}}]")),
              HasSubstr("a.json: is JSON, but"));
  EXPECT_THAT(ErrorOf(directory_.Write("all.json", R"({"id": "d", "individuals": [{"id": "p", "sex": {"id": "X:1"}}],
                                                      "biosamples": [{"id": "s", "individualId": "p"}]})")),
              HasSubstr("take the records at /individuals out of it"));
  EXPECT_THAT(ErrorOf(directory_.Write("b.json", "{\"type\": \"FeatureCollection\"}")),
              HasSubstr("expected GA4GH Phenopackets"));
  EXPECT_THAT(
      ErrorOf(directory_.Write("f.json", R"({"meta": {"a": 1}, "response": {"resultSets": [{"results":
                  [{"id": "1", "sex": {"id": "NCIT:C16576"}, "measures": []}]}]}})")),
      HasSubstr("its members are: meta, response; take the records at /response/resultSets/0/results out of it"));
  EXPECT_THAT(ErrorOf(directory_.Write("individuals.json", R"({"meta": {"a": 1}, "responseSummary": {"exists": true},
                  "response": {"resultSets": [{"results": [{"id": "1", "sex": {"id": "NCIT:C16576"}}]}]}})")),
              HasSubstr("take the records at /response/resultSets/0/results out of it"));
  EXPECT_THAT(ErrorOf(directory_.Write("h.json", "PK\x03\x04 and a workbook")), HasSubstr("workbooks of Excel"));
  EXPECT_THAT(ErrorOf(directory_.Write("g.json", R"({"phenopacket": {"id": "1", "subject": {}}})")),
              HasSubstr("take the records at /phenopacket out of it"));
  EXPECT_THAT(ErrorOf(directory_.Write("c.json", "")), HasSubstr("c.json: is empty"));
  EXPECT_THAT(ErrorOf(directory_.Write("d.csv", "a,b\n")), HasSubstr("d.csv"));
  EXPECT_THAT(ErrorOf(directory_.Write("e.json", "[{\"id\": \"1\", \"subject\": {}}")),
              HasSubstr("e.json: the JSON array is cut off"));
  EXPECT_THAT(ErrorOf(directory_.Write("f.json.gz", Gzip(kPacket).substr(0, 60))),
              HasSubstr("f.json.gz: the gzip file is cut off"));
}

TEST_F(ImporterTest, MissingFilesAndWrongMappings) {
  EXPECT_EQ(ReadFiles({directory_.path() + "/none"}, options_, sink_).status().code(), absl::StatusCode::kNotFound);
  options_.mapping = "{\"nothing\": 1}";
  EXPECT_THAT(ErrorOf(directory_.Write("a.json", kPacket)), HasSubstr("mapping: at /nothing"));
}

TEST_F(ImporterTest, FamiliesAndCohorts) {
  directory_.Write(
      "1.json",
      R"({"id": "F1", "proband": {"id": "p", "subject": {}}, "relatives": [{"id": "r", "subject": {}}, {"subject": {}}],
                                 "pedigree": {"persons": [{"individualId": "p"}]}, "metaData": {"createdBy": "x"}})");
  directory_.Write(
      "2.json",
      R"({"id": "C1", "description": "all of us", "members": [{"id": "m", "subject": {}}, {"id": "n", "subject": {}}]})");
  const ImportReport report = Import({directory_.path()});
  EXPECT_THAT(Ids(), ElementsAre("p", "r", "m", "n"));
  EXPECT_EQ(report.records, 5u);
  EXPECT_EQ(report.rejected, 1u);
  EXPECT_EQ(sink_.records[0].extras,
            R"({"/family/pedigree":{"persons":[{"individualId":"p"}]},"/family/metaData":{"createdBy":"x"}})");
  EXPECT_EQ(sink_.records[1].extras, "");
  EXPECT_EQ(sink_.records[2].extras, R"({"/cohort/description":"all of us"})");
  const model::Value* cohort = sink_.records[3].rows[0].Find(model::field::kCohort);
  ASSERT_NE(cohort, nullptr);
  EXPECT_EQ(sink_.dictionary.Text(std::get<model::Symbol>(*cohort)), "c1");
}

TEST_F(ImporterTest, RepeatedIdsReplace) {
  const std::string file = directory_.Write("a.json", kPacket);
  const ImportReport report = Import({file, file});
  EXPECT_EQ(report.individuals, 2u);
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(report.rows.at("phenotype"), 2u);
}

TEST_F(ImporterTest, ProgressIsReportedAndCanCancel) {
  const std::string a = directory_.Write("a.json", kPacket);
  const std::string b = directory_.Write("b.json", kPacket);
  std::vector<std::string> files;
  options_.progress = [&](const ImportProgress& progress) {
    files.push_back(std::filesystem::path(progress.file).filename());
    EXPECT_EQ(progress.phase, "reading");
    EXPECT_EQ(progress.bytes_total, 2 * (sizeof kPacket - 1));
    EXPECT_LE(progress.bytes_done, progress.bytes_total);
    return true;
  };
  Import({a, b});
  EXPECT_THAT(files, ElementsAre("a.json", "b.json"));
  options_.progress = [](const ImportProgress&) { return false; };
  EXPECT_EQ(ReadFiles({a}, options_, sink_).status().code(), absl::StatusCode::kCancelled);
}

TEST_F(ImporterTest, AnErrorOfTheSinkEndsTheImport) {
  class FullSink : public MemorySink {
    absl::Status AddRecord(model::Record&&, model::Taken*) override { return absl::ResourceExhaustedError("full"); }
  } full;
  EXPECT_EQ(ReadFiles({directory_.Write("a.json", kPacket)}, options_, full).status().message(), "full");
}

TEST_F(ImporterTest, ProblemsAreCountedBeyondThoseSpelledOut) {
  std::string lines;
  for (int i = 0; i < 50; ++i) lines += "{\n";
  options_.max_problems = 7;
  const ImportReport report = Import({directory_.Write("a.jsonl", lines)});
  EXPECT_EQ(report.problems.size(), 7u);
  EXPECT_EQ(report.problem_count, 50u);
  EXPECT_EQ(report.rejected, 50u);
}

TEST_F(ImporterTest, MembersThatAreWrittenAlmostAsTheStandardDoesAreNamed) {
  const ImportReport report = Import({directory_.Write(
      "p.jsonl", R"({"id": "1", "subject": {"id": "1"}, "PhenotypicFeatures": [{"type": {"id": "HP:0001250"}}]})"
                 "\n")});
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].reason, "did you mean \"phenotypicFeatures\"?");
}

TEST_F(ImporterTest, HostileInputIsReadToItsEnd) {
  const std::string long_code(5000, '9');
  std::string lines = "{\"id\": \"1\", \"subject\": {\"sex\": \"" + std::string(100000, 'x') +
                      "\"}, \"diseases\": [{\"term\": {\"id\": \"A:" + long_code + "\"}}]}\n";
  lines +=
      "{\"id\": \"2\", \"subject\": {}, \"subject\": {}, \"biosamples\": [{}], \"biosamples\": [{}], \"id\": \"3\"}\n";
  lines +=
      "{\"id\": \"4\", \"measurements\": [{\"assay\": {\"id\": \"A:1\"}, \"value\": {\"quantity\": {\"value\": "
      "1e400}}}]}\n";
  lines +=
      "{\"id\": \"5\", \"diseases\": [{\"term\": {\"id\": \"A:1\"}, \"onset\": {\"age\": {\"iso8601duration\": "
      "\"P99999999999999999999Y\"}}}]}\n";
  lines.append(100, '{').append("\n").append(100, '[').append("\n\"\\ud800\"\n{\"id\": \"\\ud800\"}\n");
  const ImportReport report = Import({directory_.Write("a.jsonl", lines)});
  EXPECT_THAT(Ids(), ElementsAre("1", "2", "5"));
  EXPECT_THAT(report.kept_only, Contains(Pair("/diseases", 1)));
  EXPECT_THAT(report.kept_only, Contains(Pair("/diseases/onset/age/iso8601duration", 1)));
  EXPECT_EQ(report.records, 8u);
}

TEST_F(ImporterTest, ResourcesOfFhirAreNoPeople) {
  const std::string condition =
      R"({"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/1"}, "code": {}})";
  EXPECT_THAT(ErrorOf(directory_.Write("Condition.ndjson", condition + "\n")),
              HasSubstr("it is a resource of FHIR (Condition)"));
  const ImportReport report = Import({directory_.Write("p.jsonl", std::string(kPacket) + "\n" + condition + "\n")});
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(report.rejected, 1u);
}

// Surveys have a "meta" and a "response" as answers of Beacons have.
TEST_F(ImporterTest, AFormThatAMappingReadsIsNoAnswerOfABeacon) {
  options_.mapping = R"({"identity": "/meta/subject", "individual": {"sex": "/response/q1"}})";
  Import({directory_.Write("a.json", R"({"meta": {"subject": "p1"}, "response": {"q1": "female"}})")});
  EXPECT_THAT(Ids(), ElementsAre("p1"));
  EXPECT_THAT(ErrorOf(directory_.Write("b.json", R"({"meta": {"subject": "p1"}, "response": {"resultSets": []}})")),
              HasSubstr("its members are: meta, response"));
  EXPECT_THAT(ErrorOf(directory_.Write("c.json", R"({"meta": {"beaconId": "b"}, "response": {"info": {}}})")),
              HasSubstr("its members are: meta, response"));
}

// A mapping reads records in which nothing is standard; a condition of a patient is one all the same.
TEST_F(ImporterTest, OfResourcesOfFhirAMappingReadsPatients) {
  options_.mapping = R"({"individual": {"sex": "/gender"},
      "diseases": {"from": "/code/coding/*", "fields": {"term": "/code"}}})";
  const std::string patient = R"({"resourceType": "Patient", "id": "p1", "gender": "female"})";
  const std::string condition =
      R"({"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"}, "code": {"coding": [)"
      R"({"code": "ICD10:E11"}]}})";
  const ImportReport report = Import({directory_.Write("p.jsonl", patient + "\n" + condition + "\n")});
  EXPECT_THAT(Ids(), ElementsAre("p1"));
  EXPECT_EQ(report.rejected, 1u);
  // Where the mapping says whose a resource is, several are one record.
  options_.mapping = R"({"identity": "/subject/reference", "individual": {"sex": "/gender"}})";
  EXPECT_EQ(Import({directory_.Write("c.jsonl", condition + "\n")}).rejected, 0u);
}

// Converters write one bundle for each patient, and others call people by words of their own.
TEST_F(ImporterTest, ResourcesThatMayBePeopleAreTaken) {
  options_.mapping = R"({"individual": {"sex": "/gender"}})";
  std::string lines;
  for (const std::string type : {"Bundle", "ResearchSubject", "Group", "Individual", "Participant", "Donor"}) {
    lines.append(R"({"resourceType": ")" + type + R"(", "id": ")" + type + R"(", "gender": "male"})" + "\n");
  }
  for (const std::string type : {"Observation", "Specimen", "MedicationRequest"}) {
    lines.append(R"({"resourceType": ")" + type + R"(", "id": ")" + type + R"("})" + "\n");
  }
  const ImportReport report = Import({directory_.Write("p.jsonl", lines)});
  EXPECT_EQ(report.individuals, 6u);
  EXPECT_EQ(report.rejected, 3u);
}

}  // namespace
}  // namespace muster::import
