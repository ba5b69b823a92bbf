#include "engine/bind/bound/polarity.h"

#include <string>

#include "absl/strings/str_cat.h"

namespace muster::bind {

std::optional<Polarity> BindPolarity(Reporter* reporter, grammar::Polarity written, grammar::Span span,
                                     model::Entity entity) {
  const model::EntityInfo& info = model::Info(entity);
  if (!info.polar && written != grammar::Polarity::kDefault) {
    reporter->Error(span, "no-polarity",
                    absl::StrCat(std::string(info.plural), " are not recorded as observed or excluded"));
    return std::nullopt;
  }
  if (!info.polar) return Polarity::kAny;
  return written == grammar::Polarity::kExcluded ? Polarity::kExcluded : Polarity::kObserved;
}

}  // namespace muster::bind
