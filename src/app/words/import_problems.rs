//! What could not be read, what was put right, and what mends it.
//!
//! The readers speak English themselves, for the terminal and for lists of refused rows;
//! the other language stands here.

use super::file_kinds;
use crate::app::Lang;
use crate::domain::text::shorten;
use crate::exchange::read::bytes::{Binary, BytesError, FILE_BYTES_MAX, Packing, TextError};
use crate::exchange::read::csv::RemarkKind;
use crate::exchange::read::json::{JsonFault, MendKind, Wanted};
use crate::exchange::read::problem::{Place, What};

/// The sentence of a problem.
#[must_use]
pub fn what(lang: Lang, what: &What) -> String {
    match lang {
        Lang::En => what.to_string(),
        Lang::ZhHant => of_file(what).or_else(|| of_row(what)).unwrap_or_else(|| of_note(what)),
    }
}

/// Where it was met first.
#[must_use]
pub fn place(lang: Lang, place: &Place) -> String {
    if lang == Lang::En {
        return place.to_string();
    }
    let line = place.line.map(|n| format!("第 {n} 行"));
    let item = place.item.map(|n| format!("第 {n} 項"));
    let field = place.field.as_ref().map(|f| format!("「{}」", cut(f)));
    let parts: Vec<String> = [line, item, field].into_iter().flatten().collect();
    parts.join("，")
}

fn cut(text: &str) -> String {
    shorten(text, 60)
}

/// What stands in the way of a whole file.
fn of_file(what: &What) -> Option<String> {
    let fixed = match what {
        What::NoTable => "檔案中沒有表格；請重新匯出",
        What::Document => "此檔案是文件，不含表格；請以「--as json」列出其內容",
        What::NoCurrency => "未註明金額的幣別；請選擇幣別，或新增「currency」欄",
        What::MixedDates => "部分日期以日在前，部分以月在前；請一律寫成 2026-07-15 的格式",
        What::MixedAmounts => "部分金額使用小數點，部分使用小數逗號；請統一寫法",
        What::WhoseSubscriptions => "未註明這些訂閱屬於哪個客戶；請選擇客戶，或連同連結一併匯出",
        What::SeveralFiles => "壓縮檔中有多個檔案；請解壓縮後指定其中一個",
        What::NoRows => "檔案只有欄位名稱或外框，沒有資料列；請匯出有資料的期間",
        What::SameFile => "相同的檔案先前已提供；只讀取一次",
        _ => return of_file_with_parts(what),
    };
    Some(fixed.to_owned())
}

const IMPORTABLE: &str =
    "請匯入合作夥伴中心或 Graph 的完整回應、對帳檔，或含有客戶、金額與日期的帳簿";

fn of_file_with_parts(what: &What) -> Option<String> {
    Some(match what {
        What::Bytes(error) => bytes(error),
        What::Text(error) => text(error),
        What::Json(fault) => json(fault),
        What::NotRecognised { seen } if seen.is_empty() => {
            format!("無法辨識此檔案的種類；{IMPORTABLE}")
        }
        What::NotRecognised { seen } => {
            let names: Vec<String> = seen.iter().take(6).map(|s| shorten(s, 40)).collect();
            format!("無法辨識此檔案的種類；內容包含「{}」；{IMPORTABLE}", names.join("」、「"))
        }
        What::NotUsed(kind) => format!(
            "辨識為{}；{}",
            file_kinds::kind(Lang::ZhHant, *kind),
            file_kinds::why_unused(Lang::ZhHant, *kind)
        ),
        What::NoColumn(name) => {
            format!("沒有「{}」欄；請新增，或為含有該資料的欄命名", label(name))
        }
        What::DateOrder { example } => {
            format!("「{}」可讀成日在前或月在前；請選擇", cut(example))
        }
        What::DecimalMark { example } => {
            format!("「{}」可讀成小數點或小數逗號；請選擇", cut(example))
        }
        _ => return None,
    })
}

fn of_row(what: &What) -> Option<String> {
    Some(match what {
        What::Missing(name) => format!("「{}」為空白；請填入", label(name)),
        What::NotAnAmount(t) => format!("「{}」不是金額；請寫成 1912.50 的格式", cut(t)),
        What::TooPrecise(t) => format!("「{}」的小數位數超過該幣別；請在帳上四捨五入", cut(t)),
        What::NotADate(t) => format!("「{}」不是日期；請寫成 2026-07-15 的格式", cut(t)),
        What::NotACurrency(t) => format!("「{}」不是幣別；請寫三個字母的代碼，例如 TWD", cut(t)),
        What::NotAnId(t) => format!("「{}」不能作為識別碼", cut(t)),
        What::NoCustomer => "此列未註明客戶；請填入租用戶識別碼或名稱".to_owned(),
        What::UnknownKind(word) => format!(
            "「{}」既非發票也非付款；請寫 invoice、credit_note、payment、refund 或 chargeback",
            cut(word)
        ),
        _ => return None,
    })
}

fn of_note(what: &What) -> String {
    match what {
        What::Mended(kind) => mend(*kind).to_owned(),
        What::Table(kind) => remark(*kind),
        What::UnknownWord(word) => format!("「{}」不是已知的用語；依原樣保留", cut(word)),
        What::Repeated(key) => format!("「{}」出現兩次且內容不同；以後者為準", cut(key)),
        What::TotalRow => "已略過合計列".to_owned(),
        What::TotalDiffers { stated, summed } => {
            format!("檔案中的合計為 {stated}，各列加總為 {summed}；以各列為準")
        }
        What::MadeReference => "付款未附參考號碼，以客戶、日期與金額識別".to_owned(),
        What::NegativeAmount => "金額為負數；已將正負號視為方向".to_owned(),
        What::OpenAsTotal => "只有未付餘額；同時視為發票總額".to_owned(),
        What::PeriodUsage => "整個期間的使用量未取用；請匯入按日列示的每日計費使用量".to_owned(),
        What::AddedUp(name) => {
            format!("「{}」出現於多列，已相加；若為不同客戶，請以不同名稱區分", cut(name))
        }
        What::BalancesOnly => {
            "帳齡總額已存為餘額而非發票：無法得知到期日；請一併匯入發票".to_owned()
        }
        What::NamesOnly => "客戶僅知名稱；請將名稱對應到租用戶以合併".to_owned(),
        other => other.to_string(),
    }
}

/// The name of a value that is missing.
fn label(name: &str) -> &str {
    match name {
        "invoice number" => "發票號碼",
        "invoice date" => "發票日期",
        "issue date" => "開立日期",
        "day of receipt" => "收款日期",
        "amount" => "金額",
        "currency" => "幣別",
        "total" => "總額",
        "cost" => "費用",
        "day of use" => "使用日期",
        "tenant id" => "租用戶識別碼",
        "subscription id" => "訂閱識別碼",
        "Azure subscription" => "Azure 訂閱",
        "alert id" => "警示識別碼",
        "moment of detection" => "偵測時間",
        other => other,
    }
}

fn bytes(error: &BytesError) -> String {
    match error {
        BytesError::Empty => "檔案是空的；請重新匯出".to_owned(),
        BytesError::TooLarge { bytes } => format!(
            "檔案有 {} MB，超過一次可讀取的 {} MB；請匯出較短的期間",
            bytes / (1024 * 1024),
            FILE_BYTES_MAX / (1024 * 1024)
        ),
        BytesError::Binary(kind) => binary(*kind).to_owned(),
        BytesError::Damaged { archive } => format!("{archive} 壓縮檔已損壞或不完整；請重新下載"),
        BytesError::Bomb => "壓縮檔解開後過大；請自行解壓縮後匯入檔案".to_owned(),
        BytesError::NothingInside => "壓縮檔中沒有檔案".to_owned(),
        BytesError::Packing(how) => packing(*how).to_owned(),
        BytesError::Nested => "壓縮檔中還有壓縮檔；請解壓縮後匯入其中的檔案".to_owned(),
    }
}

const fn binary(kind: Binary) -> &'static str {
    match kind {
        Binary::Office => "這是 Office 試算表或文件；請在該程式中開啟，另存為 CSV（UTF-8）後再匯入",
        Binary::OldOffice => {
            "這是舊格式或有密碼的 Office 試算表或文件；請在該程式中開啟，另存為 CSV（UTF-8）後再匯入"
        }
        Binary::Pdf => "這是供閱讀與列印的 PDF；請在產生它的系統將同一份報表匯出為 CSV 後再匯入",
        Binary::Picture => "這是圖片；請在產生它的系統將內容匯出為 CSV 後再匯入",
        Binary::Parquet => "這是 Parquet 檔案；請改為匯出 CSV 或 JSON",
        Binary::Archive => "這是此處無法讀取的壓縮檔；請自行解壓縮後匯入檔案",
        Binary::Data => "這是程式或資料檔，不是文字；請將其內容匯出為 CSV 或 JSON 後再匯入",
    }
}

const fn packing(how: Packing) -> &'static str {
    match how {
        Packing::Encrypted => "壓縮檔有密碼保護；請自行解壓縮後匯入檔案",
        Packing::Wide => "壓縮檔是 64 位元格式的 zip；請自行解壓縮後匯入檔案",
        Packing::Many => "壓縮檔含有超過一千個檔案；請自行解壓縮後匯入需要的檔案",
        Packing::Method => "壓縮檔不是以 deflate 壓縮；請自行解壓縮後匯入檔案",
    }
}

fn text(error: &TextError) -> String {
    match error {
        TextError::NotUtf8 { offset, line, byte, guess } => {
            let looks = guess.map_or(String::new(), |g| format!("（看似 {g}）"));
            format!(
                "第 {line} 行第 {offset} 個位元組（0x{byte:02X}）不是 UTF-8 文字；請指明檔案的編碼，或另存為 UTF-8{looks}"
            )
        }
        TextError::NotUtf16 { offset } => {
            format!("第 {offset} 個位元組處 UTF-16 文字中斷；檔案可能不完整，請重新匯出")
        }
        TextError::NoTable(encoding) => {
            format!("檔案以 {encoding} 編碼，此處無法讀取；請另存為 UTF-8")
        }
    }
}

fn json(fault: &JsonFault) -> String {
    match fault {
        JsonFault::Empty => "沒有可讀取的內容；請重新匯出".to_owned(),
        JsonFault::TooDeep => "括號層數過深；請修正檔案或重新匯出".to_owned(),
        JsonFault::CutOff { open } => {
            format!("文字過早結束，尚有 {open} 個括號或文字未結束；請重新複製或匯出整份文件")
        }
        JsonFault::Unexpected { found, wanted } => {
            let wanted = match wanted {
                Wanted::Value => "值",
                Wanted::Name => "加引號的名稱",
                Wanted::Colon => "冒號",
                Wanted::CommaOrClose => "逗號或右括號",
            };
            let found = found.escape_debug();
            format!("應為{wanted}之處出現「{found}」；請修正檔案或重新匯出")
        }
        JsonFault::Number(text) => format!("「{}」不是數字；請修正檔案或重新匯出", cut(text)),
    }
}

const fn mend(kind: MendKind) -> &'static str {
    match kind {
        MendKind::MissingComma => "缺少逗號，已補上",
        MendKind::ExtraComma => "多餘的逗號已略過",
        MendKind::CurlyQuotes => "彎引號已視為直引號",
        MendKind::InvisibleSpace => "特殊或不可見的空白已略過",
        MendKind::RawControl => "文字中的換行或控制字元已依原樣保留",
        MendKind::Comment => "註解已略過",
        MendKind::BadEscape => "無效的反斜線已依原樣保留",
        MendKind::LoneSurrogate => "半個字元已以記號取代",
        MendKind::Elision => "省略號已略過：寄件者在此省略了內容",
        MendKind::Literal => "「True」、「False」、「None」等已視為 JSON 用語",
        MendKind::Placeholder => "角括號中的預留文字已視為文字",
        MendKind::UnnamedObject => "未命名的物件已併入外層物件",
        MendKind::MissingBracket => "缺少右括號，已補上",
        MendKind::ExtraBracket => "多餘的右括號已略過",
        MendKind::TextNotEscaped => "文字中未跳脫的 JSON 已視為 JSON 讀取",
        MendKind::DuplicateKey => "同一物件中名稱出現兩次；以後者為準",
        MendKind::SeveralDocuments => "多份文件相連；已全部讀取",
        MendKind::TrailingText => "文件結尾之後的文字未讀取",
    }
}

fn remark(kind: RemarkKind) -> String {
    let fixed = match kind {
        RemarkKind::Separator('\t') => "儲存格以定位字元分隔",
        RemarkKind::Separator(sign) => return format!("儲存格以「{sign}」分隔"),
        RemarkKind::OtherSeparator => "有一列以其他符號分隔，已依該符號讀取",
        RemarkKind::Padded => "每個分隔符號後的空白已略過",
        RemarkKind::BareReturns => "有一列僅以歸位字元結尾",
        RemarkKind::SingleQuotes => "儲存格以單引號括住",
        RemarkKind::BackslashEscapes => "引號以反斜線跳脫",
        RemarkKind::Preamble => "表格上方的文字已略過",
        RemarkKind::HeaderRows => "兩列標題已合併為一列",
        RemarkKind::RepeatedHeader => "重複的標題列已略過",
        RemarkKind::NoHeader => "表格沒有標題列",
        RemarkKind::Footer => "表格下方的文字已略過",
        RemarkKind::ShortRow => "有一列的儲存格少於標題",
        RemarkKind::LongRow => "有一列的儲存格多於標題",
        RemarkKind::OpenQuote => "引號未結束，已視為一般字元",
        RemarkKind::Guarded => "數字前的保護用撇號已略過",
        RemarkKind::FittedQuotes => "引號未結束或未成對；已使該列的儲存格數與其他列相同",
        RemarkKind::StrayQuote => "右引號之後還有文字；儲存格依原樣讀取",
    };
    fixed.to_owned()
}
