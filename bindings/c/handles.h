// The objects that muster.h only names. Each begins with what it is, so that one that is taken for another is noticed.
#ifndef MUSTER_BINDINGS_C_HANDLES_H_
#define MUSTER_BINDINGS_C_HANDLES_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "bindings/c/host.h"
#include "muster/guest.h"
#include "muster/log.h"
#include "muster/muster.h"
#include "muster/query.h"
#include "muster/table.h"

namespace muster::c {

enum class Kind : uint32_t {
  kOptions = 0x4d530001,
  kCancel,
  kParams,
  kCatalogue,
  kAnswers,
  kGuest,
  kSnapshot,
  kStatement,
};

/// What every object begins with; 0 once it is destroyed.
template <Kind kind_of>
class Handle {
 public:
  static constexpr Kind kKind = kind_of;
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { *static_cast<volatile uint32_t*>(&kind_) = 0; }
  bool IsRight() const { return kind_ == static_cast<uint32_t>(kind_of); }

 private:
  uint32_t kind_ = static_cast<uint32_t>(kind_of);
};

/// True of an object of its kind, as far as that can be seen.
template <typename T>
bool Is(const T* handle) {
  return handle != nullptr && handle->IsRight();
}

/// The same; NULL is allowed.
template <typename T>
bool IsOrNull(const T* handle) {
  return handle == nullptr || handle->IsRight();
}

/// Destroys an object of its kind; anything else is left alone.
template <typename T>
void Free(T* handle) {
  const Uncancellable call;
  if (Is(handle)) delete handle;
}

}  // namespace muster::c

struct muster_options : muster::c::Handle<muster::c::Kind::kOptions> {
  std::map<int32_t, int64_t> numbers;
  std::map<int32_t, std::string> texts;
  std::map<std::string, std::string> ontologies;
  muster::LogFunction log;
  muster::LogLevel log_level = muster::LogLevel::kWarning;
};

struct muster_cancel : muster::c::Handle<muster::c::Kind::kCancel> {
  std::stop_source source;
  std::atomic<int64_t> deadline_us = INT64_MAX;  // of the steady clock
};

struct muster_params : muster::c::Handle<muster::c::Kind::kParams> {
  std::map<std::string, std::string> values;
  std::map<std::string, std::vector<std::string>> lists;
};

struct muster_catalogue : muster::c::Handle<muster::c::Kind::kCatalogue> {
  std::shared_ptr<muster::c::Host> host;
};

struct muster_answers : muster::c::Handle<muster::c::Kind::kAnswers> {
  using Label = const std::pair<const std::string, std::string>*;
  std::vector<muster::Answer> answers;
  std::vector<std::vector<Label>> labels;  ///< of each answer's table, by number
  std::string diagnostics_text;
  mutable std::mutex json_mutex;
  mutable std::optional<std::string> json;
};

struct muster_guest : muster::c::Handle<muster::c::Kind::kGuest> {
  explicit muster_guest(std::shared_ptr<muster::c::Host> host, std::unique_ptr<muster::Guest> guest)
      : held(std::move(host), std::move(guest)) {}
  muster::c::Held<std::unique_ptr<muster::Guest>> held;
};

struct muster_snapshot : muster::c::Handle<muster::c::Kind::kSnapshot> {
  using Ptr = std::shared_ptr<const muster::Snapshot>;
  muster_snapshot(std::shared_ptr<muster::c::Host> host, Ptr taken)
      : version(taken->version()), held(std::move(host), std::move(taken)) {}
  const uint64_t version;
  muster::c::Held<Ptr> held;
};

struct muster_statement : muster::c::Handle<muster::c::Kind::kStatement> {
  using Ptr = std::unique_ptr<muster::Prepared>;
  muster_statement(std::shared_ptr<muster::c::Host> host, Ptr prepared)
      : parameters(prepared->parameters()), held(std::move(host), std::move(prepared)) {}
  const std::vector<muster::Prepared::Parameter> parameters;
  muster::c::Held<Ptr> held;
};

#endif  // MUSTER_BINDINGS_C_HANDLES_H_
