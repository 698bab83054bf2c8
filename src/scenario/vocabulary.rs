//! Every quantity that a scenario file can hold: its key, unit, bounds and meaning.
//!
//! This one table serves the checker, the editor schema, `sim show`, the format document and the engine, which
//! asks for a quantity by its variant and so never by a string.

use super::unit::Unit;

/// Who decides on a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A choice of the municipality: a scenario sets it, a world may not.
    Policy,
    /// A fact or belief about the world that nobody chooses.
    Assumption,
}

/// What the checker and the documents know of one quantity.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key as written in a file, dotted; below a provider or ceiling only the last part.
    pub key: &'static str,
    /// The one unit in which a file may give it.
    pub unit: Unit,
    /// Lowest and highest value that any part of its distribution may take.
    pub bounds: (f64, f64),
    /// Who decides on it.
    pub role: Role,
    /// Whether a dated change may set it.
    pub dated: bool,
    /// Whether it must be one fixed number (a head-count, a norm).
    pub fixed: bool,
    /// Whether it must be a whole number.
    pub whole: bool,
    /// What it is, for the format document and the editor.
    pub about: &'static str,
}

const fn entry(key: &'static str, unit: Unit, bounds: (f64, f64), role: Role, about: &'static str) -> Entry {
    Entry { key, unit, bounds, role, dated: false, fixed: false, whole: false, about }
}

const fn dated(mut entry: Entry) -> Entry {
    entry.dated = true;
    entry
}

const fn fixed(mut entry: Entry) -> Entry {
    entry.fixed = true;
    entry
}

const fn whole(mut entry: Entry) -> Entry {
    entry.fixed = true;
    entry.whole = true;
    entry
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $( $variant:ident => $entry:expr ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(
                #[doc = "See the entry of the same place in the table below."]
                $variant
            ),*
        }

        impl $name {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// What the checker and the documents know of it.
            pub const fn entry(self) -> Entry {
                match self {
                    $( Self::$variant => $entry ),*
                }
            }
        }
    };
}

const ANY: f64 = 1e9;

vocabulary! {
    /// A quantity of the team as a whole or of the world.
    Key {
        InflowYouthsPerYear => entry("inflow.youths_per_year", Unit::YouthsPerYear, (0.0, 1e5), Role::Assumption,
            "Young people referred to the POJ per year, in the year around `inflow.measured_on`, attracted demand not counted"),
        InflowGrowthPerYear => entry("inflow.growth_per_year", Unit::SharePerYear, (-0.5, 1.0), Role::Assumption,
            "Yearly growth of the demand behind the inflow, other than through awareness"),
        InflowYearToYearCv => entry("inflow.year_to_year_cv", Unit::Ratio, (0.0, 2.0), Role::Assumption,
            "Coefficient of variation of the inflow from year to year beyond Poisson chance (overdispersion)"),
        PracticesCount => whole(entry("practices.count", Unit::Count, (1.0, 64.0), Role::Assumption,
            "Number of GP practices")),
        PracticesAwareShare => entry("practices.aware_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the GP practices that knows the POJ and refers to it at the start of the forecast"),
        PracticesLearnPerYear => entry("practices.learn_per_year", Unit::PerYear, (0.0, 50.0), Role::Assumption,
            "Hazard at which a practice learns of the POJ by itself (Bass: coefficient of innovation)"),
        PracticesSpreadPerYear => entry("practices.spread_per_year", Unit::PerYear, (0.0, 50.0), Role::Assumption,
            "Hazard at which a practice learns from others when all others know (Bass: coefficient of imitation)"),
        CampaignPushPerYear => dated(entry("campaign.push_per_year", Unit::PerYear, (0.0, 50.0), Role::Policy,
            "Extra hazard of becoming aware while a campaign runs")),
        CampaignCostPerYear => dated(entry("campaign.cost_eur_per_year", Unit::EurPerYear, (0.0, ANY), Role::Policy,
            "Cost of the campaign per year while it runs, at the price level of `money.price_level_year`")),
        AttractedShareOfInflow => entry("attracted.share_of_inflow", Unit::Ratio, (0.0, 2.0), Role::Assumption,
            "Demand that comes only when a provider with the expertise of `attracted.need` is active, relative to the inflow"),
        AttractedAvoidanceFactor => entry("attracted.avoidance_factor", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Avoidance share of attracted demand relative to the other young people"),
        DirectHours => entry("work.direct_hours_per_conversation", Unit::Hours, (0.0, 24.0), Role::Assumption,
            "Hours face to face per conversation"),
        IndirectHours => entry("work.indirect_hours_per_conversation", Unit::Hours, (0.0, 24.0), Role::Assumption,
            "Hours around a conversation: preparation, record, contact with others, travel, administration"),
        AdminShare => entry("work.admin_share_of_indirect", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the indirect hours that is administration"),
        IntakeExtraHours => entry("work.intake_extra_hours", Unit::Hours, (0.0, 40.0), Role::Assumption,
            "Extra hours at the first conversation"),
        NoShowShare => entry("work.no_show_share", Unit::Share, (0.0, 0.9), Role::Assumption,
            "Share of the appointments at which nobody comes; the direct hours are lost"),
        ConsultationShare => entry("work.consultation_share", Unit::Share, (0.0, 0.9), Role::Assumption,
            "Share of the available hours that goes to consultation of GPs and the social team"),
        ReliefAdminShare => dated(entry("relief.admin_share", Unit::Share, (0.0, 1.0), Role::Policy,
            "Share of the administration that the screeners take over")),
        ReliefScreenerHours => entry("relief.screener_hours_per_admin_hour", Unit::Ratio, (0.0, 10.0), Role::Assumption,
            "Hours of a screener needed for one hour of administration of a POJ"),
        ReliefHourlyCost => entry("relief.screener_hourly_cost_eur", Unit::EurPerHour, (0.0, 1e4), Role::Assumption,
            "Cost of an hour of a screener, at the price level of `money.price_level_year`"),
        LeaveWeeks => entry("absence.leave_weeks_per_year", Unit::WeeksPerYear, (0.0, 40.0), Role::Assumption,
            "Leave, holidays and training per year, spread over the months by `absence.leave_season`"),
        ShortSickShare => entry("absence.short_sick_share", Unit::Share, (0.0, 0.9), Role::Assumption,
            "Share of the person-weeks lost to short sick leave"),
        LongSickPerYear => entry("absence.long_sick_per_year", Unit::PerYear, (0.0, 12.0), Role::Assumption,
            "Long sick leaves per person-year at work"),
        LongSickWeeks => entry("absence.long_sick_weeks", Unit::Weeks, (1.0, 260.0), Role::Assumption,
            "Mean length of a long sick leave"),
        UrgentShare => entry("queue.urgent_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the young people with priority in the queue"),
        LeavePerWeek => entry("queue.leave_per_week", Unit::PerWeek, (0.0, 10.0), Role::Assumption,
            "Hazard of leaving the queue for specialised care (reneging)"),
        RecoverPerWeek => entry("queue.recover_per_week", Unit::PerWeek, (0.0, 10.0), Role::Assumption,
            "Hazard of recovering while waiting and needing no help any more"),
        NormWeeks => fixed(entry("queue.norm_weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Agreed longest wait to the first conversation")),
        ConversationsMean => entry("conversations.mean", Unit::Conversations, (1.0, 40.0), Role::Assumption,
            "Mean number of conversations that a young person needs"),
        ConversationsDispersion => entry("conversations.dispersion", Unit::Ratio, (0.0, 0.9), Role::Assumption,
            "Intra-class correlation of the beta-binomial number of conversations; 0 is the binomial"),
        ConversationsMost => whole(entry("conversations.most_needed", Unit::Conversations, (1.0, 40.0), Role::Assumption,
            "Highest number of conversations that a young person can need")),
        ConversationsCap => dated(whole(entry("conversations.cap", Unit::Conversations, (1.0, 40.0), Role::Policy,
            "Highest number of conversations that a young person gets; the cap of the week of the first conversation holds"))),
        WeeklyShare => entry("conversations.weekly_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the young people seen every week; the others every two weeks"),
        FollowUpShare => entry("follow_up.share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the positive closures with watchful follow-up (waakvlam)"),
        FollowUpHours => entry("follow_up.hours_per_week", Unit::HoursPerWeek, (0.0, 40.0), Role::Assumption,
            "Hours per week and young person in follow-up"),
        FollowUpWeeks => entry("follow_up.weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Length of the follow-up, rounded to whole weeks"),
        BridgingShare => entry("bridging.share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the escalated young people whom the POJ sees until specialised care starts"),
        BridgingHours => entry("bridging.hours_per_week", Unit::HoursPerWeek, (0.0, 40.0), Role::Assumption,
            "Hours per week and young person bridged"),
        BridgingWeeks => entry("bridging.weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Length of the bridging, rounded to whole weeks"),
        DropoutShareOfUnknown => entry("outcome.dropout_share_of_unknown", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the registered outcomes `unknown` that is a drop-out"),
        MatchEffect => entry("outcome.match_effect", Unit::LogOdds, (-5.0, 5.0), Role::Assumption,
            "Fall of the log-odds of a positive closure when the provider lacks the expertise asked for"),
        WaitEffect => entry("outcome.wait_effect_per_week", Unit::LogOddsPerWeek, (0.0, 5.0), Role::Assumption,
            "Fall of the log-odds of a positive closure per week waited"),
        CapEffect => entry("outcome.cap_effect", Unit::LogOdds, (0.0, 10.0), Role::Assumption,
            "Fall of the log-odds of a positive closure when the cap cuts the conversations needed"),
        OutcomeCap => whole(entry("outcome.measured_at_cap", Unit::Conversations, (1.0, 40.0), Role::Assumption,
            "Cap under which `outcome.shares` were measured; those whom it cut too are already in them")),
        OutcomeMatched => entry("outcome.measured_matched_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of those in `outcome.shares` whose provider had the expertise asked for; the match effect counts from there"),
        OutcomeWait => entry("outcome.measured_at_wait_weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Mean wait of those in `outcome.shares`; the effect of waiting counts from there"),
        AvoidanceShare => entry("maatwerk.avoidance_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the positive closures that really avoids maatwerk, before the factor of the referrer"),
        AvoidanceScreener => entry("maatwerk.avoidance_factor.screener", Unit::Ratio, (0.0, 1.0), Role::Assumption,
            "Avoidance share of those referred by the screener relative to `maatwerk.avoidance_share`"),
        AvoidanceHuisarts => entry("maatwerk.avoidance_factor.huisarts", Unit::Ratio, (0.0, 1.0), Role::Assumption,
            "The same for those referred by a GP"),
        AvoidanceSmw => entry("maatwerk.avoidance_factor.smw", Unit::Ratio, (0.0, 1.0), Role::Assumption,
            "The same for those referred by school social work"),
        AvoidanceConsulent => entry("maatwerk.avoidance_factor.consulent", Unit::Ratio, (0.0, 1.0), Role::Assumption,
            "The same for those referred by a jeugd- en gezinsconsulent"),
        AvoidanceOther => entry("maatwerk.avoidance_factor.other", Unit::Ratio, (0.0, 1.0), Role::Assumption,
            "The same for those referred by others"),
        CareCostAverage => dated(entry("maatwerk.cost_average_eur", Unit::Eur, (0.0, 1e7), Role::Assumption,
            "Average cost of the maatwerk trajectory that would have followed, at the price level of `maatwerk.price_level_year`")),
        CarePriceLevelYear => whole(entry("maatwerk.price_level_year", Unit::Year, (1990.0, 2200.0), Role::Assumption,
            "Year in whose prices `maatwerk.cost_average_eur` is given")),
        CarePriceGrowth => entry("maatwerk.price_growth_above_index", Unit::SharePerYear, (-0.5, 1.0), Role::Assumption,
            "Growth per year of the cost of a trajectory above the index: more or longer care")  ,
        CareCostCv => entry("maatwerk.cost_cv", Unit::Ratio, (0.0, 20.0), Role::Assumption,
            "Coefficient of variation of the cost of a trajectory between young people (log-normal)"),
        LightCaseFactor => entry("maatwerk.light_case_factor", Unit::Ratio, (0.0, 2.0), Role::Assumption,
            "Mean cost of the care that a positive closure avoids relative to the average trajectory"),
        RelapseShare => entry("maatwerk.relapse_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the positive closures that comes back within a year, so that nothing was avoided"),
        CareDelayWeeks => entry("maatwerk.start_delay_weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Weeks between the closure and the week in which the avoided care would have begun"),
        CareDurationWeeks => entry("maatwerk.duration_weeks", Unit::Weeks, (1.0, 520.0), Role::Assumption,
            "Weeks over which the avoided care would have run; its cost falls evenly over them"),
        CashableShare => entry("maatwerk.cashable_share", Unit::Share, (0.0, 1.0), Role::Assumption,
            "Share of the avoided cost that leaves the budget of the municipality"),
        PriceLevelYear => whole(entry("money.price_level_year", Unit::Year, (1990.0, 2200.0), Role::Assumption,
            "Year in whose prices grants, hourly prices, budgets and ceilings are given")),
        IndexPerYear => dated(entry("money.index_per_year", Unit::SharePerYear, (-0.5, 1.0), Role::Assumption,
            "Rise of prices at 1 January, as announced for that year")),
        IndexCorrection => entry("money.index_correction", Unit::SharePerYear, (-0.1, 0.1), Role::Assumption,
            "Later correction of the announced index of a year, settled in the next year"),
        DiscountRate => fixed(entry("money.discount_rate_per_year", Unit::SharePerYear, (0.0, 1.0), Role::Assumption,
            "Real discount rate of the present value; the first year is not discounted")),
    }
}

vocabulary! {
    /// A quantity of one provider, below `providers.<name>`.
    ProviderKey {
        HoursPerWeek => dated(entry("hours_per_week", Unit::HoursPerWeek, (0.0, 1e4), Role::Policy,
            "Contract hours per week of all its persons together")),
        Budget => dated(entry("budget_eur_per_year", Unit::EurPerYear, (0.0, ANY), Role::Policy,
            "Most that may be spent on this provider per year; hours follow from it and the price, at most `hours_per_week` where that is given")),
        HourlyPrice => dated(entry("hourly_price_eur", Unit::EurPerHour, (1.0, 1e4), Role::Assumption,
            "Price per contract hour, at the price level of `money.price_level_year`")),
        Grant => dated(entry("grant_eur_per_year", Unit::EurPerYear, (0.0, ANY), Role::Policy,
            "Grant per year where it does not follow from hours and price")),
        Persons => whole(entry("persons", Unit::Count, (1.0, 16.0), Role::Policy,
            "Persons who share the hours evenly")),
        ExitPerYear => entry("exit_per_year", Unit::PerYear, (0.0, 12.0), Role::Assumption,
            "Hazard that the provider stops"),
        ReplacementWeeks => entry("replacement_weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Weeks from a stop until a replacement begins, rounded to whole weeks"),
        RampUpWeeks => entry("ramp_up_weeks", Unit::Weeks, (0.0, 260.0), Role::Assumption,
            "Weeks over which a new provider or replacement grows to its full hours, rounded to whole weeks"),
        StartUpCost => entry("start_up_cost_eur", Unit::Eur, (0.0, ANY), Role::Policy,
            "One-off cost in the week of the start"),
    }
}

vocabulary! {
    /// A quantity of one ceiling, below `ceilings.<name>`.
    CeilingKey {
        EurPerYear => fixed(entry("eur_per_year", Unit::EurPerYear, (0.0, ANY), Role::Policy,
            "The most that may be spent in a budget year")),
    }
}

/// Who refers a young person to the POJ, in the fixed order of the model.
pub const REFERRERS: [&str; 5] = ["screener", "huisarts", "smw", "consulent", "other"];
/// How the avoidance share differs by referrer, in their order.
pub const AVOIDANCE_FACTORS: [Key; REFERRERS.len()] = [
    Key::AvoidanceScreener,
    Key::AvoidanceHuisarts,
    Key::AvoidanceSmw,
    Key::AvoidanceConsulent,
    Key::AvoidanceOther,
];
/// The outcomes as registered, in the fixed order of `outcome.shares`.
pub const OUTCOMES: [&str; 3] = ["positive", "escalated", "unknown"];
/// The months, the parts of a season profile.
pub const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
