//! The dialect that each generator of the archive writes, and where a document deviates from its specification.

use super::Property;

/// The dialect that each generator writes today.
const DIALECTS: &[(&str, &str)] = &[
    ("android", "openapi-java"),
    ("bash", "openapi-bash"),
    ("c", "openapi-c"),
    ("csharp", "openapi-csharp"),
    ("csharp-netcore", "openapi-csharp-6"),
    ("csharp_generichost", "openapi-csharp"),
    ("dart", "openapi-dart"),
    ("dart-dio", "openapi-dart-dio"),
    ("dart-jaguar", "openapi-dart"),
    ("eiffel", "openapi-eiffel"),
    ("go", "openapi-go"),
    ("graphql-nodejs-express-server", "openapi-graphql"),
    ("java", "openapi-java"),
    ("java-helidon-client", "openapi-java"),
    ("java-micronaut-client", "openapi-java-micronaut"),
    ("java_native", "openapi-java"),
    ("java_okhttp-gson", "openapi-java"),
    ("javascript", "openapi-javascript"),
    ("javascript-apollo", "openapi-javascript"),
    ("jsonschema2md", "jsonschema2md"),
    ("julia-client", "openapi-julia"),
    ("kotlin", "openapi-kotlin"),
    ("kotlin-misk", "openapi-kotlin"),
    ("ktorm-schema", "openapi-ktorm"),
    ("markdown", "openapi-markdown"),
    ("objc", "openapi-objc"),
    ("perl", "openapi-perl"),
    ("php", "openapi-php"),
    ("php-nextgen", "openapi-php"),
    ("php-symfony", "openapi-php-symfony"),
    ("powershell", "openapi-powershell"),
    ("powershell-experimental", "openapi-powershell"),
    ("python", "openapi-python"),
    ("python-experimental", "openapi-python-prior"),
    ("python-legacy", "openapi-python-legacy"),
    ("python-nextgen", "openapi-python"),
    ("python-prior", "openapi-python-prior"),
    ("python-pydantic-v1", "openapi-python"),
    ("r", "openapi-r"),
    ("ruby", "openapi-ruby"),
    ("rust", "openapi-rust"),
    ("rust-server", "openapi-rust-server"),
    ("rust-server-deprecated", "openapi-rust-server"),
    ("scala-akka", "openapi-scala"),
    ("scala-pekko", "openapi-scala"),
    ("swagger-markdown", "swagger-markdown"),
    ("swift4", "openapi-swift"),
    ("swift5", "openapi-swift"),
    ("swift6", "openapi-swift"),
    ("typescript-axios", "openapi-typescript-axios"),
    ("typescript-fetch", "openapi-typescript-fetch"),
    ("widdershins", "widdershins"),
];

/// Folders of releases in which a generator still wrote another dialect.
const EARLIER: &[(&str, &str)] = &[
    ("3.3.4/rust", "openapi-rust-3"),
    ("4.3.1/csharp", "openapi-csharp-6"),
    ("6.6.0/csharp", "openapi-csharp-6"),
    ("4.3.1/go", "openapi-go-4"),
    ("4.3.1/python", "openapi-python-legacy"),
    ("6.6.0/python", "openapi-python-6"),
];

/// Fields whose document contradicts the specification: the dialect, the field and the figure to skip there.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    // One of the three generators for Dart writes the content of a file as a list of integers.
    ("openapi-dart", "optBinary", "type"),
    // Maps are written as objects, and the alias of a list or map without its items.
    ("swagger-markdown", "optArrMap", "type"),
    ("swagger-markdown", "optAliasArr", "type"),
    ("swagger-markdown", "optAliasMap", "type"),
    // References are written out, and of items only the type is documented.
    ("jsonschema2md", "reqEnum", "type"),
    ("jsonschema2md", "optEnumRef", "type"),
    ("jsonschema2md", "optOneOf", "type"),
    ("jsonschema2md", "optArrInlineEnum", "values"),
    ("jsonschema2md", "optArrEnumRef", "type"),
    ("jsonschema2md", "optArrDate", "type"),
];

/// Whether a figure is skipped because the document contradicts the specification.
pub(super) fn is_exception(dialect: &str, property: &Property, figure: &str) -> bool {
    EXCEPTIONS.contains(&(dialect, &*property.name, figure))
}

/// The dialect that the documents in a folder `version/generator` have.
pub fn dialect_of(folder: &str) -> Option<&'static str> {
    let generator = folder.rsplit('/').next().unwrap_or_default();
    let earlier = EARLIER.iter().find(|(name, _)| *name == folder);
    let (_, dialect) = earlier.or_else(|| DIALECTS.iter().find(|(name, _)| *name == generator))?;
    Some(dialect)
}
