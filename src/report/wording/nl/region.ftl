# `sim region`: één scenario in alle gemeenten van een verzonnen streek.

region-title = Eén scenario in een hele streek
region-basis = Dit is een raming voor ‘{ $title }’ in een verzonnen streek van { $count } gemeenten, uit { $replications } per gemeente. De kleinste is { $smallest } keer zo groot als het voorbeeld, de grootste { $largest } keer. Het zijn geen bestaande gemeenten. Aannamen, tenzij er iets anders staat: { $world }. Tussen haakjes staat de band van P10 tot P90: daarbinnen ligt de uitkomst in 16 van de 20 gevallen.
region-against = Alles is ten opzichte van de basis (‘{ $base }’) in dezelfde gemeente, over de hele periode.
region-alone = Alles gaat over de hele periode.
region-shared = Instroom, huisartsenpraktijken, uren, personen, budgetten en plafonds groeien mee met de gemeente. Wat niemand weet, is in alle gemeenten hetzelfde; het toeval heeft elke gemeente voor zich.
region-sums = Met dit scenario krijgen in alle gemeenten samen naar verwachting { $started } jeugdigen meer een eerste gesprek{ $started_band } en zijn er { $positive } positieve afrondingen meer{ $positive_band }. Dat kost naar verwachting { $cost } meer{ $cost_band }. Vermeden kosten min kosten verandert naar verwachting met { $net }{ $net_band }.
region-sums-alone = In alle gemeenten samen krijgen naar verwachting { $started } jeugdigen een eerste gesprek{ $started_band } en zijn er { $positive } positieve afrondingen{ $positive_band }. Dat kost naar verwachting { $cost }{ $cost_band }. Vermeden kosten min kosten is naar verwachting { $net }{ $net_band }.
region-chance = De kans dat dit zich voor de streek als geheel terugverdient, is { $chance }: in { $cases } van de 20 gevallen.
region-chance-open = Hoe groot de kans is dat dit zich voor de streek als geheel terugverdient, is bij dit aantal herhalingen niet te zeggen.
region-heading-table = Per wereld en naar grootte
region-caption-worlds = Alle gemeenten samen onder elke wereld. Bedragen × € 1.000.
region-caption-sizes = Naar grootte, onder ‘{ $world }’: de gemeenten van een regel samen. Het voorbeeld is 1. Bedragen × € 1.000.
region-world = Wereld
region-size = Grootte
region-count = Gemeenten
region-cost = Kosten
region-started = Eerste gesprek
region-positive = Positief
region-net = Saldo
region-band = P10 tot P90
region-odds = Kans ≥ 0
region-file-sums = Een rij per gemeente, voor een rekenblad: { $place }
region-file-municipality = Elke gemeente heeft een map met haar bestanden en cijfers, zoals { $place }
region-registered = Dit scenario telt jeugdigen die geregistreerd zijn. Die aantallen horen bij één gemeente en groeien niet mee. Neem een scenario zonder [[registered]].
region-differs-unfinished = In { $folder } staan resultaten van een andere berekening, en de streek daar is niet af ({ $mark }): die berekening is gestopt. Geef die opdracht nog eens om haar af te maken, of vervang alles met --force; met een andere --out blijft het staan.
region-differs = In { $folder } staan resultaten van een andere berekening. Met --force worden ze vervangen; met een andere --out blijven ze staan.
region-stopped = Gestopt. { $done } van de { $count } gemeenten { $done ->
    [one] is
   *[other] zijn
} klaar en bewaard in { $folder }. Dezelfde opdracht gaat verder met de rest.
region-unfinished = De streek in { $folder } is niet af: gemeenten van een eerdere berekening kunnen er nog naast nieuwe staan. Dat staat daar ook, in { $mark }.
region-unfinished-file = Deze streek is niet af. Gemeenten van verschillende berekeningen kunnen hier door elkaar staan; tel ze niet op. Geef dezelfde opdracht nog eens: dan wordt zij afgemaakt en verdwijnt dit bestand.
region-resumed = Verder waar eerder is gestopt. Al klaar: { $done } van de { $count } gemeenten.
region-at = Gemeente { $name } ({ $size } keer het voorbeeld):
help-region-about = Rekent één scenario door in alle gemeenten van een verzonnen streek
help-region-usage = sim region [OPTIES] SCENARIO
help-region-examples =
    {"  "}sim region scenarios/third-provider.toml
    {"  "}sim region scenarios/more-hours.toml --municipalities 25 --seed 7
    {"  "}sim region scenarios/third-provider.toml --shard 1/4
help-option-municipalities = Aantal gemeenten; zonder deze optie 342
help-option-region-shard = Reken alleen deel K van N van de gemeenten; sim merge voegt de delen samen
merge-other-region = { $folder } hoort bij een streek van { $count } gemeenten; de rest hoort bij een andere.
merge-region-reports = { $options } gaat hier niet: een streek heeft geen rapporten, alleen region.json en region.csv. Rapporten van één gemeente krijgt u met sim run op de bestanden in haar map scenarios.
merge-no-region = { $folder } is een deel van een berekening en niet van een streek; die zijn niet samen te voegen.
