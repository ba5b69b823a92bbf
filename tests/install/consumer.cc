// What a program that embeds the library does: makes a catalogue, imports a person, asks.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <variant>

#include "muster/catalogue.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  const std::string file = folder + "/person.json";
  std::ofstream(file) << R"({"id": "P1", "subject": {"id": "S1", "sex": "FEMALE"}, "metaData": {}})";

  muster::OpenOptions options;
  options.create_if_missing = true;
  auto catalogue = muster::Catalogue::Open(folder + "/catalogue", options);
  if (!catalogue.ok()) {
    std::printf("%s\n", catalogue.status().ToString().c_str());
    return 1;
  }
  auto report = (*catalogue)->Import({file}, {});
  if (!report.ok() || report->individuals != 1) {
    std::printf("import: %s\n", report.status().ToString().c_str());
    return 1;
  }
  const std::string text = "count individuals where sex is female";
  auto answers = (*catalogue)->Query(text);
  if (!answers.ok() || answers->size() != 1 || !(*answers)[0].table) {
    std::printf("query: %s\n", answers.status().ToString().c_str());
    if (answers.ok() && !answers->empty()) {
      std::printf("%s", muster::RenderDiagnostics(text, (*answers)[0].diagnostics).c_str());
    }
    return 1;
  }
  const bool right = std::get<int64_t>((*answers)[0].table->rows[0][0]) == 1;
  std::printf("muster %s: %s\n", std::string(muster::Version()).c_str(), right ? "ok" : "wrong count");
  return right ? 0 : 1;
}
