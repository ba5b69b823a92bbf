#include <ctime>
#include <memory>

#include "muster/guest.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

struct LedgerArguments {
  std::string catalogue;
  std::string what;
  uint64_t from = 1;
  std::string kept;
};

// 2026-11-28T17:05:00Z
std::string TimeText(int64_t microseconds) {
  const auto seconds = static_cast<std::time_t>(microseconds / 1'000'000);
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void PrintEntry(const LedgerEntry& entry, Console& console) {
  console.out << entry.number << "\t" << TimeText(entry.time) << "\t" << Printable(entry.what) << "\t"
              << Printable(entry.principal) << "\t" << Printable(entry.tier) << "\tpolicy " << entry.policy
              << "\tepoch " << entry.epoch << "\t" << entry.units << (entry.near ? " units, near" : " units") << "\t"
              << Printable(entry.outcome) << "\t" << Printable(entry.statement) << "\n";
}

int ShowEntries(const LedgerArguments& arguments, const Catalogue& catalogue, Console& console) {
  const absl::Status read = catalogue.Ledger(arguments.from, [&](const LedgerEntry& entry) {
    PrintEntry(entry, console);
    return static_cast<bool>(console.out);
  });
  return read.ok() ? kOk : Fail(console, kBroken, Printable(std::string(read.message())));
}

int VerifyChain(const LedgerArguments& arguments, const Catalogue& catalogue, Console& console) {
  const absl::StatusOr<LedgerCheck> check = catalogue.VerifyLedger(arguments.kept);
  if (!check.ok()) return Fail(console, kBroken, Printable(std::string(check.status().message())));
  for (const std::string& problem : check->problems) console.out << Printable(problem) << "\n";
  console.out << Counted(check->entries, "entry", "entries") << ", "
              << (check->problems.empty() ? "each as it was written" : "not as they were written") << "; the last is "
              << (check->head.empty() ? "none" : check->head) << "\n";
  return check->problems.empty() ? kOk : kFailed;
}

int Ledger(const LedgerArguments& arguments, Environment& environment) {
  OpenOptions open;
  open.read_only = true;
  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments.catalogue, open);
  if (catalogue == nullptr) return kBroken;
  const Catalogue& host = *catalogue->host();
  return arguments.what == "show" ? ShowEntries(arguments, host, environment.console)
                                  : VerifyChain(arguments, host, environment.console);
}

}  // namespace

Action DeclareLedger(CLI::App& app) {
  auto arguments = std::make_shared<LedgerArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("WHAT", arguments->what, "show or verify")->required()->check(CLI::IsMember({"show", "verify"}));
  app.add_option("HASH", arguments->kept, "of an answer that was kept: verify says whether the ledger has it");
  app.add_option("--from", arguments->from, "shows the entries from this number on")->capture_default_str();
  return [arguments](Environment& environment) { return Ledger(*arguments, environment); };
}

}  // namespace muster::shell
