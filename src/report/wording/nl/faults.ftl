# What is wrong with a scenario file or a value set at the prompt.

faults-count = { $count ->
    [one] Er is 1 fout gevonden. Er is niets doorgerekend.
   *[other] Er zijn { $count } fouten gevonden. Er is niets doorgerekend.
}
faults-count-least = Er zijn minstens { $count } fouten gevonden. Er is niets doorgerekend.
faults-shown = De eerste { $shown } zijn getoond.
faults-left-out = Daarvan zijn er { $count } niet getoond.
fault-other = Dit deel van het scenario klopt niet.

# Helping hands
help-label = hulp
help-nearest = Waarschijnlijk bedoeld: { $nearest }
help-expected = Verwacht: { $expected }
help-options = Hier kan wel: { $options }
help-duplicate-key = Laat één van de twee staan.
help-format-version = Zet bovenaan: format_version = { $supported }
help-scenario-wanted = Dit is een wereld. Noem een scenario, en geef de wereld met --world.
help-world-wanted = Dit is een scenario. Werelden staan in scenarios/worlds.
help-setting = Schrijf bijvoorbeeld: --set providers.derde.hours_per_week=20
help-policy-in-world = Een wereld bevat aannames die niemand kiest. Zet een keuze in een scenario.
help-other-root = Scenario's die samen worden doorgerekend, hebben dezelfde stamouder in extends.
help-file-is-folder = Noem een bestand in die map, bijvoorbeeld { $path }/baseline.toml
help-file-not-text = Bewaar het bestand als platte tekst in UTF-8.
help-no-quotes = Zet tekst tussen dubbele aanhalingstekens.
help-bad-date = Schrijf een datum als 2024-09-01, zonder aanhalingstekens.
help-bad-number = Schrijf een getal als 1234.56: een punt voor de decimalen, niets tussen de duizendtallen.
help-bad-key = Een sleutel bestaat uit letters, cijfers, - en _. Een punt staat alleen tussen twee delen.
help-quantity = Schrijf bijvoorbeeld: { "{" } fixed = 20, unit = "…", source = "…", grade = "assumed" { "}" }
help-shares = Schrijf bijvoorbeeld: { "{" } fixed = { "{" } a = 0.6, b = 0.4 { "}" }, unit = "share", source = "…", grade = "assumed" { "}" }
help-bare-number = Schrijf: { "{" } fixed = { $value }, unit = "{ $unit }", source = "waar dit vandaan komt", grade = "assumed" { "}" }
help-decimal-comma = Waarschijnlijk bedoeld: { $meant }
    Schrijf een getal zonder aanhalingstekens, met een punt voor de decimalen.
help-quoted-number = Schrijf zonder aanhalingstekens: { $text }
help-must-be-fixed = Schrijf: fixed = …
help-wrong-unit = Reken het getal om en schrijf: unit = "{ $expected }"
help-two-statements = Kies er één.
help-quantile-names = Schrijf bijvoorbeeld: quantiles = { "{" } p10 = 2, p90 = 8 { "}" }
help-shares-sum = Verander een aandeel, of gebruik dirichlet met aantallen.
help-after-horizon = Kies een eerdere datum, of verleng de periode met time.years.
help-before-start = Zet de waarde zelf bij de sleutel in plaats van in een wijziging.
help-not-dated = In docs/scenario-format.md staat welke sleutels op een datum kunnen veranderen.
help-payment = Geef een van deze drie: hours_per_week met hourly_price_eur; budget_eur_per_year met hourly_price_eur (en eventueel hours_per_week als meest); hours_per_week met grant_eur_per_year.
help-ceiling-broken = Verlaag de uren of het budget, verhoog het plafond, of zet may_break = true om toch te rekenen.
help-hidden-by-changes = Neem de wijziging van die datum ook over met de nieuwe waarde.

# Kinds of values
shape-text = een tekst tussen aanhalingstekens
shape-number = een getal
shape-whole = een geheel getal
shape-flag = true of false
shape-date = een datum
shape-moment = een tijdstip
shape-list = een lijst
shape-texts = een lijst met teksten
shape-table = een tabel
shape-tables = een lijst met tabellen
shape-quantity = een grootheid met eenheid, bron en oordeel
shape-shares = aandelen met eenheid, bron en oordeel

# Files
fault-no-scenario = Er is geen scenario genoemd.
fault-file-not-found = Het bestand { $path } bestaat niet.
fault-file-is-folder = { $path } is een map, geen scenariobestand.
fault-file-no-file = { $path } is geen gewoon bestand.
fault-file-too-large = Het bestand { $path } is te groot: { $bytes } bytes, en meer dan { $most } bytes wordt niet gelezen.
fault-file-not-allowed = Het bestand { $path } mag niet worden gelezen.
fault-file-unreadable = Het bestand { $path } kan niet worden gelezen (melding van het systeem: { $reason }).
fault-file-not-text = Het bestand { $path } is geen leesbare tekst.

# Syntax
found-nothing = niets, of alleen spaties
fault-syntax-no-value = Na het =-teken staat geen waarde.
fault-syntax-no-equals = Hier hoort een sleutel met een =-teken en een waarde te staan; gevonden: { $found }
fault-syntax-unclosed = Een haak of accolade is niet gesloten.
fault-syntax-no-comma = Tussen twee waarden ontbreekt een komma.
fault-syntax-extra-comma = Hier staat een komma te veel.
fault-syntax-no-quotes = Tekst zonder aanhalingstekens: { $found }
fault-syntax-bad-number = Dit getal is niet te lezen: { $found }
fault-syntax-bad-flag = Schrijf true en false met kleine letters; gevonden: { $found }
fault-syntax-bad-date = Deze datum bestaat niet of is niet te lezen: { $found }
fault-syntax-bad-text = Een tekst is niet gesloten of bevat een teken dat er niet in kan.
fault-syntax-bad-key = Dit kan geen sleutel zijn: { $found }
fault-syntax-bad-character = Hier staat een teken dat niet in een tekstbestand hoort.
fault-syntax-other = Dit is geen geldige TOML; gevonden: { $found }
fault-duplicate-key = De sleutel { $key } staat hier voor de tweede keer.
fault-too-deep = Er zitten meer dan { $most } haken in elkaar.
fault-long-key = Deze sleutel bestaat uit meer dan { $most } delen met punten ertussen.
fault-no-equals-in-setting = Bij --set hoort SLEUTEL=WAARDE; gevonden: { $text }

# What a file is
fault-format-version = Dit bestand is van versie { $found }; dit programma leest versie { $supported }.
fault-other-kind = Hier hoort een bestand met kind = "{ $expected }".
fault-not-in-world = { $key } kan niet in een wereld staan.
fault-not-in-child = { $key } kan alleen in een scenario zonder extends staan: alle varianten delen dezelfde periode en werelden.
fault-not-at-prompt = { $key } kan niet met --set worden gezet.
fault-policy-in-world = { $key } is een keuze van de gemeente en kan niet in een wereld staan.
fault-circular-parents = De keten van extends loopt rond: { $chain }
fault-long-chain = De keten van extends is langer dan { $most } bestanden.
fault-other-root = Dit scenario stamt van { $root }, het eerste van { $expected }.

# Keys and words
fault-unknown-key = Onbekende sleutel: { $key }
fault-missing-keys = { $count ->
    [one] Deze sleutel ontbreekt: { $keys }
   *[other] Deze { $count } sleutels ontbreken: { $keys }
}
fault-missing-keys-within = { $count ->
    [one] In { $within } ontbreekt: { $keys }
   *[other] In { $within } ontbreken: { $keys }
}
fault-wrong-type = { $key } vraagt { $expected }; gevonden: { $found }
fault-bare-number = { $key } is alleen een getal. Eenheid, bron en oordeel ontbreken.
fault-decimal-comma = Dit getal is op zijn Nederlands geschreven: { $text }
fault-quoted-number = Dit getal staat tussen aanhalingstekens: { $text }
fault-unknown-kind = Onbekende soort bestand: { $found }. Het kan zijn: { $options }
fault-unknown-grade = Onbekend oordeel over een waarde: { $found }. Het kan zijn: { $options }
fault-unknown-prior = Onbekende prior: { $found }. Het kan zijn: { $options }
fault-bad-text = { $key } moet een tekst zijn van één regel, 1 tot { $most } tekens, zonder onzichtbare tekens.
fault-bad-name = Een naam bestaat uit 1 tot { $most } kleine letters, cijfers en streepjes; gevonden: { $name }
fault-too-many = Te veel in { $what }: { $found }, en er kunnen er hooguit { $most }.
fault-duplicate-name = De naam { $name } komt twee keer voor.

# Numbers
fault-not-finite = { $key } is geen gewoon getal: { $text }
fault-out-of-bounds = { $key } is { $found }{ $unit } en moet tussen { $low } en { $high } liggen.
fault-not-whole = { $key } moet een geheel getal zijn; gevonden: { $found }
fault-must-be-fixed = { $key } moet één vast getal zijn en kan niet met { $statement } worden gegeven.
fault-wrong-unit = { $key } heeft eenheid "{ $found }" en moet "{ $expected }" hebben.
fault-no-statement = { $key } zegt niet welk getal het is. Geef een van: { $options }
fault-two-statements = { $key } wordt twee keer gegeven: met { $first } en met { $second }.
fault-unsuitable-statement = { $key } kan niet met { $statement } worden gegeven.
fault-low-high = { $key } staat niet op volgorde: low { $low }, likely { $likely }, high { $high }. Nodig is low <= likely <= high, en low < high.
fault-seen-of = { $key } kan niet: { $seen } van { $of } geteld.
fault-seen-of-all-or-none = { $key } kan niet met prior "none": { $seen } van { $of } geteld. Gebruik "jeffreys" of "uniform".
fault-not-positive = { $key } moet groter dan 0 zijn; gevonden: { $found }
fault-impossible = { $key } kan niet: bij gemiddelde { $mean } past geen spreiding van { $sd } binnen de grenzen van deze grootheid.
fault-quantile-names = { $key } heeft precies twee kwantielen nodig, van p01 tot p99; gevonden: { $found }
fault-quantile-order = { $key } staat niet op volgorde: { $low } en { $high }.
fault-law = { $key } geeft geen kansverdeling ({ $error }).
fault-mean-above-most = Gemiddeld { $mean } gesprekken kan niet als het er hooguit { $most } zijn (conversations.most_needed).

# Shares
fault-shares-sum = { $key } telt op tot { $sum } en moet 1 zijn.
fault-parts-missing = { $missing-count ->
    [one] In { $key } ontbreekt: { $missing }
   *[other] In { $key } ontbreken: { $missing }
}
fault-parts-unknown = { $unknown-count ->
    [one] In { $key } hoort niet: { $unknown }
   *[other] In { $key } horen niet: { $unknown }
}
fault-parts = In { $key } { $missing-count ->
    [one] ontbreekt
   *[other] ontbreken
} { $missing } en { $unknown-count ->
    [one] hoort
   *[other] horen
} niet: { $unknown }
fault-part-count = { $key } heeft { $found } delen; het moeten er 1 tot { $most } zijn.

# Correlations
fault-correlation-unknown = De correlatie noemt een grootheid die er niet is: { $with }
fault-correlation-fixed = { $key } is één vast getal en kan met niets samenhangen.
fault-correlation-circle = De correlaties lopen rond: { $keys }

# Dates
fault-date-out-of-range = { $key } ligt buiten de jaren 1990 tot en met 2200: { $found }
fault-end-before-start = De periode van { $start } tot { $end } bevat geen hele week.
fault-long-horizon = Een periode van { $years } jaar is te lang; hooguit { $most } jaar.
fault-years-or-end = Geef de lengte van de periode met time.years of met time.end: precies een van beide.
fault-empty-period = De periode { $name } bevat geen enkele maandag van de raming. Laat haar weg of kies een andere begindatum.
fault-reserved-name = Een periode kan niet { $name } heten: zo heten in de resultaten alle perioden samen.
fault-period-order = Een periode begint op { $from }. De eerste begint uiterlijk op de startdatum en elke volgende na de vorige, hier { $before }.
fault-after-horizon = { $key } is { $date }. Dat is na de laatste week van de periode, die van { $end }.
fault-before-start = De wijziging van { $key } op { $date } ligt vóór de eerste dag, { $first }.
fault-exit-before-start = De aanbieder stopt op { $exit }, maar begint pas op { $start }.
fault-duplicate-change = { $key } verandert twee keer op { $from }.
fault-not-dated = { $key } kan niet op een datum veranderen.

# Providers, ceilings, what was registered
fault-payment = Aanbieder { $provider } heeft geen kloppende combinatie van uren en geld: { $given }
fault-payment-none = Van aanbieder { $provider } ontbreken uren en geld.
fault-budget-indexed = Aanbieder { $provider } heeft een budget. Geef met budget_indexed aan of dat met de index meegroeit: true of false.
fault-unknown-need = De hulpvraag { $found } staat niet in needs.shares. Daar staan: { $needs }
fault-unknown-provider = Geen scenario heeft { $found }.
fault-registered-sum = Er zijn { $seen } jeugdigen gezien, maar de uitkomsten tellen op tot { $sum }.
fault-unknown-period = Geen periode heet { $found }.
fault-ceiling-broken = Plafond { $ceiling } van { $limit } euro wordt in { $year } overschreden met { $over } euro: { $sum } = { $total } euro per jaar, zonder index en bij de waarschijnlijkste waarden.

# Doubts
warning-changes-nothing = { $key } verandert niets: dezelfde waarde staat al in { $place }.
warning-hidden-by-worlds = { $key } heeft geen effect: elke wereld vervangt deze waarde.
warning-hidden-by-changes = { $key } heeft nauwelijks effect: vanaf { $from } geldt een wijziging uit een eerder bestand.
warning-change-after-horizon = { $key } verandert op { $date }, na de laatste week van de periode ({ $end }). Dat heeft geen effect.
warning-no-such-provider = Geen scenario in deze doorrekening heeft een aanbieder { $provider }; de waarde wordt niet gebruikt.
warning-not-read-for-provider = { $key } wordt niet gebruikt: die aanbieder wordt op een andere manier betaald.
warning-ceiling-without-provider = Het plafond noemt een aanbieder die er niet is: { $provider }.
warning-wish-above-budget = Aanbieder { $provider } vraagt { $wish } uur per week, maar het budget is bij de waarschijnlijkste prijs goed voor { $affordable } uur.
warning-not-read-when-registered = { $key } wordt niet gebruikt: de geregistreerde jeugdigen worden nagespeeld.
warning-expertise-unneeded = Geen jeugdige heeft hulpvraag { $need }; deze expertise wordt niet gebruikt.
warning-need-without-provider = Geen aanbieder neemt jeugdigen met hulpvraag { $need } aan.
warning-thousands-point = { $text } is gelezen als { $read }. Is { $meant } bedoeld, schrijf het dan zonder punt.
warning-unread = { $key } wordt niet gebruikt, want { $because } is 0.

# sim show
show-scenario = Scenario { $name }: { $title }
show-question = Vraag: { $purpose }
show-world = Onder wereld { $name }: { $title }
show-from = vanaf { $date }
show-source = bron: { $source }
show-parent = in de ouder: { $value } ({ $place })
show-own = in het scenario zelf: { $value } ({ $place })
show-in-world = onder wereld { $world }: { $value } ({ $place })
show-prompt = ingesteld met --set
show-grade-measured = gemeten
show-grade-derived = afgeleid
show-grade-assumed = aangenomen
show-grade-conflicting = bronnen spreken elkaar tegen
show-grade-unknown = onbekend
show-band = (gemiddeld { $mean }; negen van de tien keer tussen { $low } en { $high })
