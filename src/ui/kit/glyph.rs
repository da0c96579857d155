/// The set of line icons, drawn for a 20 px square and a 1.5 px stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A sun over the horizon.
    Today,
    /// Two people.
    People,
    /// A scale.
    Scale,
    /// A line with marks on it.
    Track,
    /// A shield with a mark.
    Shield,
    /// A grid with a head row.
    Grid,
    /// Two arrows that pass each other.
    Exchange,
    /// A clock with an arrow back.
    History,
    Settings,
    Help,
    Search,
    Check,
    Close,
    Plus,
    Minus,
    More,
    ChevronDown,
    ChevronRight,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    Import,
    Export,
    Copy,
    Print,
    Undo,
    Warning,
    Info,
    Clock,
    Calendar,
    Filter,
    Flag,
    Lock,
    Edit,
    Trash,
    File,
    Theme,
    Globe,
    Pause,
    Columns,
}

impl Glyph {
    /// Every glyph, in the order of their names above.
    pub const ALL: [Self; 40] = [
        Self::Today,
        Self::People,
        Self::Scale,
        Self::Track,
        Self::Shield,
        Self::Grid,
        Self::Exchange,
        Self::History,
        Self::Settings,
        Self::Help,
        Self::Search,
        Self::Check,
        Self::Close,
        Self::Plus,
        Self::Minus,
        Self::More,
        Self::ChevronDown,
        Self::ChevronRight,
        Self::ArrowUp,
        Self::ArrowDown,
        Self::ArrowRight,
        Self::Import,
        Self::Export,
        Self::Copy,
        Self::Print,
        Self::Undo,
        Self::Warning,
        Self::Info,
        Self::Clock,
        Self::Calendar,
        Self::Filter,
        Self::Flag,
        Self::Lock,
        Self::Edit,
        Self::Trash,
        Self::File,
        Self::Theme,
        Self::Globe,
        Self::Pause,
        Self::Columns,
    ];

    /// The path in a box of 20 by 20.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Today => {
                "M2.5 15.5h15M5.5 15.5a4.5 4.5 0 0 1 9 0M10 5v2.5M4 8.5l1.4 1.4M16 8.5l-1.4 1.4"
            }
            Self::People => {
                "M10.5 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2 16.5a5.5 5.5 0 0 1 11 0M13 3.8a3 3 0 0 1 0 5.4M15 11.8a5.5 5.5 0 0 1 3 4.7"
            }
            Self::Scale => {
                "M10 3v14M6.5 17h7M4 5.5h12M4 5.5 1.8 11a2.3 2.3 0 0 0 4.4 0ZM16 5.5 13.8 11a2.3 2.3 0 0 0 4.4 0Z"
            }
            Self::Track => {
                "M2.5 10h2M8.5 10h3M15.5 10h2M8.5 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM15.5 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM13.5 3v2.5M6.5 14.5V17"
            }
            Self::Shield => {
                "M10 2.5 16 5v4.5c0 3.8-2.4 6.6-6 8-3.6-1.4-6-4.2-6-8V5ZM10 6.8v3.7M10 13.3v.2"
            }
            Self::Grid => {
                "M3 4.5A1.5 1.5 0 0 1 4.5 3h11A1.5 1.5 0 0 1 17 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5ZM3 8h14M8.5 8v9M3 12.5h14"
            }
            Self::Exchange => "M3 7h13M12.5 3.5 16 7l-3.5 3.5M17 13H4M7.5 9.5 4 13l3.5 3.5",
            Self::History => "M3.2 8.2A7 7 0 1 1 3 11.5M3 4v4.3h4.3M10 6.5V10l2.5 2",
            Self::Settings => {
                "M3 6h7M14 6h3M3 14h3M10 14h7M14 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM10 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z"
            }
            Self::Help => {
                "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM7.9 8a2.1 2.1 0 1 1 3.3 1.7c-.8.5-1.2.9-1.2 1.8M10 13.8v.2"
            }
            Self::Search => "M14 8.8a5.3 5.3 0 1 1-10.5 0 5.3 5.3 0 0 1 10.5 0ZM12.7 12.7 17 17",
            Self::Check => "m4 10.5 4 4 8-9",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Minus => "M4 10h12",
            Self::More => {
                "M4.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0ZM10.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0ZM16.7 10a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0Z"
            }
            Self::ChevronDown => "m5.5 8 4.5 4.5L14.5 8",
            Self::ChevronRight => "m8 5.5 4.5 4.5L8 14.5",
            Self::ArrowUp => "M10 16V4M5.5 8.5 10 4l4.5 4.5",
            Self::ArrowDown => "M10 4v12M5.5 11.5 10 16l4.5-4.5",
            Self::ArrowRight => "M4 10h12M11.5 5.5 16 10l-4.5 4.5",
            Self::Import => {
                "M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13v2.5A1.5 1.5 0 0 0 4.5 17h11a1.5 1.5 0 0 0 1.5-1.5V13"
            }
            Self::Export => {
                "M10 12V3M6.5 6.5 10 3l3.5 3.5M3 13v2.5A1.5 1.5 0 0 0 4.5 17h11a1.5 1.5 0 0 0 1.5-1.5V13"
            }
            Self::Copy => {
                "M7 8.3A1.3 1.3 0 0 1 8.3 7h7.4A1.3 1.3 0 0 1 17 8.3v7.4a1.3 1.3 0 0 1-1.3 1.3H8.3A1.3 1.3 0 0 1 7 15.7ZM4.5 13h-.2A1.3 1.3 0 0 1 3 11.7V4.3A1.3 1.3 0 0 1 4.3 3h7.4A1.3 1.3 0 0 1 13 4.3v.2"
            }
            Self::Print => {
                "M6 7V3h8v4M6 14H4.3A1.3 1.3 0 0 1 3 12.7V8.3A1.3 1.3 0 0 1 4.3 7h11.4A1.3 1.3 0 0 1 17 8.3v4.4a1.3 1.3 0 0 1-1.3 1.3H14M6 11.5h8V17H6Z"
            }
            Self::Undo => "M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
            Self::Warning => "M10 3 17.5 16.5h-15ZM10 8v4M10 14.3v.1",
            Self::Info => "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 9.5v4M10 6.6v.1",
            Self::Clock => "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4l2.8 2",
            Self::Calendar => {
                "M3 5.8A1.3 1.3 0 0 1 4.3 4.5h11.4A1.3 1.3 0 0 1 17 5.8v9.9a1.3 1.3 0 0 1-1.3 1.3H4.3A1.3 1.3 0 0 1 3 15.7ZM3 8.5h14M6.5 2.8v3.4M13.5 2.8v3.4"
            }
            Self::Filter => "M3 5h14M5.5 10h9M8 15h4",
            Self::Flag => "M4.5 17.5V3M4.5 3.8c4-2 6.5 2 11 0v7.4c-4.5 2-7-2-11 0",
            Self::Lock => {
                "M4.5 10.3A1.3 1.3 0 0 1 5.8 9h8.4a1.3 1.3 0 0 1 1.3 1.3v5.4a1.3 1.3 0 0 1-1.3 1.3H5.8a1.3 1.3 0 0 1-1.3-1.3ZM7 9V6a3 3 0 0 1 6 0v3"
            }
            Self::Edit => "M3.5 16.5l.8-3.5 9-9a1.9 1.9 0 0 1 2.7 2.7l-9 9ZM11.5 5.8l2.7 2.7",
            Self::Trash => {
                "M3.5 5.5h13M8 5.5V3h4v2.5M5 5.5l.8 10.3A1.3 1.3 0 0 0 7.1 17h5.8a1.3 1.3 0 0 0 1.3-1.2L15 5.5M8.3 9v4.5M11.7 9v4.5"
            }
            Self::File => {
                "M11.5 2.5H6.3A1.3 1.3 0 0 0 5 3.8v12.4a1.3 1.3 0 0 0 1.3 1.3h7.4a1.3 1.3 0 0 0 1.3-1.3V6ZM11.5 2.5V6H15"
            }
            Self::Theme => {
                "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 3v14M10 6.5h6M10 10h7M10 13.5h6"
            }
            Self::Globe => {
                "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM3 10h14M10 3c-4.7 4.2-4.7 9.8 0 14M10 3c4.7 4.2 4.7 9.8 0 14"
            }
            Self::Pause => "M7 4.5v11M13 4.5v11",
            Self::Columns => {
                "M3 4.3A1.3 1.3 0 0 1 4.3 3h11.4A1.3 1.3 0 0 1 17 4.3v11.4a1.3 1.3 0 0 1-1.3 1.3H4.3A1.3 1.3 0 0 1 3 15.7ZM7.7 3v14M12.3 3v14"
            }
        }
    }
}
