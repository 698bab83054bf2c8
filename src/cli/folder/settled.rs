//! A large file that the disk takes while more of it is written, so that nobody waits for the disk at the end.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// So many bytes are left to the system before the disk is asked to take them.
const AT_ONCE: usize = 1 << 22;
/// Bytes that are gathered before the system is asked to take them.
const BUFFER: usize = 1 << 16;

/// The file that is written.
#[derive(Debug)]
pub(in crate::cli) struct SettledFile<'file>(BufWriter<Told<'file>>);

/// Tells whenever enough was written.
#[derive(Debug)]
struct Told<'file> {
    file: &'file File,
    /// Bytes that nobody was told of yet.
    untold: usize,
    tell: Sender<()>,
}

/// Makes a file and sees to it that its contents are on disk.
///
/// # Errors
/// Those of `write` and of the system, the disk's own among them.
pub(in crate::cli) fn write_settled(
    place: &Path,
    write: impl FnOnce(&mut SettledFile<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let file = &File::create(place)?;
    let (tell, told) = channel();
    let (written, settled) = thread::scope(|scope| {
        let disk = scope.spawn(move || settle(file, &told));
        let mut to = SettledFile(BufWriter::with_capacity(BUFFER, Told { file, untold: 0, tell }));
        let written = write(&mut to).and_then(|()| to.flush());
        drop(to);
        // A thread that only waits for the disk has nothing to panic of.
        (written, disk.join().unwrap_or(Ok(())))
    });
    written.and(settled).and_then(|()| file.sync_all())
}

/// Lets the disk take what was written, each time that it is told.
fn settle(file: &File, told: &Receiver<()>) -> io::Result<()> {
    while told.recv().is_ok() {
        while told.try_recv().is_ok() {}
        file.sync_data()?;
    }
    Ok(())
}

impl Write for SettledFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Write for Told<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.untold += written;
        if self.untold >= AT_ONCE {
            self.untold = 0;
            // Who waits for the disk in vain is told of that at the end.
            let _ = self.tell.send(());
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_holds_what_was_written_however_it_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("large");
        let bytes: Vec<u8> = (0_u32..3 << 20).flat_map(u32::to_le_bytes).collect();
        let pieces = [&bytes[..7], &bytes[7..AT_ONCE + 9], &bytes[AT_ONCE + 9..]];
        write_settled(&place, |to| pieces.iter().try_for_each(|piece| to.write_all(piece))).unwrap();
        assert!(fs::read(place).unwrap() == bytes);
    }

    #[test]
    fn why_nothing_could_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let fault = write_settled(&folder.path().join("file"), |_| Err(io::ErrorKind::StorageFull.into()));
        assert_eq!(fault.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert!(write_settled(&folder.path().join("none/file"), |_| Ok(())).is_err());
    }
}
