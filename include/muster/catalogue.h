// Muster: an embedded catalogue of cohort, sample and phenotype metadata that answers feasibility counts.
//
//   auto catalogue = muster::Catalogue::Open("/data/rare-disease", {});
//   if (!catalogue.ok()) ...
//   auto answers = (*catalogue)->Query("count individuals where has phenotype HP:0001250");
//   if (answers.ok() && (*answers)[0].table) std::cout << std::get<int64_t>((*answers)[0].table->rows[0][0]);
#ifndef MUSTER_CATALOGUE_H_
#define MUSTER_CATALOGUE_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "muster/export.h"
#include "muster/import.h"
#include "muster/log.h"
#include "muster/query.h"
#include "muster/schema.h"
#include "muster/stats.h"
#include "muster/table.h"

namespace muster {

class Guest;
struct AuditReport;
struct LedgerCheck;
struct LedgerEntry;
struct Principal;

struct OpenOptions {
  /// Create an empty catalogue when there is none at the path.
  bool create_if_missing = false;
  /// Open for reading only. Any number of processes may do so at once, beside one writer; each sees the catalogue as it
  /// was when it opened it, until it calls Refresh(). Write permission is not needed. A few dozen files stay open and
  /// keep their disk space until the catalogue is closed or refreshed.
  bool read_only = false;
  /// Upper bound, in bytes, of the cache of decoded bitmaps, columns and structures derived from them, which is kept
  /// between queries. About 100 bytes per individual hold everything that any query uses; with less, queries that read
  /// columns read them from disk each time.
  size_t cache_bytes = size_t{192} << 20;
  /// How many threads may work on one query at a time, including the calling one; 0: as many as this process has
  /// processors (by its affinity, and the quota of its control group). At most max(8, twice the number of processors)
  /// are used, and fewer if threads cannot be started. Threads share the segments of a catalogue if there is enough
  /// work; they are started when first needed and sleep otherwise. With 1, no thread is started for queries.
  uint32_t query_threads = 0;
  /// Folder of the ledger of guests (guest.h); empty: "ledger" in the catalogue's own. It is created when the first
  /// policy is set or the first guest admitted, and must be writable even if the catalogue is open read-only.
  std::string ledger = {};
  /// Called with a line for each event of `log_level` or above; null: no log. Must outlive the catalogue.
  LogFunction log = {};
  LogLevel log_level = LogLevel::kWarning;
};

/// Limits of calls that read or write much of a catalogue. A call that exceeds its limit ends with DeadlineExceeded
/// (timeout) or Cancelled (stop), usually within milliseconds. What has been done by then is documented with each call.
struct CallBounds {
  std::chrono::microseconds timeout{0};  ///< from the call on, waiting for others included; 0: no bound
  std::stop_token stop = {};             ///< asked to stop, by any thread or a signal handler
};

struct CatalogueInfo {
  struct Entity {
    std::string name;
    uint64_t rows = 0;
  };
  struct Dataset {
    std::string id;
    uint64_t individuals = 0;
  };
  struct Ontology {
    std::string id;
    std::string version;
    uint64_t terms = 0;
    uint64_t obsolete = 0;
    bool current =
        false;  ///< the version of this ontology that was loaded last: queries use it unless they name another
    /// The catalogue version whose import, one of the last hundred, put a file with other contents in the place of one
    /// of the same version (or of one without a version, too); 0: none. Answers do not tell which of the two they are
    /// of.
    uint64_t contents_replaced = 0;
  };
  uint64_t version = 0;
  uint32_t format_version = 0;  ///< on-disk format of the version that queries see
  uint64_t segments = 0;
  uint64_t disk_bytes = 0;
  std::vector<Entity> entities;  ///< live rows, in the order of the model
  std::vector<Dataset> datasets;
  std::vector<Ontology> ontologies;
  /// The last 100 imports, oldest first: totals and remarks with some of their values, but no single problems.
  std::vector<ImportReport> imports;
};

struct CheckReport {
  uint64_t individuals = 0;
  uint64_t postings = 0;
  uint64_t columns = 0;
  std::vector<std::string> problems;  ///< empty: indexes and records agree
};

/// One way to continue the text at the cursor.
struct Completion {
  std::string text;         ///< replaces the word under the cursor
  std::string description;  ///< e.g. a term's label
};

struct Completions {
  size_t begin = 0;  ///< byte offset at which the text to be replaced begins
  std::vector<Completion> items;
};

/// A catalogue on disk. At most one process may have it open for writing, once. Within a process it is thread-safe: any
/// number of threads may call any method at once, also while one of them imports; imports, deletions and other changes
/// wait for each other. The destructor waits for running calls, including those of snapshots, prepared texts and
/// guests, and closes the catalogue; when called from a callback it does not wait, and the last of these calls closes
/// it. A call that begins later fails with FailedPrecondition, until another object takes its place in memory. Once the
/// process is ending (`exit`), every call fails with FailedPrecondition. A process that was forked from one that has
/// the catalogue open may query it, but a change fails with FailedPrecondition.
class MUSTER_EXPORT Catalogue {
 public:
  /// Opens the catalogue in directory `path`. Errors: NotFound: there is none. FailedPrecondition: this version does
  /// not know its on-disk format, or the directory contains something else. Unavailable: it is already open for
  /// writing, in another process or in this one, or the disk fails. DataLoss: its files are damaged. InvalidArgument:
  /// the path is not valid. PermissionDenied. ResourceExhausted: no space, no memory, or too many open files.
  static absl::StatusOr<std::unique_ptr<Catalogue>> Open(const std::string& path, const OpenOptions& options);

  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;
  ~Catalogue();

  /// Imports files into the catalogue in one commit: ontologies (OBO, OBO Graphs JSON), phenopackets (one, families, a
  /// JSON array, JSON lines), the Beacon Friendly Format, and tables (CSV, TSV) that the mapping of `options`
  /// describes; each plain or compressed (.gz, .zst). A directory stands for the files below it, "-" for standard
  /// input. File types are detected from content. A record that cannot be imported is rejected by itself and reported.
  /// Durable on return. After an error, nothing of the import is visible. Errors: NotFound: a path. InvalidArgument:
  /// the mapping, or a file that is truncated or of no known kind. FailedPrecondition: open read-only. Cancelled,
  /// DeadlineExceeded: by `options`. ResourceExhausted: no space or no memory. Unavailable, DataLoss: as for Open.
  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options);

  /// As Import, from memory: `text` is the content of one file, plain or compressed, such as one phenopacket, or one
  /// per line, to add or replace individuals. Tables that a mapping describes cannot be imported this way. Each import
  /// is one durable commit, which takes a few milliseconds besides the time for its individuals: import many in batches
  /// of a hundred rather than one by one. Errors as for Import.
  absl::StatusOr<ImportReport> ImportText(std::string_view text, const ImportOptions& options);

  /// Deletes individuals of `dataset` by id, in one durable commit. Returns how many were deleted; ids that are not
  /// found are ignored. When stopped, it has deleted nobody. Errors: FailedPrecondition: open read-only.
  /// ResourceExhausted, Unavailable, DataLoss: as for Open.
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                  const CallBounds& bounds = {});

  /// Erases from the disk the remains of individuals who were deleted or replaced. Queries, completions and hints show
  /// nothing of them from the moment of deletion, but their records, ids, codes and labels stay in the files until the
  /// segments that contain them are rewritten: later commits do so in time, and Compact does it now. Reports of past
  /// imports lose the values that they quote. Reads and writes the whole catalogue, needs as much free disk space as
  /// the catalogue takes, and waits for imports. The version that guests see as their epoch keeps its data until the
  /// next epoch. What the file system or the disk keeps of deleted files is out of reach. When stopped, the catalogue
  /// is complete and has the same individuals, but only some files are rewritten: call it again for the rest. Errors:
  /// Unavailable: a running query still reads some of the old files; everything else is done, call it again. Others as
  /// for Delete.
  absl::Status Compact(const CallBounds& bounds = {});

  /// Answers the statements of `text` (UTF-8, separated by ';') in order, all on one snapshot. Returns one answer per
  /// statement, and at least one. Mistakes in the text are diagnostics of the answers, not a status; if any statement
  /// has an error, none is run. `define cohort` and `drop cohort` change the catalogue and wait for imports. Errors:
  /// NotFound: an ontology version of `options` is not loaded. FailedPrecondition: `define` or `drop` on a catalogue
  /// that is open read-only. DataLoss, Unavailable: as for Open.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {}) const;

  /// As Query, but rows are passed to `sink` as they are found, and the tables of the answers have only columns,
  /// totals, labels and provenance: a list of millions of rows is never in memory as a whole. If an answer has an
  /// error, the rows of it that `sink` got are void. A sink that returns false cancels the text; if it throws, the
  /// error is Aborted.
  absl::StatusOr<std::vector<Answer>> Stream(std::string_view text, const QueryOptions& options,
                                             const RowSink& sink) const;

  /// Parses a text once, to be run often with different parameter values. Mistakes are diagnostics of the result. Of
  /// `options`, the limits on the text apply; parameter values, timeout and memory bound are ignored here.
  absl::StatusOr<std::unique_ptr<Prepared>> Prepare(std::string_view text, const QueryOptions& options = {}) const;

  /// A snapshot of the current version, which it keeps for as long as it lives.
  absl::StatusOr<std::shared_ptr<const Snapshot>> TakeSnapshot() const;

  /// For a catalogue that is open read-only: makes visible what a writer, in this process or another, has committed
  /// since it was opened or last refreshed, and returns the version that queries now see. Running queries and snapshots
  /// keep theirs. If nothing has changed, it reads one small file; otherwise it costs about as much as opening, but
  /// caches are kept. May be called by any thread, as often as the host likes. After an error, queries still see the
  /// version before. For a catalogue that is open for writing it does nothing. Errors: FailedPrecondition: the folder
  /// was replaced by another one, or by an earlier version: open it again. Unavailable: the writer was too busy: call
  /// it again. Others as for Open.
  absl::StatusOr<uint64_t> Refresh();

  /// Copies the catalogue as it is now into the new folder `to`, while it is read and written by this process or
  /// others. The copy is one complete version, whose number is returned; before that it is opened and its files are
  /// verified against their checksums. Durable on return. The ledger of guests is not copied. Reads and writes as many
  /// bytes as the catalogue has; a copy that fails or is stopped removes what it has written. Errors:
  /// FailedPrecondition: `to` exists, or lies within the catalogue. ResourceExhausted: no space. Others as for Open.
  absl::StatusOr<uint64_t> Backup(const std::string& to, const CallBounds& bounds = {}) const;

  /// Copies the catalogue at `from`, which may be a backup, into the new folder `to`, with the same checks. Returns its
  /// version. Errors as for Open, of `from`, and for Backup.
  static absl::StatusOr<uint64_t> Restore(const std::string& from, const std::string& to,
                                          const CallBounds& bounds = {});

  /// Counters of this catalogue in this process since it was opened. Cheap: reads memory only.
  muster::Stats Stats() const;

  /// What queries can name: entities, fields, and the units that records have. Errors: DataLoss, Unavailable: as for
  /// Open.
  absl::StatusOr<muster::Schema> Schema() const;

  /// The fields in which live records have `code` or a code below it, in the order of the model; empty if nobody has
  /// it. For a code of unknown kind: `has phenotype` with the code of a disease finds nobody. Errors: InvalidArgument:
  /// `code` is not a code. DataLoss, Unavailable: as for Open.
  absl::StatusOr<std::vector<CodePlace>> Where(std::string_view code) const;

  /// Whether a loaded ontology has `code`: as a term, or as a code that it has merged, replaced or declares equivalent.
  /// Independent of what records have. Also false if the ontologies cannot be read.
  bool IsTerm(std::string_view code) const;

  /// Datasets and cohorts as their custodians describe them: datasets first, each sorted by id. Errors: DataLoss: as
  /// for Open.
  absl::StatusOr<std::vector<Collection>> Collections() const;

  /// What may follow at byte `cursor` of `text`: keywords, entities, fields, values, and ontology terms by label. Also
  /// empty if the catalogue cannot be read.
  Completions Complete(std::string_view text, size_t cursor) const;

  /// What is in the catalogue, in exact numbers: for the host, not for guests. Errors: DataLoss, Unavailable: as for
  /// Open.
  absl::StatusOr<CatalogueInfo> Info() const;

  /// Verifies that the indexes agree with the records, by building them again in memory and comparing. `progress` is
  /// called with the number of individuals done and the total; it may be empty. When stopped, there is no report, as
  /// the rest may be wrong. Damage is a problem in the report, or DataLoss if the check cannot continue. Errors:
  /// Unavailable: as for Open.
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress,
                                    const CallBounds& bounds = {}) const;

  // Guests: those who may not see exact numbers. Their types are in muster/guest.h.

  /// Gives a principal access as a guest. Errors: NotFound: the policy has no such tier. FailedPrecondition: the
  /// catalogue has no policy. Unavailable: another process has admitted guests, or the ledger cannot be written.
  /// DataLoss: the ledger is damaged or was changed. InvalidArgument: the principal has no name. Others as for Open.
  absl::StatusOr<std::unique_ptr<Guest>> Admit(const Principal& principal) const;

  /// Sets the policy, a JSON document (docs/disclosure.md); every version is kept. The first one starts the first epoch
  /// and draws the catalogue's secret keys. When stopped, the policy is unchanged. Errors: InvalidArgument: a mistake
  /// in it, with its location. Aborted: its "version" is present, and neither the current policy's nor the next.
  /// FailedPrecondition: open read-only.
  absl::Status SetPolicy(std::string_view json, const CallBounds& bounds = {});
  /// The current policy, as it was set. Errors: NotFound: none was set.
  absl::StatusOr<std::string> Policy() const;
  /// What the policy `json` would do and not do, in plain words; it is not set. Errors: InvalidArgument: as above.
  static absl::StatusOr<std::string> ExplainPolicy(std::string_view json);
  /// The same of the current policy, with its version in this catalogue. Errors: NotFound: none was set.
  absl::StatusOr<std::string> ExplainCurrentPolicy() const;

  /// Shows guests the current version from now on. Reads the records that may differ from the version before. A
  /// catalogue that is open read-only is opened for writing for that moment. When stopped, the epoch is unchanged.
  /// Errors: FailedPrecondition: fewer individuals differ than the policy's `min_people`, so that the difference could
  /// reveal single people. Unavailable: open read-only while another process writes. PermissionDenied: open read-only,
  /// and this process may not write.
  absl::Status PublishEpoch(const CallBounds& bounds = {});
  /// As PublishEpoch, if the policy's `max_days` have passed; then even if fewer individuals differ, when one whom
  /// guests see was deleted. Returns whether an epoch has started. Every commit and every Admit calls it, too.
  absl::StatusOr<bool> PublishEpochIfDue();

  /// Calls `sink` with the ledger's entries from number `from` (the first is 1) on, until it returns false. Reading is
  /// itself recorded as an entry.
  absl::Status Ledger(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const;
  /// Verifies the whole chain of entries. `kept` is empty, or the hash in an answer that somebody kept, which must
  /// occur in the chain. When stopped, there is no report.
  absl::StatusOr<LedgerCheck> VerifyLedger(std::string_view kept = {}, const CallBounds& bounds = {}) const;
  /// Looks for questions that could be combined to single out few people. Takes seconds. When stopped, there is no
  /// report.
  absl::StatusOr<AuditReport> Audit(const CallBounds& bounds = {}) const;
  /// A suspended principal gets no answers under any tier, except tiers that are one principal, until reinstated.
  absl::Status Suspend(std::string_view principal) const;
  absl::Status Reinstate(std::string_view principal) const;

 private:
  friend class Prepared;
  friend class Snapshot;
  class Impl;
  explicit Catalogue(std::shared_ptr<Impl> impl);
  // Found by the address of this object, not stored in it: a call on a destroyed catalogue reads no member.
  std::shared_ptr<Impl> impl() const;
};

/// "0.1.0".
MUSTER_EXPORT std::string_view Version();

}  // namespace muster

#endif  // MUSTER_CATALOGUE_H_
