# `sim verify`: the checks of the model on a scenario, and how they ended.

verify-title = Does the model hold on this scenario?
verify-basis = These are checks on ‘{ $arm }’, under the assumptions ‘{ $world }’, with { $replications }. Variants of the scenario were run and compared: what is known to be equal must be equal.
verify-all-hold = All { $done } checks that apply to this scenario hold.
verify-some-fail = Of the { $done } checks that apply to this scenario { $fail } { $fail ->
    [one] does
   *[other] do
} not hold. Do not use the results of this scenario before that is understood.
verify-not-applicable = Not applicable to this scenario: { $count } { $count ->
    [one] check
   *[other] checks
}.
verify-fails = Does not hold: { $what }
verify-fails-named = Does not hold: { $what } It is about { $names }.
verify-elsewhere = These values change nothing in this scenario itself: { $names }. With more young people or other hours they do; so they are read.
verify-open = Whether these values are read cannot be told with this scenario: { $names }. Too few young people get their turn to see it, also when more come.
verify-group-inputs = Inputs
verify-group-flow = Young people and hours
verify-group-money = Money
verify-group-uncertainty = Uncertainty
verify-group-interface = Files and repeatability
verify-caption = What was found, and what is allowed
verify-check = Check
verify-figure = Found
verify-bound = Bound
verify-at-most = at most { $bound }
verify-at-least = at least { $bound }
verify-verdict = Verdict
verify-holds = holds
verify-does-not-hold = fails
verify-does-not-apply = n/a
help-verify-about = Checks the model on a scenario: over 60 checks, each with its figure
help-argument-verify = Scenario file (otherwise scenarios/third-provider.toml)
help-verify-usage = sim verify [OPTIONS] [SCENARIO]
help-verify-examples =
    {"  "}sim verify
    {"  "}sim verify my-scenario.toml --replications 4000
exit-check-failed = a check of sim verify does not hold

verify-inputs-known = A known value comes back exactly in every draw (largest deviation).
verify-inputs-means = The mean of every uncertain value is as declared (largest deviation, in standard errors of plain draws).
verify-inputs-spreads = The spread of every uncertain value is as declared (largest deviation, as a part).
verify-inputs-deciles = P10, P50 and P90 of every uncertain value are as declared (largest deviation in share).
verify-inputs-bounds = No draw falls outside the bounds of its key (number).
verify-inputs-wholes = Shares add up to one (largest deviation).
verify-inputs-parts = The mean of every uncertain share is as declared (largest deviation, in standard errors of plain draws).
verify-inputs-ranks = Values that go together do so as declared (largest deviation in rank correlation).
verify-inputs-urgent = The number of young people with priority fits its share (deviation in standard errors).
verify-inputs-weekly = The number of young people seen weekly fits its share (deviation in standard errors).
verify-inputs-needs = The number of young people with the first need fits its share (deviation in standard errors).
verify-inputs-conversations = The number of conversations needed fits its mean (deviation in standard errors).
verify-inputs-dead = Every value that is read moves some result (number of values that do nothing).
verify-flow-people = Whoever was referred has started, has left or waits: every week (largest difference).
verify-flow-trajectories = Whoever started has been closed or is still in a trajectory: every week (largest difference).
verify-flow-forward = What is counted since the first week never falls (number of times).
verify-flow-hours = Hours used never exceed hours available (most hours too many in a week).
verify-flow-conversations = Every conversation takes its hours (hours missing, summed from the first week on).
verify-flow-outcomes = The four outcomes add up to the trajectories that ended (largest difference).
verify-flow-providers = The hours of all providers add up to the total (largest difference).
verify-flow-routes = The three routes to specialised care add up to the total (largest difference).
verify-flow-little = The queue summed over weeks equals all weeks waited: Little’s law (largest difference in weeks).
verify-flow-more-hours = Half as many hours again make nobody wait longer, but for one per provider that had prepared something, where everybody has one conversation and nobody leaves (number of people).
verify-flow-endless-hours = With a thousand times the hours nobody waits (longest wait, or number waiting).
verify-flow-no-hours = Without hours nobody is helped and nothing avoided (largest number).
verify-flow-no-inflow = Without inflow there is nobody and nothing is avoided (largest number).
verify-flow-null-option = The base beside itself gives the same to the last bit (number of numbers that differ).
verify-flow-swap = Base and scenario swapped: the same numbers, so every difference turns its sign (number of numbers that differ).
verify-money-years = The years add up to the total (largest difference).
verify-money-net = Net saving is avoided cost less cost (largest difference in euros).
verify-money-evaluation = By the method of the evaluation too, net saving is avoided cost less cost (largest difference in euros).
verify-money-none-avoids = When nobody avoids maatwerk nothing is avoided (largest amount in euros).
verify-money-all-avoid = When every positive closure avoids maatwerk, all that can be avoided is (largest difference in euros).
verify-money-at-most-all = Never more is avoided than can be (most euros too many).
verify-money-all-cashable = When all of it can be cashed, the cashable saving is the net saving (largest difference in euros).
verify-money-nothing-cashable = When none of it can be cashed, only the cost is left (largest difference in euros).
verify-money-price = Double prices give double cost (largest deviation from twice).
verify-money-price-people = Double prices change nothing for the young people (number of numbers that differ).
verify-money-care = When maatwerk costs twice as much, twice as much is avoided (largest deviation from twice).
verify-money-index = Without index and discount the present value is the net saving (largest difference in euros).
verify-money-discount = At a discount of 100% each year counts half as much as the one before (largest difference in euros).
verify-money-start = One-off cost is counted once (largest difference in euros).
verify-money-standing = What the providers cost does not depend on the inflow (largest difference in euros).
verify-uncertainty-collapsed = Uncertainty of hardly any width gives the same as known values (largest deviation, as a part).
verify-uncertainty-independent = Two replications with the same values share no luck (correlation in standard errors).
verify-uncertainty-whole = Ignorance and luck add up to the whole variance (largest deviation).
verify-uncertainty-luck = The share of luck equals that of a second computation (largest difference).
verify-uncertainty-error = Another seed gives the same means within the stated error (largest difference, in standard errors).
verify-uncertainty-order = Higher percentiles are never lower (number of times).
verify-uncertainty-shared-luck = Shared luck makes the difference in net saving more precise (how many times smaller the variance becomes).
verify-uncertainty-new-quantity = One more uncertain value moves no other draw (number that move).
verify-uncertainty-new-arm = One more scenario changes nothing in the base (number of numbers that differ).
verify-uncertainty-new-world = More worlds change nothing in this one (number of numbers that differ).
verify-uncertainty-longer = More replications leave the first ones as they are (number of numbers that differ).
verify-interface-threads = 1, 2 and 8 threads give the same (number of numbers that differ).
verify-interface-again = The same seed gives the same again (number of numbers that differ).
verify-interface-seed = Another seed gives something else (share of replications that differ).
verify-interface-watched = Watched week by week a replication is the same as in the run (number of numbers that differ).
verify-interface-figures = Every figure on the page is in summary.json with the same value (number missing).
verify-interface-languages = The Dutch and the English page tell the same figures (number of differences).
verify-interface-bytes = The same outcome written again gives the same bytes (number that differ).
verify-interface-finite = Every number in summary.json is finite or empty (number that is not).
verify-interface-setting = A value set with --set arrives and changes no other (number of faults).
