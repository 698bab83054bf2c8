# `sim region`: one scenario in all municipalities of a made-up region.

region-title = One scenario in a whole region
region-basis = This is a forecast of ‘{ $title }’ in a made-up region of { $count } municipalities, out of { $replications } each. The smallest is { $smallest } times the size of the template, the largest { $largest } times. None of them exists. Assumptions, unless said otherwise: { $world }. In brackets stands the band from P10 to P90, which holds the outcome in 16 of 20 cases.
region-against = Everything is compared with the base (‘{ $base }’) in the same municipality, over the whole period.
region-alone = Everything is over the whole period.
region-shared = Inflow, GP practices, hours, persons, budgets and ceilings grow with the municipality. What nobody knows is the same in all municipalities; chance is of each its own.
region-sums = With this scenario, in all municipalities together, { $started } more young people are expected to have a first conversation{ $started_band } and { $positive } more to close positively{ $positive_band }. That is expected to cost { $cost } more{ $cost_band }. Avoided cost less cost is expected to change by { $net }{ $net_band }.
region-sums-alone = In all municipalities together, { $started } young people are expected to have a first conversation{ $started_band } and { $positive } to close positively{ $positive_band }. That is expected to cost { $cost }{ $cost_band }. Avoided cost less cost is expected to be { $net }{ $net_band }.
region-chance = The chance that this pays back for the region as a whole is { $chance }: in { $cases } of 20 cases.
region-chance-open = How likely it is that this pays back for the region as a whole cannot be said with so few replications.
region-heading-table = By world and by size
region-caption-worlds = All municipalities together in each world. Amounts × €1,000.
region-caption-sizes = By size, under ‘{ $world }’: the municipalities of a row together. The template is 1. Amounts × €1,000.
region-world = World
region-size = Size
region-count = Municipalities
region-cost = Cost
region-started = First conversation
region-positive = Positive
region-net = Net
region-band = P10 to P90
region-odds = Chance ≥ 0
region-file-sums = A row per municipality, for a spreadsheet: { $place }
region-file-municipality = Every municipality has a folder with its files and figures, such as { $place }
region-registered = This scenario counts young people who were registered. Those numbers belong to one municipality and do not grow. Take a scenario without [[registered]].
region-differs-unfinished = { $folder } holds results of another run, and the region there is not finished ({ $mark }): that run was stopped. Give that command once more to finish it, or replace everything with --force; another --out leaves it where it is.
region-differs = { $folder } holds results of another calculation. With --force they are replaced; with another --out they stay.
region-stopped = Stopped. { $done } of { $count } municipalities { $done ->
    [one] is
   *[other] are
} done and kept in { $folder }. The same command goes on with the rest.
region-unfinished = The region in { $folder } is not finished: municipalities of an earlier run may still stand beside new ones. It says so there too, in { $mark }.
region-unfinished-file = This region is not finished. Municipalities of different runs may stand here side by side; do not add them up. Give the same command once more: then it is finished and this file goes.
region-resumed = Going on where it was stopped. Done: { $done } of the { $count } municipalities.
region-at = Municipality { $name } ({ $size } times the template):
help-region-about = Works out one scenario in all municipalities of a made-up region
help-region-usage = sim region [OPTIONS] SCENARIO
help-region-examples =
    {"  "}sim region scenarios/third-provider.toml
    {"  "}sim region scenarios/more-hours.toml --municipalities 25 --seed 7
    {"  "}sim region scenarios/third-provider.toml --shard 1/4
help-option-municipalities = Number of municipalities; without this option 342
help-option-region-shard = Work out only part K of N of the municipalities; sim merge brings the parts together
merge-other-region = { $folder } belongs to a region of { $count } municipalities; the rest belongs to another.
merge-region-reports = { $options } cannot be had here: a region has no reports, only region.json and region.csv. For reports of one municipality give sim run the files in its folder scenarios.
merge-no-region = { $folder } is a part of a run and not of a region; those cannot be brought together.
