//! `recourse evaluate`: decides one account per line, as the lines come.

use std::io::{BufRead, BufReader, BufWriter, Read, Write};

use serde_json::{Value, json};

use super::about;
use super::account_line::{Account, account};
use super::args::EvaluateArgs;
use super::end::{Done, End, Stop};
use super::policy::usable;
use crate::app::Lang;
use crate::domain::Day;
use crate::engine::credit::{ENGINE, ENGINE_SHA256, Placed, Sitting, Verdict};
use crate::policy::Compiled;

/// A longer line is not read to its end.
const LINE_MAX: u64 = 1_000_000;

/// Bytes that are read and written at once.
const BUFFER: usize = 1 << 16;

/// Reads accounts from standard input and writes decisions to standard output.
///
/// Every line has its answer, in order: a decision, or what keeps it from being made.
pub fn run(args: &EvaluateArgs, lang: Lang) -> End {
    let policy = usable(&args.policy, lang)?;
    let input = BufReader::with_capacity(BUFFER, std::io::stdin().lock());
    let mut output = BufWriter::with_capacity(BUFFER, std::io::stdout().lock());
    let mut counts = Counts::default();
    let written = evaluate((&policy, args.as_of), input, &mut output, &mut counts)
        .and_then(|()| output.flush());
    match written {
        // A closed pipe, as with `| head`, is the reader's choice: what was found until then stays found.
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::Use(format!("standard input or output: {e}")))
        }
        _ => Ok(Done { notes: counts.notes(), findings: counts.refused > 0, ..Done::default() }),
    }
}

/// How many lines were decided, and how many not.
#[derive(Debug, Default)]
struct Counts {
    refused: usize,
    first: Option<(u64, String)>,
}

impl Counts {
    fn notes(&self) -> Vec<String> {
        let first = self.first.iter().map(|(line, why)| format!("line {line}: {why}"));
        let more = self.refused.saturating_sub(1);
        let more =
            (more > 0).then(|| format!("{more} more lines could not be decided; each says why"));
        first.chain(more).collect()
    }

    fn refuse(&mut self, line: u64, why: &str) {
        self.refused = self.refused.saturating_add(1);
        self.first.get_or_insert_with(|| (line, why.to_owned()));
    }
}

fn evaluate(
    (policy, as_of): (&Compiled, Day),
    mut input: BufReader<impl Read>,
    output: &mut impl Write,
    counts: &mut Counts,
) -> std::io::Result<()> {
    let mut sitting = Sitting::new(policy, as_of);
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    loop {
        // Who asks line by line waits for the answer before the next question.
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
        bytes.clear();
        if input.by_ref().take(LINE_MAX).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        number = number.saturating_add(1);
        let line = if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LINE_MAX {
            skip_line(&mut input)?;
            Err(format!("longer than {LINE_MAX} bytes: give one account per line"))
        } else {
            account(policy, &bytes)
        };
        let answer = match line {
            Ok(None) => continue,
            Ok(Some(account)) => {
                let verdict = sitting.decide(&Placed::new(policy, &account.inputs));
                record(policy, (number, as_of), &account, &verdict)
            }
            Err(why) => {
                counts.refuse(number, &why);
                json!({ "line": number, "error": why })
            }
        };
        serde_json::to_writer(&mut *output, &answer)?;
        output.write_all(b"\n")?;
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at.saturating_add(1));
        let done = end.is_some() || buffer.is_empty();
        input.consume(used);
        if done {
            return Ok(());
        }
    }
}

fn record(
    policy: &Compiled,
    (line, as_of): (u64, Day),
    account: &Account,
    verdict: &Verdict<'_, '_>,
) -> Value {
    let document = &policy.document;
    let reasons: Vec<Value> = verdict
        .reasons
        .iter()
        .map(|ground| {
            let reason = document.reason(ground.code);
            let mut told = json!({
                "code": ground.code,
                "adverse": reason.is_some_and(|r| r.adverse && !r.internal_only),
                "outcome": ground.outcome.as_ref().map(|o| o.word().to_owned()),
            });
            about::add(&mut told, &ground.origin);
            told
        })
        .collect();
    json!({
        "line": line,
        "id": account.id,
        "as_of": as_of.to_string(),
        "currency": account.inputs.currency.code(),
        "outcome": verdict.outcome.word(),
        "limit": verdict.limit.map(|l| l.number()),
        "term_days": verdict.term_days,
        "deposit": verdict.deposit.map(|d| d.number()),
        "grade": verdict.grade,
        "next_review": verdict.next_review().to_string(),
        "expires": verdict.expires().to_string(),
        "reasons": reasons,
        "policy": { "id": document.id, "version": document.version, "sha256": policy.sha256 },
        "engine": { "name": ENGINE, "sha256": ENGINE_SHA256 },
    })
}
