//! The young people of one replication, and everything that chance decides about them and their helpers.
//!
//! Enters: an address and the highest demand that any arm or world can have. Leaves: candidates in order of
//! arrival with their luck, and the luck of the staff. Refuses to know: the policy. It is drawn once and played
//! through every arm and world.
