//! The fields of ledger files and the names that ledgers have for them.

/// What a column can hold.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Field {
    TenantId,
    CustomerName,
    Kind,
    InvoiceNumber,
    Reference,
    Issued,
    Due,
    Received,
    /// A date whose meaning the row's kind decides.
    Date,
    Amount,
    Open,
    Currency,
    Description,
    Status,
    Corrects,
    Email,
}

impl Field {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::TenantId,
        Self::CustomerName,
        Self::Kind,
        Self::InvoiceNumber,
        Self::Reference,
        Self::Issued,
        Self::Due,
        Self::Received,
        Self::Date,
        Self::Amount,
        Self::Open,
        Self::Currency,
        Self::Description,
        Self::Status,
        Self::Corrects,
        Self::Email,
    ];

    /// The column's name in the documented format.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::TenantId => "tenant_id",
            Self::CustomerName => "customer_name",
            Self::Kind => "kind",
            Self::InvoiceNumber => "invoice_number",
            Self::Reference => "payment_reference",
            Self::Issued => "issued",
            Self::Due => "due",
            Self::Received => "received",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Open => "open",
            Self::Currency => "currency",
            Self::Description => "description",
            Self::Status => "status",
            Self::Corrects => "corrects",
            Self::Email => "email",
        }
    }

    /// The field of a documented name.
    #[must_use]
    pub fn of_column(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.column() == name)
    }

    /// Other names, folded as [`fold_header`] folds.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .iter()
            .filter(move |(field, _)| *field == self)
            .flat_map(|(_, names)| names.split_whitespace())
    }
}

/// What ledgers call the fields, the most telling name first.
const NAMES: &[(Field, &str)] = &[
    (
        Field::TenantId,
        "tenantid customertenantid microsoftid customerid tenant 租戶識別碼 租戶id \
         租用戶識別碼 租用戶id 客戶租用戶識別碼 客戶識別碼",
    ),
    (
        Field::CustomerName,
        "customername customer customerfullname client clientname contactname \
         contact name company companyname account accountname debtor 客戶 客戶名稱 \
         公司名稱 公司 kunde kundenname debitor",
    ),
    (
        Field::Kind,
        "kind type transactiontype documenttype doctype entrytype 類型 類別 種類 單據類型 \
         belegart art",
    ),
    (
        Field::InvoiceNumber,
        "invoicenumber invoiceno invoice invoiceid number num no documentnumber \
         docnumber transactionnumber 發票號碼 發票編號 帳單號碼 帳單編號 單據號碼 rechnungsnummer \
         belegnummer",
    ),
    (
        Field::Reference,
        "paymentreference paymentid paymentnumber paymentno reference ref \
         receiptnumber receiptno transactionid 付款參考 付款編號 收款編號 付款參考號碼 參考號碼 交易編號 \
         zahlungsreferenz",
    ),
    (
        Field::Issued,
        "issued issuedate issuedon invoicedate dateissued documentdate 開立日期 \
         發票日期 開票日期 帳單日期 rechnungsdatum",
    ),
    (
        Field::Due,
        "due duedate dueon datedue paymentdue 到期日 到期日期 付款期限 繳款期限 fälligkeit \
         fälligam fälligkeitsdatum",
    ),
    (
        Field::Received,
        "received receivedon datereceived receiptdate paymentdate paidon \
         datepaid paiddate 收款日期 付款日期 收款日 入帳日期 zahlungsdatum",
    ),
    (Field::Date, "date transactiondate postingdate 日期 datum buchungsdatum"),
    (
        Field::Amount,
        "amount total invoiceamount invoicetotal totalamount grossamount \
         amountpaid paymentamount 金額 總額 總金額 發票金額 含稅金額 付款金額 收款金額 betrag \
         bruttobetrag",
    ),
    (
        Field::Open,
        "open openbalance openamount balance balancedue amountdue \
         invoiceamountdue outstanding outstandingamount remaining 未付金額 未付餘額 \
         未收金額 餘額 未清餘額 offen offenerbetrag",
    ),
    (Field::Currency, "currency currencycode cur ccy 幣別 貨幣 幣種 währung"),
    (
        Field::Description,
        "description memo memodescription note notes details 說明 摘要 備註 描述 \
         beschreibung text",
    ),
    (Field::Status, "status state invoicestatus 狀態"),
    (
        Field::Corrects,
        "corrects correctsinvoice originalinvoice relatedinvoice 原發票號碼 更正發票",
    ),
    (Field::Email, "email emailaddress 電子郵件"),
];

/// The currency that a column's name ends with, as in `Amount (EUR)`.
#[must_use]
pub fn currency_in_name(name: &str) -> Option<&str> {
    let (_, end) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    (end.len() == 3 && end.bytes().all(|b| b.is_ascii_uppercase())).then_some(end)
}

/// A column's name without the currency at its end.
#[must_use]
pub fn bare_name(name: &str) -> &str {
    match currency_in_name(name) {
        Some(_) => name.rsplit_once('(').map_or(name, |(bare, _)| bare),
        None => name,
    }
}

/// A column's name for comparing: lower case, letters and digits only.
#[must_use]
pub fn fold_header(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
