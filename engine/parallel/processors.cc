#include "engine/parallel/processors.h"

#include <sched.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string_view>
#include <thread>

namespace muster::parallel {
namespace {

constexpr size_t kNoQuota = std::numeric_limits<size_t>::max();

size_t ProcessorsFor(int64_t quota, int64_t period) {
  if (quota <= 0 || period <= 0) return kNoQuota;
  return static_cast<size_t>((quota - 1) / period + 1);
}

// Version 2: "max 100000" or "150000 100000".
size_t QuotaOfFolder2(const std::string& folder) {
  std::ifstream file(folder + "/cpu.max");
  int64_t quota = 0;
  int64_t period = 0;
  return file >> quota >> period ? ProcessorsFor(quota, period) : kNoQuota;
}

// Version 1: two files; -1 is no quota.
size_t QuotaOfFolder1(const std::string& folder) {
  std::ifstream quota_file(folder + "/cpu.cfs_quota_us");
  std::ifstream period_file(folder + "/cpu.cfs_period_us");
  int64_t quota = 0;
  int64_t period = 0;
  return quota_file >> quota && period_file >> period ? ProcessorsFor(quota, period) : kNoQuota;
}

// The least quota of the group and of those above it. A container sees its own group as the root, so that the path may
// name folders that are not there.
template <typename F>
size_t LeastQuota(const std::string& root, std::string path, F&& quota_of) {
  size_t least = quota_of(root);
  while (path.size() > 1) {
    least = std::min(least, quota_of(root + path));
    path.resize(path.find_last_of('/'));
  }
  return least;
}

// Whether `name` is one of the names of `list`, which commas separate.
bool IsListed(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const size_t comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
  }
  return false;
}

}  // namespace

size_t QuotaOfGroups(const std::string& groups_file, const std::string& mount) {
  size_t least = kNoQuota;
  std::ifstream file(groups_file);
  // Each line is a hierarchy: number:controllers:path. Of version 2 it has no controllers.
  for (std::string line; std::getline(file, line);) {
    const size_t first = line.find(':');
    const size_t second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos || line.compare(second + 1, 1, "/") != 0) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    const std::string path = line.substr(second + 1);
    if (controllers.empty()) {
      least = std::min(least, LeastQuota(mount, path, QuotaOfFolder2));
    } else if (IsListed(controllers, "cpu")) {
      least = std::min(least, LeastQuota(mount + "/" + controllers, path, QuotaOfFolder1));
      least = std::min(least, LeastQuota(mount + "/cpu", path, QuotaOfFolder1));
    }
  }
  return least == kNoQuota ? 0 : least;
}

size_t Processors() {
  size_t processors = std::max(1U, std::thread::hardware_concurrency());
  // Where there are more processors than the set has room for, the call fails and the machine's number remains.
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
    processors = static_cast<size_t>(std::max(1, CPU_COUNT(&allowed)));
  }
  const size_t quota = QuotaOfGroups("/proc/self/cgroup", "/sys/fs/cgroup");
  return quota == 0 ? processors : std::min(processors, quota);
}

}  // namespace muster::parallel
