"""The only place that speaks SQL: tables, rows, units of work, upgrades, search, backup."""
