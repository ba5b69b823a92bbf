// What clang-tidy is to notice.
const char* kNothing = 0;
int badly_Named(int Argument) { return Argument; }
