"""Services that know no view: assets, settings, theme, icons, wording, tasks, notices, log."""
