// Each format of the synthetic data is another way to write the same people: their imports give the same answers.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "muster/catalogue.h"
#include "shell/synth/files/generate.h"

namespace muster::synth {
namespace {

constexpr uint64_t kPeople = 2000;

class SynthFormatsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::filesystem::remove_all(Folder());
    packets_ = Import("packets", Format::kLines).release();
    beacon_ = Import("beacon", Format::kBeacon).release();
  }
  static void TearDownTestSuite() {
    delete packets_;
    delete beacon_;
    std::filesystem::remove_all(Folder());
  }

  // Each test is a process of its own, perhaps beside another.
  static std::string Folder() { return testing::TempDir() + "muster_synth_formats_" + std::to_string(getpid()); }

  static std::unique_ptr<Catalogue> Import(const std::string& name, Format format) {
    const std::string folder = Folder() + "/" + name;
    Options options;
    options.people = kPeople;
    options.format = format;
    EXPECT_EQ(Generate(folder, options), "");
    std::vector<std::string> files;
    for (const std::string_view file : FilesToImport(format)) files.push_back(folder + "/" + std::string(file));
    ImportOptions import;
    std::ifstream mapping(folder + "/mapping.json");
    import.mapping.assign(std::istreambuf_iterator<char>(mapping), {});
    auto catalogue = Catalogue::Open(folder + ".catalogue", {.create_if_missing = true});
    if (!catalogue.ok()) return nullptr;
    const auto report = (*catalogue)->Import(files, import);
    EXPECT_TRUE(report.ok()) << report.status();
    if (report.ok()) {
      EXPECT_EQ(report->individuals, kPeople);
      EXPECT_EQ(report->rejected, 0u);
      // Some who are measured twice at one age have one value twice.
      for (const ImportProblem& problem : report->problems) {
        EXPECT_TRUE(problem.reason.ends_with("are equal")) << problem.where << ": " << problem.reason;
      }
    }
    return *std::move(catalogue);
  }

  static std::string Text(const Cell& cell) {
    std::ostringstream out;
    if (const auto* integer = std::get_if<int64_t>(&cell)) out << *integer;
    if (const auto* number = std::get_if<double>(&cell)) out << *number;
    if (const auto* text = std::get_if<std::string>(&cell)) out << *text;
    return out.str();
  }

  // The answers, a line for each row.
  static std::string Ask(const Catalogue& catalogue, const std::string& question) {
    const auto answers = catalogue.Query(question);
    EXPECT_TRUE(answers.ok()) << question << ": " << answers.status();
    if (!answers.ok()) return "";
    std::string text;
    for (const Answer& answer : *answers) {
      EXPECT_TRUE(answer.table) << RenderDiagnostics(question, answer.diagnostics);
      text.append(RenderDiagnostics(question, answer.diagnostics));
      if (!answer.table) continue;
      for (const Column& column : answer.table->columns) text.append(column.name).append("|");
      for (const std::vector<Cell>& row : answer.table->rows) {
        text.append("\n");
        for (const Cell& cell : row) text.append(Text(cell)).append("|");
      }
      for (const Cell& cell : answer.table->total) text.append("\ntotal ").append(Text(cell));
    }
    return text;
  }

  // Both give the same answer; returns it.
  static std::string Same(const std::string& question) {
    const std::string answer = Ask(*packets_, question);
    EXPECT_EQ(answer, Ask(*beacon_, question)) << question;
    return answer;
  }

  static Catalogue* packets_;
  static Catalogue* beacon_;
};

Catalogue* SynthFormatsTest::packets_ = nullptr;
Catalogue* SynthFormatsTest::beacon_ = nullptr;

TEST_F(SynthFormatsTest, QuestionsHaveTheSameAnswers) {
  for (const char* question : {
           "count individuals, samples, runs, analyses by sex, country",
           "count individuals where sex is female and age at last contact >= 18 years by cohort",
           "count individuals where karyotypic sex is xx and birth date >= 1980-01-01",
           "count individuals where vital status is deceased by cause of death",
           "count individuals where age at death >= 60 years and survival > 100",
           "count individuals where age at enrolment < 18 years by ethnicity, ethnicity label",
           "count individuals where species is NCBITaxon:9606",
           "count individuals where has phenotype HP:0001250",
           "count individuals where has excluded phenotype HP:0001250",
           "count individuals where not has phenotype HP:0001250 and not has excluded phenotype HP:0001250",
           "count individuals where has phenotype HP:0000707 with (onset before 5 years and severity is HP:0012828)",
           "count individuals with certainty where has phenotype HP:0000707 with onset before 3 years",
           "count phenotypes where modifier is HP:0012835 by term",
           "count phenotypes where evidence is ECO:0006017 by severity",
           "count individuals where has disease MONDO:0004992 with (stage is NCIT:C27970 and tnm is NCIT:C48728)",
           "count diseases where laterality is HP:0012835 by primary site",
           "count diseases where family history is yes and age at diagnosis < 40 years",
           "count excluded diseases by term top 5",
           "count individuals where has measurement LOINC:4548-4 with value >= 6.5 % by sex",
           "count individuals where has measurement LOINC:13457-7 with value >= 4 mmol/L",
           "count measurements where coded value is SNOMED:260373001 by assay",
           "count measurements where assay is LOINC:718-7 and value < 12 g/dL and time >= 18 years",
           "count individuals where has last measurement LOINC:4548-4 with value >= 48 mmol/mol",
           "count measurements where component is LOINC:8462-4 and value > 90 mm[Hg] by assay, component",
           "count phenotypes where resolution < 30 years by term top 3",
           "count diseases where status is provisional by term top 3",
           "count treatments where intent is NCIT:C62220 by response, kind",
           "count runs where platform model is OBI:0002630 by selection",
           "count treatments where route is NCIT:C38276 by agent, target",
           "count individuals where has treatment with (start >= 2015-01-01 and end < 2022-01-01)",
           "count individuals where has treatment with age at start >= 50 years",
           "count procedures where performed >= 40 years by code, site",
           "count exposures where agent is NCIT:C154329 and value >= 20 \"{PackYears}\" and duration > 3000",
           "count individuals where has excluded exposure NCIT:C154329 by sex",
           "count samples where type is tumour by tissue, tumour progression, tumour grade, stage",
           "count samples where origin type is UBERON:0001155 and collected >= 2016-01-01 by kind, material, procedure",
           "count samples where has sample relation with type is matched by type",
           "count samples where histology is MONDO:0004992",
           "count individuals where has sample with (type is tumour and has run with (assay is WGS and depth >= 30))",
           "count runs where breadth >= 95 and date >= 2020-01-01 by platform, reference, layout, strategy",
           "count analyses where date >= 2021-06-01 by pipeline, aligner, caller",
           "count runs where has analysis and sex is female",
           "count interpretations by status, disease top 10",
           "count variants by gene, pathogenicity, allelic state, chromosome",
           "count variants where position > 100000000 by status, molecule, assembly",
           "count files by format, assembly",
           "count families; count individuals where has mother; count individuals where has child by sex",
           "count families where has at least 2 members with affected is affected",
           "count individuals where has pedigree with (role is proband and disease is MONDO:0003847)",
           "count individuals where has mother with (affected is unaffected and has run with assay is WGS)",
           "count consents where date >= 2020-01-01 by permission, status, data use",
           "count individuals where has consent with (permission is 'secondary use' and status is granted)",
           "count individuals where usable for 'cancer' by commercial",
           "count individuals where usable for health research by non-commercial in FR by cohort",
           "count individuals where usable for MONDO:0010726",
           "count individuals by dataset; show datasets; show cohorts",
           "funnel individuals where sex is female and has phenotype HP:0000707 and has sample",
           "list individuals where has pedigree with role is mother",
           "list samples where type is tumour and has sample relation",
           "list runs where depth >= 100",
       }) {
    const std::string answer = Same(question);
    // No question is about nothing.
    EXPECT_NE(answer.find_first_of("123456789", answer.find('\n')), std::string::npos) << question << "\n" << answer;
  }
}

// Each field of each entity by itself: in which values, and how often.
TEST_F(SynthFormatsTest, FieldsHaveTheSameValues) {
  const auto info = packets_->Info();
  ASSERT_TRUE(info.ok());
  size_t fields = 0;
  for (const CatalogueInfo::Entity& entity : info->entities) {
    EXPECT_GT(entity.rows, 0u) << entity.name << ": synthetic people have some of everything";
    Same("list " + entity.name);
    const std::string described = Same("describe " + entity.name);
    const auto answers = packets_->Query("describe " + entity.name);
    for (const auto& row : answers->front().table->rows) {
      const std::string field = Text(row[0]);
      const std::string kind = Text(row[2]);
      const bool coded = kind.starts_with("code") || kind.starts_with("keyword");
      const bool mixed = field == "reference low" || field == "reference high" ||
                         (field == "value" && (entity.name == "measurements" || entity.name == "exposures"));
      if (!coded && (mixed || kind.starts_with("text"))) continue;
      std::string question = "count " + entity.name + " by " + field;
      if (field == "birth date") question = "count individuals by age as of 2025-01-01";  // itself it has no bands
      if (kind == "time") question += " in bands of 1 months";
      if (kind == "number") question += field == "position" ? " in bands of 10000" : " in bands of 1";
      Same(question);
      ++fields;
    }
  }
  EXPECT_GT(fields, 80u);
}

}  // namespace
}  // namespace muster::synth
