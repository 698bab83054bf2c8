//! The web page: one file, no request, everything escaped, the same bytes for the same results.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod synthetic;

use sim::analyses::Forecast;
use sim::report::chart::{Ink, Look, Size, svg};
use sim::report::document::council;
use sim::report::html;
use sim::report::number::Numbers;
use sim::report::wording::{Language, Wording};
use synthetic::{experiment, forecast, pilot, single};

fn page(forecast: &Forecast, language: Language) -> String {
    let wording = Wording::new(language);
    let mut bytes = Vec::new();
    html::write(&council(forecast, &wording), &wording, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_same_results_give_the_same_bytes() {
    for language in Language::ALL {
        let one = page(&forecast(&experiment(), 200), language);
        assert!(one == page(&forecast(&experiment(), 200), language));
        assert!(one.contains(&format!("<html lang=\"{language}\">")));
    }
}

#[test]
fn the_page_asks_for_nothing_and_runs_nothing() {
    for forecast in [forecast(&experiment(), 200), forecast(&single(), 200), forecast(&pilot(), 120)] {
        for language in Language::ALL {
            // The name of the SVG format is an address that nobody visits.
            let page = page(&forecast, language).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
            assert!(page.contains("content=\"default-src 'none';"));
            let inside = page.split("<body>").nth(1).unwrap();
            for never in [
                "<script",
                "<img",
                "<iframe",
                "@import",
                "url(",
                "http://",
                "https://",
                "javascript:",
                " style=",
                " onload=",
                " onclick=",
                " onerror=",
            ] {
                assert!(!inside.contains(never), "{never}");
            }
        }
    }
}

#[test]
fn a_title_out_of_a_file_is_text_wherever_it_stands() {
    let nasty = "<script>alert(1)</script> \"'&amp; =HYPERLINK(\"x\") \u{202e}txet\u{2066} \u{1b}[2J";
    let mut experiment = experiment();
    for arm in &mut experiment.arms {
        nasty.clone_into(&mut arm.title);
        nasty.clone_into(&mut arm.purpose);
    }
    for world in &mut experiment.worlds {
        nasty.clone_into(&mut world.title);
    }
    let forecast = forecast(&experiment, 200);
    let page = page(&forecast, Language::Nl);
    assert!(!page.contains("<script") && !page.contains("</script"));
    assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{1b}']));
    assert!(page.contains("=HYPERLINK(") && page.contains("alert(1)"));
    assert!(page.contains("\u{fffd}txet"), "what was taken out can be seen");
    let wording = Wording::new(Language::Nl);
    let document = council(&forecast, &wording);
    for chart in document.charts() {
        for ink in [Ink::Page, Ink::File] {
            let look = Look { ink, size: Size::Wide, titled: true };
            let picture = svg(chart, &Numbers::new(Language::Nl), look);
            assert!(!picture.contains("<script"), "{}", chart.id);
            assert_eq!(picture.matches("<svg").count(), 1);
        }
    }
}

#[test]
fn a_name_is_kept_apart_from_the_words_around_it() {
    let mut experiment = experiment();
    "שלום".clone_into(&mut experiment.worlds[0].title);
    let page = page(&forecast(&experiment, 200), Language::Nl);
    assert!(page.contains("<bdi>שלום</bdi>"));
}

#[test]
fn every_element_that_opens_closes_and_no_name_is_there_twice() {
    let page = page(&forecast(&experiment(), 200), Language::En);
    for tag in [
        "section", "table", "figure", "svg", "details", "p", "ul", "li", "bdi", "span", "main", "th", "td",
        "tr",
    ] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    let mut names: Vec<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(all > 40);
}

#[test]
fn a_chart_in_a_file_by_itself_is_whole() {
    let wording = Wording::new(Language::Nl);
    let document = council(&forecast(&experiment(), 1_000), &wording);
    let charts = document.charts();
    assert!(charts.len() >= 6);
    for chart in charts {
        for size in [Size::Wide, Size::Narrow] {
            let picture =
                svg(chart, &Numbers::new(Language::Nl), Look { ink: Ink::File, size, titled: true });
            assert!(
                picture.contains("<title ") && picture.contains("<desc ") && picture.contains("role=\"img\"")
            );
            assert!(!picture.contains("var(") && !picture.contains("currentColor"), "{}", chart.id);
            assert!(!picture.contains("NaN") && !picture.contains("inf"), "{}", chart.id);
        }
    }
}
