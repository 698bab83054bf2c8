# `sim value`: what it is worth to know more before choosing.

value-title = Wat is meer weten waard?
value-basis = De keuze is: doorgaan zoals in de basis (‘{ $base }’), of een van de andere scenario's. Dit is een raming uit { $replications }. Meer weten is iets waard als het de keuze verandert. Alle bedragen zijn per jaar, en gaan over vermeden kosten min kosten. Wat het registreren zelf kost, is er niet af.
value-option = { $title }
value-with-worth = Elke extra positieve afronding telt hier bovendien mee voor { $worth }.
value-now = Met wat we nu weten is ‘{ $title }’ onder ‘{ $world }’ voor het geld de beste keuze. Wie alles zou weten wat te weten is, koos dat in { $cases } van de 20 gevallen ({ $chance }) ook.
value-now-unsupported = Welke keuze onder ‘{ $world }’ voor het geld de beste is, is bij dit aantal herhalingen niet nauwkeurig genoeg te zeggen.
value-option-worse = ‘{ $title }’ is naar verwachting { $size } per jaar ongunstiger dan de basis.
value-option-better = ‘{ $title }’ is naar verwachting { $size } per jaar gunstiger dan de basis.
value-option-even = ‘{ $title }’ is voor het geld niet te onderscheiden van de basis.
value-perfect = Alles weten zou onder ‘{ $world }’ naar verwachting { $value } per jaar waard zijn: zoveel gunstiger valt de keuze dan uit.
value-perfect-none = Onder ‘{ $world }’ verandert meer weten die keuze niet: wat het waard is, is niet te onderscheiden van nul.
value-perfect-open = Of meer weten onder ‘{ $world }’ iets waard is, is bij dit aantal herhalingen dan ook niet te zeggen.
value-mixture = Weten we niet welke wereld klopt, en weegt elke wereld even zwaar, dan is ‘{ $title }’ nu de beste keuze voor het geld. Weten welke wereld klopt, is dan { $known } per jaar waard, en alles weten { $perfect }.
value-mixture-none = Ook als we niet weten welke wereld klopt, en elke wereld even zwaar weegt, is niet te zeggen dat meer weten iets waard is. De beste keuze voor het geld is dan ‘{ $title }’.
value-even-why = Geld is niet alles. Wat nu volgt, geldt onder ‘{ $world }’.
value-even = Is een extra positieve afronding u, naast de vermeden kosten, meer waard dan { $worth }, dan is ‘{ $title }’ beter dan ‘{ $base }’.
value-heading-register = Registreer dit eerst
value-register-avoided = Volg { $closures } positieve afrondingen een jaar lang, en leg vast of maatwerk echt is voorkomen. Dat is voor deze keuze naar verwachting { $value } per jaar waard.
value-register-relapse = Volg { $closures } positieve afrondingen een jaar lang, en leg vast wie terugkomt. Dat is voor deze keuze naar verwachting { $value } per jaar waard.
value-register-quantity = Zoek uit: { $what }. Dat te weten is onder ‘{ $world }’ naar verwachting { $value } per jaar waard.
value-register-nothing = Voor deze keuze is van geen enkele registratie aan te tonen dat zij iets waard is: wat we te weten zouden komen, verandert de keuze niet, of te weinig om het van de rekenfout te onderscheiden. Er kunnen andere redenen zijn om te registreren.
value-register-open = Wat u het beste het eerst registreert, is bij dit aantal herhalingen niet te zeggen.
value-follow-how = Volgen kan op twee manieren. Eenvoudig: kijk na een jaar of de jeugdige is teruggekomen. Beter: laat bij de afronding ook de toegang vastleggen of anders maatwerk was gevolgd, en kijk na een jaar of dat uitbleef.
value-caption-samples = Wat het waard is om positieve afrondingen te volgen, per jaar, als elke wereld even zwaar weegt. Achter ± staat de rekenfout.
value-caption-samples-of = Wat het waard is om positieve afrondingen te volgen, per jaar, onder ‘{ $world }’. Achter ± staat de rekenfout.
value-closures = Gevolgd
value-relapse = Wie terugkomt
value-avoided = Of maatwerk echt is voorkomen
value-follow-limits = Dit gaat ervan uit dat een van de werelden klopt en dat het oordeel van de toegang klopt. In de wereld van de evaluatie komt niemand terug; zien we wel terugkeer, dan valt die wereld af. Het verschil tussen de werelden is een keuze van wie ze opschreef. Lees deze bedragen dus als orde van grootte.
value-heading-worlds = Onder elke wereld
value-caption-worlds = De beste keuze voor het geld onder elke wereld, en wat alles weten per jaar waard is. Achter ± staat de rekenfout.
value-best = Beste keuze
value-chance = Kans dat zij de beste is
value-expected = Gunstiger dan de basis
value-perfect-head = Alles weten
value-heading-quantities = Per gegeven
value-quantities-none = Van geen enkel gegeven apart is te zeggen dat weten hoe het zit deze keuze verandert.
value-caption-quantities = Wat het per jaar waard is om een gegeven of een onderwerp te kennen. Achter ± staat de rekenfout.
value-all-of = alles over { $what }
value-worth = Waarde per jaar
value-how = Een waarde is de winst van een keuzeregel die op andere trekkingen is geleerd dan waarop hij is beproefd. Zij valt daardoor eerder te laag dan te hoog uit, en toeval telt niet mee als kennis.
value-cell = { $value }{"\u00A0"}±{"\u00A0"}{ $error }
value-cell-none = niet te zeggen
value-chart-title = Wat het waard is om positieve afrondingen te volgen
value-chart-row = { $closures } gevolgd
value-chart-text = Per aantal positieve afrondingen dat een jaar wordt gevolgd twee balken: wat het per jaar waard is om alleen te kijken wie terugkomt, en wat het waard is om vast te leggen of maatwerk echt is voorkomen, in euro's.
value-axis = waarde per jaar (€)
value-nothing-to-choose = er is niets te kiezen: dit is de basis zelf. Noem een of meer scenario's die erop voortbouwen, bijvoorbeeld scenarios/third-provider.toml.

help-value-about = Zegt wat meer weten waard is voor een keuze, en wat u het eerst registreert
help-value-usage = sim value [OPTIES] SCENARIO...
help-value-examples =
    {"  "}sim value scenarios/third-provider.toml
    {"  "}sim value scenarios/third-provider.toml scenarios/more-hours.toml --closures 50 --closures 100
    {"  "}sim value scenarios/third-provider.toml --closure-worth 5000
help-option-closures = Zoveel positieve afrondingen worden gevolgd (vaker op te geven; anders 25, 50, 100 en 200)
help-option-closure-worth = Wat een extra positieve afronding meetelt naast vermeden kosten, in euro's (anders 0)
