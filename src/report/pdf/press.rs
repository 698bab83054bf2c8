//! What typst may see while it sets the page: one template, one manuscript, two fonts, and nothing of the computer.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::fonts::Fonts;

/// The fixed layout of the page.
const TEMPLATE: &str = include_str!("template.typ");
/// Under which name the template finds the manuscript.
const MANUSCRIPT: &str = "manuscript.json";

/// A closed world with everything that one document needs.
pub(super) struct Press<'a> {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: &'a Fonts,
    template: Source,
    manuscript: Bytes,
}

impl<'a> Press<'a> {
    /// A press that will print `manuscript`; `None` where typst finds no name for the template.
    pub(super) fn new(fonts: &'a Fonts, manuscript: String) -> Option<Self> {
        let name = VirtualPath::new("template.typ").ok()?;
        let template = RootedPath::new(VirtualRoot::Project, name).intern();
        // The headings of rows are still among the extras of typst.
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        Some(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book()),
            fonts,
            template: Source::new(template, TEMPLATE.to_owned()),
            manuscript: Bytes::from_string(manuscript),
        })
    }
}

impl World for Press<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = id.get().vpath().get_without_slash() == MANUSCRIPT;
        if known { Ok(self.manuscript.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
