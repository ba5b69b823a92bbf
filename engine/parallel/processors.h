// How many processors this process may use.
#ifndef MUSTER_ENGINE_PARALLEL_PROCESSORS_H_
#define MUSTER_ENGINE_PARALLEL_PROCESSORS_H_

#include <cstddef>
#include <string>

namespace muster::parallel {

/// Processors that threads of this process can run on at a time: those of its affinity mask, or fewer where a control
/// group has a quota of processor time. At least 1.
size_t Processors();

/// The quota of the control group of a process, and of the groups above it, in processors, rounded up; 0 without one.
/// Reads `groups_file` (/proc/self/cgroup) and the files of the groups below `mount` (/sys/fs/cgroup); version 2 and
/// version 1.
size_t QuotaOfGroups(const std::string& groups_file, const std::string& mount);

}  // namespace muster::parallel

#endif  // MUSTER_ENGINE_PARALLEL_PROCESSORS_H_
