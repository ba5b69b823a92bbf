// Muster for C++ that must not depend on Muster's Abseil: a header-only layer over muster.h, C++17, the standard
// library alone. It works with any compiler, standard library and Abseil in the program, with and without exceptions.
//
//   auto catalogue = muster::stable::Catalogue::Open("/data/rare-disease");
//   if (!catalogue.ok()) return Report(catalogue.error());
//   auto answers = catalogue->Query("count individuals where has phenotype $code", {{"code", "HP:0001250"}});
//   if (answers.ok() && (*answers)[0].has_table()) std::optional<int64_t> count = (*answers)[0].Int(0, 0);
//
// Errors are values: Result has what a call yields, or an Error. It throws nothing but std::bad_alloc. Threads, forks,
// ownership and units are as in muster.h; whatever is here is moved, not copied, and frees itself. What was moved from,
// and is used on, is MUSTER_INVALID_ARGUMENT.
#ifndef MUSTER_MUSTER_HPP_
#define MUSTER_MUSTER_HPP_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/muster.h"
#include "muster/muster_values.hpp"

namespace muster::stable {

/// One version of a catalogue that stays as it is.
class Snapshot {
 public:
  explicit Snapshot(muster_snapshot* handle) : handle_(handle) {}
  uint64_t version() const { return muster_snapshot_version(handle_.get()); }
  Result<Answers> Query(std::string_view text, const Params& params = {}, const Options& options = {},
                        const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options, cancel)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_snapshot_query(handle_.get(), internal::TextOf(text), params.get(), options.get(),
                                   internal::Get(cancel), out, error);
    });
  }
  muster_snapshot* get() const { return handle_.get(); }

 private:
  internal::Owned<muster_snapshot, &muster_snapshot_free> handle_;
};

/// A text that is read once. Any number of threads may run it at once.
class Statement {
 public:
  Statement(muster_statement* handle, Answers mistakes) : handle_(handle), mistakes_(std::move(mistakes)) {}
  /// What is wrong with the text, or worth knowing about it.
  const Answers& mistakes() const { return mistakes_; }
  std::vector<std::string_view> parameters() const {
    std::vector<std::string_view> names;
    for (size_t p = 0; p < muster_statement_parameters(handle_.get()); ++p) {
      names.push_back(internal::ViewOf(muster_statement_parameter(handle_.get(), p)));
    }
    return names;
  }
  /// Whether a list may be given for parameter `p`.
  bool parameter_is_list(size_t p) const { return muster_statement_parameter_is_list(handle_.get(), p) != 0; }
  Result<Answers> Run(const Params& params = {}, const Snapshot* snapshot = nullptr, const Options& options = {},
                      const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options, snapshot, cancel)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_run(handle_.get(), snapshot == nullptr ? nullptr : snapshot->get(), params.get(), options.get(),
                        internal::Get(cancel), out, error);
    });
  }

 private:
  internal::Owned<muster_statement, &muster_statement_free> handle_;
  Answers mistakes_;
};

/// What could stand at a place of a text: one table of texts with descriptions.
struct Completions {
  size_t begin = 0;  ///< where what they replace begins
  Answers found;
};

namespace internal {

template <typename Asked>
Result<Completions> Completed(std::string_view text, size_t cursor,
                              muster_code (*complete)(Asked*, muster_text, size_t, size_t*, muster_answers**,
                                                      muster_error**),
                              Asked* asked) {
  size_t begin = 0;
  auto found = Answered([&](muster_answers** out, muster_error** error) {
    return complete(asked, TextOf(text), cursor, &begin, out, error);
  });
  if (!found.ok()) return found.error();
  return Completions{begin, *std::move(found)};
}

}  // namespace internal

/// What is left of what a guest may ask. `window_ends`: seconds since 1970, UTC.
struct GuestBudget {
  int64_t units = 0;
  int64_t units_left = 0;
  int64_t window_ends = 0;
  bool suspended = false;
};

/// Whoever is not to get exact numbers.
class Guest {
 public:
  explicit Guest(muster_guest* handle) : handle_(handle) {}
  Result<Answers> Query(std::string_view text, const Params& params = {}, const Options& options = {},
                        const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options, cancel)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_guest_query(handle_.get(), internal::TextOf(text), params.get(), options.get(),
                                internal::Get(cancel), out, error);
    });
  }
  Result<int64_t> UnitsLeft() const {
    auto budget = Budget();
    if (!budget.ok()) return budget.error();
    return budget->units_left;
  }
  Result<GuestBudget> Budget() const {
    GuestBudget left;
    int suspended = 0;
    muster_error* error = nullptr;
    const muster_code code =
        muster_guest_budget(handle_.get(), &left.units, &left.units_left, &left.window_ends, &suspended, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    left.suspended = suspended != 0;
    return left;
  }
  /// As Catalogue::Complete, of what the tier may see.
  Result<Completions> Complete(std::string_view text, size_t cursor) const {
    return internal::Completed(text, cursor, &muster_guest_complete, handle_.get());
  }
  /// What a guest may know of the catalogue: epoch and release (one row), datasets, ontologies.
  Result<Answers> Info() const {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_guest_info(handle_.get(), out, error); });
  }
  muster_guest* get() const { return handle_.get(); }

 private:
  internal::Owned<muster_guest, &muster_guest_free> handle_;
};

/// A catalogue. Any number of threads may use it at once.
class Catalogue {
 public:
  static Result<Catalogue> Open(std::string_view path, const Options& options = {}) {
    if (auto refused = internal::Refused({}, options)) return *refused;
    muster_catalogue* catalogue = nullptr;
    muster_error* error = nullptr;
    const muster_code code = muster_open(internal::TextOf(path), options.get(), &catalogue, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return Catalogue(catalogue);
  }

  Result<Answers> Query(std::string_view text, const Params& params = {}, const Options& options = {},
                        const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options, cancel)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_query(get(), internal::TextOf(text), params.get(), options.get(), internal::Get(cancel), out,
                          error);
    });
  }

  Result<Statement> Prepare(std::string_view text, const Options& options = {}) const {
    if (auto refused = internal::Refused({}, options)) return *refused;
    muster_statement* statement = nullptr;
    muster_answers* mistakes = nullptr;
    muster_error* error = nullptr;
    const muster_code code =
        muster_prepare(get(), internal::TextOf(text), options.get(), &statement, &mistakes, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return Statement(statement, Answers(mistakes));
  }

  Result<Snapshot> TakeSnapshot() const {
    muster_snapshot* snapshot = nullptr;
    muster_error* error = nullptr;
    const muster_code code = muster_snapshot_take(get(), &snapshot, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return Snapshot(snapshot);
  }

  /// Rows as they are found; the caller releases the stream, which may outlive this: the catalogue is closed with it
  /// then.
  Result<ArrowArrayStream> Stream(std::string_view text, const Params& params = {}, const Options& options = {},
                                  const Snapshot* snapshot = nullptr) const {
    if (auto refused = internal::Refused(params, options, snapshot)) return *refused;
    ArrowArrayStream stream;
    muster_error* error = nullptr;
    const muster_code code = muster_stream(get(), snapshot == nullptr ? nullptr : snapshot->get(),
                                           internal::TextOf(text), params.get(), options.get(), &stream, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return stream;
  }

  /// The report, four tables. `progress` gets bytes done, in all, and records; returning false cancels. It must not
  /// throw.
  Result<Answers> Import(const std::vector<std::string>& paths, const Options& options = {},
                         const std::function<bool(uint64_t, uint64_t, uint64_t)>& progress = {},
                         const Cancel* cancel = nullptr) {
    if (auto refused = internal::Refused({}, options, cancel)) return *refused;
    const std::vector<muster_text> texts = internal::TextsOf(paths);
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_import(get(), texts.data(), texts.size(), options.get(), progress ? &CallProgress : nullptr,
                           const_cast<void*>(static_cast<const void*>(&progress)), internal::Get(cancel), out, error);
    });
  }
  Result<Answers> ImportText(std::string_view content, const Options& options = {}, const Cancel* cancel = nullptr) {
    if (auto refused = internal::Refused({}, options, cancel)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_import_text_cancellable(get(), internal::TextOf(content), options.get(), internal::Get(cancel), out,
                                            error);
    });
  }
  /// How many were there.
  Result<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids) {
    const std::vector<muster_text> texts = internal::TextsOf(ids);
    return internal::Counted([&](uint64_t* removed, muster_error** error) {
      return muster_delete(get(), internal::TextOf(dataset), texts.data(), texts.size(), removed, error);
    });
  }
  Result<Done> Compact(const Cancel* cancel = nullptr) {
    if (auto missing = internal::Missing(cancel)) return *missing;
    return internal::Completed(
        [&](muster_error** error) { return muster_compact_cancellable(get(), internal::Get(cancel), error); });
  }
  /// The version that queries see then.
  Result<uint64_t> Refresh() {
    return internal::Counted(
        [&](uint64_t* version, muster_error** error) { return muster_refresh(get(), version, error); });
  }
  /// The version that was copied.
  Result<uint64_t> Backup(std::string_view to, const Cancel* cancel = nullptr) const {
    if (auto missing = internal::Missing(cancel)) return *missing;
    return internal::Counted([&](uint64_t* version, muster_error** error) {
      return muster_backup(get(), internal::TextOf(to), internal::Get(cancel), version, error);
    });
  }
  static Result<uint64_t> Restore(std::string_view from, std::string_view to, const Cancel* cancel = nullptr) {
    if (auto missing = internal::Missing(cancel)) return *missing;
    return internal::Counted([&](uint64_t* version, muster_error** error) {
      return muster_restore(internal::TextOf(from), internal::TextOf(to), internal::Get(cancel), version, error);
    });
  }
  /// MUSTER_STAT_QUERIES and so on.
  Result<uint64_t> Stat(int32_t counter) const {
    return internal::Counted(
        [&](uint64_t* value, muster_error** error) { return muster_stats(get(), counter, value, error); });
  }
  Result<Answers> Info() const {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_info(get(), out, error); });
  }
  Result<Answers> Schema() const {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_schema(get(), out, error); });
  }
  /// The fields in which records have `code` or one below it.
  Result<Answers> Where(std::string_view code) const {
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_where(get(), internal::TextOf(code), out, error);
    });
  }
  /// How custodians describe datasets and cohorts.
  Result<Answers> Collections() const {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_collections(get(), out, error); });
  }
  /// What could stand at byte `cursor` of `text`.
  Result<Completions> Complete(std::string_view text, size_t cursor) const {
    return internal::Completed(text, cursor, &muster_complete, get());
  }
  /// Totals, and problems, of which there are none when all is well. `progress` gets individuals done and in all;
  /// returning false cancels. It must not throw.
  Result<Answers> Check(const Cancel* cancel = nullptr,
                        const std::function<bool(uint64_t, uint64_t, uint64_t)>& progress = {}) const {
    if (auto missing = internal::Missing(cancel)) return *missing;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_check(get(), progress ? &CallProgress : nullptr,
                          const_cast<void*>(static_cast<const void*>(&progress)), internal::Get(cancel), out, error);
    });
  }
  Result<Guest> Admit(std::string_view name, std::string_view tier, const std::vector<std::string>& datasets = {},
                      std::string_view reference = {}) const {
    const std::vector<muster_text> texts = internal::TextsOf(datasets);
    muster_guest* guest = nullptr;
    muster_error* error = nullptr;
    const muster_code code = muster_admit(get(), internal::TextOf(name), internal::TextOf(tier), texts.data(),
                                          texts.size(), internal::TextOf(reference), &guest, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return Guest(guest);
  }
  Result<Done> SetPolicy(std::string_view json) {
    return internal::Completed(
        [&](muster_error** error) { return muster_set_policy(get(), internal::TextOf(json), error); });
  }
  /// The policy that counts: one cell.
  Result<Answers> Policy() const {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_policy(get(), out, error); });
  }
  /// What a policy would do, in plain words: one cell.
  static Result<Answers> ExplainPolicy(std::string_view json) {
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_explain_policy(internal::TextOf(json), out, error);
    });
  }
  /// Lets guests see the present version from now on.
  Result<Done> PublishEpoch() {
    return internal::Completed([&](muster_error** error) { return muster_publish_epoch(get(), error); });
  }
  /// Whoever is suspended is not answered until he is reinstated.
  Result<Done> Suspend(std::string_view principal) {
    return internal::Completed(
        [&](muster_error** error) { return muster_suspend(get(), internal::TextOf(principal), error); });
  }
  Result<Done> Reinstate(std::string_view principal) {
    return internal::Completed(
        [&](muster_error** error) { return muster_reinstate(get(), internal::TextOf(principal), error); });
  }
  /// Entries of the ledger from number `from` on, at most `most`. The reading is an entry itself.
  Result<Answers> Ledger(uint64_t from, size_t most) {
    return internal::Answered(
        [&](muster_answers** out, muster_error** error) { return muster_ledger(get(), from, most, out, error); });
  }
  /// Walks the whole chain: entries and head (one row), and problems. `kept`: a hash that somebody kept.
  Result<Answers> VerifyLedger(std::string_view kept = {}, const Cancel* cancel = nullptr) const {
    if (auto missing = internal::Missing(cancel)) return *missing;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_verify_ledger_cancellable(get(), internal::TextOf(kept), internal::Get(cancel), out, error);
    });
  }
  /// An error while calls run, or streams are open; then it stays open. The destructor closes too, and where streams
  /// are open, it leaves that to the release of the last of them.
  Result<Done> Close() {
    muster_error* error = nullptr;
    const muster_code code = muster_close(get(), &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    static_cast<void>(handle_.release());
    return Done{};
  }
  muster_catalogue* get() const { return handle_.get(); }

 private:
  explicit Catalogue(muster_catalogue* handle) : handle_(handle) {}
  static int CallProgress(void* user, uint64_t done, uint64_t total, uint64_t records) {
    return (*static_cast<const std::function<bool(uint64_t, uint64_t, uint64_t)>*>(user))(done, total, records) ? 0 : 1;
  }
  internal::Owned<muster_catalogue, &internal::CloseCatalogue> handle_;
};

}  // namespace muster::stable

#endif  // MUSTER_MUSTER_HPP_
