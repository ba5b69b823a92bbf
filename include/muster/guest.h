// Guests: those who ask through the embedding program, and get numbers that do not give people away.
//
//   auto guest = (*catalogue)->Admit({.name = "alice@uni.eu", .tier = "registered"});
//   if (!guest.ok()) ...
//   auto answers = (*guest)->Query("count individuals where has phenotype HP:0001250");
//
// The catalogue's policy (Catalogue::SetPolicy) says which tiers there are, and what protects people from each.
#ifndef MUSTER_GUEST_H_
#define MUSTER_GUEST_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "muster/catalogue.h"
#include "muster/export.h"
#include "muster/table.h"

namespace muster {

/// Who asks. The embedding program has proved it; no query text can change it.
struct Principal {
  std::string name;                        ///< e.g. "alice@uni.eu"; for the ledger and the budget
  std::string tier;                        ///< one of the policy's
  std::vector<std::string> datasets = {};  ///< what he may see; empty: all that the tier may see
  std::string reference = {};              ///< anything that the host wants to find in the ledger, such as a project
};

/// What a principal has left.
struct GuestBudget {
  int64_t units = 0;        ///< of this window
  int64_t units_left = 0;   ///< the least of what is left to the principal, for the year and to the tier
  int64_t window_ends = 0;  ///< seconds since 1970, UTC
  double rho = 0;           ///< units used / 2 V: for comparison with accounts of zero-concentrated differential
                            ///< privacy, which is not promised; 0 where there is no noise
  bool suspended = false;
};

/// What a guest may know of the catalogue as a whole: names and versions, no exact numbers.
struct GuestInfo {
  std::string epoch;
  std::string release;  ///< tier and version of the policy: "registered/3"
  std::vector<std::string> datasets;
  std::vector<OntologyVersion> ontologies;
};

/// A code that enough people have to be known to a guest. The label is empty where it has none for him.
struct ListedCode {
  std::string code;
  std::string label;
};

/// What Guest::QueryToHold returns: answers that the host holds back until they may leave.
struct HeldAnswers {
  absl::StatusOr<std::vector<Answer>> answers;
  /// They may leave, and may be known to be there, at a multiple of this after the question came; 0: at once.
  std::chrono::milliseconds timing{0};
};

/// A principal's access to a catalogue. Thread-safe. Once the catalogue is closed, every call is FailedPrecondition.
class MUSTER_EXPORT Guest {
 public:
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;
  ~Guest();

  /// As Catalogue::Query, for what the tier allows; counts are Numbers (table.h). Statements that the tier does not
  /// allow, too fine values, hidden fields and a used-up budget are diagnostics. Every statement is in the ledger
  /// before its answer leaves; what cannot be written there is not answered: Unavailable, for all guests, until the
  /// catalogue is opened again. Where the tier's answers leave at multiples of a time (`timing`), so do its timeouts:
  /// they are rounded up to one.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {});

  /// As Query, for hosts that hold answers back without a thread for each: it does not wait for the time at which the
  /// answers may leave. The host does.
  HeldAnswers QueryToHold(std::string_view text, const QueryOptions& options = {});

  /// As Catalogue::Complete, of what the tier may see.
  Completions Complete(std::string_view text, size_t cursor) const;

  /// The units in which enough people have `assay`, or a code below it, measured: for a host that has to choose one for
  /// a number without a unit. Takes nothing of the budget.
  absl::StatusOr<std::vector<std::string>> UnitsOf(std::string_view assay) const;

  /// The codes, or words, that are listed in a field: "phenotype", "term". By text. InvalidArgument: there is no such
  /// field. Takes nothing of the budget.
  absl::StatusOr<std::vector<ListedCode>> Listed(std::string_view entity, std::string_view field) const;

  absl::StatusOr<GuestInfo> Info() const;
  absl::StatusOr<GuestBudget> Budget() const;

 private:
  friend class Catalogue;
  class Impl;
  explicit Guest(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

/// One entry of the ledger. No counts, no ids, no sets.
struct LedgerEntry {
  uint64_t number = 0;  ///< from 1
  int64_t time = 0;     ///< microseconds since 1970, UTC; never before the entry before it
  std::string what;     ///< "statement"; by the host: "policy", "epoch", "suspend", "reinstate", "reading"
  std::string principal;
  std::string reference;
  std::string tier;
  uint64_t policy = 0;  ///< version
  uint64_t epoch = 0;
  std::string statement;  ///< canonical, values of variant criteria replaced by "..."; empty once its time is over
  std::string shape;      ///< kind of statement and how many numbers: "count 1", "count by 2"
  uint64_t units = 0;
  bool near = false;           ///< a number was that of a near set, asked before
  std::string outcome;         ///< "answered", or the code of the diagnostic
  std::string statement_hash;  ///< SHA-256 of `statement`, in hexadecimal; it stays
  std::string answer_hash;     ///< SHA-256 of the answer without its provenance
  std::string before;          ///< hash of the entry before
  std::string hash;            ///< SHA-256 of this entry, which answers carry (Provenance::ledger)
};

/// What VerifyLedger found.
struct LedgerCheck {
  uint64_t entries = 0;
  std::string head;                   ///< hash of the last entry
  std::vector<std::string> problems;  ///< empty: every entry is as it was written, and none is missing
};

/// Remembered sets of people that somebody could combine to single out few of them; for the host only.
struct AuditFinding {
  std::string what;            ///< "A - B" or "A + B - C"
  uint64_t people = 0;         ///< estimated, left over
  uint64_t times = 0;          ///< by how many combinations; many are an averaging attack
  std::vector<uint64_t> sets;  ///< their numbers in the memory, of the first combination
};

struct AuditReport {
  uint64_t sets = 0;
  std::vector<AuditFinding> findings;
  std::vector<std::string> near_used_up;  ///< principals with more near statements in this window than the tier has
  std::vector<std::string> suspended;
};

}  // namespace muster

#endif  // MUSTER_GUEST_H_
