"""The benchmarks behind `preplan-desk bench`: what they measure and on what."""
