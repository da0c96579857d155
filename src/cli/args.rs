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
    /// Check a policy document, or run the tests it carries
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
