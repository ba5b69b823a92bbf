#include "engine/index/posting_table.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace muster::index {
namespace {

// The rows of a bit each.
void TakeBits(const std::vector<uint64_t>& bits, std::vector<uint32_t>& rows) {
  rows.clear();
  for (size_t word = 0; word < bits.size(); ++word) {
    for (uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
      rows.push_back(static_cast<uint32_t>(word * 64 + static_cast<size_t>(std::countr_zero(rest))));
    }
  }
}

// The model's fields in the order of keys: by entity, then by number.
const std::vector<model::FieldId>& FieldsByKey() {
  static const auto& fields = *[] {
    auto* const result = new std::vector<model::FieldId>();
    for (const model::Field& field : model::Fields()) result->push_back(field.id);
    std::sort(result->begin(), result->end(), [](model::FieldId a, model::FieldId b) {
      return std::pair(model::Info(a).entity, a) < std::pair(model::Info(b).entity, b);
    });
    return result;
  }();
  return fields;
}

}  // namespace

PostingTable::Page& PostingTable::FieldValues::PageOf(uint32_t page) {
  if (page >= kNearPages) return far_pages[page];
  if (pages.size() <= page) pages.resize(page + 1);
  if (pages[page] == nullptr) pages[page] = std::make_unique<Page>();
  return *pages[page];
}

absl::Status PostingTable::ForEach(
    absl::FunctionRef<absl::Status(const storage::PostingKey&, const std::vector<uint32_t>&)> f) const {
  std::vector<uint32_t> any;
  for (size_t kind = 0; kind < kKinds; ++kind) {
    for (const model::FieldId field : FieldsByKey()) {
      const FieldValues& values = values_[kind * 256 + field];
      storage::PostingKey key{static_cast<uint8_t>(kind), static_cast<uint8_t>(model::Info(field).entity), field, 0};
      const auto take_page = [&](size_t number, const Page& page) {
        for (uint32_t i = 0; i < kPageValues; ++i) {
          if (page[i].empty()) continue;
          key.value = static_cast<uint32_t>(number) * kPageValues + i;
          if (absl::Status status = f(key, page[i]); !status.ok()) return status;
        }
        return absl::OkStatus();
      };
      for (size_t page = 0; page < values.pages.size(); ++page) {
        if (values.pages[page] == nullptr) continue;
        if (absl::Status status = take_page(page, *values.pages[page]); !status.ok()) return status;
      }
      for (const auto& [number, page] : values.far_pages) {
        if (absl::Status status = take_page(number, page); !status.ok()) return status;
      }
      if (values.any.empty()) continue;
      key.value = model::kAnyValue;
      TakeBits(values.any, any);
      if (absl::Status status = f(key, any); !status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

std::vector<uint32_t> PostingTable::Values() const {
  std::vector<uint32_t> found;
  const auto take_page = [&](size_t number, const Page& page) {
    for (uint32_t i = 0; i < kPageValues; ++i) {
      if (!page[i].empty()) found.push_back(static_cast<uint32_t>(number) * kPageValues + i);
    }
  };
  for (const FieldValues& values : values_) {
    for (size_t page = 0; page < values.pages.size(); ++page) {
      if (values.pages[page] != nullptr) take_page(page, *values.pages[page]);
    }
    for (const auto& [number, page] : values.far_pages) take_page(number, page);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

size_t PostingTable::SizeInBytes() const {
  size_t bytes = posted_ * sizeof(uint32_t) * 3 / 2;
  for (const FieldValues& values : values_) {
    bytes += values.any.capacity() * sizeof(uint64_t) + values.far_pages.size() * sizeof(Page);
    for (const std::unique_ptr<Page>& page : values.pages) bytes += sizeof(page) + (page == nullptr ? 0 : sizeof(Page));
  }
  return bytes;
}

}  // namespace muster::index
