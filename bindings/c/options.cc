#include "bindings/c/options.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "bindings/c/text.h"

namespace muster::c {
namespace {

// Options of one call have numbers of one hundred.
constexpr int32_t kOfACall = 100;

struct Rule {
  int32_t option;
  bool is_text;
  int64_t least;
  int64_t most;
};

constexpr int64_t kMaxNumber = std::numeric_limits<int64_t>::max();
// A hundred years: no clock reaches it, and no sum with it overflows.
constexpr int64_t kMaxMicroseconds = int64_t{100} * 366 * 86400 * 1'000'000;
constexpr int64_t kMaxThreads = std::numeric_limits<uint32_t>::max();

constexpr Rule kRules[] = {
    {MUSTER_OPEN_CREATE, false, 0, 1},
    {MUSTER_OPEN_READ_ONLY, false, 0, 1},
    {MUSTER_OPEN_CACHE_BYTES, false, 0, kMaxNumber},
    {MUSTER_OPEN_QUERY_THREADS, false, 0, kMaxThreads},
    {MUSTER_OPEN_LEDGER, true, 0, 0},
    {MUSTER_QUERY_MAX_TEXT_BYTES, false, 0, kMaxNumber},
    {MUSTER_QUERY_MAX_DEPTH, false, 0, kMaxNumber},
    {MUSTER_QUERY_MAX_TERMS, false, 0, kMaxNumber},
    {MUSTER_QUERY_MAX_CRITERIA, false, 0, kMaxNumber},
    {MUSTER_QUERY_MAX_CELLS, false, 0, kMaxNumber},
    {MUSTER_QUERY_ONTOLOGY, true, 0, 0},
    {MUSTER_QUERY_TIMEOUT_US, false, 0, kMaxNumber},
    {MUSTER_QUERY_MEMORY_BYTES, false, 0, kMaxNumber},
    {MUSTER_IMPORT_DATASET, true, 0, 0},
    {MUSTER_IMPORT_MAPPING, true, 0, 0},
    {MUSTER_IMPORT_MAX_PROBLEMS, false, 0, kMaxNumber},
    {MUSTER_IMPORT_THREADS, false, 0, kMaxThreads},
};

const Rule* RuleOf(int32_t option) {
  for (const Rule& rule : kRules) {
    if (rule.option == option) return &rule;
  }
  return nullptr;
}

// That all options are of the call whose numbers begin at `first`.
Failure OfCall(const muster_options* options, int32_t first, std::string_view call) {
  if (!IsOrNull(options)) return {MUSTER_INVALID_ARGUMENT, "the options are none"};
  if (options == nullptr) return Ok();
  const auto other = [&](int32_t option) -> Failure {
    return {MUSTER_INVALID_ARGUMENT, "option " + std::to_string(option) + " is none of " + std::string(call)};
  };
  for (const auto& [option, value] : options->numbers) {
    if (option / kOfACall != first / kOfACall) return other(option);
  }
  for (const auto& [option, value] : options->texts) {
    if (option / kOfACall != first / kOfACall) return other(option);
  }
  if (!options->ontologies.empty() && first / kOfACall != MUSTER_QUERY_ONTOLOGY / kOfACall) {
    return other(MUSTER_QUERY_ONTOLOGY);
  }
  if (options->log != nullptr && first / kOfACall != MUSTER_OPEN_CREATE / kOfACall) {
    return {MUSTER_INVALID_ARGUMENT, "a log is given to muster_open only"};
  }
  return Ok();
}

template <typename T>
void Take(const muster_options& options, int32_t option, T* out) {
  if (const auto found = options.numbers.find(option); found != options.numbers.end()) {
    *out = static_cast<T>(found->second);
  }
}

void TakeText(const muster_options& options, int32_t option, std::string* out) {
  if (const auto found = options.texts.find(option); found != options.texts.end()) *out = found->second;
}

}  // namespace

Failure ReadOpenOptions(const muster_options* options, OpenOptions* out) {
  if (Failure failure = OfCall(options, MUSTER_OPEN_CREATE, "muster_open"); failure.code != MUSTER_OK) return failure;
  if (options == nullptr) return Ok();
  Take(*options, MUSTER_OPEN_CREATE, &out->create_if_missing);
  Take(*options, MUSTER_OPEN_READ_ONLY, &out->read_only);
  Take(*options, MUSTER_OPEN_CACHE_BYTES, &out->cache_bytes);
  Take(*options, MUSTER_OPEN_QUERY_THREADS, &out->query_threads);
  TakeText(*options, MUSTER_OPEN_LEDGER, &out->ledger);
  out->log = options->log;
  out->log_level = options->log_level;
  return Ok();
}

Failure ReadImportOptions(const muster_options* options, ImportOptions* out) {
  if (Failure failure = OfCall(options, MUSTER_IMPORT_DATASET, "muster_import"); failure.code != MUSTER_OK) {
    return failure;
  }
  if (options == nullptr) return Ok();
  TakeText(*options, MUSTER_IMPORT_DATASET, &out->dataset);
  TakeText(*options, MUSTER_IMPORT_MAPPING, &out->mapping);
  Take(*options, MUSTER_IMPORT_MAX_PROBLEMS, &out->max_problems);
  Take(*options, MUSTER_IMPORT_THREADS, &out->threads);
  return Ok();
}

Failure ReadQueryOptions(const muster_options* options, const muster_params* params, const muster_cancel* cancel,
                         QueryOptions* out) {
  if (!IsOrNull(params)) return {MUSTER_INVALID_ARGUMENT, "the parameters are none"};
  if (!IsOrNull(cancel)) return {MUSTER_INVALID_ARGUMENT, "the token is none"};
  if (Failure failure = OfCall(options, MUSTER_QUERY_MAX_DEPTH, "a query"); failure.code != MUSTER_OK) return failure;
  if (params != nullptr) {
    out->parameters = params->values;
    out->lists = params->lists;
  }
  const CallBounds bounds = BoundsOf(cancel);
  out->stop = bounds.stop;
  out->timeout = bounds.timeout;
  if (options == nullptr) return Ok();
  Take(*options, MUSTER_QUERY_MAX_TEXT_BYTES, &out->max_text_bytes);
  Take(*options, MUSTER_QUERY_MAX_DEPTH, &out->max_depth);
  Take(*options, MUSTER_QUERY_MAX_TERMS, &out->max_terms);
  Take(*options, MUSTER_QUERY_MAX_CRITERIA, &out->max_criteria);
  Take(*options, MUSTER_QUERY_MAX_CELLS, &out->max_cells);
  int64_t timeout = 0;
  Take(*options, MUSTER_QUERY_TIMEOUT_US, &timeout);
  const std::chrono::microseconds given(std::min(timeout, kMaxMicroseconds));
  if (given.count() > 0 && (out->timeout.count() == 0 || given < out->timeout)) out->timeout = given;
  Take(*options, MUSTER_QUERY_MEMORY_BYTES, &out->memory_bytes);
  out->ontologies = options->ontologies;
  return Ok();
}

static_assert(static_cast<int>(LogLevel::kDebug) == MUSTER_LOG_DEBUG &&
              static_cast<int>(LogLevel::kInfo) == MUSTER_LOG_INFO &&
              static_cast<int>(LogLevel::kWarning) == MUSTER_LOG_WARNING &&
              static_cast<int>(LogLevel::kError) == MUSTER_LOG_ERROR);

}  // namespace muster::c

using muster::c::Failure;
using muster::c::Guarded;
using muster::c::Is;

muster_options* muster_options_new(void) { return new (std::nothrow) muster_options; }

void muster_options_free(muster_options* options) { muster::c::Free(options); }

muster_code muster_options_set_int(muster_options* options, int32_t option, int64_t value) {
  return Guarded(nullptr, [&]() -> Failure {
    const muster::c::Rule* rule = muster::c::RuleOf(option);
    if (!Is(options) || rule == nullptr || rule->is_text || value < rule->least || value > rule->most) {
      return {MUSTER_INVALID_ARGUMENT};
    }
    options->numbers[option] = value;
    return muster::c::Ok();
  });
}

muster_code muster_options_set_text(muster_options* options, int32_t option, muster_text value) {
  return Guarded(nullptr, [&]() -> Failure {
    const muster::c::Rule* rule = muster::c::RuleOf(option);
    if (!Is(options) || rule == nullptr || !rule->is_text || !muster::c::IsText(value)) {
      return {MUSTER_INVALID_ARGUMENT};
    }
    const std::string_view text = muster::c::ViewOf(value);
    if (option != MUSTER_QUERY_ONTOLOGY) {
      options->texts[option] = std::string(text);
      return muster::c::Ok();
    }
    const size_t equals = text.find('=');
    if (equals == 0 || equals == text.npos) return {MUSTER_INVALID_ARGUMENT};
    options->ontologies[std::string(text.substr(0, equals))] = std::string(text.substr(equals + 1));
    return muster::c::Ok();
  });
}

muster_code muster_options_set_log(muster_options* options, int32_t level, muster_log log, void* user) {
  return Guarded(nullptr, [&]() -> Failure {
    if (!Is(options) || level < MUSTER_LOG_DEBUG || level > MUSTER_LOG_ERROR) return {MUSTER_INVALID_ARGUMENT};
    options->log_level = static_cast<muster::LogLevel>(level);
    options->log = nullptr;
    if (log == nullptr) return muster::c::Ok();
    options->log = [log, user](muster::LogLevel of, std::string_view line) {
      const std::string terminated(line);
      log(user, static_cast<int32_t>(of), muster::c::TextOf(terminated));
    };
    return muster::c::Ok();
  });
}
