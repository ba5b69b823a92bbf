#include "engine/release/memory/answer_memory.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace muster::release {
namespace {

// Nearness reaches from 1.4 to 2 k, by the label.
constexpr double kLeastEdge = 1.4;
constexpr double kSpreadOfEdges = 0.6;
// Of the elements of two small sets together.
constexpr double kLeastShare = 0.6;
constexpr double kSpreadOfShares = 0.1;

template <typename T>
void PutNumber(T number, std::string* out) {
  for (size_t i = 0; i < sizeof(T); ++i) out->push_back(static_cast<char>(number >> (8 * i)));
}

template <typename T>
bool TakeNumber(std::string_view* bytes, T* number) {
  if (bytes->size() < sizeof(T)) return false;
  uint64_t wide = 0;
  for (size_t i = 0; i < sizeof(T); ++i) wide |= uint64_t{static_cast<uint8_t>((*bytes)[i])} << (8 * i);
  *number = static_cast<T>(wide);
  bytes->remove_prefix(sizeof(T));
  return true;
}

void PutLanes(const model::Lanes& lanes, std::string* out) {
  out->append(reinterpret_cast<const char*>(lanes.data()), 64);
}

void PutSketch(const Sketch& sketch, std::string* out) {
  PutNumber(sketch.n, out);
  PutLanes(sketch.lanes, out);
  PutNumber(static_cast<uint32_t>(sketch.keys.size()), out);
  for (const uint32_t key : sketch.keys) PutNumber(key, out);
}

bool TakeSketch(std::string_view* bytes, Sketch* sketch) {
  uint32_t keys = 0;
  if (!TakeNumber(bytes, &sketch->n) || bytes->size() < 64) return false;
  std::memcpy(sketch->lanes.data(), bytes->data(), 64);
  bytes->remove_prefix(64);
  if (!TakeNumber(bytes, &keys) || bytes->size() / sizeof(uint32_t) < keys) return false;
  if (keys > model::kSmallestKeys && keys != sketch->n) return false;
  sketch->keys.resize(keys);
  for (uint32_t& key : sketch->keys) {
    if (!TakeNumber(bytes, &key)) return false;
  }
  return true;
}

uint64_t Fingerprint(const secret::SipKey& key, const ComparedSet& set) {
  return secret::SipHash24(key, std::string("=").append(IdentityOf(set)));
}

// Whether |n - n'| < 3k.
bool IsLikeInNumber(const Sketch& a, const Sketch& b, int64_t k) {
  return Apart(a.n, b.n) < static_cast<uint64_t>(3 * k);
}

}  // namespace

std::string IdentityOf(const ComparedSet& set) {
  std::string bytes;
  PutNumber(set.kind, &bytes);
  for (const Sketch* sketch : {&set.people, &set.elements}) {
    PutNumber(sketch->n, &bytes);
    PutLanes(sketch->lanes, &bytes);
  }
  return bytes;
}

double AnswerMemory::EdgeOf(SetId label, int64_t people) const {
  return static_cast<double>(people) * (kLeastEdge + kSpreadOfEdges * double{sets_[label].edge});
}

double AnswerMemory::EdgeBetween(SetId label, int64_t people, const Sketch& a, const Sketch& b) const {
  const double share = kLeastShare + kSpreadOfShares * double{sets_[label].edge};
  return std::max(static_cast<double>(people), std::min(EdgeOf(label, people), share * static_cast<double>(a.n + b.n)));
}

std::optional<FoundSet> AnswerMemory::Find(const ComparedSet& set, const Nearness& nearness) const {
  if (const auto same = equal_.find(Fingerprint(key_, set)); same != equal_.end()) {
    for (const SetId id : same->second) {
      if (sets_[id].set == set) return FoundSet{id, sets_[id].label, true};
    }
  }
  const auto index = near_.find(set.kind);
  if (index == near_.end()) return std::nullopt;
  std::optional<FoundSet> found;
  double nearest = 0;
  const double furthest = static_cast<double>(nearness.people) * (kLeastEdge + kSpreadOfEdges);
  index->second.VisitCandidates(set.people, nearness.people, furthest, [&](SetId id) {
    const Remembered& other = sets_[id];
    if (!IsLikeInNumber(set.people, other.set.people, nearness.people)) return;
    if (!AreCompared(set.people, other.set.people)) return;
    const double edge = EdgeBetween(other.label, nearness.people, set.people, other.set.people);
    const double distance = Distance(set.people, other.set.people);
    if (distance >= edge) return;
    // A person who is in one set of rows only, or with other rows, makes up to two elements of difference.
    if (!set.CountsPeople() && Distance(set.elements, other.set.elements) >= 2 * edge) return;
    if (found.has_value() && (distance > nearest || (distance == nearest && id > found->set))) return;
    found = FoundSet{id, other.label, false};
    nearest = distance;
  });
  return found;
}

bool AnswerMemory::IsWithinReach(const ComparedSet& asked, SetId label, const Nearness& nearness) const {
  const ComparedSet& first = sets_[label].set;
  if (!IsLikeInNumber(asked.people, first.people, nearness.people)) return false;
  if (Distance(asked.people, first.people) >= static_cast<double>(nearness.drift)) return false;
  return asked.CountsPeople() || Distance(asked.elements, first.elements) < 2 * static_cast<double>(nearness.drift);
}

SetId AnswerMemory::Add(ComparedSet set, SetId label, uint64_t epoch) {
  const auto id = static_cast<SetId>(sets_.size());
  Remembered remembered{std::move(set), label, epoch, 0};
  if (label == id) {
    const uint64_t random = secret::SipHash24(key_, std::string("T").append(IdentityOf(remembered.set)));
    remembered.edge = static_cast<float>(static_cast<double>(random >> 40) * 0x1p-24);
  }
  // First: were there no memory for what follows, the indexes would name a set that is not there.
  sets_.push_back(std::move(remembered));
  const ComparedSet& added = sets_.back().set;
  equal_[Fingerprint(key_, added)].push_back(id);
  near_[added.kind].Add(id, added.people);
  return id;
}

std::string AnswerMemory::Encode(SetId id) const {
  const Remembered& remembered = sets_[id];
  const ComparedSet& set = remembered.set;
  std::string bytes;
  PutNumber(set.kind, &bytes);
  PutNumber(remembered.label, &bytes);
  PutNumber(remembered.epoch, &bytes);
  PutNumber(set.sum, &bytes);
  PutNumber(set.largest, &bytes);
  PutSketch(set.people, &bytes);
  if (!set.CountsPeople()) PutSketch(set.elements, &bytes);
  return bytes;
}

absl::Status AnswerMemory::AddEncoded(std::string_view bytes) {
  ComparedSet set;
  SetId label = 0;
  uint64_t epoch = 0;
  bool ok = TakeNumber(&bytes, &set.kind) && TakeNumber(&bytes, &label) && TakeNumber(&bytes, &epoch) &&
            TakeNumber(&bytes, &set.sum) && TakeNumber(&bytes, &set.largest) && TakeSketch(&bytes, &set.people);
  if (ok && !set.CountsPeople()) ok = TakeSketch(&bytes, &set.elements);
  ok = ok && bytes.empty() && (label == size() || (label < size() && sets_[label].label == label));
  if (!ok) return absl::DataLossError("the memory of answers is damaged");
  Add(std::move(set), label, epoch);
  return absl::OkStatus();
}

}  // namespace muster::release
