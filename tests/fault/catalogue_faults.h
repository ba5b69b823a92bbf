// A catalogue on a file system that fails, and beside it a twin on one that does not.
#ifndef MUSTER_TESTS_FAULT_CATALOGUE_FAULTS_H_
#define MUSTER_TESTS_FAULT_CATALOGUE_FAULTS_H_

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "muster/catalogue.h"
#include "tests/fault/catalogue_state.h"
#include "tests/fault/fault_file_system.h"

namespace muster::fault {

/// What is done to a catalogue, without anything left to chance.
struct Change {
  enum class Kind { kImport, kLargeImport, kOntology, kDelete, kDefine } kind = Kind::kImport;
  uint32_t number = 0;  ///< decides whom and what

  static Change Random(std::mt19937_64& random, uint32_t number);
};

absl::Status Do(const Change& change, Catalogue& catalogue);

/// A path of its own for the running test; nothing is there.
std::string TestPath(const std::string& name);

/// The tested catalogue and its twin, which gets what the tested one acknowledged, when what it says is not known yet.
class Twins {
 public:
  Twins();
  ~Twins();

  FaultFileSystem& files() { return *files_; }
  const std::string& path() const { return path_; }
  /// Empty, and closed.
  absl::Status Create();
  absl::Status Open();
  void Close() { tested_.reset(); }
  bool is_open() const { return tested_ != nullptr; }
  Catalogue& tested() { return *tested_; }

  /// Does `change` to the tested one, and when that is acknowledged to the twin. Returns what the tested one said.
  absl::Status Change(const fault::Change& change);
  /// Empty when both say the same; an error of the tested one as StateOf. A change whose outcome is not known may show
  /// or not; once it has shown, it was done.
  std::string Difference();
  /// What the twin says.
  const std::string& Expected();
  /// A change may show or not, and has not shown yet.
  bool outcome_is_open() const { return open_question_ != nullptr; }
  /// The number of changes that failed, and of those whose outcome was not known.
  uint64_t failed() const { return failed_; }
  uint64_t unknown() const { return unknown_; }

 private:
  /// To the twin, which is begun anew when there is none, all is done that was acknowledged.
  absl::Status CatchUp();
  /// The twin takes `open_question_` when the tested one shows it; `with_last`: before what was acknowledged last.
  void Settle(bool with_last);

  std::shared_ptr<FaultFileSystem> files_ = std::make_shared<FaultFileSystem>();
  const std::string path_;
  const std::string twin_path_;
  std::unique_ptr<Catalogue> tested_;
  std::unique_ptr<Catalogue> twin_;
  std::vector<fault::Change> acknowledged_;
  size_t done_ = 0;  // of these, to the twin
  std::unique_ptr<fault::Change> open_question_;
  uint64_t failed_ = 0;
  uint64_t unknown_ = 0;
};

}  // namespace muster::fault

#endif  // MUSTER_TESTS_FAULT_CATALOGUE_FAULTS_H_
