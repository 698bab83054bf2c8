# What the answers to all questions share.

date = { $day }-{ $month }-{ $year }
answer-between = { $low } tot { $high }
answer-about = ongeveer { $value }
answer-files = Alle cijfers en grafieken staan in { $folder }: { $files }
answer-figures = Alle cijfers staan in { $folder }: { $files }
part-provider = aanbieder { $name }
part-of-provider = { $what } ({ $name })
key-conversations = aantal gesprekken dat nodig is
key-inflow-measured_on = datum van de gemeten instroom
key-attracted-need = hulpvraag die de nieuwe expertise aantrekt
key-money-costs_indexed = of de kosten met de index stijgen
provider-key-start = begindatum van een aanbieder
provider-key-exit_on = einddatum van een aanbieder
provider-key-expertise = expertise van een aanbieder
provider-key-accepts_other_needs = of een aanbieder ook andere hulpvragen neemt
provider-key-budget_indexed = of het budget voor een aanbieder met de index stijgt
