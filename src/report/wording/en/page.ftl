# What a run tells: the terminal page and the reports that follow from it.
# A figure is never written here; it arrives formatted. "20 cases" and "P10", "P90" are the only digits.

replications-count = { $count } { $count-count ->
    [one] replication
   *[other] replications
}
years-count = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

# The opening.
page-question = Question: { $purpose }
page-question-of = { $title }. Question: { $purpose }
page-basis-compared = This is a projection for { $span }, from { $replications }. Differences are from the base: { $base }. Assumptions, unless stated otherwise: { $world }.
page-basis-single = This is a projection for { $span }, from { $replications }. Assumptions, unless stated otherwise: { $world }.
page-basis-pilot = This is a recalculation of { $span }, from { $replications }. Assumptions, unless stated otherwise: { $world }.
span-several = { $from } up to and including { $to }
span-one = { $from }
page-bands = In brackets stands the band from P10 to P90: the outcome lies within it in 16 of 20 cases.

# A band behind a value; left out when it has no width.
cases-few = fewer than 1
cases-many = more than 19
band-behind = ({ $low } to { $high })
at-most-few = at most 4
side-more = { $value } more
side-fewer = { $value } fewer
side-dearer = { $value } more
side-cheaper = { $value } less
side-better = { $value } better
side-worse = { $value } worse
side-sooner = { $value } sooner
side-later = { $value } later

# The answer.
section-answer = The answer
section-answer-of = The answer: { $title }
shortage-hours = At present hours are short rather than referrals: in { $cases } of 20 cases ({ $chance }) somebody waits for want of hours in more than half of the weeks.
shortage-referrals = At present referrals are short rather than hours: in { $cases } of 20 cases ({ $chance }) somebody waits for want of hours in more than half of the weeks.
shortage-open = Whether hours or referrals are short at present cannot be said with what we know: in { $cases } of 20 cases ({ $chance }) somebody waits for want of hours in more than half of the weeks, in the other cases not.
shortage-unsupported = Whether hours or referrals are short at present cannot be said with this number of replications.
shortage-used = Of the available hours { $value } is at present expected to be in use{ $band }.
shortage-after = With this scenario that is so in { $cases } of 20 cases ({ $chance }).

youths-up = With this scenario { $value } more { $value-count ->
    [one] young person is
   *[other] young people are
} expected to have a first conversation over the whole period{ $band }.
youths-down = With this scenario { $value } fewer { $value-count ->
    [one] young person is
   *[other] young people are
} expected to have a first conversation over the whole period{ $band }.
youths-equal = The number of young people with a first conversation does not change.
youths-hardly = The number of young people with a first conversation is expected to change hardly at all.
youths-unclear = Whether more or fewer young people have a first conversation cannot be said with this number of replications.
positive-up = The number of positive closures is expected to rise by { $value }{ $band }.
positive-down = The number of positive closures is expected to fall by { $value }{ $band }.
positive-equal = The number of positive closures does not change.
positive-hardly = The number of positive closures is expected to change hardly at all.
positive-unclear = Whether there are more or fewer positive closures cannot be said with this number of replications.
cost-up = That is expected to cost { $value } more{ $band }.
cost-down = That is expected to cost { $value } less{ $band }.
cost-equal = That costs nothing extra.
cost-hardly = That is expected to cost almost the same.
cost-unclear = Whether that costs more or less cannot be said with this number of replications.
cost-each-extra = Per extra young person with a first conversation that is { $each }.
provider-hours = Provider ‘{ $provider }’ is then expected to work { $value } hours a week{ $band }.
specialist-up = The number of young people who start specialised care is expected to rise by { $value }{ $band }.
specialist-down = The number of young people who start specialised care is expected to fall by { $value }{ $band }.
specialist-equal = The number of young people who start specialised care does not change.
specialist-hardly = The number of young people who start specialised care is expected to change hardly at all.
specialist-unclear = Whether more or fewer young people start specialised care cannot be said with this number of replications.

single-youths = Over the whole period { $value } { $value-count ->
    [one] young person is
   *[other] young people are
} expected to have a first conversation{ $band }.
single-positive = Of the trajectories { $value } { $value-count ->
    [one] is
   *[other] are
} expected to close positively{ $band }.
single-escalated = After the conversations { $value } { $value-count ->
    [one] young person is
   *[other] young people are
} expected to go on to specialised care{ $band }.
single-cost = The POJ is expected to cost { $value }{ $band }.
single-cost-each = Per young person with a first conversation that is { $each }.
single-wait = A young person is expected to wait { $value } weeks for the first conversation{ $band }.
single-within-norm = An expected { $value } waits no longer than the norm{ $band }.

payback = The chance that this pays back within the period is { $chance }: in { $cases } of 20 cases.
payback-cheaper = The chance that avoided cost less cost turns out no worse than under the base is { $chance }: in { $cases } of 20 cases.
payback-unsupported = The chance that this pays back within the period cannot be given precisely enough with this number of replications.
payback-cashable = Only the part of the avoided cost that is really freed counts for the budget; with that it is { $cases } of 20 ({ $chance }).
payback-cashable-unsupported = Only the part of the avoided cost that is really freed counts for the budget; that chance cannot be given precisely enough with this number of replications.
net-better = Avoided cost less cost is expected to be { $value } better than under the base{ $band }.
net-worse = Avoided cost less cost is expected to be { $value } worse than under the base{ $band }.
net-equal = Avoided cost less cost does not change.
net-change-unclear = Whether avoided cost less cost turns out better or worse than under the base cannot be said with this number of replications.
net-single = Avoided cost less cost is expected to be { $value }{ $band }.
net-single-unclear = Whether avoided cost less cost ends above or below nought cannot be said with this number of replications.

wait-sooner = A young person is expected to have a first conversation { $value } weeks sooner{ $band }: after { $after } instead of { $before } weeks.
wait-later = A young person is expected to have a first conversation { $value } weeks later{ $band }: after { $after } instead of { $before } weeks.
wait-equal = The wait for the first conversation does not change.
wait-hardly = The wait for the first conversation is expected to change hardly at all.
wait-unclear = Whether the wait for the first conversation changes cannot be said with this number of replications.

ceiling-within = The chance that the ceiling ‘{ $name }’ of { $limit } a year holds in all years is { $chance }: in { $cases } of 20 cases.
ceiling-within-one = The chance that the ceiling ‘{ $name }’ of { $limit } a year holds is { $chance }: in { $cases } of 20 cases.
ceiling-first-break = Most often it is broken for the first time in { $year }: in { $cases } of 20 cases ({ $chance }).
ceiling-unsupported-one = The chance that the ceiling ‘{ $name }’ of { $limit } a year holds cannot be given precisely enough with this number of replications.
ceiling-unsupported = The chance that the ceiling ‘{ $name }’ of { $limit } a year holds in all years cannot be given precisely enough with this number of replications.

# The pilot.
section-pilot = Does the calculation reproduce table 3?
pilot-reconciles = Yes. Under the assumptions of ‘{ $world }’ every amount in table 3 of the evaluation is equal to the cent.
pilot-deviates = No. Under the assumptions of ‘{ $world }’ { $cells-count ->
    [one] { $cells } cell differs
   *[other] { $cells } cells differ
} from table 3 of the evaluation.
pilot-caption = Table 3 of the evaluation, recalculated
pilot-line = Line
pilot-period = Period
pilot-simulated = Calculated
pilot-printed = Printed
pilot-difference = Difference
pilot-positive = Closed positively (p)
pilot-average = Average cost (q)
pilot-avoided = Avoided cost (p × q)
pilot-cost = Cost of the POJ
pilot-net = Difference (‘profit’)
pilot-unrounded = In { $period } q before rounding is { $average }.
pilot-unweighted = The total shows the plain mean of the periods, { $unweighted }; weighted by positive closures it is { $weighted }. So calculate per period and then add up.

pilot-timing = In the tables below avoided maatwerk counts in the weeks in which it would have been given, and no longer after the last week. So the net may be lower there than in table 3.

# When it pays back.
section-break-even = When does it pay back?
section-break-even-of = When does it pay back? { $title }
break-even-why = A positive closure saves money only if the young person would otherwise really have had maatwerk, individually awarded care.
break-even-extra = For the extra cost to be met, that must hold for { $share } of the extra positive closures.
break-even-single = For the cost to be met, that must hold for { $share } of the positive closures.
break-even-never = Even if that holds for every positive closure the cost is not met.
break-even-doubtful = Even if that holds for every positive closure it is doubtful whether the cost is met.
break-even-free = This scenario costs no more than the base; there is nothing to pay back.
break-even-none = No positive closures are expected to be added, so there is nothing with which it can pay back.
break-even-cheaper = This scenario costs no more than the base and adds no positive closures; there is nothing to pay back.
break-even-unsupported = For what part that must hold cannot be given precisely enough with this number of replications.
break-even-evaluation = With the average cost of the evaluation, and without relapse, the limit is { $share }.
break-even-assumed = Here { $value } is assumed{ $band }; what it really is nobody has measured.
break-even-assumed-extra = Here it is expected to be { $share } of the extra positive closures. That is { $value }{ $band } when a GP refers and another share when others do, and who comes back does not count. What it really is nobody has measured.
break-even-assumed-single = Here it is expected to be { $share } of the positive closures. That is { $value }{ $band } when a GP refers and another share when others do, and who comes back does not count. What it really is nobody has measured.
break-even-assumed-huisarts = Here { $value } is assumed{ $band } when a GP refers and another share when others do, and who comes back does not count. What it really is nobody has measured.
findings-caption = For comparison: what is found elsewhere
findings-what = What
findings-value = Found
findings-source = Source
findings-one = { $value }
findings-interval = { $value } ({ $low } to { $high })
findings-range = { $low } to { $high }
findings-none = no clear difference
finding-evaluation-method = The evaluation's method: part that really avoids maatwerk (assumed, not measured)
finding-pilot-break-even = Limit for the whole pilot to pay back
finding-pilot-break-even-2022 = The same limit for the last year of the pilot alone
finding-use-ratio = Use of youth care with such a worker, divided by use without
finding-cpb-2020 = Use of youth care where such workers are paid for
finding-benchmark-2019 = Closed without referral: comparative study
finding-den-haag = Closed without referral: The Hague
finding-oost-gelre = Closed without referral: Oost Gelre
finding-rotterdam = Closed without referral: Rotterdam
finding-aef-2020 = Closed without referral: nationwide

# Per year.
section-bands = Per year, against the base
section-bands-of = Per year, against the base: { $title }
section-bands-single = Per year
table-per-year-extra = Difference from the base, under ‘{ $world }’. Amounts ×{"\u00A0"}€1,000. Net is avoided cost less cost.
table-per-year = Results under ‘{ $world }’. Amounts ×{"\u00A0"}€1,000. Net is avoided cost less cost.
table-net-by-world-extra = Difference in net per year under each world: expected, and P10 to P90. Amounts ×{"\u00A0"}€1,000.
table-net-by-world = Net per year under each world: expected, and P10 to P90. Amounts ×{"\u00A0"}€1,000.
table-worlds = The whole period, world beside world. A world is a set of assumptions that nobody chooses. Limit is the part of the positive closures that must really avoid maatwerk. Amounts ×{"\u00A0"}€1,000.
table-year = Year
table-total = total
table-world = World
table-world-title = { $title }
table-cost = Cost
table-cost-extra = Extra cost
table-started = First conversation
table-started-extra = Extra first conversation
table-positive = Closed positively
table-positive-extra = Extra positive
table-wait = Wait (weeks)
table-wait-sooner = Weeks sooner
table-net = Net
table-net-extra = Difference in net
table-band = P10 to P90
table-chance = Chance ≥ 0
table-payback = Pays back
table-break-even = Limit
table-not-worse = No worse
table-about-all = about 100%
table-above-all = above 100%
table-mean-and-band = { $value }{ $band }
table-cases = { $cases }{"\u00A0"}of{"\u00A0"}20 ({ $chance })

# What we do not know.
section-unknowns = What we do not know that matters
section-unknowns-of = What we do not know that matters: { $title }
unknowns-first = Whoever wants a sharper projection begins here: { $what }.
unknowns-unsupported = What matters most cannot be said with this number of replications.
unknowns-caption = Share of the uncertainty under ‘{ $world }’, ordered by the share of the net and by how little we know of it
unknowns-what = What
unknowns-on-net = Of net
unknowns-on-wait = Of wait
unknowns-grade = How sure
unknowns-where = Where it is set
grade-measured = measured
grade-derived = derived
grade-assumed = assumed
grade-conflicting = sources disagree
grade-unknown = unknown

# Doubts.
section-doubts = Mind
doubt-summarised = There are { $replications }, too many to keep them all. So the ends of the bands, such as P10 and P90, are approximate; for the net saving they are at most { $bound } off. Means and chances do count all replications.
doubt-few-replications = With { $replications } it cannot be said how precise the figures are.
doubt-avoidance = Which part of the positive closures really avoids maatwerk nobody has measured. So do not book a saving; mention it pro memoria.
doubt-shortage = { $arm }: it is not certain whether hours or referrals are short. Register the wait for the first conversation and the hours per conversation.
doubt-ceiling = { $arm }: the ceiling ‘{ $name }’ holds in all years in { $cases } of 20 cases ({ $chance }).
doubt-ceiling-unsupported = { $arm }: whether the ceiling ‘{ $name }’ holds in all years cannot be said with this number of replications.
doubt-part-period = { $year } is no whole year here: { $weeks-count ->
    [one] { $weeks } week counts
   *[other] { $weeks } weeks count
}. Do not compare its amounts and numbers with those of a whole year.
doubt-part-year = { $arm }: provider ‘{ $provider }’ starts in the course of { $year }, which therefore is no whole year.
doubt-not-reconciled = Under ‘{ $world }’ { $cells-count ->
    [one] { $cells } cell differs
   *[other] { $cells } cells differ
} from the printed table.

# The end.
section-files = Where things are
closing-exact-extra = Calculated with { $replications } and seed { $seed }. The calculation error in the difference in net of { $value } is { $error }.
closing-exact = Calculated with { $replications } and seed { $seed }. The calculation error in the net of { $value } is { $error }.
closing-exact-ends = In the ends of the band, P10 and P90, the calculation error is { $low } and { $high }.
closing-not-exact = Calculated with { $replications } and seed { $seed }; too few to estimate the calculation error.
closing-files = The files are in { $folder }:
closing-more = Would you also like to know when real figures will tell, what to find out first or what matters most? Then add --with, for example --with monitor,value,sensitivity or --with all.
file-answer = { $name }: the answer of { $command }, with its chart beside it
file-html = { $name }: the projection for the council, as a page for the browser
file-pdf = { $name }: the same projection, to keep or to print
file-xlsx = { $name }: the figures for finance, with formulas and charts
file-dutch-bands = { $name }: all bands for Excel with Dutch settings
file-summary = { $name }: every figure on this page, and all others
file-bands = { $name }: all bands in one table, for a spreadsheet
file-replications = { $name }: every replication, for your own analysis
file-rows = { $name }: a folder with the totals of every replication, for your own analysis
file-resolved = { $name }: every assumption with unit, source and grade
file-manifest = { $name }: what exactly was calculated with, to repeat it

# Only in the PDF: what was left out, and below every page
pdf-elsewhere =
    All assumptions with their sources are in samenvatting.html and in resolved.toml. The figures behind every chart are
    in samenvatting.html and in summary.json.
pdf-page-of = Page { $page } of { $pages }
