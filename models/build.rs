//! Generates the models from the documents in `specs/`.

fn main() {
    codegen::Config::new().specs("../specs").build();
}
