# What a run tells: the terminal page and the reports that follow from it.
# A figure is never written here; it arrives formatted. "20 gevallen" and "P10", "P90" are the only digits.

replications-count = { $count } { $count-count ->
    [one] herhaling
   *[other] herhalingen
}
years-count = { $count } jaar

# The opening.
page-question = Vraag: { $purpose }
page-question-of = { $title }. Vraag: { $purpose }
page-basis-compared = Dit is een raming voor { $span }, uit { $replications }. Verschillen zijn ten opzichte van de basis: { $base }. Aannamen, tenzij er iets anders staat: { $world }.
page-basis-single = Dit is een raming voor { $span }, uit { $replications }. Aannamen, tenzij er iets anders staat: { $world }.
page-basis-pilot = Dit is een narekening van { $span }, uit { $replications }. Aannamen, tenzij er iets anders staat: { $world }.
span-several = { $from } tot en met { $to }
span-one = { $from }
page-bands = Tussen haakjes staat de band van P10 tot P90: daarbinnen ligt de uitkomst in 16 van de 20 gevallen.

# A band behind a value; left out when it has no width.
cases-few = minder dan 1
cases-many = meer dan 19
band-behind = ({ $low } tot { $high })
at-most-few = hooguit 4
side-more = { $value } meer
side-fewer = { $value } minder
side-dearer = { $value } meer
side-cheaper = { $value } minder
side-better = { $value } gunstiger
side-worse = { $value } ongunstiger
side-sooner = { $value } eerder
side-later = { $value } later

# The answer.
section-answer = Het antwoord
section-answer-of = Het antwoord: { $title }
shortage-hours = Er is nu vooral een tekort aan uren, niet aan verwijzingen: in { $cases } van de 20 gevallen ({ $chance }) wacht er in meer dan de helft van de weken iemand omdat er geen uren vrij zijn.
shortage-referrals = Er is nu vooral een tekort aan verwijzingen, niet aan uren: in { $cases } van de 20 gevallen ({ $chance }) wacht er in meer dan de helft van de weken iemand omdat er geen uren vrij zijn.
shortage-open = Of er nu een tekort is aan uren of aan verwijzingen, is met wat we weten niet te zeggen: in { $cases } van de 20 gevallen ({ $chance }) wacht er in meer dan de helft van de weken iemand omdat er geen uren vrij zijn, in de andere gevallen niet.
shortage-unsupported = Of er nu een tekort is aan uren of aan verwijzingen, is bij dit aantal herhalingen niet te zeggen.
shortage-used = Van de beschikbare uren is nu naar verwachting { $value } bezet{ $band }.
shortage-after = Met dit scenario is dat zo in { $cases } van de 20 gevallen ({ $chance }).

youths-up = Met dit scenario { $value-count ->
    [one] krijgt in de hele periode naar verwachting { $value } jeugdige
   *[other] krijgen in de hele periode naar verwachting { $value } jeugdigen
} meer een eerste gesprek{ $band }.
youths-down = Met dit scenario { $value-count ->
    [one] krijgt in de hele periode naar verwachting { $value } jeugdige
   *[other] krijgen in de hele periode naar verwachting { $value } jeugdigen
} minder een eerste gesprek{ $band }.
youths-equal = Het aantal jeugdigen met een eerste gesprek verandert niet.
youths-hardly = Het aantal jeugdigen met een eerste gesprek verandert naar verwachting nauwelijks.
youths-unclear = Of er meer of minder jeugdigen een eerste gesprek krijgen, is bij dit aantal herhalingen niet te zeggen.
positive-up = Het aantal positieve afrondingen stijgt naar verwachting met { $value }{ $band }.
positive-down = Het aantal positieve afrondingen daalt naar verwachting met { $value }{ $band }.
positive-equal = Het aantal positieve afrondingen verandert niet.
positive-hardly = Het aantal positieve afrondingen verandert naar verwachting nauwelijks.
positive-unclear = Of er meer of minder positieve afrondingen komen, is bij dit aantal herhalingen niet te zeggen.
cost-up = Dat kost naar verwachting { $value } meer{ $band }.
cost-down = Dat kost naar verwachting { $value } minder{ $band }.
cost-equal = Dat kost niets extra.
cost-hardly = Dat kost naar verwachting bijna evenveel.
cost-unclear = Of dat meer of minder kost, is bij dit aantal herhalingen niet te zeggen.
cost-each-extra = Per extra jeugdige met een eerste gesprek is dat { $each }.
provider-hours = De aanbieder ‘{ $provider }’ werkt dan naar verwachting { $value } uur per week{ $band }.
specialist-up = Het aantal jeugdigen dat met specialistische hulp begint, stijgt naar verwachting met { $value }{ $band }.
specialist-down = Het aantal jeugdigen dat met specialistische hulp begint, daalt naar verwachting met { $value }{ $band }.
specialist-equal = Het aantal jeugdigen dat met specialistische hulp begint, verandert niet.
specialist-hardly = Het aantal jeugdigen dat met specialistische hulp begint, verandert naar verwachting nauwelijks.
specialist-unclear = Of er meer of minder jeugdigen met specialistische hulp beginnen, is bij dit aantal herhalingen niet te zeggen.

single-youths = In de hele periode { $value-count ->
    [one] krijgt naar verwachting { $value } jeugdige
   *[other] krijgen naar verwachting { $value } jeugdigen
} een eerste gesprek{ $band }.
single-positive = Naar verwachting { $value-count ->
    [one] wordt { $value } traject
   *[other] worden { $value } trajecten
} positief afgerond{ $band }.
single-escalated = Naar verwachting { $value-count ->
    [one] gaat { $value } jeugdige
   *[other] gaan { $value } jeugdigen
} na de gesprekken door naar specialistische hulp{ $band }.
single-cost = De POJ kost naar verwachting { $value }{ $band }.
single-cost-each = Per jeugdige met een eerste gesprek is dat { $each }.
single-wait = Een jeugdige wacht naar verwachting { $value } weken op het eerste gesprek{ $band }.
single-within-norm = Naar verwachting wacht { $value } niet langer dan de norm{ $band }.

payback = De kans dat dit zich in deze periode terugverdient, is { $chance }: in { $cases } van de 20 gevallen.
payback-cheaper = De kans dat vermeden kosten min kosten niet slechter uitvalt dan in de basis, is { $chance }: in { $cases } van de 20 gevallen.
payback-unsupported = De kans dat dit zich in deze periode terugverdient, is bij dit aantal herhalingen niet nauwkeurig genoeg te noemen.
payback-cashable = Voor de begroting telt alleen het deel van de vermeden kosten dat echt vrijkomt; daarmee is het { $cases } van de 20 ({ $chance }).
payback-cashable-unsupported = Voor de begroting telt alleen het deel van de vermeden kosten dat echt vrijkomt; die kans is bij dit aantal herhalingen niet nauwkeurig genoeg te noemen.
net-better = Vermeden kosten min kosten is naar verwachting { $value } gunstiger dan in de basis{ $band }.
net-worse = Vermeden kosten min kosten is naar verwachting { $value } ongunstiger dan in de basis{ $band }.
net-equal = Vermeden kosten min kosten verandert niet.
net-change-unclear = Of vermeden kosten min kosten gunstiger of ongunstiger uitvalt dan in de basis, is bij dit aantal herhalingen niet te zeggen.
net-single = Vermeden kosten min kosten is naar verwachting { $value }{ $band }.
net-single-unclear = Of vermeden kosten min kosten boven of onder nul uitkomt, is bij dit aantal herhalingen niet te zeggen.

wait-sooner = Een jeugdige heeft naar verwachting { $value } weken eerder een eerste gesprek{ $band }: na { $after } in plaats van { $before } weken.
wait-later = Een jeugdige heeft naar verwachting { $value } weken later een eerste gesprek{ $band }: na { $after } in plaats van { $before } weken.
wait-equal = De wachttijd tot het eerste gesprek verandert niet.
wait-hardly = De wachttijd tot het eerste gesprek verandert naar verwachting nauwelijks.
wait-unclear = Of de wachttijd tot het eerste gesprek verandert, is bij dit aantal herhalingen niet te zeggen.

ceiling-within = De kans dat het plafond ‘{ $name }’ van { $limit } per jaar alle jaren standhoudt, is { $chance }: in { $cases } van de 20 gevallen.
ceiling-within-one = De kans dat het plafond ‘{ $name }’ van { $limit } per jaar standhoudt, is { $chance }: in { $cases } van de 20 gevallen.
ceiling-first-break = Het vaakst wordt het voor het eerst overschreden in { $year }: in { $cases } van de 20 gevallen ({ $chance }).
ceiling-unsupported-one = De kans dat het plafond ‘{ $name }’ van { $limit } per jaar standhoudt, is bij dit aantal herhalingen niet nauwkeurig genoeg te noemen.
ceiling-unsupported = De kans dat het plafond ‘{ $name }’ van { $limit } per jaar alle jaren standhoudt, is bij dit aantal herhalingen niet nauwkeurig genoeg te noemen.

# The pilot.
section-pilot = Komt de rekenwijze uit op tabel 3?
pilot-reconciles = Ja. Onder de aannamen van ‘{ $world }’ is elk bedrag van tabel 3 van de evaluatie tot op de cent gelijk.
pilot-deviates = Nee. Onder de aannamen van ‘{ $world }’ { $cells-count ->
    [one] wijkt { $cells } cel
   *[other] wijken { $cells } cellen
} af van tabel 3 van de evaluatie.
pilot-caption = Tabel 3 van de evaluatie, nagerekend
pilot-line = Regel
pilot-period = Periode
pilot-simulated = Berekend
pilot-printed = Gedrukt
pilot-difference = Verschil
pilot-positive = Positief afgerond (p)
pilot-average = Gemiddelde kosten (q)
pilot-avoided = Vermeden kosten (p × q)
pilot-cost = Kosten van de POJ
pilot-net = Verschil (‘winst’)
pilot-unrounded = In { $period } is q vóór afronding { $average }.
pilot-unweighted = In het totaal staat het gewone gemiddelde van de perioden, { $unweighted }; gewogen naar het aantal positieve afrondingen is het { $weighted }. Reken daarom per periode en tel dan op.

pilot-timing = In de tabellen hieronder telt vermeden maatwerk mee in de weken waarin het zou zijn gegeven, en na de laatste week niet meer. Het saldo kan daar dus lager zijn dan in tabel 3.

# When it pays back.
section-break-even = Wanneer verdient het zich terug?
section-break-even-of = Wanneer verdient het zich terug? { $title }
break-even-why = Een positieve afronding bespaart alleen geld als de jeugdige anders echt maatwerk had gekregen.
break-even-extra = Om de extra kosten terug te verdienen, moet dat gelden voor { $share } van de extra positieve afrondingen.
break-even-single = Om de kosten terug te verdienen, moet dat gelden voor { $share } van de positieve afrondingen.
break-even-never = Zelfs als dat voor elke positieve afronding geldt, worden de kosten niet terugverdiend.
break-even-doubtful = Zelfs als dat voor elke positieve afronding geldt, is het de vraag of de kosten worden terugverdiend.
break-even-free = Dit scenario kost niet meer dan de basis; er is niets terug te verdienen.
break-even-none = Er komen naar verwachting geen positieve afrondingen bij, dus er is niets waarmee het zich kan terugverdienen.
break-even-cheaper = Dit scenario kost niet meer dan de basis en voegt geen positieve afrondingen toe; er is niets terug te verdienen.
break-even-unsupported = Voor welk deel dat moet gelden, is bij dit aantal herhalingen niet nauwkeurig genoeg te noemen.
break-even-evaluation = Met de gemiddelde kosten van de evaluatie, en zonder terugval, ligt de grens bij { $share }.
break-even-assumed = Hier is gerekend met { $value }{ $band }; wat het echt is, heeft niemand gemeten.
break-even-assumed-extra = Hier is naar verwachting gerekend met { $share } van de extra positieve afrondingen. Dat is { $value }{ $band } na een verwijzing door de huisarts en een ander deel na andere verwijzers, en wie terugkomt telt niet mee. Wat het echt is, heeft niemand gemeten.
break-even-assumed-single = Hier is naar verwachting gerekend met { $share } van de positieve afrondingen. Dat is { $value }{ $band } na een verwijzing door de huisarts en een ander deel na andere verwijzers, en wie terugkomt telt niet mee. Wat het echt is, heeft niemand gemeten.
break-even-assumed-huisarts = Hier is gerekend met { $value }{ $band } na een verwijzing door de huisarts en een ander deel na andere verwijzers, en wie terugkomt telt niet mee. Wat het echt is, heeft niemand gemeten.
findings-caption = Ter vergelijking: wat elders staat
findings-what = Wat
findings-value = Gevonden
findings-source = Bron
findings-one = { $value }
findings-interval = { $value } ({ $low } tot { $high })
findings-range = { $low } tot { $high }
findings-none = geen duidelijk verschil
finding-evaluation-method = Rekenwijze van de evaluatie: deel dat echt maatwerk voorkomt (aangenomen, niet gemeten)
finding-pilot-break-even = Grens om de hele pilot terug te verdienen
finding-pilot-break-even-2022 = Dezelfde grens voor alleen het laatste jaar van de pilot
finding-use-ratio = Gebruik van jeugdhulp met praktijkondersteuner, gedeeld door gebruik zonder
finding-cpb-2020 = Gebruik van jeugdhulp waar praktijkondersteuners worden betaald
finding-benchmark-2019 = Zelf afgerond, zonder verwijzing: vergelijkend onderzoek
finding-den-haag = Zelf afgerond, zonder verwijzing: Den Haag
finding-oost-gelre = Zelf afgerond, zonder verwijzing: Oost Gelre
finding-rotterdam = Zelf afgerond, zonder verwijzing: Rotterdam
finding-aef-2020 = Zelf afgerond, zonder verwijzing: landelijk

# Per year.
section-bands = Per jaar, vergeleken met de basis
section-bands-of = Per jaar, vergeleken met de basis: { $title }
section-bands-single = Per jaar
table-per-year-extra = Verschil met de basis, onder ‘{ $world }’. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000. Saldo is vermeden kosten min kosten.
table-per-year = Uitkomsten onder ‘{ $world }’. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000. Saldo is vermeden kosten min kosten.
table-net-by-world-extra = Verschil in saldo per jaar onder elke wereld: verwacht, en P10 tot P90. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000.
table-net-by-world = Saldo per jaar onder elke wereld: verwacht, en P10 tot P90. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000.
table-worlds = De hele periode, wereld naast wereld. Een wereld is een stel aannamen dat niemand kiest. Grens is het deel van de positieve afrondingen dat echt maatwerk moet voorkomen. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000.
table-year = Jaar
table-total = totaal
table-world = Wereld
table-world-title = { $title }
table-cost = Kosten
table-cost-extra = Extra kosten
table-started = Eerste gesprek
table-started-extra = Extra eerste gesprek
table-positive = Positief afgerond
table-positive-extra = Extra positief
table-wait = Wachttijd (weken)
table-wait-sooner = Weken eerder
table-net = Saldo
table-net-extra = Verschil saldo
table-band = P10 tot P90
table-chance = Kans ≥ 0
table-payback = Verdient zich terug
table-break-even = Grens
table-not-worse = Niet slechter
table-about-all = rond 100%
table-above-all = boven 100%
table-mean-and-band = { $value }{ $band }
table-cases = { $cases }{"\u00A0"}van{"\u00A0"}20 ({ $chance })

# What we do not know.
section-unknowns = Wat we niet weten en wel uitmaakt
section-unknowns-of = Wat we niet weten en wel uitmaakt: { $title }
unknowns-first = Wie de raming scherper wil, begint hier: { $what }.
unknowns-unsupported = Wat het meeste uitmaakt, is bij dit aantal herhalingen niet te zeggen.
unknowns-caption = Aandeel in de onzekerheid onder ‘{ $world }’, geordend naar aandeel in het saldo en naar hoe weinig we ervan weten
unknowns-what = Wat
unknowns-on-net = In saldo
unknowns-on-wait = In wachttijd
unknowns-grade = Hoe zeker
unknowns-where = Waar het staat
grade-measured = gemeten
grade-derived = afgeleid
grade-assumed = aangenomen
grade-conflicting = bronnen spreken elkaar tegen
grade-unknown = onbekend

# Doubts.
section-doubts = Let op
doubt-summarised = Er zijn { $replications }: te veel om ze allemaal te bewaren. De grenzen van de banden, zoals P10 en P90, zijn daarom bij benadering. Bij het saldo scheelt dat hoogstens { $bound }. Gemiddelden en kansen tellen wel alle herhalingen.
doubt-few-replications = Met { $replications } is niet te zeggen hoe nauwkeurig de cijfers zijn.
doubt-avoidance = Welk deel van de positieve afrondingen echt maatwerk voorkomt, heeft niemand gemeten. Boek een besparing daarom niet in, maar noem haar pro memorie.
doubt-shortage = { $arm }: of uren of verwijzingen het tekort zijn, staat niet vast. Registreer de wachttijd tot het eerste gesprek en de uren per gesprek.
doubt-ceiling = { $arm }: het plafond ‘{ $name }’ houdt in { $cases } van de 20 gevallen ({ $chance }) alle jaren stand.
doubt-ceiling-unsupported = { $arm }: of het plafond ‘{ $name }’ alle jaren standhoudt, is bij dit aantal herhalingen niet te zeggen.
doubt-part-period = { $year } is hier geen heel jaar: er { $weeks-count ->
    [one] telt { $weeks } week
   *[other] tellen { $weeks } weken
} mee. Vergelijk de bedragen en aantallen niet met die van een heel jaar.
doubt-part-year = { $arm }: aanbieder ‘{ $provider }’ begint in de loop van { $year }, dat dus geen heel jaar is.
doubt-not-reconciled = Onder ‘{ $world }’ { $cells-count ->
    [one] wijkt { $cells } cel
   *[other] wijken { $cells } cellen
} af van de gedrukte tabel.

# The end.
section-files = Waar staat wat
closing-exact-extra = Gerekend met { $replications } en startgetal { $seed }. De rekenfout in het verschil in saldo van { $value } is { $error }.
closing-exact = Gerekend met { $replications } en startgetal { $seed }. De rekenfout in het saldo van { $value } is { $error }.
closing-exact-ends = In de grenzen van de band, P10 en P90, is de rekenfout { $low } en { $high }.
closing-not-exact = Gerekend met { $replications } en startgetal { $seed }; dat is te weinig om de rekenfout te schatten.
closing-files = De bestanden staan in { $folder }:
closing-more = Wilt u ook weten wanneer echte cijfers het vertellen, wat u het eerst kunt uitzoeken of wat het meest uitmaakt? Voeg dan --with toe, bijvoorbeeld --with monitor,value,sensitivity of --with all.
file-answer = { $name }: het antwoord van { $command }, met de grafiek ernaast
file-html = { $name }: de raming voor de raad, als bladzijde voor de browser
file-pdf = { $name }: dezelfde raming, om te bewaren of te printen
file-xlsx = { $name }: de cijfers voor financiën, met formules en grafieken
file-dutch-bands = { $name }: alle banden voor Nederlandse Excel
file-summary = { $name }: elk cijfer van deze pagina, en alle andere
file-bands = { $name }: alle banden in één tabel, voor een rekenblad
file-replications = { $name }: elke herhaling, voor eigen analyse
file-rows = { $name }: een map met van elke herhaling de totalen, voor eigen analyse
file-resolved = { $name }: elke aanname met eenheid, bron en zekerheid
file-manifest = { $name }: waarmee precies gerekend is, om het te herhalen

# Only in the PDF: what was left out, and below every page
pdf-elsewhere =
    Alle aannamen met hun bron staan in samenvatting.html en in resolved.toml. De cijfers achter elke grafiek staan in
    samenvatting.html en in summary.json.
pdf-page-of = Pagina { $page } van { $pages }
