//! TypeScript's types of the Document, written from its JSON Schema, which is generated from the Rust types: so the
//! three can't say different things, and the documentation goes along.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::Outcome;

/// The declarations for a schema; refuses what it can't write exactly, rather than write `any`.
pub(crate) fn declarations(schema: &Value) -> Outcome<String> {
    let mut text = "// Generated from the Rust types by `cargo xtask npm`: don't edit.\n".to_owned();
    let title = schema["title"].as_str().ok_or("the schema has no title")?;
    declare(&mut text, title, schema)?;
    for (name, definition) in members(schema, "$defs") {
        declare(&mut text, name, definition)?;
    }
    Ok(text)
}

fn declare(text: &mut String, name: &str, schema: &Value) -> Outcome {
    text.push('\n');
    document(text, schema, "");
    if schema["type"] == "object" && schema.get("oneOf").is_none() {
        let body = object(schema, "").map_err(|e| format!("{name}: {e}"))?;
        let _ = writeln!(text, "export interface {name} {body}");
        return Ok(());
    }
    let Some(variants) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) else {
        let written = kind(schema, "").map_err(|e| format!("{name}: {e}"))?;
        let _ = writeln!(text, "export type {name} = {written};");
        return Ok(());
    };
    let _ = writeln!(text, "export type {name} =");
    for variant in variants {
        document(text, variant, "  ");
        let written = kind(variant, "  ").map_err(|e| format!("{name}: {e}"))?;
        let _ = writeln!(text, "  | {written}");
    }
    text.truncate(text.trim_end().len());
    text.push_str(";\n");
    Ok(())
}

/// The type that a schema allows.
fn kind(schema: &Value, indent: &str) -> Outcome<String> {
    if let Some(constant) = schema.get("const") {
        return Ok(constant.to_string());
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.rsplit('/').next().map(str::to_owned).ok_or_else(|| format!("no name in {reference}"));
    }
    if let Some(constants) = schema["enum"].as_array() {
        return Ok(constants.iter().map(Value::to_string).collect::<Vec<_>>().join(" | "));
    }
    if let Some(variants) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        let kinds: Result<Vec<_>, _> = variants.iter().map(|variant| kind(variant, indent)).collect();
        return Ok(kinds?.join(" | "));
    }
    match &schema["type"] {
        Value::Array(names) => {
            let kinds: Result<Vec<_>, _> = names.iter().map(|name| simple(name, schema, indent)).collect();
            Ok(kinds?.join(" | "))
        }
        name => simple(name, schema, indent),
    }
}

fn simple(name: &Value, schema: &Value, indent: &str) -> Outcome<String> {
    Ok(match name.as_str() {
        Some("string") => "string".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "boolean".to_owned(),
        Some("null") => "null".to_owned(),
        Some("object") => object(schema, indent)?,
        Some("array") => {
            let item = kind(&schema["items"], indent)?;
            if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
        }
        _ => return Err(format!("no type for {schema}")),
    })
}

/// An object's fields, in the order in which the Rust type has them.
fn object(schema: &Value, indent: &str) -> Outcome<String> {
    let properties = schema["properties"].as_object().ok_or_else(|| format!("an object without properties: {schema}"))?;
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if let Some(optional) = properties.keys().find(|name| !required.contains(&name.as_str())) {
        return Err(format!("the field {optional} may be missing"));
    }
    let inner = format!("{indent}  ");
    let mut text = "{\n".to_owned();
    for name in required {
        document(&mut text, &properties[name], &inner);
        let _ = writeln!(text, "{inner}{name}: {};", kind(&properties[name], &inner)?);
    }
    Ok(text + indent + "}")
}

/// A schema's description as a comment; Rust's links become plain names.
fn document(text: &mut String, schema: &Value, indent: &str) {
    let Some(description) = schema["description"].as_str() else { return };
    let plain = description.replace("[`", "`").replace("`]", "`").replace("::", ".").replace("*/", "*\u{200b}/");
    let lines: Vec<&str> = plain.lines().collect();
    if let [line] = lines[..] {
        let _ = writeln!(text, "{indent}/** {line} */");
        return;
    }
    let _ = writeln!(text, "{indent}/**");
    for line in lines {
        let _ = writeln!(text, "{indent}{}", format!(" * {line}").trim_end());
    }
    let _ = writeln!(text, "{indent} */");
}

fn members<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value[key].as_object().into_iter().flat_map(Map::iter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::declarations;

    #[test]
    fn fields_keep_their_order_and_their_comments() {
        let schema = json!({
            "title": "Text", "description": "What [`Self`] says.", "type": "object",
            "properties": {
                "a": {"type": ["string", "null"], "description": "One\ntwo."},
                "b": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Kind"}, {"type": "null"}]}},
            },
            "required": ["b", "a"],
            "$defs": {"Kind": {"oneOf": [{"const": "x", "type": "string", "description": "An x."}, {"const": "y", "type": "string"}]}},
        });
        let expected = "// Generated from the Rust types by `cargo xtask npm`: don't edit.\n\n\
            /** What `Self` says. */\nexport interface Text {\n  b: (Kind | null)[];\n  /**\n   * One\n   * two.\n   */\n  a: string | null;\n}\n\n\
            export type Kind =\n  /** An x. */\n  | \"x\"\n  | \"y\";\n";
        assert_eq!(declarations(&schema).as_deref(), Ok(expected));
    }

    #[test]
    fn what_has_no_exact_type_is_refused() {
        assert!(declarations(&json!({"title": "T", "type": "object", "properties": {"a": true}, "required": ["a"]})).is_err());
        assert!(declarations(&json!({"title": "T", "type": "object", "properties": {"a": {"type": "string"}}, "required": []})).is_err());
    }
}
