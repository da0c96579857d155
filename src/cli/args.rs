//! What can be asked at the terminal.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::app::Lang;
use crate::domain::{Currency, Day};

/// Credit decisions, collections plans and cases of suspicious activity, from files.
#[derive(Debug, Parser)]
#[command(
    name = "recourse",
    version,
    arg_required_else_help = true,
    after_help = "Examples:
  recourse import customers.json invoices.csv --out book.json
  recourse plan book.json --as-of 2026-11-22
  recourse verify book.json

Exit status: 0 done, 1 something was found that needs a person, 2 asked wrongly or a file cannot be reached.
Nothing leaves this machine."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Language of what is printed
    #[arg(long, global = true, value_enum, default_value_t = LangArg::En, ignore_case = true)]
    pub lang: LangArg,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read exports and ledgers into a book file
    #[command(after_help = "Examples:
  recourse import customers.json subscriptions.json --out book.json
  recourse import october.csv --into book.json --out book.json --date-order day-first
  recourse import colleague.json --into book.json --out book.json

Either everything that was given is taken in, or nothing (see --partial).
A book file among the files is merged: entries that are there already change nothing.")]
    Import(ImportArgs),
    /// What was done, what comes next on which day and why
    #[command(after_help = "Examples:
  recourse plan book.json --as-of 2026-11-22
  recourse plan book.json --as-of 2026-11-22 --customer 6b3c9f1e-0000-4000-8000-0123456789ab --json")]
    Plan(AskArgs),
    /// What the policy in force proposes for each customer, and why
    #[command(after_help = "Examples:
  recourse decide book.json --as-of 2026-11-22
  recourse decide book.json --as-of 2026-11-22 --customer Harbour --json")]
    Decide(AskArgs),
    /// Cases of suspicious activity and their clocks
    #[command(after_help = "Example:
  recourse cases book.json --as-of 2026-11-22 --json")]
    Cases(AskArgs),
    /// The report of a case of suspicious activity
    #[command(after_help = "Example:
  recourse report book.json 01JD0000000000000000000001 --format json --out report.json")]
    Report(ReportArgs),
    /// Whether a book file is as it was written, and if not, where it differs
    #[command(after_help = "Example:
  recourse verify book.json && echo whole")]
    Verify {
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// The table of a file as plain CSV, or what was understood of it, without keeping anything
    #[command(after_help = "Examples:
  recourse read invoices.csv > table.csv
  recourse read invoices.csv --as json > facts.jsonl
  gunzip -c usage.csv.gz | recourse read -

`--as csv` prints the table that was found: header and rows, with commas, doubled quotes and CRLF.
Everything that was put right is told on standard error.")]
    Read(ReadArgs),
    /// Decide accounts from standard input, one JSON object per line
    #[command(after_help = "Example:
  recourse evaluate --policy policies/standard.json --as-of 2026-11-22 < accounts.jsonl > decisions.jsonl

A line: {\"id\": \"A1\", \"currency\": \"EUR\", \"input\": {\"payment.overdue\": \"0.00\", \"bureau.score\": {\"value\": 81, \"ageDays\": 20}}}
Every line has its answer, in order. One that cannot be read says why; the rest goes on, and the exit status is 1.")]
    Evaluate(EvaluateArgs),
    /// Check a policy document, run its tests, compare two, or exchange its tables
    #[command(subcommand)]
    Policy(PolicyCommand),
}

#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Everything that is wrong with the document, and where
    #[command(after_help = "Example:
  recourse policy check policies/standard.json")]
    Check(PolicyArgs),
    /// Run the tests that the document carries
    #[command(after_help = "Example:
  recourse policy test policies/standard.json --json")]
    Test(PolicyArgs),
    /// What changed from one document to another, and whom each change moves
    #[command(after_help = "Example:
  recourse policy diff policies/standard.json draft.json --book book.json --as-of 2026-11-22

Exit status 1 when there is any change.")]
    Diff(DiffArgs),
    /// The whole book under two documents: who moves, by which rule, and which guards fail
    #[command(after_help = "Example:
  recourse policy simulate policies/standard.json draft.json --book book.json --as-of 2026-11-22

Exit status 1 when a portfolio guard of the second document is not met.")]
    Simulate(SimulateArgs),
    /// The tables as DMN XML, for other editors
    #[command(after_help = "Example:
  recourse policy to-dmn policies/standard.json --out tables.dmn")]
    ToDmn(ToDmnArgs),
    /// A policy with the rows of a DMN file in its tables
    #[command(after_help = "Example:
  recourse policy from-dmn policies/standard.json tables.dmn --out draft.json")]
    FromDmn(FromDmnArgs),
}

#[derive(Debug, Args)]
pub struct DiffArgs {
    pub before: PathBuf,
    pub after: PathBuf,
    /// A book file: tells how many customers each change moves by itself
    #[arg(long, value_name = "BOOK", requires = "as_of")]
    pub book: Option<PathBuf>,
    /// The day to decide for
    #[arg(long, value_name = "DAY", value_parser = day, requires = "book")]
    pub as_of: Option<Day>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct SimulateArgs {
    pub before: PathBuf,
    pub after: PathBuf,
    /// A book file
    #[arg(long, value_name = "BOOK")]
    pub book: PathBuf,
    /// The day to decide for
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Day,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ToDmnArgs {
    /// A policy document
    pub file: PathBuf,
    /// 1.5, or 1.3 for dmn-js and Camunda Modeler
    #[arg(long, value_enum, default_value_t = DmnStandard::Dmn15)]
    pub standard: DmnStandard,
    /// Where to write it; printed unless given
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct FromDmnArgs {
    /// The policy whose tables are replaced
    pub policy: PathBuf,
    /// A DMN file; the id of each decision is that of a stage
    pub dmn: PathBuf,
    /// Where to write it; printed unless given
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct EvaluateArgs {
    /// A policy document
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// The day to decide for
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Day,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DmnStandard {
    #[value(name = "1.5")]
    Dmn15,
    #[value(name = "1.3")]
    Dmn13,
}

#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// A policy document
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A question to a book.
#[derive(Debug, Args)]
pub struct AskArgs {
    /// A book file, as exported by the page or written by `recourse import`
    pub book: PathBuf,
    /// The day to answer for, such as 2026-11-22
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Day,
    /// Only this customer, by id or by a part of the name
    #[arg(long, value_name = "ID")]
    pub customer: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    /// Exports, ledgers, zip archives, book files
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Where to write the book
    #[arg(long, value_name = "BOOK")]
    pub out: PathBuf,
    /// A book to add to; without it a new one begins
    #[arg(long, value_name = "BOOK")]
    pub into: Option<PathBuf>,
    /// Take what can be read and leave the rest
    #[arg(long)]
    pub partial: bool,
    /// Who records it
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    #[command(flatten)]
    pub answers: Answers,
}

#[derive(Debug, Args)]
pub struct ReadArgs {
    /// A file, or `-` for standard input
    pub file: PathBuf,
    /// The form to print
    #[arg(long = "as", value_enum, default_value_t = ReadForm::Csv)]
    pub form: ReadForm,
    #[command(flatten)]
    pub answers: Answers,
}

#[derive(Debug, Args)]
pub struct ReportArgs {
    /// A book file
    pub book: PathBuf,
    /// The case, as `recourse cases` names it
    pub case: String,
    #[arg(long, value_enum, default_value_t = ReportForm::Json)]
    pub format: ReportForm,
    /// The day at whose end the report speaks; the day of the newest entry unless given
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<Day>,
    /// For whom: internal, microsoft, provider, bank, police or insurer
    #[arg(long, default_value = "internal",
        value_parser = ["internal", "microsoft", "provider", "bank", "police", "insurer"])]
    pub audience: String,
    /// Who reports
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    /// Where to write it; printed unless given
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ReportForm {
    Json,
    Html,
}

/// Answers to what a file leaves open.
#[derive(Debug, Args)]
pub struct Answers {
    /// How dates such as 03/04/2026 are to be read
    #[arg(long, value_enum)]
    pub date_order: Option<DateOrderArg>,
    /// The sign before cents
    #[arg(long, value_enum)]
    pub decimal: Option<DecimalArg>,
    /// The currency of amounts that name none, such as EUR
    #[arg(long, value_name = "CODE", value_parser = currency)]
    pub currency: Option<Currency>,
    /// The tenant whose subscriptions a file holds that does not say so
    #[arg(long, value_name = "ID")]
    pub tenant: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    En,
    ZhHant,
}

impl LangArg {
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::ZhHant => Lang::ZhHant,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ReadForm {
    /// The table that was found, as plain CSV
    Csv,
    /// A line for each fact that was understood
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DateOrderArg {
    DayFirst,
    MonthFirst,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DecimalArg {
    Point,
    Comma,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|e| e.to_string())
}

fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).map_err(|e| e.to_string())
}
