//! What a part of a region was ordered with and what it made: enough to bring the parts together on a machine that has no
//! scenario files, and to see that nothing was changed since.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::manifest::hexadecimal;
use super::shard::Shard;
use super::summary::Layout;

/// The order of one part of a region, and a hash over the folder of each municipality in it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct RegionPart {
    /// How many municipalities the whole region has.
    pub municipalities: usize,
    /// Which part, and what it was ordered with.
    pub order: Shard,
    /// The municipalities of this part by their names, each with its [`fingerprint`].
    pub made: BTreeMap<String, String>,
}

impl RegionPart {
    /// Writes `region-part.json`.
    ///
    /// # Errors
    /// Whatever writing to `to` fails with.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        self.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Layout::default()))?;
        to.write_all(b"\n")
    }

    /// Reads `region-part.json`; `None` for anything that is none.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|part: &Self| part.order.is_possible())
    }
}

/// A hash over files by their names; the same for the same files in the same order.
pub fn fingerprint<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, content) in files {
        // Lengths keep a name apart from what stands in its file.
        for part in [name.as_bytes(), content] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hexadecimal(&hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(shard: usize, of: usize) -> RegionPart {
        let order = Shard {
            shard,
            of,
            seed: 7,
            replications: 40,
            scenarios: vec!["a.toml".into()],
            worlds: Vec::new(),
            settings: vec!["k=1".into()],
            posterior: None,
            files: Vec::new(),
        };
        let made = [("gemeente-001".to_owned(), "00".to_owned())].into();
        RegionPart { municipalities: 5, order, made }
    }

    #[test]
    fn a_part_comes_back_as_it_was_written() {
        let mut text = Vec::new();
        part(2, 3).write(&mut text).unwrap();
        assert_eq!(RegionPart::read(&String::from_utf8(text).unwrap()), Some(part(2, 3)));
        assert_eq!(RegionPart::read("{}"), None);
    }

    #[test]
    fn a_part_with_an_impossible_number_is_none() {
        for (shard, of) in [(0, 3), (4, 3), (1, 0)] {
            let mut text = Vec::new();
            part(shard, of).write(&mut text).unwrap();
            assert_eq!(RegionPart::read(&String::from_utf8(text).unwrap()), None, "{shard}/{of}");
        }
    }

    #[test]
    fn a_fingerprint_tells_names_contents_and_their_borders_apart() {
        let of =
            |files: &[(&str, &str)]| fingerprint(files.iter().map(|(name, text)| (*name, text.as_bytes())));
        let all = [of(&[("a", "bc")]), of(&[("ab", "c")]), of(&[("a", "b"), ("c", "")]), of(&[])];
        for (at, one) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| other != one), "{at}");
        }
        assert_eq!(of(&[]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
