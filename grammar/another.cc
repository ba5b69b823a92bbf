#include "grammar/another.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "grammar/clone.h"
#include "grammar/walk.h"

namespace muster::grammar {
namespace {

// Whether its records are plainly there, so that they can be told from others.
bool IsPlain(const Has& has) {
  return !has.quantity && has.polarity != Polarity::kExcluded && has.order == Order::kAny && !has.alias && !has.dates;
}

class AnotherResolver {
 public:
  AnotherResolver(const std::vector<Span>& words, std::vector<Diagnostic>* diagnostics) : diagnostics_(diagnostics) {
    for (const Span& word : words) words_.emplace(word.begin, word);
  }

  // From the inside out, so that what is copied has been written out.
  void Resolve(Expr* expr) {
    if (auto* chain = std::get_if<And>(&expr->node)) return ResolveChain(chain);
    const auto* has = std::get_if<Has>(&expr->node);
    const std::optional<Span> word = WordOf(*expr);
    if (has != nullptr && word) ReportAlone(*has, *word);
    ForEachChild(*expr, [&](const ExprPtr& child) { Resolve(child.get()); });
  }

 private:
  // Where `another` stands in a `has`.
  std::optional<Span> WordOf(const Expr& expr) const {
    const auto* has = std::get_if<Has>(&expr.node);
    if (has == nullptr) return std::nullopt;
    const auto word = words_.lower_bound(expr.span.begin);
    if (word == words_.end() || word->first >= has->entity.span.begin) return std::nullopt;
    return word->second;
  }

  void Report(Span span, const char* code, std::string message, std::string hint) {
    diagnostics_->push_back({Severity::kError, code, std::move(message), span.begin, span.end, {std::move(hint)}});
  }

  void ReportAlone(const Has& has, Span word) {
    Report(word, "another-of-nothing", absl::StrCat("another ", has.entity.text, " than which?"),
           absl::StrCat("write has ", has.entity.text, " ... and has another ", has.entity.text, " ..."));
  }

  static bool SameEntity(const Has& a, const Has& b) {
    const auto singular = [](std::string_view name) { return name.substr(0, name.find_last_not_of('s') + 1); };
    return singular(a.entity.text) == singular(b.entity.text);
  }

  void ResolveChain(And* chain) {
    std::vector<ExprPtr>& operands = chain->operands;
    for (const ExprPtr& operand : operands) {
      auto* has = std::get_if<Has>(&operand->node);
      if (has == nullptr) {
        Resolve(operand.get());
      } else if (has->with != nullptr) {
        Resolve(has->with.get());
      }
    }
    // From the end, since what is written out is about what stands before it.
    for (size_t i = operands.size(); i-- > 0;) {
      const std::optional<Span> word = WordOf(*operands[i]);
      if (!word) continue;
      const Has& has = std::get<Has>(operands[i]->node);
      const std::vector<const Has*> records = Before(*chain, i);
      if (records.empty()) {
        ReportAlone(has, *word);
      } else if (ArePlain(records, has, *word)) {
        operands[i] = WrittenOut(records, std::move(operands[i]));
      }
    }
  }

  // The records that operand `i` is another than: back to the nearest that is not another itself.
  std::vector<const Has*> Before(const And& chain, size_t i) const {
    const Has& has = std::get<Has>(chain.operands[i]->node);
    std::vector<const Has*> records;
    while (i-- > 0) {
      const auto* before = std::get_if<Has>(&chain.operands[i]->node);
      if (before == nullptr || !SameEntity(*before, has)) continue;
      if (before->quantity && before->quantity->count == 0) continue;
      records.push_back(before);
      if (!WordOf(*chain.operands[i])) return records;
    }
    return {};
  }

  bool ArePlain(std::vector<const Has*> records, const Has& has, Span word) {
    if (records.size() >= kMaxRecordsApart) {
      Report(word, "no-another", absl::StrCat("more than ", kMaxRecordsApart, " records are not told apart"),
             "write has at least N ENTITY with ...");
      return false;
    }
    records.push_back(&has);
    for (const Has* record : records) {
      if (IsPlain(*record)) continue;
      const auto named = std::ranges::find_if(records, [](const Has* one) { return one->alias.has_value(); });
      Report(word, "no-another", "another stands beside records that are counted, named, ordered or excluded",
             named != records.end() ? BesideNamed(**named, has)
                                    : "give both a name and compare their times: has phenotype A as a and has "
                                      "phenotype B with onset > a.onset");
      return false;
    }
    return true;
  }

  // What is compared with a named record is another one by itself.
  static std::string BesideNamed(const Has& named, const Has& has) {
    const std::string& name = named.alias->text;
    if (&named != &has && has.with != nullptr && SpeaksOfNamedRows(*has.with)) {
      return absl::StrCat("leave another out: what is compared with ", name, " is another record than ", name);
    }
    if (&named == &has) return "leave the name out, or compare their times in place of another";
    return absl::StrCat("leave another out, and compare it with ", name, ", which makes it another record: has ",
                        has.entity.text, " ... with ... after ", name, ". and its time");
  }

  // `term is A and with`; null where any record of the entity will do.
  static ExprPtr ConditionOf(const Has& has) {
    ExprPtr with = has.with == nullptr ? nullptr : Clone(has.with);
    if (has.terms.empty()) return with;
    Compare is;
    is.field = {"term", has.entity.span};
    is.op = has.terms.size() == 1 ? Compare::Op::kIs : Compare::Op::kIn;
    is.op_span = has.entity.span;
    is.values = has.terms;
    ExprPtr term = MakeExpr(has.entity.span, std::move(is));
    if (with == nullptr) return term;
    And both;
    both.operands.push_back(std::move(term));
    both.operands.push_back(std::move(with));
    return MakeExpr(has.entity.span, std::move(both));
  }

  // has at least N ENTITY with (a or b), for `records`.
  static ExprPtr AtLeastAsMany(const std::vector<const Has*>& records, Span span) {
    Has has;
    has.entity = records.back()->entity;
    has.polarity = records.back()->polarity;
    has.quantity = Quantity{Quantity::Kind::kAtLeast, static_cast<int>(records.size()), false, span};
    Or any;
    bool all = false;
    for (const Has* record : records) {
      ExprPtr condition = ConditionOf(*record);
      all = all || condition == nullptr;
      any.operands.push_back(std::move(condition));
    }
    if (!all) has.with = MakeExpr(span, std::move(any));
    return MakeExpr(span, std::move(has));
  }

  static ExprPtr WrittenOut(const std::vector<const Has*>& before, ExprPtr written) {
    const Span span = written->span;
    const Has& has = std::get<Has>(written->node);
    // Each set of records with this one in it: those without it were written out before.
    And all;
    for (unsigned set = 1; set < 1U << before.size(); ++set) {
      std::vector<const Has*> records;
      for (size_t i = 0; i < before.size(); ++i) {
        if ((set >> i & 1) != 0) records.push_back(before[i]);
      }
      records.push_back(&has);
      all.operands.push_back(AtLeastAsMany(records, span));
    }
    all.operands.insert(all.operands.begin(), std::move(written));
    return MakeExpr(span, std::move(all));
  }

  std::vector<Diagnostic>* diagnostics_;
  std::map<size_t, Span> words_;  // by where they begin
};

}  // namespace

void WriteAnother(Expr* expr) {
  if (auto* all = std::get_if<And>(&expr->node); all != nullptr && !all->operands.empty()) {
    // Only of what was written out does the first part stand where all of it stands.
    const Span own = all->operands[0]->span;
    auto* has = std::get_if<Has>(&all->operands[0]->node);
    const auto* both = all->operands.size() > 1 ? std::get_if<Has>(&all->operands[1]->node) : nullptr;
    const bool of_both =
        both != nullptr && both->quantity && both->quantity->kind == Quantity::Kind::kAtLeast && both->terms.empty();
    if (has != nullptr && IsPlain(*has) && of_both && own.begin < own.end && own.begin == expr->span.begin &&
        own.end == expr->span.end) {
      Has written = std::move(*has);
      written.entity.text.insert(0, "another ");
      written.polarity = Polarity::kDefault;  // observed, as it is without a word
      expr->node = std::move(written);
    }
  }
  ForEachChild(*expr, [](const ExprPtr& child) { WriteAnother(child.get()); });
}

void ResolveAnother(Expr* expr, const std::vector<Span>& words, std::vector<Diagnostic>* diagnostics) {
  if (!words.empty()) AnotherResolver(words, diagnostics).Resolve(expr);
}

}  // namespace muster::grammar
