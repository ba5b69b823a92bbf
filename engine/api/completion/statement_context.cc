#include "engine/api/completion/statement_context.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"

namespace muster::api {
namespace {

using model::Entity;

bool IsAny(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool SaysHowMany(std::string_view word) {
  return IsAny(word, {"at", "least", "most", "exactly", "no", "another", "distinct", "observed", "excluded", "first",
                      "last"}) ||
         std::all_of(word.begin(), word.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

// Reads a statement word by word.
class Reader {
 public:
  explicit Reader(const std::vector<CursorWord>& words) : words_(words) {}

  StatementContext Read() {
    ReadCounted();
    for (size_t i = 0; i < words_.size(); ++i) {
      const std::string& word = words_[i].text;
      context_.of_with = false;
      if (word == "(") {
        ++depth_;
        context_.of_with = i > 0 && words_[i - 1].text == "with" && !inside_.empty();
      } else if (word == ")") {
        --depth_;
        Leave(/*also_here=*/false);
      } else if (IsAny(word, {"and", "or", "but", "except"})) {
        Leave(/*also_here=*/true);
        clause_.reset();
      } else if (word == "by" && depth_ == 0) {
        inside_.clear();
        clause_.reset();
        context_.in_by = true;
      } else if (word == "having") {
        context_.in_by = false;
      } else if (word == "with" && clause_) {
        const bool group = i + 1 < words_.size() && words_[i + 1].text == "(";
        clause_->terms_end = words_[i].begin;
        clause_->depth = group ? depth_ + 1 : depth_;
        clause_->group = group;
        inside_.push_back(*std::exchange(clause_, std::nullopt));
        context_.of_with = true;
      } else if (word == "as" && (clause_ || !inside_.empty()) && i + 1 < words_.size()) {
        context_.names[words_[i + 1].text] = clause_ ? clause_->entity : inside_.back().entity;
      } else if (IsAny(word, {"has", "have", "no"})) {
        BeginClause(i);
      }
    }
    if (clause_) {
      context_.asked = clause_->entity;
      context_.asked_terms_begin = clause_->terms_begin;
    }
    context_.space = inside_.empty() ? context_.counted : inside_.back().entity;
    if (!inside_.empty()) {
      context_.terms_begin = inside_.back().terms_begin;
      context_.terms_end = inside_.back().terms_end;
    }
    return std::move(context_);
  }

 private:
  struct Clause {
    Entity entity = Entity::kIndividual;
    size_t terms_begin = 0;
    size_t terms_end = 0;
    int depth = 0;
    bool group = false;  // the criteria of `with` are in parentheses
  };

  void ReadCounted() {
    for (size_t i = 0; i < words_.size() && i < 6; ++i) {
      if (!IsAny(words_[i].text, {"count", "list", "funnel", "impact", "as", "summarise", "summarize"})) continue;
      size_t at = i + 1;
      while (at < words_.size() && IsAny(words_[at].text, {"observed", "excluded", "distinct"})) ++at;
      if (const auto entity = EntityAt(words_, at)) context_.counted = entity->first;
      return;
    }
  }

  void BeginClause(size_t at) {
    size_t i = at + 1;
    while (i < words_.size() && SaysHowMany(words_[i].text)) ++i;
    const auto entity = EntityAt(words_, i);
    if (!entity) return;
    clause_ = Clause();
    clause_->entity = entity->first;
    const size_t behind = i + entity->second;
    const CursorWord& last = words_[behind - 1];
    clause_->terms_begin = behind < words_.size() ? words_[behind].begin : last.begin + last.text.size();
    clause_->terms_end = clause_->terms_begin;
  }

  // Leaves the criteria of every `with` that has ended; `also_here`: an operator ends those without parentheses.
  void Leave(bool also_here) {
    while (!inside_.empty() &&
           (inside_.back().depth > depth_ || (also_here && !inside_.back().group && inside_.back().depth == depth_))) {
      inside_.pop_back();
    }
  }

  const std::vector<CursorWord>& words_;
  StatementContext context_;
  std::optional<Clause> clause_;
  std::vector<Clause> inside_;
  int depth_ = 0;
};

}  // namespace

std::optional<std::pair<Entity, size_t>> EntityAt(const std::vector<CursorWord>& words, size_t first) {
  std::optional<std::pair<Entity, size_t>> found;
  std::string name;
  for (size_t length = 1; length <= 3 && first + length <= words.size(); ++length) {
    absl::StrAppend(&name, name.empty() ? "" : " ", words[first + length - 1].text);
    if (const auto entity = bind::FindEntity(name)) found = {*entity, length};
  }
  return found;
}

StatementContext ContextOf(const std::vector<CursorWord>& words) { return Reader(words).Read(); }

}  // namespace muster::api
