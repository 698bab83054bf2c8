# What the workbook for finance says. Names of sheets have at most 31 characters.

sheet-guide = Reading guide
sheet-guide-title = Bands of the projection
sheet-guide-about = Figures for the financial adviser. All of it is a projection: how it may go, with how sure that is.
sheet-extra = Difference from the base
sheet-extra-title = Difference from the base, per budget year
sheet-extra-about = What the scenario costs and yields more or less than the base, per world, with the band from P10 to P90.
sheet-bands = By scenario
sheet-bands-title = Each scenario by itself, per budget year
sheet-bands-about = Cost, avoided cost and net saving of each scenario itself, per world, with the band from P10 to P90.
sheet-odds = Chances
sheet-odds-title = Chances
sheet-odds-about = The chance that the net saving is not negative, and that hours are short.
sheet-break-even = Break-even
sheet-break-even-title = The share at which it pays back
sheet-break-even-about = Which share of the positive closures must really avoid maatwerk for the cost to be met.
sheet-charts = Charts
sheet-charts-title = Charts
sheet-charts-about = Each chart belongs to a table on another sheet; that of the chances to the small table below it.
sheet-ceilings = Ceilings
sheet-ceilings-title = Ceilings, and the year in which they break
sheet-ceilings-about = The chance that the cost stays within the ceiling, and the chance that a year is the first to exceed it.
sheet-index = Index and volume
sheet-index-title = What is index and what is volume?
sheet-index-about = Volume is the amount at the prices of the start of the projection. Index is what rising prices add to it.
sheet-table-3 = Reconciliation table 3
sheet-table-3-title = Reconciliation with table 3 of the evaluation
sheet-table-3-about = Table 3 built again by formula, to the cent. The yellow cells are the figures of the evaluation.
sheet-own = Own assumptions
sheet-own-title = Calculate with assumptions of your own
sheet-own-about = Type in the yellow cells. Net saving and break-even follow.
sheet-assumptions = Assumptions
sheet-assumptions-title = All assumptions
sheet-assumptions-about = Every value that went in, with its unit, source and grade. What matters most comes first.

column-scenario = Scenario
column-world = World
column-amount = Amount
column-year = Year
column-period = Period
column-expected = Expected
column-p10 = P10
column-p50 = P50
column-p90 = P90
column-error = Error of the calculation
column-error-index = Error of the index part
column-chance-of = Chance that …
column-chance = Chance
column-method = Method
column-break-even = Break-even share
column-ceiling = Ceiling
column-limit = Limit per year
column-limit-indexed = Follows the index
column-within = Chance: within the ceiling
column-first-break = Chance: first year above it
column-likeliest = Likeliest first year
column-volume = Volume
column-index = Index
column-nominal = Together (nominal)
column-change-volume = Change by volume
column-change-index = Change by index
column-change = Change together
column-difference = Difference
column-what = What
column-unit = Unit
column-grade = How sure
column-on-net = Share in net saving
column-on-wait = Share in wait
column-source = Source
column-from = From
column-holds-in = Holds in
column-key = Key
column-place = Stands in

scenario-itself = { $scenario }
scenario-extra = { $scenario }, difference from the base
word-yes = yes
word-no = no
holds-all-worlds = all worlds
holds-all-arms = all scenarios, { $worlds }

guide-scenario = Scenario
guide-question = Question
guide-base = Base
guide-leading-world = Leading world
guide-world = Another world
guide-years = Years
guide-from-to = { $from } up to and including { $to }
guide-replications = Replications
guide-seed = Seed
guide-version = Made with
guide-sheets = What stands where
guide-how = How to read the figures
guide-how-lines =
    Expected is the mean of all replications. In 16 of 20 cases (80%) the outcome lies between P10 and P90; in 10 of 20 (50%) it lies below P50.
    P10 and P90 of years cannot be added up: a bad year does not always come with another bad year. The total therefore has a band of its own. Expected amounts can be added up.
    The error of the calculation says how exact the calculation is, not how uncertain the future is. A difference smaller than twice the error says nothing.
    A world is a set of assumptions that nobody chooses. Always compare scenarios under the same world.
    The difference from the base is worked out replication by replication, over the same young people. That makes it more exact than the difference of two bands.
    Avoided cost falls in the months over which that care would have run. What falls behind the last year does not count.
    Nominal is in euros of the year itself. Discounted is without index, at the discount rate that stands among the assumptions.
    A dash means: not defined. Yellow cells may be changed; everything that depends on them follows.
guide-booking = What can be booked
guide-booking-lines =
    Cost: book it nominal. The band shows by how much it may differ.
    Avoided cost: enter it pro memorie. Which share of the positive closures really avoids maatwerk has never been measured.
    Cashable saving counts only what really leaves the budget. That share is an assumption too.
    The distance from P10 to expected belongs among the risks.

odds-net = the net saving is not negative
odds-net-extra = the net saving is no worse than in the base
odds-cashable = the cashable saving is not negative
odds-cashable-extra = the cashable saving is no worse than in the base
odds-bound = in more than half of the weeks somebody waits for want of hours
break-even-how = Above 100% it does not pay back, even if every positive closure avoids maatwerk. Below 0% it always does. P10 and P90 are over the assumptions.
method-real = with relapse and lighter cases
method-evaluation = the evaluation's method: average cost
method-assumed = no break-even, but the share that is assumed here

ceiling-all-years = all years
ceiling-never = never breaks

index-method = For avoided cost, index is all that makes an average trajectory dearer. For cost it is the announced index, with the settlement when that is corrected.

table-3-source = Source: { $source }. p is the number of positive closures, q the average cost of a trajectory.
table-3-line = Line
table-3-2020-2021 = Oct 2020 – Dec 2021
table-3-2022 = 2022
table-3-total = total
table-3-rebuilt = Rebuilt: { $period }
table-3-printed = Printed: { $period }
table-3-difference = Difference: { $period }
table-3-row-positive = Positive closures (p)
table-3-row-unrounded = Average cost, four decimals (gives the printed product to the cent)
table-3-row-average = Average cost of a trajectory (q); total: mean of the two periods
table-3-row-avoided = Avoided cost (p × q); total: sum of the periods
table-3-row-cost = Cost of the POJ
table-3-row-net = Net saving
table-3-row-break-even = Break-even: cost divided by avoided cost
table-3-reconciles = All of it reconciles, to the cent.
table-3-deviates = It reconciles no longer: a yellow cell was changed.
table-3-hidden = What the column of totals does not show
table-3-weighted = Average cost, weighted by closures
table-3-product = p × q of the column of totals as printed
table-3-unexplained = Difference from the printed avoided cost: q is not weighted there
table-3-rise = Rise in avoided cost between the periods
table-3-rise-volume = Of which by more closures (volume)
table-3-rise-price = Of which by a higher q (price)
table-3-simulated = What this run gives for the pilot, under ‘{ $world }’
table-3-of-run = From this run
table-3-of-source = As printed

own-method = Method: avoided cost by the evaluation's method × your share × your q ÷ q of the scenario. So the index is kept. The money counts in the year of the closure.
own-inputs = Begins so that the total equals the projection under the leading world. The share is lower than on the sheet Assumptions: lighter cases, relapse, other referrers and what falls after the last period are in it already.
own-share = Share of the positive closures that avoids an average trajectory
own-cost-average = Average cost of a trajectory (q), prices of { $year }
own-cost-average-first = Average cost of a trajectory (q), first value; later ones keep their proportion
own-cashable-share = Share of the avoided cost that leaves the budget
own-scenario-average = q of the scenario, prices of { $year }
own-scenario-average-first = q of the scenario, first value
own-answer-net = Net saving over all years
own-answer-share = Break-even: at this share the net saving is nought
own-answer-average = Break-even: at this q the net saving is nought, with your share
own-pays = pays back in these years
own-pays-not = does not pay back in these years
own-positive = Positive closures
own-cost = Cost
own-if-all = Avoided cost, the evaluation's method
own-avoided = Avoided cost, your assumptions
own-net = Net saving
own-cumulated = Net saving added up
own-cashable = Cashable saving
own-curve-share = Share that avoids maatwerk
own-curve-net = Net saving over all years
own-wrong-title = Not possible here
own-input-title = Your assumption
own-share-wrong = Type a share from 0% up to and including 100%.
own-cost-wrong = Type an amount in euros from 0 up to and including 1,000,000.
own-name-share = own_share
own-name-cost-average = own_q
own-name-cashable = own_cashable

assumptions-impact = Share is the part of the uncertainty of ‘{ $scenario }’ under ‘{ $world }’ that would go if this value were known. Empty: known, or not uncertain in that world.

chart-axis-eur = Euros
chart-axis-chance = Chance
chart-ceiling = { $scenario }: ceiling ‘{ $ceiling }’ most likely breaks for the first time in: { $year }
chart-index = { $scenario }: { $amount } in { $year }: { $value } is index
chart-own = Net saving at every share that avoids maatwerk, with your q
chart-net-extra-alt = Line chart, per year: difference in net saving of ‘{ $scenario }’ from the base, under ‘{ $world }’. In total { $value } expected, in 16 of 20 cases { $low } to { $high }.
chart-net = Net saving of ‘{ $scenario }’: { $value } expected in total ({ $low } to { $high })
chart-net-extra = { $scenario }: net saving against the base { $value } expected in total ({ $low } to { $high })
chart-net-alt = Line chart, per year: net saving of ‘{ $scenario }’ under ‘{ $world }’. In total { $value } expected, in 16 of 20 cases { $low } to { $high }.
chart-cost = { $scenario }: against a cost of { $cost } stands an expected avoided cost of { $avoided }
chart-cost-extra = { $scenario }: against an extra cost of { $cost } stands an expected extra avoided cost of { $avoided }
chart-cost-alt = Column chart, per year: cost and avoided cost of ‘{ $scenario }’ under ‘{ $world }’. In total { $cost } and { $avoided } expected.
chart-cost-extra-alt = Column chart, per year: extra cost and extra avoided cost of ‘{ $scenario }’ under ‘{ $world }’. In total { $cost } and { $avoided } expected.
chart-odds = { $scenario }: the chance that it pays back is { $low } to { $high }, by world
chart-odds-alt = Column chart: per world the chance that the net saving of ‘{ $scenario }’ over all years is not negative, from { $low } to { $high }. The figures stand in the small table below the charts.
chart-ceiling-alt = Column chart, per year: the chance that ‘{ $scenario }’ stays within ceiling ‘{ $ceiling }’ under ‘{ $world }’, and the chance that it breaks for the first time in that year. The likeliest: { $year }.
chart-index-alt = Stacked column chart, per year: { $amount } of ‘{ $scenario }’ under ‘{ $world }’, parted into volume and index. In { $year } the index is { $value } expected.
chart-own-alt = Line chart: net saving of ‘{ $scenario }’ over all years at a share from 0% up to and including 100%. Where the line meets nought lies the break-even share.
