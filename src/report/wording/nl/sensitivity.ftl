# `sim sensitivity`: what moves the answer most.

sensitivity-title = Wat maakt het meest uit?
sensitivity-basis-compared = Dit is een raming uit { $replications } van ‘{ $arm }’, vergeleken met de basis (‘{ $base }’), over de hele periode. Aannamen: { $world }. Saldo is vermeden kosten min kosten. Bij elk getal hieronder verandert één gegeven; al het andere blijft zo onzeker als het is. Laag is P10 en hoog is P90: in 2 van de 20 gevallen ligt een gegeven lager dan laag, en in 2 van de 20 hoger dan hoog.
sensitivity-basis-single = Dit is een raming uit { $replications } van ‘{ $arm }’, over de hele periode. Aannamen: { $world }. Saldo is vermeden kosten min kosten. Bij elk getal hieronder verandert één gegeven; al het andere blijft zo onzeker als het is. Laag is P10 en hoog is P90: in 2 van de 20 gevallen ligt een gegeven lager dan laag, en in 2 van de 20 hoger dan hoog.
sensitivity-net-first = Voor het saldo maakt ‘{ $what }’ het meest uit. Is dat laag ({ $low }), dan is het saldo naar verwachting { $at-low }. Is dat hoog ({ $high }), dan is het { $at-high }.
sensitivity-net-next = Daarna volgen: { $next }.
sensitivity-net-none = Bij dit aantal herhalingen is van geen enkel gegeven te zeggen dat het uitmaakt voor het saldo.
sensitivity-wait-first = Voor de wachttijd maakt ‘{ $what }’ het meest uit. Is dat laag ({ $low }), dan is het verschil in wachttijd naar verwachting { $at-low } weken. Is dat hoog ({ $high }), dan is het { $at-high } weken. Een min betekent: korter wachten.
sensitivity-wait-single = Voor de wachttijd maakt ‘{ $what }’ het meest uit. Is dat laag ({ $low }), dan is de wachttijd naar verwachting { $at-low } weken. Is dat hoog ({ $high }), dan is zij { $at-high } weken.
sensitivity-wait-next = Daarna volgen: { $next }.
sensitivity-wait-none = Bij dit aantal herhalingen is van geen enkel gegeven te zeggen dat het uitmaakt voor de wachttijd.
sensitivity-stays-below = Ook als alleen dit ene gegeven meevalt, blijft het saldo naar verwachting onder nul. Dat geldt voor elk gegeven in de tabel.
sensitivity-stays-above = Ook als alleen dit ene gegeven tegenvalt, blijft het saldo naar verwachting boven nul. Dat geldt voor elk gegeven in de tabel.
sensitivity-turns = Er zijn gegevens die alleen al het saldo van onder naar boven nul brengen: { $what }.
sensitivity-luck = Van de spreiding in het saldo van één herhaling is { $share } toeval: wie zich meldt, en hoe duur de zorg is die wordt voorkomen. Dat deel wordt niet kleiner door meer te weten. Alle aandelen hieronder gaan over de rest.
sensitivity-matters-caption = Aandeel in de onzekerheid over het saldo onder ‘{ $world }’, geordend naar aandeel en naar hoe weinig we ervan weten
sensitivity-first = Alleen
sensitivity-total = Met samenhang
sensitivity-heading-swings = Van laag naar hoog
sensitivity-how = Elk gegeven gaat van laag naar hoog, terwijl al het andere onzeker blijft. Alleen gegevens waarvan het verschil groter is dan de rekenfout staan erbij.
sensitivity-caption-net = Saldo in de hele periode onder ‘{ $world }’ (× € 1.000), als een gegeven laag of hoog is
sensitivity-caption-net-extra = Verschil in saldo met de basis in de hele periode onder ‘{ $world }’ (× € 1.000), als een gegeven laag of hoog is
sensitivity-caption-wait = Gemiddelde wachttijd in weken onder ‘{ $world }’, als een gegeven laag of hoog is
sensitivity-caption-wait-extra = Verschil in wachttijd met de basis in weken onder ‘{ $world }’, als een gegeven laag of hoog is
sensitivity-p10 = Laag
sensitivity-p90 = Hoog
sensitivity-low = laag
sensitivity-high = hoog
sensitivity-net-at-low = Saldo bij laag
sensitivity-net-at-high = Saldo bij hoog
sensitivity-wait-at-low = Wachttijd bij laag
sensitivity-wait-at-high = Wachttijd bij hoog
sensitivity-heading-themes = Per onderwerp
sensitivity-themes-how = ‘Alleen’ is het deel van de onzekerheid dat verdwijnt als u dit weet. ‘Met samenhang’ telt ook mee wat het samen met andere gegevens doet; opgeteld kan dat meer dan het geheel zijn. Achter ± staat de marge waarbinnen het aandeel in 19 van de 20 gevallen ligt. De tweede kolom komt uit { $pairs } paren van punten. Hangt een gegeven samen met een ander, dan telt bij ‘Alleen’ ook mee wat zij delen, en bij ‘Met samenhang’ niet.
sensitivity-caption-themes = Aandeel van elk onderwerp in de onzekerheid onder ‘{ $world }’
sensitivity-theme = Onderwerp
sensitivity-first-net = Saldo, alleen
sensitivity-total-net = Saldo, met samenhang
sensitivity-first-wait = Wachttijd, alleen
sensitivity-total-wait = Wachttijd, met samenhang
sensitivity-cell = { $value }{"\u00A0"}±{"\u00A0"}{ $error }
sensitivity-chart-title = Wat het saldo het meest verandert, onder ‘{ $world }’
sensitivity-chart-text = Per gegeven een balk: van het saldo als het gegeven laag is (P10) tot het saldo als het hoog is (P90), in duizenden euro's. De langste balk staat bovenaan. Bij elk einde staat welk van de twee het is, en het saldo. De lijn is het saldo dat nu wordt verwacht.
sensitivity-axis = saldo in de hele periode (× € 1.000)
sensitivity-series = van laag naar hoog
sensitivity-expected = nu verwacht: { $value }
sensitivity-end-low = laag { $value }
sensitivity-end-high = hoog { $value }

theme-people = wie er komt, en met welke vraag
theme-work = uren werk en afwezigheid
theme-queue = wachten
theme-conversations = aantal gesprekken
theme-outcome = hoe trajecten aflopen
theme-avoided-care = vermeden maatwerk
theme-money = prijzen
theme-providers = de aanbieders

answer-part-of-shares = { $what }: { $part }

help-sensitivity-about = Zoekt wat we niet weten en het meest uitmaakt voor saldo en wachttijd
help-sensitivity-usage = sim sensitivity [OPTIES] SCENARIO
help-sensitivity-examples =
    {"  "}sim sensitivity scenarios/third-provider.toml
    {"  "}sim sensitivity scenarios/third-provider.toml --world scenarios/worlds/evaluation.toml
