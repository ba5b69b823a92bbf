// What the calls of muster.hpp take and yield: results, tokens, parameters, options, answers. Included by it.
#ifndef MUSTER_MUSTER_VALUES_HPP_
#define MUSTER_MUSTER_VALUES_HPP_

#include <cstdint>
#include <cstdio>
#include <cstdlib>
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

inline void CloseCatalogue(muster_catalogue* catalogue) { muster_close_when_unused(catalogue); }

inline std::vector<muster_text> TextsOf(const std::vector<std::string>& texts) {
  std::vector<muster_text> made;
  for (const std::string& text : texts) made.push_back(TextOf(text));
  return made;
}

}  // namespace internal

/// Stops the calls that it was given to, from any thread or a signal handler. Copies are one token, and moving copies.
class Cancel {
 public:
  Cancel() : handle_(muster_cancel_new(), &muster_cancel_free) {}
  Cancel(const Cancel&) = default;
  Cancel& operator=(const Cancel&) = default;
  void Now() const { muster_cancel_now(handle_.get()); }
  /// By itself, this many microseconds from now: a deadline for calls that are given it from then on. False: no time.
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
  /// One more value at the end of a list, which is made when there is none.
  Params& Add(std::string_view name, std::string_view value) {
    return Note(muster_params_add(handle_.get(), internal::TextOf(name), internal::TextOf(value)));
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
  /// For Open: lines from MUSTER_LOG_DEBUG and so on. `user` must live as long as the catalogue.
  Options& SetLog(int32_t level, muster_log log, void* user) {
    return Note(muster_options_set_log(handle_.get(), level, log, user));
  }
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
  /// What codes among the cells are called, all of them: code and label.
  std::vector<std::pair<std::string_view, std::string_view>> labels() const {
    std::vector<std::pair<std::string_view, std::string_view>> found(muster_table_labels(answers_, a_));
    for (size_t i = 0; i < found.size(); ++i) {
      found[i] = {internal::ViewOf(muster_table_label_code(answers_, a_, i)),
                  internal::ViewOf(muster_table_label_text(answers_, a_, i))};
    }
    return found;
  }
  uint64_t version() const { return muster_table_version(answers_, a_); }
  int64_t microseconds() const { return muster_table_microseconds(answers_, a_); }
  /// What the answer was made with: id and version.
  std::vector<std::pair<std::string_view, std::string_view>> ontologies() const {
    std::vector<std::pair<std::string_view, std::string_view>> found(muster_table_ontologies(answers_, a_));
    for (size_t i = 0; i < found.size(); ++i) {
      found[i] = {internal::ViewOf(muster_table_ontology_id(answers_, a_, i)),
                  internal::ViewOf(muster_table_ontology_version(answers_, a_, i))};
    }
    return found;
  }

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
  std::string_view diagnostics_text() const { return internal::ViewOf(muster_answers_diagnostics_text(handle_.get())); }
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

/// The error of what a call was given and is not there any more: it would count as not given. Null is not given.
template <typename T>
std::optional<Error> Missing(const T* given) {
  if (given == nullptr || given->get() != nullptr) return std::nullopt;
  return Error{MUSTER_INVALID_ARGUMENT, "an argument was moved from, or there was no memory for it", "", false};
}

/// The error of options or parameters that could not be set, or of something that is missing.
template <typename... Given>
std::optional<Error> Refused(const Params& params, const Options& options, const Given*... given) {
  if (params.code() != MUSTER_OK) return Error{params.code(), "a parameter cannot be as it was set", "", false};
  if (options.code() != MUSTER_OK) return Error{options.code(), "an option cannot be as it was set", "", false};
  std::optional<Error> missing = Missing(&params);
  if (!missing) missing = Missing(&options);
  ((missing = missing ? missing : Missing(given)), ...);
  return missing;
}

inline muster_cancel* Get(const Cancel* cancel) { return cancel == nullptr ? nullptr : cancel->get(); }

}  // namespace internal

}  // namespace muster::stable

#endif  // MUSTER_MUSTER_VALUES_HPP_
