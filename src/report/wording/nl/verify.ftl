# `sim verify`: the checks of the model on a scenario, and how they ended.

verify-title = Klopt het model met dit scenario?
verify-basis = Dit zijn controles op ‘{ $arm }’, onder de aannamen ‘{ $world }’, met { $replications }. Varianten van het scenario zijn doorgerekend en vergeleken: wat gelijk hoort te zijn, moet gelijk zijn.
verify-all-hold = Alle { $done } controles die op dit scenario van toepassing zijn, kloppen.
verify-some-fail = Van de { $done } controles die op dit scenario van toepassing zijn, { $fail ->
    [one] klopt er { $fail } niet
   *[other] kloppen er { $fail } niet
}. Gebruik de uitkomsten van dit scenario niet voordat dat is uitgezocht.
verify-not-applicable = Niet van toepassing op dit scenario: { $count } { $count ->
    [one] controle
   *[other] controles
}.
verify-fails = Klopt niet: { $what }
verify-fails-named = Klopt niet: { $what } Het gaat om { $names }.
verify-elsewhere = Deze waarden veranderen in dit scenario zelf niets: { $names }. Met meer jeugdigen of met andere uren wel; ze worden dus gelezen.
verify-open = Of deze waarden worden gelezen, is met dit scenario niet te zeggen: { $names }. Er komen te weinig jeugdigen aan de beurt om dat te zien, ook als er meer komen.
verify-group-inputs = Invoer
verify-group-flow = Jeugdigen en uren
verify-group-money = Geld
verify-group-uncertainty = Onzekerheid
verify-group-interface = Bestanden en herhaalbaarheid
verify-caption = Wat is gevonden, en wat mag
verify-check = Controle
verify-figure = Gevonden
verify-bound = Grens
verify-at-most = hoogstens { $bound }
verify-at-least = minstens { $bound }
verify-verdict = Uitkomst
verify-holds = klopt
verify-does-not-hold = klopt niet
verify-does-not-apply = n.v.t.
help-verify-about = Controleert het model op een scenario: ruim 60 controles, elk met een cijfer
help-argument-verify = Scenariobestand (anders scenarios/third-provider.toml)
help-verify-usage = sim verify [OPTIES] [SCENARIO]
help-verify-examples =
    {"  "}sim verify
    {"  "}sim verify mijn-scenario.toml --replications 4000
exit-check-failed = een controle van sim verify klopt niet

verify-inputs-known = Een bekende waarde komt in elke trekking precies terug (grootste afwijking).
verify-inputs-means = Het gemiddelde van elke onzekere waarde is zoals opgegeven (grootste afwijking, in standaardfouten van gewone trekkingen).
verify-inputs-spreads = De spreiding van elke onzekere waarde is zoals opgegeven (grootste afwijking, als deel).
verify-inputs-deciles = P10, P50 en P90 van elke onzekere waarde zijn zoals opgegeven (grootste afwijking in aandeel).
verify-inputs-bounds = Geen trekking valt buiten de grenzen van haar sleutel (aantal).
verify-inputs-wholes = Aandelen tellen op tot één (grootste afwijking).
verify-inputs-parts = Het gemiddelde van elk onzeker aandeel is zoals opgegeven (grootste afwijking, in standaardfouten van gewone trekkingen).
verify-inputs-ranks = Waarden die samenhangen, hangen zo sterk samen als opgegeven (grootste afwijking in rangcorrelatie).
verify-inputs-urgent = Het aantal jeugdigen met voorrang klopt met het aandeel (afwijking in standaardfouten).
verify-inputs-weekly = Het aantal jeugdigen met wekelijkse gesprekken klopt met het aandeel (afwijking in standaardfouten).
verify-inputs-needs = Het aantal jeugdigen met de eerste hulpvraag klopt met het aandeel (afwijking in standaardfouten).
verify-inputs-conversations = Het aantal gesprekken dat nodig is, klopt met het gemiddelde (afwijking in standaardfouten).
verify-inputs-dead = Elke waarde die wordt gelezen, verandert een resultaat (aantal waarden dat niets doet).
verify-flow-people = Wie verwezen is, is begonnen, weggegaan of wacht nog: elke week (grootste verschil).
verify-flow-trajectories = Wie begonnen is, is afgesloten of nog bezig: elke week (grootste verschil).
verify-flow-forward = Wat sinds de eerste week is geteld, daalt nooit (aantal keer).
verify-flow-hours = Er worden nooit meer uren gebruikt dan er zijn (meeste uren te veel in een week).
verify-flow-conversations = Elk gesprek kost zijn uren (uren die ontbreken, opgeteld vanaf de eerste week).
verify-flow-outcomes = De vier uitkomsten tellen op tot de trajecten die eindigden (grootste verschil).
verify-flow-providers = De uren van alle aanbieders tellen op tot het totaal (grootste verschil).
verify-flow-routes = De drie wegen naar specialistische zorg tellen op tot het totaal (grootste verschil).
verify-flow-little = De rij opgeteld over de weken is gelijk aan alle weken wachten samen: de wet van Little (grootste verschil in weken).
verify-flow-more-hours = Anderhalf keer zo veel uren laat niemand langer wachten, op één na per aanbieder die al iets had voorbereid, als ieder één gesprek heeft en niemand weggaat (aantal mensen).
verify-flow-endless-hours = Met duizend keer zo veel uren wacht niemand (langste wacht, of aantal wachtenden).
verify-flow-no-hours = Zonder uren wordt niemand geholpen en niets vermeden (grootste getal).
verify-flow-no-inflow = Zonder instroom is er niemand en wordt niets vermeden (grootste getal).
verify-flow-null-option = De basis naast zichzelf geeft tot op de laatste bit hetzelfde (aantal getallen dat verschilt).
verify-flow-swap = Basis en scenario verwisseld: dezelfde getallen, dus elk verschil keert van teken om (aantal getallen dat verschilt).
verify-money-years = De jaren tellen op tot het totaal (grootste verschil).
verify-money-net = Saldo is vermeden kosten min kosten (grootste verschil in euro).
verify-money-evaluation = Ook met de methode van de evaluatie is saldo vermeden kosten min kosten (grootste verschil in euro).
verify-money-none-avoids = Voorkomt niemand maatwerk, dan is er niets vermeden (grootste bedrag in euro).
verify-money-all-avoid = Voorkomt iedere goede afsluiting maatwerk, dan is alles vermeden wat kan (grootste verschil in euro).
verify-money-at-most-all = Er wordt nooit meer vermeden dan wat kan (grootste bedrag in euro te veel).
verify-money-all-cashable = Is alles in te boeken, dan is dat het saldo (grootste verschil in euro).
verify-money-nothing-cashable = Is niets in te boeken, dan blijven alleen de kosten over (grootste verschil in euro).
verify-money-price = Dubbele prijzen geven dubbele kosten (grootste afwijking van twee keer).
verify-money-price-people = Dubbele prijzen veranderen niets voor de jeugdigen (aantal getallen dat verschilt).
verify-money-care = Kost maatwerk twee keer zo veel, dan wordt twee keer zo veel vermeden (grootste afwijking van twee keer).
verify-money-index = Zonder index en zonder disconto is de contante waarde het saldo (grootste verschil in euro).
verify-money-discount = Bij 100% disconto telt elk jaar half zo zwaar als het vorige (grootste verschil in euro).
verify-money-start = Eenmalige kosten tellen één keer (grootste verschil in euro).
verify-money-standing = Wat de aanbieders kosten, hangt niet af van de instroom (grootste verschil in euro).
verify-uncertainty-collapsed = Onzekerheid die bijna niets breed is, geeft hetzelfde als bekende waarden (grootste afwijking, als deel).
verify-uncertainty-independent = Twee herhalingen met dezelfde waarden hebben geen toeval gemeen (samenhang in standaardfouten).
verify-uncertainty-whole = Niet weten en toeval tellen op tot de hele spreiding (grootste afwijking).
verify-uncertainty-luck = Het aandeel toeval is gelijk aan dat uit een tweede berekening (grootste verschil).
verify-uncertainty-error = Een ander startgetal geeft dezelfde gemiddelden, binnen de opgegeven rekenfout (grootste verschil, in standaardfouten).
verify-uncertainty-order = Hogere percentielen zijn nooit lager (aantal keer).
verify-uncertainty-shared-luck = Gedeeld toeval maakt het verschil in saldo nauwkeuriger (hoeveel keer kleiner de variantie wordt).
verify-uncertainty-new-quantity = Eén onzekere waarde erbij verschuift geen andere trekking (aantal dat verschuift).
verify-uncertainty-new-arm = Een scenario erbij verandert niets aan de basis (aantal getallen dat verschilt).
verify-uncertainty-new-world = Andere werelden erbij veranderen niets aan deze (aantal getallen dat verschilt).
verify-uncertainty-longer = Meer herhalingen laten de eerste zoals ze zijn (aantal getallen dat verschilt).
verify-interface-threads = Met 1, 2 en 8 rekendraden komt hetzelfde uit (aantal getallen dat verschilt).
verify-interface-again = Hetzelfde startgetal geeft nog eens hetzelfde (aantal getallen dat verschilt).
verify-interface-seed = Een ander startgetal geeft iets anders (aandeel herhalingen dat verschilt).
verify-interface-watched = Week voor week bekeken is een herhaling dezelfde als in de som (aantal getallen dat verschilt).
verify-interface-figures = Elk cijfer op de pagina staat met dezelfde waarde in summary.json (aantal dat ontbreekt).
verify-interface-languages = De Nederlandse en de Engelse pagina noemen dezelfde cijfers (aantal verschillen).
verify-interface-bytes = Dezelfde uitkomst nog eens opgeschreven geeft dezelfde bytes (aantal dat verschilt).
verify-interface-finite = Elk getal in summary.json is een gewoon getal of leeg (aantal dat dat niet is).
verify-interface-setting = Een waarde die met --set wordt gezet, komt aan en verandert geen andere (aantal fouten).
