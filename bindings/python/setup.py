"""A wheel of the built package: scripts/wheel runs this. The library itself is not in it."""
import os

from setuptools import setup

setup(
    name="muster",
    version=os.environ["MUSTER_PACKAGE_VERSION"],
    description="Feasibility counts over people's records, embedded",
    license="Apache-2.0",
    packages=["muster"],
    package_data={"muster": ["py.typed"]},
    install_requires=["cffi>=1.15"],
    extras_require={"pandas": ["pandas"]},
    python_requires=">=3.9",
)
