//! One line of an invoice from Microsoft, in whichever generation's columns it stands.

use crate::domain::ids::{CustomerId, SubscriptionId, is_guid};
use crate::domain::subscription::{BillingCycle, Term};
use crate::domain::{Currency, Day, Decimal, Extra};
use crate::exchange::read::date::{self, DateOrder};
use crate::exchange::read::number::{DecimalMark, decimal};
use crate::exchange::read::problem::What;

/// Where a line's values are found, by folded names of columns.
pub(in crate::exchange::read) trait Cells {
    /// The first of the named values that is not empty.
    fn text(&self, names: &[&str]) -> Option<String>;
    /// Values under names that no documentation has, as the file names them.
    fn unknown(&self) -> Extra;
}

/// How the file writes dates and numbers.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange::read) struct Manner {
    pub(in crate::exchange::read) order: Option<DateOrder>,
    pub(in crate::exchange::read) mark: DecimalMark,
}

#[derive(Clone, Debug)]
pub(in crate::exchange::read) struct Line {
    pub(super) customer: CustomerId,
    pub(super) customer_name: String,
    pub(super) domain: Option<String>,
    pub(super) country: Option<String>,
    /// None for what is bought once.
    pub(super) subscription: Option<SubscriptionId>,
    pub(super) offer: String,
    pub(super) nickname: Option<String>,
    pub(super) charge: Charge,
    /// The word as the file has it.
    pub(super) charge_word: String,
    /// Whole seats; none where consumption is billed.
    pub(super) quantity: Option<i64>,
    /// Before tax.
    pub(super) amount: Decimal,
    pub(super) currency: Currency,
    pub(super) from: Option<Day>,
    pub(super) term: Option<Term>,
    pub(super) billing: BillingCycle,
    pub(super) start: Option<Day>,
    pub(super) end: Option<Day>,
    pub(super) unknown: Extra,
}

/// What a line charges for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charge {
    /// A whole period at the full price.
    Period,
    /// A part of a period, after a change of the quantity.
    Change,
    /// The end of the subscription.
    End,
    /// Consumption of a period.
    Consumption,
    /// A word that is not known here.
    Other,
}

pub(in crate::exchange::read) const DATES: [&str; 4] =
    ["chargestartdate", "chargeenddate", "subscriptionstartdate", "subscriptionenddate"];
pub(in crate::exchange::read) const AMOUNTS: [&str; 4] =
    ["subtotal", "amount", "pretaxcharges", "total"];

/// Why a line is not taken, and at which column.
pub(super) type Refusal = (&'static str, What);

impl Line {
    pub(super) fn of(cells: &dyn Cells, manner: Manner) -> Result<Self, Refusal> {
        let text = |names: &[&str]| cells.text(names);
        let charge_word = text(&["chargetype"]).unwrap_or_default();
        let (term, billing) = terms(cells);
        Ok(Self {
            customer: customer(cells)?,
            customer_name: text(&["customername", "customercompanyname"]).unwrap_or_default(),
            domain: text(&["customerdomainname", "domainname"]),
            country: text(&["customercountry"]),
            subscription: subscription(cells)?,
            offer: text(&["skuname", "productname", "offername", "servicename"])
                .unwrap_or_default(),
            nickname: text(&["subscriptiondescription", "subscriptionname"]),
            charge: charge(cells, &charge_word),
            charge_word,
            quantity: quantity(cells, manner)?,
            amount: amount(cells, manner)?,
            currency: currency(cells)?,
            from: day(cells, manner, "chargestartdate")?,
            term,
            billing,
            start: day(cells, manner, "subscriptionstartdate")?,
            end: day(cells, manner, "subscriptionenddate")?,
            unknown: cells.unknown(),
        })
    }
}

fn customer(cells: &dyn Cells) -> Result<CustomerId, Refusal> {
    let written = cells.text(&["customerid"]).ok_or(("CustomerId", What::NoCustomer))?;
    CustomerId::new(&written).map_err(|_| ("CustomerId", What::NotAnId(written)))
}

/// In files of the legacy kind the id that Partner Center uses stands under another name.
fn subscription(cells: &dyn Cells) -> Result<Option<SubscriptionId>, Refusal> {
    let names = ["syndicationpartnersubscriptionnumber", "subscriptionid"];
    let Some(written) = cells.text(&names) else {
        return Ok(None);
    };
    SubscriptionId::new(&written).map(Some).map_err(|_| ("SubscriptionId", What::NotAnId(written)))
}

fn currency(cells: &dyn Cells) -> Result<Currency, Refusal> {
    let code = cells.text(&["currency", "billingcurrency"]).unwrap_or_default();
    Currency::parse(&code).map_err(|_| ("Currency", What::NotACurrency(code)))
}

fn amount(cells: &dyn Cells, manner: Manner) -> Result<Decimal, Refusal> {
    let written = cells.text(&AMOUNTS).ok_or(("Subtotal", What::Missing("amount")))?;
    let number = decimal(&written, manner.mark).ok().flatten();
    number.ok_or(("Subtotal", What::NotAnAmount(written)))
}

fn quantity(cells: &dyn Cells, manner: Manner) -> Result<Option<i64>, Refusal> {
    let Some(written) = cells.text(&["billablequantity", "quantity"]) else {
        return Ok(None);
    };
    let number = decimal(&written, manner.mark).ok().flatten();
    let number = number.ok_or(("Quantity", What::NotAnAmount(written)))?;
    Ok(number.is_integer().then(|| i64::try_from(number).ok()).flatten())
}

fn day(cells: &dyn Cells, manner: Manner, name: &'static str) -> Result<Option<Day>, Refusal> {
    let Some(written) = cells.text(&[name]) else {
        return Ok(None);
    };
    date::day(&written, manner.order).map_err(|_| (name, What::NotADate(written)))
}

/// Consumption is known by its meter; the Azure plan is billed by nothing else.
fn charge(cells: &dyn Cells, word: &str) -> Charge {
    let plan = cells.text(&["subscriptiondescription"]);
    if plan.is_some_and(|plan| plan.eq_ignore_ascii_case("azure plan"))
        || cells.text(&["meterdescription", "resourceguid", "meterid"]).is_some()
    {
        return Charge::Consumption;
    }
    match crate::exchange::map::fold_header(word).as_str() {
        "new" | "renew" | "cyclecharge" | "convert" | "cyclefee" | "purchasefee" | "renewfee"
        | "activationfee" | "extendterm" => Charge::Period,
        "addquantity"
        | "removequantity"
        | "movequantity"
        | "changebillingplan"
        | "purchaseproration"
        | "proratefeeswhenpurchase"
        | "proratefeeswhenrenew"
        | "customercredit"
        | "credit" => Charge::Change,
        "cancelimmediate" | "cancel" | "cancelfee" | "proratefeeswhencancel" => Charge::End,
        // The legacy kind leaves the word out where a whole month is charged.
        "" => Charge::Period,
        _ => Charge::Other,
    }
}

/// `Annual term, Monthly billing`, `One-Month commitment for monthly/yearly billing`, `Monthly`.
fn terms(cells: &dyn Cells) -> (Option<Term>, BillingCycle) {
    let written = cells.text(&["termandbillingcycle", "termduration"]).unwrap_or_default();
    let lower = written.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let term = if has(&["three-year", "3-year", "3 year", "triennial term", "p3y"]) {
        Some(Term::ThreeYears)
    } else if has(&["one-year", "1-year", "1 year", "annual term", "p1y"]) {
        Some(Term::Year)
    } else if has(&["one-month", "1-month", "1 month", "monthly term", "p1m"]) {
        Some(Term::Month)
    } else {
        (!written.is_empty()).then(|| Term::Other(written.clone()))
    };
    let stated = cells.text(&["billingcycletype"]).map(|word| BillingCycle::from_word(&word));
    let billing = stated.unwrap_or_else(|| billing_of(&lower));
    (term, billing)
}

/// "monthly/yearly billing" leaves it open.
fn billing_of(lower: &str) -> BillingCycle {
    let says = |word: &str| lower.contains(&format!("{word} billing"));
    if lower.contains("monthly/yearly billing") {
        BillingCycle::Unstated
    } else if says("monthly") {
        BillingCycle::Monthly
    } else if says("annual") || says("yearly") {
        BillingCycle::Annual
    } else if says("triennial") {
        BillingCycle::Triennial
    } else {
        BillingCycle::Unstated
    }
}

/// Whether the file's own id can be a tenant's.
pub(in crate::exchange::read) fn is_tenant(customer: &CustomerId) -> bool {
    is_guid(customer.as_str())
}
