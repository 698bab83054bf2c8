# What the council reads of the questions that were asked along with a run, in plain English.

council-about-first = What follows is about ‘{ $title }’.

# When real data will tell.
council-monitor-now = With what we know now, this pays for itself in { $cases } of 20 cases ({ $chance }).
council-monitor-worlds = All worlds weigh the same in that. That is why this chance differs from the one above.
council-monitor-known-pays = So it is certain enough by now that this pays for itself. Keeping figures may still show that the assumptions are wrong.
council-monitor-known-not = So it is certain enough by now that this does not pay for itself. Keeping figures may still show that the assumptions are wrong.
council-monitor-five = Suppose that every quarter we keep five things: who refers, how many conversations there are, what the question is, which help follows and how it ends. And suppose that we also keep who comes back within a year.
council-monitor-bound = We only conclude when the chance that the conclusion is right is { $bound } or more.
council-monitor-relapse = Then there is a conclusion within this period in { $cases } of 20 cases ({ $chance }).
council-monitor-months = That takes at least { $months } months on average.
council-monitor-wrong = Of those conclusions { $chance } are wrong, so { $cases } of 20.
council-monitor-wrong-open = How often such a conclusion is wrong cannot be told with this number of replications.
council-monitor-without = If we do not keep who comes back, there is a conclusion in { $cases } of 20 cases ({ $chance }).
council-monitor-avoided = If we also record whether maatwerk was really avoided, that is so in { $cases } of 20 cases ({ $chance }).
council-monitor-title = Who also keeps returns will know within this period in { $cases } of 20 cases ({ $chance })
council-monitor-rule = Agree now on when you will stop or go on. It can be done so:
council-monitor-no-rule = With as few closures as can be followed in this period there is no rule for stopping or going on.
council-monitor-rule-limits = To stop means here: to stop for the money. Shorter waits and more young people helped may be reasons to go on.

# What to find out first.
council-value-why = What is best found out first?
council-value-avoided = Follow { $closures } positive closures for a year, and record whether maatwerk was really avoided.
council-value-relapse = Follow { $closures } positive closures for a year, and record who comes back.
council-value-quantity = Find out: { $what }.
council-value-worth = That is expected to be worth { $value } a year.
council-value-means = By so much the choice turns out better on average, because we then choose well more often. What finding out costs is not taken off.
council-value-nothing = Of nothing can it be shown that finding it out is worth something for this choice. There may be other reasons to keep figures.
council-value-title = Following whether maatwerk was really avoided is expected to be worth { $value } a year
council-value-limits = Every world weighs the same in this. Read the amounts as an order of magnitude.

# What matters most.
council-sensitivity-first = This changes the balance most: { $what }. If that is low ({ $low }), the balance is expected to be { $at-low }. If it is high ({ $high }), it is { $at-high }.
council-sensitivity-means = Low means: in 2 of 20 cases it is lower still. High means: in 2 of 20 cases it is higher still.
council-sensitivity-title = What changes it most: { $what }, from { $at-low } to { $at-high }
council-sensitivity-data = The balance over the whole period (× €1,000) when an item is low or high. Expected now: { $expected }.

# Which option is best.
section-compared = Which option is best?
council-compare-title = For the money ‘{ $title }’ is best in { $cases } of 20 cases ({ $chance })
council-compare-text = Twenty dots for twenty cases. Filled are the cases in which ‘{ $title }’ is best: { $cases } of 20 ({ $chance }).
council-compare-filled = this is best
council-compare-open = something else is best
council-compare-data = How often each option is best
council-compare-other-money = Note: the options do not cost the same. So look at the cost in the table too.
council-compare-caption = Each option beside the base. Missed is what you lose on average if you choose this and something else turns out better.

# The best use of an amount.
section-best-use = What is the best use of the money?
council-budget-how = { $tried } options were worked out, all with the same young people.
council-budget-title = Option { $best } gives the highest balance, option { $shortest } the shortest wait
council-budget-title-same = Option { $best } gives the highest balance and the shortest wait
council-budget-what = What you buy
council-budget-caption-data = The figures of this chart, by option
council-budget-caption = The options in the chart: what you buy and what it brings compared with now

# Where it pays back.
council-break-even-found = It pays back in { $chance } of the cases if this share is { $value }
council-break-even-never = At no share is the chance of paying back { $chance } or more
council-break-even-always = At every share the chance of paying back is more than { $chance }
council-break-even-open = At which share the chance of paying back is { $chance } cannot be told with this number of replications
council-break-even-line = { $chance } of the cases
council-break-even-axis = share that really avoids maatwerk (when a GP refers)
council-break-even-data = The chance of paying back, at every share. Behind ± is the calculation error. The straight line is at { $chance }. Balance × €1,000.
