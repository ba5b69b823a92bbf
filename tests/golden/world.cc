#include "tests/golden/world.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/api/versions/load_view.h"
#include "tests/support/source_tree.h"

namespace muster::golden {
namespace {

[[noreturn]] void Die(const std::string& what) {
  std::cerr << what << std::endl;
  std::abort();
}

void Import(Catalogue& catalogue, const std::string& folder, const std::vector<std::string>& files,
            const std::string& dataset) {
  std::vector<std::string> paths;
  for (const std::string& file : files) paths.push_back(folder + file);
  ImportOptions options;
  options.dataset = dataset;
  options.mapping = ReadText(folder + "mapping.json");
  const absl::StatusOr<ImportReport> report = catalogue.Import(paths, options);
  if (!report.ok()) Die(report.status().ToString());
  for (const ImportProblem& problem : report->problems) {
    if (problem.kind == ImportProblem::Kind::kRejected) Die(problem.id + " " + problem.where + ": " + problem.reason);
  }
}

void Run(const Catalogue& catalogue, const std::string& statements) {
  const auto answers = catalogue.Query(statements);
  if (!answers.ok()) Die(answers.status().ToString());
  for (const Answer& answer : *answers) {
    if (!answer.table) Die("not answered: " + statements);
  }
}

// What docs/cookbook.md says was saved at the last release.
constexpr char kSavedBefore[] = R"(
define cohort "melanoma WGS" as individuals
where has disease NCIT:C3224 and has sample with (type is tumour and has run with assay is WGS);
define cohort release as distinct individuals
where in "melanoma WGS"
  and usable for MONDO:0005105 by commercial
  and has consent with (permission is "subject-level query" and status is granted)
  and has no consent with (permission is "subject-level query" and status is withdrawn))";

}  // namespace

World& World::Get() {
  static const std::unique_ptr<World> world = Own();
  return *world;
}

std::unique_ptr<World> World::Own() {
  return std::unique_ptr<World>(new World("world", {{"hospital", {"ontology.obo", "diseases.obo", "people.jsonl"}, ""},
                                                    {"registry", {"registry.jsonl"}, ""}}));
}

World& World::Cookbook() {
  static const std::unique_ptr<World> world = OwnCookbook();
  return *world;
}

std::unique_ptr<World> World::OwnCookbook() {
  return std::unique_ptr<World>(
      new World("cookbook", {{"north", {"hp.obo", "mondo.obo", "ncit.obo", "codes.obo", "north.jsonl"}, ""},
                             {"south", {"south.jsonl"}, kSavedBefore},
                             {"biobank", {"biobank.jsonl"}, ""},
                             {"registry", {"registry.jsonl"}, ""}}));
}

World::World(const std::string& folder, const std::vector<Step>& steps) {
  std::string path = (std::filesystem::temp_directory_path() / "muster-golden-XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) Die("no temporary directory");
  path_ = path;
  OpenOptions options;
  options.create_if_missing = true;
  auto opened = Catalogue::Open(path_, options);
  if (!opened.ok()) Die(opened.status().ToString());
  catalogue_ = *std::move(opened);
  for (const Step& step : steps) {
    Import(*catalogue_, test::TestData(folder + "/"), step.files, step.dataset);
    if (!step.statements.empty()) Run(*catalogue_, step.statements);
  }
  storage::StoreOptions read_only;
  read_only.read_only = true;
  auto store = storage::Store::Open(path_, read_only);
  if (!store.ok()) Die(store.status().ToString());
  store_ = *std::move(store);
  auto view = api::LoadView(*store_, nullptr);
  if (!view.ok()) Die(view.status().ToString());
  view_ = *std::move(view);
}

World::~World() {
  view_.reset();
  store_.reset();
  catalogue_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string ReadText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Die("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void WriteText(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) Die("cannot write " + path);
}

bool Updating() {
  const char* value = std::getenv("MUSTER_UPDATE_GOLDEN");
  return value != nullptr && *value != '\0' && *value != '0';
}

}  // namespace muster::golden
