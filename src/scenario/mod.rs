//! A scenario file becomes a valid [`Scenario`].
//!
//! Enters: the text of scenario and world files, and values set at the prompt. Leaves: an [`Experiment`], which
//! is one valid [`Scenario`] per arm and world, with the provenance of every value and the warnings that do not
//! stop a run; or all faults of all files at once. Refuses to know: how anything is simulated, and in which
//! language a fault is told.

mod allocation;
mod calendar;
mod ceiling;
mod check;
mod correlation;
mod fault;
mod file;
mod horizon;
mod inputs;
mod keys;
mod learnt;
mod ledger;
mod load;
mod mix;
mod model;
mod municipality;
mod number;
mod numeric;
mod provider;
mod quantity;
mod reporting;
mod resolve;
mod rows;
mod scalar;
mod search_space;
mod shares;
mod source;
mod syntax;
mod tree;
mod unit;
mod value;
mod vocabulary;
mod warning;

pub use allocation::Allocation;
pub use calendar::{Calendar, Period, first_monday};
pub use fault::{
    DrawsFault, Fault, FaultKind, Faults, FileFault, FilePlace, Input, Shape, Site, Syntax, Warning,
    WarningKind, WordList,
};
pub use file::{FORMAT_VERSION, MOST_CEILINGS, MOST_CHANGES, MOST_PERIODS, MOST_PROVIDERS, MOST_WORLDS};
pub use keys::{Described, FRAME, Family, Form, Parts, Setter, all_keys, family, section};
pub use learnt::{DRAWS_MARK, Learnt, draws_text, law_of, law_text, level_text, score_of};
pub use ledger::{
    CLOSURES, Conversations, HELP, LEDGER_FRAME, Ledger, LedgerFault, MOST_COUNT, MOST_FILES, Quarter,
    Registration, load_ledger, load_ledger_from,
};
pub use load::{Loaded, Request, load, load_from};
pub use mix::{Part, PartChange, differences, mix};
pub use model::{
    Arm, Ceiling, Composition, CompositionLaw, Experiment, Grade, Place, Provenance, Provider, Quantity,
    Registered, Scenario, Timeline, World,
};
pub use municipality::resized;
pub use number::written as as_written;
pub use numeric::{NumericFault, numeric};
pub use reporting::{Reporting, ReportingKey, Said};
pub use resolve::{Earlier, Resolved};
pub use search_space::{Campaign, MoreHours, NewProvider, SearchSpace, StatedChoice};
pub use source::{Disk, MOST_BYTES, Memory, Source};
pub use unit::Unit;
pub use value::{
    PROFILE_STATEMENTS, Prior, SHARE_STATEMENTS, STATEMENTS, SharesStatement, Stated, StatedShares,
    Statement, Value, quoted,
};
pub use vocabulary::{
    AVOIDANCE_FACTORS, CeilingKey, Entry, Key, MONTHS, OUTCOMES, ProviderKey, REFERRERS, Role,
};
