# `sim backtest`: een raming van wat al voorbij is, gelegd naast wat er gebeurde.

backtest-title = Wat zou deze raming hebben gezegd over wat al voorbij is?
backtest-basis = ‘{ $arm }’ is vooruit gerekend met alleen wat vóór { $period } bekend was: { $replications }. Omgerekend naar trekkingen van gelijk gewicht is het aantal na het leren nog { $effective }. Daarna is de raming voor { $period } gelegd naast wat er gebeurde.
backtest-within = Van de { $all } cijfers lagen er { $inside } in de band van P10 tot P90, en { $edge } in die van P5 tot P95. In P10 tot P90 hoort een cijfer in 16 van de 20 gevallen (80%) te liggen, in P5 tot P95 in 18 van de 20 (90%).
backtest-inside = { $name }: geraamd { $middle } ({ $low } tot { $high }), het werd { $happened }. Dat ligt in de band.
backtest-edge = { $name }: geraamd { $middle } ({ $low } tot { $high }), het werd { $happened }. Dat ligt net buiten de band, maar nog tussen P5 en P95.
backtest-outside = { $name }: geraamd { $middle } ({ $low } tot { $high }), het werd { $happened }. Dat ligt buiten P5 tot P95: een misser.
backtest-heading-figures = Geraamd en gebeurd
backtest-caption = Wat voor { $period } werd geraamd, en wat er gebeurde
backtest-what = Wat
backtest-low = P10
backtest-middle = P50
backtest-high = P90
backtest-happened = Gebeurd
backtest-forecast = Raming, P10 tot P90
backtest-heading-scores = Hoe goed was de raming?
backtest-scores-caption = Plaats in de raming (PIT) en afstand (CRPS), elk met de rekenfout
backtest-pit = Plaats
backtest-error = Fout
backtest-crps = Afstand
backtest-naive = Zonder model
backtest-scores-text = Plaats is het deel van de raming dat lager lag dan wat er gebeurde; 50% is midden in de band. Afstand is hoe ver de hele raming ernaast zat, in de eenheid van het cijfer: minder is beter. Zonder model is hoe ver u ernaast zat als u per maand evenveel had verwacht als in de periode ervoor. Is de afstand kleiner, dan voegt het model iets toe.
backtest-heading-meaning = Wat betekent een misser?
backtest-one-year = Dit is één periode met een paar cijfers die samenhangen. Alles goed bewijst niet dat het model klopt, en één misser niet dat het fout is. Lees het zo:
backtest-not-knowable = De gemiddelde kosten van een traject gingen van { $known } naar { $became } ({ $rise } meer). Dat kon vooraf niemand weten, en het zit niet in de raming. De vermeden kosten en het saldo kunnen daarom missen terwijl de aantallen kloppen.
backtest-known-price = De regel met de kosten per traject die vooraf bekend waren, laat zien wat er overblijft als u die prijsstijging weghaalt.
backtest-grants = Ook de subsidie van daarna was vooraf niet bekend. De raming houdt die gelijk, zodat de kosten geen band hebben en een ander bedrag altijd een misser is.
backtest-leaks = Niet alles is echt vergeten: de bereiken voor gesprekken en de verdeling over verwijzers komen uit cijfers over de hele pilot. Voor die cijfers is de toets dus te mild.
backtest-model = Kwamen er meer jeugdigen dan geraamd, dan groeide de vraag harder dan de aannamen over groei en bekendheid toelaten. Maak die dan ruimer voordat u verder raamt.
backtest-chart-title = De raming als deel van wat er gebeurde
backtest-chart-text = Per cijfer een balk van P10 tot P90 van de raming, als deel van wat er gebeurde: 100% is precies goed. Naast de balk staat P50.
backtest-axis = raming gedeeld door wat er gebeurde
help-backtest-about = Raamt een periode die al voorbij is uit de perioden ervoor, en legt dat naast wat er gebeurde
help-argument-backtest = Scenariobestand met [[registered]] (anders scenarios/pilot-forward.toml)
help-backtest-usage = sim backtest [OPTIONS] [SCENARIO]
help-backtest-examples =
    {"  "}sim backtest
    {"  "}sim backtest scenarios/pilot-forward.toml --replications 200000
