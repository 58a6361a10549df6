//! `gongwen parse`.

use std::io::Write;
use std::process::ExitCode;

use gongwen::{Document, Options, Parser};

use crate::arguments::{Format, ParseArguments};
use crate::fault::{FAILED, Fault};
use crate::{input, output};

/// Prints what each text says; a file that can't be read costs one line on standard error.
pub(crate) fn run(arguments: &ParseArguments) -> Result<ExitCode, Fault> {
    let mut options = Options::new();
    if let Some(date) = &arguments.reading.date {
        options = options.reference_date(date).map_err(|e| Fault::Usage(e.to_string()))?;
    }
    let parser = Parser::with_options(options);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut failed = false;
    for (index, name) in arguments.reading.files.iter().enumerate() {
        let parsed = input::read(name).and_then(|text| match parser.parse(&text) {
            Ok(document) => Ok((text, document)),
            Err(error) => Err(error.to_string()),
        });
        match parsed {
            Ok((text, document)) => {
                if arguments.format == Format::Outline && arguments.reading.files.len() > 1 {
                    writeln!(out, "{}== {} ==", if index > 0 { "\n" } else { "" }, input::shown(name))?;
                }
                print(&mut out, arguments, &text, document)?;
            }
            Err(reason) => {
                eprintln!("gongwen: {}: {reason}", input::shown(name));
                failed = true;
            }
        }
    }
    out.flush()?;
    Ok(if failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS })
}

fn print(out: &mut impl Write, arguments: &ParseArguments, text: &str, document: Document) -> Result<(), Fault> {
    match arguments.format {
        Format::Outline if output::coloured() => {
            out.write_all(gongwen::render::outline_painted(&document, text, &output::paint).as_bytes())?;
        }
        Format::Outline => out.write_all(gongwen::render::outline(&document, text).as_bytes())?,
        Format::Json => {
            let document = document.with_offsets(text, arguments.offsets.into());
            let json = if arguments.pretty { serde_json::to_vec_pretty(&document) } else { serde_json::to_vec(&document) };
            out.write_all(&json.map_err(std::io::Error::from)?)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}
