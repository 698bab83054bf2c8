# What the workbook for finance says. Names of sheets have at most 31 characters.

sheet-guide = Leeswijzer
sheet-guide-title = Bandbreedtes van de raming
sheet-guide-about = Cijfers voor de financieel adviseur. Alles is een raming: zo kan het gaan, met hoe zeker dat is.
sheet-extra = Verschil met de basis
sheet-extra-title = Verschil met de basis, per begrotingsjaar
sheet-extra-about = Wat het scenario meer of minder kost en oplevert dan de basis, per wereld, met de band van P10 tot P90.
sheet-bands = Per scenario
sheet-bands-title = Elk scenario op zichzelf, per begrotingsjaar
sheet-bands-about = Kosten, vermeden kosten en saldo van elk scenario zelf, per wereld, met de band van P10 tot P90.
sheet-odds = Kansen
sheet-odds-title = Kansen
sheet-odds-about = Hoe groot de kans is dat het saldo niet negatief is, en dat er te weinig uren zijn.
sheet-break-even = Grens
sheet-break-even-title = De grens waarbij het zich terugverdient
sheet-break-even-about = Welk deel van de positieve afrondingen echt maatwerk moet voorkomen om de kosten terug te verdienen.
sheet-charts = Grafieken
sheet-charts-title = Grafieken
sheet-charts-about = Elke grafiek hoort bij een tabel op een ander blad; die van de kansen bij het tabelletje eronder.
sheet-ceilings = Plafonds
sheet-ceilings-title = Plafonds, en het jaar waarin ze breken
sheet-ceilings-about = De kans dat de kosten binnen het plafond blijven, en de kans dat een jaar het eerste is dat eroverheen gaat.
sheet-index = Index en volume
sheet-index-title = Wat is index en wat is volume?
sheet-index-about = Volume is het bedrag tegen de prijzen van het begin van de raming. Index is wat er door prijsstijging bij komt.
sheet-table-3 = Aansluiting tabel 3
sheet-table-3-title = Aansluiting op tabel 3 van de evaluatie
sheet-table-3-about = Tabel 3 opnieuw opgebouwd met formules, tot op de cent. De gele cellen zijn de cijfers uit de evaluatie.
sheet-own = Eigen aannamen
sheet-own-title = Reken met uw eigen aannamen
sheet-own-about = Typ in de gele cellen. Het saldo en de grens rekenen mee.
sheet-assumptions = Aannamen
sheet-assumptions-title = Alle aannamen
sheet-assumptions-about = Elke waarde die erin ging, met eenheid, bron en hoe zeker die is. Wat het meeste uitmaakt, staat bovenaan.

column-scenario = Scenario
column-world = Wereld
column-amount = Bedrag
column-year = Jaar
column-period = Periode
column-expected = Verwacht
column-p10 = P10
column-p50 = P50
column-p90 = P90
column-error = Rekenfout
column-error-index = Rekenfout van index
column-chance-of = Kans dat …
column-chance = Kans
column-method = Rekenwijze
column-break-even = Grens
column-ceiling = Plafond
column-limit = Hoogte per jaar
column-limit-indexed = Stijgt mee met index
column-within = Kans: binnen plafond
column-first-break = Kans: dit jaar eerste keer erboven
column-likeliest = Meest waarschijnlijke eerste jaar
column-volume = Volume
column-index = Index
column-nominal = Samen (nominaal)
column-change-volume = Verandering door volume
column-change-index = Verandering door index
column-change = Verandering samen
column-difference = Verschil
column-what = Wat
column-unit = Eenheid
column-grade = Hoe zeker
column-on-net = Aandeel in saldo
column-on-wait = Aandeel in wachttijd
column-source = Bron
column-from = Vanaf
column-holds-in = Geldt in
column-key = Sleutel
column-place = Staat in

scenario-itself = { $scenario }
scenario-extra = { $scenario }, verschil met de basis
word-yes = ja
word-no = nee
holds-all-worlds = alle werelden
holds-all-arms = alle scenario’s, { $worlds }

guide-scenario = Scenario
guide-question = Vraag
guide-base = Basis
guide-leading-world = Wereld die voorop staat
guide-world = Andere wereld
guide-years = Jaren
guide-from-to = { $from } tot en met { $to }
guide-replications = Herhalingen
guide-seed = Startgetal
guide-version = Gemaakt met
guide-sheets = Wat waar staat
guide-how = Zo leest u de cijfers
guide-how-lines =
    Verwacht is het gemiddelde van alle herhalingen. In 16 van de 20 gevallen (80%) ligt de uitkomst tussen P10 en P90; in 10 van de 20 (50%) ligt zij onder P50.
    P10 en P90 van jaren kunt u niet optellen: een slecht jaar valt niet altijd samen met een ander slecht jaar. Het totaal heeft daarom een eigen band. Verwachte bedragen kunt u wel optellen.
    De rekenfout zegt hoe precies de berekening is, niet hoe onzeker de toekomst is. Een verschil dat kleiner is dan twee keer de rekenfout, zegt niets.
    Een wereld is een stel aannamen dat niemand kiest. Vergelijk een scenario altijd onder dezelfde wereld.
    Verschil met de basis is herhaling voor herhaling uitgerekend, over dezelfde jeugdigen. Daarom is het nauwkeuriger dan het verschil van twee banden.
    Vermeden kosten vallen in de maanden waarin de zorg zou hebben gelopen. Wat na het laatste jaar valt, telt niet mee.
    Nominaal is in euro’s van het jaar zelf. Contant is zonder index, en met de discontovoet die bij Aannamen staat.
    Een streepje betekent: niet bepaald. Gele cellen mag u veranderen; alles wat ervan afhangt, rekent mee.
guide-booking = Wat u kunt boeken
guide-booking-lines =
    Kosten: boek ze nominaal. De band laat zien hoeveel ze kunnen afwijken.
    Vermeden kosten: neem ze pro memorie op. Welk deel van de positieve afrondingen echt maatwerk voorkomt, is nooit gemeten.
    Kasbaar saldo telt alleen wat echt uit de begroting vrijkomt. Ook dat deel is een aanname.
    Het verschil tussen P10 en verwacht hoort in de risicoparagraaf.

odds-net = het saldo niet negatief is
odds-net-extra = het saldo niet slechter is dan in de basis
odds-cashable = het kasbaar saldo niet negatief is
odds-cashable-extra = het kasbaar saldo niet slechter is dan in de basis
odds-bound = in meer dan de helft van de weken iemand wacht door te weinig uren
break-even-how = Boven 100% verdient het zich niet terug, ook niet als elke positieve afronding maatwerk voorkomt. Onder 0% verdient het zich altijd terug. P10 en P90 gelden over de aannamen.
method-real = met terugval en lichtere gevallen
method-evaluation = rekenwijze evaluatie: gemiddelde kosten
method-assumed = geen grens, maar het deel waarmee hier is gerekend

ceiling-all-years = alle jaren
ceiling-never = breekt nooit

index-method = Bij vermeden kosten is index alles waardoor een gemiddeld traject duurder wordt. Bij kosten is het de aangekondigde index, met de nabetaling als die wordt bijgesteld.

table-3-source = Bron: { $source }. p is het aantal positieve afrondingen, q zijn de gemiddelde kosten van een traject.
table-3-line = Regel
table-3-2020-2021 = okt 2020 – dec 2021
table-3-2022 = 2022
table-3-total = totaal
table-3-rebuilt = Opgebouwd: { $period }
table-3-printed = Gedrukt: { $period }
table-3-difference = Verschil: { $period }
table-3-row-positive = Positieve afrondingen (p)
table-3-row-unrounded = Gemiddelde kosten, vier decimalen (geeft het gedrukte product op de cent)
table-3-row-average = Gemiddelde kosten van een traject (q); totaal: gemiddelde van de twee perioden
table-3-row-avoided = Vermeden kosten (p × q); totaal: som van de perioden
table-3-row-cost = Kosten van de POJ
table-3-row-net = Saldo
table-3-row-break-even = Grens: kosten gedeeld door vermeden kosten
table-3-reconciles = Alles sluit aan, tot op de cent.
table-3-deviates = Het sluit niet meer aan: er is een gele cel veranderd.
table-3-hidden = Wat de kolom met totalen niet laat zien
table-3-weighted = Gemiddelde kosten, gewogen naar aantal afrondingen
table-3-product = p × q van de kolom totaal zoals gedrukt
table-3-unexplained = Verschil met de gedrukte vermeden kosten: q is daar niet gewogen
table-3-rise = Stijging van de vermeden kosten tussen de perioden
table-3-rise-volume = Daarvan door meer afrondingen (volume)
table-3-rise-price = Daarvan door een hogere q (prijs)
table-3-simulated = Wat deze run voor de pilot geeft, onder ‘{ $world }’
table-3-of-run = Uit deze run
table-3-of-source = Zoals gedrukt

own-method = Rekenwijze: vermeden kosten volgens de evaluatie × uw deel × uw q ÷ q van het scenario. De index loopt dus mee. Het geld telt in het jaar van de afronding.
own-inputs = Begint zo dat het totaal gelijk is aan de raming onder de wereld die voorop staat. Het deel is lager dan op het blad Aannamen: lichtere gevallen, terugval, andere verwijzers en wat na de laatste periode valt, zitten er al in.
own-share = Deel van de positieve afrondingen dat een gemiddeld traject voorkomt
own-cost-average = Gemiddelde kosten van een traject (q), prijspeil { $year }
own-cost-average-first = Gemiddelde kosten van een traject (q), eerste waarde; latere gaan in verhouding mee
own-cashable-share = Deel van de vermeden kosten dat uit de begroting vrijkomt
own-scenario-average = q van het scenario, prijspeil { $year }
own-scenario-average-first = q van het scenario, eerste waarde
own-answer-net = Saldo over alle jaren
own-answer-share = Grens: bij dit deel is het saldo nul
own-answer-average = Grens: bij deze q is het saldo nul, met uw deel
own-pays = verdient zich terug in deze jaren
own-pays-not = verdient zich niet terug in deze jaren
own-positive = Positieve afrondingen
own-cost = Kosten
own-if-all = Vermeden kosten, rekenwijze evaluatie
own-avoided = Vermeden kosten, uw aannamen
own-net = Saldo
own-cumulated = Saldo opgeteld
own-cashable = Kasbaar saldo
own-curve-share = Deel dat maatwerk voorkomt
own-curve-net = Saldo over alle jaren
own-wrong-title = Dit kan hier niet
own-input-title = Uw aanname
own-share-wrong = Typ een deel van 0% tot en met 100%.
own-cost-wrong = Typ een bedrag in euro’s van 0 tot en met 1.000.000.
own-name-share = eigen_deel
own-name-cost-average = eigen_q
own-name-cashable = eigen_kasbaar

assumptions-impact = Aandeel is het deel van de onzekerheid van ‘{ $scenario }’ onder ‘{ $world }’ dat zou verdwijnen als deze waarde bekend was. Leeg: bekend, of niet onzeker in die wereld.

chart-axis-eur = Euro
chart-axis-chance = Kans
chart-ceiling = { $scenario }: plafond ‘{ $ceiling }’ breekt het waarschijnlijkst voor het eerst in: { $year }
chart-index = { $scenario }: { $amount } in { $year }: { $value } is index
chart-own = Het saldo bij elk deel dat maatwerk voorkomt, met uw q
chart-net-extra-alt = Lijngrafiek, per jaar: verschil in saldo van ‘{ $scenario }’ met de basis, onder ‘{ $world }’. In totaal naar verwachting { $value }, in 16 van de 20 gevallen { $low } tot { $high }.
chart-net = Saldo van ‘{ $scenario }’: naar verwachting { $value } in totaal ({ $low } tot { $high })
chart-net-extra = { $scenario }: saldo ten opzichte van de basis naar verwachting { $value } in totaal ({ $low } tot { $high })
chart-net-alt = Lijngrafiek, per jaar: saldo van ‘{ $scenario }’ onder ‘{ $world }’. In totaal naar verwachting { $value }, in 16 van de 20 gevallen { $low } tot { $high }.
chart-cost = { $scenario }: tegenover { $cost } kosten staat naar verwachting { $avoided } aan vermeden kosten
chart-cost-extra = { $scenario }: tegenover { $cost } extra kosten staat naar verwachting { $avoided } aan extra vermeden kosten
chart-cost-alt = Staafgrafiek, per jaar: kosten en vermeden kosten van ‘{ $scenario }’ onder ‘{ $world }’. In totaal naar verwachting { $cost } en { $avoided }.
chart-cost-extra-alt = Staafgrafiek, per jaar: extra kosten en extra vermeden kosten van ‘{ $scenario }’ onder ‘{ $world }’. In totaal naar verwachting { $cost } en { $avoided }.
chart-odds = { $scenario }: de kans dat het zich terugverdient is { $low } tot { $high }, naar gelang de wereld
chart-odds-alt = Staafgrafiek: per wereld de kans dat het saldo van ‘{ $scenario }’ over alle jaren niet negatief is, van { $low } tot { $high }. De cijfers staan in het tabelletje onder de grafieken.
chart-ceiling-alt = Staafgrafiek, per jaar: de kans dat ‘{ $scenario }’ onder ‘{ $world }’ binnen plafond ‘{ $ceiling }’ blijft, en de kans dat het in dat jaar voor het eerst breekt. Het meest waarschijnlijk: { $year }.
chart-index-alt = Gestapelde staafgrafiek, per jaar: { $amount } van ‘{ $scenario }’ onder ‘{ $world }’, verdeeld in volume en index. In { $year } is de index naar verwachting { $value }.
chart-own-alt = Lijngrafiek: het saldo van ‘{ $scenario }’ over alle jaren bij een deel van 0% tot en met 100%. Waar de lijn nul raakt, ligt de grens.
