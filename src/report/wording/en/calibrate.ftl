# Learning from what was registered: sim calibrate, and the file of draws that other commands read.

fault-draws-none = This is no file of draws made by ‘sim calibrate’.
help-draws-none = Such a file begins with ‘# sim draws 1’, then a line with the names of the columns and a line with their distributions. Make it with: sim calibrate
fault-draws-cells = This line has { $found } cells; there are { $expected } columns.
fault-draws-weight = A weight is a number of 0 or more; here stands { $found }.
fault-draws-number = A score of at most 8.5 belongs here, or a value that suits the distribution; there stands { $found }.
fault-draws-few = There are only { $found } draws; { $least } is the least.
fault-draws-no-weight = No draw has a weight above 0.
fault-draws-law = { $key } was learnt under { $learnt }, but has { $here } here. What was learnt does not fit that.
help-draws-law = Give the value the same distribution here as it was learnt under, or learn anew: sim calibrate
help-option-posterior = Use what ‘sim calibrate’ has learnt: its file calibrate-draws.csv
