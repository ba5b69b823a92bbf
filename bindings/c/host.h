// What stands behind a muster_catalogue: the catalogue, who is using it, and what of it is still in the program's
// hands.
#ifndef MUSTER_BINDINGS_C_HOST_H_
#define MUSTER_BINDINGS_C_HOST_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "bindings/c/failure.h"
#include "muster/catalogue.h"

namespace muster::c {

/// Something that refers to the catalogue, such as a guest. When the catalogue is closed, the object stays in the
/// program's hands and is empty.
class Dependent {
 public:
  virtual ~Dependent() = default;
  virtual void Drop() noexcept = 0;
};

/// Thread-safe. Always owned by shared pointers.
class Host : public std::enable_shared_from_this<Host> {
 public:
  /// A call that runs. While there is one, the catalogue cannot be closed.
  class Call {
   public:
    explicit Call(Host& host) : host_(host), failure_(host.Enter()) {}
    ~Call() {
      if (failure_.code == MUSTER_OK) host_.Leave();
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    /// Why there can be no call: closed, or forked.
    const Failure& failure() const { return failure_; }

   private:
    Host& host_;
    Failure failure_;
  };

  explicit Host(std::unique_ptr<Catalogue> catalogue);
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  /// Of a host that was never closed, or in the child of a fork, the catalogue is forgotten and not destroyed.
  ~Host();

  Catalogue& catalogue() { return *catalogue_; }
  /// True in the child of a fork.
  bool IsForked() const;
  /// MUSTER_MISUSE while calls run. MUSTER_OK in the child of a fork, where it does nothing.
  Failure Close();
  /// No call begins from now on, and the catalogue is closed with the last that runs, a stream among them.
  void CloseWhenUnused();

  void Add(Dependent* dependent);
  /// Drops it, unless Close() has done so.
  void Remove(Dependent* dependent);

 private:
  static constexpr uint64_t kClosed = uint64_t{1} << 63;
  // Whoever leaves last closes the catalogue.
  static constexpr uint64_t kToBeClosed = uint64_t{1} << 62;

  Failure Enter();
  void Leave();
  // By the one thread that has set kClosed without kToBeClosed.
  void CloseNow();

  std::unique_ptr<Catalogue> catalogue_;
  const uint64_t forks_;            // before it was opened
  std::atomic<uint64_t> state_{0};  // how many calls run, and whether it is closed
  std::shared_ptr<Host> self_;      // while it is to be closed: those who call may own nothing of it any more
  std::mutex mutex_;
  std::set<Dependent*> dependents_;  // guarded by mutex_
};

/// Owns a `T` that must be destroyed before the catalogue.
template <typename T>
class Held final : public Dependent {
 public:
  /// `thing` is given up if there is no memory to hold it.
  Held(std::shared_ptr<Host> host, T thing) : host_(std::move(host)), thing_(std::move(thing)) { host_->Add(this); }
  ~Held() override {
    if (host_->IsForked()) {
      // Its destructor may wait for threads and locks of the parent.
      new (std::nothrow) T(std::move(thing_));
      return;
    }
    host_->Remove(this);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  void Drop() noexcept override { thing_ = nullptr; }

  Host& host() { return *host_; }
  /// During a Call only.
  T& operator*() { return thing_; }
  const T& operator*() const { return thing_; }

 private:
  std::shared_ptr<Host> host_;
  T thing_;
};

}  // namespace muster::c

#endif  // MUSTER_BINDINGS_C_HOST_H_
