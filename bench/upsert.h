// People changed and questions asked at the same time.
#ifndef MUSTER_BENCH_UPSERT_H_
#define MUSTER_BENCH_UPSERT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "bench/measure.h"

namespace muster::bench {

struct UpsertOptions {
  std::string catalogue;
  std::string mapping;  ///< path of the mapping by which the people were imported
  std::string people;   ///< path of the phenopackets, one on each line, that the catalogue has
  size_t batches = 0;
  size_t batch_size = 100;
  size_t per_second = 0;  ///< upserts; 0 is as many as there can be
};

/// Replaces people of the catalogue by themselves, batch by batch, each batch one durable commit, while another thread
/// asks `queries` again and again; prints what both took. Since nobody changes, no answer may: a different one is an
/// error.
int Upsert(const UpsertOptions& options, const std::vector<NamedQuery>& queries);

}  // namespace muster::bench

#endif  // MUSTER_BENCH_UPSERT_H_
