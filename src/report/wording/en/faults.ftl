# What is wrong with a scenario file or a value set at the prompt.

faults-count = { $count ->
    [one] 1 fault found. Nothing was run.
   *[other] { $count } faults found. Nothing was run.
}
faults-count-least = At least { $count } faults found. Nothing was run.
faults-shown = The first { $shown } are shown.
faults-left-out = { $count } of them are not shown.
fault-other = This part of the scenario is not right.

# Helping hands
help-label = help
help-nearest = Probably meant: { $nearest }
help-expected = Expected: { $expected }
help-options = Possible here: { $options }
help-duplicate-key = Keep one of the two.
help-format-version = Put at the top: format_version = { $supported }
help-scenario-wanted = This is a world. Name a scenario, and give the world with --world.
help-world-wanted = This is a scenario. Worlds stand in scenarios/worlds.
help-setting = Write for example: --set providers.derde.hours_per_week=20
help-policy-in-world = A world holds assumptions that nobody chooses. Put a choice in a scenario.
help-other-root = Scenarios that are run together descend from one root through extends.
help-file-is-folder = Name a file in that folder, for example { $path }/baseline.toml
help-file-not-text = Save the file as plain text in UTF-8.
help-no-quotes = Put text between double quotes.
help-bad-date = Write a date as 2024-09-01, without quotes.
help-bad-number = Write a number as 1234.56: a point before the decimals, nothing between thousands.
help-bad-key = A key consists of letters, digits, - and _. A point stands between two parts only.
help-quantity = Write for example: { "{" } fixed = 20, unit = "…", source = "…", grade = "assumed" { "}" }
help-shares = Write for example: { "{" } fixed = { "{" } a = 0.6, b = 0.4 { "}" }, unit = "share", source = "…", grade = "assumed" { "}" }
help-bare-number = Write: { "{" } fixed = { $value }, unit = "{ $unit }", source = "where this comes from", grade = "assumed" { "}" }
help-decimal-comma = Probably meant: { $meant }
    Write a number without quotes, with a point before the decimals.
help-quoted-number = Write without quotes: { $text }
help-must-be-fixed = Write: fixed = …
help-wrong-unit = Convert the number and write: unit = "{ $expected }"
help-two-statements = Choose one.
help-quantile-names = Write for example: quantiles = { "{" } p10 = 2, p90 = 8 { "}" }
help-shares-sum = Change a share, or use dirichlet with counts.
help-after-horizon = Choose an earlier date, or lengthen the horizon with time.years.
help-before-start = Set the value at the key itself instead of in a change.
help-not-dated = docs/scenario-format.md lists the keys that can change on a date.
help-payment = Give one of these three: hours_per_week with hourly_price_eur; budget_eur_per_year with hourly_price_eur (and if wanted hours_per_week as the most); hours_per_week with grant_eur_per_year.
help-ceiling-broken = Lower the hours or the budget, raise the ceiling, or set may_break = true to run all the same.
help-hidden-by-changes = Repeat the change of that date with the new value.

# Kinds of values
shape-text = a text between quotes
shape-number = a number
shape-whole = a whole number
shape-flag = true or false
shape-date = a date
shape-moment = a point in time
shape-list = a list
shape-texts = a list of texts
shape-table = a table
shape-tables = a list of tables
shape-quantity = a quantity with unit, source and grade
shape-shares = shares with unit, source and grade

# Files
fault-no-scenario = No scenario was named.
fault-file-not-found = The file { $path } does not exist.
fault-file-is-folder = { $path } is a folder, no scenario file.
fault-file-no-file = { $path } is no ordinary file.
fault-file-too-large = The file { $path } is too large: { $bytes } bytes, and no more than { $most } bytes are read.
fault-file-not-allowed = The file { $path } may not be read.
fault-file-unreadable = The file { $path } cannot be read (the system says: { $reason }).
fault-file-not-text = The file { $path } is no readable text.

# Syntax
found-nothing = nothing, or only spaces
fault-syntax-no-value = There is no value after the equals sign.
fault-syntax-no-equals = A key with an equals sign and a value belongs here; found: { $found }
fault-syntax-unclosed = A bracket or brace is not closed.
fault-syntax-no-comma = A comma is missing between two values.
fault-syntax-extra-comma = There is a comma too many.
fault-syntax-no-quotes = Text without quotes: { $found }
fault-syntax-bad-number = This number cannot be read: { $found }
fault-syntax-bad-flag = Write true and false in small letters; found: { $found }
fault-syntax-bad-date = This date does not exist or cannot be read: { $found }
fault-syntax-bad-text = A text is not closed or holds a character that it cannot hold.
fault-syntax-bad-key = This cannot be a key: { $found }
fault-syntax-bad-character = There is a character that does not belong in a text file.
fault-syntax-other = This is no valid TOML; found: { $found }
fault-duplicate-key = The key { $key } stands here for the second time.
fault-too-deep = More than { $most } brackets are nested.
fault-long-key = This key has more than { $most } parts with points between them.
fault-no-equals-in-setting = --set takes KEY=VALUE; found: { $text }

# What a file is
fault-format-version = This file is of version { $found }; this program reads version { $supported }.
fault-other-kind = A file with kind = "{ $expected }" belongs here.
fault-not-in-world = { $key } cannot stand in a world.
fault-not-in-child = { $key } can only stand in a scenario without extends: all arms share one horizon and one set of worlds.
fault-not-at-prompt = { $key } cannot be set with --set.
fault-policy-in-world = { $key } is a choice of the municipality and cannot stand in a world.
fault-circular-parents = The chain of extends goes round: { $chain }
fault-long-chain = The chain of extends is longer than { $most } files.
fault-other-root = This scenario descends from { $root }, the first one from { $expected }.

# Keys and words
fault-unknown-key = Unknown key: { $key }
fault-missing-keys = { $count ->
    [one] This key is missing: { $keys }
   *[other] These { $count } keys are missing: { $keys }
}
fault-missing-keys-within = { $count ->
    [one] Missing in { $within }: { $keys }
   *[other] Missing in { $within }: { $keys }
}
fault-wrong-type = { $key } takes { $expected }; found: { $found }
fault-bare-number = { $key } is a number only. Its unit, source and grade are missing.
fault-decimal-comma = This number is written the Dutch way: { $text }
fault-quoted-number = This number stands between quotes: { $text }
fault-unknown-kind = Unknown kind of file: { $found }. It can be: { $options }
fault-unknown-grade = Unknown grade: { $found }. It can be: { $options }
fault-unknown-prior = Unknown prior: { $found }. It can be: { $options }
fault-bad-text = { $key } must be a text of one line, 1 to { $most } characters, without invisible characters.
fault-bad-name = A name has 1 to { $most } lower-case letters, digits and hyphens; found: { $name }
fault-too-many = Too many in { $what }: { $found }, and at most { $most } are possible.
fault-duplicate-name = The name { $name } is there twice.

# Numbers
fault-not-finite = { $key } is no ordinary number: { $text }
fault-out-of-bounds = { $key } is { $found }{ $unit } and must lie between { $low } and { $high }.
fault-not-whole = { $key } must be a whole number; found: { $found }
fault-must-be-fixed = { $key } must be one fixed number and cannot be given by { $statement }.
fault-wrong-unit = { $key } has the unit "{ $found }" and must have "{ $expected }".
fault-no-statement = { $key } does not say which number it is. Give one of: { $options }
fault-two-statements = { $key } is given twice: by { $first } and by { $second }.
fault-unsuitable-statement = { $key } cannot be given by { $statement }.
fault-low-high = { $key } is out of order: low { $low }, likely { $likely }, high { $high }. Needed is low <= likely <= high, and low < high.
fault-seen-of = { $key } cannot be: { $seen } counted of { $of }.
fault-seen-of-all-or-none = { $key } cannot be with prior "none": { $seen } counted of { $of }. Use "jeffreys" or "uniform".
fault-not-positive = { $key } must be greater than 0; found: { $found }
fault-impossible = { $key } cannot be: with mean { $mean } no spread of { $sd } fits within the bounds of this quantity.
fault-quantile-names = { $key } needs exactly two quantiles, from p01 to p99; found: { $found }
fault-quantile-order = { $key } is out of order: { $low } and { $high }.
fault-law = { $key } makes no distribution ({ $error }).
fault-mean-above-most = A mean of { $mean } conversations cannot be when there are { $most } at most (conversations.most_needed).

# Shares
fault-shares-sum = { $key } adds up to { $sum } and must be 1.
fault-parts-missing = { $missing-count ->
    [one] A part is missing in { $key }: { $missing }
   *[other] Parts are missing in { $key }: { $missing }
}
fault-parts-unknown = { $unknown-count ->
    [one] A part does not belong in { $key }: { $unknown }
   *[other] Parts do not belong in { $key }: { $unknown }
}
fault-parts = In { $key } { $missing-count ->
    [one] is missing
   *[other] are missing
} { $missing }, and { $unknown-count ->
    [one] does
   *[other] do
} not belong: { $unknown }
fault-part-count = { $key } has { $found } parts; it must have 1 to { $most }.

# Correlations
fault-correlation-unknown = The correlation names a quantity that is not there: { $with }
fault-correlation-fixed = { $key } is one fixed number and can go together with nothing.
fault-correlation-circle = The correlations go round: { $keys }

# Dates
fault-date-out-of-range = { $key } lies outside the years 1990 to 2200: { $found }
fault-end-before-start = The horizon from { $start } to { $end } holds no whole week.
fault-long-horizon = A horizon of { $years } years is too long; { $most } years at most.
fault-years-or-end = Give the length of the horizon by time.years or by time.end: exactly one of the two.
fault-empty-period = The period { $name } holds no Monday of the forecast. Leave it out or choose another first day.
fault-reserved-name = A period cannot be called { $name }: results call all periods together so.
fault-period-order = A period begins on { $from }. The first begins no later than the start and each one after the one before, here { $before }.
fault-after-horizon = { $key } is { $date }. That is after the last week of the horizon, that of { $end }.
fault-before-start = The change of { $key } on { $date } lies before the first day, { $first }.
fault-exit-before-start = The provider stops on { $exit }, but begins on { $start } only.
fault-duplicate-change = { $key } changes twice on { $from }.
fault-not-dated = { $key } cannot change on a date.

# Providers, ceilings, what was registered
fault-payment = Provider { $provider } has no fitting combination of hours and money: { $given }
fault-payment-none = Provider { $provider } has neither hours nor money.
fault-budget-indexed = Provider { $provider } has a budget. Say with budget_indexed whether it follows the index: true or false.
fault-unknown-need = The need { $found } is not in needs.shares. There are: { $needs }
fault-unknown-provider = No scenario has { $found }.
fault-registered-sum = { $seen } young people were seen, but the outcomes add up to { $sum }.
fault-unknown-period = No period is called { $found }.
fault-ceiling-broken = Ceiling { $ceiling } of { $limit } euros is exceeded in { $year } by { $over } euros: { $sum } = { $total } euros a year, without index and at the likeliest values.

# Doubts
warning-changes-nothing = { $key } changes nothing: { $place } says the same.
warning-hidden-by-worlds = { $key } has no effect: every world replaces this value.
warning-hidden-by-changes = { $key } has hardly any effect: from { $from } on a change of an earlier file holds.
warning-change-after-horizon = { $key } changes on { $date }, after the last week of the horizon ({ $end }). That has no effect.
warning-no-such-provider = No scenario in this run has a provider { $provider }; the value is not used.
warning-not-read-for-provider = { $key } is not used: that provider is paid in another way.
warning-ceiling-without-provider = The ceiling names a provider that is not there: { $provider }.
warning-wish-above-budget = Provider { $provider } asks for { $wish } hours a week, but at the likeliest price the budget buys { $affordable } hours.
warning-not-read-when-registered = { $key } is not used: the registered young people are replayed.
warning-expertise-unneeded = No young person has need { $need }; this expertise is not used.
warning-need-without-provider = No provider takes young people with need { $need }.
warning-thousands-point = { $text } is read as { $read }. If { $meant } is meant, write it without the point.
warning-unread = { $key } is not used, because { $because } is 0.

# sim show
show-scenario = Scenario { $name }: { $title }
show-question = Question: { $purpose }
show-world = Under world { $name }: { $title }
show-from = from { $date }
show-source = source: { $source }
show-parent = in the parent: { $value } ({ $place })
show-own = in the scenario itself: { $value } ({ $place })
show-in-world = under world { $world }: { $value } ({ $place })
show-prompt = set with --set
show-grade-measured = measured
show-grade-derived = derived
show-grade-assumed = assumed
show-grade-conflicting = sources conflict
show-grade-unknown = unknown
show-band = (mean { $mean }; nine times in ten between { $low } and { $high })
