// `has phenotype A and has another phenotype B`: of two records.
#ifndef MUSTER_GRAMMAR_ANOTHER_H_
#define MUSTER_GRAMMAR_ANOTHER_H_

#include <vector>

#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// How many records may be told from each other by `another`, the first one included.
inline constexpr size_t kMaxRecordsApart = 4;

/// Writes each `has another ENTITY` in `expr` out by what the language has without it. Records that satisfy each of
/// several criteria, a different one each, exist exactly if of any n of the criteria at least n records satisfy one
/// (Hall's marriage theorem). So behind `has E with a`, `has another E with b` becomes `has E with b and has at least 2
/// E with (a or b)`. It is about the nearest `has` of the same entity before it in the same chain of `and`, and other
/// `another` between them. Gets an error (`another-of-nothing`) where there is none, and (`no-another`) where records
/// are counted, named, ordered or excluded, which this does not tell apart. `words`: where each `another` stands.
void ResolveAnother(Expr* expr, const std::vector<Span>& words, std::vector<Diagnostic>* diagnostics);

/// The other way: what `another` was written out to becomes `has another ENTITY` again, for texts that people read.
void WriteAnother(Expr* expr);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ANOTHER_H_
