# `sim score`: whether an archived forecast comes true.

score-title = Does the forecast come true?
score-example = This is an example (ex.). The registrations are made up and say nothing about Overbetuwe.
score-example-mark = Example:
score-example-row = ex.
score-basis = { $quarters ->
    [one] The forecast ‘{ $arm }’ (assumptions: ‘{ $world }’, { $replications }) is held against the registration of 1 quarter: { $last }.
   *[other] The forecast ‘{ $arm }’ (assumptions: ‘{ $world }’, { $replications }) is held against the registrations of { $quarters } quarters, up to { $last }.
}
score-other-needs = The forecast does not know these needs, so that they do not count: { $needs }.
score-fits = The forecast need not be revised. If it is right, what is registered is at least as far off as now in { $cases } of 20 cases ({ $chance }).
score-revise = The forecast must be revised. If it is right, what is registered is as far off as now in only { $cases } of 20 cases ({ $chance }).
score-since = That first showed on { $day }.
score-once = On { $day } revising seemed needed; with what was registered since, it is no more.
score-close = That is so near the rule that the error can turn the verdict: use more replications (--replications).
score-far = The difference is mostly here, all registered quarters together:
score-more = more than forecast: { $what }, { $registered } against { $between } (P10 to P90)
score-fewer = fewer than forecast: { $what }, { $registered } against { $between } (P10 to P90)
score-rule = The rule: revise at { $threshold } or less. Who looks every quarter until the forecast ends is wrongly told to revise a right forecast in { $cases } of 20 cases ({ $chance }). All figures count together, and only where at least five are expected: one small number never decides.
score-coverage = Of { $figures } registered figures { $inner } lie between P10 and P90; with a right forecast that is about { $expected_inner }. Between P5 and P95 lie { $outer }; { $expected_outer } are to be expected.
score-heading-so-far = All registered quarters together
score-so-far-caption = Registered against forecast, summed over the registered quarters
score-so-far-note = ‘Off’ is how far off the forecast was, its uncertainty taken into account (CRPS): in young people, conversations or trajectories. Lower is better. Numbers below five are not told; where only one part is so small, the next is not told either.
score-heading-quarters = By quarter
score-quarters-caption = Registered, and in brackets the forecast from P10 to P90
score-heading-history = What was known when
score-history-caption = Every day on which something was registered or corrected, with what was known then
score-cell = { $registered } ({ $between })
score-withheld = not told
score-not-registered = not registered
score-within = within P10–P90
score-edge = within P5–P95
score-outside = outside
score-verdict-keep = fits
score-verdict-revise = revise
score-column-what = What
score-column-registered = Registered
score-column-expected = Forecast
score-column-band = P10 to P90
score-column-within = Lies
score-column-crps = Off
score-column-quarter = Quarter
score-column-day = Known on
score-column-quarters = Quarters
score-column-figures = Figures
score-column-inner = In P10–P90
score-column-share = Chance of so far
score-column-verdict = Verdict
score-count-referred = young people referred
score-count-conversations = conversations
score-count-positive = closed positively
score-count-escalated = referred on
score-count-dropped-out = broken off
score-count-unknown = outcome unknown
score-count-by-screener = referred by a screener
score-count-by-huisarts = referred by a GP
score-count-by-smw = referred by school social work
score-count-by-consulent = referred by a youth and family consultant
score-count-by-other = referred by others
score-count-need = need { $need }
score-chart-referred = Young people referred by quarter: registered and forecast
score-chart-conversations = Conversations by quarter: registered and forecast
score-chart-positive = Trajectories closed positively by quarter: registered and forecast
score-chart-text = To the right the quarters. The bands are the forecast: from P10 to P90, and lighter from P5 to P95. The line within is its middle. The other line is what was counted and registered.
score-line-forecast = forecast
score-line-registered = counted

score-next = How to learn from these registrations: sim calibrate SCENARIO --ledger { $folder }
score-next-example = Example: this is how one would learn from real registrations: sim calibrate SCENARIO --ledger { $folder }
score-nothing = there is no forecast to judge in { $folder }.
score-skipped = Not judged: { $folder }. { $why }
score-why-unreadable = These are no readable results.
score-why-not-carried-out = This forecast is not about what was carried out ({ $carried_out }), but about { $arms }.
score-why-other = The forecast cannot be worked out again exactly with this version and these files. Run it again with sim run.
score-why-no-quarter = No registered quarter lies in the period of the forecast.
help-score-about = Holds earlier forecasts against what was registered, and says whether they need revising
help-score-usage = sim score [OPTIONS] [FOLDER]
help-score-examples =
    {"  "}sim score --ledger registratie/voorbeeld
    {"  "}sim score results --ledger registratie/voorbeeld --learn scenarios/baseline.toml
help-argument-score = Folder of results (results unless given)
help-option-ledger = Folder of registrations (registratie unless given)
help-option-learn = Afterwards learn from the same registrations, as sim calibrate SCENARIO --ledger FOLDER
