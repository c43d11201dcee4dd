import Foundation
import Mustache

/// What a template can say of a page or of a part of it: a typed value with declared fields.
///
/// The declaration serves twice. Rendering looks fields up in it, and before anything is rendered the scanner checks
/// every name of a template against it, so that a slip in a template is an error and not a blank.
protocol PageContext: Sendable {
    /// What it offers to templates.
    static var fields: Fields<Self> { get }
}

/// A context as Mustache is given it. The library casts what it holds at every name that it looks up, which copies a
/// structure with all its fields, and a reference not.
final class Given<Context: PageContext>: MustacheParent, Sendable {
    private let context: Context

    init(_ context: Context) { self.context = context }

    /// Mustache's way of asking for a field.
    func child(named name: String) -> Any? { Context.fields.value(name, of: context) }
}

/// The fields of a context, by name.
struct Fields<Context: Sendable>: Sendable {
    private let all: [String: Field<Context>]
    private let ordered: [Field<Context>]

    init(_ fields: [Field<Context>]) {
        all = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) })
        ordered = fields
    }

    /// A field's value. One that is declared but empty is an explicit null: nothing at all would let Mustache look for
    /// the name in the contexts around this one.
    func value(_ name: String, of context: Context) -> Any? {
        guard let field = all[name] else { return nil }
        return field.value(context) ?? NSNull()
    }

    /// Notes what a context holds.
    func outline(_ context: Context, in outline: inout PageOutline) {
        for field in ordered { field.outline(context, &outline) }
    }

    /// A context of the same shape with stand-ins for its texts, in the order of the outline.
    func standIn(for context: Context, _ standIns: inout StandIns) -> [String: Any] {
        var values: [String: Any] = [:]
        for field in ordered { values[field.name] = field.standIn(context, &standIns) ?? NSNull() }
        return values
    }

    /// What the scanner checks names against.
    var schema: Schema { Schema(shapes: all.mapValues(\.shape)) }
}

/// A field: its name, its shape, and where its value comes from.
struct Field<Context: Sendable>: Sendable {
    let name: String
    let shape: Shape
    let value: @Sendable (Context) -> Any?
    let outline: @Sendable (Context, inout PageOutline) -> Void
    let standIn: @Sendable (Context, inout StandIns) -> Any?

    /// Text, which templates write with two braces.
    static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        words(name, .text, value)
    }

    /// HTML that is safe as it is, which templates write with three braces.
    static func html(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        words(name, .html, value)
    }

    private static func words(
        _ name: String, _ shape: Shape, _ value: @escaping @Sendable (Context) -> String?
    ) -> Field {
        // An empty text would count as true in a section, and its frame would be drawn around nothing.
        Field(
            name: name, shape: shape,
            value: { value($0).flatMap { $0.isEmpty ? nil : Words(renderText: $0) } },
            outline: { $1.note(value($0)) },
            standIn: { $1.text(for: value($0)).map { Words(renderText: $0) } })
    }

    /// Yes or no, for sections.
    static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(
            name: name, shape: .flag, value: { value($0) }, outline: { $1.note(value($0)) },
            standIn: { context, _ in value(context) })
    }

    /// A list of contexts.
    static func list<Element: PageContext>(
        _ name: String, _ value: @escaping @Sendable (Context) -> [Element]
    ) -> Field {
        Field(
            name: name, shape: .section { Element.fields.schema },
            value: { value($0).map { Given($0) } },
            outline: { context, outline in
                let elements = value(context)
                outline.note(count: elements.count)
                for element in elements { Element.fields.outline(element, in: &outline) }
            },
            standIn: { context, standIns in
                value(context).map { Element.fields.standIn(for: $0, &standIns) }
            })
    }

    /// One context, or none.
    static func object<Value: PageContext>(
        _ name: String, _ value: @escaping @Sendable (Context) -> Value?
    ) -> Field {
        Field(
            name: name, shape: .section { Value.fields.schema },
            value: { value($0).map { Given($0) } },
            outline: { context, outline in
                let object = value(context)
                outline.note(object != nil)
                if let object { Value.fields.outline(object, in: &outline) }
            },
            standIn: { context, standIns in
                value(context).map { Value.fields.standIn(for: $0, &standIns) }
            })
    }
}

/// A text as Mustache likes it best: it asks each value for five things in turn, each by a dynamic cast, and this is the
/// second of them, which a `String` is not.
private struct Words: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }

    /// Nothing is within a text. Without this answer the library would look by reflection.
    func child(named name: String) -> Any? { nil }
}

/// What kind of value a field holds.
enum Shape: Sendable {
    case text, html, flag
    /// A list or an object; what is within is known when it is asked for, since contexts may hold their like.
    case section(@Sendable () -> Schema)

    /// Whether it is HTML.
    var isHTML: Bool { if case .html = self { true } else { false } }
}

/// The names that a context offers.
struct Schema: Sendable {
    let shapes: [String: Shape]
}
