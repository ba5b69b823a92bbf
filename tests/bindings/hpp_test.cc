// muster.hpp in a program that has another Abseil: makes a catalogue, imports, asks. Compiled as C++17 and C++23, by
// gcc and clang, without exceptions too.
#include <cstdio>
#include <string>

#include "absl/status/status.h"
#include "muster/muster.hpp"

namespace {

using muster::stable::Catalogue;

int problems = 0;

#define CHECK(condition)                                                   \
  do {                                                                     \
    if (!(condition)) {                                                    \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++problems;                                                          \
    }                                                                      \
  } while (false)

constexpr char kPeople[] =
    R"({"id": "p1", "subject": {"id": "p1", "sex": "FEMALE"}, "metaData": {},
        "phenotypicFeatures": [{"type": {"id": "HP:0001250", "label": "Seizure"}}]})";

// The program's own statuses, beside Muster's.
absl::Status Try(const std::string& folder) {
  CHECK(!Catalogue::Open(folder + "/none").ok());
  CHECK(Catalogue::Open(folder + "/none").error().code == MUSTER_NOT_FOUND);
  auto catalogue = Catalogue::Open(folder + "/catalogue", {{MUSTER_OPEN_CREATE, 1}});
  if (!catalogue.ok()) return absl::Status(catalogue.error().message);
  auto report = catalogue->ImportText(kPeople);
  if (!report.ok()) return absl::Status(report.error().message);
  CHECK((*report)[0].Int(0, 3) == 1);

  auto answers = catalogue->Query("count individuals where has phenotype $code", {{"code", "HP:0001250"}});
  CHECK(answers.ok() && answers->size() == 1 && (*answers)[0].has_table());
  CHECK((*answers)[0].Int(0, 0) == 1);
  CHECK(!(*answers)[0].Int(7, 0).has_value() && !(*answers)[3].has_table());
  CHECK((*answers)[0].provenance(MUSTER_PROVENANCE_RELEASE) == "exact");

  auto mistaken = catalogue->Query("count individuals where has phenotipe X:1");
  CHECK(mistaken.ok() && mistaken->have_errors() && !(*mistaken)[0].diagnostics().empty());
  CHECK(!(*mistaken)[0].diagnostics()[0].code.empty());
  CHECK(mistaken->diagnostics_text().find('^') != std::string_view::npos);

  // What cannot be is an error, not ignored.
  CHECK(catalogue->Query("count individuals", {}, {{MUSTER_OPEN_CREATE, 1}}).error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(catalogue->Query("count individuals", {{"", "x"}}).error().code == MUSTER_INVALID_ARGUMENT);

  auto statement = catalogue->Prepare("count individuals where sex is $sex");
  CHECK(statement.ok() && statement->parameters().size() == 1);
  auto snapshot = catalogue->TakeSnapshot();
  CHECK(snapshot.ok());
  CHECK(*catalogue->Delete("default", {"p1"}) == 1);
  CHECK((*statement->Run({{"sex", "female"}}, &*snapshot))[0].Int(0, 0) == 1);
  CHECK((*snapshot->Query("count individuals"))[0].Int(0, 0) == 1);
  CHECK((*catalogue->Query("count individuals"))[0].Int(0, 0) == 0);
  CHECK(*catalogue->Stat(MUSTER_STAT_VERSION) == snapshot->version() + 1);

  auto stream = catalogue->Stream("list individuals", {}, {}, &*snapshot);
  CHECK(stream.ok());
  CHECK(!catalogue->Close().ok());
  stream->release(&*stream);
  CHECK(catalogue->Close().ok());
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const absl::Status status = Try(argv[1]);
  if (!status.ok()) std::fprintf(stderr, "%s\n", status.message().c_str());
  return status.ok() && problems == 0 ? 0 : 1;
}
