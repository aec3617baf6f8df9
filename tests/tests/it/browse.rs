//! The page of `codegen browse`: what documents can put into it, and how it behaves in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tests::scratch::{empty_folder, repository};

/// Texts that a browser would act upon.
const HOSTILE: &[&str] = &[
    "</script><script>alert(1)</script>",
    "<!-- <script> -->",
    "<img src=x onerror=alert(1)>",
    "\u{2028}line\u{2029}",
    "&lt;b&gt; @script@ @data@",
    "javascript:alert(1)",
];

fn browse(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    command.current_dir(folder).arg("browse").args(arguments).output().expect("the tool runs")
}

/// The page of the documents of the session about graphs.
fn page_of_shop(folder: &Path) -> PathBuf {
    let specs = repository().join("tests/cli/graph.in/specs");
    let output = browse(folder, &[&specs.to_string_lossy(), "--out", "pages/shop.html", "--title", "The shop"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("pages/shop.html")
}

/// The element with the data, which is the last but one script.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("id=\"data\">").expect("the page has data");
    let (data, _) = rest.split_once("</script>").expect("the data end");
    serde_json::from_str(data).expect("the data are JSON")
}

#[test]
fn texts_stay_within_the_data() {
    let folder = empty_folder("browse-hostile").expect("a folder");
    let plain = "# Order\n\nAn order.\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
                 | id | int32 | Its id. | [optional] |\n| tags | list[string] | Its tags. | [optional] |\n";
    fs::create_dir(folder.join("specs")).expect("a folder");
    for text in HOSTILE {
        let code = text.replace('|', "\\|");
        let document = plain.replace("An order.", &format!("About `{code}` and {code}."));
        let document = document.replace("Its id.", &format!("Its `{code}`, {code}"));
        fs::write(folder.join("specs/Order.md"), document).expect("a document");
        let output = browse(&folder, &["specs", "--out", "-", "--title", text, "--set", "only = [\"Order\"]"]);
        let page = String::from_utf8(output.stdout).expect("the page is text");
        let data = data(&page);
        assert_eq!(data["title"], **text);
        assert!(data["models"].as_array().is_some_and(|models| models.len() == 1), "{text}: {data:#}");
        assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (2, 2), "{text}");
        assert!(!page.contains(['\u{2028}', '\u{2029}']) && !page.contains("<!--") && !page.contains("<img"), "{text}");
    }
}

#[test]
fn the_page_asks_for_nothing_outside_of_it() {
    let folder = empty_folder("browse-network").expect("a folder");
    let page = fs::read_to_string(page_of_shop(&folder)).expect("a page");
    for word in ["src=", "@import", "url(http", "fetch(", "XMLHttpRequest", "innerHTML", "eval("] {
        assert!(!page.contains(word), "the page has `{word}`");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = browser() else {
        println!("no Chromium here: the page is not tried");
        return;
    };
    let folder = empty_folder("browse-browser").expect("a folder");
    let page = page_of_shop(&folder);
    let text = fs::read_to_string(&page).expect("a page");
    let hook = "<script>window.pageErrors = []; onerror = (text) => { pageErrors.push(String(text)); };\n\
                console.error = (...all) => { pageErrors.push(all.join(' ')); };\n\
                addEventListener('securitypolicyviolation', (it) => { pageErrors.push(it.violatedDirective); });</script>";
    let driver = format!("<script>{}</script></body>", include_str!("browse.js"));
    let text = text.replacen("<style>", &format!("{hook}<style>"), 1).replacen("</body>", &driver, 1);
    fs::write(&page, text).expect("a page");

    let report = run(&browser, &folder, &page);
    assert_eq!(report["failed"], Value::Null, "{report:#}");
    assert_eq!(report["errors"], json!([]), "{report:#}");
    assert_eq!(report["home"], "The shop");
    assert_eq!(report["all"].as_array().map(Vec::len), Some(11), "{report:#}");
    assert_eq!(report["focus"], "query");
    assert_eq!(report["found"], json!([".linesOrder"]));
    assert_eq!(report["field"], json!(["Order", "#Order/lines", "lines"]));
    assert_eq!(report["followed"], json!(["Line", "#Line", "Line · The shop"]));
    assert_eq!(report["usedBy"], "Used by 2 modelsLine partsOrder lines");
    assert_eq!(report["graph"], json!({ "boxes": ["Line", "Product"], "cycles": 1 }));
    assert_eq!(report["back"], "Order");
    assert_eq!(report["second"], "Addressesother name for a type");
    assert_eq!(report["unknown"], "No model of this nameNo model is called </script><b>Bold.");
    assert_eq!((&report["html"], &report["theme"]), (&json!(0), &json!("light")));
}

/// Opens a page and returns what its driver reports.
fn run(browser: &Path, folder: &Path, page: &Path) -> Value {
    let mut command = Command::new(browser);
    command.arg("--virtual-time-budget=10000");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1300,900", "--dump-dom"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.arg(format!("file://{}", page.display())).stderr(Stdio::null());
    let shown = String::from_utf8(command.output().expect("the browser runs").stdout).expect("the page is text");
    let (_, rest) = shown.split_once("<pre id=\"report\">").unwrap_or_else(|| panic!("no report in {shown}"));
    let (report, _) = rest.split_once("</pre>").expect("the report ends");
    let report = report.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&report).expect("the report is JSON")
}

/// A Chromium of this system.
fn browser() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut all = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.find(|path| path.is_file())
}
