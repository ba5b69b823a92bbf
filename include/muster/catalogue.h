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
  /// Open without the right to change anything. Several processes may do so at once, also beside one writer; they see
  /// the catalogue as it was when they opened it, until they call Refresh(). It needs no permission to write. The files
  /// that it reads stay open, a few dozen, and keep their space until it is closed or refreshed.
  bool read_only = false;
  /// Upper bound, in bytes, of the cache of decoded bitmaps and columns and of what is derived from them, which is kept
  /// between queries. About 100 bytes for each individual hold all that queries of every kind use; with less, queries
  /// that read columns read them from disk each time.
  size_t cache_bytes = size_t{192} << 20;
  /// How many threads may work on one query at a time, including the calling one; 0: as many as this process has
  /// processors (by its affinity, and the quota of its control group). Never more than twice that number, or 8 if that
  /// is more, are used, and fewer where threads cannot be started. They share the segments of a catalogue where there
  /// is enough work, sleep otherwise, and are started when first needed. With 1, no thread is started for queries.
  uint32_t query_threads = 0;
  /// Folder of the ledger of guests (guest.h); empty: "ledger" in the catalogue's own. It is made when the first policy
  /// is set or the first guest let in, and needs to be writable also where the catalogue is open read-only.
  std::string ledger = {};
  /// Called with a line for each event of `log_level` or above; null: no log. Must outlive the catalogue.
  LogFunction log = {};
  LogLevel log_level = LogLevel::kWarning;
};

/// Limits of calls that read or write much of a catalogue. A call that is over its limit ends soon, mostly within some
/// milliseconds, with Cancelled or DeadlineExceeded. Each call says what has been done by then.
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
    bool current = false;  ///< of the versions of this ontology, the one loaded last: queries use it unless they say
  };
  uint64_t version = 0;
  uint32_t format_version = 0;  ///< on-disk format of the version that queries see
  uint64_t segments = 0;
  uint64_t disk_bytes = 0;
  std::vector<Entity> entities;  ///< live rows, in the order of the model
  std::vector<Dataset> datasets;
  std::vector<Ontology> ontologies;
  /// The last hundred imports, the first of them first: totals and remarks with some values of each, no single
  /// problems.
  std::vector<ImportReport> imports;
};

struct CheckReport {
  uint64_t individuals = 0;
  uint64_t postings = 0;
  uint64_t columns = 0;
  std::vector<std::string> problems;  ///< empty: indexes and records agree
};

/// One way to go on from the cursor.
struct Completion {
  std::string text;         ///< replaces the word under the cursor
  std::string description;  ///< e.g. a term's label
};

struct Completions {
  size_t begin = 0;  ///< where the text to be replaced begins
  std::vector<Completion> items;
};

/// A catalogue on disk. One process may have it open for writing, once; within that process, any number of threads may
/// call any const method at once, also while one of them imports. Imports, deletions and other changes take turns.
/// The destructor waits for calls under way, including those of snapshots, prepared texts and guests, and closes the
/// catalogue; in a callback it does not wait, and the last of these calls closes it. A call that begins later is
/// FailedPrecondition, until another object takes its place in memory. Once the process is ending (`exit`), every call
/// is FailedPrecondition. A process that was forked from one that has the catalogue open may query it, but not change
/// it: FailedPrecondition.
class MUSTER_EXPORT Catalogue {
 public:
  /// Opens the catalogue in directory `path`.
  /// NotFound: there is none. FailedPrecondition: this version does not know its on-disk format, or the directory has
  /// something else. Unavailable: it is open for writing already, in another process or in this one, under any name, or
  /// the disk fails. DataLoss: its files are damaged. InvalidArgument: no such path is possible. PermissionDenied.
  /// ResourceExhausted: no space, no memory, or too many open files.
  static absl::StatusOr<std::unique_ptr<Catalogue>> Open(const std::string& path, const OpenOptions& options);

  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;
  ~Catalogue();

  /// Imports files into the catalogue in one commit: ontologies (OBO, OBO Graphs JSON), phenopackets (one, families, a
  /// JSON array, JSON lines), the Beacon Friendly Format, and tables (CSV, TSV) that the mapping of `options`
  /// describes; each plain or compressed (.gz, .zst). A directory stands for the files below it, "-" for standard
  /// input. File types are detected from content. A record that cannot be taken is rejected alone and reported. After
  /// an error, nothing of the import is visible. NotFound: a path. InvalidArgument: the mapping, or a file that is of
  /// no known kind or is cut off. FailedPrecondition: open read-only. Cancelled, DeadlineExceeded, ResourceExhausted:
  /// by `options`, or no space. Unavailable, DataLoss: as of Open.
  absl::StatusOr<ImportReport> Import(const std::vector<std::string>& paths, const ImportOptions& options);

  /// The same for what is in memory: `text` is what one file would have, plain or compressed, such as a phenopacket, or
  /// one on each line to add or replace some people. Not a table of a mapping: its type is detected from content.
  /// Each import is one durable commit, which takes a few milliseconds besides the time for its people: import many
  /// people a hundred at a time rather than one by one. Errors as of Import.
  absl::StatusOr<ImportReport> ImportText(std::string_view text, const ImportOptions& options);

  /// Removes individuals of `dataset` by id, in one commit. Returns how many were there. Ids not found are ignored.
  /// Stopped, it has removed nobody. FailedPrecondition: open read-only. ResourceExhausted, Unavailable, DataLoss: as
  /// of Open.
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                  const CallBounds& bounds = {});

  /// Removes from the disk what is left of people who were deleted or replaced. Queries, completions and hints show
  /// nothing of them as soon as they are deleted, but their records, ids, codes and labels stay in the files until the
  /// segments that have them are rewritten: later commits do so in time, and this does it now. Reports of imports lose
  /// the values that they quote. Reads and writes the whole catalogue, needs as much space again meanwhile, and takes
  /// turns with imports. Unavailable: a query that is still running reads some of it, all else is done; call it again.
  /// The version that guests see as their epoch keeps what it has until the next epoch. What the file system or the
  /// disk keeps of deleted files is beyond its reach. Stopped, it leaves a complete catalogue with the same people, of
  /// which some files are rewritten: call it again for the rest.
  absl::Status Compact(const CallBounds& bounds = {});

  /// Answers the statements of `text` in order, all on one snapshot: at least one answer, as a text without a statement
  /// is a mistake. Mistakes in the text are diagnostics, not a status: when any statement has one, none is run. A
  /// status is an internal failure or a damaged catalogue. `define cohort` and `drop cohort` change the catalogue: they
  /// take turns with imports. FailedPrecondition for them on a catalogue that is open read-only.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options = {}) const;

  /// The same, but rows go to `sink` as they are found, and the tables of the answers have columns, totals, labels and
  /// provenance only: a list of millions of rows is never in memory as a whole. Where an answer has an error, what
  /// `sink` got of it is void. A sink that returns false cancels the text; what it throws is as of a callback: Aborted.
  absl::StatusOr<std::vector<Answer>> Stream(std::string_view text, const QueryOptions& options,
                                             const RowSink& sink) const;

  /// Reads a text once, to be run often with other values for its parameters. Mistakes are its diagnostics. Those
  /// limits of `options` apply that are about the text; parameter values, timeout and memory bound are ignored here.
  absl::StatusOr<std::unique_ptr<Prepared>> Prepare(std::string_view text, const QueryOptions& options = {}) const;

  /// The current version, which the snapshot keeps for as long as it lives.
  absl::StatusOr<std::shared_ptr<const Snapshot>> TakeSnapshot() const;

  /// Of a catalogue that is open read-only: lets queries see what a writer, here or in another process, has committed
  /// since it was opened or last refreshed, and returns the version that they see. Queries that run, and snapshots,
  /// keep theirs. When nothing has changed, it reads one small file; else it costs about as much as opening, but what
  /// is cached stays. To be called by one thread or several, as often as the host likes. On an error queries go on
  /// seeing the version before. FailedPrecondition: the folder was replaced by another one, or goes back to an earlier
  /// version: open it anew. Unavailable: the writer was too busy; call it again. Others as Open. Of a catalogue that is
  /// open for writing it does nothing.
  absl::StatusOr<uint64_t> Refresh();

  /// Copies the catalogue as it is now into the new folder `to`, while others read it and write to it, here or in other
  /// processes. The copy is one complete version, whose number is returned, and durable on return; before that it is
  /// opened, and its files are compared with their checksums. The ledger of guests is not part of it. Reads and writes
  /// as many bytes as the catalogue has; a copy that fails or is stopped removes what it has written.
  /// FailedPrecondition: there is something at `to`, or it is in the catalogue. ResourceExhausted: no space.
  absl::StatusOr<uint64_t> Backup(const std::string& to, const CallBounds& bounds = {}) const;

  /// Copies the catalogue at `from`, which may be a backup, into the new folder `to`, with the same care. Returns its
  /// version. Errors as of Open, for `from`, and Backup.
  static absl::StatusOr<uint64_t> Restore(const std::string& from, const std::string& to,
                                          const CallBounds& bounds = {});

  /// Counters of this catalogue in this process. Cheap.
  muster::Stats Stats() const;

  /// What queries can name: entities, fields, and the units that records have. DataLoss, Unavailable: as of Open.
  absl::StatusOr<muster::Schema> Schema() const;

  /// The fields in which live records have `code`, or a code below it: where it is worth asking for a code of unknown
  /// kind, as `has phenotype` with a code of a disease finds nobody. Fields in the order of the model; none where
  /// nobody has it. InvalidArgument: `code` is no code. DataLoss, Unavailable: as of Open.
  absl::StatusOr<std::vector<CodePlace>> Where(std::string_view code) const;

  /// Whether a loaded ontology has `code`, as a term or as one that it has merged, replaced or says is equivalent:
  /// whatever records have. False also where that cannot be read.
  bool IsTerm(std::string_view code) const;

  /// Datasets and cohorts as their custodians describe them, datasets first, each by id. DataLoss: as of Open.
  absl::StatusOr<std::vector<Collection>> Collections() const;

  /// What could stand at byte `cursor` of `text`: keywords, entities, fields, values and ontology terms by label. Empty
  /// also where the catalogue cannot be read.
  Completions Complete(std::string_view text, size_t cursor) const;

  /// What is in the catalogue, in exact numbers: for the host, not for guests. DataLoss, Unavailable: as of Open.
  absl::StatusOr<CatalogueInfo> Info() const;

  /// Checks that the indexes agree with the records, by building them again in memory and comparing. `progress` is
  /// called with the individuals done and in all, and may be empty. Stopped, there is no report, as the rest may be
  /// wrong. Damage is a problem of the report, or DataLoss where the check cannot go on. Unavailable: as of Open.
  absl::StatusOr<CheckReport> Check(const std::function<void(uint64_t, uint64_t)>& progress,
                                    const CallBounds& bounds = {}) const;

  // Guests: those who may not see exact numbers. Their types are in muster/guest.h.

  /// Gives a principal access as a guest. NotFound: the policy has no such tier. FailedPrecondition: the catalogue has
  /// no policy. Unavailable: another process lets guests in, or the ledger cannot be written. DataLoss: the ledger is
  /// not as it was written. InvalidArgument: no name. Other errors as of Open.
  absl::StatusOr<std::unique_ptr<Guest>> Admit(const Principal& principal) const;

  /// Sets the policy, a JSON document (docs/disclosure.md); every version is kept. The first one begins the first epoch
  /// and draws the catalogue's secret keys. InvalidArgument: a mistake in it, with its place. Aborted: its "version" is
  /// neither absent nor that of the current policy nor the next. FailedPrecondition: open read-only. Stopped, it leaves
  /// the policy as it was.
  absl::Status SetPolicy(std::string_view json, const CallBounds& bounds = {});
  /// The current policy, as it was set. NotFound: none was.
  absl::StatusOr<std::string> Policy() const;
  /// What a policy would do and what it would not, in plain words, whether it is set or not. InvalidArgument as above.
  static absl::StatusOr<std::string> ExplainPolicy(std::string_view json);

  /// Lets guests see the current version from now on. FailedPrecondition: fewer people differ than the policy's
  /// `min_people`, so that the difference could give single people away. A catalogue that is open read-only is opened
  /// for writing for that moment: Unavailable while another process writes, PermissionDenied where this one may not.
  /// Reads the records that may differ. Stopped, it leaves the epoch as it was.
  absl::Status PublishEpoch(const CallBounds& bounds = {});
  /// The same where the policy's `max_days` are over; then also for fewer people, when one of those whom guests see was
  /// deleted. True where an epoch has begun. Every commit, and letting a guest in, does it, too.
  absl::StatusOr<bool> PublishEpochIfDue();

  /// Calls `sink` for the ledger's entries from number `from` on, until it returns false. That is an entry itself.
  absl::Status Ledger(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const;
  /// Walks the whole chain of entries. `kept`: the hash in an answer that somebody kept, or empty; it has to be in it.
  /// Stopped, it has no report.
  absl::StatusOr<LedgerCheck> VerifyLedger(std::string_view kept = {}, const CallBounds& bounds = {}) const;
  /// Looks for questions that could be combined to single out few people. Takes seconds. Stopped, it has no report.
  absl::StatusOr<AuditReport> Audit(const CallBounds& bounds = {}) const;
  /// A suspended principal gets no answers under any tier, except tiers that are one principal, until reinstated.
  absl::Status Suspend(std::string_view principal) const;
  absl::Status Reinstate(std::string_view principal) const;

 private:
  friend class Prepared;
  friend class Snapshot;
  class Impl;
  explicit Catalogue(std::shared_ptr<Impl> impl);
  // Not a member: a call on a catalogue that was destroyed reads none.
  std::shared_ptr<Impl> impl() const;
};

/// "0.1.0".
MUSTER_EXPORT std::string_view Version();

}  // namespace muster

#endif  // MUSTER_CATALOGUE_H_
