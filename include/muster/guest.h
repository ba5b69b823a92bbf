// Guests: people who query through the embedding program, and get numbers that do not reveal anybody.
//
//   auto guest = (*catalogue)->Admit({.name = "alice@uni.eu", .tier = "registered"});
//   if (!guest.ok()) ...
//   auto answers = (*guest)->Query("count individuals where has phenotype HP:0001250");
//
// The catalogue's policy (Catalogue::SetPolicy) defines the tiers, and what protects people in each.
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

/// Who asks. The embedding program has authenticated the principal; no query text can change it.
struct Principal {
  std::string name;                        ///< e.g. "alice@uni.eu"; for the ledger and the budget
  std::string tier;                        ///< one of the policy's
  std::vector<std::string> datasets = {};  ///< the ones visible to the principal; empty: all that the tier may see
  std::string reference = {};              ///< free text that the host wants in the ledger, such as a project
};

/// What is left of a principal's budget.
struct GuestBudget {
  int64_t units = 0;  ///< units per window
  int64_t units_left =
      0;  ///< the smallest of what is left to the principal, to the principal for the year, and to the tier
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

/// A code that is listed for guests, since enough people have it. The label is empty if guests may not see one.
struct ListedCode {
  std::string code;
  std::string label;
};

/// What Guest::QueryToHold returns: answers that the host must hold back until they may be sent.
struct HeldAnswers {
  absl::StatusOr<std::vector<Answer>> answers;
  /// Answers may be sent, and their existence may be known, only at a multiple of this time after the question came; 0:
  /// at once.
  std::chrono::milliseconds timing{0};
};

/// A principal's access to a catalogue. Thread-safe. Once the catalogue is closed, every call fails with
/// FailedPrecondition.
class MUSTER_EXPORT Guest {
 public:
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;
  ~Guest();

  /// As Catalogue::Query, within what the tier allows; counts are Numbers (table.h). Statements that the tier does not
  /// allow, values that are too fine, hidden fields and a used-up budget are diagnostics. Every statement is written to
  /// the ledger before its answer is returned. If the tier has a `timing`, the call returns at a multiple of it, and
  /// timeouts are rounded up to one. Errors: Unavailable: the ledger could not be written; then for all guests, until
  /// the catalogue is opened again. Others as for Catalogue::Query.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {});

  /// As Query, but returns at once, without waiting for the tier's `timing`; the host must hold the answers back. For
  /// hosts that do so without a thread for each question.
  HeldAnswers QueryToHold(std::string_view text, const QueryOptions& options = {});

  /// As Catalogue::Complete, from what the tier may see.
  Completions Complete(std::string_view text, size_t cursor) const;

  /// The units in which enough people have measurements of `assay`, or of a code below it: for a host that has to
  /// choose one for a number without a unit. Costs no units of the budget.
  absl::StatusOr<std::vector<std::string>> UnitsOf(std::string_view assay) const;

  /// The codes or words that are listed in a field, such as "term" of "phenotype", sorted by text. Costs no units of
  /// the budget. Errors: InvalidArgument: there is no such field.
  absl::StatusOr<std::vector<ListedCode>> Listed(std::string_view entity, std::string_view field) const;

  absl::StatusOr<GuestInfo> Info() const;
  absl::StatusOr<GuestBudget> Budget() const;

 private:
  friend class Catalogue;
  class Impl;
  explicit Guest(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

/// One entry of the ledger. It contains no counts, no ids of individuals and no sets.
struct LedgerEntry {
  uint64_t number = 0;  ///< from 1
  int64_t time = 0;     ///< microseconds since 1970, UTC; not before that of the previous entry
  std::string what;     ///< "statement"; by the host: "policy", "epoch", "suspend", "reinstate", "reading"
  std::string principal;
  std::string reference;
  std::string tier;
  uint64_t policy = 0;  ///< version
  uint64_t epoch = 0;
  std::string
      statement;  ///< canonical, values of variant criteria replaced by "..."; empty after the policy's retention time
  std::string shape;  ///< kind of statement and how many numbers it has: "count 1", "count by 2"
  uint64_t units = 0;
  bool near = false;           ///< a number was taken from a set that was asked before and differs by few people
  std::string outcome;         ///< "answered", or the code of the diagnostic
  std::string statement_hash;  ///< SHA-256 of `statement`, in hexadecimal; kept when the text is not
  std::string answer_hash;     ///< SHA-256 of the answer without its provenance
  std::string before;          ///< hash of the previous entry
  std::string hash;            ///< SHA-256 of this entry, which answers carry (Provenance::ledger)
};

/// Result of Catalogue::VerifyLedger.
struct LedgerCheck {
  uint64_t entries = 0;
  std::string head;                   ///< hash of the last entry
  std::vector<std::string> problems;  ///< empty: every entry is as it was written, and none is missing
};

/// Released sets of people that could be combined to single out few of them. For the host only.
struct AuditFinding {
  std::string what;            ///< "A - B" or "A + B - C"
  uint64_t people = 0;         ///< estimate of how many are singled out
  uint64_t times = 0;          ///< number of combinations that do so; many are an averaging attack
  std::vector<uint64_t> sets;  ///< of the first combination: their numbers in the memory of released sets
};

struct AuditReport {
  uint64_t sets = 0;
  std::vector<AuditFinding> findings;
  std::vector<std::string>
      near_used_up;  ///< principals with more near statements in this window than their tier allows
  std::vector<std::string> suspended;
};

}  // namespace muster

#endif  // MUSTER_GUEST_H_
