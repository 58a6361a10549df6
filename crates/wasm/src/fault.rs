//! What is thrown at the caller: a plain object with a code, a message that says what to do, and the option at fault.

use wasm_bindgen::JsValue;

/// One mistake of the caller's.
pub(crate) struct Fault {
    code: &'static str,
    message: String,
    option: Option<String>,
}

impl Fault {
    /// An option that isn't known or has a value that isn't.
    pub(crate) fn option(name: &str, message: String) -> Self {
        Self { code: "INVALID_OPTION", message, option: Some(name.to_owned()) }
    }

    /// A format that `render` doesn't write.
    pub(crate) fn format(format: &str) -> Self {
        Self {
            code: "INVALID_FORMAT",
            message: format!("there is no format \"{format}\"; use one of {}", crate::FORMATS.join(", ")),
            option: None,
        }
    }

    /// A text over the limit.
    pub(crate) fn too_long(length: usize, longest: usize) -> Self {
        let message = format!("the text has {length} bytes of UTF-8; at most {longest} are read at once: split it into its documents");
        Self { code: "TEXT_TOO_LONG", message, option: None }
    }

    /// What should not happen.
    pub(crate) fn internal(message: String) -> Self {
        Self { code: "INTERNAL", message, option: None }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        let object = js_sys::Object::new();
        let set = |key: &str, value: &str| drop(js_sys::Reflect::set(&object, &key.into(), &value.into()));
        set("code", fault.code);
        set("message", &fault.message);
        if let Some(option) = &fault.option {
            set("option", option);
        }
        object.into()
    }
}
