# What is wrong with files of registration.

help-ledger-empty = Put one file per quarter in it, as in registratie/voorbeeld, or name another folder with --ledger.
help-ledger-quarter = Write a quarter as "2025-Q1".
help-ledger-corrects = Write corrects = "2025-Q1" in a correction instead of quarter, with a later registered_on.
help-ledger-sum = Mend the total or one of the parts.
help-ledger-needs = Count everybody who was referred under exactly one kind of need.
help-ledger-mixed = Keep examples in a folder of their own.
fault-ledger-empty = There are no registrations in { $folder }.
fault-ledger-many-files = There are { $found } files of registrations, and there can be at most { $most }.
fault-ledger-no-quarter = This is no quarter of the years 1990 to 2200: { $found }
fault-ledger-quarter-or-corrects = Give quarter or corrects: exactly one of the two.
fault-ledger-too-early = { $quarter } runs until { $end }, but was registered on { $date }.
fault-ledger-sum = In { $table } total is { $total }, but the parts add up to { $sum }.
fault-ledger-needs = { $came } young people were referred, but the needs add up to { $sum }.
fault-ledger-few-conversations = { $ended } trajectories ended, with { $conversations } conversations together. Every trajectory has at least one.
fault-ledger-twice = { $quarter } was registered already, in { $file }.
fault-ledger-corrects-nothing = { $quarter } is corrected, but was never registered.
fault-ledger-not-later = The correction of { $quarter } is of { $date }, not later than { $file } of { $earlier }.
fault-ledger-needs-missing = Compared with { $file } needs are missing: { $missing }
fault-ledger-needs-unknown = These needs are not in { $file }: { $unknown }
fault-ledger-needs-other = Compared with { $file } needs are missing ({ $missing }) and there are others ({ $unknown }).
fault-ledger-mixed = This registration is real, but { $file } is an example with made-up figures. They do not go together.
