// Muster for C++ that must not depend on Muster's Abseil: a header-only layer over muster.h, C++17, the standard library
// alone. It works with any compiler, standard library and Abseil in the program, with and without exceptions.
//
//   auto catalogue = muster::stable::Catalogue::Open("/data/rare-disease");
//   if (!catalogue.ok()) return Report(catalogue.error());
//   auto answers = catalogue->Query("count individuals where has phenotype $code", {{"code", "HP:0001250"}});
//   if (answers.ok() && (*answers)[0].has_table()) std::optional<int64_t> count = (*answers)[0].Int(0, 0);
//
// Errors are values: Result has what a call yields, or an Error. It throws nothing but std::bad_alloc. Threads, forks,
// ownership and units are as in muster.h; whatever is here is moved, not copied, and frees itself.
#ifndef MUSTER_MUSTER_HPP_
#define MUSTER_MUSTER_HPP_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "muster/muster.h"

namespace muster::stable {

/// Why a call failed.
struct Error {
  muster_code code = MUSTER_INTERNAL;
  std::string message;
  std::string hint;        ///< what can be done about it, or empty
  bool retryable = false;  ///< the same call may well succeed later
};

/// What a call yields, or why it yields nothing.
template <typename T>
class Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }
  /// Of a Result that is not ok(); else the program ends.
  const Error& error() const {
    const Error* error = std::get_if<1>(&held_);
    if (error == nullptr) Die("error() of a result without one");
    return *error;
  }
  /// Of a Result that is ok(); else the program ends with the error's message.
  T& value() & {
    if (!ok()) Die(error().message.c_str());
    return *std::get_if<0>(&held_);
  }
  const T& value() const& { return const_cast<Result*>(this)->value(); }
  T&& value() && { return std::move(value()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  [[noreturn]] static void Die(const char* message) {
    std::fprintf(stderr, "muster: %s\n", message);
    std::abort();
  }
  std::variant<T, Error> held_;
};

/// Of calls that yield nothing else.
struct Done {};

namespace internal {

inline muster_text TextOf(std::string_view text) { return {text.data(), text.size()}; }

inline std::string_view ViewOf(muster_text text) {
  return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

/// Takes over `error`, which may be null.
inline Error Take(muster_code code, muster_error* error) {
  Error taken{code, std::string(ViewOf(muster_error_message(error))), std::string(ViewOf(muster_error_hint(error))),
              muster_error_is_retryable(error) != 0};
  muster_error_free(error);
  return taken;
}

template <typename T, void (*free)(T*)>
struct Deleter {
  void operator()(T* handle) const { free(handle); }
};
template <typename T, void (*free)(T*)>
using Owned = std::unique_ptr<T, Deleter<T, free>>;

inline void CloseCatalogue(muster_catalogue* catalogue) { muster_close(catalogue, nullptr); }

inline std::vector<muster_text> TextsOf(const std::vector<std::string>& texts) {
  std::vector<muster_text> made;
  for (const std::string& text : texts) made.push_back(TextOf(text));
  return made;
}

}  // namespace internal

/// Stops the calls that it was given to, from any thread or a signal handler. Copies are one token.
class Cancel {
 public:
  Cancel() : handle_(muster_cancel_new(), &muster_cancel_free) {}
  void Now() const { muster_cancel_now(handle_.get()); }
  /// By itself, so many microseconds from now: a deadline for calls that are given it from then on. False: no time.
  bool After(int64_t microseconds) const { return muster_cancel_after(handle_.get(), microseconds) == MUSTER_OK; }
  bool IsCancelled() const { return muster_cancel_is_cancelled(handle_.get()) != 0; }
  muster_cancel* get() const { return handle_.get(); }

 private:
  std::shared_ptr<muster_cancel> handle_;
};

/// Values of parameters. A value is written as in a query; anything else is a text.
class Params {
 public:
  Params() : handle_(muster_params_new()) {}
  Params(std::initializer_list<std::pair<std::string_view, std::string_view>> values) : Params() {
    for (const auto& [name, value] : values) Set(name, value);
  }
  Params& Set(std::string_view name, std::string_view value) {
    return Note(muster_params_set(handle_.get(), internal::TextOf(name), internal::TextOf(value)));
  }
  /// A text, whatever it looks like.
  Params& SetText(std::string_view name, std::string_view value) {
    return Note(muster_params_set_text(handle_.get(), internal::TextOf(name), internal::TextOf(value)));
  }
  Params& SetInt(std::string_view name, int64_t value, std::string_view unit = {}) {
    return Note(muster_params_set_int(handle_.get(), internal::TextOf(name), value, internal::TextOf(unit)));
  }
  Params& SetNumber(std::string_view name, double value, std::string_view unit = {}) {
    return Note(muster_params_set_number(handle_.get(), internal::TextOf(name), value, internal::TextOf(unit)));
  }
  Params& SetList(std::string_view name, const std::vector<std::string>& values) {
    const std::vector<muster_text> texts = internal::TextsOf(values);
    return Note(muster_params_set_list(handle_.get(), internal::TextOf(name), texts.data(), texts.size()));
  }
  /// Of the first value that could not be set; a query with it fails with this code.
  muster_code code() const { return code_; }
  muster_params* get() const { return handle_.get(); }

 private:
  Params& Note(muster_code code) {
    if (code_ == MUSTER_OK) code_ = code;
    return *this;
  }
  internal::Owned<muster_params, &muster_params_free> handle_;
  muster_code code_ = MUSTER_OK;
};

/// Options by the numbers of muster.h.
class Options {
 public:
  Options() : handle_(muster_options_new()) {}
  Options(std::initializer_list<std::pair<int32_t, int64_t>> numbers) : Options() {
    for (const auto& [option, value] : numbers) Set(option, value);
  }
  Options& Set(int32_t option, int64_t value) { return Note(muster_options_set_int(handle_.get(), option, value)); }
  Options& Set(int32_t option, std::string_view value) {
    return Note(muster_options_set_text(handle_.get(), option, internal::TextOf(value)));
  }
  Options& Set(int32_t option, const char* value) { return Set(option, std::string_view(value)); }
  muster_code code() const { return code_; }
  const muster_options* get() const { return handle_.get(); }

 private:
  Options& Note(muster_code code) {
    if (code_ == MUSTER_OK) code_ = code;
    return *this;
  }
  internal::Owned<muster_options, &muster_options_free> handle_;
  muster_code code_ = MUSTER_OK;
};

/// What is wrong with a text, or worth knowing about it. The views are valid as long as the Answers.
struct Diagnostic {
  int32_t severity = MUSTER_SEVERITY_ERROR;
  std::string_view code;
  std::string_view message;
  size_t begin = 0;
  size_t end = 0;
  std::vector<std::string_view> hints;
};

/// The answer to one statement: a view into Answers, valid as long as they are.
class Answer {
 public:
  Answer(const muster_answers* answers, size_t a) : answers_(answers), a_(a) {}

  bool has_table() const { return muster_answer_has_table(answers_, a_) != 0; }
  size_t rows() const { return muster_table_rows(answers_, a_); }
  size_t columns() const { return muster_table_columns(answers_, a_); }
  std::string_view column_name(size_t c) const { return internal::ViewOf(muster_column_name(answers_, a_, c)); }
  int32_t column_type(size_t c) const { return muster_column_type(answers_, a_, c); }
  int32_t column_role(size_t c) const { return muster_column_role(answers_, a_, c); }
  bool has_total() const { return muster_table_has_total(answers_, a_) != 0; }

  /// MUSTER_CELL_NULL and so on. Row MUSTER_ROW_TOTAL has the totals.
  int32_t cell_type(size_t r, size_t c) const { return muster_cell_type(answers_, a_, r, c); }
  /// Nothing where there is no such number, so that what has no number cannot be taken for zero.
  std::optional<int64_t> Int(size_t r, size_t c) const { return Get(&muster_cell_int, r, c); }
  std::optional<double> Number(size_t r, size_t c) const {
    double value = 0;
    if (muster_cell_number(answers_, a_, r, c, &value) == 0) return std::nullopt;
    return value;
  }
  std::string_view Text(size_t r, size_t c) const { return internal::ViewOf(muster_cell_text(answers_, a_, r, c)); }
  /// Of counts as guests get them.
  int32_t released_kind(size_t r, size_t c) const { return muster_released_kind(answers_, a_, r, c); }
  std::optional<int64_t> released_low(size_t r, size_t c) const { return Get(&muster_released_low, r, c); }
  std::optional<int64_t> released_high(size_t r, size_t c) const { return Get(&muster_released_high, r, c); }
  std::optional<int64_t> released_typical(size_t r, size_t c) const { return Get(&muster_released_typical, r, c); }

  std::string_view label(std::string_view code) const {
    return internal::ViewOf(muster_table_label(answers_, a_, internal::TextOf(code)));
  }
  std::string_view provenance(int32_t what) const {
    return internal::ViewOf(muster_table_provenance(answers_, a_, what));
  }
  uint64_t version() const { return muster_table_version(answers_, a_); }

  std::vector<Diagnostic> diagnostics() const {
    std::vector<Diagnostic> found(muster_answer_diagnostics(answers_, a_));
    for (size_t d = 0; d < found.size(); ++d) {
      found[d] = {muster_diagnostic_severity(answers_, a_, d),
                  internal::ViewOf(muster_diagnostic_code(answers_, a_, d)),
                  internal::ViewOf(muster_diagnostic_message(answers_, a_, d)),
                  muster_diagnostic_begin(answers_, a_, d),
                  muster_diagnostic_end(answers_, a_, d),
                  {}};
      const size_t hints = muster_diagnostic_hints(answers_, a_, d);
      for (size_t h = 0; h < hints; ++h) {
        found[d].hints.push_back(internal::ViewOf(muster_diagnostic_hint(answers_, a_, d, h)));
      }
    }
    return found;
  }

  /// The rows as an Arrow stream, which the caller releases.
  Result<ArrowArrayStream> ToArrow() const {
    ArrowArrayStream stream;
    muster_error* error = nullptr;
    const muster_code code = muster_answer_to_arrow(answers_, a_, &stream, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return stream;
  }

 private:
  std::optional<int64_t> Get(int (*get)(const muster_answers*, size_t, size_t, size_t, int64_t*), size_t r,
                             size_t c) const {
    int64_t value = 0;
    if (get(answers_, a_, r, c, &value) == 0) return std::nullopt;
    return value;
  }
  const muster_answers* answers_;
  size_t a_;
};

/// One answer a statement, or the tables of a report.
class Answers {
 public:
  explicit Answers(muster_answers* handle) : handle_(handle) {}
  size_t size() const { return muster_answers_count(handle_.get()); }
  Answer operator[](size_t a) const { return {handle_.get(), a}; }
  bool have_errors() const { return muster_answers_have_errors(handle_.get()) != 0; }
  /// For people, with carets under the words meant.
  std::string_view diagnostics_text() const {
    return internal::ViewOf(muster_answers_diagnostics_text(handle_.get()));
  }
  std::string_view json() const { return internal::ViewOf(muster_answers_json(handle_.get())); }
  const muster_answers* get() const { return handle_.get(); }

 private:
  internal::Owned<muster_answers, &muster_answers_free> handle_;
};

namespace internal {

/// Calls `f(answers, error)`, and takes what comes of it.
template <typename F>
Result<Answers> Answered(const F& f) {
  muster_answers* answers = nullptr;
  muster_error* error = nullptr;
  const muster_code code = f(&answers, &error);
  if (code != MUSTER_OK) return Take(code, error);
  return Answers(answers);
}

template <typename F>
Result<Done> Completed(const F& f) {
  muster_error* error = nullptr;
  const muster_code code = f(&error);
  if (code != MUSTER_OK) return Take(code, error);
  return Done{};
}

template <typename F>
Result<uint64_t> Counted(const F& f) {
  uint64_t value = 0;
  muster_error* error = nullptr;
  const muster_code code = f(&value, &error);
  if (code != MUSTER_OK) return Take(code, error);
  return value;
}

/// The error of options or parameters that could not be set.
inline std::optional<Error> Refused(const Params& params, const Options& options) {
  if (params.code() != MUSTER_OK) return Error{params.code(), "a parameter cannot be as it was set", "", false};
  if (options.code() != MUSTER_OK) return Error{options.code(), "an option cannot be as it was set", "", false};
  return std::nullopt;
}

inline muster_cancel* Get(const Cancel* cancel) { return cancel == nullptr ? nullptr : cancel->get(); }

}  // namespace internal

/// One version of a catalogue that stays as it is.
class Snapshot {
 public:
  explicit Snapshot(muster_snapshot* handle) : handle_(handle) {}
  uint64_t version() const { return muster_snapshot_version(handle_.get()); }
  Result<Answers> Query(std::string_view text, const Params& params = {}, const Options& options = {},
                        const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options)) return *refused;
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
  Result<Answers> Run(const Params& params = {}, const Snapshot* snapshot = nullptr, const Options& options = {},
                      const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_run(handle_.get(), snapshot == nullptr ? nullptr : snapshot->get(), params.get(), options.get(),
                        internal::Get(cancel), out, error);
    });
  }

 private:
  internal::Owned<muster_statement, &muster_statement_free> handle_;
  Answers mistakes_;
};

/// Whoever is not to get exact numbers.
class Guest {
 public:
  explicit Guest(muster_guest* handle) : handle_(handle) {}
  Result<Answers> Query(std::string_view text, const Params& params = {}, const Options& options = {},
                        const Cancel* cancel = nullptr) const {
    if (auto refused = internal::Refused(params, options)) return *refused;
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_guest_query(handle_.get(), internal::TextOf(text), params.get(), options.get(),
                                internal::Get(cancel), out, error);
    });
  }
  Result<int64_t> UnitsLeft() const {
    int64_t left = 0;
    muster_error* error = nullptr;
    const muster_code code = muster_guest_budget(handle_.get(), nullptr, &left, nullptr, nullptr, &error);
    if (code != MUSTER_OK) return internal::Take(code, error);
    return left;
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
    if (auto refused = internal::Refused(params, options)) return *refused;
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

  /// Rows as they are found; the caller releases the stream.
  Result<ArrowArrayStream> Stream(std::string_view text, const Params& params = {}, const Options& options = {},
                                  const Snapshot* snapshot = nullptr) const {
    if (auto refused = internal::Refused(params, options)) return *refused;
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
    if (auto refused = internal::Refused({}, options)) return *refused;
    const std::vector<muster_text> texts = internal::TextsOf(paths);
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_import(get(), texts.data(), texts.size(), options.get(), progress ? &CallProgress : nullptr,
                           const_cast<void*>(static_cast<const void*>(&progress)), internal::Get(cancel), out, error);
    });
  }
  Result<Answers> ImportText(std::string_view content, const Options& options = {}, const Cancel* cancel = nullptr) {
    if (auto refused = internal::Refused({}, options)) return *refused;
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
    return internal::Counted([&](uint64_t* version, muster_error** error) {
      return muster_backup(get(), internal::TextOf(to), internal::Get(cancel), version, error);
    });
  }
  static Result<uint64_t> Restore(std::string_view from, std::string_view to, const Cancel* cancel = nullptr) {
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
  Result<Answers> Check(const Cancel* cancel = nullptr) const {
    return internal::Answered([&](muster_answers** out, muster_error** error) {
      return muster_check(get(), nullptr, nullptr, internal::Get(cancel), out, error);
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
  /// An error while calls run, or streams are open; then it stays open. The destructor closes too.
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
