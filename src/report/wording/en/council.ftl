# The summary for the municipal council, in plain English: short sentences, common words, a number beside every likelihood.

fewer-than-fewest = fewer than 5
less-than-fewest-below = more than −5

# The opening.
council-title = Summary for the municipal council: { $titles }
council-opening = This is a projection for { $span }. A projection is a calculation with assumptions. Things may turn out differently.
council-opening-pilot = This is a recalculation of { $span }.
council-compared = We compare with the base: { $base }.
council-world = We use the assumptions of ‘{ $world }’, unless something else is said.
council-bands = Between brackets stands a band: in 16 of 20 cases the outcome lies within it.
council-terms = POJ stands for praktijkondersteuner jeugd, a youth mental-health support worker. They help a young person in a few conversations. Maatwerk is heavier youth care, which the municipality awards and pays per young person. We do not show numbers below five.

# What is proposed and what it costs.
section-proposal = What is proposed, and what does it cost?
section-proposal-single = What is this about, and what does it cost?
council-question = { $title }. The question is: { $purpose }
council-cost-up = Over the whole period this is expected to cost { $value } more{ $band }.
council-cost-down = Over the whole period this is expected to cost { $value } less{ $band }.
council-cost-equal = This costs nothing extra.

# How many are helped, and how much sooner.
section-help = How many more young people are helped, and how much sooner?
section-help-single = How many young people are helped, and how soon?
council-within-norm = Today { $before } are expected to start within the norm for the wait. With this scenario it is { $after }.
council-shortage-hours = Today there are mainly too few hours, not too few referrals. In { $cases } of 20 cases ({ $chance }) somebody waits in most weeks because no hours are free.
council-shortage-referrals = Today there are mainly too few referrals, not too few hours. In { $cases } of 20 cases ({ $chance }) somebody waits in most weeks because no hours are free.
council-shortage-open = Are there too few hours today, or too few referrals? We do not know. In { $cases } of 20 cases ({ $chance }) somebody waits in most weeks because no hours are free.
council-saving-or-wait = A shorter wait is a gain for young people. It is not yet a saving. The next two questions are about that.

# The share that is needed.
section-needed = What share must really avoid maatwerk?
council-avoidance-why = A positive closure means: the young person was helped and needs no more. That only saves money if this young person would otherwise have had maatwerk. The limit is the share of the positive closures at which that is just enough to earn the cost back.

# The chance of paying back.
section-payback = How likely is it to pay for itself?
council-dots-title = It pays for itself in { $cases } of 20 cases ({ $chance })
council-dots-title-cheaper = It does not turn out worse than the base in { $cases } of 20 cases ({ $chance })
council-dots-text = Twenty dots for twenty cases. Filled are the cases in which this pays for itself: { $cases } of 20 ({ $chance }).
council-dots-text-cheaper = Twenty dots for twenty cases. Filled are the cases in which this does not turn out worse than the base: { $cases } of 20 ({ $chance }).
council-dots-filled = it pays for itself
council-dots-filled-cheaper = not worse than the base
council-dots-open = it does not pay for itself
council-dots-open-cheaper = worse than the base
council-dots-data = The chance under each set of assumptions
council-dots-chance = Chance
council-cases = in { $cases } of 20 cases ({ $chance })

# The wait list.
section-queue = How long is the wait list?
council-queue = The line is the number that we expect. The coloured area is the band.
council-queue-shorter = At the end of { $year } we expect { $after } young people to be waiting, instead of { $before }
council-queue-longer = At the end of { $year } we expect { $after } young people to be waiting, instead of { $before }
council-queue-equal = The wait list does not change
council-queue-unclear = Whether the wait list at the end of { $year } changes cannot be told from this number of replications
council-queue-single = At the end of { $year } we expect { $value } young people to be waiting
council-queue-several = The wait list, today and with each proposal
council-queue-text = The number of young people who wait for a first conversation at the end of each week. Each line has its name beside it. Numbers below five are covered.
council-queue-axis = young people waiting, by week
council-queue-data = Young people waiting at the end of the week
council-week = Week of

# Where young people go.
section-flows = Where do young people go?
council-flows-more = We expect { $after } young people to close positively, instead of { $before }
council-flows-fewer = We expect { $after } young people to close positively, instead of { $before }
council-flows-equal = The number of positive closures does not change
council-flows-unclear = Whether more young people close positively cannot be told from this number of replications
council-flows-single = We expect { $value } young people to close positively
council-flows-several = The way of young people, today and with each proposal
council-flows-text = Lying bars: how many young people are referred, how many start, and how it ends for them. The number stands beside each bar.
council-flows-axis = young people in the whole period
council-flows-data = Young people in the whole period, with the band. Rounding can make a difference of 1
council-what = What
flow-referred = referred to the POJ
flow-started = had a first conversation
flow-positive = closed positively
flow-escalated = after conversations on to specialised care
flow-dropped-out = stopped of their own accord
flow-unknown = ending not known
flow-left = to specialised care while waiting
flow-recovered = recovered while waiting
flow-waiting = still waiting at the end

# Euros per year.
section-years = What does it mean per budget year?
council-years-less = { $title }: in every year the cost is expected to be higher than the avoided cost
council-years-more = { $title }: in every year the avoided cost is expected to be higher than the cost
council-years-mixed = { $title }: cost and avoided cost by year
council-years-text = Standing bars by year: the avoided cost of maatwerk beside the cost of the POJ. The stroke in each bar is the band.
council-years-axis = × €1,000 per year
council-years-cost = cost of the POJ
council-years-cost-extra = extra cost of the POJ
council-years-avoided = avoided cost of maatwerk
council-years-avoided-extra = extra avoided cost of maatwerk
council-years-data = Cost and avoided cost by year. Amounts ×{"\u00A0"}€1,000.

# Specialised care.
section-specialist = Do more young people go to specialised care?
council-specialist-why = There are two sides. Whoever talks with more young people also finds more who need heavier care: then this number rises. Who waits for a shorter time looks for other care less often: then it falls.
council-specialist-unclear = The projection shows no clear difference{ $band }.
council-specialist-data = Young people who start specialised care, in the whole period, with the band. Rounding can make a difference of 1
council-difference = Difference
council-band = Band
council-chance = Chance that the balance is not negative
council-closed-elsewhere = How often trajectories elsewhere were closed without a referral
route-poj = after conversations with the POJ
route-queue = while waiting for the POJ
route-huisarts = directly by a GP who does not know the POJ
route-all = together

# Starts by referrer.
section-referrers = Who refers to specialised care?
council-referrers = These are the two graphs of the evaluation, continued. By month the numbers are too small to show, so we add them up by quarter. Mind: whoever goes to heavier care through the POJ counts for the municipality. The share of the municipality does not tell everything.
council-starts-title = { $title }: who starts specialised care each quarter, by referrer
council-starts-text = Two lines: the number of young people expected to start each quarter through the municipality, and through a GP.
council-starts-axis = young people per quarter
council-starts-data = Young people expected to start specialised care, by quarter
council-quarter = Quarter from
referrer-municipality = municipality
referrer-huisarts = GP
council-share-title = We expect the share of the municipality to be { $after }; in the base it is { $before }
council-share-single = We expect the share of the municipality to be { $value }
council-share-several = In the base we expect the share of the municipality to be { $value }
council-share-text = One line per proposal: which share of the young people start specialised care through the municipality, by quarter.
council-share-axis = share of the municipality
council-share-data = Share of the municipality in those who start specialised care, by quarter

# What we do not know.
section-unknowns-council = What do we not know that matters?
council-unknown-first = This matters most and is known least: { $what }.
council-unknown-data = How much each unknown adds to the uncertainty, under ‘{ $world }’

# Choices.
section-choices = Which assumptions are a choice?
council-choices = This is what the proposal itself chooses. In the base it is different:
council-choice = { $what }: { $value }
council-choice-world = The assumptions were chosen as well. This summary uses ‘{ $world }’. These are the worlds that were calculated:
council-world-about = { $title }. { $purpose }.

# What could go wrong.
section-risks = What could go wrong?
risk-net = In 2 of 20 cases the balance turns out worse than { $low }.
risk-net-extra = In 2 of 20 cases the difference in balance from the base turns out worse than { $low }.
risk-world = Under ‘{ $world }’ we expect a balance of { $value }.
risk-world-extra = Under ‘{ $world }’ we expect a difference in balance from the base of { $value }.
risk-queue = In 2 of 20 cases more than { $high } young people are waiting at the end of { $year }.
risk-model = The model itself may miss something. It uses the data of one pilot of a little over two years.

# When real data will tell.
section-monitoring = When do we know whether it works?
council-register = We only get to know if this is recorded from the first day:
register-maatwerk = whether a young person gets maatwerk after all within a year of a positive closure. This number decides whether there is a saving.
register-wait = how many weeks each young person waits for the first conversation. Only this shows whether the wait list gets shorter.
register-hours = how many hours a conversation takes, the work around it included. This decides whether there are too few hours.
register-referrers = who refers a young person, and how it ends. This shows whether more go to specialised care.
council-luck = Do not look at one year alone: of the spread in the balance of { $year }, { $share } is chance.
council-register-when = After how many months the figures say enough was not worked out here. That is a calculation of its own. Ask for it where this summary was made.

# How the calculation works.
section-method = How does the calculation work?
method-young-people = The computer makes up a possible future { $replications } times. In each future young people are referred, a different number every week. Each young person gets a need, a number of conversations and a possible ending. That is done by lot, with the chances from the sources. They are no real young people.
method-weeks = Then we play each future, week by week. Providers have a number of hours. Illness, leave and consultation are taken off. Who waits longest comes first; who has priority goes before. Some young people who wait get better by themselves; others go to specialised care. Each proposal gets exactly the same young people; where a provider with a new expertise comes in, it may draw young people who would not have been referred otherwise. So a difference comes from the proposal and not from chance.
method-unknown = Many numbers are not known exactly. Then the computer draws the number itself as well, between limits that fit the source. That is why the outcome is a band and not one number.
method-saving = Avoided cost is the cost of maatwerk that is expected not to be needed. Only the share of the positive closures that really avoids maatwerk counts. Light cases cost less, and some young people come back. The balance is avoided cost less cost.
method-not = The model says nothing about any one young person. It uses no personal data, and it decides nothing.

# How exact it is.
section-exactness = How sure is the calculation itself?
council-exact = We drew lots { $replications } times. Because of that every number has a small error.
council-exact-not = With so few replications the error cannot be estimated.
council-exact-net = The error in the balance of { $value } is { $error }.
council-exact-net-extra = The error in the difference in balance of { $value } is { $error }.
council-exact-chance = The error in the chance of { $chance } is { $error } percentage points.
council-exact-small = That is small beside the band. So calculating more often hardly makes the projection surer. Measuring does.
council-repeat = With seed { $seed } the computer gives exactly these figures again.

# Sources.
section-sources = Appendix: all assumptions and their sources
council-sources = E is the evaluation of the pilot, V is the proposal to the college; the number behind it is the line. Measured was counted in a source. Derived was calculated from that. Assumed is a choice or an estimate. Unknown means: it is needed and nobody has it.
council-sources-data = All assumptions under ‘{ $world }’: what we expect, and the band
council-value = Value
council-only-in = { $what } (only: { $arms })
council-ceiling-of = ceiling ‘{ $name }’
council-provider-of = { $what } (‘{ $name }’)
council-from-date = from { $date }
council-many-parts = a distribution; see resolved.toml
unit-none = { $value }{ $band }
unit-youths-per-year = { $value } per year{ $band }
unit-share-per-year = { $value } per year{ $band }
unit-hours = { $value } hours{ $band }
unit-hours-per-week = { $value } hours per week{ $band }
unit-weeks = { $value } weeks{ $band }
unit-weeks-per-year = { $value } weeks per year{ $band }
unit-per-week = chance per week: { $value }{ $band }
unit-per-year = chance per year: { $value }{ $band }
unit-conversations = { $value } conversations{ $band }
unit-log-odds = { $value } on the scale of log-odds{ $band }
unit-log-odds-per-week = { $value } per week on the scale of log-odds{ $band }
unit-eur-per-hour = { $value } per hour{ $band }
unit-eur-per-year = { $value } per year{ $band }

# The page itself.
page-skip = To the contents
page-contents = Contents
page-data = The figures of this chart
page-made = Made with sim. Every figure on this page stands in summary.json.
