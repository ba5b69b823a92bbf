// muster.hpp in a program that has another Abseil: makes a catalogue, imports, asks. Compiled as C++17 and C++23, by
// gcc and clang, without exceptions too.
#include <cstdio>
#include <string>
#include <utility>

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

// What takes long, and tokens that stop it.
void Stop(Catalogue& catalogue, const std::string& folder) {
  muster::stable::Cancel stopped;
  stopped.Now();
  CHECK(stopped.IsCancelled());
  CHECK(catalogue.ImportText(kPeople, {}, &stopped).error().code == MUSTER_CANCELLED);
  CHECK(catalogue.Check(&stopped).error().code == MUSTER_CANCELLED);
  CHECK(catalogue.Check(nullptr, [](uint64_t, uint64_t, uint64_t) { return true; }).ok());
  CHECK(catalogue.Compact(&stopped).error().code == MUSTER_CANCELLED);
  CHECK(catalogue.Backup(folder + "/stopped", &stopped).error().code == MUSTER_CANCELLED);
  const auto check = catalogue.Check();
  CHECK(check.ok() && (*check)[1].rows() == 0);
}

// What was moved from does not count as not given: the present version, no values, no bounds.
void MoveFrom(const Catalogue& catalogue, const muster::stable::Statement& statement,
              muster::stable::Snapshot& snapshot) {
  muster::stable::Snapshot kept = std::move(snapshot);
  CHECK(statement.Run({{"sex", "female"}}, &snapshot).error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(catalogue.Stream("list individuals", {}, {}, &snapshot).error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(!snapshot.Query("count individuals").ok());
  snapshot = std::move(kept);
  CHECK(statement.Run({{"sex", "female"}}, &snapshot).ok());

  muster::stable::Options bounds{{MUSTER_QUERY_MAX_CELLS, 1}};
  const muster::stable::Options kept_bounds = std::move(bounds);
  CHECK(catalogue.Query("count individuals", {}, bounds).error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(catalogue.Query("count individuals", {}, kept_bounds).ok());
  muster::stable::Params values{{"sex", "female"}};
  const muster::stable::Params kept_values = std::move(values);
  CHECK(statement.Run(values).error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(statement.Run(kept_values).ok());

  muster::stable::Cancel token;
  const muster::stable::Cancel same = std::move(token);
  same.Now();
  CHECK(token.IsCancelled());
  CHECK(catalogue.Check(&token).error().code == MUSTER_CANCELLED);
}

// A stream that is handed out of the scope of its catalogue goes on, and keeps the catalogue open.
void Outlive(const std::string& path) {
  muster::stable::Options create{{MUSTER_OPEN_CREATE, 1}};
  ArrowArrayStream stream;
  {
    auto catalogue = Catalogue::Open(path, create);
    CHECK(catalogue.ok() && catalogue->ImportText(kPeople).ok());
    auto rows = catalogue->Stream("list individuals");
    CHECK(rows.ok());
    stream = *rows;
  }
  CHECK(Catalogue::Open(path).error().code == MUSTER_IN_USE);
  ArrowArray array;
  CHECK(stream.get_next(&stream, &array) == 0 && array.length == 1);
  array.release(&array);
  stream.release(&stream);
  CHECK(Catalogue::Open(path).ok());
}

// The guests' side, of one person.
void Release(Catalogue& catalogue) {
  constexpr char kPolicy[] = R"({"tiers": {"registered": {"preset": "registered"}}, "ledger": {"durable": "process"}})";
  CHECK(!(*Catalogue::ExplainPolicy(kPolicy))[0].Text(0, 0).empty());
  CHECK(Catalogue::ExplainPolicy("{").error().code == MUSTER_INVALID_ARGUMENT);
  CHECK(catalogue.Policy().error().code == MUSTER_NOT_FOUND);
  CHECK(catalogue.SetPolicy(kPolicy).ok() && (*catalogue.Policy())[0].rows() == 1);
  auto guest = catalogue.Admit("alice", "registered");
  CHECK(guest.ok());
  const auto answers = guest->Query("count individuals");
  CHECK(answers.ok() && !(*answers)[0].Int(0, 0).has_value());
  CHECK((*answers)[0].released_kind(0, 0) == MUSTER_RELEASED_SUPPRESSED);
  CHECK(guest->Budget().ok() && guest->Budget()->units_left == *guest->UnitsLeft() && !guest->Budget()->suspended);
  CHECK(guest->Info().ok() && !guest->Complete("count ind", 9)->found.have_errors());
  CHECK(catalogue.Suspend("alice").ok() && guest->Budget()->suspended);
  CHECK(catalogue.Reinstate("alice").ok() && !guest->Budget()->suspended);
  CHECK((*catalogue.Ledger(0, 2))[0].rows() == 2);
  const auto verified = catalogue.VerifyLedger();
  CHECK(verified.ok() && (*verified)[1].rows() == 0);
  CHECK((*catalogue.VerifyLedger("ab"))[1].rows() > 0);
  muster::stable::Cancel stopped;
  stopped.Now();
  CHECK(catalogue.VerifyLedger({}, &stopped).error().code == MUSTER_CANCELLED);
}

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

  CHECK((*answers)[0].microseconds() >= 0 && (*answers)[0].ontologies().empty());
  auto listed = catalogue->Query("count individuals by phenotype");
  CHECK(listed.ok() && (*listed)[0].labels().size() == 1 && (*listed)[0].labels()[0].second == "Seizure");
  CHECK((*catalogue->Where("HP:0001250"))[0].rows() == 1 && catalogue->Collections().ok());
  auto completions = catalogue->Complete("count ind", 9);
  CHECK(completions.ok() && completions->begin == 6 && completions->found[0].rows() > 0);
  Stop(*catalogue, folder);
  Release(*catalogue);

  auto statement = catalogue->Prepare("count individuals where sex is $sex");
  CHECK(statement.ok() && statement->parameters().size() == 1);
  CHECK(!statement->parameter_is_list(7));
  auto any = catalogue->Prepare("count individuals where has phenotype in $codes");
  CHECK(any.ok() && any->parameter_is_list(0));
  CHECK((*any->Run(muster::stable::Params().Add("codes", "HP:0001250").Add("codes", "HP:0001250")))[0].Int(0, 0) == 1);
  auto snapshot = catalogue->TakeSnapshot();
  CHECK(snapshot.ok());
  CHECK(*catalogue->Delete("default", {"p1"}) == 1);
  CHECK((*statement->Run({{"sex", "female"}}, &*snapshot))[0].Int(0, 0) == 1);
  CHECK((*snapshot->Query("count individuals"))[0].Int(0, 0) == 1);
  CHECK((*catalogue->Query("count individuals"))[0].Int(0, 0) == 0);
  CHECK(*catalogue->Stat(MUSTER_STAT_VERSION) == snapshot->version() + 1);

  MoveFrom(*catalogue, *statement, *snapshot);

  auto stream = catalogue->Stream("list individuals", {}, {}, &*snapshot);
  CHECK(stream.ok());
  CHECK(!catalogue->Close().ok());
  stream->release(&*stream);
  CHECK(catalogue->Close().ok());
  Outlive(folder + "/outlived");
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const absl::Status status = Try(argv[1]);
  if (!status.ok()) std::fprintf(stderr, "%s\n", status.message().c_str());
  return status.ok() && problems == 0 ? 0 : 1;
}
