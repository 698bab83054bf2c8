# `sim sensitivity`: what moves the answer most.

sensitivity-title = What matters most?
sensitivity-basis-compared = This is an estimate from { $replications } of ‘{ $arm }’, compared with the base (‘{ $base }’), over the whole period. Assumptions: { $world }. Net saving is avoided cost less cost. Each figure below changes one quantity; all others stay as uncertain as they are. Low is P10 and high is P90: in 2 of 20 cases a quantity lies below low, and in 2 of 20 above high.
sensitivity-basis-single = This is an estimate from { $replications } of ‘{ $arm }’, over the whole period. Assumptions: { $world }. Net saving is avoided cost less cost. Each figure below changes one quantity; all others stay as uncertain as they are. Low is P10 and high is P90: in 2 of 20 cases a quantity lies below low, and in 2 of 20 above high.
sensitivity-net-first = For the net saving ‘{ $what }’ matters most. If it is low ({ $low }), the net saving is expected to be { $at-low }. If it is high ({ $high }), { $at-high }.
sensitivity-net-next = Next come: { $next }.
sensitivity-net-none = With this number of replications no quantity can be said to matter for the net saving.
sensitivity-wait-first = For the wait ‘{ $what }’ matters most. If it is low ({ $low }), the difference in wait is expected to be { $at-low } weeks. If it is high ({ $high }), { $at-high } weeks. A minus means a shorter wait.
sensitivity-wait-single = For the wait ‘{ $what }’ matters most. If it is low ({ $low }), the wait is expected to be { $at-low } weeks. If it is high ({ $high }), { $at-high } weeks.
sensitivity-wait-next = Next come: { $next }.
sensitivity-wait-none = With this number of replications no quantity can be said to matter for the wait.
sensitivity-stays-below = Even if this one quantity alone turns out well, the net saving is expected to stay below nought. That holds for every quantity in the table.
sensitivity-stays-above = Even if this one quantity alone turns out badly, the net saving is expected to stay above nought. That holds for every quantity in the table.
sensitivity-turns = There are quantities that by themselves bring the net saving from below nought to above it: { $what }.
sensitivity-luck = Of the spread in the net saving of one replication { $share } is chance: who comes, and how dear the care is that is avoided. Knowing more does not make that part smaller. All shares below are about the rest.
sensitivity-matters-caption = Share in the uncertainty about the net saving under ‘{ $world }’, in order of share and of how little we know
sensitivity-first = Alone
sensitivity-total = With interplay
sensitivity-heading-swings = From low to high
sensitivity-how = Every quantity goes from low to high while all others stay uncertain. Only quantities whose difference is larger than the error of calculation are listed.
sensitivity-caption-net = Net saving over the whole period under ‘{ $world }’ (× €1,000), with a quantity low or high
sensitivity-caption-net-extra = Difference in net saving from the base over the whole period under ‘{ $world }’ (× €1,000), with a quantity low or high
sensitivity-caption-wait = Mean wait in weeks under ‘{ $world }’, with a quantity low or high
sensitivity-caption-wait-extra = Difference in wait from the base in weeks under ‘{ $world }’, with a quantity low or high
sensitivity-p10 = Low
sensitivity-p90 = High
sensitivity-low = low
sensitivity-high = high
sensitivity-net-at-low = Net at low
sensitivity-net-at-high = Net at high
sensitivity-wait-at-low = Wait at low
sensitivity-wait-at-high = Wait at high
sensitivity-heading-themes = By theme
sensitivity-themes-how = ‘Alone’ is the part of the uncertainty that goes when you know this. ‘With interplay’ also counts what it does together with other quantities; these can add up to more than the whole. Behind ± stands the margin within which the share lies in 19 of 20 cases. The second column comes from { $pairs } pairs of points. Where a quantity is correlated with another, ‘Alone’ includes what they share, and ‘With interplay’ does not.
sensitivity-caption-themes = Share of each theme in the uncertainty under ‘{ $world }’
sensitivity-theme = Theme
sensitivity-first-net = Net, alone
sensitivity-total-net = Net, with interplay
sensitivity-first-wait = Wait, alone
sensitivity-total-wait = Wait, with interplay
sensitivity-cell = { $value }{"\u00A0"}±{"\u00A0"}{ $error }
sensitivity-chart-title = What changes the net saving most, under ‘{ $world }’
sensitivity-chart-text = A bar per quantity: from the net saving with the quantity low (P10) to the net saving with it high (P90), in thousands of euros. The longest bar is on top. Each end says which of the two it is, and the net saving. The line is the net saving that is expected now.
sensitivity-axis = net saving over the whole period (× €1,000)
sensitivity-series = from low to high
sensitivity-expected = expected now: { $value }
sensitivity-end-low = low { $value }
sensitivity-end-high = high { $value }

theme-people = who comes, and with what need
theme-work = hours of work and absence
theme-queue = waiting
theme-conversations = number of conversations
theme-outcome = how trajectories end
theme-avoided-care = avoided care
theme-money = prices
theme-providers = the providers

answer-part-of-shares = { $what }: { $part }

help-sensitivity-about = Finds what we do not know and matters most for net saving and wait
help-sensitivity-usage = sim sensitivity [OPTIONS] SCENARIO
help-sensitivity-examples =
    {"  "}sim sensitivity scenarios/third-provider.toml
    {"  "}sim sensitivity scenarios/third-provider.toml --world scenarios/worlds/evaluation.toml
