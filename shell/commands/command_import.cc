#include <filesystem>
#include <memory>

#include "shell/catalogue/import_files.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"

namespace muster::shell {
namespace {

struct ImportArguments {
  std::string catalogue;
  std::vector<std::string> files;
  std::string mapping_file;
  ImportOptions options;
  ImportOutput output;
};

int Import(const ImportArguments& arguments, Environment& environment) {
  ImportOptions options = arguments.options;
  if (!arguments.mapping_file.empty()) {
    if (!ReadOrComplain(environment.console, arguments.mapping_file, &options.mapping)) return kUsage;
    if (options.mapping.empty()) return Fail(environment.console, kUsage, "the mapping file is empty");
  }
  std::error_code error;
  const bool existed = std::filesystem::exists(std::filesystem::symlink_status(arguments.catalogue, error));
  OpenOptions open;
  open.create_if_missing = true;
  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments.catalogue, open);
  if (catalogue == nullptr) return kBroken;
  const int code =
      ImportFiles(environment.console, *catalogue, arguments.catalogue, arguments.files, options, arguments.output);
  if (code != kOk && code != kRejected && !existed) {
    // A catalogue that was made for this import, and got nothing, goes again.
    const absl::StatusOr<CatalogueInfo> info = catalogue->Info();
    const bool empty = info.ok() && info->datasets.empty() && info->ontologies.empty();
    catalogue.reset();
    if (empty) std::filesystem::remove_all(arguments.catalogue, error);
  }
  return code;
}

}  // namespace

Action DeclareImport(CLI::App& app) {
  auto arguments = std::make_shared<ImportArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("FILES", arguments->files, "files and folders, or -")->required();
  app.add_option("--dataset", arguments->options.dataset, "the dataset that the individuals belong to")
      ->capture_default_str()
      ->check([](const std::string& text) { return text.empty() ? "the dataset needs a name" : ""; });
  app.add_flag("--replace-dataset", arguments->options.replace_dataset,
               "the files are the whole dataset: delete individuals of it that they do not have");
  app.add_option("--mapping", arguments->mapping_file, "JSON file that says where cohort, country, runs... are");
  app.add_option("--report", arguments->output.report_file, "file that gets the whole report as JSON");
  CLI::Option* most = app.add_option("--max-problems", arguments->options.max_problems,
                                     "how many problems --report lists one by one; a million if not said");
  app.add_option("--threads", arguments->options.threads, "threads that read; 0: as many as there are processors")
      ->capture_default_str();
  app.add_flag("-q,--quiet", arguments->output.quiet, "neither progress nor report, only errors");
  return [arguments, most](Environment& environment) {
    constexpr size_t kAllInAFile = 1'000'000;
    if (!arguments->output.report_file.empty() && most->count() == 0) arguments->options.max_problems = kAllInAFile;
    return Import(*arguments, environment);
  };
}

}  // namespace muster::shell
