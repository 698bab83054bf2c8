# What the prompt says: help, progress, where files are.

## Help

help-short =
    sim rekent door wat een keuze voor de praktijkondersteuners jeugd (POJ) doet met wachttijd, kosten en besparing.

    Voorbeeld:
      sim scenarios/third-provider.toml

    Opdrachten:
      run    reken scenario's door (mag u weglaten)
      check  controleer scenariobestanden, reken niets
      show   toon elke waarde van een scenario en waar die vandaan komt

    Meer weten: sim --help

help-usage = Gebruik:
help-heading-options = Opties
help-arguments = Argumenten
help-commands = Opdrachten
help-examples = Voorbeelden:
help-exit-codes = Uitkomst voor scripts (exit code):
help-value-folder = MAP
help-value-file = BESTAND
help-value-setting = SLEUTEL=WAARDE
help-value-command = OPDRACHT

help-root-about = Rekent door wat een keuze voor de praktijkondersteuners jeugd (POJ) doet met wachttijd, kosten en besparing
help-root-usage = sim SCENARIO.toml
    {"         "}sim OPDRACHT [OPTIES] ...
help-root-examples =
    {"  "}sim scenarios/third-provider.toml          reken een scenario door naast zijn basis
    {"  "}sim check mijn-scenario.toml               wijst elke fout aan, reken niets
    {"  "}sim show mijn-scenario.toml                toont elke waarde met bron en regel
    {"  "}sim run --help                             alle opties van het rekenen

help-run-about = Rekent een of meer scenario's door, over dezelfde jeugdigen, naast hun basis
help-run-usage = sim [run] [OPTIES] SCENARIO...
help-run-examples =
    {"  "}sim scenarios/third-provider.toml
    {"  "}sim run scenarios/third-provider.toml scenarios/more-hours.toml
    {"  "}sim scenarios/third-provider.toml --set providers.derde.hours_per_week=20
    {"  "}sim scenarios/third-provider.toml --world scenarios/worlds/cautious.toml --out proef
    {"  "}sim scenarios/third-provider.toml --with monitor,value

help-compare-about = Houdt scenario's naast elkaar: wie is hoe vaak het gunstigst, en waarom verschillen er twee
help-compare-usage = sim compare [OPTIES] SCENARIO...
help-compare-examples =
    {"  "}sim compare scenarios/third-provider.toml scenarios/more-hours.toml scenarios/awareness.toml
    {"  "}sim compare scenarios/third-provider.toml scenarios/more-hours.toml --explain baseline --explain more-hours
help-option-explain = Leg het verschil tussen deze twee scenario's uit (twee keer opgeven); zonder deze optie de eerste twee
help-value-name = NAAM

help-break-even-about = Zoekt de waarde van een gegeven waarbij een scenario zich zo vaak terugverdient als u vraagt
help-break-even-usage = sim break-even [OPTIES] SCENARIO
help-break-even-examples =
    {"  "}sim break-even scenarios/third-provider.toml
    {"  "}sim break-even scenarios/third-provider.toml --key providers.derde.hourly_price_eur --range 20:200
    {"  "}sim break-even scenarios/third-provider.toml --key maatwerk.avoidance_share --key maatwerk.cost_average_eur
help-option-key = Het gegeven dat wordt veranderd; twee keer voor een kaart van beide; zonder deze optie maatwerk.avoidance_share
help-option-range = Waar wordt gezocht, bij elke --key in dezelfde volgorde; zonder deze optie wat voor dat gegeven gewoon is
help-option-probability = Hoe vaak het zich moet terugverdienen; zonder deze optie 0.5
help-value-key = SLEUTEL
help-value-range = LAAG:HOOG

help-budget-about = Zoekt de beste besteding van een jaarbedrag, binnen de plafonds en de norm voor de wachttijd
help-budget-usage = sim budget [OPTIES] SCENARIO
help-budget-examples =
    {"  "}sim budget scenarios/budget.toml
    {"  "}sim budget scenarios/budget.toml --set ceilings.totaal.indexed=true

help-merge-about = Voegt de delen van een berekening of een streek samen, tot dezelfde bestanden als één berekening geeft
help-merge-usage = sim merge [OPTIES] MAP...
help-merge-examples =
    {"  "}sim run scenarios/third-provider.toml --shard 1/2
    {"  "}sim run scenarios/third-provider.toml --shard 2/2
    {"  "}sim merge results
help-argument-parts = Mappen van delen, of mappen waar die in staan
help-value-seconds = SECONDEN
help-option-precision = Reken door tot de rekenfout van de nettobesparing (gemiddelde, P10 en P90) niet groter is dan dit bedrag; --replications is dan het maximum
help-option-resume = Ga verder waar een lange berekening is afgebroken
help-option-checkpoint = Bewaar om de zoveel seconden wat er is; zonder deze optie elke 10 seconden bij wat langer dan een minuut duurt
help-option-shard = Reken alleen deel K van N; sim merge voegt de delen samen

help-check-about = Controleert scenariobestanden en wijst alle fouten tegelijk aan; rekent niets
help-check-usage = sim check [OPTIES] SCENARIO...
help-check-examples =
    {"  "}sim check scenarios/third-provider.toml
    {"  "}sim check scenarios/*.toml

help-show-about = Toont elke waarde van een scenario: eenheid, bron, hardheid, en bestand en regel waar die staat
help-show-usage = sim show [OPTIES] SCENARIO
help-show-examples =
    {"  "}sim show scenarios/third-provider.toml
    {"  "}sim show scenarios/third-provider.toml --world scenarios/worlds/headwind.toml

help-completions-about = Geeft het script waarmee uw shell opdrachten en opties aanvult
help-completions-usage = sim completions SHELL
help-completions-examples =
    {"  "}sim completions bash > ~/.local/share/bash-completion/completions/sim

help-man-about = Geeft de handleiding als man-pagina
help-man-usage = sim man [OPDRACHT]
help-man-examples =
    {"  "}sim man > sim.1
    {"  "}sim man run > sim-run.1

help-schema-about = Geeft het JSON Schema van scenariobestanden (voor uw editor), van summary.json of van het antwoord op een vraag
help-schema-usage = sim schema [OPTIES] [NAAM]
help-schema-examples =
    {"  "}sim schema > scenario.schema.json

help-argument-scenarios = Scenariobestanden; een scenario dat een ander uitbreidt, komt naast dat andere te staan
help-argument-scenario = Scenariobestand
help-argument-shell = bash, zsh, fish, elvish of powershell
help-argument-man = De opdracht waarover de pagina gaat; zonder opdracht gaat zij over sim zelf
help-argument-schema = Waarvan: { $names }; zonder deze keuze scenario
help-option-replications = Aantal herhalingen, { $least } tot en met { $most }; zonder deze optie { $default }
help-option-seed = Beginwaarde van het toeval; dezelfde beginwaarde geeft dezelfde cijfers; zonder deze optie 1
help-option-threads = Aantal rekendraden; zonder deze optie zoveel als de computer aankan; de cijfers hangen er niet van af
help-option-out = Map voor de resultaten; zonder deze optie results
help-option-world = Reken onder deze wereld in plaats van die van de basis; mag vaker
help-option-set = Zet één waarde anders, alleen voor nu; mag vaker
help-option-reports = Welke rapporten: html, pdf, xlsx, met komma's ertussen, of none voor geen; zonder deze optie alle drie
help-option-with = Beantwoord ook deze vragen en zet de antwoorden in de rapporten: monitor, value, sensitivity, compare, break-even, budget, verify, met komma's ertussen, of all voor alles behalve verify; dat kost extra tijd
help-option-dutch-csv = Schrijf ook banden.csv: de banden met puntkomma en decimale komma, voor Nederlandse Excel
help-option-quiet = Toon alleen fouten
help-option-force = Vervang eerdere resultaten, ook als die uit andere invoer komen
help-option-lang = Taal: nl of en; zonder deze optie nl
help-option-help = Toon deze uitleg
help-option-version = Toon de versie

exit-done = gelukt, met of zonder waarschuwingen
exit-internal-fault = fout in sim zelf
exit-usage = opdracht niet begrepen
exit-scenario-refused = scenario, wereld of --set geweigerd: er staan fouten in
exit-run-failed = rekenen niet afgemaakt, ook na Ctrl-C; eerdere resultaten zijn zoals ze waren, maar sim region bewaart de gemeenten die af zijn
exit-output-not-written = resultaten niet weggeschreven, en eerdere zijn zoals ze waren; of alleen de tekst is niet te tonen, dan staat er bij waar de resultaten zijn
exit-precision-missed = gerekend, maar niet zo nauwkeurig als gevraagd

man-name = NAAM
man-synopsis = GEBRUIK
man-description = BESCHRIJVING
man-options = OPTIES
man-commands = OPDRACHTEN
man-extra = VERDER
man-version = VERSIE

## What was typed and not understood

failure-prefix = Fout:
usage-unknown-option = de optie { $option } bestaat niet.
usage-too-many = "{ $word }" is hier te veel.
usage-no-value = achter { $option } hoort een waarde.
usage-invalid-value = "{ $value }" kan niet achter { $option }. Kies uit: { $valid }.
usage-flag-with-value = { $option } neemt geen waarde, maar kreeg "{ $value }".
usage-conflict = { $option } gaat niet samen met { $other }.
usage-twice = { $option } staat er meer dan een keer.
usage-not-alone = bij { $option } kan { $word } alleen staan, niet naast iets anders.
usage-missing = er ontbreekt iets: { $argument }.
usage-not-text = een van de woorden is geen leesbare tekst.
usage-other = de opdracht is niet te begrijpen.
usage-number-grouped = { $option } krijgt "{ $value }". Schrijf een heel getal zonder punten, komma's of spaties: { $meant }.
usage-number-fraction = { $option } krijgt "{ $value }", maar het moet een heel getal zijn, zonder punt of komma.
usage-number-range = { $option } krijgt "{ $value }", maar moet liggen tussen { $low } en { $high }.
usage-not-a-number = { $option } krijgt "{ $value }", maar dat is geen getal in cijfers.
usage-not-a-range = { $option } krijgt "{ $value }". Schrijf twee getallen met een dubbele punt ertussen, het laagste eerst, met een decimale punt: 0.2:0.8
usage-not-a-chance = { $option } krijgt "{ $value }", maar moet een kans zijn van 0.01 tot en met 0.99, met een decimale punt.
usage-unknown-command = "{ $word }" is geen opdracht en geen bestand.
usage-commands = Opdrachten: { $commands }.
usage-meant = Bedoelt u { $meant }?
usage-hint = Uitleg: { $help }

## Progress and results

progress-seconds-left = nog { $count } s
progress-of = { $about }: { $left }
progress-working = bezig met de cijfers …
progress-working-on = { $about }: bezig met de cijfers …
progress-writing = bezig met de bestanden …
with-impossible = --with { $question } gaat hier niet: { $why }
with-left-out = Overgeslagen: { $question }, want { $why }
with-nothing-to-compare = er is niets om te vergelijken: dit is de basis zelf.
with-one-to-compare = er is maar één voorstel naast de basis. Noem er meer om ze te vergelijken.
progress-minutes-left = nog { $count } min
usage-not-an-amount = { $option } krijgt "{ $value }", maar moet een bedrag in euro's zijn boven 0, zonder punten voor duizendtallen.
usage-not-a-shard = { $option } krijgt "{ $value }", maar moet K/N zijn: welk deel van hoeveel, zoals 2/4.
precision-missed = De gevraagde nauwkeurigheid is niet gehaald. De grootste rekenfout is { $error }: die van { $which } van het saldo van ‘{ $arm }’, onder ‘{ $world }’. Voor een fout van { $wanted } zijn ongeveer { $needed } herhalingen nodig (--replications). De resultaten staan er wel.
precision-beyond = De gevraagde nauwkeurigheid is niet gehaald. De grootste rekenfout is { $error }: die van { $which } van het saldo van ‘{ $arm }’, onder ‘{ $world }’. Voor een fout van { $wanted } zijn meer herhalingen nodig dan een berekening kan hebben ({ $needed }). De resultaten staan er wel.
precision-unknown = De gevraagde nauwkeurigheid is niet gehaald. Hoe groot de rekenfout is van { $which } van het saldo van ‘{ $arm }’, onder ‘{ $world }’, is met { $needed } niet te schatten. Geef meer herhalingen (--replications). De resultaten staan er wel.
precision-mean = het gemiddelde
precision-page = De bladzijde noemt alleen de fout van het gemiddelde; in summary.json staan ze allemaal.
resume-or-force = van deze berekening is eerder een deel bewaard, in { $folder }. Ga daarmee verder met --resume, of begin opnieuw met --force.
resume-other = in { $folder } is een deel bewaard van een andere berekening. Anders: { $what }. Ga met die berekening verder door haar opdracht te geven met --resume, gooi het bewaarde weg met --force, of kies een andere map met --out.
resume-hint = Wat al gerekend was, is wel bewaard: geef dezelfde opdracht met --resume om verder te gaan.
resume-nothing = Van deze berekening is niets bewaard om mee verder te gaan; de berekening begint vooraan.
shard-written = Deel { $shard } van { $of } staat in { $folder }. Zijn alle delen er, voeg ze dan samen met sim merge.
merge-refused = deze delen zijn niet samen te voegen; er is niets geschreven:
merge-no-part = in { $folder } staat geen deel van een berekening.
merge-unreadable = { $folder } is geen leesbaar deel van een berekening: { $file } is beschadigd of ontbreekt.
merge-other-run = { $folder } hoort bij een andere berekening. Anders: { $what }.
merge-two-runs = { $beside } en { $folder } horen niet bij dezelfde berekening. Anders: { $what }.
merge-change-of-most = { $what } (hier { $then }, in de meeste delen { $now })
merge-change-of-two = { $what } (in de eerste map { $now }, in de tweede { $then })
merge-changed = deel { $shard } van { $of } ({ $folder }): { $file } is niet meer zoals het geschreven is. Reken dit deel opnieuw met --shard { $shard }/{ $of }.
merge-other-cut = { $folder } is deel { $shard } van { $of }: anders verdeeld dan de rest.
merge-missing = deel { $shard } van { $of } ontbreekt. Reken het met --shard { $shard }/{ $of }.
merge-twice = deel { $shard } van { $of } staat er meer dan een keer.
merge-damaged = { $folder } is beschadigd of niet af. Reken dit deel opnieuw met --shard { $shard }/{ $of }.
stopped = gestopt; er zijn geen resultaten geschreven.
internal-fault = dit is een fout in sim zelf (versie { $version }), niet in uw scenario. Er is niets geschreven. Wilt u dit melden, met de opdracht die u gaf en het scenario?
output-screen = de tekst is niet te schrijven: { $reason }
output-shown-nowhere = de tekst is niet te tonen: { $reason } De nieuwe resultaten staan er wel, in { $folder }.
output-busy = een andere sim is nu bezig met { $folder }. Wacht tot die klaar is, of kies een andere map met --out.
output-foreign = { $folder } bestaat al en is niet door sim gemaakt; het blijft staan. Kies een andere map met --out.
output-name = een scenario dat "{ $name }" heet, kan geen map krijgen. Geef het bestand een andere naam.
output-refused = kan { $path } niet schrijven: { $reason } { $kept } Een andere map kiest u met --out.
output-kept = Eerdere resultaten zijn zoals ze waren.
output-differs = in { $folder } staan al resultaten uit andere invoer. Anders: { $what }. Vervang ze met --force, of kies een andere map met --out.
output-removed = Weggehaald uit { $folder }: { $files }. Dat waren resultaten van de vorige keer; deze opdracht schrijft ze niet.
output-moved = Uw eigen bestanden stonden in een map die nu een bestand is, en zijn bewaard. In { $folder } staat nu: { $files }.
output-moved-file = { $to } (eerst { $from })
reason-disk-full = de schijf is vol.
reason-file-too-large = het bestand wordt groter dan hier mag.
reason-no-permission = u mag hier niet schrijven.
reason-read-only = van deze schijf kan alleen gelezen worden.
reason-not-a-folder = daar staat iets dat geen map is.
reason-not-found = die plek bestaat niet.
reason-bad-name = die naam kan hier niet.
reason-other = het systeem meldt "{ $system }".
differs-change = { $what } (was { $then }, nu { $now })
differs-version = de versie van sim
differs-seed = --seed
differs-replications = --replications
differs-cast = de scenario's of werelden
differs-answers = --with (vragen die eerder zijn beantwoord, zouden verdwijnen)
differs-settings = --set
differs-unreadable = manifest.json is niet te lezen
run-too-many-outlooks = samen hebben deze scenario's en werelden { $found } verschillende combinaties van aannames; tegelijk kunnen het er { $most } zijn. Reken minder scenario's of werelden tegelijk door. Er is niets geschreven.
run-too-large = de uitkomsten van zoveel herhalingen passen niet in het geheugen dat ervoor is. Met deze scenario's en werelden kunnen het er { $replications } zijn. Er is niets geschreven.
run-no-threads = de computer geeft geen rekendraden: "{ $system }". Kies minder met --threads. Er is niets geschreven.
check-fine = { $count ->
    [one] Het scenario is in orde.
   *[other] Alle { $count } scenario's zijn in orde.
}
check-doubts = { $count ->
    [one] Het scenario is te rekenen,
   *[other] Alle { $count } scenario's zijn te rekenen,
} met { $doubts ->
    [one] 1 waarschuwing.
   *[other] { $doubts } waarschuwingen.
}
