"""The engines, one readable file each; nothing is imported until the catalogue names one."""
