# What the council reads of the questions that were asked along with a run, in plain Dutch (B1).

council-about-first = Wat hier volgt, gaat over ‘{ $title }’.

# When real data will tell.
council-monitor-now = Met wat we nu weten, verdient dit zich terug in { $cases } van de 20 gevallen ({ $chance }).
council-monitor-worlds = Alle werelden tellen daarin even zwaar mee. Daarom is deze kans anders dan hierboven.
council-monitor-known-pays = Zo staat nu al vast genoeg dat dit zich terugverdient. Bijhouden kan wel laten zien dat de aannamen niet kloppen.
council-monitor-known-not = Zo staat nu al vast genoeg dat dit zich niet terugverdient. Bijhouden kan wel laten zien dat de aannamen niet kloppen.
council-monitor-five = Stel dat we elk kwartaal vijf gegevens bijhouden: wie er verwijst, hoeveel gesprekken er zijn, welke vraag er is, welke hulp volgt en hoe het afloopt. En stel dat we ook bijhouden wie binnen een jaar terugkomt.
council-monitor-bound = We trekken pas een conclusie als de kans dat die klopt { $bound } of meer is.
council-monitor-relapse = Dan komt er in { $cases } van de 20 gevallen ({ $chance }) een conclusie in deze periode.
council-monitor-months = Dat duurt gemiddeld ten minste { $months } maanden.
council-monitor-wrong = Van die conclusies is { $chance } onjuist, dus { $cases } van de 20.
council-monitor-wrong-open = Hoe vaak zo'n conclusie onjuist is, is bij dit aantal herhalingen niet te zeggen.
council-monitor-without = Houden we niet bij wie terugkomt, dan komt er in { $cases } van de 20 gevallen ({ $chance }) een conclusie.
council-monitor-avoided = Leggen we ook vast of maatwerk echt is voorkomen, dan is dat zo in { $cases } van de 20 gevallen ({ $chance }).
council-monitor-title = Wie ook terugkeer bijhoudt, weet het in deze periode in { $cases } van de 20 gevallen ({ $chance })
council-monitor-rule = Spreek nu al af wanneer u stopt of doorgaat. Dat kan zo:
council-monitor-no-rule = Met zo weinig afrondingen als er in deze periode te volgen zijn, is geen regel te geven om te stoppen of door te gaan.
council-monitor-rule-limits = Stoppen betekent hier: stoppen voor het geld. Korter wachten en meer jeugdigen helpen kunnen redenen zijn om toch door te gaan.

# What to find out first.
council-value-why = Wat kunnen we het beste het eerst uitzoeken?
council-value-avoided = Volg { $closures } positieve afrondingen een jaar lang, en leg vast of maatwerk echt is voorkomen.
council-value-relapse = Volg { $closures } positieve afrondingen een jaar lang, en leg vast wie terugkomt.
council-value-quantity = Zoek uit: { $what }.
council-value-worth = Dat is naar verwachting { $value } per jaar waard.
council-value-means = Zoveel gunstiger valt de keuze gemiddeld uit, omdat we dan vaker goed kiezen. Wat het uitzoeken zelf kost, is er niet af.
council-value-nothing = Van niets is aan te tonen dat uitzoeken iets waard is voor deze keuze. Er kunnen andere redenen zijn om cijfers bij te houden.
council-value-title = Volgen of maatwerk echt is voorkomen, is naar verwachting { $value } per jaar waard
council-value-limits = Elke wereld telt hierin even zwaar mee. Lees de bedragen als orde van grootte.

# What matters most.
council-sensitivity-first = Dit verandert het saldo het meest: { $what }. Is dat laag ({ $low }), dan is het saldo naar verwachting { $at-low }. Is het hoog ({ $high }), dan is het { $at-high }.
council-sensitivity-means = Laag betekent: in 2 van de 20 gevallen is het nog lager. Hoog betekent: in 2 van de 20 gevallen is het nog hoger.
council-sensitivity-title = Het meest verandert: { $what }, van { $at-low } tot { $at-high }
council-sensitivity-data = Het saldo in de hele periode (× € 1.000) als een gegeven laag of hoog is. Nu verwacht: { $expected }.

# Which option is best.
section-compared = Welk voorstel is het beste?
council-compare-title = Voor het geld is ‘{ $title }’ het gunstigst in { $cases } van de 20 gevallen ({ $chance })
council-compare-text = Twintig rondjes voor twintig gevallen. Gevuld zijn de gevallen waarin ‘{ $title }’ het gunstigst is: { $cases } van de 20 ({ $chance }).
council-compare-filled = dit is het gunstigst
council-compare-open = iets anders is het gunstigst
council-compare-data = Hoe vaak elk voorstel het gunstigst is
council-compare-other-money = Let op: de voorstellen kosten niet evenveel. Kijk dus ook naar de kosten in de tabel.
council-compare-caption = Elk voorstel naast de basis. Misgelopen is wat u gemiddeld verliest als u dit kiest en iets anders achteraf gunstiger was.

# The best use of an amount.
section-best-use = Wat is de beste besteding van het geld?
council-budget-how = Er zijn { $tried } mogelijkheden doorgerekend, alle met dezelfde jeugdigen.
council-budget-title = Mogelijkheid { $best } geeft het hoogste saldo, mogelijkheid { $shortest } de kortste wachttijd
council-budget-title-same = Mogelijkheid { $best } geeft het hoogste saldo en de kortste wachttijd
council-budget-what = Wat u koopt
council-budget-caption-data = De cijfers van deze grafiek, per mogelijkheid
council-budget-caption = De mogelijkheden in de grafiek: wat u koopt en wat het oplevert ten opzichte van nu

# Where it pays back.
council-break-even-found = In { $chance } van de gevallen verdient het zich terug als dit deel { $value } is
council-break-even-never = Bij geen enkel deel is de kans dat het zich terugverdient { $chance } of meer
council-break-even-always = Bij elk deel is de kans dat het zich terugverdient meer dan { $chance }
council-break-even-open = Bij welk deel de kans dat het zich terugverdient { $chance } is, is bij dit aantal herhalingen niet te zeggen
council-break-even-line = { $chance } van de gevallen
council-break-even-axis = deel dat echt maatwerk voorkomt (na verwijzing door de huisarts)
council-break-even-data = De kans dat het zich terugverdient, bij elk deel. Achter ± staat de rekenfout. De rechte lijn ligt bij { $chance }. Saldo × € 1.000.
