# `sim value`: what it is worth to know more before choosing.

value-title = What is it worth to know more?
value-basis = The choice is: go on as in the base (‘{ $base }’), or one of the other scenarios. This is an estimate from { $replications }. Knowing more is worth something if it changes the choice. All amounts are per year, and about avoided cost less cost. What registering itself costs is not taken off.
value-option = { $title }
value-with-worth = Every extra positive closure moreover counts for { $worth } here.
value-now = With what we know now ‘{ $title }’ is the best choice for the money under ‘{ $world }’. Who knew all there is to know would choose it too in { $cases } of 20 cases ({ $chance }).
value-now-unsupported = Which choice is best for the money under ‘{ $world }’ cannot be said exactly enough with this number of replications.
value-option-worse = ‘{ $title }’ is expected to be { $size } a year worse than the base.
value-option-better = ‘{ $title }’ is expected to be { $size } a year better than the base.
value-option-even = ‘{ $title }’ cannot be told from the base for the money.
value-perfect = Knowing everything is expected to be worth { $value } a year under ‘{ $world }’: by so much the choice turns out better.
value-perfect-none = Under ‘{ $world }’ knowing more does not change that choice: what it is worth cannot be told from nought.
value-perfect-open = Nor can it be said with this number of replications whether knowing more is worth anything under ‘{ $world }’.
value-mixture = If we do not know which world holds, and every world weighs the same, ‘{ $title }’ is now the best choice for the money. Knowing which world holds is then worth { $known } a year, and knowing everything { $perfect }.
value-mixture-none = Also when we do not know which world holds, and every world weighs the same, it cannot be said that knowing more is worth anything. The best choice for the money is then ‘{ $title }’.
value-even-why = Money is not everything. What follows holds under ‘{ $world }’.
value-even = If you find an extra positive closure, beside the avoided cost, worth more than { $worth }, ‘{ $title }’ is better than ‘{ $base }’.
value-heading-register = Register this first
value-register-avoided = Follow { $closures } positive closures for a year, and register whether maatwerk was really avoided. For this choice that is expected to be worth { $value } a year.
value-register-relapse = Follow { $closures } positive closures for a year, and register who comes back. For this choice that is expected to be worth { $value } a year.
value-register-quantity = Find out: { $what }. Under ‘{ $world }’ knowing that is expected to be worth { $value } a year.
value-register-nothing = For this choice nothing can be shown to be worth registering: what we would learn does not change the choice, or too little to be told from the error of calculation. There may be other reasons to register.
value-register-open = What to register first cannot be said with this number of replications.
value-follow-how = Following can be done in two ways. The simple one: see after a year whether the young person came back. The better one: let the front office also register at the closure whether maatwerk would have followed, and see after a year whether it did not.
value-caption-samples = What it is worth to follow positive closures, per year, when every world weighs the same. Behind ± stands the error of calculation.
value-caption-samples-of = What it is worth to follow positive closures, per year, under ‘{ $world }’. Behind ± stands the error of calculation.
value-closures = Followed
value-relapse = Who comes back
value-avoided = Whether maatwerk was really avoided
value-follow-limits = This supposes that one of the worlds holds and that the front office judges rightly. In the world of the evaluation nobody comes back; if somebody does, that world is out. The distance between the worlds is a choice of who wrote them. So read these amounts as an order of magnitude.
value-heading-worlds = Under every world
value-caption-worlds = The best choice for the money under every world, and what knowing everything is worth per year. Behind ± stands the error of calculation.
value-best = Best choice
value-chance = Chance that it is the best
value-expected = Better than the base
value-perfect-head = Knowing everything
value-heading-quantities = By quantity
value-quantities-none = Of no single quantity can it be said that knowing it changes this choice.
value-caption-quantities = What it is worth per year to know a quantity or a theme. Behind ± stands the error of calculation.
value-all-of = everything about { $what }
value-worth = Worth per year
value-how = A worth is the gain of a rule of choice that was learnt from other draws than those on which it was tried. So it comes out rather too low than too high, and chance does not count as knowledge.
value-cell = { $value }{"\u00A0"}±{"\u00A0"}{ $error }
value-cell-none = cannot be said
value-chart-title = What it is worth to follow positive closures
value-chart-row = { $closures } followed
value-chart-text = Per number of positive closures that are followed for a year two bars: what it is worth per year only to see who comes back, and to register whether maatwerk was really avoided, in euros.
value-axis = worth per year (€)
value-nothing-to-choose = there is nothing to choose: this is the base itself. Name one or more scenarios that build on it, for example scenarios/third-provider.toml.

help-value-about = Tells what knowing more is worth for a choice, and what to register first
help-value-usage = sim value [OPTIONS] SCENARIO...
help-value-examples =
    {"  "}sim value scenarios/third-provider.toml
    {"  "}sim value scenarios/third-provider.toml scenarios/more-hours.toml --closures 50 --closures 100
    {"  "}sim value scenarios/third-provider.toml --closure-worth 5000
help-option-closures = So many positive closures are followed (may be repeated; otherwise 25, 50, 100 and 200)
help-option-closure-worth = What an extra positive closure counts for beside avoided cost, in euros (otherwise 0)
