//! From a Document to strings: nothing is written that the Document doesn't hold.
