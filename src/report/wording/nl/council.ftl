# The summary for the gemeenteraad, in plain Dutch (B1): short sentences, common words, a number beside every likelihood.

fewer-than-fewest = minder dan 5
less-than-fewest-below = meer dan −5

# The opening.
council-title = Samenvatting voor de gemeenteraad: { $titles }
council-opening = Dit is een raming voor { $span }. Een raming is een berekening met aannamen. Het kan anders lopen.
council-opening-pilot = Dit is een narekening van { $span }.
council-compared = We vergelijken met de basis: { $base }.
council-world = We rekenen met de aannamen van ‘{ $world }’, tenzij er iets anders staat.
council-bands = Tussen haakjes staat een band: in 16 van de 20 gevallen ligt de uitkomst daartussen.
council-terms = POJ betekent praktijkondersteuner jeugd. Die helpt een jeugdige in een paar gesprekken. Maatwerk is zwaardere jeugdhulp, die de gemeente per jeugdige toekent en betaalt. Aantallen onder de vijf noemen we niet.

# What is proposed and what it costs.
section-proposal = Wat is het voorstel, en wat kost het?
section-proposal-single = Waar gaat het over, en wat kost het?
council-question = { $title }. De vraag is: { $purpose }
council-cost-up = Over de hele periode kost dit naar verwachting { $value } meer{ $band }.
council-cost-down = Over de hele periode kost dit naar verwachting { $value } minder{ $band }.
council-cost-equal = Dit kost niets extra.

# How many are helped, and how much sooner.
section-help = Hoeveel jeugdigen krijgen meer hulp, en hoeveel eerder?
section-help-single = Hoeveel jeugdigen krijgen hulp, en hoe snel?
council-within-norm = Nu begint naar verwachting { $before } binnen de norm voor de wachttijd. Met dit scenario is dat { $after }.
council-shortage-hours = Er zijn nu vooral te weinig uren, niet te weinig verwijzingen. In { $cases } van de 20 gevallen ({ $chance }) wacht er in de meeste weken iemand omdat er geen uren vrij zijn.
council-shortage-referrals = Er zijn nu vooral te weinig verwijzingen, niet te weinig uren. In { $cases } van de 20 gevallen ({ $chance }) wacht er in de meeste weken iemand omdat er geen uren vrij zijn.
council-shortage-open = Zijn er nu te weinig uren of te weinig verwijzingen? Dat weten we niet. In { $cases } van de 20 gevallen ({ $chance }) wacht er in de meeste weken iemand omdat er geen uren vrij zijn.
council-saving-or-wait = Korter wachten is winst voor jeugdigen. Het is nog geen besparing. Daarover gaan de volgende twee vragen.

# The share that is needed.
section-needed = Welk deel moet echt maatwerk voorkomen?
council-avoidance-why = Een positieve afronding betekent: de jeugdige is geholpen en hoeft niet verder. Dat bespaart alleen geld als deze jeugdige anders maatwerk had gekregen. De grens is het deel van de positieve afrondingen waarbij dat precies genoeg is om de kosten terug te verdienen.

# The chance of paying back.
section-payback = Hoe groot is de kans dat het zich terugverdient?
council-dots-title = Het verdient zich terug in { $cases } van de 20 gevallen ({ $chance })
council-dots-title-cheaper = Het valt niet slechter uit dan de basis in { $cases } van de 20 gevallen ({ $chance })
council-dots-text = Twintig rondjes voor twintig gevallen. Gevuld zijn de gevallen waarin dit zich terugverdient: { $cases } van de 20 ({ $chance }).
council-dots-text-cheaper = Twintig rondjes voor twintig gevallen. Gevuld zijn de gevallen waarin dit niet slechter uitvalt dan de basis: { $cases } van de 20 ({ $chance }).
council-dots-filled = het verdient zich terug
council-dots-filled-cheaper = niet slechter dan de basis
council-dots-open = het verdient zich niet terug
council-dots-open-cheaper = slechter dan de basis
council-dots-data = De kans onder elk stel aannamen
council-dots-chance = Kans
council-cases = in { $cases } van de 20 gevallen ({ $chance })

# The wait list.
section-queue = Hoe lang is de wachtlijst?
council-queue = De lijn is het aantal dat we verwachten. Het gekleurde vlak is de band.
council-queue-shorter = Eind { $year } wachten er naar verwachting { $after } jeugdigen, in plaats van { $before }
council-queue-longer = Eind { $year } wachten er naar verwachting { $after } jeugdigen, in plaats van { $before }
council-queue-equal = De wachtlijst verandert niet
council-queue-unclear = Of de wachtlijst eind { $year } verandert, is bij dit aantal herhalingen niet te zeggen
council-queue-single = Eind { $year } wachten er naar verwachting { $value } jeugdigen
council-queue-several = De wachtlijst, nu en met elk voorstel
council-queue-text = Het aantal jeugdigen dat aan het eind van elke week op een eerste gesprek wacht. Elke lijn heeft haar naam naast zich. Aantallen onder de vijf zijn afgedekt.
council-queue-axis = jeugdigen die wachten, per week
council-queue-data = Jeugdigen die aan het eind van de week wachten
council-week = Week van

# Where young people go.
section-flows = Waar komen jeugdigen terecht?
council-flows-more = Er ronden naar verwachting { $after } jeugdigen positief af, in plaats van { $before }
council-flows-fewer = Er ronden naar verwachting { $after } jeugdigen positief af, in plaats van { $before }
council-flows-equal = Het aantal positieve afrondingen verandert niet
council-flows-unclear = Of er meer jeugdigen positief afronden, is bij dit aantal herhalingen niet te zeggen
council-flows-single = Naar verwachting ronden { $value } jeugdigen positief af
council-flows-several = De weg van jeugdigen, nu en met elk voorstel
council-flows-text = Liggende balken: hoeveel jeugdigen er worden verwezen, hoeveel er beginnen, en hoe het met hen afloopt. Het aantal staat naast elke balk.
council-flows-axis = jeugdigen in de hele periode
council-flows-data = Jeugdigen in de hele periode, met de band. Door afronding kan een verschil 1 schelen
council-what = Wat
flow-referred = verwezen naar de POJ
flow-started = eerste gesprek gehad
flow-positive = positief afgerond
flow-escalated = na gesprekken door naar specialistische hulp
flow-dropped-out = zelf gestopt
flow-unknown = afloop niet bekend
flow-left = tijdens het wachten naar specialistische hulp
flow-recovered = tijdens het wachten hersteld
flow-waiting = wacht nog aan het eind

# Euros per year.
section-years = Wat betekent het per begrotingsjaar?
council-years-less = { $title }: in elk jaar zijn de kosten naar verwachting hoger dan de vermeden kosten
council-years-more = { $title }: in elk jaar zijn de vermeden kosten naar verwachting hoger dan de kosten
council-years-mixed = { $title }: kosten en vermeden kosten per jaar
council-years-text = Staande balken per jaar: de vermeden kosten van maatwerk naast de kosten van de POJ. Het streepje in elke balk is de band.
council-years-axis = × €{"\u00A0"}1.000 per jaar
council-years-cost = kosten van de POJ
council-years-cost-extra = extra kosten van de POJ
council-years-avoided = vermeden kosten van maatwerk
council-years-avoided-extra = extra vermeden kosten van maatwerk
council-years-data = Kosten en vermeden kosten per jaar. Bedragen ×{"\u00A0"}€{"\u00A0"}1.000.

# Specialised care.
section-specialist = Gaan er meer jeugdigen naar specialistische hulp?
council-specialist-why = Er zijn twee kanten. Wie meer jeugdigen spreekt, vindt er ook meer die zwaardere hulp nodig hebben: dan stijgt dit aantal. Wie korter wacht, zoekt minder vaak andere hulp: dan daalt het.
council-specialist-unclear = De raming laat geen duidelijk verschil zien{ $band }.
council-specialist-data = Jeugdigen die met specialistische hulp beginnen, in de hele periode, met de band. Door afronding kan een verschil 1 schelen
council-difference = Verschil
council-band = Band
council-chance = Kans dat saldo niet negatief is
council-closed-elsewhere = Hoe vaak elders zonder verwijzing is afgerond
route-poj = na gesprekken met de POJ
route-queue = tijdens het wachten op de POJ
route-huisarts = direct door een huisarts die de POJ niet kent
route-all = samen

# Starts by referrer.
section-referrers = Wie verwijst naar specialistische hulp?
council-referrers = Dit zijn de twee grafieken uit de evaluatie, verder getrokken. Per maand zijn de aantallen te klein om te noemen. Daarom tellen we ze per kwartaal op. Let op: wie via de POJ naar zwaardere hulp gaat, telt mee bij de gemeente. Het aandeel van de gemeente zegt dus niet alles.
council-starts-title = { $title }: wie er per kwartaal met specialistische hulp begint, naar verwijzer
council-starts-text = Twee lijnen: het aantal jeugdigen dat per kwartaal naar verwachting begint via de gemeente, en via de huisarts.
council-starts-axis = jeugdigen per kwartaal
council-starts-data = Jeugdigen die naar verwachting met specialistische hulp beginnen, per kwartaal
council-quarter = Kwartaal vanaf
referrer-municipality = gemeente
referrer-huisarts = huisarts
council-share-title = Het aandeel van de gemeente is naar verwachting { $after }; in de basis is dat { $before }
council-share-single = Het aandeel van de gemeente is naar verwachting { $value }
council-share-several = In de basis is het aandeel van de gemeente naar verwachting { $value }
council-share-text = Een lijn per voorstel: welk deel van de jeugdigen per kwartaal via de gemeente met specialistische hulp begint.
council-share-axis = aandeel van de gemeente
council-share-data = Aandeel van de gemeente in wie er met specialistische hulp begint, per kwartaal

# What we do not know.
section-unknowns-council = Wat weten we niet, terwijl het wel uitmaakt?
council-unknown-first = Dit maakt het meeste uit en weten we het minst: { $what }.
council-unknown-data = Hoeveel elke onbekende bijdraagt aan de onzekerheid, onder ‘{ $world }’

# Choices.
section-choices = Welke aannamen zijn een keuze?
council-choices = Dit kiest het voorstel zelf. In de basis is het anders:
council-choice = { $what }: { $value }
council-choice-world = Ook de aannamen zijn gekozen. Deze samenvatting rekent met ‘{ $world }’. Dit zijn de werelden waarmee is gerekend:
council-world-about = { $title }. { $purpose }.

# What could go wrong.
section-risks = Wat kan er misgaan?
risk-net = In 2 van de 20 gevallen valt het saldo slechter uit dan { $low }.
risk-net-extra = In 2 van de 20 gevallen valt het verschil in saldo met de basis slechter uit dan { $low }.
risk-world = Onder ‘{ $world }’ is het saldo naar verwachting { $value }.
risk-world-extra = Onder ‘{ $world }’ is het verschil in saldo met de basis naar verwachting { $value }.
risk-queue = In 2 van de 20 gevallen wachten er eind { $year } meer dan { $high } jeugdigen.
risk-model = Het model kan zelf iets missen. Het rekent met gegevens van één pilot van ruim twee jaar.

# When real data will tell.
section-monitoring = Wanneer weten we of het werkt?
council-register = Dat weten we alleen als dit vanaf de eerste dag wordt bijgehouden:
register-maatwerk = of een jeugdige na een positieve afronding binnen een jaar toch maatwerk krijgt. Dit getal bepaalt of er een besparing is.
register-wait = hoeveel weken elke jeugdige op het eerste gesprek wacht. Alleen zo blijkt of de wachtlijst korter wordt.
register-hours = hoeveel uren een gesprek kost, ook het werk eromheen. Dit bepaalt of er te weinig uren zijn.
register-referrers = wie een jeugdige verwijst, en hoe het afloopt. Zo is te zien of er meer naar specialistische hulp gaan.
council-luck = Kijk niet naar één jaar alleen: van de spreiding in het saldo van { $year } is { $share } toeval.
council-register-when = Na hoeveel maanden de cijfers genoeg zeggen, is hier niet berekend. Dat is een aparte berekening. Vraag erom bij wie deze samenvatting maakte.

# How the calculation works.
section-method = Hoe werkt de berekening?
method-young-people = De computer bedenkt { $replications } keer een mogelijke toekomst. In elke toekomst worden jeugdigen verwezen, elke week een ander aantal. Elke jeugdige krijgt een hulpvraag, een aantal gesprekken en een mogelijke afloop. Dat gebeurt door loting, met de kansen uit de bronnen. Het zijn geen echte jeugdigen.
method-weeks = Daarna spelen we elke toekomst na, week voor week. Aanbieders hebben een aantal uren. Ziekte, verlof en overleg gaan daar af. Wie het langst wacht, is het eerst aan de beurt; wie voorrang heeft, gaat voor. Sommige jeugdigen die wachten, worden vanzelf beter; andere gaan naar specialistische hulp. Elk voorstel krijgt precies dezelfde jeugdigen; komt er een aanbieder met een nieuwe expertise bij, dan kunnen daar jeugdigen op afkomen die anders niet waren verwezen. Een verschil komt dus door het voorstel en niet door toeval.
method-unknown = Veel getallen kennen we niet precies. Dan loot de computer ook het getal zelf, tussen grenzen die bij de bron passen. Daarom is de uitkomst een band en geen enkel getal.
method-saving = Vermeden kosten zijn kosten van maatwerk dat naar verwachting niet nodig is. Daarvoor telt alleen het deel van de positieve afrondingen dat echt maatwerk voorkomt. Lichte gevallen zijn goedkoper, en sommige jeugdigen komen terug. Het saldo is vermeden kosten min kosten.
method-not = Het model zegt niets over één jeugdige. Het gebruikt geen persoonsgegevens, en het besluit niets.

# How exact it is.
section-exactness = Hoe zeker is de rekensom zelf?
council-exact = We hebben { $replications } keer geloot. Door dat loten heeft elk getal een kleine rekenfout.
council-exact-not = Bij zo weinig herhalingen is de rekenfout niet te schatten.
council-exact-net = De rekenfout in het saldo van { $value } is { $error }.
council-exact-net-extra = De rekenfout in het verschil in saldo van { $value } is { $error }.
council-exact-chance = De rekenfout in de kans van { $chance } is { $error } procentpunt.
council-exact-small = Dat is klein naast de band. Vaker rekenen maakt de raming dus nauwelijks zekerder. Meten doet dat wel.
council-repeat = Met startgetal { $seed } geeft de computer precies deze cijfers opnieuw.

# Sources.
section-sources = Bijlage: alle aannamen en hun bronnen
council-sources = E is de evaluatie van de pilot, V is het voorstel aan het college; het getal erachter is de regel. Gemeten is geteld in een bron. Afgeleid is daaruit berekend. Aangenomen is een keuze of een schatting. Onbekend is: het is nodig en niemand heeft het.
council-sources-data = Alle aannamen onder ‘{ $world }’: wat we verwachten, en de band
council-value = Waarde
council-only-in = { $what } (alleen: { $arms })
council-ceiling-of = plafond ‘{ $name }’
council-provider-of = { $what } (‘{ $name }’)
council-from-date = vanaf { $date }
council-many-parts = een verdeling; zie resolved.toml
unit-none = { $value }{ $band }
unit-youths-per-year = { $value } per jaar{ $band }
unit-share-per-year = { $value } per jaar{ $band }
unit-hours = { $value } uur{ $band }
unit-hours-per-week = { $value } uur per week{ $band }
unit-weeks = { $value } weken{ $band }
unit-weeks-per-year = { $value } weken per jaar{ $band }
unit-per-week = kans per week: { $value }{ $band }
unit-per-year = kans per jaar: { $value }{ $band }
unit-conversations = { $value } gesprekken{ $band }
unit-log-odds = { $value } op de schaal van log-odds{ $band }
unit-log-odds-per-week = { $value } per week op de schaal van log-odds{ $band }
unit-eur-per-hour = { $value } per uur{ $band }
unit-eur-per-year = { $value } per jaar{ $band }

# The page itself.
page-skip = Naar de inhoud
page-contents = Inhoud
page-data = De cijfers van deze grafiek
page-made = Gemaakt met sim. Elk cijfer op deze bladzijde staat in summary.json.
