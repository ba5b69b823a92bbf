#include "shell/output/report.h"

#include <gtest/gtest.h>

namespace muster::shell {
namespace {

TEST(RenderImport, LinesUp) {
  ImportReport report;
  report.files = 2;
  report.records = 1002;
  report.individuals = 1000;
  report.replaced = 3;
  report.rejected = 2;
  report.ontologies = 1;
  report.ontology_terms = 19408;
  report.rows = {{"individual", 1000}, {"phenotype", 12345}};
  report.kept_only = {{"/metaData/createdBy", 1000}, {"/x", 2000}, {"/t/status", 183}};
  report.kept_words = {{"/t/status", {{"active", 180}, {"never", 3}}}};
  report.notes = {{"label differs from the ontology's", 7}};
  report.remarks = {
      {ImportProblem::Kind::kRejected,
       "no id",
       "name the member that identifies a record",
       1,
       {{"", "", 1}},
       0,
       {{ImportProblem::Kind::kRejected, "a.jsonl", 17, "", "", "no id", 17, ""}}},
      {ImportProblem::Kind::kKeptOnly,
       "word that the field does not know",
       "",
       7,
       {{"/sex", "w", 4}, {"/sex", "x", 2}, {"/vital", "N", 1}},
       0,
       {{ImportProblem::Kind::kKeptOnly, "a.jsonl", 3, "I-3", "/sex", "word that the field does not know", 3, "w"},
        {ImportProblem::Kind::kKeptOnly, "a.jsonl", 9, "", "/sex", "\"x\" is none of sex", 0, "x"}}},
  };
  report.seconds = 12.3;
  report.catalogue_version = 3;
  EXPECT_EQ(RenderImport(report, "cat"),
            "imported into cat in 12.3 s; the catalogue is now at version 3\n"
            "\n"
            "files                                     2\n"
            "records                               1,002\n"
            "individuals                           1,000  of them 3 replaced\n"
            "rejected                                  2\n"
            "ontologies                                1  19,408 terms\n"
            "\n"
            "rows indexed\n"
            "  individual                          1,000\n"
            "  phenotype                          12,345\n"
            "\n"
            "values kept in the records but not indexed, so that no query finds them\n"
            "  /t/status                             183  active 180, never 3\n"
            "  /x                                  2,000\n"
            "  /metaData/createdBy                 1,000\n"
            "\n"
            "taken after a correction\n"
            "  label differs from the ontology's       7\n"
            "\n"
            "8 remarks of 2 kinds; --report FILE writes all of them\n"
            "  rejected   no id: 1 time\n"
            "             a.jsonl, line 17\n"
            "             what to do: name the member that identifies a record\n"
            "  kept only  word that the field does not know: 7 times\n"
            "             values: \"w\" (4 times), \"x\" (2 times), \"N\"\n"
            "             a.jsonl, line 3 (I-3), at /sex: \"w\"\n"
            "             a.jsonl, record 9, at /sex: \"x\" is none of sex\n");
}

TEST(RenderImport, OfNothingMuchIsShort) {
  ImportReport report;
  report.files = 1;
  report.individuals = report.records = 1;
  EXPECT_EQ(RenderImport(report, "cat"),
            "imported into cat in 0 ms\n\nfiles        1\nrecords      1\nindividuals  1\nrejected     0\n");
}

TEST(RenderInfo, LinesUp) {
  CatalogueInfo info;
  info.version = 3;
  info.format_version = 1;
  info.segments = 2;
  info.disk_bytes = 1'500'000;
  info.entities = {{"individual", 1000}, {"phenotype", 12345}};
  info.datasets = {{"default", 1000}};
  info.ontologies = {{"hp", "hp/releases/2026-01-08", 19934, 526}};
  EXPECT_EQ(RenderInfo(info, "cat"),
            "cat\n"
            "\n"
            "version            3\n"
            "format             1\n"
            "segments           2\n"
            "size          1.5 MB\n"
            "\n"
            "rows\n"
            "  individual   1,000\n"
            "  phenotype   12,345\n"
            "\n"
            "individuals of each dataset\n"
            "  default      1,000\n"
            "\n"
            "terms of each ontology\n"
            "  hp          19,934  hp/releases/2026-01-08; of them 526 obsolete\n");
}

TEST(RenderInfo, AnOntologyThatIsNotWhatItWas) {
  CatalogueInfo info;
  info.ontologies = {{"ex", "", 3}, {"own", "1", 3, 1, true, 7}};
  const std::string text = RenderInfo(info, "cat");
  EXPECT_NE(text.find("  no version\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  1; of them 1 obsolete; in catalogue version 7 another file took the place of one of the same "
                      "version\n"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace muster::shell
