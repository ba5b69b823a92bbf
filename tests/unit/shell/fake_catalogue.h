// A catalogue without a disk, for the tests of the shell.
#ifndef MUSTER_TESTS_UNIT_SHELL_FAKE_CATALOGUE_H_
#define MUSTER_TESTS_UNIT_SHELL_FAKE_CATALOGUE_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "shell/commands/program.h"

namespace muster::shell {

/// What the fake answers and what it was asked.
struct FakeState {
  std::map<std::string, std::vector<Answer>> answers;  ///< by text; others get one integer, the length of the text
  std::vector<std::string> asked;
  std::function<void(const QueryOptions&)> during_query;
  std::function<void(const ImportOptions&)> during_import;
  std::map<std::string, std::string> parameters;  ///< of the last query
  std::map<std::string, std::string> ontologies;  ///< of the last query
  std::vector<std::string> imported;
  std::vector<OpenOptions> opened;
  ImportOptions import_options;
  absl::Status open_status;
  absl::Status query_status;
  absl::Status import_status;
  ImportReport report;
  CatalogueInfo info;
  CheckReport check;
  std::vector<std::string> deleted;
  std::string deleted_from;
  uint64_t found = 0;
  std::vector<std::pair<std::string, std::string>> people;  ///< ids and datasets
  std::optional<Principal> principal;                       ///< who asks; nobody in particular at first
  absl::Status as_status;
  absl::Status compact_status;
  int compacted = 0;
};

inline Table CountTable(int64_t count) {
  Table table;
  table.columns = {Column::People("individuals")};
  table.rows = {{count}};
  table.provenance.microseconds = 420;
  return table;
}

inline Answer Mistake(std::string message, size_t begin, size_t end) {
  Answer answer;
  Diagnostic diagnostic;
  diagnostic.code = "made-up";
  diagnostic.message = std::move(message);
  diagnostic.begin = begin;
  diagnostic.end = end;
  answer.diagnostics.push_back(std::move(diagnostic));
  return answer;
}

class FakeCatalogue final : public CatalogueHandle {
 public:
  explicit FakeCatalogue(FakeState& state) : state_(state) {}
  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options) override {
    state_.imported = paths;
    state_.import_options = options;
    if (state_.during_import) state_.during_import(options);
    if (!state_.import_status.ok()) return state_.import_status;
    return state_.report;
  }
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                  const PersonSink& were_there) override {
    state_.deleted_from = dataset;
    state_.deleted = ids;
    if (state_.found < ids.size()) {
      for (const auto& [id, of] : state_.people) were_there(id, of);
    }
    return state_.found;
  }
  absl::Status Compact() override {
    ++state_.compacted;
    return state_.compact_status;
  }
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options) override {
    state_.asked.emplace_back(text);
    if (state_.during_query) state_.during_query(options);
    state_.parameters = options.parameters;
    state_.ontologies = options.ontologies;
    if (!state_.query_status.ok()) return state_.query_status;
    if (auto at = state_.answers.find(std::string(text)); at != state_.answers.end()) return at->second;
    Answer answer;
    answer.table = CountTable(static_cast<int64_t>(text.size()));
    return std::vector<Answer>{answer};
  }
  Completions Complete(std::string_view, size_t) const override { return {}; }
  absl::StatusOr<CatalogueInfo> Info() const override { return state_.info; }
  absl::Status As(const std::optional<Principal>& principal) override {
    state_.principal = principal;
    return state_.as_status;
  }
  Catalogue* host() override { return nullptr; }
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>&) const override {
    return state_.check;
  }

 private:
  FakeState& state_;
};

/// A program with its environment in memory.
class ProgramRun {
 public:
  int operator()(const std::vector<std::string>& arguments, const std::string& input = "") {
    in.clear();
    in.str(input);
    out.str("");
    err.str("");
    Console console{in, out, err};
    console.in_is_terminal = in_is_terminal;
    Environment environment{console};
    environment.opener = Opener();
    return RunProgram(arguments, environment);
  }
  shell::Opener Opener() {
    return [this](const std::string&, const OpenOptions& options) -> absl::StatusOr<std::unique_ptr<CatalogueHandle>> {
      state.opened.push_back(options);
      if (!state.open_status.ok()) return state.open_status;
      return std::make_unique<FakeCatalogue>(state);
    };
  }

  FakeState state;
  bool in_is_terminal = false;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
};

}  // namespace muster::shell

#endif  // MUSTER_TESTS_UNIT_SHELL_FAKE_CATALOGUE_H_
