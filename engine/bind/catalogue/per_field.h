// Values that are computed once per field.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_PER_FIELD_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_PER_FIELD_H_

#include <array>
#include <atomic>
#include <limits>
#include <memory>
#include <utility>

#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Reading takes no lock, as each criterion reads several times. A value that was set never changes. Thread-safe.
template <typename Found>
class PerField {
 public:
  PerField() = default;
  ~PerField() {
    for (const std::atomic<const Found*>& slot : slots_) delete slot.load(std::memory_order_relaxed);
  }
  PerField(const PerField&) = delete;
  PerField& operator=(const PerField&) = delete;

  /// Null if nothing was set.
  const Found* Find(model::FieldId field) const { return slots_[field].load(std::memory_order_acquire); }
  /// Sets `found`, unless another thread has set a value before. Returns the value that is set.
  const Found& Set(model::FieldId field, Found found) {
    auto made = std::make_unique<const Found>(std::move(found));
    const Found* before = nullptr;
    if (slots_[field].compare_exchange_strong(before, made.get(), std::memory_order_acq_rel)) return *made.release();
    return *before;
  }

 private:
  std::array<std::atomic<const Found*>, std::numeric_limits<model::FieldId>::max() + 1> slots_ = {};
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_PER_FIELD_H_
