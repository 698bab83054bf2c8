# Leren van wat geregistreerd is: sim calibrate, en het bestand met trekkingen dat andere opdrachten lezen.

fault-draws-none = Dit is geen bestand met trekkingen van ‘sim calibrate’.
help-draws-none = Zo'n bestand begint met ‘# sim draws 1’, dan een regel met de namen van de kolommen en een regel met hun verdelingen. Maak het met: sim calibrate
fault-draws-cells = Deze regel heeft { $found } cellen; er zijn { $expected } kolommen.
fault-draws-weight = Een gewicht is een getal van 0 of meer; hier staat { $found }.
fault-draws-number = Hier hoort een score van ten hoogste 8,5 of een waarde die bij de verdeling past; er staat { $found }.
fault-draws-few = Er zijn maar { $found } trekkingen; { $least } is het minste.
fault-draws-no-weight = Geen enkele trekking heeft een gewicht boven 0.
fault-draws-law = { $key } is geleerd onder { $learnt }, maar heeft hier { $here }. Wat geleerd is, past daar niet op.
help-draws-law = Geef de waarde hier dezelfde verdeling als waarmee geleerd is, of leer opnieuw: sim calibrate
help-option-posterior = Reken met wat ‘sim calibrate’ heeft geleerd: zijn bestand calibrate-draws.csv
