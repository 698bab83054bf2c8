//! What is reported of an arm in a world, per reporting period and in total.

/// The unit of a metric, as `summary.json` spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetricUnit {
    /// Young people.
    Youths,
    /// Weeks.
    Weeks,
    /// 0 to 1.
    Share,
    /// Conversations.
    Conversations,
    /// Hours.
    Hours,
    /// Euros.
    Eur,
}

impl MetricUnit {
    /// The spelling in files.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Youths => "youths",
            Self::Weeks => "weeks",
            Self::Share => "share",
            Self::Conversations => "conversations",
            Self::Hours => "hours",
            Self::Eur => "eur",
        }
    }
}

macro_rules! metrics {
    ($( $variant:ident = $name:literal, $unit:ident, $about:literal; )*) => {
        /// A result of one arm in one world and one replication. The order is that of the columns.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Metric { $( #[doc = $about] $variant ),* }

        impl Metric {
            /// All metrics in column order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name in every file.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name ),* }
            }

            /// The unit.
            pub const fn unit(self) -> MetricUnit {
                match self { $( Self::$variant => MetricUnit::$unit ),* }
            }

            /// Whether it is in euros: the others do not depend on what things cost and are worth.
            pub const fn is_money(self) -> bool {
                matches!(self.unit(), MetricUnit::Eur)
            }

            /// What it is, in one line of English.
            pub const fn about(self) -> &'static str {
                match self { $( Self::$variant => $about ),* }
            }
        }
    };
}

metrics! {
    YouthsReferred = "youths_referred", Youths, "Young people referred to the POJ.";
    YouthsStarted = "youths_started", Youths, "Young people with a first conversation.";
    YouthsClosedPositive = "youths_closed_positive", Youths, "Trajectories closed positively.";
    YouthsEscalated = "youths_escalated", Youths, "Trajectories referred on to specialised care.";
    YouthsDroppedOut = "youths_dropped_out", Youths, "Trajectories that the young person broke off.";
    YouthsOutcomeUnknown = "youths_outcome_unknown", Youths, "Trajectories whose outcome is not known.";
    YouthsLeftQueue = "youths_left_queue", Youths, "Young people who left the queue before a first conversation.";
    YouthsRecoveredWaiting = "youths_recovered_waiting", Youths, "Of those who left the queue: recovered by themselves.";
    YouthsWaitingYearEnd = "youths_waiting_year_end", Youths, "Young people waiting at the end of the last week.";
    YouthsInTreatmentYearEnd = "youths_in_treatment_year_end", Youths, "Trajectories running at the end of the last week.";
    WaitMeanWeeks = "wait_mean_weeks", Weeks, "Mean wait of those who started, to the first conversation.";
    WaitP50Weeks = "wait_p50_weeks", Weeks, "Median wait of those who started.";
    WaitP90Weeks = "wait_p90_weeks", Weeks, "Ninth decile of the wait of those who started.";
    ShareWithinNorm = "share_within_norm", Share, "Share of those who started that waited no longer than the norm.";
    Utilisation = "utilisation", Share, "Hours used of hours available.";
    HoursUsed = "hours_used", Hours, "Hours used by all providers.";
    HoursAvailable = "hours_available", Hours, "Hours available after leave, sickness, start and exit.";
    WeeksBoundShare = "weeks_bound_share", Share, "Share of the weeks at whose end somebody waits for want of hours.";
    Conversations = "conversations", Conversations, "Conversations held.";
    SpecialistReferrals = "specialist_referrals", Youths, "Starts of specialised care by every route.";
    SpecialistReferralsPoj = "specialist_referrals_poj", Youths, "Of these: escalated by the POJ.";
    SpecialistReferralsQueue = "specialist_referrals_queue", Youths, "Of these: left the queue of the POJ.";
    SpecialistReferralsHuisarts = "specialist_referrals_huisarts", Youths, "Of these: sent directly by a GP who does not know the POJ.";
    MunicipalReferralShare = "municipal_referral_share", Share, "Share of these that ran through the municipality.";
    PojCost = "poj_cost_eur", Eur, "Cost of the POJ: grants, start-up, campaign, screeners' hours.";
    AvoidedCostEvaluation = "avoided_cost_evaluation_eur", Eur, "Avoided cost by the evaluation's method: positive closures times average cost.";
    AvoidedCost = "avoided_cost_eur", Eur, "Avoided cost of maatwerk that falls in the period.";
    AvoidedCostIfAll = "avoided_cost_if_all_eur", Eur, "The same if every positive closure really avoided maatwerk.";
    PojCostConstant = "poj_cost_constant_eur", Eur, "Cost of the POJ at the price level of the first week of the forecast.";
    AvoidedCostConstant = "avoided_cost_constant_eur", Eur, "Avoided cost at the price of a trajectory in the first week of the forecast.";
    NetSavingEvaluation = "net_saving_evaluation_eur", Eur, "Avoided cost by the evaluation's method less the cost of the POJ.";
    NetSaving = "net_saving_eur", Eur, "Avoided cost less the cost of the POJ, nominal.";
    CashableSaving = "cashable_saving_eur", Eur, "Cashable part of the avoided cost less the cost of the POJ, nominal.";
    NetPresentSaving = "net_present_saving_eur", Eur, "Net saving in prices of the first year, discounted.";
}
