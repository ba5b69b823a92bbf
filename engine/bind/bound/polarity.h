// Whether observed or excluded rows are meant.
#ifndef MUSTER_ENGINE_BIND_BOUND_POLARITY_H_
#define MUSTER_ENGINE_BIND_BOUND_POLARITY_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The polarity of rows of an entity. Rows of a polar entity are observed ones unless the query says otherwise. Nullopt
/// after an error.
std::optional<Polarity> BindPolarity(Reporter* reporter, grammar::Polarity written, grammar::Span span,
                                     model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_POLARITY_H_
