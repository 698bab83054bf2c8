//! More arms and worlds.

use crate::engine::Stage;

impl Stage {
    /// With another arm, which says only what differs.
    pub(crate) fn arm(mut self, name: &str, lines: &str) -> Self {
        let head = "format_version = 1\nkind = \"scenario\"\ntitle = \"Arm\"\npurpose = \"What else?\"";
        let text = format!("{head}\nextends = \"base.toml\"\n{lines}");
        self.files.0.insert(format!("{name}.toml").into(), text.into_bytes());
        self.scenarios.push(format!("{name}.toml"));
        self
    }

    /// With another world; without any, the assumptions are the base's own.
    pub(crate) fn world(mut self, name: &str, lines: &str) -> Self {
        let head = "format_version = 1\nkind = \"world\"\ntitle = \"World\"\npurpose = \"What if?\"";
        self.files.0.insert(format!("{name}.toml").into(), format!("{head}\n{lines}").into_bytes());
        self.worlds.push(format!("{name}.toml"));
        self
    }
}
