//! Counts the instructions of each stage of generation, and compares them with those in `tests/lab/instructions.txt`.
//!
//! `cargo run --release -p lab --bin instructions`
//!
//! The numbers hardly differ from run to run and from machine to machine, as times do. They need `valgrind`, which no
//! package of cargo brings, and the compiler that the file names; without either, nothing is compared.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

use lab::generation::{Workload, folder};
use lab::instructions::{Counts, TOLERANCE};
use tests::scratch::repository;
use tests::synthetic::Synthetic;

/// The variable that is set where this program runs under `valgrind`.
const COUNTED: &str = "INSTRUCTIONS_COUNTED";

/// The number of documents in each set.
const DOCUMENTS: usize = 620;

/// How the recorded numbers become those of now.
const RECORD: &str = "SNAPSHOTS=overwrite cargo run --release -p lab --bin instructions";

fn main() -> io::Result<ExitCode> {
    if env::var_os(COUNTED).is_some() {
        return counted();
    }
    if let Some(reason) = obstacle() {
        println!("{reason}: instructions are not counted");
        return Ok(ExitCode::SUCCESS);
    }
    let (file, compiler) = (repository().join("tests/lab/instructions.txt"), compiler()?);
    let counts = count_all()?;
    if env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        let text = format!("# Millions of instructions, {DOCUMENTS} documents, {compiler}\n\n{counts}");
        println!("{text}");
        fs::write(&file, text)?;
        return Ok(ExitCode::SUCCESS);
    }
    let recorded = fs::read_to_string(&file)?;
    let comparison = counts.compare(&Counts::read(&recorded));
    println!("{comparison}");
    let (grown, shrunk) = (comparison.grown(), comparison.shrunk());
    if !recorded.contains(&compiler) {
        println!("the recorded numbers are not of {compiler}: they are not compared");
    } else if grown > 0 {
        let limit = 100.0 * TOLERANCE;
        println!(
            "{grown} numbers have grown by more than {limit:.0} %. If that is meant, say why, and record them:\n{RECORD}"
        );
        return Ok(ExitCode::FAILURE);
    } else if shrunk > 0 {
        println!("{shrunk} numbers have shrunk. Record them, so that they stay so:\n{RECORD}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Why instructions cannot be counted.
fn obstacle() -> Option<String> {
    if cfg!(debug_assertions) {
        return Some("not optimized".to_owned());
    }
    let is_missing = |program: &&&str| Command::new(program).arg("--version").output().is_err();
    ["valgrind", "taskset"].iter().find(is_missing).map(|program| format!("no `{program}`"))
}

/// Generates code, in the folder that this program was started in, and prints the stages.
fn counted() -> io::Result<ExitCode> {
    let mut stages = Vec::with_capacity(32);
    Workload::at(Path::new(".")).run(&mut |name| stage_ended(name, &mut stages))?;
    for stage in stages {
        println!("{stage}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Notes that a stage ended. When this is called, `valgrind` writes the number of instructions since the last call.
#[inline(never)]
fn stage_ended(name: &'static str, stages: &mut Vec<&'static str>) {
    stages.push(black_box(name));
}

/// Counts the instructions for documents in all dialects, and for documents in one.
fn count_all() -> io::Result<Counts> {
    let synthetic = Synthetic::new()?;
    let mut counts = Counts::default();
    for (name, documents) in [
        ("all dialects", synthetic.documents(DOCUMENTS, 1)),
        ("genesys-python", synthetic.documents_in("genesys-python", DOCUMENTS, 1)),
    ] {
        let folder = folder("instructions");
        Workload::new(&folder, &documents)?;
        count(name, &folder, &mut counts)?;
    }
    Ok(counts)
}

/// Counts the instructions of each stage for the documents in a folder. There is one thread, so that the numbers do not
/// depend on how many processors there are.
fn count(documents: &str, folder: &Path, counts: &mut Counts) -> io::Result<()> {
    let dumps = folder.join("dumps");
    fs::create_dir_all(&dumps)?;
    let mut command = Command::new("taskset");
    command.args(["-c", &first_processor(), "valgrind", "--tool=callgrind", "--dump-before=*stage_ended*"]);
    command.arg("--callgrind-out-file=dumps/part").arg(env::current_exe()?).env(COUNTED, "1").current_dir(folder);
    let output = command.output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    for (number, stage) in String::from_utf8_lossy(&output.stdout).lines().enumerate() {
        counts.add(documents, stage, instructions(&dumps.join(format!("part.{}", number + 1)))?);
    }
    Ok(())
}

/// The first processor that this process may use.
fn first_processor() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap_or("0").trim();
    list.chars().take_while(char::is_ascii_digit).collect()
}

/// The instructions in a file of `valgrind`, in millions.
fn instructions(file: &Path) -> io::Result<f64> {
    let text = fs::read_to_string(file)?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")?.trim().parse::<f64>().ok());
    total.map(|total| total / 1e6).ok_or_else(|| io::Error::other(format!("{} has no total", file.display())))
}

/// The version and target of the compiler.
fn compiler() -> io::Result<String> {
    let rustc = env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from);
    let output = Command::new(rustc).arg("-vV").output()?.stdout;
    let text = String::from_utf8_lossy(&output);
    let line = |start: &str| text.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().to_owned();
    Ok(format!("rustc {} for {}", line("release: "), line("host: ")))
}
