# What the prompt says: help, progress, where files are.

## Help

help-short =
    sim works out what a choice about the youth support workers (POJ) does to waiting time, cost and savings.

    Example:
      sim scenarios/third-provider.toml

    Commands:
      run    work out scenarios (may be left out)
      check  check scenario files, work out nothing
      show   show every value of a scenario and where it comes from

    To learn more: sim --help

help-usage = Usage:
help-heading-options = Options
help-arguments = Arguments
help-commands = Commands
help-examples = Examples:
help-exit-codes = Outcome for scripts (exit code):
help-value-folder = FOLDER
help-value-file = FILE
help-value-setting = KEY=VALUE
help-value-command = COMMAND

help-root-about = Works out what a choice about the youth support workers (POJ) does to waiting time, cost and savings
help-root-usage = sim SCENARIO.toml
    {"       "}sim COMMAND [OPTIONS] ...
help-root-examples =
    {"  "}sim scenarios/third-provider.toml          work out a scenario beside its base
    {"  "}sim check my-scenario.toml                 point at every fault, work out nothing
    {"  "}sim show my-scenario.toml                  show every value with its source and line
    {"  "}sim run --help                             all options of a run

help-run-about = Works out one or more scenarios, over the same young people, beside their base
help-run-usage = sim [run] [OPTIONS] SCENARIO...
help-run-examples =
    {"  "}sim scenarios/third-provider.toml
    {"  "}sim run scenarios/third-provider.toml scenarios/more-hours.toml
    {"  "}sim scenarios/third-provider.toml --set providers.derde.hours_per_week=20
    {"  "}sim scenarios/third-provider.toml --world scenarios/worlds/cautious.toml --out trial
    {"  "}sim scenarios/third-provider.toml --with monitor,value

help-compare-about = Holds scenarios side by side: which is best how often, and why do two of them differ
help-compare-usage = sim compare [OPTIONS] SCENARIO...
help-compare-examples =
    {"  "}sim compare scenarios/third-provider.toml scenarios/more-hours.toml scenarios/awareness.toml
    {"  "}sim compare scenarios/third-provider.toml scenarios/more-hours.toml --explain baseline --explain more-hours
help-option-explain = Explain the difference between these two scenarios (give it twice); without this option the first two
help-value-name = NAME

help-break-even-about = Looks for the value of an item at which a scenario pays back as often as you ask
help-break-even-usage = sim break-even [OPTIONS] SCENARIO
help-break-even-examples =
    {"  "}sim break-even scenarios/third-provider.toml
    {"  "}sim break-even scenarios/third-provider.toml --key providers.derde.hourly_price_eur --range 20:200
    {"  "}sim break-even scenarios/third-provider.toml --key maatwerk.avoidance_share --key maatwerk.cost_average_eur
help-option-key = The item that is changed; twice for a map of both; without this option maatwerk.avoidance_share
help-option-range = Where to look, for each --key in the same order; without this option what is usual for that item
help-option-probability = How often it must pay back; without this option 0.5
help-value-key = KEY
help-value-range = LOW:HIGH

help-budget-about = Looks for the best use of a yearly amount, within the ceilings and the norm for the wait
help-budget-usage = sim budget [OPTIONS] SCENARIO
help-budget-examples =
    {"  "}sim budget scenarios/budget.toml
    {"  "}sim budget scenarios/budget.toml --set ceilings.totaal.indexed=true

help-merge-about = Brings the parts of a run or a region together, to the same files as one run gives
help-merge-usage = sim merge [OPTIONS] FOLDER...
help-merge-examples =
    {"  "}sim run scenarios/third-provider.toml --shard 1/2
    {"  "}sim run scenarios/third-provider.toml --shard 2/2
    {"  "}sim merge results
help-argument-parts = Folders of parts, or folders in which those stand
help-value-seconds = SECONDS
help-option-precision = Go on until the simulation error of the net saving (mean, P10 and P90) is no larger than this amount; --replications is then the most
help-option-resume = Go on where a long run was cut short
help-option-checkpoint = Keep what there is every so many seconds; without this option every 10 seconds in what takes longer than a minute
help-option-shard = Play only part K of N; sim merge brings the parts together

help-check-about = Checks scenario files and points at all faults at once; works out nothing
help-check-usage = sim check [OPTIONS] SCENARIO...
help-check-examples =
    {"  "}sim check scenarios/third-provider.toml
    {"  "}sim check scenarios/*.toml

help-show-about = Shows every value of a scenario: unit, source, grade, and the file and line that set it
help-show-usage = sim show [OPTIONS] SCENARIO
help-show-examples =
    {"  "}sim show scenarios/third-provider.toml
    {"  "}sim show scenarios/third-provider.toml --world scenarios/worlds/headwind.toml

help-completions-about = Gives the script with which your shell completes commands and options
help-completions-usage = sim completions SHELL
help-completions-examples =
    {"  "}sim completions bash > ~/.local/share/bash-completion/completions/sim

help-man-about = Gives the manual as a man page
help-man-usage = sim man [COMMAND]
help-man-examples =
    {"  "}sim man > sim.1
    {"  "}sim man run > sim-run.1

help-schema-about = Gives the JSON Schema of scenario files (for your editor), of summary.json or of the answer to a question
help-schema-usage = sim schema [OPTIONS] [NAME]
help-schema-examples =
    {"  "}sim schema > scenario.schema.json

help-argument-scenarios = Scenario files; a scenario that extends another is shown beside that other
help-argument-scenario = Scenario file
help-argument-shell = bash, zsh, fish, elvish or powershell
help-argument-man = The command that the page is about; without one it is about sim itself
help-argument-schema = Of what: { $names }; scenario without this choice
help-option-replications = Number of replications, { $least } up to and including { $most }; without this option { $default }
help-option-seed = Starting value of chance; the same value gives the same figures; without this option 1
help-option-threads = Number of threads; without this option as many as the computer can take; the figures do not depend on it
help-option-out = Folder for the results; without this option results
help-option-world = Use this world instead of those of the base; may be repeated
help-option-set = Give one value another setting, for this time only; may be repeated
help-option-reports = Which reports: html, pdf, xlsx, parted by commas, or none; without this option all three
help-option-with = Answer these questions too and put the answers into the reports: monitor, value, sensitivity, compare, break-even, budget, verify, parted by commas, or all for all of these but verify; that takes extra time
help-option-dutch-csv = Write banden.csv as well: the bands with semicolons and decimal commas, for Excel with Dutch settings
help-option-quiet = Show faults only
help-option-force = Replace earlier results, also when they come from other input
help-option-lang = Language: nl or en; without this option nl
help-option-help = Show this explanation
help-option-version = Show the version

exit-done = done, with or without warnings
exit-internal-fault = fault in sim itself
exit-usage = command not understood
exit-scenario-refused = scenario, world or --set refused: it has faults
exit-run-failed = run not finished, also after Ctrl-C; earlier results are as they were, but sim region keeps the municipalities that are done
exit-output-not-written = results not written, and earlier ones are as they were; or only the text cannot be shown, and it is told where the results are
exit-precision-missed = run finished, but less precise than asked for

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-commands = COMMANDS
man-extra = MORE
man-version = VERSION

## What was typed and not understood

failure-prefix = Error:
usage-unknown-option = there is no option { $option }.
usage-too-many = "{ $word }" is one too many here.
usage-no-value = { $option } needs a value behind it.
usage-invalid-value = "{ $value }" cannot stand behind { $option }. Choose from: { $valid }.
usage-flag-with-value = { $option } takes no value, but got "{ $value }".
usage-conflict = { $option } does not go with { $other }.
usage-twice = { $option } stands there more than once.
usage-not-alone = with { $option }, { $word } can only stand alone, not beside anything else.
usage-missing = something is missing: { $argument }.
usage-not-text = one of the words is not readable text.
usage-other = the command cannot be understood.
usage-number-grouped = { $option } got "{ $value }". Write a whole number without points, commas or spaces: { $meant }.
usage-number-fraction = { $option } got "{ $value }", but it must be a whole number, without a point or comma.
usage-number-range = { $option } got "{ $value }", but must lie between { $low } and { $high }.
usage-not-a-number = { $option } got "{ $value }", but that is no number in digits.
usage-not-a-range = { $option } gets "{ $value }". Write two numbers with a colon between them, the lower first, with a decimal point: 0.2:0.8
usage-not-a-chance = { $option } gets "{ $value }", but must be a chance from 0.01 up to and including 0.99, with a decimal point.
usage-unknown-command = "{ $word }" is neither a command nor a file.
usage-commands = Commands: { $commands }.
usage-meant = Do you mean { $meant }?
usage-hint = Explanation: { $help }

## Progress and results

progress-seconds-left = { $count } s left
progress-of = { $about }: { $left }
progress-working = working out the figures …
progress-working-on = { $about }: working out the figures …
progress-writing = writing the files …
with-impossible = --with { $question } cannot be answered here: { $why }
with-left-out = Left out: { $question }, because { $why }
with-nothing-to-compare = there is nothing to compare: this is the base itself.
with-one-to-compare = there is only one option beside the base. Name more to compare them.
progress-minutes-left = { $count } min left
usage-not-an-amount = { $option } gets "{ $value }", but must be an amount of euros above 0, without separators.
usage-not-a-shard = { $option } gets "{ $value }", but must be K/N: which part of how many, such as 2/4.
precision-missed = The precision that was asked for was not reached. The largest calculation error is { $error }: that of { $which } of the net of ‘{ $arm }’, under ‘{ $world }’. For an error of { $wanted } about { $needed } replications are needed (--replications). The results are there.
precision-beyond = The precision that was asked for was not reached. The largest calculation error is { $error }: that of { $which } of the net of ‘{ $arm }’, under ‘{ $world }’. An error of { $wanted } needs more replications than a run can have ({ $needed }). The results are there.
precision-unknown = The precision that was asked for was not reached. How large the calculation error is of { $which } of the net of ‘{ $arm }’, under ‘{ $world }’, cannot be estimated with { $needed }. Give more replications (--replications). The results are there.
precision-mean = the mean
precision-page = The page tells the error of the mean only; summary.json has all of them.
resume-or-force = part of this run was kept earlier, in { $folder }. Go on from there with --resume, or begin anew with --force.
resume-other = part of another run was kept in { $folder }. Different: { $what }. Go on with that run by giving its command with --resume, throw away what was kept with --force, or choose another folder with --out.
resume-hint = What had been played is kept, though: give the same command with --resume to go on.
resume-nothing = Nothing of this run was kept to go on from; the run begins at the start.
shard-written = Part { $shard } of { $of } is in { $folder }. When all parts are there, bring them together with sim merge.
merge-refused = these parts cannot be brought together; nothing was written:
merge-no-part = there is no part of a run in { $folder }.
merge-unreadable = { $folder } is no readable part of a run: { $file } is damaged or missing.
merge-other-run = { $folder } belongs to another run. Different: { $what }.
merge-two-runs = { $beside } and { $folder } do not belong to the same run. Different: { $what }.
merge-change-of-most = { $what } ({ $then } here, { $now } in most parts)
merge-change-of-two = { $what } ({ $now } in the first folder, { $then } in the second)
merge-changed = part { $shard } of { $of } ({ $folder }): { $file } is no longer what was written. Play this part again with --shard { $shard }/{ $of }.
merge-other-cut = { $folder } is part { $shard } of { $of }: cut differently from the rest.
merge-missing = part { $shard } of { $of } is missing. Play it with --shard { $shard }/{ $of }.
merge-twice = part { $shard } of { $of } stands there more than once.
merge-damaged = { $folder } is damaged or not complete. Play this part again with --shard { $shard }/{ $of }.
stopped = stopped; no results were written.
internal-fault = this is a fault in sim itself (version { $version }), not in your scenario. Nothing was written. Would you report it, with the command you gave and the scenario?
output-screen = the text cannot be written: { $reason }
output-shown-nowhere = the text cannot be shown: { $reason } The new results are there, in { $folder }.
output-busy = another sim is busy with { $folder } right now. Wait until it is done, or choose another folder with --out.
output-foreign = { $folder } exists already and was not made by sim; it stays. Choose another folder with --out.
output-name = a scenario called "{ $name }" can have no folder. Give the file another name.
output-refused = cannot write { $path }: { $reason } { $kept } Choose another folder with --out.
output-kept = Earlier results are as they were.
output-differs = { $folder } already holds results from other input. Different: { $what }. Replace them with --force, or choose another folder with --out.
output-removed = Removed from { $folder }: { $files }. Those were results of the last time; this command does not write them.
output-moved = Files of your own were in a folder that is now a file, and are kept. Now in { $folder }: { $files }.
output-moved-file = { $to } (was { $from })
reason-disk-full = the disk is full.
reason-file-too-large = the file grows larger than is allowed here.
reason-no-permission = you may not write here.
reason-read-only = this disk can only be read.
reason-not-a-folder = something that is no folder stands there.
reason-not-found = that place does not exist.
reason-bad-name = that name cannot be used here.
reason-other = the system says "{ $system }".
differs-change = { $what } (was { $then }, now { $now })
differs-version = the version of sim
differs-seed = --seed
differs-replications = --replications
differs-cast = the scenarios or worlds
differs-answers = --with (questions that were answered earlier would be gone)
differs-settings = --set
differs-unreadable = manifest.json cannot be read
run-too-many-outlooks = together these scenarios and worlds have { $found } different combinations of assumptions; at one time there can be { $most }. Work out fewer scenarios or worlds at a time. Nothing was written.
run-too-large = the results of so many replications do not fit in the memory set aside for them. With these scenarios and worlds there can be { $replications }. Nothing was written.
run-no-threads = the computer gives no threads: "{ $system }". Choose fewer with --threads. Nothing was written.
check-fine = { $count ->
    [one] The scenario is in order.
   *[other] All { $count } scenarios are in order.
}
check-doubts = { $count ->
    [one] The scenario can be worked out,
   *[other] All { $count } scenarios can be worked out,
} with { $doubts ->
    [one] 1 warning.
   *[other] { $doubts } warnings.
}
