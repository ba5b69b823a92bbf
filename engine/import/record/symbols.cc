#include "engine/import/record/symbols.h"

#include <algorithm>

#include "engine/import/record/assay.h"
#include "engine/model/codes/code_form.h"
#include "engine/model/codes/icd_code.h"
#include "engine/model/codes/several_codes.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/composed.h"
#include "engine/model/time/onset.h"
#include "engine/model/units/different_units.h"

namespace muster::import {
namespace {
// Beyond this many spellings the memory starts afresh.
constexpr size_t kMaxRemembered = size_t{1} << 22;

// Letters with accents in the form in which people write them.
std::string_view InOneForm(std::string_view text, std::string& scratch) {
  return model::IsComposedOtherwise(text, scratch) ? std::string_view(scratch) : text;
}
}  // namespace

Symbols::Code Symbols::OfCode(std::string_view id, std::string_view label) {
  label = InOneForm(label, label_);
  auto found = codes_.find(id);
  if (found == codes_.end() || (!label.empty() && !found->second.labelled)) {
    if (codes_.size() >= kMaxRemembered) codes_.clear();
    Entry entry;
    entry.missing = rules_.IsMissingCode(id);
    entry.labelled = !label.empty();
    if (!entry.missing) {
      const std::string text = model::NormalizeCode(id);
      entry.doubtful = model::DoubtfulMark(text);
      if (entry.doubtful == 0) entry.symbol = sink_.Intern(text, label);
      entry.corrected = text != id;
      entry.prefixed = text.find(':') != std::string::npos;
      entry.wrong_digit = model::FormOf(text) == model::CodeForm::kBadCheckDigit;
      entry.description = model::IsDescriptionOfSnomed(text);
      entry.several = model::HasSeveralCodes(text);
      entry.words = model::HasWordsAroundCode(text);
      entry.onset = model::OnsetBounds(text);
      if (entry.labelled) entry.number = labels_.NumberOf(text);
    }
    found = codes_.insert_or_assign(std::string(id), std::move(entry)).first;
  }
  const Entry& entry = found->second;
  const bool counts = !label.empty() && !entry.missing && entry.doubtful == 0;
  Code code;
  code.symbol = entry.symbol;
  code.corrected = entry.corrected;
  code.prefixed = entry.prefixed;
  code.wrong_digit = entry.wrong_digit;
  code.description = entry.description;
  code.several = entry.several;
  code.words = entry.words;
  code.missing = entry.missing;
  code.doubtful = entry.doubtful;
  code.onset = &entry.onset;
  code.new_label = counts && labels_.Count(entry.number, label);
  return code;
}

model::Symbol Symbols::OfKeyword(std::string_view word) {
  if (const auto found = keywords_.find(word); found != keywords_.end()) return found->second;
  if (keywords_.size() >= kMaxRemembered) keywords_.clear();
  const std::string text = model::NormalizeKeyword(word);
  const std::string_view spelt = InOneForm(word, keyword_);
  const model::Symbol symbol = sink_.Intern(text, text == spelt ? std::string_view() : spelt);
  keywords_.emplace(word, symbol);
  return symbol;
}

Symbols::Word Symbols::OfWord(model::FieldId field, std::string_view word) {
  std::unique_ptr<TextMap<Word>>& words = words_[field];
  if (words == nullptr) words = std::make_unique<TextMap<Word>>();
  if (const auto found = words->find(word); found != words->end()) return found->second;
  if (words->size() >= kMaxRemembered) words->clear();
  WordRules::Word meaning = rules_.WordOf(field, model::IsId(field) ? word : InOneForm(word, label_));
  if (!doubted_.empty() && std::find(doubted_.begin(), doubted_.end(),
                                     std::pair(field, model::NormalizeVocabulary(word))) != doubted_.end()) {
    meaning.meaning = WordRules::Meaning::kUnknown;
  }
  Word known{meaning.meaning, model::kNoSymbol};
  if (meaning.meaning == WordRules::Meaning::kWord) {
    known.symbol = model::IsId(field) ? OfId(meaning.text) : OfKeyword(meaning.text);
  }
  words->emplace(word, known);
  return known;
}

void Symbols::Doubt(model::FieldId field, std::string_view word) {
  std::pair<model::FieldId, std::string> doubted(field, model::NormalizeVocabulary(word));
  if (std::find(doubted_.begin(), doubted_.end(), doubted) != doubted_.end()) return;
  doubted_.push_back(std::move(doubted));
  words_[field].reset();
}

bool Symbols::AreDifferentUnits(std::string_view code, std::string_view label) {
  if (label.empty()) return false;
  if (code.ends_with(label) && code.size() > label.size() && code[code.size() - label.size() - 1] == ':') return false;
  key_.assign(code).append("\n").append(label);
  if (const auto found = units_.find(key_); found != units_.end()) return found->second;
  if (units_.size() >= kMaxRemembered) units_.clear();
  return units_.emplace(key_, model::AreDifferentUnits(code, label)).first->second;
}

Symbols::AssayNames Symbols::OfAssay(std::string_view text) {
  if (const auto found = assays_.find(text); found != assays_.end()) return found->second;
  if (assays_.size() >= kMaxRemembered) assays_.clear();
  const Assay assay = NormalizeAssay(text);
  const AssayNames names{OfKeyword(assay.keyword), OfKeyword(text), assay.known};
  assays_.emplace(text, names);
  return names;
}

}  // namespace muster::import
