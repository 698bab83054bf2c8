# What is wrong with files of registration.

help-ledger-empty = Zet er per kwartaal een bestand in, zoals in registratie/voorbeeld, of noem een andere map met --ledger.
help-ledger-quarter = Schrijf een kwartaal als "2025-Q1".
help-ledger-corrects = Schrijf in een correctie corrects = "2025-Q1" in plaats van quarter, met een latere registered_on.
help-ledger-sum = Verbeter het totaal of een van de delen.
help-ledger-needs = Tel iedereen die is verwezen bij precies één soort hulpvraag.
help-ledger-mixed = Bewaar voorbeelden in een eigen map.
fault-ledger-empty = In { $folder } staan geen registraties.
fault-ledger-many-files = Er zijn { $found } bestanden met registraties, en er kunnen er hooguit { $most }.
fault-ledger-no-quarter = Dit is geen kwartaal uit de jaren 1990 tot en met 2200: { $found }
fault-ledger-quarter-or-corrects = Geef quarter of corrects: precies een van beide.
fault-ledger-too-early = { $quarter } loopt tot { $end }, maar is geregistreerd op { $date }.
fault-ledger-sum = In { $table } is total { $total }, maar de delen tellen op tot { $sum }.
fault-ledger-needs = Er zijn { $came } jeugdigen verwezen, maar de hulpvragen tellen op tot { $sum }.
fault-ledger-few-conversations = Er zijn { $ended } trajecten afgesloten, met samen { $conversations } gesprekken. Elk traject heeft er ten minste één.
fault-ledger-twice = { $quarter } is al geregistreerd, in { $file }.
fault-ledger-corrects-nothing = { $quarter } wordt verbeterd, maar is nergens geregistreerd.
fault-ledger-not-later = De correctie van { $quarter } is van { $date }, niet later dan { $file } van { $earlier }.
fault-ledger-needs-missing = Vergeleken met { $file } ontbreken hulpvragen: { $missing }
fault-ledger-needs-unknown = Deze hulpvragen staan niet in { $file }: { $unknown }
fault-ledger-needs-other = Vergeleken met { $file } ontbreken hulpvragen ({ $missing }) en zijn er andere ({ $unknown }).
fault-ledger-mixed = Deze registratie is echt, maar { $file } is een voorbeeld met verzonnen cijfers. Die gaan niet samen.
