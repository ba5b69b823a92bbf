#include "shell/report/write_report.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "shell/report/collect_report.h"
#include "shell/report/report_page.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

std::string DateNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof(text), "%Y-%m-%d %H:%M UTC", &parts);
  return text;
}

absl::Status Replace(const std::string& path, const std::string& bytes) {
  const auto failure = [&path] {
    return absl::UnknownError(Concat("cannot write ", path, ": ", std::strerror(errno != 0 ? errno : EIO)));
  };
  // A special file, such as /dev/stdout, is written to, as it cannot be replaced.
  std::error_code error;
  const bool special = std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error);
  const std::string beside = special ? path : path + ".part";
  errno = 0;
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << bytes;
  file.close();
  if (!file) {
    absl::Status status = failure();
    if (!special) std::remove(beside.c_str());
    return status;
  }
  if (special || std::rename(beside.c_str(), path.c_str()) == 0) return absl::OkStatus();
  absl::Status status = failure();
  std::remove(beside.c_str());
  return status;
}

}  // namespace

absl::Status WriteReport(CatalogueHandle& catalogue, const ReportRequest& request, std::string* id,
                         std::vector<Diagnostic>* mistakes) {
  absl::StatusOr<ReportContent> content =
      CollectReport(catalogue, request.text, request.options, !request.guest.empty(), mistakes);
  if (!content.ok()) return content.status();
  const ReportFrame frame = {.title = request.title,
                             .catalogue = request.catalogue,
                             .date = DateNow(),
                             .text = request.text,
                             .parameters = request.options.parameters,
                             .ontologies = request.options.ontologies,
                             .guest = request.guest};
  *id = ReportId(ContentJson(*content));
  return Replace(request.out, RenderReport(*content, frame));
}

std::string CatalogueName(const std::string& path) {
  std::filesystem::path folder(path);
  if (!folder.has_filename()) folder = folder.parent_path();
  std::string name = folder.filename().string();
  return name.empty() || name == "." ? path : name;
}

}  // namespace muster::shell
