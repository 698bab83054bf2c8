# `sim score`: whether an archived forecast comes true.

score-title = Komt de raming uit?
score-example = Dit is een voorbeeld (vb.). De registraties zijn verzonnen en zeggen niets over Overbetuwe.
score-example-mark = Voorbeeld:
score-example-row = vb.
score-basis = { $quarters ->
    [one] De raming ‘{ $arm }’ (aannamen: ‘{ $world }’, { $replications }) is gelegd naast de registratie van 1 kwartaal: { $last }.
   *[other] De raming ‘{ $arm }’ (aannamen: ‘{ $world }’, { $replications }) is gelegd naast de registraties van { $quarters } kwartalen, tot en met { $last }.
}
score-other-needs = Deze hulpvragen kent de raming niet, zodat zij niet meetellen: { $needs }.
score-fits = De raming hoeft niet te worden herzien. Als zij klopt, wijkt wat wordt geregistreerd in { $cases } van de 20 gevallen ({ $chance }) ten minste zo ver af als nu.
score-revise = De raming moet worden herzien. Als zij klopt, wijkt wat wordt geregistreerd maar in { $cases } van de 20 gevallen ({ $chance }) zo ver af als nu.
score-since = Dat bleek voor het eerst op { $day }.
score-once = Op { $day } leek herzien wel nodig; met wat sindsdien is geregistreerd, is dat niet meer zo.
score-close = Dat is zo dicht bij de grens dat de rekenfout het oordeel kan omkeren: reken met meer herhalingen (--replications).
score-far = Hierin zit het verschil vooral, alle geregistreerde kwartalen samen:
score-more = meer dan geraamd: { $what }, { $registered } tegen { $between } (P10 tot P90)
score-fewer = minder dan geraamd: { $what }, { $registered } tegen { $between } (P10 tot P90)
score-rule = De regel: herzie bij { $threshold } of minder. Wie elk kwartaal kijkt tot de raming afloopt, krijgt bij een juiste raming in { $cases } van de 20 gevallen ({ $chance }) ten onrechte het advies om te herzien. Alle cijfers tellen samen, en alleen waar er naar verwachting ten minste vijf zijn: één klein getal beslist nooit.
score-coverage = Van { $figures } geregistreerde cijfers liggen er { $inner } tussen P10 en P90; bij een juiste raming zijn dat er ongeveer { $expected_inner }. Tussen P5 en P95 liggen er { $outer }; te verwachten zijn er { $expected_outer }.
score-heading-so-far = Alle geregistreerde kwartalen samen
score-so-far-caption = Geregistreerd tegen geraamd, opgeteld over de geregistreerde kwartalen
score-so-far-note = ‘Ernaast’ is hoe ver de raming ernaast zat, met haar onzekerheid meegewogen (CRPS): in jeugdigen, gesprekken of trajecten. Lager is beter. Aantallen onder de vijf noemen we niet; is er maar één deel zo klein, dan noemen we ook het volgende niet.
score-heading-quarters = Per kwartaal
score-quarters-caption = Geregistreerd, en tussen haakjes geraamd van P10 tot P90
score-heading-history = Wat er wanneer bekend was
score-history-caption = Elke dag waarop iets is geregistreerd of verbeterd, met wat toen bekend was
score-cell = { $registered } ({ $between })
score-withheld = niet genoemd
score-not-registered = niet geregistreerd
score-within = binnen P10–P90
score-edge = binnen P5–P95
score-outside = erbuiten
score-verdict-keep = past
score-verdict-revise = herzien
score-column-what = Wat
score-column-registered = Geregistreerd
score-column-expected = Geraamd
score-column-band = P10 tot P90
score-column-within = Ligt
score-column-crps = Ernaast
score-column-quarter = Kwartaal
score-column-day = Bekend op
score-column-quarters = Kwartalen
score-column-figures = Cijfers
score-column-inner = In P10–P90
score-column-share = Kans op zo ver
score-column-verdict = Oordeel
score-count-referred = verwezen jeugdigen
score-count-conversations = gesprekken
score-count-positive = positief afgerond
score-count-escalated = doorverwezen
score-count-dropped-out = afgebroken
score-count-unknown = afloop onbekend
score-count-by-screener = verwezen door screener
score-count-by-huisarts = verwezen door huisarts
score-count-by-smw = verwezen door schoolmaatschappelijk werk
score-count-by-consulent = verwezen door jeugd- en gezinsconsulent
score-count-by-other = verwezen door anderen
score-count-need = hulpvraag { $need }
score-chart-referred = Verwezen jeugdigen per kwartaal: geregistreerd en geraamd
score-chart-conversations = Gesprekken per kwartaal: geregistreerd en geraamd
score-chart-positive = Positief afgeronde trajecten per kwartaal: geregistreerd en geraamd
score-chart-text = Naar rechts de kwartalen. De banden zijn de raming: van P10 tot P90, en lichter van P5 tot P95. De lijn daarin is het midden. De andere lijn is wat is geteld en geregistreerd.
score-line-forecast = geraamd
score-line-registered = geteld

score-next = Zo leert u van deze registraties: sim calibrate SCENARIO --ledger { $folder }
score-next-example = Voorbeeld: zo zou u van echte registraties leren: sim calibrate SCENARIO --ledger { $folder }
score-nothing = er is geen raming om te beoordelen in { $folder }.
score-skipped = Niet beoordeeld: { $folder }. { $why }
score-why-unreadable = Dit zijn geen leesbare resultaten.
score-why-not-carried-out = Deze raming gaat niet over wat is uitgevoerd ({ $carried_out }), maar over { $arms }.
score-why-other = De raming is met deze versie en deze bestanden niet precies na te rekenen. Reken haar opnieuw met sim run.
score-why-no-quarter = Geen geregistreerd kwartaal ligt in de periode van de raming.
help-score-about = Houdt eerdere ramingen naast wat is geregistreerd, en zegt of zij moeten worden herzien
help-score-usage = sim score [OPTIES] [MAP]
help-score-examples =
    {"  "}sim score --ledger registratie/voorbeeld
    {"  "}sim score results --ledger registratie/voorbeeld --learn scenarios/baseline.toml
help-argument-score = Map met resultaten (anders results)
help-option-ledger = Map met registraties (anders registratie)
help-option-learn = Leer daarna van dezelfde registraties, als sim calibrate SCENARIO --ledger MAP
