//! The JSON Schema of the Document, generated from its types.

use schemars::generate::SchemaSettings;

use crate::document::Document;

/// The JSON Schema that every Document satisfies: of what is *written*, so absent is `null` and no field is missing.
#[must_use]
pub fn schema() -> schemars::Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Document>()
}
