#include "engine/import/table/join/gathered_rows.h"

#include <algorithm>
#include <map>

#include "engine/import/input/json_padding.h"

namespace muster::import {
namespace {

constexpr size_t kFirstBlockBytes = size_t{16} << 10;  // for a small table
constexpr size_t kBlockBytes = size_t{1} << 20;

}  // namespace

void GatheredRows::Store(std::string_view json, Piece* piece) {
  if (blocks_.empty() || blocks_.back().size() + json.size() + kJsonPadding > blocks_.back().capacity()) {
    const size_t usual = blocks_.empty() ? kFirstBlockBytes : kBlockBytes;
    blocks_.emplace_back().reserve(std::max(usual, json.size() + kJsonPadding));
  }
  piece->block = static_cast<uint32_t>(blocks_.size() - 1);
  piece->begin = static_cast<uint32_t>(blocks_.back().size());
  piece->size = static_cast<uint32_t>(json.size());
  blocks_.back().append(json);
}

// Tables may put an id together of more or fewer columns, and mean the same by it.
bool GatheredRows::TakesSplit(Individual& individual, const std::vector<size_t>& begins) {
  if (begins.empty()) return true;
  if (individual.split != nullptr) return *individual.split == begins || individual.split->size() != begins.size();
  individual.split = &*splits_.insert(begins).first;
  return true;
}

bool GatheredRows::Add(size_t table, std::string_view id, const std::vector<size_t>& begins, std::string_view json,
                       const Reporter& reporter) {
  auto known = by_id_.find(id);
  if (known == by_id_.end()) {
    known = by_id_.emplace(std::string(id), static_cast<uint32_t>(individuals_.size())).first;
    individuals_.push_back({ids_.emplace_back(id)});
  }
  if (!TakesSplit(individuals_[known->second], begins)) return false;
  // A file that is read again is another one.
  const bool again =
      !pieces_.empty() && (reporter.record() < pieces_.back().record ||
                           (reporter.record() == pieces_.back().record && table == pieces_.back().table));
  if (files_.empty() || again || files_.back() != reporter.file()) files_.push_back(reporter.file());
  Piece piece{known->second,
              static_cast<uint32_t>(table),
              static_cast<uint32_t>(files_.size() - 1),
              0,
              0,
              0,
              reporter.record(),
              reporter.line()};
  Store(json, &piece);
  pieces_.push_back(piece);
  return true;
}

void GatheredRows::Close(const std::vector<Table>& tables) {
  std::stable_sort(pieces_.begin(), pieces_.end(), [&](const Piece& a, const Piece& b) {
    if (a.individual != b.individual) return a.individual < b.individual;
    if (a.table == b.table) return false;
    if (tables[a.table].rank != tables[b.table].rank) return tables[a.table].rank < tables[b.table].rank;
    return a.table < b.table;
  });
  for (size_t i = pieces_.size(); i-- > 0;) individuals_[pieces_[i].individual].begin = i;
  // What is read ends with the padding that the parser may look at.
  for (std::string& block : blocks_) block.append(kJsonPadding, ' ');
}

GatheredRows::Individual* GatheredRows::Find(std::string_view id) {
  const auto known = by_id_.find(id);
  return known == by_id_.end() ? nullptr : &individuals_[known->second];
}

size_t GatheredRows::EndOf(const Individual& individual) const {
  const uint32_t number = pieces_[individual.begin].individual;
  size_t end = individual.begin;
  while (end < pieces_.size() && pieces_[end].individual == number) ++end;
  return end;
}

std::string_view GatheredRows::TextOf(const Piece& piece) const {
  return std::string_view(blocks_[piece.block]).substr(piece.begin, piece.size);
}

std::vector<uint32_t> GatheredRows::TablesOf(const Individual& individual) const {
  std::vector<uint32_t> tables;
  for (size_t i = individual.begin, end = EndOf(individual); i < end; ++i) {
    if (tables.empty() || tables.back() != pieces_[i].table) tables.push_back(pieces_[i].table);
  }
  return tables;
}

std::vector<bool> GatheredRows::RepeatedOf(const Individual& individual) const {
  const size_t end = EndOf(individual);
  const auto of_first_file = [&, first = pieces_[individual.begin].file](const Piece& piece) {
    return piece.file == first;
  };
  if (std::all_of(pieces_.begin() + static_cast<ptrdiff_t>(individual.begin),
                  pieces_.begin() + static_cast<ptrdiff_t>(end), of_first_file)) {
    return {};
  }
  struct Copies {
    uint32_t kept = 0;
    uint32_t in_file = 0;
    uint32_t file = 0;
  };
  std::map<std::pair<uint32_t, std::string_view>, Copies> copies;
  std::vector<bool> repeated;
  for (size_t i = individual.begin; i < end; ++i) {
    const Piece& piece = pieces_[i];
    Copies& of_text = copies[{piece.table, TextOf(piece)}];
    if (of_text.file != piece.file) of_text.in_file = 0;
    of_text.file = piece.file;
    const bool is_new = ++of_text.in_file > of_text.kept;
    if (is_new) ++of_text.kept;
    repeated.push_back(!is_new);
  }
  return repeated;
}

}  // namespace muster::import
