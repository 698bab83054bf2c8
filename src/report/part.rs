//! Parts of a run as files: what a run that may be cut short leaves behind, and what one of many machines hands in.
//!
//! A file holds the numbers of consecutive draws, or what is kept of them when they are too many, the identity of the run that they belong to, and a SHA-256 over all of
//! it, so that a file that was cut off or changed is never taken for a part. The layout is that of this version of the program:
//! parts are read by the version that wrote them, which the identity sees to.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::replications::Totals;
use crate::analyses::Leaf;
use crate::engine::Stretch;

/// The ending of the files.
pub const ENDING: &str = "part";

/// What stands before the identity of the run in a digest.
const OF_DIGEST: &str = "digest ";
/// Bytes of the hash at the end.
const HASH: usize = 32;

#[derive(Deserialize, Serialize)]
struct Kept<'all> {
    identity: Cow<'all, str>,
    first: u64,
    end: u64,
    values: Cow<'all, [f64]>,
    scores: Cow<'all, [f64]>,
    queue: Cow<'all, [u32]>,
    starts: Cow<'all, [u32]>,
}

/// Writes a stretch of the run with an identity.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write(identity: &str, stretch: &Stretch<'_>, to: &mut dyn Write) -> io::Result<()> {
    let kept = Kept {
        identity: identity.into(),
        first: whole(stretch.draws.start),
        end: whole(stretch.draws.end),
        values: Cow::Borrowed(&stretch.values),
        scores: Cow::Borrowed(&stretch.scores),
        queue: Cow::Borrowed(&stretch.queue),
        starts: Cow::Borrowed(&stretch.starts),
    };
    seal(&kept, to)
}

/// Reads a stretch of the run with an identity; `None` for anything else, a part of another run or a damaged one.
pub fn read(identity: &str, bytes: &[u8]) -> Option<Stretch<'static>> {
    let kept: Kept<'static> = open(bytes)?;
    (kept.identity == identity).then_some(Stretch {
        draws: place(kept.first)?..place(kept.end)?,
        values: kept.values,
        scores: kept.scores,
        queue: kept.queue,
        starts: kept.starts,
    })
}

/// The identity of the run whose numbers a file holds, or what is kept of them; `None` for anything else, or a damaged one.
pub fn identity(bytes: &[u8]) -> Option<String> {
    // Both layouts begin with it.
    let (identity, _) = postcard::take_from_bytes::<&str>(content(bytes)?).ok()?;
    Some(identity.strip_prefix(OF_DIGEST).unwrap_or(identity).to_owned())
}

#[derive(Deserialize, Serialize)]
struct KeptDigest<'all> {
    identity: Cow<'all, str>,
    first: u64,
    end: u64,
    replications: u64,
    files: Vec<(String, String)>,
    waiting: Cow<'all, [Vec<f64>]>,
    leaves: Vec<KeptLeaf<'all>>,
}

#[derive(Deserialize, Serialize)]
struct KeptLeaf<'all> {
    counts: Cow<'all, [u32]>,
    sums: Cow<'all, [i128]>,
    ends: [f64; 2],
}

/// What is kept of some draws of a run that is too long for its replications to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct DigestPart<'all> {
    /// Which draws.
    pub draws: Range<usize>,
    /// How many replications they have.
    pub replications: usize,
    /// The files beside it with their rows: the name of each, and the SHA-256 of its content.
    pub files: Vec<(String, String)>,
    /// Rows of the last draws, which are in no file yet.
    pub waiting: Cow<'all, Totals>,
    /// What a digest holds of them.
    pub leaves: Vec<Leaf<'all>>,
}

/// Writes what is kept of some draws of the run with an identity.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write_digest(identity: &str, part: DigestPart<'_>, to: &mut dyn Write) -> io::Result<()> {
    let leaf = |leaf: Leaf<'_>| KeptLeaf {
        counts: Cow::Owned(leaf.counts.into_owned()),
        sums: Cow::Owned(leaf.sums.into_owned()),
        ends: leaf.ends,
    };
    let kept = KeptDigest {
        identity: of_digest(identity).into(),
        first: whole(part.draws.start),
        end: whole(part.draws.end),
        replications: whole(part.replications),
        files: part.files,
        waiting: Cow::Borrowed(&part.waiting.columns),
        leaves: part.leaves.into_iter().map(leaf).collect(),
    };
    seal(&kept, to)
}

/// Reads what is kept of some draws of the run with an identity; `None` as for [`read`].
pub fn read_digest(identity: &str, bytes: &[u8]) -> Option<DigestPart<'static>> {
    let kept: KeptDigest<'static> = open(bytes)?;
    let leaf = |leaf: KeptLeaf<'static>| Leaf { counts: leaf.counts, sums: leaf.sums, ends: leaf.ends };
    let part = DigestPart {
        draws: place(kept.first)?..place(kept.end)?,
        replications: place(kept.replications)?,
        files: kept.files,
        waiting: Cow::Owned(Totals { columns: kept.waiting.into_owned() }),
        leaves: kept.leaves.into_iter().map(leaf).collect(),
    };
    (kept.identity == of_digest(identity)).then_some(part)
}

/// A digest is never taken for rows, nor rows for a digest.
fn of_digest(identity: &str) -> String {
    format!("{OF_DIGEST}{identity}")
}

fn whole(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn place(number: u64) -> Option<usize> {
    usize::try_from(number).ok()
}

/// Writes something with its hash behind it.
fn seal(kept: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    let mut to = Hashing { to, hash: Sha256::new(), fault: None };
    let written = postcard::to_io(kept, &mut to).map(|_| ());
    let Hashing { to, hash, fault } = to;
    // The encoder swallows why writing failed.
    written.map_err(|encoding| fault.unwrap_or_else(|| io::Error::other(encoding)))?;
    to.write_all(&hash.finalize())
}

/// Reads something whose hash fits.
fn open<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(content(bytes)?).ok()
}

/// What stands before the hash, when that fits.
fn content(bytes: &[u8]) -> Option<&[u8]> {
    let (content, hash) = bytes.split_at_checked(bytes.len().checked_sub(HASH)?)?;
    (Sha256::digest(content).as_slice() == hash).then_some(content)
}

/// Passes bytes on and hashes them, and remembers why passing them on failed.
struct Hashing<'to> {
    to: &'to mut dyn Write,
    hash: Sha256,
    fault: Option<io::Error>,
}

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.to.write(bytes) {
            Ok(written) => {
                self.hash.update(&bytes[..written]);
                Ok(written)
            }
            Err(fault) => {
                let told = io::Error::from(fault.kind());
                self.fault = Some(fault);
                Err(told)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch() -> Stretch<'static> {
        Stretch {
            draws: 3..5,
            values: vec![1.5, f64::NAN, -0.0, 1e300].into(),
            scores: vec![0.25, -2.0].into(),
            queue: vec![0, 300, 7].into(),
            starts: vec![1].into(),
        }
    }

    fn written(identity: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(identity, &stretch(), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_part_reads_back_to_the_bit() {
        let read = read("run", &written("run")).unwrap();
        assert_eq!((read.draws, read.scores, read.queue), (3..5, stretch().scores, stretch().queue));
        let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&read.values), bits(&stretch().values));
    }

    #[test]
    fn a_digest_reads_back_to_the_bit_and_is_no_stretch() {
        let leaf = Leaf {
            counts: vec![3, 0, u32::MAX].into(),
            sums: vec![i128::MIN, -5].into(),
            ends: [f64::INFINITY, f64::NEG_INFINITY],
        };
        let part = DigestPart {
            draws: 0..1_280,
            replications: 2_560,
            files: vec![("rows".to_owned(), "hash".to_owned())],
            waiting: Cow::Owned(Totals { columns: vec![vec![1.5, -0.0], vec![f64::INFINITY, 3.0]] }),
            leaves: vec![leaf],
        };
        let mut bytes = Vec::new();
        write_digest("run", part.clone(), &mut bytes).unwrap();
        assert_eq!(read_digest("run", &bytes), Some(part));
        assert_eq!((read_digest("other", &bytes), read("run", &bytes)), (None, None));
        assert_eq!(read_digest("run", &written("run")), None);
        assert_eq!(identity(&bytes).as_deref(), Some("run"));
    }

    #[test]
    fn a_part_of_another_run_is_none_of_this() {
        assert_eq!(read("run", &written("other")), None);
        assert_eq!(identity(&written("other")).as_deref(), Some("other"));
    }

    #[test]
    fn a_damaged_part_is_none() {
        let whole = written("run");
        for cut in 0..whole.len() {
            assert_eq!(read("run", &whole[..cut]), None, "cut after {cut} bytes");
        }
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 1;
            assert_eq!(read("run", &changed), None, "byte {place} changed");
            assert_eq!(identity(&changed), None, "byte {place} changed");
        }
    }

    #[test]
    fn why_writing_failed_is_told() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::from(io::ErrorKind::StorageFull))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let fault = write("run", &stretch(), &mut Full).unwrap_err();
        assert_eq!(fault.kind(), io::ErrorKind::StorageFull);
    }
}
