# `sim monitor`: when real data will tell.

monitor-title = When shall we know?
monitor-basis-worlds = The question is when real figures tell whether ‘{ $arm }’ pays back beside the base (‘{ $base }’). Paying back means: avoided cost less cost over the whole period is expected to be no worse than in the base. This is an estimate from { $replications }; every world weighs the same. We conclude when the chance of being right is { $bound } or more, and look { $months } months ahead.
monitor-basis = The question is when real figures tell whether ‘{ $arm }’ pays back beside the base (‘{ $base }’). Paying back means: avoided cost less cost over the whole period is expected to be no worse than in the base. This is an estimate from { $replications }. We conclude when the chance of being right is { $bound } or more, and look { $months } months ahead.
monitor-five = The five items that are registered every quarter are: inflow by referrer, conversations per trajectory, kind of need, kind of help, and closures and referrals.
monitor-prior = With what we know now the chance that ‘{ $arm }’ pays back is { $chance }: { $cases } of 20 cases.
monitor-prior-worlds = All worlds weigh the same in it. That is why it is another chance than the one above.
monitor-unsupported = When real figures tell cannot be said exactly enough with this number of replications.
monitor-known-pays = You need not register for that: under these assumptions it is certain enough now that ‘{ $arm }’ pays back. Registering may show that these assumptions do not hold. Leave out --world for that; then all worlds are laid side by side.
monitor-known-not = You need not register for that: under these assumptions it is certain enough now that ‘{ $arm }’ does not pay back. Registering may show that these assumptions do not hold. Leave out --world for that; then all worlds are laid side by side.
monitor-way-five = With only the five items there is a conclusion within this period in { $cases } of 20 cases ({ $chance }). On average that takes at least { $months } months.
monitor-way-relapse = If it is also registered who comes back within a year, there is a conclusion in { $cases } of 20 cases ({ $chance }). On average that takes at least { $months } months.
monitor-way-avoided = If moreover it is registered of every positive closure whether maatwerk was really avoided, there is a conclusion in { $cases } of 20 cases ({ $chance }). On average that takes at least { $months } months.
monitor-way-never = In this way there is hardly ever a conclusion: in { $cases } of 20 cases ({ $chance }). What decides is not registered.
monitor-wrong = Of those conclusions { $chance } are wrong ({ $cases } of 20).
monitor-never-pays = If it does pay back, this hardly ever shows: what decides that is not registered.
monitor-never-not = If it does not pay back, this hardly ever shows: what decides that is not registered.
monitor-pays-found = If it does pay back, this shows in { $cases } of 20 cases ({ $chance }).
monitor-heading-rules = A stop rule in plain words
monitor-rule-why = There are expected to be { $closed } positive closures in this period, of which { $followed } have been followed for a year. Really avoided means: without the POJ maatwerk would have followed, and the young person did not come back within a year. For this rule every share is as likely as any other beforehand; for all else every world weighs the same. Agree beforehand when to stop:
monitor-rule-both = Follow { $followed } positive closures for a year. If maatwerk was really avoided with { $to } of them or fewer, stop. If with { $from } or more, go on. In between, keep registering.
monitor-rule-pays = Follow { $followed } positive closures for a year. If maatwerk was really avoided with { $from } of them or more, go on. If with fewer, keep registering; no number is low enough to stop.
monitor-rule-not = Follow { $followed } positive closures for a year. If maatwerk was really avoided with { $to } of them or fewer, stop. If with more, keep registering; no number is high enough to be sure that it pays back.
monitor-rule-none = Following { $followed } positive closures is not enough to stop or to go on.
monitor-rule-limits = Stopping means here: for the money. The chance that this decision is right is then { $bound } or more. Shorter waits and more young people helped may be a reason to go on all the same.
monitor-heading-months = After how many months is there a conclusion?
monitor-caption = How often there is a conclusion after so many months, with a chance of at least { $bound } of being right
monitor-months = Months
monitor-head-five = Five items
monitor-head-relapse = Also who comes back
monitor-head-avoided = Also what was really avoided
monitor-how = Every possible future was taken for true in turn. What would then have been registered every quarter was compared with all others. A cleverer way to calculate may conclude sooner, so this is on the cautious side. But it supposes that one of the worlds holds: in the world of the evaluation nobody comes back, so that one return already tells much. A closure counts a year later for who comes back and for what was really avoided.
monitor-chart-title = How often there is a conclusion with a chance of at least { $bound } of being right
monitor-chart-text = To the right the months since the beginning, upwards the share of the cases in which there is a conclusion. A line per way of registering.
monitor-axis = share with a conclusion
monitor-nothing-to-conclude = there is nothing to follow: this is the base itself. Name a scenario that builds on it, for example scenarios/third-provider.toml.

usage-not-a-bound = { $option } wants a chance from 0.51 to 0.99, with a point; "{ $value }" is not one.

help-monitor-about = Tells when real figures show whether a scenario pays back, and when to stop
help-monitor-usage = sim monitor [OPTIONS] SCENARIO
help-monitor-examples =
    {"  "}sim monitor scenarios/third-provider.toml
    {"  "}sim monitor scenarios/third-provider.toml --bound 0.8 --closures 60
help-option-bound = The chance at which a conclusion is drawn, from 0.51 to 0.99 (otherwise 0.9)
