# `sim backtest`: a forecast of what is past, held against what happened.

backtest-title = What would this forecast have said about what is past?
backtest-basis = ‘{ $arm }’ was simulated forward with only what was known before { $period }: { $replications }. Counted in draws of equal weight, their number after learning is { $effective }. Then the forecast for { $period } was held against what happened.
backtest-within = Of the { $all } figures { $inside } lay in the band from P10 to P90, and { $edge } in that from P5 to P95. A figure should lie in P10 to P90 in 16 of 20 cases (80%), in P5 to P95 in 18 of 20 (90%).
backtest-inside = { $name }: forecast { $middle } ({ $low } to { $high }), it became { $happened }. That lies in the band.
backtest-edge = { $name }: forecast { $middle } ({ $low } to { $high }), it became { $happened }. That lies just outside the band, but still between P5 and P95.
backtest-outside = { $name }: forecast { $middle } ({ $low } to { $high }), it became { $happened }. That lies outside P5 to P95: a miss.
backtest-heading-figures = Forecast and happened
backtest-caption = What was forecast for { $period }, and what happened
backtest-what = What
backtest-low = P10
backtest-middle = P50
backtest-high = P90
backtest-happened = Happened
backtest-forecast = Forecast, P10 to P90
backtest-heading-scores = How good was the forecast?
backtest-scores-caption = Place in the forecast (PIT) and distance (CRPS), each with its computing error
backtest-pit = Place
backtest-error = Error
backtest-crps = Distance
backtest-naive = Without model
backtest-scores-text = Place is the share of the forecast that lay below what happened; 50% is the middle of the band. Distance is how far off the whole forecast was, in the unit of the figure: less is better. Without model is how far off you were when you had expected as much per month as in the period before. If the distance is smaller, the model adds something.
backtest-heading-meaning = What does a miss mean?
backtest-one-year = This is one period with a few figures that hang together. All right does not prove that the model is right, and one miss not that it is wrong. Read it like this:
backtest-not-knowable = The average cost of a trajectory went from { $known } to { $became } ({ $rise } more). Nobody could know that beforehand, and it is not in the forecast. So the avoided cost and the net result can miss while the numbers are right.
backtest-known-price = The line with the cost per trajectory that was known beforehand shows what is left when that rise of the price is taken away.
backtest-grants = The grant of later was not known beforehand either. The forecast keeps it the same, so that the cost has no band and another amount is always a miss.
backtest-leaks = Not everything is really forgotten: the ranges of the conversations and the shares of the referrers come from figures over the whole pilot. For those figures the test is too mild.
backtest-model = If more young people came than was forecast, demand grew faster than the assumptions on growth and awareness allow. Widen those before you forecast further.
backtest-chart-title = The forecast as a share of what happened
backtest-chart-text = Per figure a bar from P10 to P90 of the forecast, as a share of what happened: 100% is exactly right. Beside the bar stands P50.
backtest-axis = forecast divided by what happened
help-backtest-about = Forecasts a period that is past from the periods before it, and holds that against what happened
help-argument-backtest = Scenario file with [[registered]] (otherwise scenarios/pilot-forward.toml)
help-backtest-usage = sim backtest [OPTIONS] [SCENARIO]
help-backtest-examples =
    {"  "}sim backtest
    {"  "}sim backtest scenarios/pilot-forward.toml --replications 200000
