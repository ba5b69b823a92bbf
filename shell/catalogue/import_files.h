// An import with its progress and its report, for the command line and for the interactive shell.
#ifndef MUSTER_SHELL_CATALOGUE_IMPORT_FILES_H_
#define MUSTER_SHELL_CATALOGUE_IMPORT_FILES_H_

#include <string>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/terminal/console.h"

namespace muster::shell {

struct ImportOutput {
  bool quiet = false;       ///< neither progress nor report
  std::string report_file;  ///< gets the report as JSON, unless empty
};

/// Imports `files` into `catalogue`, which is called `name` in messages. Ctrl-C cancels. Returns kOk, kRejected (some
/// records were not taken), kFailed (nothing was imported), kBroken or kInterrupted.
int ImportFiles(Console& console, CatalogueHandle& catalogue, const std::string& name,
                const std::vector<std::string>& files, ImportOptions options, const ImportOutput& output);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_CATALOGUE_IMPORT_FILES_H_
