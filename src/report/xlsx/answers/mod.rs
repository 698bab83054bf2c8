//! What was asked along with the run: a sheet per answer that finance can work with.

mod budget;
mod compare;
mod pay_back;
mod sheets;
mod value;

pub(super) use sheets::sheets;
