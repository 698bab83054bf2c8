# `sim monitor`: when real data will tell.

monitor-title = Wanneer weten we het?
monitor-basis-worlds = De vraag is wanneer echte cijfers zeggen of ‘{ $arm }’ zich terugverdient naast de basis (‘{ $base }’). Zich terugverdienen betekent: vermeden kosten min kosten is over de hele periode naar verwachting niet ongunstiger dan in de basis. Dit is een raming uit { $replications }; elke wereld weegt even zwaar. We trekken een conclusie als de kans dat die klopt { $bound } of meer is, en kijken { $months } maanden vooruit.
monitor-basis = De vraag is wanneer echte cijfers zeggen of ‘{ $arm }’ zich terugverdient naast de basis (‘{ $base }’). Zich terugverdienen betekent: vermeden kosten min kosten is over de hele periode naar verwachting niet ongunstiger dan in de basis. Dit is een raming uit { $replications }. We trekken een conclusie als de kans dat die klopt { $bound } of meer is, en kijken { $months } maanden vooruit.
monitor-five = De vijf gegevens die elk kwartaal worden geregistreerd, zijn: instroom per verwijzer, gesprekken per traject, soort hulpvraag, soort hulp, en afrondingen en doorverwijzingen.
monitor-prior = Met wat we nu weten is de kans dat ‘{ $arm }’ zich terugverdient { $chance }: { $cases } van de 20 gevallen.
monitor-prior-worlds = Alle werelden tellen daarin even zwaar mee. Daarom is het een andere kans dan hierboven.
monitor-unsupported = Wanneer echte cijfers het zeggen, is bij dit aantal herhalingen niet nauwkeurig genoeg te zeggen.
monitor-known-pays = Daarvoor hoeft u niet te registreren: onder deze aannamen is nu al zeker genoeg dat ‘{ $arm }’ zich terugverdient. Registreren kan wel tonen dat deze aannamen niet kloppen. Laat daarvoor --world weg; dan worden alle werelden naast elkaar gelegd.
monitor-known-not = Daarvoor hoeft u niet te registreren: onder deze aannamen is nu al zeker genoeg dat ‘{ $arm }’ zich niet terugverdient. Registreren kan wel tonen dat deze aannamen niet kloppen. Laat daarvoor --world weg; dan worden alle werelden naast elkaar gelegd.
monitor-way-five = Met alleen de vijf gegevens komt er in { $cases } van de 20 gevallen ({ $chance }) een conclusie binnen deze periode. Gemiddeld duurt dat ten minste { $months } maanden.
monitor-way-relapse = Wordt ook geregistreerd wie binnen een jaar terugkomt, dan komt er in { $cases } van de 20 gevallen ({ $chance }) een conclusie. Gemiddeld duurt dat ten minste { $months } maanden.
monitor-way-avoided = Wordt bovendien van elke positieve afronding vastgelegd of maatwerk echt is voorkomen, dan komt er in { $cases } van de 20 gevallen ({ $chance }) een conclusie. Gemiddeld duurt dat ten minste { $months } maanden.
monitor-way-never = Zo komt er bijna nooit een conclusie: in { $cases } van de 20 gevallen ({ $chance }). Wat de doorslag geeft, wordt niet geregistreerd.
monitor-wrong = Van die conclusies is { $chance } onjuist ({ $cases } van de 20).
monitor-never-pays = Verdient het zich wel terug, dan blijkt dat zo bijna nooit: wat daarvoor de doorslag geeft, wordt niet geregistreerd.
monitor-never-not = Verdient het zich niet terug, dan blijkt dat zo bijna nooit: wat daarvoor de doorslag geeft, wordt niet geregistreerd.
monitor-pays-found = Verdient het zich wel terug, dan blijkt dat in { $cases } van de 20 gevallen ({ $chance }).
monitor-heading-rules = Een stopregel in gewone woorden
monitor-rule-why = Naar verwachting zijn er in deze periode { $closed } positieve afrondingen, en zijn er daarvan { $followed } een jaar gevolgd. Echt voorkomen wil zeggen: zonder de POJ was maatwerk gevolgd, en de jeugdige kwam binnen een jaar niet terug. Vooraf is voor deze regel elk deel even waarschijnlijk; voor al het andere weegt elke wereld even zwaar. Spreek vooraf af wanneer u stopt:
monitor-rule-both = Volg { $followed } positieve afrondingen een jaar lang. Is bij { $to } of minder daarvan maatwerk echt voorkomen, stop dan. Is dat bij { $from } of meer zo, ga dan door. Ligt het ertussen, blijf dan registreren.
monitor-rule-pays = Volg { $followed } positieve afrondingen een jaar lang. Is bij { $from } of meer daarvan maatwerk echt voorkomen, ga dan door. Is het minder, blijf dan registreren; geen enkel aantal is laag genoeg om te stoppen.
monitor-rule-not = Volg { $followed } positieve afrondingen een jaar lang. Is bij { $to } of minder daarvan maatwerk echt voorkomen, stop dan. Is het meer, blijf dan registreren; geen enkel aantal is hoog genoeg om zeker te zijn dat het zich terugverdient.
monitor-rule-none = Volgen van { $followed } positieve afrondingen is niet genoeg om te stoppen of door te gaan.
monitor-rule-limits = Stoppen betekent hier: voor het geld. De kans dat die beslissing klopt, is dan { $bound } of meer. Minder wachten en meer jeugdigen helpen kan een reden zijn om toch door te gaan.
monitor-heading-months = Na hoeveel maanden is er een conclusie?
monitor-caption = Hoe vaak er na zoveel maanden een conclusie is, met een kans van ten minste { $bound } dat zij klopt
monitor-months = Maanden
monitor-head-five = Vijf gegevens
monitor-head-relapse = Ook wie terugkomt
monitor-head-avoided = Ook wat echt is voorkomen
monitor-how = Elke mogelijke toekomst is om de beurt voor waar genomen. Wat dan elk kwartaal zou zijn geregistreerd, is vergeleken met alle andere. Een slimmere rekenwijze kan eerder tot een conclusie komen, dus dit is aan de voorzichtige kant. Wel gaat het ervan uit dat een van de werelden klopt: in de wereld van de evaluatie komt niemand terug, zodat één terugkeer daar al veel zegt. Een afronding telt een jaar later mee bij wie terugkomt en bij wat echt is voorkomen.
monitor-chart-title = Hoe vaak er een conclusie is met een kans van ten minste { $bound } dat zij klopt
monitor-chart-text = Naar rechts de maanden sinds het begin, naar boven het deel van de gevallen waarin er een conclusie is. Een lijn per manier van registreren.
monitor-axis = deel met een conclusie
monitor-nothing-to-conclude = er is niets om te volgen: dit is de basis zelf. Noem een scenario dat erop voortbouwt, bijvoorbeeld scenarios/third-provider.toml.

usage-not-a-bound = { $option } wil een kans van 0.51 tot 0.99, met een punt; "{ $value }" is dat niet.

help-monitor-about = Zegt wanneer echte cijfers tonen of een scenario zich terugverdient, en wanneer u stopt
help-monitor-usage = sim monitor [OPTIES] SCENARIO
help-monitor-examples =
    {"  "}sim monitor scenarios/third-provider.toml
    {"  "}sim monitor scenarios/third-provider.toml --bound 0.8 --closures 60
help-option-bound = De kans waarbij een conclusie wordt getrokken, van 0.51 tot 0.99 (anders 0.9)
