# What the answers to all questions share.

date = { $year }-{ $month }-{ $day }
answer-between = { $low } to { $high }
answer-about = about { $value }
answer-files = All figures and charts are in { $folder }: { $files }
answer-figures = All figures are in { $folder }: { $files }
part-provider = provider { $name }
part-of-provider = { $what } ({ $name })
key-conversations = number of conversations needed
key-inflow-measured_on = date of the measured inflow
key-attracted-need = need that the new expertise attracts
key-money-costs_indexed = whether costs rise with the index
provider-key-start = start date of a provider
provider-key-exit_on = end date of a provider
provider-key-expertise = expertise of a provider
provider-key-accepts_other_needs = whether a provider also takes other needs
provider-key-budget_indexed = whether the budget for a provider rises with the index
