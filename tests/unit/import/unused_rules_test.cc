// Rules and fields of a mapping to which no record has anything.
#include "engine/import/unused_rules.h"

#include <gmock/gmock.h>

#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/memory_sink.h"

namespace muster::import {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// The rules that found nothing.
std::vector<std::string> UnusedOf(const std::vector<std::pair<std::string, std::string>>& files,
                                  const std::string& mapping) {
  const Directory directory;
  std::vector<std::string> paths;
  for (const auto& [name, text] : files) paths.push_back(directory.Write(name, text));
  MemorySink sink;
  ImportOptions options;
  options.mapping = mapping;
  options.threads = 1;
  const absl::StatusOr<ImportReport> report = ReadFiles(paths, options, sink);
  EXPECT_TRUE(report.ok()) << report.status();
  std::vector<std::string> names;
  if (!report.ok()) return names;
  for (const ImportRemark& remark : report->remarks) {
    if (remark.what.find("found nothing in the whole import") == std::string::npos) continue;
    EXPECT_THAT(remark.advice, HasSubstr("nothing, if the source has none of it"));
    for (const auto& value : remark.values) names.push_back(value.value);
  }
  return names;
}

constexpr char kMapping[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true}, "labs": {"files": "l.csv", "id": "id"}},
  "individual": {"sex": "/p/sex", "country": "/p/land", "cohort": "/p/group", "ethnicity": "/subject/ethnicity"},
  "diseases": {"from": "/diagnoses/*", "fields": {"term": "/icd"}},
  "measurements": [
    {"from": "/labs/*", "when": {"/test": "HB"}, "fields": {"assay": {"const": "LOINC:718-7"}, "value": "/result",
                                                           "time": "/taken"}},
    {"from": "/labs/*", "when": {"/test": ["CREA", "KREA"]},
     "fields": {"assay": {"const": "LOINC:2160-0"}, "value": "/result"}}]})";

TEST(UnusedRulesTest, OfTables) {
  EXPECT_THAT(
      UnusedOf({{"p.csv", "id,sex,land,group\n1,M,,NA\n2,F,,\n"}, {"l.csv", "id,test,result,taken\n1,HB,13,\n"}},
               kMapping),
      UnorderedElementsAre("individual: country", "individual: cohort", "individual: ethnicity", "disease",
                           "measurement, when /test is \"HB\": time",
                           "measurement, when /test is \"CREA\" or \"KREA\""));
}

// Once is enough, whoever has it.
TEST(UnusedRulesTest, WhatOneRecordHasIsUsed) {
  EXPECT_THAT(UnusedOf({{"p.csv", "id,sex,land,group\n1,M,,\n2,F,FI,a\n"},
                        {"l.csv", "id,test,result,taken\n1,HB,13,\n1,HB,12,2020-01-01\n2,KREA,1,\n"}},
                       kMapping),
              UnorderedElementsAre("individual: ethnicity", "disease"));
}

// That a table is missing is told by itself.
TEST(UnusedRulesTest, TablesWithoutFileSayNothingHere) {
  EXPECT_THAT(UnusedOf({{"p.csv", "id,sex,land,group\n1,M,FI,a\n"}}, kMapping),
              UnorderedElementsAre("individual: ethnicity", "disease"));
}

TEST(UnusedRulesTest, OfJson) {
  EXPECT_THAT(UnusedOf({{"a.json", R"({"id": "A", "subject": {"id": "A"}, "phenotypicFeatures": [
      {"type": {"id": "HP:0001250"}}], "biosamples": [{"id": "s", "files": [{"run": "r1"}]}]})"}},
                       R"({"phenotypes": {"from": "/phenotypicFeatures/*", "fields": {"severity": "/sev"}},
                           "runs": {"from": "/biosamples/*/files/*", "fields": {"id": "/run", "assay": "/strategy"}},
                           "exposures": {"from": "/smoking/*", "fields": {"agent": {"const": "NCIT:C154329"}}}})"),
              UnorderedElementsAre("phenotype: severity", "run: assay", "exposure"));
}

TEST(UnusedRulesTest, AnImportWithoutRecordsSaysNothing) {
  EXPECT_THAT(UnusedOf({{"o.obo", "format-version: 1.2\nontology: x\n\n[Term]\nid: X:1\nname: x\n"}}, kMapping),
              IsEmpty());
}

}  // namespace
}  // namespace muster::import
