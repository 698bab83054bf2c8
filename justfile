# Recipes are plain cargo commands: each works without `just` as well.

# Everything that must pass before a commit.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo test --release
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

# Everything that is made from something else: schema, format document, snapshots, the reference run.
regenerate:
    UPDATE=1 INSTA_UPDATE=always cargo test --release
    cargo run --release -- scenarios/third-provider.toml --replications 100 --seed 1 --out results/reference --force --quiet
