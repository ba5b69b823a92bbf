#!/usr/bin/env python3
"""Makes muster/_abi.py, by which cffi calls the library, from muster.h: no compiler is needed.

Usage: _build_abi.py MUSTER_H FOLDER    writes FOLDER/muster/_abi.py
"""
import pathlib
import re
import sys

from cffi import FFI


def declarations(header: str) -> str:
    """What cffi reads of the header: no comments, no preprocessor, no C++."""
    text = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    text = re.sub(r"#ifdef __cplusplus.*?#endif", "", text, flags=re.DOTALL)
    text = re.sub(r"static inline muster_text muster_str.*?\n}\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*#(.*\\\n)*.*$", "", text, flags=re.MULTILINE)
    return text.replace("MUSTER_API ", "")


def main() -> None:
    header, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    ffi = FFI()
    ffi.cdef(declarations(header.read_text(encoding="utf-8")))
    ffi.set_source("muster._abi", None)
    (folder / "muster").mkdir(parents=True, exist_ok=True)
    ffi.emit_python_code(str(folder / "muster" / "_abi.py"))


main()
