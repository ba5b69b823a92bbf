// Protects our files in programs that have closed their standard streams.
#ifndef MUSTER_STORAGE_FILES_STANDARD_DESCRIPTORS_H_
#define MUSTER_STORAGE_FILES_STANDARD_DESCRIPTORS_H_

namespace muster::storage {

/// Sees that no file that is opened next gets descriptor 0, 1 or 2, as what the program, or a library that complains,
/// then prints would be written into it. Those that are closed become /dev/null, opened so that reading the first and
/// writing the others fail as before.
void TakeStandardDescriptors();

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STANDARD_DESCRIPTORS_H_
