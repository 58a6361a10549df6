//! `gongwen parse`.

use std::process::ExitCode;

use gongwen::render::{self, TaskSheet};

use crate::arguments::{Format, ParseArguments};
use crate::fault::Fault;
use crate::output;
use crate::run::{Around, Frame, Piece, run};

/// Prints what each text says.
pub(super) fn run_parse(arguments: &ParseArguments) -> Result<ExitCode, Fault> {
    let format = arguments.format;
    let frame = match format {
        Format::Json => Frame::Array("document"),
        Format::Ndjson => Frame::Lines("document"),
        _ => Frame::Plain,
    };
    let (offsets, pretty, colour) = (arguments.offsets.into(), arguments.pretty && format == Format::Json, output::coloured());
    let many = crate::input::Inputs::find(&arguments.reading.files)?.many;
    if many && format == Format::Html {
        return Err(Fault::Usage("a page holds one text: name one FILE with --format html".to_owned()));
    }
    let sheet = if many { TaskSheet::new().with_files() } else { TaskSheet::new() };
    let around = move |_: bool| match format {
        Format::Csv => Around { before: sheet.csv_header(), between: "" },
        Format::Outline => Around { between: "\n", ..Around::default() },
        Format::Markdown => Around { between: "\n---\n\n", ..Around::default() },
        _ => Around::default(),
    };
    run(&arguments.reading, frame, around, move |source, document| {
        let bytes = match format {
            Format::Json | Format::Ndjson => {
                let document = document.with_offsets(source.text, offsets);
                let json = if pretty { serde_json::to_vec_pretty(&document) } else { serde_json::to_vec(&document) };
                let mut json = json.map_err(|e| e.to_string())?;
                json.push(b'\n');
                json
            }
            Format::Outline => {
                let head = if many { format!("== {} ==\n", source.name) } else { String::new() };
                let outline = if colour {
                    render::outline_painted(&document, source.text, &output::paint)
                } else {
                    render::outline(&document, source.text)
                };
                (head + &outline).into_bytes()
            }
            Format::Markdown => render::markdown(&document, source.text).into_bytes(),
            Format::Csv => sheet.csv_rows(&render::tasks(&document, source.text), source.name).into_bytes(),
            Format::Html => render::html(&document, source.text).into_bytes(),
            Format::Ics => render::icalendar(&document).into_bytes(),
        };
        let undated = format == Format::Ics && bytes.is_empty();
        let note = undated.then(|| "no meeting or deadline whose day is known; --date says from when the text is".to_owned());
        Ok(Piece { bytes, note, ..Piece::default() })
    })
}
