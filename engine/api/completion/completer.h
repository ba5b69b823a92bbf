// Private to api/: the list that a completion fills.
#ifndef MUSTER_ENGINE_API_COMPLETION_COMPLETER_H_
#define MUSTER_ENGINE_API_COMPLETION_COMPLETER_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Adds what fits, each once, until there is enough. Of a catalogue as a guest sees it, what is listed for him.
class Completer {
 public:
  static constexpr size_t kMaxItems = 40;

  Completer(const bind::CatalogueView& view, Completions* completions) : view_(view), completions_(completions) {}

  bool empty() const { return completions_->items.empty(); }
  /// What records have in the field, by words anywhere in the names; most frequent first.
  void AddNames(model::FieldId field, std::string_view text, size_t most = kMaxItems);
  void AddTermsByName(std::string_view name);
  void AddCodes(std::string_view prefix);
  /// The words that records have in a keyword field.
  void AddValues(model::FieldId field, std::string_view prefix);
  void AddIfPrefix(std::string text, std::string description, std::string_view prefix);

 private:
  void Add(std::string text, std::string description);

  const bind::CatalogueView& view_;
  Completions* completions_;
  std::set<std::string> seen_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_COMPLETER_H_
