#include "shell/commands/resource_options.h"

#include <cstdint>
#include <functional>

#include "shell/commands/cli.h"

namespace muster::shell {
namespace {

constexpr uint32_t kMaxMegabytes = 1 << 20;

}  // namespace

void DeclareResources(CLI::App& app, OpenOptions* options) {
  const std::function<void(const uint32_t&)> set_cache = [options](const uint32_t& megabytes) {
    options->cache_bytes = size_t{megabytes} << 20;
  };
  app.add_option_function<uint32_t>("--cache", set_cache, "MiB kept in memory between questions")
      ->check(CLI::Range(uint32_t{1}, kMaxMegabytes))
      ->default_str(std::to_string(options->cache_bytes >> 20));
  app.add_option("--threads", options->query_threads,
                 "threads that work on a question; 0: as many as there are processors")
      ->capture_default_str();
}

}  // namespace muster::shell
