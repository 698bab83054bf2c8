//! Every kind of picture, drawn by day on white: whole, labelled, with Dutch ticks, and the same each time.
//!
//! The pictures are left in the folder of temporary files of the build, for who wants to look at them.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use sim::report::chart::{Ink, Look, Size, svg};
use sim::report::document::{
    Along, Axis, Chart, Columns, Dots, Figure, Line, Lines, Picture, Plane, Plotted, RowOfBars, Rows, Span,
    Spread, Start, Table, Text,
};
use sim::report::number::{Form, Numbers};
use sim::report::wording::Language;

fn at(value: f64) -> Plotted {
    Plotted::new(Some(value), "/somewhere")
}

fn axis(label: &str, form: Form) -> Axis {
    Axis { label: label.to_owned(), form }
}

fn chart(id: &str, picture: Picture) -> Chart {
    let data = Table { caption: Text::words("cijfers"), columns: Vec::new(), rows: Vec::new() };
    let title = Text::words("De wachtlijst wordt korter & <korter>");
    Chart { id: id.to_owned(), title, description: Text::words("Wat er te zien is."), picture, data }
}

fn spread(value: f64, width: f64) -> Spread {
    Spread { value: at(value), interval: Some((at(value - width), at(value + width))) }
}

fn fan() -> Chart {
    let values = |shift: f64| (0..12).map(|month| at(f64::from(month).mul_add(900.0, shift))).collect();
    let line = Line {
        name: "saldo".to_owned(),
        values: values(-4_000.0),
        bands: vec![(values(-9_000.0), values(1_000.0)), (values(-6_000.0), values(-2_000.0))],
    };
    let months = (0..12).map(f64::from).collect();
    let along = Along::Numbers(axis("maanden", Form::Count), months);
    let up = axis("€ per jaar", Form::Eur);
    chart("fan", Picture::Lines(Lines { along, up, series: vec![line], hidden_below: None }))
}

fn weeks() -> Chart {
    let dates = (0..120).map(|week| date(2024, 1, 1).saturating_add(jiff::Span::new().weeks(week))).collect();
    let line = |name: &str, rise: f64| Line {
        name: name.to_owned(),
        values: (0..120)
            .map(|week| Plotted::new((week != 40).then(|| 4.0 + rise * f64::from(week)), "/x"))
            .collect(),
        bands: Vec::new(),
    };
    let series = vec![
        line("zoals het nu is", 0.1),
        line("meer uren", 0.09),
        line("bekender", 0.02),
        line("ontlasting", 0.0),
    ];
    let up = axis("jeugdigen", Form::Count);
    chart(
        "weeks",
        Picture::Lines(Lines {
            along: Along::Dates(dates),
            up,
            series,
            hidden_below: Some((5.0, "minder dan 5".to_owned())),
        }),
    )
}

fn columns() -> Chart {
    let bars = |sign: f64| (1..=5).map(|year| spread(sign * 20_000.0 * f64::from(year), 9_000.0)).collect();
    chart(
        "columns",
        Picture::Columns(Columns {
            labels: (2024..2029).map(|year| year.to_string()).collect(),
            up: axis("× € 1.000", Form::ThousandEur),
            series: vec![("kosten".to_owned(), bars(-1.0)), ("vermeden kosten".to_owned(), bars(0.7))],
            limits: vec![("plafond".to_owned(), at(85_000.0))],
        }),
    )
}

fn tornado() -> Chart {
    let shown = |value: f64| Figure {
        text: Numbers::new(Language::Nl).show(Form::ThousandEur, value, None),
        pointer: "/x".to_owned(),
        value: Some(value),
    };
    let bar = |from: f64, to: f64| Span {
        from: Some(Start { at: at(from), shown: Some(shown(from)) }),
        to: at(to),
        shown: shown(to),
        hidden: false,
    };
    let row = |label: &str, from, to| RowOfBars { label: label.to_owned(), bars: vec![bar(from, to)] };
    chart(
        "tornado",
        Picture::Rows(Rows {
            along: axis("saldo, × € 1.000", Form::ThousandEur),
            series: vec!["saldo".to_owned()],
            rows: vec![
                row("deel van de positieve afrondingen dat echt maatwerk voorkomt", -330_000.0, -90_000.0),
                row("groei van de instroom per jaar", -270_000.0, -200_000.0),
                row("no-show", -240_000.0, -255_000.0),
            ],
            line: Some(("de raming".to_owned(), at(-248_000.0))),
        }),
    )
}

fn plane() -> Chart {
    let curve = (2..=10).map(|step| (at(f64::from(step) / 10.0), at(60_000.0 / f64::from(step)))).collect();
    chart(
        "plane",
        Picture::Plane(Plane {
            along: axis("deel dat echt maatwerk voorkomt", Form::Percent),
            up: axis("kosten van een traject", Form::Eur),
            points: vec![
                ("derde aanbieder".to_owned(), spread(0.42, 0.15), spread(7_900.0, 900.0)),
                ("bekender".to_owned(), spread(0.44, 0.1), spread(8_100.0, 500.0)),
            ],
            curves: vec![("verdient zich terug".to_owned(), curve)],
            regions: vec![
                ("kost geld".to_owned(), 0.25, 5_000.0),
                ("bespaart geld".to_owned(), 0.85, 22_000.0),
            ],
        }),
    )
}

fn dots() -> Chart {
    let (filled, open) = ("verdient zich terug".to_owned(), "verdient zich niet terug".to_owned());
    chart("dots", Picture::Dots(Dots { chance: at(0.68), of: 20, filled, open }))
}

fn drawn(chart: &Chart, size: Size) -> String {
    svg(chart, &Numbers::new(Language::Nl), Look { ink: Ink::File, size, titled: true })
}

#[test]
fn every_kind_of_picture_is_whole_and_has_its_labels() {
    let kinds: [(Chart, &[&str]); 6] = [
        (fan(), &["maanden", "€ per jaar", "€\u{a0}5.000", "€\u{a0}−5.000"]),
        (weeks(), &["2024", "2025", "2026", "zoals het", "minder dan 5", "stroke-dasharray"]),
        (columns(), &["2024", "2028", "−100", "kosten", "plafond"]),
        (tornado(), &["no-show", "−90", "de raming"]),
        (plane(), &["derde aanbieder", "bespaart", "100%", "€\u{a0}20.000"]),
        (dots(), &["verdient zich terug", "verdient zich niet terug"]),
    ];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    fs::create_dir_all(&folder).unwrap();
    for (chart, labels) in &kinds {
        for (size, name) in [(Size::Wide, "wide"), (Size::Narrow, "narrow")] {
            let picture = drawn(chart, size);
            fs::write(folder.join(format!("{}-{name}.svg", chart.id)), &picture).unwrap();
            for label in *labels {
                assert!(picture.contains(label), "{} {name} lacks {label}", chart.id);
            }
            assert!(picture.contains("&amp; &lt;korter&gt;") && picture.contains("Wat er te zien is."));
            assert!(!picture.contains("NaN") && !picture.contains("inf") && !picture.contains("<korter>"));
            assert_eq!(picture, drawn(chart, size));
        }
    }
}

/// What stands in a drawing, with where it stands along.
fn texts(picture: &str) -> Vec<(f64, String)> {
    let texts = picture.lines().filter(|line| line.starts_with("<text"));
    let placed = |line: &str| {
        let x = line.split("x=\"").nth(1)?.split('"').next()?.parse().ok()?;
        Some((x, line.split('>').nth(1)?.split('<').next()?.to_owned()))
    };
    texts.filter_map(placed).collect()
}

#[test]
fn each_end_of_a_bar_has_its_own_number_at_its_own_end() {
    for size in [Size::Wide, Size::Narrow] {
        let texts = texts(&drawn(&tornado(), size));
        let place = |text: &str| texts.iter().find(|(_, one)| one == text).unwrap().0;
        // From low to high, and from high to low.
        for (left, right) in [("−330", "−90"), ("−270", "−200"), ("−255", "−240")] {
            assert!(place(left) < place(right), "{left} {right}");
        }
        assert!(texts.iter().any(|(_, text)| text == "−400"), "the axis has numbers");
    }
}

#[test]
fn as_many_dots_are_filled_as_there_are_cases() {
    let picture = drawn(&dots(), Size::Wide);
    let filled = picture.matches("r=\"10\" fill=\"#b84300\"").count();
    assert_eq!((filled, picture.matches("r=\"10\"").count()), (14, 20));
}

#[test]
fn a_gap_in_a_series_is_a_gap_in_its_line() {
    let picture = drawn(&weeks(), Size::Wide);
    let line = picture.lines().find(|line| line.contains("stroke-width=\"2.5\"")).unwrap();
    assert_eq!(line.matches('M').count(), 2, "{line}");
}

#[test]
fn nothing_below_what_may_be_shown_can_be_read_off() {
    let picture = drawn(&weeks(), Size::Wide);
    let cover = picture
        .lines()
        .find(|line| line.starts_with("<rect") && line.contains("stroke=\"#d8dadd\""))
        .unwrap();
    let top: f64 = cover.split(" y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    // The samples beside the names are lines of two points; those of the plot have many.
    let plotted = |line: &&str| line.contains("stroke-width=\"2.5\"") && line.matches('L').count() > 10;
    assert_eq!(picture.lines().filter(plotted).count(), 4);
    for line in picture.lines().filter(plotted) {
        let path = line.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        for point in path.split(['M', 'L']).filter(|point| !point.is_empty()) {
            let y: f64 = point.split(' ').nth(1).unwrap().parse().unwrap();
            assert!(y <= top + 0.11, "{y} is below {top}");
        }
    }
}
